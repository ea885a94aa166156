//! Many texts in one piece of memory.

use std::ops::Range;
use std::sync::Arc;

use super::text::without_mark;
use super::{ImageName, Text};

/// Texts that were put together by a [`TextPacker`]. The names that are taken out of it share its memory.
#[derive(Debug, Clone, Default)]
pub struct TextBlock(Arc<str>);

impl TextBlock {
    /// The text at that place.
    #[must_use]
    pub fn text(&self, at: &Range<u32>) -> Text {
        Text::of_marked(self.marked(at))
    }

    /// The name at that place.
    #[must_use]
    pub fn name(&self, at: &Range<u32>) -> ImageName {
        ImageName::part(&self.0, at)
    }

    /// The characters of the text at that place.
    #[must_use]
    pub fn characters(&self, at: &Range<u32>) -> &str {
        without_mark(self.marked(at))
    }

    fn marked(&self, at: &Range<u32>) -> &str {
        self.0.get(at.start as usize..at.end as usize).unwrap_or_default()
    }
}

/// A [`TextBlock`] that is being made.
#[derive(Debug, Default)]
pub struct TextPacker(String);

impl TextPacker {
    /// Where the next text will be, in bytes.
    #[must_use]
    pub fn end(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Puts a text behind the others, and tells how long it is, in bytes.
    pub fn push(&mut self, text: &Text) -> u32 {
        self.push_marked(text.marked())
    }

    /// Puts a name behind the others, likewise.
    pub fn push_name(&mut self, name: &ImageName) -> u32 {
        self.push_marked(name.marked())
    }

    fn push_marked(&mut self, text: &str) -> u32 {
        let start = self.end();
        self.0.push_str(text);
        self.end() - start
    }

    /// What was put together; the next begins.
    pub fn seal(&mut self) -> TextBlock {
        let block = TextBlock(self.0.as_str().into());
        self.0.clear();
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_out_is_what_was_put_in() {
        let texts: Vec<Text> = ["plain", "", "ümlaut", "\u{1b}[31mred"].map(Text::clean).into();
        let mut packer = TextPacker::default();
        let places: Vec<_> = texts
            .iter()
            .map(|text| {
                let start = packer.end();
                start..start + packer.push(text)
            })
            .collect();
        let block = packer.seal();
        for (text, at) in texts.iter().zip(&places) {
            let taken = block.text(at);
            assert_eq!((&taken, taken.is_altered()), (text, text.is_altered()));
            assert_eq!(block.characters(at), text.as_str());
            let name = block.name(at);
            assert_eq!((name.as_str(), name.is_altered()), (text.as_str(), text.is_altered()));
            assert_eq!(packer.push_name(&name), at.end - at.start);
        }
    }
}
