//! The marks of synchronized updates, between which a terminal shows nothing yet.

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// The marks that went by.
#[derive(Default)]
pub struct Marks {
    /// How many frames have ended.
    pub ends: usize,
    /// Whether one has begun that has not ended.
    pub is_within_frame: bool,
    /// The end of what was read, for a mark that two reads tear apart.
    tail: Vec<u8>,
}

impl Marks {
    pub fn take(&mut self, bytes: &[u8]) {
        self.tail.extend_from_slice(bytes);
        for window in self.tail.windows(END.len()) {
            if window == BEGIN {
                self.is_within_frame = true;
            } else if window == END {
                self.is_within_frame = false;
                self.ends += 1;
            }
        }
        let kept = self.tail.len().min(END.len() - 1);
        self.tail.drain(..self.tail.len() - kept);
    }
}
