//! From the users of an image to what describes them, and what is said where that can't be known.

use crate::app::play::{Asked, Play, asked, failure, reply};
use crate::app::{Msg, Reply};
use crate::domain::FailureClass;
use crate::service::Read;

use super::usage::{all_well, looked_up, shows};

const NOTHING: [&str; 0] = [];

#[test]
fn enter_describes_a_user_and_esc_goes_back_to_it() {
    let mut play = looked_up();
    // Down to the user, what is read of it, and what is told of that.
    for (down, raw, title) in [
        ("", "domain d-8xk2m1q0zzst", "DescribeDomain d-8xk2m1q0zzst"),
        ("j j", "user profile mira-lindqvist", "DescribeUserProfile mira-lindqvist"),
        ("j", "space weekly", "DescribeSpace weekly"),
        ("j", "app JupyterLab default", "DescribeApp JupyterLab default"),
    ] {
        play.press("enter");
        play.press(down);
        let screen = play.screen();
        play.press("enter");
        assert_eq!(play.tab(), "Raw");
        play.answer_raw(raw, &format!("{{\"Is\":\"{raw}\"}}"));
        shows(&play, &[title, &format!("\"Is\": \"{raw}\"")]);
        assert_eq!(play.asked_of_studio(), NOTHING);
        play.press("esc");
        assert_eq!((play.tab(), play.pane(), play.screen()), ("Usage", "detail", screen), "{raw}");
        play.press("esc");
        assert_eq!(play.pane(), "list");
    }
    // By its number the tab is about the image again.
    play.press("enter enter 4 5");
    shows(&play, &["DescribeImage "]);
}

#[test]
fn an_answer_can_be_of_the_image_a_version_a_user_and_its_app_image_config() {
    let mut play = looked_up();
    play.answer_versions("a", 1..=3);
    play.press("enter 5");
    for title in [
        "DescribeImageVersion 3",
        "DescribeDomain d-8xk2m1q0zzst",
        "DescribeAppImageConfig lab-4",
        "DescribeImage",
        "DescribeImageVersion 3",
    ] {
        play.press("i");
        shows(&play, &[title]);
    }
    // Of an image that nobody uses, there is no more than itself and its versions.
    play.press("esc j enter 5");
    play.rest();
    play.answer_versions("b", 1..=3);
    for title in ["DescribeImage ", "DescribeImageVersion", "DescribeImage "] {
        play.press("i");
        shows(&play, &[title]);
    }
}

#[test]
fn esc_leads_back_to_the_users_also_from_another_answer() {
    let mut play = looked_up();
    play.answer_versions("a", 1..=3);
    play.press("enter");
    let tree = play.screen();
    play.press("enter i i");
    shows(&play, &["DescribeImage "]);
    play.press("esc");
    assert_eq!((play.tab(), play.screen()), ("Usage", tree));
    // Whoever came by the number of the tab goes back to the list.
    play.press("5 esc");
    assert_eq!((play.tab(), play.pane()), ("Raw", "list"));
}

#[test]
fn pins_that_can_not_be_checked_are_said_to_be() {
    type Case = (fn(&Asked) -> bool, &'static str, usize);
    let cases: [Case; 3] = [
        (
            |asked| matches!(asked, Asked::Versions(..)),
            "Couldn't check all pinned versions (ListImageVersions)",
            6,
        ),
        (|asked| matches!(asked, Asked::Aliases(_)), "Couldn't check all pinned versions (ListAliases)", 2),
        (
            |asked| matches!(asked, Asked::Version(..)),
            "Couldn't check all pinned versions (DescribeImageVersion)",
            4,
        ),
    ];
    for (is_denied, words, unchecked) in cases {
        let mut play = looked_up();
        play.press("enter G");
        let screen = play.screen();
        assert!(!screen.contains("can be checked"), "{screen}");
        let versions = |asked: &Asked| matches!(asked, Asked::Versions(..));
        let aliases = |asked: &Asked| matches!(asked, Asked::Aliases(_));
        while let Some((ticket, asked)) = play.out().into_iter().next() {
            let answer: Reply = match &asked {
                asked if is_denied(asked) => Err(failure(FailureClass::Denied)),
                asked if versions(asked) => Ok(reply::versions(
                    (1..=12).map(|number| crate::app::play::version("a", number)).collect(),
                    None,
                )),
                asked if aliases(asked) => Ok(reply::aliases("a", &[("prod", 11)], 12)),
                Asked::Version(_, number) => Ok(reply::version(crate::app::play::version("a", *number))),
                asked => panic!("{asked:?}"),
            };
            play.calls.retain(|(out, _)| *out != ticket);
            play.reply(ticket, answer);
        }
        shows(&play, &[words]);
        play.tell(Msg::Resize { width: 240, height: 60 });
        assert_eq!(play.screen().matches("? not checked").count(), unchecked, "{words}\n{}", play.screen());
    }
}

#[test]
fn nobody_waits_for_an_account_that_can_not_be_told() {
    let mut play = Play::begin_at(Play::with(&["a"]).app.size, crate::domain::Mode::default(), Some("a"));
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.press("4");
    shows(&play, &["Identifying the account"]);
    play.answer(asked::account, Err(failure(FailureClass::Throttled)));
    shows(&play, &["Couldn't identify the account", "to try again"]);
}

#[test]
fn an_image_that_is_not_there_is_not_said_to_be_unused() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    play.answer_studio("a", all_well);
    let (place, browser) = play.app.browser_for_tests();
    browser.list.select(&place.images, crate::domain::ImageName::received("gone"));
    browser.pane = crate::app::Pane::Detail;
    shows(&play, &["No such image here, and not used in this account and region."]);
}

#[test]
fn who_uses_two_of_several_images_is_one() {
    let mut play = Play::with(&["a", "b"]);
    play.press("4");
    // The second domain's defaults use both.
    play.answer_studio("a", |read| match read {
        Read::Space(key) if key.name.as_str() == "weekly" => {
            let uses = ["a", "b"].map(crate::app::play::studio::latest);
            Some(Ok(crate::app::play::studio::space_with(key, uses.into())))
        }
        _ => None,
    });
    play.press("* e");
    for image in ["a", "b"] {
        play.describe(crate::app::play::image(image));
    }
    play.fill("Both");
    play.press("ctrl-s");
    let screen = play.screen();
    assert!(screen.contains("2 of 2 images, in 7 places in total"), "{screen}");
}
