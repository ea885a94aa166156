//! Filtering the list.

use crate::app::play::{Play, image};
use crate::app::{Msg, Timer};

/// More images than are put to a filter at once.
const MANY: usize = 10_000;

fn many() -> Play {
    let names: Vec<_> = (0..MANY).map(|number| format!("i-{number:05}")).collect();
    Play::with(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

fn shows(play: &Play, words: &str) {
    assert!(play.screen().contains(words), "{words}:\n{}", play.screen());
}

#[test]
fn of_many_images_the_first_are_there_at_once_and_the_rest_follows() {
    let mut play = many();
    play.press("/");
    play.type_text("-\"7\"");
    let first = play.names().len();
    assert!(first > 0 && first < 6561, "{first}");
    shows(&play, "filtering…");
    // Another key does not wait for it.
    play.type_text(" 89");
    let mut rounds = 0;
    while play.screen().contains("filtering…") {
        play.tell(Msg::Timer(Timer::Sift));
        rounds += 1;
        assert!(rounds < 10);
    }
    let wanted = (0..MANY).map(|number| format!("i-{number:05}"));
    let wanted: Vec<_> = wanted.filter(|name| !name.contains('7') && name.contains("89")).collect();
    assert_eq!(play.names(), wanted);
}

#[test]
fn all_that_pass_are_marked_also_those_that_were_not_judged_yet() {
    let mut play = many();
    play.press("/");
    play.type_text("name:i");
    play.press("enter *");
    shows(&play, "✓ 10000 marked");
}

#[test]
fn a_filter_that_is_typed_finds_what_one_that_was_pasted_does() {
    for text in ["pytorch", "ptch -gpu", "\"torch\" failed", "status:busy", "unset:desc zz", "older:9", "é"]
    {
        let names = ["cafe", "p-t-c-h", "pytorch-cpu", "pytorch-gpu", "sklearn"];
        let (mut typed, mut pasted) = (Play::with(&names), Play::with(&names));
        typed.press("/");
        for letter in text.chars() {
            typed.type_text(&letter.to_string());
        }
        pasted.press("/");
        pasted.tell(Msg::Paste(text.into()));
        assert_eq!(typed.names(), pasted.names(), "{text}");
    }
}

#[test]
fn what_can_be_typed_is_offered_and_completed() {
    let mut play = Play::with(&["a", "b"]);
    play.press("/");
    shows(&play, "status:  name:  desc:");
    for (typed, key, text) in
        [("-st", "tab", "/-status:"), ("fa", "tab", "/-status:failed "), ("us", "tab", "used: ")]
    {
        play.type_text(typed);
        play.press(key);
        shows(&play, text);
    }
    // Nothing is offered: the key does nothing.
    play.press("ctrl-u");
    play.type_text("zz");
    play.press("tab");
    shows(&play, "/zz ");
    play.press("ctrl-u");
    play.type_text("st");
    play.press("tab alt-u");
    shows(&play, "/st ");
}

#[test]
fn what_is_not_understood_is_said_and_hides_nothing() {
    let mut play = Play::with(&["a", "b"]);
    play.press("/");
    play.type_text("older:soon");
    shows(&play, "‘soon’ is not a duration.");
    assert_eq!(play.names(), ["a", "b"]);
    play.press("enter");
    shows(&play, "! ");
    shows(&play, "/older:soon");
    play.press("esc");
    assert!(!play.screen().contains("older:soon"), "{}", play.screen());
}

#[test]
fn images_that_can_not_be_judged_are_counted_until_they_are_known() {
    // The first one was read.
    let mut play = Play::with(&["a", "b", "c"]);
    play.press("/");
    play.type_text("role:role");
    shows(&play, "! role of 2 images unknown");
    assert_eq!(play.names(), ["a"]);
    play.press("esc j");
    play.rest();
    play.describe(image("b"));
    play.press("/");
    play.type_text("role:role");
    shows(&play, "! role of 1 image unknown");
    assert_eq!(play.names(), ["a", "b"]);
    play.press("ctrl-u");
    play.type_text("-role:role");
    shows(&play, "The role of 1 image isn't loaded yet.");
    assert!(play.names().is_empty());
}
