//! The address in the console: opened, or copied.

use crate::app::play::Play;
use crate::app::{Msg, Reach};
use crate::domain::Mode;

use super::menu;

#[test]
fn the_console_is_opened_where_a_browser_is_and_else_its_address_is_copied() {
    const ADDRESS: &str =
        "https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/a";
    let desktop = Reach { has_desktop: true, ..Reach::default() };
    let open = |reach: Reach| {
        let mut play = Play::with(&["a"]);
        play.app.reach = reach;
        play.press("o");
        play
    };
    let mut play = open(desktop);
    assert_eq!(play.browsed, [ADDRESS]);
    play.tell(Msg::Browsed { address: ADDRESS.into(), trouble: None });
    assert!(play.said().contains("account 123456789012") && play.copied.is_empty(), "{}", play.said());
    play.tell(Msg::Browsed { address: ADDRESS.into(), trouble: Some("xdg-open ended with 3".into()) });
    assert_eq!(play.copied, [ADDRESS]);
    for reach in [Reach::default(), Reach { is_over_ssh: true, ..desktop }] {
        let play = open(reach);
        assert!(play.browsed.is_empty());
        assert_eq!(play.copied, [ADDRESS]);
        assert!(play.said().contains("no browser: ") && play.said().contains(ADDRESS), "{}", play.said());
    }
}

#[test]
fn where_no_console_is_published_that_is_said() {
    let size = crate::app::Size { width: 120, height: 40 };
    for (region, mode, words) in [
        ("eusc-de-east-1", Mode::default(), "partition aws-eusc"),
        ("us-iso-east-1", Mode::default(), "partition aws-iso"),
        ("us-east-1", Mode { demo: true, read_only: false }, "Demo images"),
    ] {
        let mut play = Play::begin_at(size, mode, None);
        play.resolve("research", region, "123456789012");
        play.page(&["a"], None);
        play.app.reach.has_desktop = true;
        play.press("o");
        assert!(
            play.browsed.is_empty() && play.copied.is_empty() && play.said().contains(words),
            "{}",
            play.said()
        );
        play.press("y");
        let menu = menu(&play);
        assert!(menu.iter().any(|row| row == "n name"), "{menu:?}");
        assert!(!menu.iter().any(|row| row.contains("console")), "{menu:?}");
    }
}
