//! Places, keys and accounts that change while something is open, under way or waiting.

use crate::app::play::{Play, asked, failure, image, reply, second};
use crate::app::{Handed, LogInStage, Msg, PlaceId};
use crate::domain::{Failure, FailureClass, Image, ImageStatus, LogIn};

use super::{OURS, THEIRS, aws_setup};

fn expired() -> Failure {
    let log_in = Some(LogIn::Sso { profile: "research".into() });
    Failure { log_in, ..Failure::new(FailureClass::Expired, "expired") }
}

fn pick_ctrl(play: &mut Play, text: &str) {
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text(text);
    play.press("enter");
}

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
