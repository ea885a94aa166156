//! The texts of an image, as a filter reads them.

use nucleo_matcher::{Utf32Str, Utf32String};

use crate::domain::{Image, Text};

use super::needle::fold;

/// What of an image has to contain a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Name, display name or description.
    All,
    /// Name or display name.
    Names,
    /// Description.
    Description,
}

/// The texts of an image, made ready once, for they are read at every key.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Name, display name and description, folded, a line each.
    folded: Box<str>,
    /// Where the description begins there.
    description: usize,
    /// The same texts in characters, where one of them needs more than bytes.
    wide: Option<Box<[Utf32String; 3]>>,
}

impl Prepared {
    /// Makes the texts of an image ready.
    pub fn new(image: &Image) -> Self {
        let texts = texts(image);
        let mut folded = fold(&format!("{}\n{}\n", texts[0], texts[1]));
        let description = folded.len();
        folded.push_str(&fold(texts[2]));
        let is_plain = texts.iter().all(|text| text.is_ascii());
        let wide = (!is_plain).then(|| Box::new(texts.map(Utf32String::from)));
        Self { folded: folded.into(), description, wide }
    }

    /// What a word is searched in as it stands.
    pub fn folded(&self, within: Within) -> &str {
        match within {
            Within::All => &self.folded,
            Within::Names => &self.folded[..self.description],
            Within::Description => &self.folded[self.description..],
        }
    }

    /// The texts in which letters are searched, and whether each is prose; `image` is what it was made of.
    pub fn texts<'a>(
        &'a self,
        image: &'a Image,
        within: Within,
    ) -> impl Iterator<Item = (Utf32Str<'a>, bool)> {
        let plain = texts(image);
        let range = match within {
            Within::All => 0..3,
            Within::Names => 0..2,
            Within::Description => 2..3,
        };
        range.map(move |at| {
            let text = match &self.wide {
                Some(wide) => wide[at].slice(..),
                None => Utf32Str::Ascii(plain[at].as_bytes()),
            };
            (text, at == 2)
        })
    }
}

/// Name, display name and description.
fn texts(image: &Image) -> [&str; 3] {
    let display_name = image.display_name.as_ref().map_or("", Text::as_str);
    [image.name.as_str(), display_name, image.description.as_ref().map_or("", Text::as_str)]
}
