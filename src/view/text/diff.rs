//! The difference between two texts, word by word.
//!
//! ```text
//! - PyTorch [-2.4-] (GPU)
//! + PyTorch {+2.5+} (GPU)
//! ```
//!
//! The marks are drawn where there is no colour; with colour, red and struck through against green.

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;
use similar::algorithms::{Capture, Compact, myers};
use similar::{ChangeTag, DiffOp};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::wrap::{self, Break};
use crate::domain::invisible;
use crate::view::theme::Theme;

use super::lines::{Lines, Run};

/// A piece of either text, and whether the other has it too.
type Piece = (String, bool);

/// `after` as runs, in which the words that `before` does not have stand out in that style. If `short`, long
/// stretches that both have are left out but for their ends.
#[must_use]
pub fn against(
    theme: Theme,
    before: Option<&str>,
    after: Option<&str>,
    style: Style,
    short: bool,
) -> Vec<Run> {
    let added = match (before, after) {
        (Some(before), Some(after)) => pieces(before, after).1,
        // Nothing to compare it with: all of it is new, which goes without marks.
        (None, Some(after)) => vec![(after.to_owned(), true)],
        (_, None) => Vec::new(),
    };
    let last = added.len().saturating_sub(1);
    let cut = |(at, (text, is_common)): (usize, Piece)| {
        let text = if short && is_common { ends(&text, at > 0, at < last) } else { text };
        (text, is_common)
    };
    let added: Vec<_> = added.into_iter().enumerate().map(cut).collect();
    runs(theme, &added, (style, ["{+", "+}"]), Whole { is_whole: before.is_none(), text: after })
}

/// The ends of a stretch of text: those that touch something that differs.
fn ends(text: &str, keep_start: bool, keep_end: bool) -> String {
    const KEPT: usize = 8;
    let graphemes: Vec<_> = text.graphemes(true).collect();
    if (!keep_start && !keep_end) || graphemes.len() <= 2 * KEPT {
        return text.to_owned();
    }
    let start = if keep_start { graphemes[..KEPT].concat() } else { String::new() };
    let end = if keep_end { graphemes[graphemes.len() - KEPT..].concat() } else { String::new() };
    format!("{start}…{end}")
}

/// Writes both texts, the earlier first.
pub fn write(lines: &mut Lines, theme: Theme, before: Option<&str>, after: Option<&str>) {
    let (removed, added) = match (before, after) {
        (Some(before), Some(after)) => pieces(before, after),
        (before, after) => {
            let whole = |text: Option<&str>| text.map(|text| vec![(text.to_owned(), false)]);
            (whole(before).unwrap_or_default(), whole(after).unwrap_or_default())
        }
    };
    let is_whole = before.is_none() || after.is_none();
    let crossed = theme.removed().add_modifier(if theme.has_colour() {
        Modifier::CROSSED_OUT
    } else {
        Modifier::empty()
    });
    let (old, new) = (Whole { is_whole, text: before }, Whole { is_whole, text: after });
    side(lines, theme, ("  - ", theme.removed()), (crossed, ["[-", "-]"]), &removed, old);
    side(lines, theme, ("  + ", theme.good()), (added_style(theme), ["{+", "+}"]), &added, new);
}

/// A text as a whole.
#[derive(Clone, Copy)]
struct Whole<'a> {
    /// Whether it is set against nothing.
    is_whole: bool,
    /// It itself; nothing where it is absent. An empty one is a value too.
    text: Option<&'a str>,
}

fn side(
    lines: &mut Lines,
    theme: Theme,
    (lead, lead_style): (&'static str, Style),
    marked: (Style, [&str; 2]),
    pieces: &[Piece],
    whole: Whole<'_>,
) {
    lines.runs(Span::styled(lead, lead_style), &runs(theme, pieces, marked, whole), Break::Blanks);
}

fn added_style(theme: Theme) -> Style {
    // Not by colour alone.
    theme.good().patch(theme.strong())
}

/// The pieces in their styles; those that the other text does not have within `marks`, where there
/// is no colour, unless that is the whole text.
fn runs(
    theme: Theme,
    pieces: &[Piece],
    (style, marks): (Style, [&str; 2]),
    Whole { is_whole, text }: Whole<'_>,
) -> Vec<Run> {
    if text.is_none_or(str::is_empty) {
        let word = if text.is_none() { "not set" } else { "(empty)" };
        return vec![(word.into(), theme.dim())];
    }
    let run = |(text, is_common): &Piece| {
        if *is_common {
            return (text.clone(), theme.plain());
        }
        let is_blank = !text.is_empty() && text.chars().all(|c| c == ' ');
        // Where two texts differ in what can't be seen, it is written out.
        let shown = if is_blank { "␣".repeat(text.len()) } else { invisible::escaped(text) };
        let has_marks = !theme.has_colour() && !is_whole;
        let shown = if has_marks { format!("{}{shown}{}", marks[0], marks[1]) } else { shown };
        (shown, style)
    };
    pieces.iter().map(run).collect()
}

/// Divides both texts into what they share and what they do not.
fn pieces(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (before, after): (Vec<_>, Vec<_>) = (wrap::words(before).collect(), wrap::words(after).collect());
    let ops = compare(&before, &after);
    let change =
        |op: DiffOp| op.iter_changes(&before, &after).map(|it| (it.tag(), it.value())).collect::<Vec<_>>();
    let changes: Vec<(ChangeTag, &str)> = ops.into_iter().flat_map(change).collect();
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for (at, (tag, text)) in changes.iter().enumerate() {
        // A blank between two words that differ belongs to both.
        let between = text.trim().is_empty() && is_between_changes(&changes, at);
        match tag {
            ChangeTag::Delete => push(&mut removed, text, false),
            ChangeTag::Insert => push(&mut added, text, false),
            ChangeTag::Equal => {
                push(&mut removed, text, !between);
                push(&mut added, text, !between);
            }
        }
    }
    (removed, added)
}

/// One algorithm, called directly: by way of `TextDiff` all of them would be in the binary, for
/// every kind of text.
fn compare(before: &[&str], after: &[&str]) -> Vec<DiffOp> {
    let mut compact = Compact::new(Capture::new(), before, after);
    match myers::diff(&mut compact, before, 0..before.len(), after, 0..after.len()) {
        Ok(()) => compact.into_inner().into_ops(),
        // Taking notes can't fail; were it so, all of the text would be said to differ.
        Err(_) => {
            vec![DiffOp::Replace { old_index: 0, old_len: before.len(), new_index: 0, new_len: after.len() }]
        }
    }
}

fn is_between_changes(changes: &[(ChangeTag, &str)], at: usize) -> bool {
    let is_change = |at: Option<usize>| {
        at.and_then(|at| changes.get(at)).is_some_and(|(tag, _)| *tag != ChangeTag::Equal)
    };
    is_change(at.checked_sub(1)) && is_change(at.checked_add(1))
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_common: bool) {
    match pieces.last_mut() {
        Some((last, common)) if *common == is_common => last.push_str(text),
        _ => pieces.push((text.to_owned(), is_common)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_are_told_apart_from_those_that_do_not() {
        let told = |before, after| {
            let (removed, added) = pieces(before, after);
            let mark = |pieces: Vec<Piece>| -> String {
                let mark = |(text, common): Piece| if common { text } else { format!("[{text}]") };
                pieces.into_iter().map(mark).collect()
            };
            (mark(removed), mark(added))
        };
        let both = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            told("PyTorch 2.4 (GPU)", "PyTorch 2.5 (GPU)"),
            both("PyTorch [2.4] (GPU)", "PyTorch [2.5] (GPU)")
        );
        assert_eq!(told("one two", "three four"), both("[one two]", "[three four]"));
        assert_eq!(told("a", "a b"), both("a", "a[ b]"));
        assert_eq!(told("a  b", "a b"), both("a[  ]b", "a[ ]b"));
        assert_eq!(told("機械学習", "機械翻訳").1.chars().filter(|&c| c == '[').count(), 1);
    }
}
