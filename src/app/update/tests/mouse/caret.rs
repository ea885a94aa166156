//! A click puts the caret where it was made.

use ratatui::layout::Position;

use crate::app::play::Play;
use crate::app::{Msg, Target};

use super::hands::wide;

#[test]
fn a_click_puts_the_caret_into_the_text() {
    let typed = |words: &str, at: &str, offset: u16| {
        let mut play = Play::with(&["a"]);
        play.tell(Msg::Resize { width: 60, height: 24 });
        play.open_form(crate::app::play::image("a"));
        play.press("tab");
        play.fill(words);
        play.press("tab");
        let mut play = play.with_mouse();
        let cell = play.cell_of(at);
        play.click_at(Position { x: cell.x + offset, ..cell });
        assert_eq!(play.form().focus(), "description", "{:?}\n{}", play.clickables(), play.screen());
        play.type_text("|");
        play.form().text("description").to_owned()
    };
    assert_eq!(typed("one two three", "two", 0), "one |two three");
    assert_eq!(typed("one two three", "two", 2), "one tw|o three");
    assert_eq!(typed("one two three", "three", 30), "one two three|");
    // Either half of a wide character is that character.
    assert_eq!(typed("x 機械 y", "x", 2), "x |機械 y");
    assert_eq!(typed("x 機械 y", "x", 3), "x |機械 y");
    assert_eq!(typed("x 機械 y", "x", 4), "x 機|械 y");
    assert_eq!(typed("Qa👩\u{200d}🚀b", "Q", 3), "Qa|👩\u{200d}🚀b");
    // In a row further down; and in one of a text so long that only a part of it is shown.
    let long = "word ".repeat(20) + "here it is";
    assert_eq!(typed(&long, "here", 0), "word ".repeat(20) + "|here it is");
    let longer = "word ".repeat(190) + "here it is";
    assert_eq!(typed(&longer, "here", 1), "word ".repeat(190) + "h|ere it is");
}

#[test]
fn a_click_puts_the_caret_into_a_line_also_where_it_is_scrolled() {
    let typed = |keys: &str, words: &str, at: &str| {
        let mut play = wide().with_mouse();
        play.tell(Msg::Resize { width: 40, height: 24 });
        play.press(keys);
        play.type_text(words);
        play.paint();
        let (line, _) = play.clickables().into_iter().find(|(_, it)| matches!(it, Target::Line(_))).unwrap();
        let buffer = play.draw().0;
        let text: String = (line.x..line.right()).map(|x| buffer[(x, line.y)].symbol()).collect();
        let offset = text.chars().count() - text.split_once(at).unwrap().1.chars().count() - at.len();
        play.click_at(Position { x: line.x + u16::try_from(offset).unwrap(), ..line.as_position() });
        play.type_text("|");
        play.screen()
    };
    for (keys, lead) in [("/", "/"), (":", ":"), ("R", "› ")] {
        let screen = typed(keys, "one two", "two");
        assert!(screen.contains(&format!("{lead}one |two")), "{keys}\n{screen}");
        let long = "abcdefgh ".repeat(9) + "end of it";
        let screen = typed(keys, &long, "of it");
        assert!(screen.contains("end |o"), "{keys}\n{screen}");
    }
}
