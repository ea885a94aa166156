//! Where the columns of the history stand.

/// From this width on, the time is told whole and the outcome has a column.
pub const ROOMY: u16 = 60;
/// `2026-11-20 09:12`
pub const TIME: u16 = 16;
/// `11mo`
pub const AGE: u16 = 4;
pub const GAP: u16 = 2;
