//! Going from place to place: what is asked of one never shows, and never goes out, at another.

use crate::app::PlaceId;
use crate::app::play::{Play, Refused, asked, failure, image, reply, second};
use crate::domain::{Aim, FailureClass, Image, ImageStatus, Mark, PlaceKey};

use super::{OURS, THEIRS, at, aws_setup};

#[test]
fn a_switch_shows_nothing_of_the_place_before() {
    let mut play = Play::with(&["a", "b"]);
    play.press("j r");
    let late = play.out();
    play.pick("P", "produc");
    let aim = Aim { profile: Some("production".into()), region: Some("eu-west-1".into()) };
    assert_eq!(play.opened, [(PlaceId(1), aim)]);
    assert_eq!(play.header(), at("production", "?", "eu-west-1"));
    assert!(play.names().is_empty() && play.current().is_none());
    for (ticket, asked) in late {
        assert!(play.cancelled.contains(&ticket), "{asked:?} is still waited for");
        // Even if its answer was on the way already.
        play.reply(ticket, reply::page(vec![image("a")], None));
    }
    assert!(play.names().is_empty());
    assert!(play.targets().iter().all(|place| *place == PlaceId(1)));
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["c"], None);
    assert_eq!(play.header(), at("production", THEIRS, "eu-west-1"));
    assert_eq!(play.names(), ["c"]);
}

#[test]
fn a_place_seen_before_is_there_at_once_and_old_until_it_is_read() {
    let mut play = Play::with(&["alpha", "beta", "gamma"]);
    play.press("/");
    play.type_text("a");
    play.press("enter G");
    assert_eq!(play.selected(), "gamma");
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["delta"], None);
    play.pick("P", "research");
    assert_eq!(play.opened.len(), 1, "the first place is known");
    assert_eq!(play.header(), at("research", OURS, "us-east-1"));
    assert_eq!(play.names(), ["alpha", "beta", "gamma"]);
    assert!(play.list_is_old());
    assert_eq!((play.selected(), play.filter().as_str()), ("gamma".into(), "a"));
    play.page(&["alpha", "gamma"], None);
    assert!(!play.list_is_old());
    assert_eq!(play.names(), ["alpha", "gamma"]);
}

#[test]
fn an_open_form_stays_at_its_place() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("produc");
    play.press("enter");
    assert!(play.pages().is_empty() && !play.has_open_form());
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    assert_eq!(play.typed("display name"), "a shown", "its own, not what is typed elsewhere");
    play.press("esc");
    assert_eq!(play.app.drafts_elsewhere(), [("research us-east-1".to_owned(), 1)]);
    play.pick("P", "research");
    assert_eq!(play.typed("display name"), "Mine");
    play.describe(image("a"));
    play.press("ctrl-s enter");
    assert_eq!(play.targets().last(), Some(&PlaceId(0)));
    play.describe(image("a"));
    assert_eq!(play.sent.len(), 1);
    assert_eq!(play.write_goes_to(), PlaceId(0));
    assert_eq!(*play.journal[0].place(), PlaceKey { account: OURS.into(), region: "us-east-1".into() });
}

#[test]
fn enter_typed_ahead_of_a_switch_back_sends_nothing() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.press("P");
    play.survey(aws_setup());
    play.type_text("research");
    play.press_unseen("enter");
    play.press_unseen("enter");
    assert_eq!(play.top(), "review");
    assert!(play.writes_out().is_empty() && play.sent.is_empty());
}

#[test]
fn what_was_sent_is_followed_up_at_its_place_and_told_with_its_name() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["a"], None);
    play.answer_write(reply::accepted());
    assert!(play.said().contains("research us-east-1: a: accepted"), "{}", play.said());
    play.wait();
    assert_eq!(play.targets().last(), Some(&PlaceId(0)));
    let done = Image { display_name: Some("Mine".into()), modified: Some(second(50)), ..image("a") };
    play.describe(done);
    assert!(play.said().contains("research us-east-1: a: verified"), "{}", play.said());
    let shown = play.listed("a").display_name;
    assert_eq!(shown, Some("a shown".into()), "the image of the same name elsewhere is another");
    assert!(play.history_len() == 0);
}

#[test]
fn a_review_that_was_sent_and_left_says_elsewhere_that_it_was_not() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.pick("P", "production");
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    assert!(play.said().contains("research us-east-1: a was not sent"), "{}", play.said());
    assert!(play.sent.is_empty());
    play.pick("P", "research");
    assert_eq!(play.refusal(), Some(Refused::Changing(ImageStatus::Updating)));
}

#[test]
fn a_write_that_waits_goes_out_at_its_place() {
    let mut play = Play::armed();
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.armed_runs_out("a");
    assert_eq!(play.targets().last(), Some(&PlaceId(0)));
    play.describe(image("a"));
    assert_eq!(play.write_goes_to(), PlaceId(0));
}

#[test]
fn drafts_go_by_account_and_region_whichever_profile_leads_there() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("esc");
    play.pick("P", "admin");
    assert!(play.drafts_here().is_empty(), "not before it is known whose account it is");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    assert_eq!(play.typed("display name"), "Mine");
    assert!(play.app.drafts_elsewhere().is_empty());
    // Sent by the profile that the person is at now.
    play.press("ctrl-s enter");
    play.describe(image("a"));
    assert_eq!(play.write_goes_to(), PlaceId(1));
    // The other profile sees that it is busy, and its history.
    play.pick("P", "research");
    play.open_form(image("a"));
    play.fill("Again");
    play.press("ctrl-s enter");
    assert_eq!(play.refusal(), Some(Refused::Busy));
    assert_eq!(play.history_len(), 1);
    assert_eq!(play.sent.len(), 1);
}

#[test]
fn a_profile_is_read_only_where_the_settings_say_so() {
    let mut play = Play::with(&["a"]);
    let mark = Mark { read_only: true, ..Mark::default() };
    play.tell(crate::app::Msg::Marks([("production".to_owned(), mark)].into()));
    assert!(!play.app.is_read_only());
    play.pick("P", "production");
    assert!(play.app.is_read_only());
    play.resolve("production", "eu-west-1", THEIRS);
    play.page(&["a"], None);
    play.press("e");
    assert!(play.pages().is_empty());
    assert!(play.said().contains("read_only"), "{}", play.said());
    play.pick("P", "research");
    assert!(!play.app.is_read_only());
}

#[test]
fn keys_are_looked_for_until_the_person_has_enough() {
    let mut play = Play::begin();
    play.tell(crate::app::Msg::Trying { place: PlaceId(0), what: Some("the SSO portal".into()) });
    play.press("esc");
    assert_eq!(play.stopped, [PlaceId(0)]);
    assert!(play.calls.is_empty());
    let failure = play.account_failure().unwrap();
    assert_eq!(failure.class, FailureClass::Stopped);
    assert!(failure.message.as_str().contains("the SSO portal"));
    play.press("r");
    play.locate();
    play.page(&["a"], None);
    assert_eq!(play.names(), ["a"]);
}

#[test]
fn a_failure_there_is_none_here() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.pick("P", "production");
    play.answer(asked::account, Err(failure(FailureClass::Expired)));
    play.describe(image("a"));
    assert_eq!(play.sent.len(), 1, "the other place's keys are not in doubt");
}

#[test]
fn of_many_places_the_ones_left_last_keep_their_rows() {
    let mut play = Play::with(&["a", "b"]);
    play.press("j");
    for number in 0..12 {
        play.later(60);
        let region = format!("xx-{number}");
        play.pick("R", &region);
        play.resolve("research", &region, OURS);
        play.page(&["a"], None);
    }
    assert_eq!(play.places_with_rows(), 9);
    play.pick("R", "us-east-1");
    assert!(play.names().is_empty());
    play.page(&["a", "b"], None);
    assert_eq!(play.selected(), "b", "the selection is kept");
}

#[test]
fn an_image_that_was_asked_for_is_opened_where_there_are_keys_at_last() {
    let size = crate::app::Size { width: 80, height: 24 };
    let mut play = Play::begin_at(size, crate::domain::Mode::default(), Some("b"));
    while let Some((ticket, _)) = play.calls.pop() {
        play.reply(ticket, Err(failure(FailureClass::NoRegion)));
    }
    play.pick("R", "eu-west-1");
    play.resolve("research", "eu-west-1", OURS);
    play.describe(image("b"));
    assert_eq!(play.pane(), "detail");
    assert_eq!(play.current().unwrap().display_name, Some("b shown".into()));
}

#[test]
fn whose_keys_these_are_is_asked_again_if_the_answer_was_not_waited_for() {
    let mut play = Play::with(&["a"]);
    // In doubt: the service said that the keys had expired.
    play.press("r");
    play.answer(asked::list, Err(failure(FailureClass::Expired)));
    play.describe(image("a"));
    assert_eq!(play.asked(asked::account), 1);
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    assert_eq!(play.asked(asked::account), 1);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    assert!(play.writes_out().is_empty(), "not before it is known whose they are");
    // Where there was no doubt, there is none on the way back.
    play.pick("P", "production");
    assert_eq!(play.asked(asked::account), 0);
}

#[test]
fn pages_that_were_only_looked_at_are_closed_on_the_way() {
    let mut play = Play::with(&["a"]);
    play.press("?");
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    assert!(play.pages().is_empty());
}
