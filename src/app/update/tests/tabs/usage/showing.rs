//! What the tab of the usage says, and what list, filter and review make of it.

use crate::app::Msg;
use crate::app::play::{Asked, Play, failure, image, reply};
use crate::domain::FailureClass;
use crate::service::Read;

use super::{NOTHING, all_well, denied, flat, looked_up, shows};

#[test]
fn pins_that_are_no_good_are_marked() {
    let mut play = looked_up();
    play.answer_versions("a", 1..=12);
    play.answer(|asked| *asked == Asked::Aliases("a".into()), reply::aliases("a", &[("prod", 11)], 12));
    // What only a description tells is read of the pinned ones, one after another.
    let mut read = Vec::new();
    while let Some(number) =
        (1..=12).find(|number| play.asked(|asked| *asked == Asked::Version("a".into(), *number)) > 0)
    {
        let guidance = (number == 5).then(|| "ARCHIVED".into());
        let version = crate::app::play::version("a", number);
        let version = crate::domain::ImageVersion { vendor_guidance: guidance, ..version };
        play.answer(|asked| matches!(asked, Asked::Version(..)), reply::version(version));
        read.push(number);
    }
    assert_eq!(read, [11, 9, 5]);
    play.tell(Msg::Resize { width: 200, height: 40 });
    let pins = [
        "version 77  ✖ no such version",
        "alias gone  ✖ no such alias",
        "version 5  ✖ archived",
        "alias prod (version 11)  default",
    ];
    shows(&play, &pins);
    let screen = flat(&play.screen());
    assert!(!screen.contains("version 9  ✖"), "{screen}");
    shows(&play, &["Failed", "The container did not start"]);
}

#[test]
fn a_missing_permission_dims_its_part_and_is_told_once() {
    for (operation, words) in [
        ("ListDomains", "Couldn't list domains (ListDomains)"),
        ("ListUserProfiles", "Couldn't list user profiles (ListUserProfiles)"),
        ("ListSpaces", "Couldn't list spaces (ListSpaces)"),
        ("ListApps", "Couldn't list apps (ListApps)"),
        ("DescribeDomain", "Couldn't read 2 domains (DescribeDomain)"),
        ("DescribeUserProfile", "Couldn't read 2 user profiles (DescribeUserProfile)"),
        ("DescribeSpace", "Couldn't read 2 spaces (DescribeSpace)"),
        ("DescribeApp", "Couldn't read why 1 app failed (DescribeApp)"),
    ] {
        let mut play = Play::with(&["a", "b"]);
        play.press("4");
        play.answer_studio("a", denied(operation));
        shows(&play, &[words]);
        let told: Vec<_> = play.app.errors.records().iter().map(|record| record.times).collect();
        assert_eq!(told, [1], "{operation}");
        // Of what nobody was found to use, nothing is claimed.
        play.press("j");
        play.rest();
        let screen = flat(&play.screen());
        let is_whole = operation == "DescribeApp";
        assert_eq!(screen.contains("Not used in this account"), is_whole, "{screen}");
        assert_eq!(screen.contains("it may be in use"), !is_whole, "{screen}");
    }
}

#[test]
fn the_cursor_goes_over_the_users_and_stays_with_one() {
    let mut play = Play::with(&["a"]);
    play.press("enter 4");
    play.answer_studio("a", |read| match read {
        Read::Domain(_) | Read::Spaces { .. } => Some(Err(failure(FailureClass::Denied))),
        _ => None,
    });
    let under_cursor = |play: &Play| {
        let screen = play.screen();
        let line = screen.lines().rfind(|line| line.contains('▌'));
        line.map(|line| line.rsplit('▌').next().unwrap().trim().trim_end_matches('│').trim().to_owned())
    };
    let first = |play: &Play| under_cursor(play).unwrap_or_default();
    assert!(first(&play).starts_with("mira-lindqvist"), "{}", play.screen());
    play.press("j");
    assert!(first(&play).starts_with("JupyterLab default  of space"), "{}", play.screen());
    play.press("j j j j j j j");
    assert!(flat(&play.screen()).contains("▌✖ Couldn't list spaces"), "{}", play.screen());
    play.press("g");
    assert!(first(&play).starts_with("mira-lindqvist"), "{}", play.screen());
    // A newer scan finds more above: it stays with its user.
    play.press("r");
    play.answer_studio("a", all_well);
    assert!(first(&play).starts_with("mira-lindqvist"), "{}", play.screen());
    play.press("k");
    assert!(first(&play).starts_with("Defaults for shared spaces"), "{}", play.screen());
}

#[test]
fn list_and_filter_know_what_is_used() {
    let mut play = Play::with(&["a", "b", "c"]);
    let filter = |play: &mut Play, text: &str| {
        play.press("/");
        play.press("ctrl-u");
        play.type_text(text);
        let names = play.names();
        play.press("enter");
        names
    };
    // Before anything was looked up, nothing is known either way.
    for text in ["used:", "unused:"] {
        assert_eq!(filter(&mut play, text), NOTHING);
        shows(&play, &["Usage hasn't been looked up: press 4."]);
    }
    play.press("esc 4");
    for _ in 0..7 {
        play.answer_one_of_studio("a", all_well);
    }
    assert_eq!(filter(&mut play, "used:"), ["a"]);
    shows(&play, &["! usage of 2 images unknown"]);
    assert_eq!(filter(&mut play, "unused:"), NOTHING);
    shows(&play, &["Still looking up usage"]);
    // The list follows as it comes.
    play.answer_studio("a", all_well);
    assert_eq!(play.names(), ["b", "c"]);
    play.press("esc");
    // Where there is room for it.
    play.tell(Msg::Resize { width: 160, height: 40 });
    let screen = play.screen();
    let row = |begin: &str| screen.lines().find(|line| line.contains(begin)).unwrap().to_owned();
    let column = row("NAME").split("USED BY").next().unwrap().chars().count();
    let used_by = |name: &str| row(&format!("●  {name}")).chars().skip(column).take(6).collect::<String>();
    assert_eq!(["a", "b"].map(used_by), ["7     ", "unused"], "{screen}");
}

#[test]
fn the_review_says_by_how_many_an_image_is_used() {
    let review = |play: &mut Play, base: &str| {
        play.press("1");
        play.open_form(image(base));
        play.fill("Mine");
        play.press("ctrl-s");
        play.screen()
    };
    let mut play = Play::with(&["a", "b"]);
    assert!(!review(&mut play, "a").contains("Used  "), "nothing was looked up");
    let mut play = looked_up();
    let screen = review(&mut play, "a");
    assert!(screen.contains("Used  in 7 places in this account and region, looked up just now"), "{screen}");
    assert!(play.has_consent(), "it was seen");
    let mut play = looked_up();
    play.press("j");
    let screen = review(&mut play, "b");
    assert!(screen.contains("Used  nowhere in this account and region"), "{screen}");
    let mut play = Play::with(&["a", "b"]);
    play.press("4");
    for _ in 0..7 {
        play.answer_one_of_studio("a", all_well);
    }
    let screen = review(&mut play, "a");
    assert!(screen.contains("Used  in at least "), "{screen}");
}
