//! Where the person is in the answer of the service, as that is laid out anew.

use crate::app::play::{Asked, Play, failure};
use crate::domain::FailureClass;

/// The answer about `a` is shown, lines are not wrapped, and the detail has the keys.
fn unwrapped(body: &str) -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("enter 5");
    play.answer_raw("a", body);
    play.press("w");
    play
}

#[test]
fn what_was_scrolled_to_the_side_begins_at_the_left_for_another_image() {
    let mut play = unwrapped(&format!("[\"{}\"]", "word ".repeat(60)));
    play.press("> > >");
    play.press("J");
    play.rest();
    play.answer_raw("b", "[\"short\"]");
    assert!(play.screen().contains("\"short\""), "{}", play.screen());
}

#[test]
fn a_newer_answer_with_shorter_lines_is_not_scrolled_past_its_end() {
    let mut play = unwrapped(&format!("[\"{}\"]", "word ".repeat(60)));
    play.press("> > > r");
    play.answer_raw("a", "[\"short\"]");
    assert!(play.screen().contains("\"short\""), "{}", play.screen());
}

#[test]
fn a_search_stays_at_its_match_as_the_answer_is_laid_out_or_read_anew() {
    let body = r#"["item","item","item"]"#;
    let mut play = unwrapped(body);
    play.press("/");
    play.type_text("item");
    play.press("enter n n");
    for keys in ["w", "w", "r"] {
        play.press(keys);
        if keys == "r" {
            play.answer_raw("a", body);
        }
        assert!(play.screen().contains("match 3 of 3"), "{keys}\n{}", play.screen());
    }
    // Of another answer it is the first.
    play.press("r");
    play.answer_raw("a", r#"["item","item","no more"]"#);
    assert!(play.screen().contains("match 1 of 2"), "{}", play.screen());
}

#[test]
fn where_no_version_is_known_the_copy_menu_is_about_the_image() {
    let mut play = unwrapped("{}");
    play.press("i");
    play.answer(|asked| matches!(asked, Asked::Versions(..)), Err(failure(FailureClass::Denied)));
    play.press("Y");
    assert_eq!(play.copied, ["arn:aws:sagemaker:us-east-1:123456789012:image/a"]);
}

#[test]
fn the_member_at_the_top_stays_there_in_the_other_format() {
    let member = |at: usize| format!(r#""M{at:02}":{{"Name":"n{at:02}","List":[{at},"x"],"Empty":{{}}}}"#);
    let body = format!("{{{}}}", (0..40).map(member).collect::<Vec<_>>().join(","));
    let mut play = Play::with(&["a"]);
    play.press("enter 5");
    play.answer_raw("a", &body);
    let top = |play: &Play| {
        let screen = play.screen();
        let row = screen.lines().nth(4).unwrap();
        row.split("││").nth(1).unwrap_or(row).trim_matches(['│', '┃', ' ', ',']).replace('"', "")
    };
    for downs in [3, 30, 31, 90] {
        play.press("g");
        for _ in 0..downs {
            play.press("j");
        }
        let (before, screen) = (top(&play), play.screen());
        let key = before.split(':').next().unwrap().to_owned();
        play.press("v");
        assert!(
            top(&play).contains(key.trim_matches(['}', ']', '{', '['])),
            "{before}\n{screen}\n{}",
            play.screen()
        );
        play.press("v");
    }
    play.press("g v");
    assert!(play.screen().contains("M00"), "{}", play.screen());
}
