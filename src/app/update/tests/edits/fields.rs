//! From field to field, and what is judged when.

use crate::app::play::{Play, image};
use crate::domain::Image;

/// A form whose second field takes three rows.
fn form() -> Play {
    let mut play = Play::with(&["a"]);
    let description = "one two three four five six seven eight nine ten ".repeat(3);
    play.open_form(Image { description: Some(description.trim_end().into()), ..image("a") });
    play
}

#[test]
fn down_and_up_go_row_by_row_and_on_to_the_next_field() {
    let mut play = form();
    let mut trace = Vec::new();
    for key in ["down", "down", "down", "down", "up", "up", "up", "up"] {
        play.press(key);
        trace.push(play.form().focus());
    }
    let of_three_rows = ["description"; 3];
    let expected = [&of_three_rows[..], &["role"], &of_three_rows[..], &["display name"]].concat();
    assert_eq!(trace, expected, "{}", play.screen());
    play.press("up");
    assert_eq!(play.form().focus(), "display name", "above the first there is none");
    play.press("down down");
    play.type_text("|");
    assert!(!play.typed("description").starts_with('|'), "{}", play.typed("description"));
}

#[test]
fn in_a_field_of_one_row_the_caret_stays_where_it_was() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("home down up");
    play.type_text("x");
    assert_eq!(play.typed("display name"), "xa shown");
}

#[test]
fn a_blank_at_the_end_is_judged_when_the_field_is_left() {
    let what = "ends with a blank";
    for leave in ["tab", "down", "backtab", "ctrl-s"] {
        let mut play = Play::with(&["a"]);
        play.open_form(image("a"));
        play.fill("PyTorch ");
        let screen = play.screen();
        assert!(screen.contains("1 change") && !screen.contains("invalid"), "{leave}: {screen}");
        play.press(leave);
        let screen = play.screen();
        assert!(screen.contains("1 invalid") && !screen.contains("1 change"), "{what}, {leave}: {screen}");
        assert_eq!(play.top(), "form");
        while play.form().focus() != "display name" {
            play.press("tab");
        }
        play.type_text("2.5");
        assert!(!play.screen().contains("invalid"), "{}", play.screen());
        play.press("ctrl-s");
        assert_eq!(play.top(), "review");
    }
    // What no further word can mend is said at once.
    for text in [" PyTorch", " "] {
        let mut play = Play::with(&["a"]);
        play.open_form(image("a"));
        play.fill(text);
        assert!(play.screen().contains("1 invalid"), "{}", play.screen());
    }
}

#[test]
fn what_can_not_be_sent_is_no_change_until_it_can() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("New");
    play.press("tab tab");
    play.fill("role/Other");
    let screen = play.screen();
    assert!(screen.contains("1 change, 1 invalid"), "{screen}");
    play.fill("arn:aws:iam::123456789012:role/Other");
    assert!(play.screen().contains("2 changes"), "{}", play.screen());
}

#[test]
fn with_nothing_changed_the_form_says_so_and_asks_for_nothing() {
    for (open, says) in
        [("e", "Nothing to send: no field was changed."), ("T", "Nothing to send: no tags were")]
    {
        let mut play = Play::with(&["a"]);
        play.press(open);
        if open == "e" {
            play.describe(image("a"));
        } else {
            play.answer(
                crate::app::play::asked::tags,
                crate::app::play::reply::tags("a", &[("team", "vision")]),
            );
        }
        let waiting = play.calls.len();
        play.press("ctrl-s");
        assert_eq!(play.top(), "form");
        assert!(play.screen().contains(says), "{}", play.screen());
        assert_eq!(play.calls.len(), waiting);
        play.type_text("x");
        assert!(!play.screen().contains("Nothing to send"), "{}", play.screen());
    }
}
