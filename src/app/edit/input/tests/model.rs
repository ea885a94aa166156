//! What is expected of an editor: a list of characters.

use unicode_segmentation::UnicodeSegmentation;

/// The same on a list of characters.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub characters: Vec<String>,
    pub caret: usize,
}

impl Model {
    /// Puts together what is before and behind the caret.
    pub fn join(before: &str, behind: &str) -> Self {
        let text = format!("{before}{behind}");
        let mut covered = 0;
        let caret = text.graphemes(true).take_while(|character| {
            let is_before = covered < before.len();
            covered += character.len();
            is_before
        });
        Self { caret: caret.count(), characters: text.graphemes(true).map(str::to_owned).collect() }
    }

    pub fn text(&self) -> String {
        self.characters.concat()
    }

    pub fn split(&self, from: usize, to: usize) -> (String, String) {
        (self.characters[..from].concat(), self.characters[to..].concat())
    }

    pub fn without(&self, from: usize, to: usize) -> Self {
        let (before, behind) = self.split(from, to);
        Self::join(&before, &behind)
    }

    fn back(&self, from: usize, skip: impl Fn(&str) -> bool) -> usize {
        from - self.characters[..from].iter().rev().take_while(|character| skip(character)).count()
    }

    pub fn word_left(&self) -> usize {
        self.back(self.back(self.caret, |it| !is_word(it)), is_word)
    }

    pub fn blank_left(&self) -> usize {
        self.back(self.back(self.caret, is_blank), |it| !is_blank(it))
    }

    pub fn word_right(&self) -> usize {
        let word =
            self.characters[self.caret..].iter().skip_while(|it| !is_word(it)).skip_while(|it| is_word(it));
        self.characters.len() - word.count()
    }
}

fn is_word(character: &str) -> bool {
    character.chars().any(char::is_alphanumeric)
}

fn is_blank(character: &str) -> bool {
    character.starts_with(char::is_whitespace)
}
