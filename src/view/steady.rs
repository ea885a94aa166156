//! Clusters that terminals disagree on.
//!
//! Flags, families joined by zero-width joiners, and emoji with modifiers are one wide character
//! to some terminals and several to others (tmux among them). Where the two disagree, litter stays
//! on the screen. So each is drawn as something that all agree on: a flag as its two letters, a
//! family as its first member.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthChar;

/// Replaces such clusters in a frame that is drawn; every character keeps its cells.
pub fn steady(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    let count = buffer.content.len();
    for at in 0..count {
        let symbol = buffer.content[at].symbol();
        // Nearly every cell ends here.
        if symbol.len() <= 4 && !symbol.starts_with(is_flag_letter) {
            continue;
        }
        let Some((first, second)) = replacement(symbol) else { continue };
        buffer.content[at].set_symbol(first.encode_utf8(&mut [0; 4]));
        let cells = first.width().unwrap_or(1);
        let next = at + cells;
        // What the cluster covered beyond its replacement is drawn too.
        if cells == 1 && next < count && next % width != 0 {
            buffer.content[next].set_symbol(second.unwrap_or(' ').encode_utf8(&mut [0; 4]));
        }
    }
}

/// What to draw for a cluster, and in the cell behind it; nothing if all terminals agree on it.
fn replacement(symbol: &str) -> Option<(char, Option<char>)> {
    let mut chars = symbol.chars();
    let first = chars.next()?;
    if is_flag_letter(first) {
        return Some((letter(first), chars.next().filter(|c| is_flag_letter(*c)).map(letter)));
    }
    let disputed = |c: char| matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}');
    let is_wide = unicode_width::UnicodeWidthStr::width(symbol) > 1;
    (is_wide && chars.any(disputed)).then_some((first, None))
}

fn is_flag_letter(c: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&c)
}

fn letter(c: char) -> char {
    char::from_u32(u32::from('A') + u32::from(c) - 0x1f1e6).unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn disputed_clusters_become_what_all_terminals_agree_on() {
        for (text, drawn) in [
            ("a🇩🇪b", "aDEb"),
            ("x🇪", "xE"),
            ("❤️!", "❤ !"),
            ("1️⃣.", "1 ."),
            ("日本 é e\u{301}", "日 本  é e\u{301}"),
        ] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            buffer.set_string(0, 0, text, Style::new());
            steady(&mut buffer);
            let shown: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
            assert_eq!(shown.trim_end(), drawn, "{text}");
        }
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "👩\u{200d}💻 👍🏽", Style::new());
        steady(&mut buffer);
        assert!(buffer.content.iter().all(|cell| cell.symbol().chars().count() == 1));
    }
}
