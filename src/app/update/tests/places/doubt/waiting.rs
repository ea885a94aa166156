//! What waits to be sent, while place, keys or account change.

use crate::app::play::{Play, asked, failure, image, reply, second};
use crate::app::update::tests::places::{OURS, THEIRS};
use crate::app::{Handed, Msg, PlaceId};
use crate::domain::{FailureClass, Image, ImageStatus};

use super::{expired, pick_ctrl};

#[test]
fn an_armed_write_waits_until_it_is_known_whose_keys_these_are() {
    let mut play = Play::armed();
    play.armed_runs_out("a");
    play.answer(asked::read, Err(expired()));
    play.press("L");
    assert_eq!(play.handed.len(), 1);
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    // WhoAmI is out; the person goes elsewhere before it lands.
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.armed_runs_out("a");
    // the new keys are of another account, which has an image of the same name and texts
    let arn = "arn:aws:sagemaker:us-east-1:999999999999:image/a";
    let foreign = Image { arn: Some(arn.into()), modified: Some(second(77)), ..image("a") };
    play.answer_at(0, asked::read, reply::image(foreign));
    assert_eq!(play.sent.len(), 0, "a write went to account 999999999999 unasked: {:?}", play.sent);
}

#[test]
fn a_write_that_settles_takes_no_draft_of_the_same_account_with_it() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.keeps();
    assert!(play.disk.contains_key("a"));
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Another thing");
    play.press("esc");
    play.keeps();
    assert!(play.draft("a").words().contains("Another thing"));
    play.wait();
    let done = Image { display_name: Some("Mine".into()), modified: Some(second(50)), ..image("a") };
    play.answer_at(0, asked::read, reply::image(done));
    play.keeps();
    play.tell(Msg::Leaving);
    assert!(!play.drafts_here().is_empty(), "still a draft in memory");
    assert!(play.disk.contains_key("a"), "the draft of admin is not on disk any more");
}

#[test]
fn a_write_that_waits_goes_on_when_another_profile_of_the_account_is_gone_to() {
    let mut play = Play::armed();
    pick_ctrl(&mut play, "admin");
    play.resolve("admin", "us-east-1", OURS);
    let said = play.said();
    play.armed_runs_out("a");
    let out = play.asked(asked::read);
    assert!(
        out > 0 || said.contains("not sent") || said.contains("waits"),
        "armed write is gone, said: {said:?}"
    );
}

#[test]
fn nothing_is_armed_that_nobody_has_seen() {
    let mut play = Play::with(&["a"]);
    let updating = Image { status: Some(ImageStatus::Updating), ..image("a") };
    play.open_form(updating);
    play.fill("Mine");
    play.press_unseen("ctrl-s");
    play.press_unseen("w");
    play.press_unseen("ctrl-p");
    assert!(!play.is_any_armed());
}

#[test]
fn while_it_can_not_be_learnt_whose_keys_these_are_nothing_is_sent() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.answer(asked::read, Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    // STS can't be reached, SageMaker can
    play.answer(asked::account, Err(failure(FailureClass::Unreachable)));
    play.paint();
    play.paint();
    play.press("w");
    play.press("enter");
    let foreign =
        Image { arn: Some("arn:aws:sagemaker:us-east-1:999999999999:image/a".into()), ..image("a") };
    play.answer_reads(&foreign);
    assert!(play.sent.is_empty(), "sent though nobody knows whose keys these are");
}

#[test]
fn an_armed_write_knows_its_image_by_the_arn() {
    let mut play = Play::armed();
    play.armed_runs_out("a");
    play.answer(asked::read, Err(expired()));
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.armed_runs_out("a");
    let foreign = Image {
        arn: Some("arn:aws:sagemaker:us-east-1:999999999999:image/a".into()),
        modified: Some(second(77)),
        ..image("a")
    };
    play.answer_at(0, asked::read, reply::image(foreign));
    assert!(play.sent.is_empty(), "sent: {:?}", play.sent);
}

#[test]
fn a_review_that_was_sent_under_a_picker_closes() {
    let mut play = Play::armed();
    play.press("ctrl-p");
    play.armed_runs_out("a");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.press("esc");
    assert!(play.pages().is_empty(), "{:?}", play.pages());
}

#[test]
fn a_check_made_with_old_keys_releases_nothing() {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.describe(image("a"));
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.answer(asked::list, Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    assert!(play.is_account_asked());
    // the first Describe that is out is the check
    play.answer_oldest(asked::read, reply::image(image("a")));
    assert!(play.sent.is_empty(), "sent while it was being asked whose keys these are");
}

#[test]
fn keys_that_are_renewed_may_be_another_accounts() {
    let mut play = Play::with(&["a"]);
    let tell = |play: &mut Play, what: Option<&str>| {
        play.tell(Msg::Trying { place: PlaceId(0), what: what.map(Into::into) });
    };
    tell(&mut play, Some("credential_process of profile research"));
    assert_eq!(play.asked(asked::account), 0);
    tell(&mut play, None);
    assert_eq!(play.asked(asked::account), 1);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    assert!(play.writes_out().is_empty(), "not before it is known whose they are");
    play.resolve("research", "us-east-1", THEIRS);
    assert!(play.names().is_empty() && !play.has_open_form());
    // A search that the person has stopped is not begun again.
    tell(&mut play, Some("credential_process of profile research"));
    play.press("esc");
    let before = play.asked(asked::account);
    tell(&mut play, None);
    assert_eq!(play.asked(asked::account), before);
}
