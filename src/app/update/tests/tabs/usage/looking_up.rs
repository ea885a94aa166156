//! Looking the usage up: what is asked for, and what ends it.

use crate::app::play::{Asked, Play, asked, failure, reply, studio};
use crate::app::update::tests::places::THEIRS;
use crate::app::{Msg, PlaceId, Timer};
use crate::domain::{FailureClass, StudioDomain};
use crate::service::{Answer, PageToken, Read};

use super::{LISTS, NOTHING, all_well, looked_up, shows};

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
