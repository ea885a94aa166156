//! Which rows what is typed fits, the best first.

use std::cmp::Reverse;

use nucleo_matcher::{Matcher, Utf32Str};

use crate::app::{Fuzzy, Nearness, cells};

use super::PaletteRow;

/// How well a row fits: the less, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its name was typed.
    Named,
    /// Its name begins like that.
    Begins,
    /// Its name has all that was typed.
    InName,
    /// What it does has some of it.
    InHelp,
}

/// The rows that `text` fits, with their letters; of those that fit alike first what can be done, then
/// what weighs more. Without text all of them. Names that were typed in full by `is_named` come first.
pub fn rank(
    rows: Vec<PaletteRow>,
    text: &str,
    is_named: impl Fn(&PaletteRow) -> bool,
    weight: impl Fn(&PaletteRow) -> (u64, usize),
    matcher: &mut Matcher,
) -> Vec<PaletteRow> {
    let words: Vec<_> = text.split_whitespace().map(|word| (Fuzzy::new(word), word.to_lowercase())).collect();
    let wanted = text.to_lowercase();
    let fits = |mut row: PaletteRow| {
        let all_in_name = find(&mut row, &words, matcher)?;
        let name = row.name.to_lowercase();
        let fit = match () {
            () if words.is_empty() => Fit::InName,
            () if name == wanted || is_named(&row) => Fit::Named,
            () if name.starts_with(&wanted) => Fit::Begins,
            () if all_in_name => Fit::InName,
            () => Fit::InHelp,
        };
        Some(((fit, row.obstacle.is_some(), Reverse(weight(&row))), row))
    };
    let mut found: Vec<_> = rows.into_iter().filter_map(fits).collect();
    // Stable: else the order of the table stays.
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, row)| row).collect()
}

/// Finds each word in the name, or else in what the row does; tells whether all are in the name.
fn find(row: &mut PaletteRow, words: &[(Option<Fuzzy>, String)], matcher: &mut Matcher) -> Option<bool> {
    let (mut name, mut help) = (Vec::new(), Vec::new());
    let name = Utf32Str::new(&row.name, &mut name);
    let mut all_in_name = true;
    for (fuzzy, word) in words {
        let fuzzy = fuzzy.as_ref()?;
        let in_name = fuzzy.letters(name, false, matcher);
        if !in_name.is_empty() {
            row.name_letters.extend(in_name);
            continue;
        }
        all_in_name = false;
        let in_help = fuzzy.letters(Utf32Str::new(&row.help, &mut help), true, matcher);
        let in_help = if in_help.is_empty() { begin_of_a_word(&row.help, word)? } else { in_help };
        row.help_letters.extend(in_help);
    }
    for letters in [&mut row.name_letters, &mut row.help_letters] {
        letters.sort_unstable();
        letters.dedup();
    }
    Some(all_in_name)
}

/// Few letters are not looked for within the words of prose, but where one begins: which characters of the
/// text those are.
fn begin_of_a_word(text: &str, begin: &str) -> Option<Vec<u32>> {
    let is_begin = |at: usize| {
        let is_first = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let head = text.get(at..at + begin.len());
        is_first && head.is_some_and(|head| head.eq_ignore_ascii_case(begin))
    };
    let (at, _) = text.char_indices().find(|(at, _)| is_begin(*at))?;
    let before = u32::try_from(cells::graphemes(&text[..at]).count()).ok()?;
    let length = u32::try_from(cells::graphemes(begin).count()).ok()?;
    Some((before..before + length).collect())
}

/// Which of `names` the letters of `text` are in, each by its number, the best first: the name itself, then
/// those that begin like that. At most so many: the rest is not looked at, for there may be very many names.
pub fn names<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
    text: &str,
    most: usize,
    matcher: &mut Matcher,
) -> Vec<usize> {
    let Some(fuzzy) = Fuzzy::new(text) else { return Vec::new() };
    let begins = |name: &str| name.get(..text.len()).is_some_and(|head| head.eq_ignore_ascii_case(text));
    let mut characters = Vec::new();
    let mut has_letters =
        |name: &str| fuzzy.nearness(Utf32Str::new(name, &mut characters), false, matcher) == Nearness::Near;
    let whole = names.clone().enumerate().filter(|(_, name)| begins(name) && name.len() == text.len());
    let longer = names.clone().enumerate().filter(|(_, name)| begins(name) && name.len() > text.len());
    let within = names.enumerate().filter(|(_, name)| !begins(name) && has_letters(name));
    whole.chain(longer).chain(within).map(|(at, _)| at).take(most).collect()
}

/// Marks the letters of `text` in names that were found otherwise.
pub fn mark(rows: &mut [PaletteRow], text: &str, matcher: &mut Matcher) {
    let Some(fuzzy) = Fuzzy::new(text.trim()) else { return };
    let mut characters = Vec::new();
    for row in rows {
        row.name_letters = fuzzy.letters(Utf32Str::new(&row.name, &mut characters), false, matcher);
    }
}
