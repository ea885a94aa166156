//! The tab of the usage: what is asked for it, what it says, and what list, filter and review make of it.

use crate::app::play::{Asked, Play, asked, failure, image, reply, studio};
use crate::app::update::tests::places::THEIRS;
use crate::app::{Msg, PlaceId, Reply, Timer};
use crate::domain::{FailureClass, StudioDomain};
use crate::service::{Answer, PageToken, Read};

const NOTHING: [&str; 0] = [];
const LISTS: [&str; 4] = ["ListDomains", "ListUserProfiles", "ListSpaces", "ListApps"];

pub fn all_well(_: &Read) -> Option<Reply> {
    None
}

fn denied(operation: &'static str) -> impl Fn(&Read) -> Option<Reply> {
    move |read| (read.operation() == operation).then(|| Err(failure(FailureClass::Denied)))
}

/// Looked up to the end; the versions of `a` are known.
pub fn looked_up() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("4");
    play.answer_studio("a", all_well);
    play
}

#[track_caller]
pub fn shows(play: &Play, words: &[&str]) {
    let screen = play.screen();
    let flat = flat(&screen);
    for words in words {
        assert!(flat.contains(words), "{words}\n{screen}");
    }
}

/// The text of the right half, which holds the detail, in one line; and the whole screen as it is.
fn flat(screen: &str) -> String {
    let right = screen.lines().map(|line| line.rsplit("││").next().unwrap_or(line).to_owned());
    let words =
        right.map(|line| line.trim_matches(['│', '╮', '╯', '─', ' ']).to_owned() + " ").collect::<String>();
    let left = screen.lines().map(|line| line.chars().take(60).collect::<String>());
    let left =
        left.map(|line| line.trim_matches(['│', '╭', '╰', '─', ' ']).to_owned() + " ").collect::<String>();
    format!("{words}\n{left}\n{screen}")
}

#[test]
fn opening_the_tab_looks_it_up_once_for_all_images() {
    let mut play = Play::with(&["a", "b"]);
    assert_eq!(play.asked_of_studio(), NOTHING, "nobody asked for it");
    play.press("4");
    assert_eq!((play.tab(), play.asked_of_studio()), ("Usage", LISTS.to_vec()));
    // Moving on goes on serving.
    for key in ["j", "2", "4", "enter", "K", "J"] {
        play.press(key);
        play.rest();
        assert_eq!(play.asked_of_studio(), LISTS, "{key}");
    }
    play.press("esc esc");
    let mut play = looked_up();
    shows(
        &play,
        &["Usage 7", "vision-and-language", "Defaults for users", "mira-lindqvist", "read just now"],
    );
    assert_eq!(play.app.place().usage.ended_at(), Some(play.app.now));
    play.press("j");
    play.rest();
    shows(&play, &["Not used in this account and region.", "Usage 0"]);
    shows(&play, &["Searched 2 domains, 2 user profiles, 2 spaces and 3 apps"]);
    play.later(600);
    play.press("k");
    play.rest();
    assert_eq!(play.asked_of_studio(), NOTHING, "it is kept until it is wanted anew");
    shows(&play, &["read 10 minutes ago"]);
    play.press("r");
    assert_eq!(play.asked_of_studio(), LISTS);
    shows(&play, &["Looking up usage again", "mira-lindqvist"]);
}

#[test]
fn never_more_than_four_are_out_and_the_versions_wait_for_that() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    loop {
        let out = play.calls.len();
        assert!(out <= 4, "{:?}", play.calls);
        if !play.answer_one_of_studio("a", all_well) {
            break;
        }
    }
    assert_eq!(play.asked_of_tabs(), ["versions a"]);
}

#[test]
fn it_begins_as_soon_as_it_is_known_where_the_images_are() {
    let mut play = Play::begin();
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.press("4");
    assert_eq!(play.asked_of_studio(), NOTHING);
    let mut play = Play::begin_at(play.app.size, crate::domain::Mode::default(), Some("a"));
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.press("4");
    assert_eq!(play.asked_of_studio(), NOTHING);
    shows(&play, &["Identifying the account"]);
    play.answer(asked::account, reply::account("123456789012"));
    assert_eq!(play.asked_of_studio(), LISTS);
}

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
fn esc_stops_it_and_says_how_far_it_came() {
    for keys in ["4", "enter 4"] {
        let mut play = Play::with(&["a", "b"]);
        play.press(keys);
        for _ in 0..5 {
            play.answer_one_of_studio("a", all_well);
        }
        play.press("esc");
        assert_eq!((play.asked_of_studio(), play.tab()), (NOTHING.to_vec(), "Usage"));
        shows(&play, &["Stopped after 4 of 9: there may be more.", "! incomplete"]);
        assert_eq!(play.said(), "", "the tab says it");
        // It is not begun with again by itself.
        play.press("j");
        play.rest();
        assert_eq!(play.asked_of_studio(), NOTHING);
        play.press("r");
        assert_eq!(play.asked_of_studio(), LISTS);
        // What was stopped early does not hide what comes.
        let image = play.app.current_name().unwrap().to_string();
        for _ in 0..8 {
            play.answer_one_of_studio(&image, all_well);
        }
        shows(&play, &["Looking up usage: ", "Defaults for users"]);
    }
    // Of a newer one, the older stays.
    let mut play = looked_up();
    play.press("r");
    play.answer_one_of_studio("a", all_well);
    play.press("esc");
    shows(&play, &["Usage 7", "Stopped after 0 of at least 2.", "Showing results from", "! old"]);
    play.press("/");
    play.type_text("unused:");
    assert_eq!(play.names(), ["b"], "what was whole still is");
}

#[test]
fn expired_keys_end_it_and_it_is_not_asked_on() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    play.answer_one_of_studio("a", |_| Some(Err(failure(FailureClass::Expired))));
    assert_eq!(play.asked_of_studio(), NOTHING);
    shows(&play, &["Couldn't look up usage", "Stopped after"]);
}

#[test]
fn where_it_is_throttled_it_rests_and_goes_on() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    for _ in 0..4 {
        play.answer_one_of_studio("a", |_| Some(Err(failure(FailureClass::Throttled))));
    }
    assert_eq!(play.asked_of_studio(), NOTHING);
    shows(&play, &["Throttled: fewer calls"]);
    play.run_out(&Timer::Scan(PlaceId(0)));
    assert_eq!(play.asked_of_studio().len(), 2, "half as many as before");
    play.answer_studio("a", all_well);
    shows(&play, &["Usage 7", "read just now"]);
    assert!(play.app.errors.records().is_empty());
}

#[test]
fn what_vanishes_and_a_token_that_comes_twice_are_told() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    play.answer_studio("a", |read| match read {
        Read::UserProfile(_) => Some(Err(failure(FailureClass::NotFound))),
        Read::Domains { .. } => {
            let domains = vec![StudioDomain::of(crate::domain::DomainId::received("d-1"))];
            Some(Ok(Answer::Domains { domains, next: Some(PageToken("again".into())) }))
        }
        _ => None,
    });
    shows(&play, &["2 were gone before they could be read.", "same page token twice"]);
}

#[test]
fn another_place_ends_it_and_knows_nothing_of_it() {
    let mut play = looked_up();
    play.press("r");
    play.pick("P", "production");
    assert_eq!(play.asked_of_studio(), NOTHING);
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["a"], None);
    play.rest();
    assert_eq!((play.tab(), play.asked_of_studio()), ("Usage", LISTS.to_vec()), "the tab is open there too");
    assert!(!play.screen().contains("mira-lindqvist"), "{}", play.screen());
    play.pick("P", "research");
    shows(&play, &["mira-lindqvist", "Usage 7"]);
    assert_eq!(play.asked_of_studio(), NOTHING, "what was known there is kept");
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

#[test]
fn an_answer_that_comes_after_it_was_given_up_changes_nothing() {
    let mut play = Play::with(&["a"]);
    play.press("4");
    let (ticket, Asked::Studio(read)) = play.out().remove(0) else { panic!("{:?}", play.out()) };
    play.press("r");
    let before = format!("{:?}", play.app.place().usage);
    let answer = studio::studio(&read, studio::HERE, "a").unwrap();
    play.tell(Msg::Reply { ticket, reply: Ok(answer) });
    assert_eq!(format!("{:?}", play.app.place().usage), before);
}
