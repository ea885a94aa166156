//! A draft that comes late.

use crate::app::play::{Draft, Play, asked, failure, image, reply};
use crate::app::update::tests::places::{OURS, aws_setup};
use crate::app::{Msg, PlaceId};
use crate::domain::{FailureClass, Image, ImageStatus, PlaceKey};

use super::{all, left};

#[test]
fn words_that_were_put_by_survive_a_draft_that_comes_late() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("First words");
    play.press("ctrl-r");
    play.type_text("Second");
    play.keeps();
    assert!(all(&play).contains("First words"));
    let key = PlaceKey { account: OURS.into(), region: "us-east-1".into() };
    let draft = play.only_draft().retyped("display name", "Third");
    play.recall(PlaceId(0), &key, vec![draft]);
    play.keeps();
    play.tell(Msg::Leaving);
    let form = play.form_of("a");
    assert!(form.words().contains("First words"), "LOST {:?}\n{}", form.words(), all(&play));
}

pub fn unlocated_review() -> (Play, Draft, PlaceKey) {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("tab");
    play.fill("old description of last week");
    play.keeps();
    let draft = play.only_draft();
    let mut play = Play::begin();
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.page(&["a"], None);
    play.rest();
    play.describe(image("a"));
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    let key = PlaceKey { account: OURS.into(), region: "us-east-1".into() };
    (play, draft, key)
}

#[test]
fn a_draft_that_comes_late_is_not_sent_unseen() {
    let (mut play, draft, key) = unlocated_review();
    play.answer(asked::account, reply::account(OURS));
    assert!(play.recalls.contains(&key));
    play.recall(PlaceId(0), &key, vec![draft]);
    // Enter in the same batch: nothing painted since
    play.press_unseen("enter");
    play.answer_reads(&image("a"));
    assert!(!play.has_sent("last week"), "SENT unseen: {:?}", play.sent);
}

#[test]
fn a_draft_that_comes_late_stops_what_waits_to_be_sent() {
    let (mut play, draft, _) = unlocated_review();
    play.press("enter");
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    play.paint();
    play.press("w");
    // STS times out after a minute; the disk is asked then
    play.answer(asked::account, Err(failure(FailureClass::TimedOut)));
    let unknown = play.recalls.last().unwrap().clone();
    play.recall(PlaceId(0), &unknown, vec![draft.moved(&unknown)]);
    play.armed_runs_out("a");
    play.describe(image("a"));
    assert!(!play.has_sent("last week"), "SENT unseen, unasked: {:?}", play.sent);
}

#[test]
fn nothing_is_merged_into_what_waits_to_be_sent() {
    // typed at A (research), open; B (admin) account unknown
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine at A");
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("admin");
    play.press("enter");
    play.answer(asked::location, reply::location("admin", "us-east-1"));
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.press("tab");
    play.fill("Description at B");
    play.press("ctrl-s enter");
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    play.paint();
    play.press("w");
    play.answer(asked::account, reply::account(OURS));
    play.armed_runs_out_at(1, "a");
    play.describe(image("a"));
    assert!(!play.has_sent("Mine at A"), "SENT unseen, unasked: {:?}", play.sent);
}

#[test]
fn a_draft_that_comes_late_is_kept_together_with_another_profiles_words() {
    let (key, draft) = left("Left before");
    let mut play = Play::with(&["a"]);
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-r");
    play.type_text("Second");
    play.keeps();
    play.pick("ctrl-p", "production");
    play.recall(PlaceId(0), &key, vec![draft]);
    let kept = play.kept[&(key, "a".to_owned())].words();
    for words in ["Left before", "Mine", "Second"] {
        assert!(kept.contains(words), "{words} is not in {kept}");
    }
    assert!(play.left.is_empty(), "{:?}", play.left);
}
