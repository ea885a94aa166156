//! The control bytes that mean something here.

/// What Ctrl-C sends.
pub const CONTROL_C: u8 = 0x03;
/// Ends an OSC, as ST does.
pub const BEL: u8 = 0x07;
/// Ends whatever was begun, without effect.
pub const CAN: u8 = 0x18;
/// The same.
pub const SUB: u8 = 0x1a;
/// Begins a sequence, or is a key.
pub const ESC: u8 = 0x1b;
