//! One thing that the terminal sent.

/// One thing that the terminal sent, whole, though not yet understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputFrame {
    /// A character, or a control byte such as Ctrl-C.
    Char(char),
    /// ESC with nothing behind it.
    Escape,
    /// A character or a control byte behind ESC, as terminals send Alt with a key.
    Alt(char),
    /// A sequence that begins with CSI (`ESC [`) or SS3 (`ESC O`), with its ESC.
    Sequence {
        /// All of it.
        bytes: Vec<u8>,
        /// Whether another ESC stood before it, as Option with an arrow sends on a Mac.
        alt: bool,
    },
    /// A string that answers a question: OSC, DCS, APC or PM, with its ESC, without its end.
    Answer(Vec<u8>),
    /// Text that was pasted, without its marks.
    Paste {
        /// The text, as it came.
        bytes: Vec<u8>,
        /// Whether its end mark came. What still comes of one that was cut off is thrown away.
        is_whole: bool,
    },
}
