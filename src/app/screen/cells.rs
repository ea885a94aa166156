//! Text measured in cells, as it is drawn: for what has to be known before anything is drawn.
//!
//! Terminals disagree on many characters that are made of several. Each is drawn as something that
//! takes the same cells everywhere where there is such a thing (a flag as its two letters, a family of
//! emoji as its first member), and else is given as many cells as any terminal takes for it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::cluster;

/// Stands under a mark that has no letter to stand on, as the Unicode Standard has it.
const NO_LETTER: char = '◌';
const JOINER: char = '\u{200d}';

/// How many cells `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    if text.chars().all(stands_alone) {
        return text.chars().count();
    }
    graphemes(text).map(|(_, _, width)| width).sum()
}

/// What is drawn as one: where it begins, the text, and its cells. Control characters and what can't be
/// seen take none.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let length = match rest.as_bytes() {
            [] => return None,
            // Nearly all are such. Which of the others belong together is looked up in tables.
            [b' '..=b'~', behind, ..] if behind.is_ascii() => 1,
            _ => rest.graphemes(true).next().map_or(rest.len(), str::len),
        };
        let (begin, grapheme) = (at, &rest[..length]);
        at += length;
        Some((begin, grapheme, width_of(grapheme)))
    })
}

/// Whether `c` takes one cell wherever it stands, and belongs to nothing around it: most of what this program draws
/// itself is such, as lines, dots and quotes.
fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{257f}')
}

fn width_of(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [byte] => usize::from(!byte.is_ascii_control()),
        _ => drawn(grapheme).map(most).sum(),
    }
}

/// What is drawn for one character of a reader, [`most`] cells for each of these.
pub fn drawn(grapheme: &str) -> impl Iterator<Item = char> {
    let is_drawn = !grapheme.contains(char::is_control);
    // Emoji that are joined are as many as there are members to some terminals, or one.
    let is_joined = grapheme.contains(JOINER) && grapheme.chars().any(|c| c.width() == Some(2));
    let members = if is_joined { grapheme.find(JOINER).unwrap_or(0) } else { grapheme.len() };
    let shown = grapheme[..if is_drawn { members } else { 0 }].char_indices();
    let shown = shown.filter(|(at, c)| !(is_unseen(*c) || *at > 0 && is_variant(*c))).map(|(_, c)| letter(c));
    let lacks_letter = shown.clone().next().is_some_and(is_mark);
    lacks_letter.then_some(NO_LETTER).into_iter().chain(shown)
}

/// Whether terminals differ on how many cells these take, or on whether they are one thing.
#[must_use]
pub fn is_disputed(mut drawn: impl Iterator<Item = char>) -> bool {
    let Some(first) = drawn.next() else { return false };
    most(first) != first.width().unwrap_or(0) || has_grown(first) || drawn.any(|c| most(c) > 0)
}

/// As many cells as any terminal takes for `c`. What is behind another without taking any is drawn
/// over it.
#[must_use]
pub fn most(c: char) -> usize {
    match c {
        // Halfwidth sound marks, which stand for themselves.
        '\u{ff9e}' | '\u{ff9f}' => 1,
        '\u{302e}' | '\u{302f}' | '\u{3248}'..='\u{324f}' | '\u{16ff0}' | '\u{16ff1}' => 2,
        _ if is_spacing(c) => 1,
        _ => c.width().unwrap_or(0),
    }
}

/// What takes a cell of its own in most terminals, tmux among them, and none by Unicode's rules for
/// what extends another character.
fn is_spacing(c: char) -> bool {
    matches!(c,
        '\u{605}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{9be}' | '\u{9d7}' | '\u{b3e}'
        | '\u{b57}' | '\u{bbe}' | '\u{bd7}' | '\u{cc0}' | '\u{cc2}' | '\u{cc7}'..='\u{cc8}'
        | '\u{cca}'..='\u{ccb}' | '\u{cd5}'..='\u{cd6}' | '\u{d3e}' | '\u{d4e}' | '\u{d57}' | '\u{dcf}'
        | '\u{ddf}' | '\u{1715}' | '\u{1734}' | '\u{1b35}' | '\u{1b3b}' | '\u{1b3d}'
        | '\u{1b43}'..='\u{1b44}' | '\u{1baa}' | '\u{1bf2}'..='\u{1bf3}' | '\u{a8fa}' | '\u{a953}'
        | '\u{a9c0}' | '\u{111c0}' | '\u{111c2}'..='\u{111c3}' | '\u{11235}' | '\u{1133e}'
        | '\u{1134d}' | '\u{11357}' | '\u{114b0}' | '\u{114bd}' | '\u{115af}' | '\u{116b6}'
        | '\u{11930}' | '\u{1193d}' | '\u{1193f}' | '\u{11941}' | '\u{11a84}'..='\u{11a89}'
        | '\u{11d46}' | '\u{1d165}'..='\u{1d166}' | '\u{1d16d}'..='\u{1d172}')
}

/// What has become wider with a version of Unicode, or takes what it takes by another rule.
fn has_grown(c: char) -> bool {
    matches!(c,
        '\u{17a4}' | '\u{17d8}' | '\u{2630}'..='\u{2637}' | '\u{268a}'..='\u{268f}' | '\u{2d7f}'
        | '\u{3248}'..='\u{324f}' | '\u{4dc0}'..='\u{4dff}' | '\u{1171e}'
        | '\u{13430}'..='\u{13438}' | '\u{1d300}'..='\u{1d376}')
}

/// What says how others are shown, and can't be seen itself.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The colour of an emoji's skin, or the frame of a key.
fn is_variant(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}')
}

/// Whether `c` joins what is before it, and so would join what another has drawn there.
fn is_mark(c: char) -> bool {
    if c < '\u{300}' || is_variant(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}') {
        return false;
    }
    match c.width() {
        Some(0) if !is_spacing(c) => true,
        Some(0 | 1) => {
            let mut behind_a_letter = *b"a\0\0\0\0";
            let bytes = c.encode_utf8(&mut behind_a_letter[1..]).len();
            let text = str::from_utf8(&behind_a_letter[..=bytes]);
            text.is_ok_and(|text| !cluster::is_boundary(text, 1))
        }
        _ => false,
    }
}

/// A letter of a flag as that letter. A blank that no line is broken at is like any other on a screen,
/// and in what is copied from there.
fn letter(c: char) -> char {
    match c {
        '\u{a0}' => ' ',
        '\u{1f1e6}'..='\u{1f1ff}' => char::from_u32(u32::from('A') + u32::from(c) - 0x1f1e6).unwrap_or(c),
        _ => c,
    }
}

/// As much of `text`, from its start, as fits into `room` cells; with a cell to spare for `…` if
/// that is not all of it.
#[must_use]
pub fn clip(text: &str, room: usize) -> (&str, bool) {
    if text.len() <= room && text.is_ascii() {
        return (text, false);
    }
    let (mut used, mut kept) = (0, 0);
    for (at, grapheme, cells) in graphemes(text) {
        used += cells;
        if used > room {
            return (&text[..kept], true);
        }
        if used < room {
            kept = at + grapheme.len();
        }
    }
    (text, false)
}

/// What is drawn of a text: all of it, or with a `…` for a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut<'a> {
    /// What stands before the `…`; all of it where there is none.
    pub before: &'a str,
    /// Whether there is one.
    pub is_cut: bool,
    /// What stands behind.
    pub behind: &'a str,
}

impl<'a> Cut<'a> {
    /// Its parts, in order.
    #[must_use]
    pub fn parts(self) -> [&'a str; 3] {
        [self.before, if self.is_cut { "…" } else { "" }, self.behind]
    }
}

impl<'a> From<Cut<'a>> for Cow<'a, str> {
    fn from(cut: Cut<'a>) -> Self {
        if cut.is_cut { Self::Owned(cut.parts().concat()) } else { Self::Borrowed(cut.before) }
    }
}

/// A name with `…` in its middle where it is not all of it. More is kept of its end: names that are made
/// begin alike and differ there. Of a long one no more is looked at than is drawn.
#[must_use]
pub fn cut_middle(text: &str, room: usize) -> Cut<'_> {
    if room < 8 || !clip(text, room).1 {
        return cut_end(text, room);
    }
    let most = (room - 1) * 3 / 5;
    let (mut end, mut used) = (text.len(), 0);
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += width_of(grapheme);
        if used > most {
            break;
        }
        end = at;
    }
    let behind = &text[end..];
    Cut { behind, ..cut_end(text, room - width(behind)) }
}

/// The same with `…` behind what is not all of it. Where there is no room at all, nothing is left.
#[must_use]
pub fn cut_end(text: &str, room: usize) -> Cut<'_> {
    let (before, is_cut) = if room == 0 { ("", false) } else { clip(text, room) };
    Cut { before, is_cut, behind: "" }
}

/// What is left of a name after [`cut_middle`].
#[must_use]
pub fn middled(text: &str, room: usize) -> Cow<'_, str> {
    cut_middle(text, room).into()
}

/// What is left of a text after [`cut_end`].
#[must_use]
pub fn shortened(text: &str, room: usize) -> Cow<'_, str> {
    cut_end(text, room).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_measured() {
        for (text, shown, cells) in [
            ("plain", "plain", 5),
            ("機械", "機械", 4),
            ("e\u{301}\u{323}", "e\u{301}\u{323}", 1),
            ("🇫🇷", "FR", 2),
            ("🇫", "F", 1),
            ("👩\u{200d}👩\u{200d}👧", "👩", 2),
            ("👍🏽", "👍", 2),
            ("❤\u{fe0f}", "❤", 1),
            ("⌚\u{fe0e}", "⌚", 2),
            ("1\u{fe0f}\u{20e3}", "1", 1),
            ("กำ", "กำ", 2),
            ("नी", "नी", 2),
            ("क\u{94d}\u{200d}ष", "क\u{94d}ष", 2),
            ("கா", "கா", 2),
            ("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}", 2),
            ("a\u{ad}b\u{200b}\u{2060}", "ab", 2),
            ("\u{301}a", "◌\u{301}a", 2),
            ("\u{bbe}", "◌\u{bbe}", 2),
            ("می\u{200c}خ", "میخ", 3),
            ("ｶﾞ", "ｶﾞ", 2),
            ("a\u{7}\n", "a", 1),
        ] {
            let all: String = graphemes(text).flat_map(|(_, grapheme, _)| drawn(grapheme)).collect();
            assert_eq!((all.as_str(), width(text)), (shown, cells), "{text:?}");
        }
    }

    #[test]
    fn what_is_measured_quickly_is_measured_as_all_else() {
        let alone: Vec<char> = ('\0'..='\u{3000}').filter(|c| stands_alone(*c)).collect();
        assert!(alone.len() > 200);
        for text in
            ["a\u{301}b", "क\u{94d}ष", "a\r\n\u{301}", "🇫🇷a🇫", "#\u{fe0f}\u{20e3}1", "\u{600}1a", "a", "é"]
        {
            for c in &alone {
                let text = format!("{c}{text}{c}{c}{text}");
                let slowly = text.grapheme_indices(true).map(|(at, one)| (at, one, width_of(one)));
                assert!(graphemes(&text).eq(slowly.clone()), "{text:?}");
                assert_eq!(width(&text), slowly.map(|(_, _, width)| width).sum::<usize>(), "{text:?}");
            }
        }
        let all: String = alone.iter().collect();
        assert_eq!(width(&all), graphemes(&all).map(|(_, _, width)| width).sum::<usize>());
        assert_eq!(width(&all), alone.len());
    }

    #[test]
    fn what_terminals_differ_on_is_known() {
        for (text, expected) in [
            ("a", false),
            ("é", false),
            ("e\u{301}", false),
            ("機", false),
            ("👩\u{200d}🚀", false),
            ("\u{1112}\u{1161}\u{11ab}", false),
            ("กำ", true),
            ("नी", true),
            ("கா", true),
            ("☰", true),
            ("🇫🇷", true),
        ] {
            assert_eq!(is_disputed(drawn(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_both_of_its_ends() {
        for (text, room, shown) in [
            ("production", 10, "production"),
            ("team-ml-platform-AdministratorAccess", 20, "team-ml-…ratorAccess"),
            ("team-ml-platform-AdministratorAccess", 7, "team-m…"),
            ("プロダクション環境の管理者", 12, "プロ…の管理者"),
            ("", 0, ""),
        ] {
            let middle = middled(text, room);
            assert!(width(&middle) <= room, "{middle}");
            if text.is_ascii() {
                assert_eq!(middle, shown);
            }
        }
    }
}
