//! Searching the help.

use crate::app::Msg;
use crate::app::play::Play;

fn helping() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("?");
    play
}

#[test]
fn the_help_is_searched_as_one_types() {
    let mut play = helping();
    play.press("pgdn pgdn /");
    assert!(play.help_scroll() > 0);
    play.type_text("q");
    assert_eq!(play.top(), "help", "what types is typed");
    assert_eq!(play.help_scroll(), 0, "from its top");
    play.press("backspace");
    play.type_text("copy ARN");
    let screen = play.screen();
    assert!(screen.contains("copy the ARN") && screen.contains("/copy ARN"), "{screen}");
    assert!(!screen.contains("sort by the next column"), "{screen}");
    assert!(screen.contains("An image (list or detail)"), "with where it works: {screen}");
    play.press("enter");
    assert!(play.screen().contains("/copy ARN"), "it stays: {}", play.screen());
    play.press("/");
    play.type_text(" zzz");
    assert!(play.screen().contains("Nothing in the help matches ‘copy arn zzz’."), "{}", play.screen());
    play.press("esc");
    assert_eq!(play.top(), "help");
    let screen = play.screen();
    assert!(screen.contains("one image down") && !screen.contains("/copy"), "all is there again: {screen}");
    play.press("esc");
    assert_eq!(play.top(), "browser");
}

#[test]
fn what_is_pasted_is_one_clean_line() {
    let mut play = helping();
    play.press("/");
    play.tell(Msg::Paste("sort\nby\u{1b}[2J\u{7}".into()));
    let screen = play.screen();
    assert!(screen.contains("/sort by") && !screen.contains('\u{1b}'), "{screen}");
    assert_eq!(play.top(), "help");
}

#[test]
fn tab_goes_from_the_list_to_the_detail_and_back_at_any_width() {
    for width in [40, 80, 120] {
        let mut play = Play::with(&["a", "b"]);
        play.tell(Msg::Resize { width, height: 24 });
        let (list, detail) = ("─ Images", "Display name  a shown");
        let is_wide = width >= 100;
        for _ in 0..2 {
            assert!(play.screen().contains(list), "{}", play.screen());
            play.press("tab");
            let screen = play.screen();
            assert!(screen.contains(detail) && screen.contains(list) == is_wide, "{width}: {screen}");
            play.press("tab");
        }
    }
}

#[test]
fn the_next_image_is_one_key_away_at_any_width() {
    for width in [30, 40, 80, 120] {
        let mut play = Play::with(&["a", "b", "c"]);
        play.tell(Msg::Resize { width, height: 24 });
        play.press("enter");
        for (key, image) in [("J", "b"), ("J", "c"), ("J", "c"), ("K", "b"), ("K", "a"), ("K", "a")] {
            play.press(key);
            assert_eq!(play.selected(), image);
            let screen = play.screen();
            assert!(screen.contains(&format!("─ {image} ─")), "{width}: {screen}");
        }
        play.press("esc");
        assert!(play.screen().contains("Images 1/3"), "{}", play.screen());
    }
}
