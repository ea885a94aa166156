//! Frame after frame on one terminal, against the last of them on a clean one.

use std::io;
use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthChar as _;

use crate::view::frame::steady::steady;
use crate::view::over_blanks;
use crate::view::text::cells;

const AREA: Rect = Rect::new(0, 0, 24, 3);

/// Text on which terminals disagree; vt100 takes fewer cells for some of it than are kept.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "B",
        " ",
        "…",
        "機",
        "กำ",
        "น้ำ",
        "ຄຳ",
        "नी",
        "हि",
        "क\u{94d}ष",
        "क\u{94d}\u{200d}ष",
        "ကာ",
        "កា",
        "é",
        "e\u{301}",
        "👩\u{200d}🚀",
        "👍🏽",
        "🇫🇷",
        "🇫",
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "\u{1112}\u{1161}\u{11ab}",
        "عَ",
        "שׁ",
        "\u{ad}",
        "\u{200b}",
        "\u{301}",
        "ी",
        "কা",
        "கொ",
        "கா",
        "ಕೊ",
        "☰",
        "㉈",
        "ｶﾞ",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

/// Rows that begin anywhere, and what lies over them.
fn frame() -> impl Strategy<Value = Buffer> {
    let row = (0u16..20, text());
    (prop::collection::vec(row, 3), prop::option::of((0u16..20, 0u16..3, text()))).prop_map(|(rows, over)| {
        let mut buffer = Buffer::empty(AREA);
        for ((x, text), y) in rows.iter().zip(0..) {
            cells::put(&mut buffer, (*x, y), text, AREA.width, Style::new());
        }
        if let Some((x, y, text)) = over {
            cells::clear(&mut buffer, Rect::new(x, y, 6, 1));
            cells::put(&mut buffer, (x, y), &text, 6, Style::new());
        }
        steady(&mut buffer);
        buffer
    })
}

/// What a terminal shows on which `next` is painted where `before` stood.
fn paint(terminal: &mut vt100::Parser, before: &Buffer, next: &Buffer) -> io::Result<String> {
    let mut bytes = Vec::new();
    CrosstermBackend::new(&mut bytes).draw(over_blanks(before.diff_iter(next), next))?;
    terminal.process(&bytes);
    let rows: Vec<_> = terminal.screen().rows(0, AREA.width).map(|row| row.trim_end().to_owned()).collect();
    Ok(rows.join("\n"))
}

fn terminal() -> vt100::Parser {
    let size = |count| NonZeroU16::new(count).unwrap();
    vt100::Parser::new(size(AREA.height), size(AREA.width), 0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_stays_of_a_frame_in_the_next(frames in prop::collection::vec(frame(), 2..6)) {
        let (mut used, empty) = (terminal(), Buffer::empty(AREA));
        let (mut shown, mut before) = (String::new(), &empty);
        for frame in &frames {
            shown = paint(&mut used, before, frame).unwrap();
            before = frame;
        }
        prop_assert_eq!(shown, paint(&mut terminal(), &empty, before).unwrap());
    }

    #[test]
    fn as_much_is_drawn_as_was_measured(text in "\\PC{0,12}", more in text()) {
        let text = crate::domain::Text::clean(&format!("{text}{more}")).to_string();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 1));
        let taken = cells::put(&mut buffer, (0, 0), &text, 200, Style::new());
        prop_assert_eq!(usize::from(taken), cells::width(&text));
        cells::put(&mut buffer, (taken, 0), "|", 1, Style::new());
        steady(&mut buffer);
        let bars = (0..200).rfind(|&x| buffer[(x, 0)].symbol() == "|");
        prop_assert_eq!(bars, Some(taken));
        // Every character is there, or what stands for it.
        let drawn: usize = buffer.content.iter().map(|cell| usize::from(cell.symbol() != " ")).sum();
        // A blank stays one, whatever is to be seen of it.
        let is_seen = |c: char| !c.is_whitespace() && c.width().unwrap_or(0) > 0;
        let wanted = cells::graphemes(&text).filter(|(_, it, cells)| *cells > 0 && it.contains(is_seen)).count();
        prop_assert!(drawn > wanted, "{} {}", drawn, wanted);
    }
}
