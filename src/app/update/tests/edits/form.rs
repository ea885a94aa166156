//! The form and the review, up to the moment before something is sent.

use crate::app::play::{FIELDS, Play, ROLE, asked, image, reply};
use crate::app::{Msg, PlaceId};
use crate::domain::{FailureClass, Image, Mode};

#[test]
fn the_form_is_filled_from_a_fresh_describe() {
    let mut play = Play::with(&["a"]);
    play.press("e");
    assert_eq!(play.typed("display name"), "a shown", "what is known stands there at once");
    let fresh = Image { display_name: Some("Fresh".into()), ..image("a") };
    play.describe(fresh);
    assert_eq!(play.typed("display name"), "Fresh");
    assert_eq!(play.typed("role"), ROLE);
    assert!(FIELDS.iter().all(|field| play.form().state(field) == "unchanged"));
}

#[test]
fn what_is_typed_before_the_image_is_read_stays() {
    let mut play = Play::with(&["a"]);
    play.press("e");
    play.fill("Mine");
    play.describe(image("a"));
    assert_eq!(play.typed("display name"), "Mine");
    assert_eq!(play.form().state("display name"), "set");
    assert_eq!(play.form().state("description"), "unchanged");
}

#[test]
fn each_field_says_what_would_become_of_it() {
    let absent = Image { display_name: None, description: None, role: None, ..image("a") };
    for (base, field, typed, state, can_be_sent) in [
        (image("a"), "display name", "a shown", "unchanged", true),
        (image("a"), "display name", "New", "set", true),
        (image("a"), "display name", "", "clear", true),
        (image("a"), "display name", " x", "set", false),
        (image("a"), "description", "", "clear", true),
        (image("a"), "role", "", "clear", false),
        (image("a"), "role", "arn:aws:iam::123456789012:role/Other", "set", true),
        (image("a"), "role", "role/Other", "set", false),
        (absent.clone(), "display name", "", "unchanged", true),
        (absent.clone(), "description", "New", "set", true),
        (absent, "role", "", "unchanged", true),
    ] {
        let mut play = Play::with(&["a"]);
        play.open_form(base);
        while play.form().focus() != field {
            play.press("tab");
        }
        play.fill(typed);
        assert_eq!(play.form().state(field), state, "{field:?} {typed:?}");
        assert_eq!(play.form().problem(field).is_none(), can_be_sent, "{field:?} {typed:?}");
        play.press("ctrl-s");
        let is_review = play.top() == "review";
        assert_eq!(is_review, can_be_sent && state != "unchanged", "{field:?} {typed:?}");
    }
}

#[test]
fn limits_are_counted_in_characters_and_marked_while_typing() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill(&"ü".repeat(128));
    assert!(play.form().problem("display name").is_none());
    play.type_text("x");
    let problem = play.form().problem("display name").unwrap();
    assert!(problem.contains("129 characters, 1 over the limit of 128"), "{problem}");
    play.press("backspace");
    assert!(play.form().problem("display name").is_none());
}

#[test]
fn a_paste_with_line_breaks_becomes_one_line_and_says_so() {
    for (pasted, typed, says_so) in [
        ("one\ntwo", "one two", true),
        ("one\r\ntwo\u{2028}three", "one two three", true),
        ("no break", "no break", false),
        ("trailing break\n", "trailing break", false),
        ("esc \u{1b}[31mred", "esc \u{fffd}red", false),
    ] {
        let mut play = Play::with(&["a"]);
        play.open_form(image("a"));
        play.press("tab end ctrl-u");
        play.tell(Msg::Paste(pasted.into()));
        assert_eq!(play.typed("description"), typed, "{pasted:?}");
        assert_eq!(play.form().remark().is_some(), says_so, "{pasted:?}");
        assert!(play.sent.is_empty());
    }
}

#[test]
fn a_field_is_put_back_and_what_was_typed_comes_back_too() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-r");
    assert_eq!(play.typed("display name"), "a shown");
    assert_eq!(play.form().state("display name"), "unchanged");
    play.press("ctrl-r");
    assert_eq!(play.typed("display name"), "Mine");
    play.press("ctrl-r");
    play.press("alt-u");
    assert_ne!(play.typed("display name"), "a shown", "undo works over a field put back");
}

#[test]
fn a_closed_form_is_a_draft_that_comes_back() {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("esc");
    assert!(play.pages().is_empty());
    assert!(play.said().contains("Draft of a kept"), "{}", play.said());
    play.press("j k");
    play.open_form(image("a"));
    assert_eq!(play.typed("display name"), "Mine");
    play.press("esc q");
    assert!(!play.quit, "q never loses a draft");
    assert_eq!(play.top(), "quit?");
    play.press("n");
    assert!(play.pages().is_empty());
    play.press("q y");
    assert!(play.quit);
}

#[test]
fn a_form_without_a_word_typed_leaves_nothing_behind() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("x backspace esc q");
    assert!(play.quit);
    let mut play = Play::with(&["a"]);
    play.press("e esc");
    assert_eq!(play.cancelled.len(), 1, "nobody waits for what it would have begun from");
    play.press("q");
    assert!(play.quit);
}

#[test]
fn a_draft_shows_what_another_hand_changed_since() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("esc");
    let theirs =
        Image { description: Some("Theirs".into()), display_name: Some("Their name".into()), ..image("a") };
    play.open_form(theirs);
    assert_eq!(play.typed("display name"), "Mine");
    assert_eq!(play.typed("description"), "Theirs", "what was not typed in follows the image");
    assert_eq!(play.form().foreign(), ["display name", "description"]);
}

#[test]
fn the_review_waits_for_the_image_and_a_failed_read_can_be_tried_again() {
    let mut play = Play::with(&["a"]);
    play.press("e");
    play.fill("Mine");
    play.press("ctrl-s");
    assert_eq!(play.top(), "form");
    play.describe_fails(FailureClass::Expired);
    assert_eq!(play.typed("display name"), "Mine");
    play.press("ctrl-s");
    play.describe(image("a"));
    play.press("ctrl-s");
    assert_eq!(play.top(), "review");
}

#[test]
fn nothing_changed_sends_nothing() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("ctrl-s enter enter");
    assert!(play.calls.is_empty() && play.sent.is_empty());
}

#[test]
fn keys_typed_ahead_do_not_send_what_nobody_has_seen() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press_unseen("ctrl-s");
    play.press_unseen("enter");
    assert_eq!(play.asked(asked::any), 0);
    play.paint();
    play.press("enter");
    assert_eq!(play.asked(asked::read), 1);
    assert!(play.sent.is_empty(), "the image is read first");
}

#[test]
fn the_command_can_be_copied_from_the_review() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("It's mine");
    play.press("ctrl-s y");
    assert_eq!(
        play.copied,
        ["aws sagemaker update-image --image-name a --display-name='It'\\''s mine' \
          --profile research --region us-east-1"]
    );
}

#[test]
fn in_a_text_plain_keys_are_typed_and_enter_does_not_send() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("");
    play.type_text("?q:eyj/");
    assert_eq!(play.typed("display name"), "?q:eyj/");
    play.press("enter enter enter enter");
    assert_eq!(play.top(), "form");
    play.press("f1");
    assert_eq!(play.top(), "help");
    play.press("esc");
    assert_eq!(play.typed("display name"), "?q:eyj/");
}

#[test]
fn read_only_explains_and_opens_no_form() {
    let mode = Mode { read_only: true, demo: false };
    let mut play = Play::begin_at(crate::app::Size { width: 120, height: 40 }, mode, Some("a"));
    play.describe(image("a"));
    play.press("e");
    assert!(play.pages().is_empty());
    assert!(play.said().contains("Read-only"));
    assert!(play.find_form("a").is_none());
}

#[test]
fn a_draft_that_is_opened_from_the_list_is_the_one_that_e_opens_again() {
    let mut play = Play::with(&["a", "b"]);
    play.press("j");
    play.rest();
    play.describe(image("b"));
    play.open_form(image("b"));
    play.fill("Mine");
    play.press("esc k");
    assert_eq!(play.selected(), "a");
    play.press("D enter");
    play.describe(image("b"));
    play.press("esc");
    assert_eq!(
        (play.selected().as_str(), play.said().as_str()),
        ("b", "Draft of b kept. Press e to reopen it.")
    );
    play.press("e");
    assert_eq!(play.form().image(), "b");
    // Where a filter hides the image, another key leads there.
    play.press("esc /");
    play.type_text("name:a");
    play.press("enter D enter");
    play.describe(image("b"));
    play.press("esc");
    assert_eq!(
        (play.selected().as_str(), play.said().as_str()),
        ("a", "Draft of b kept. Press D to list it.")
    );
}

#[test]
fn quitting_asks_about_drafts_of_this_session_only() {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Left before");
    play.keeps();
    let draft = play.only_draft();
    let key = draft.place().clone();
    let mut play = Play::with(&["a", "b"]);
    play.recall(PlaceId(0), &key, vec![draft.clone()]);
    // Looked at, and put back and forth, it is as it was left.
    play.open_form(image("a"));
    play.press("ctrl-r ctrl-r esc q");
    assert!(play.quit);
    for (typed, asked) in [("More", true), ("Left before", false)] {
        let mut play = Play::with(&["a", "b"]);
        play.recall(PlaceId(0), &key, vec![draft.clone()]);
        play.open_form(image("a"));
        play.fill(typed);
        play.press("esc q");
        assert_eq!(play.quit, !asked, "{typed}");
    }
    // A draft that was typed before the old one came is of this session too.
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("New");
    play.recall(PlaceId(0), &key, vec![draft]);
    play.press("esc q");
    assert!(!play.quit);
}

#[test]
fn the_demo_asks_nothing_since_all_goes_with_it() {
    let mut play = Play::with(&["a"]);
    play.app.mode.demo = true;
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("esc R");
    assert_eq!(play.said(), "Each demo account has one region. Press P to switch accounts. · 1 more message");
    play.press("x");
    assert_eq!(play.said(), "Draft of a kept until you quit the demo. Press e to reopen it.");
    play.press("q");
    assert!(play.quit);
}

#[test]
fn an_answer_for_another_image_is_no_beginning_of_an_edit() {
    let mut play = Play::with(&["a"]);
    play.press("e");
    let other = Image { arn: None, ..image("b") };
    play.answer(asked::read, reply::image(other));
    assert!(play.screen().contains("asked the service for a, but it returned b"), "{}", play.screen());
    play.fill("Mine");
    play.press("ctrl-s");
    assert_eq!(play.top(), "form", "nothing to review");
}
