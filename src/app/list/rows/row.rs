//! One row of the list, in few bytes: a list may have 100,000.

use std::ops::Range;

use crate::app::list::Round;

use super::packed_time::PackedTime;

/// An image in the list: where its texts are in the [`Pool`](super::Pool), and what else is told of it.
/// [`ListedImage`](super::ListedImage) reads it.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub(in crate::app::list) created: PackedTime,
    pub(in crate::app::list) modified: PackedTime,
    /// The block that its texts are in, one behind the other, and where they begin.
    pub(in crate::app::list) block: u32,
    pub(in crate::app::list) start: u32,
    pub(in crate::app::list) name: u32,
    pub(in crate::app::list) display_name: TextLength,
    pub(in crate::app::list) description: TextLength,
    pub(in crate::app::list) failure_reason: TextLength,
    pub(in crate::app::list) arn: PackedArn,
    /// Which of the statuses that occur.
    pub(in crate::app::list) status: Option<StatusIndex>,
    /// The round of loading that brought it last.
    pub(in crate::app::list) round: Round,
}

/// How long a text is, in bytes; or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextLength(u32);

/// Which of the statuses that occur in a list; one more than its place among them.
pub type StatusIndex = std::num::NonZeroU32;

/// An ARN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackedArn {
    /// None was told.
    None,
    /// One of the heads that occur, with the name behind it.
    Head(u32),
    /// A text of its own, of that length.
    Own(u32),
}

impl TextLength {
    pub(in crate::app::list) const NONE: Self = Self(u32::MAX);

    pub(in crate::app::list) fn of(length: u32) -> Self {
        Self(length)
    }

    fn bytes(self) -> u32 {
        if self == Self::NONE { 0 } else { self.0 }
    }
}

impl Row {
    pub(in crate::app::list) fn name_at(&self) -> Range<u32> {
        self.start..self.start + self.name
    }

    pub(in crate::app::list) fn display_name_at(&self) -> Option<Range<u32>> {
        at(self.name_at().end, self.display_name)
    }

    pub(in crate::app::list) fn description_at(&self) -> Option<Range<u32>> {
        at(self.name_at().end + self.display_name.bytes(), self.description)
    }

    pub(in crate::app::list) fn failure_reason_at(&self) -> Option<Range<u32>> {
        let start = self.name_at().end + self.display_name.bytes() + self.description.bytes();
        at(start, self.failure_reason)
    }

    pub(in crate::app::list) fn own_arn_at(&self) -> Option<Range<u32>> {
        let PackedArn::Own(length) = self.arn else { return None };
        let before = [self.display_name, self.description, self.failure_reason];
        let start = before.iter().fold(self.name_at().end, |end, length| end + length.bytes());
        Some(start..start + length)
    }

    /// How many bytes the filter has to read.
    pub(in crate::app::list) fn text_size(&self) -> usize {
        (self.name + self.display_name.bytes() + self.description.bytes()) as usize
    }
}

fn at(start: u32, length: TextLength) -> Option<Range<u32>> {
    (length != TextLength::NONE).then(|| start..start + length.bytes())
}
