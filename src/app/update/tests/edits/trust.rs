//! What holds among other hands, other keys and other sessions.

use crate::app::play::{Play, Refused, asked, entry, failure, image, reply, second};
use crate::app::{Msg, PlaceId};
use crate::domain::{FailureClass, Image, ImageStatus};
use crate::edit::Verdict;

fn reviewed() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play
}

fn theirs(display_name: &str) -> Image {
    Image { display_name: Some(display_name.into()), modified: Some(second(9)), ..image("a") }
}

fn sent(play: &mut Play) {
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
}

#[test]
fn a_base_that_moves_under_an_armed_review_disarms_it_and_is_shown() {
    for (now, is_clash) in [
        (theirs("Theirs"), true),
        (Image { description: Some("Theirs".into()), modified: Some(second(9)), ..image("a") }, false),
    ] {
        let mut play = reviewed();
        play.press("enter");
        play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
        play.press("w");
        play.glances();
        play.describe(now.clone());
        match play.top() {
            "conflict" => assert!(is_clash),
            "review" => {
                assert!(!is_clash && !play.is_armed("a") && !play.has_consent());
                assert!(matches!(play.refusal(), Some(Refused::Conflict(_))));
            }
            other => panic!("{other}"),
        }
        play.armed_runs_out("a");
        assert!(play.sent.is_empty());
    }
}

#[test]
fn an_answer_closes_no_form_that_is_typed_in() {
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.press("esc");
    play.type_text("!");
    play.answer_write(reply::accepted());
    assert_eq!(play.typed("display name"), "Mine!");
}

#[test]
fn verified_is_said_of_created_alone() {
    for (status, verdict) in [
        (ImageStatus::Created, Verdict::Verified),
        (ImageStatus::DeleteFailed, Verdict::Differs),
        (ImageStatus::Other("ARCHIVED".into()), Verdict::Differs),
        (ImageStatus::UpdateFailed, Verdict::Failed(None)),
    ] {
        let mut play = reviewed();
        sent(&mut play);
        play.wait();
        play.describe(Image { status: Some(status.clone()), ..theirs("Mine") });
        assert_eq!(play.journal.last().unwrap().verdict(), Some(&verdict), "{status}");
        assert_eq!(play.said().contains("verified"), status == ImageStatus::Created, "{}", play.said());
    }
}

#[test]
fn reads_that_fail_prove_nothing() {
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(Err(failure(FailureClass::TimedOut)));
    for _ in 0..6 {
        play.wait();
        play.describe_fails(FailureClass::Unreachable);
    }
    play.wait();
    play.describe(image("a"));
    assert!(play.said().contains("outcome unknown"), "one read is not enough: {}", play.said());
    play.wait();
    play.describe(theirs("Mine"));
    assert!(play.said().contains("verified"));
}

#[test]
fn other_keys_are_asked_whose_they_are_before_anything_is_sent() {
    let mut play = reviewed();
    play.press("enter");
    play.describe_fails(FailureClass::Expired);
    play.paint();
    play.press("enter");
    assert!(play.said().contains("checking the account"), "{}", play.said());
    assert_eq!(play.asked(asked::account), 1);
    play.answer(asked::account, reply::account("999999999999"));
    assert!(play.pages().is_empty() && play.forms().is_empty());
    assert!(play.said().contains("account 999999999999"), "{}", play.said());
    let kept = play.draft("a");
    assert_eq!(
        kept.place().account.as_str(),
        "123456789012",
        "words stay with the account they were typed for"
    );
    assert_eq!(kept.text("display name"), Some("Mine"));
    assert_eq!(play.recalls.last().unwrap().account.as_str(), "999999999999");
    assert!(play.names().is_empty() && play.sent.is_empty());
}

#[test]
fn a_form_opened_while_its_write_is_unknown_keeps_the_words_until_they_are_in_the_image() {
    // The answer was lost, and the image is as it was: the words are not in it yet, if ever.
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(Err(failure(FailureClass::TimedOut)));
    play.open_form(image("a"));
    assert_eq!(play.typed("display name"), "Mine");
    for _ in 0..4 {
        play.wait();
        play.describe(image("a"));
    }
    assert!(play.said().contains("not changed"), "{}", play.said());
    assert_eq!(play.typed("display name"), "Mine");

    // They are in it: the form begins from there, and no other hand is blamed.
    let mut play = reviewed();
    sent(&mut play);
    play.open_form(Image { status: Some(ImageStatus::Updating), ..theirs("Mine") });
    let form = play.form();
    assert!(form.foreign().is_empty() && !form.is_draft());
}

#[test]
fn an_account_that_can_not_be_learnt_again_is_not_claimed() {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.describe_fails(FailureClass::Expired);
    play.page(&["a"], None);
    play.answer(asked::account, Err(failure(FailureClass::Denied)));
    assert_eq!(play.header().1, "?");
    assert_eq!(play.key().unwrap().account.as_str(), "unknown-research");
}

#[test]
fn what_is_typed_before_the_account_is_known_is_brought_over() {
    let mut play = Play::begin();
    play.page(&["a"], None);
    play.rest();
    play.describe(image("a"));
    play.open_form(image("a"));
    play.fill("Mine");
    play.keeps();
    assert!(play.disk.is_empty(), "it is being found out whose it is");
    play.locate();
    assert_eq!(play.draft("a").place().account.as_str(), "123456789012");
    let recalled: Vec<_> = play.recalls.iter().map(|key| key.account.to_string()).collect();
    assert_eq!(recalled, ["unknown-research", "123456789012"]);
    // At the end nothing waits.
    let mut play = Play::begin();
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Mine");
    play.tell(Msg::Leaving);
    assert_eq!(play.draft("a").text("display name"), Some("Mine"));
}

#[test]
fn what_is_kept_goes_by_the_endpoint_too_where_it_is_not_of_aws() {
    for (endpoint, account) in [
        (None, "123456789012"),
        (Some("https://vpce-1.api.sagemaker.us-east-1.vpce.amazonaws.com"), "123456789012"),
        (Some("http://127.0.0.1:4566/"), "123456789012@127.0.0.1:4566"),
    ] {
        let mut play = Play::with(&["a"]);
        play.location_mut().endpoint = endpoint.map(Into::into);
        assert_eq!(play.key().unwrap().account.as_str(), account);
    }
}

#[test]
fn a_draft_that_could_not_be_kept_is_tried_again() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.keeps();
    play.disk.clear();
    play.fails_to_keep("a", "The disk is full.");
    assert!(play.said().contains("full"));
    play.keeps();
    assert_eq!(play.draft("a").text("display name"), Some("Mine"));
}

#[test]
fn an_undecided_clash_is_one_the_next_time_too() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.glances();
    play.describe(theirs("Theirs"));
    play.type_text("!");
    play.tell(Msg::Leaving);
    let draft = play.draft("a").clone();
    let mut next = Play::with(&["a"]);
    let key = draft.place().clone();
    next.recall(PlaceId(0), &key, vec![draft]);
    next.open_form(theirs("Theirs"));
    let clash = next.form().clashes()["display name"].clone();
    assert_eq!((clash.0.as_deref(), clash.1.as_deref()), (Some("a shown"), Some("Theirs")));
}

#[test]
fn words_from_before_and_words_typed_since_are_both_there() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Earlier");
    play.tell(Msg::Leaving);
    let draft = play.draft("a").clone();
    let mut next = Play::with(&["a"]);
    next.open_form(image("a"));
    next.fill("Later");
    let key = draft.place().clone();
    next.recall(PlaceId(0), &key, vec![draft]);
    assert_eq!(next.typed("display name"), "Later");
    let mut seen = Vec::new();
    for _ in 0..4 {
        next.press("ctrl-r");
        seen.push(next.typed("display name"));
    }
    assert_eq!(seen, ["a shown", "Earlier", "a shown", "Later"]);
    next.tell(Msg::Leaving);
    let kept = next.draft("a");
    assert_eq!(kept.text("display name"), Some("Later"));
    assert_eq!(kept.behind("display name"), ["Earlier"]);
}

#[test]
fn a_write_of_a_program_that_still_runs_is_left_to_it() {
    let entry = entry("s-1", 50, &image("a"), &theirs("Mine"));
    for (alive, looked_up) in [(&[][..], true), (&["s-1"], false)] {
        let mut play = Play::with(&["a"]);
        play.recall_journal(entry.place().clone(), vec![entry.clone()], alive);
        assert_eq!(play.write_stage("a").is_some(), looked_up);
        assert!(play.sent.is_empty());
    }
}
