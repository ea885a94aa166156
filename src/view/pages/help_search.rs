//! What is searched for in the help.

use crate::view::text::lines::Run;
use crate::view::theme::Theme;

/// Words, all of which have to be in what is found; capital letters are as small ones.
#[derive(Debug)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// The words of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { words: text.split_whitespace().map(str::to_ascii_lowercase).collect() }
    }

    /// Whether nothing is searched for.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// What is searched for, as one text.
    #[must_use]
    pub fn words(&self) -> String {
        self.words.join(" ")
    }

    /// Whether each of the words is in one of the texts: the keys, what they do, where they work.
    #[must_use]
    pub fn finds(&self, texts: &[&str]) -> bool {
        let all = texts.join("\n").to_ascii_lowercase();
        self.words.iter().all(|word| all.contains(word.as_str()))
    }

    /// A text with the words marked that are in it.
    #[must_use]
    pub fn marked(&self, text: &str, theme: Theme) -> Vec<Run> {
        let small = text.to_ascii_lowercase();
        let is_found: Vec<_> = self
            .words
            .iter()
            .flat_map(|word| small.match_indices(word.as_str()))
            .map(|(at, it)| at..at + it.len())
            .collect();
        let mut runs: Vec<Run> = Vec::new();
        for (at, letter) in text.char_indices() {
            let style =
                if is_found.iter().any(|found| found.contains(&at)) { theme.found() } else { theme.plain() };
            match runs.last_mut() {
                Some((run, of_run)) if *of_run == style => run.push(letter),
                _ => runs.push((letter.to_string(), style)),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Keymap;

    #[test]
    fn what_has_all_of_the_words_is_found_by_key_or_meaning() {
        for (text, finds, not) in [
            ("FILTER clear", "clear-filter", "sort-next"),
            ("ctrl-s", "review", "edit"),
            ("copy arn", "copy-arn", "copy-name"),
            ("conflict theirs", "take-theirs", "take-mine"),
        ] {
            let search = Search::of(text);
            let found: Vec<_> = Keymap::builtin()
                .all()
                .filter(|it| search.finds(&[&it.keys_words(), &it.words, &it.help, it.scope.title()]))
                .collect();
            let has = |name: &str| found.iter().any(|binding| binding.action.name() == name);
            assert!(has(finds) && !has(not), "{text}");
        }
        let marked = |text: &str| {
            let runs = Search::of("an b").marked(text, Theme::new(true));
            let mark =
                |(run, style): Run| if style == Theme::new(true).found() { format!("[{run}]") } else { run };
            runs.into_iter().map(mark).collect::<String>()
        };
        assert_eq!(marked("An image, ‘banana’ →"), "[An] image, ‘[banan]a’ →");
        assert_eq!(marked("nothing"), "nothing");
    }
}
