//! Text that is selected, wherever text is typed.

use crate::app::play::{Play, image};

#[test]
fn text_is_selected_copied_cut_and_let_go_in_every_field() {
    for open in ["/", ":", "R", "? /", "enter 5", "e", "T"] {
        let mut play = Play::with(&["a", "b"]);
        play.press(open);
        match open {
            "e" => play.describe(image("a")),
            "enter 5" => {
                play.answer_raw("a", "{}");
                play.press("/");
            }
            _ => {}
        }
        play.press("end ctrl-u");
        play.type_text("one two");
        let (shown, pages) = (play.screen(), play.pages().len());
        play.press("ctrl-shift-left");
        assert_eq!(play.app.selection(), Some("two"), "{open}: {}", play.screen());
        // The key that closes lets go of it first.
        play.press("esc");
        assert_eq!((play.app.selection(), play.pages().len()), (None, pages), "{open}");
        // What the footer offers goes by where the caret stands.
        play.press("end");
        assert_eq!(play.screen(), shown, "{open}: all of it stands there still");
        play.press("end shift-left shift-left ctrl-y");
        assert_eq!(play.copied, ["wo"], "{open}");
        assert_eq!(play.app.selection(), Some("wo"), "{open}");
        play.press("ctrl-x alt-a");
        assert_eq!((play.copied.len(), play.app.selection()), (2, Some("one t")), "{open}");
        play.type_text("x");
        play.press("alt-a");
        assert_eq!(play.app.selection(), Some("x"), "{open}: it is typed over");
        play.press("alt-u alt-a");
        assert_eq!(play.app.selection(), Some("one t"), "{open}: in one step");
    }
}

#[test]
fn a_key_with_shift_that_is_bound_to_nothing_is_the_same_without() {
    let mut play = Play::with(&["a", "b", "c"]);
    play.press("shift-down");
    assert_eq!(play.selected(), "b");
    play.press("e");
    play.describe(image("b"));
    play.press("shift-left tab");
    assert_eq!(play.app.selection(), None, "a field that is left is not selected in");
}
