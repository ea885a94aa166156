//! What is open or typed, while place, keys or account change.

use crate::app::play::{Play, asked, failure, image, reply};
use crate::app::update::tests::places::{OURS, THEIRS, aws_setup};
use crate::app::{Handed, LogInStage, Msg, PlaceId};
use crate::domain::{Failure, FailureClass, Image, ImageStatus, LogIn};

use super::{expired, pick_ctrl};

#[test]
fn the_form_on_the_screen_stays_whatever_lands_elsewhere() {
    let mut play = Play::with(&["a", "b"]);
    // a write is out at research and can't be read back, its keys have expired
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.wait();
    play.answer(asked::read, Err(expired()));
    // away, back: WhoAmI fails
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    play.answer(asked::account, Err(expired()));
    // now by another profile of the same account
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a", "b"], None);
    play.press("j");
    play.open_form(image("b"));
    play.fill("words");
    assert!(play.has_open_form());
    // the write at research is read back: first its keys are still expired, then somebody has logged in elsewhere
    play.wait();
    play.answer_at(0, asked::read, Err(expired()));
    play.wait();
    play.answer_at(0, asked::read, reply::image(Image { status: Some(ImageStatus::Updating), ..image("a") }));
    play.answer_at(0, asked::location, reply::location("research", "us-east-1"));
    play.answer_at(0, asked::account, reply::account(OURS));
    assert!(play.has_open_form(), "the form that was typed in is gone from the screen");
    assert_eq!(play.typed("display name"), "words");
}

#[test]
fn a_code_that_was_sent_and_left_is_asked_for_again() {
    let mut play = Play::begin();
    play.locate();
    let log_in = Some(LogIn::Mfa { device: "m".into(), role: "r".into() });
    let wanted = Failure { log_in, ..Failure::new(FailureClass::CodeWanted, "code") };
    play.answer(asked::list, Err(wanted));
    play.press("L");
    play.type_text("123456");
    play.press("enter");
    pick_ctrl(&mut play, "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    let stage = play.log_in_stage_below();
    let out = play.asked(asked::log_in);
    assert!(stage != Some(LogInStage::Checking) || out > 0, "checking, but nothing is out");
}

#[test]
fn the_demo_leaves_nothing_behind() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.pick("P", "produc");
    play.answer(asked::list, Err(failure(FailureClass::NoCredentials)));
    assert!(play.is_unusable());
    play.press("T");
    assert!(!play.demo, "the write is on its way and nobody was asked");
}

#[test]
fn words_at_a_place_left_early_are_kept_on_the_disk() {
    let mut play = Play::begin();
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Mine");
    pick_ctrl(&mut play, "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.press("j");
    for _ in 0..3 {
        play.keeps();
        play.press("k");
    }
    assert!(!play.disk.is_empty(), "words typed at research are in memory only");
}

#[test]
fn drafts_of_one_known_account_never_become_anothers() {
    use crate::domain::PlaceKey;
    let mut play = Play::with(&["a"]);
    // a draft typed before the image was ever read: it has no base
    play.press("j e");
    play.fill("Mine");
    play.keeps();
    let draft = play.draft("a").clone().without_base();
    let mut play = Play::with(&["a"]);
    let old = PlaceKey { account: OURS.into(), region: "us-east-1".into() };
    assert!(play.recalls.contains(&old));
    // keys of another account before the disk has answered
    play.press("r");
    play.doubts_its_keys();
    play.page(&["a"], None);
    play.answer(asked::account, reply::account(THEIRS));
    play.recall(PlaceId(0), &old, vec![draft]);
    assert!(play.drafts_here().is_empty(), "a draft of {OURS} is at {THEIRS}");
}

#[test]
fn what_was_open_is_open_on_the_way_back() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    pick_ctrl(&mut play, "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.pick("P", "research");
    assert!(play.has_open_form(), "the open form is closed on the way back");
}

#[test]
fn looking_at_profiles_proves_nothing_about_keys() {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.answer(asked::list, Err(expired()));
    assert!(play.is_in_doubt());
    play.press("P");
    play.survey(aws_setup());
    assert!(play.is_in_doubt(), "reading ~/.aws/config cleared the doubt");
}

#[test]
fn a_place_that_turns_out_to_be_elsewhere_begins_anew() {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play.answer(asked::list, Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    play.answer(asked::location, reply::location("research", "eu-central-1"));
    play.answer(asked::account, reply::account(OURS));
    let review = play.has_review();
    assert!(
        !review && play.names().is_empty(),
        "review {review}, rows {:?} of us-east-1 under {:?}",
        play.names(),
        play.header()
    );
}

#[test]
fn an_account_that_changes_elsewhere_takes_no_form_from_the_screen() {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    // a place of THEIRS in us-east-1 on the screen
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", THEIRS);
    play.page(&["a", "b"], None);
    play.press("j");
    play.open_form(image("b"));
    play.fill("words");
    play.wait();
    play.answer_at(0, asked::read, Err(expired()));
    play.wait();
    let updating = Image { status: Some(ImageStatus::Updating), ..image("a") };
    play.answer_at(0, asked::read, reply::image(updating));
    play.answer_at(0, asked::account, reply::account(THEIRS));
    assert!(play.has_open_form(), "the form on the screen is gone");
}
