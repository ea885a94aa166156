//! Places, keys and accounts that change while something is open, under way or waiting.

use super::places::{OURS, THEIRS, aws_setup};
use super::play::{Play, failure, image, name, second};
use crate::app::{Answer, Handed, LogInStage, Msg, Overlay, PlaceId, Request, Timer};
use crate::domain::{Failure, FailureClass, Field, Image, ImageStatus, Location, LogIn};
use crate::service::{Local, Read};

fn expired() -> Failure {
    let log_in = Some(LogIn::Sso { profile: "research".into() });
    Failure { log_in, ..Failure::new(FailureClass::Expired, "expired") }
}

/// Answers calls at one place.
fn answer_at(play: &mut Play, place: usize, is_it: impl Fn(&Request) -> bool, reply: crate::app::Reply) {
    let at = play
        .calls
        .iter()
        .position(|(ticket, request)| play.places[ticket] == PlaceId(place) && is_it(request))
        .unwrap_or_else(|| panic!("none out at {place}: {:?}", play.calls));
    let (ticket, _) = play.calls.remove(at);
    play.tell(Msg::Reply { ticket, reply });
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
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    play.answer(|request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    play.press("L");
    assert_eq!(play.handed.len(), 1);
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    // WhoAmI is out; the person goes elsewhere before it lands.
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    // the new keys are of another account, which has an image of the same name and texts
    let arn = "arn:aws:sagemaker:us-east-1:999999999999:image/a";
    let foreign = Image { arn: Some(arn.into()), modified: Some(second(77)), ..image("a") };
    answer_at(
        &mut play,
        0,
        |request| matches!(request, Request::Read(Read::Describe(_))),
        Ok(Answer::Described(Box::new(foreign))),
    );
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
    play.answer_write(Ok(Answer::Accepted));
    play.wait();
    play.answer(|request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    // away, back: WhoAmI fails
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Err(expired()));
    // now by another profile of the same account
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a", "b"], None);
    play.press("j");
    play.open_form(image("b"));
    play.fill("words");
    assert!(play.app.form().is_some());
    // the write at research is read back: first its keys are still expired, then somebody has logged in elsewhere
    play.wait();
    answer_at(&mut play, 0, |request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    play.wait();
    answer_at(
        &mut play,
        0,
        |request| matches!(request, Request::Read(Read::Describe(_))),
        Ok(Answer::Described(Box::new(Image { status: Some(ImageStatus::Updating), ..image("a") }))),
    );
    let l = Location {
        profile: Some("research".into()),
        region: Some("us-east-1".into()),
        ..Location::default()
    };
    answer_at(&mut play, 0, |request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    answer_at(
        &mut play,
        0,
        |request| *request == Request::Read(Read::WhoAmI),
        Ok(Answer::Account(OURS.into())),
    );
    assert!(play.app.form().is_some(), "the form that was typed in is gone from the screen");
    assert_eq!(play.typed(Field::DisplayName), "words");
}

#[test]
fn a_write_that_settles_takes_no_draft_of_the_same_account_with_it() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.run_out(&Timer::Keep);
    assert!(play.disk.contains_key("a"));
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(Ok(Answer::Accepted));
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Another thing");
    play.press("esc");
    play.run_out(&Timer::Keep);
    assert!(format!("{:?}", play.disk["a"]).contains("Another thing"));
    play.wait();
    let done = Image { display_name: Some("Mine".into()), modified: Some(second(50)), ..image("a") };
    answer_at(
        &mut play,
        0,
        |request| matches!(request, Request::Read(Read::Describe(_))),
        Ok(Answer::Described(Box::new(done))),
    );
    play.run_out(&Timer::Keep);
    play.tell(Msg::Leaving);
    assert!(play.app.place().drafts().next().is_some(), "still a draft in memory");
    assert!(play.disk.contains_key("a"), "the draft of admin is not on disk any more");
}

#[test]
fn a_write_that_waits_goes_on_when_another_profile_of_the_account_is_gone_to() {
    let mut play = Play::armed();
    pick_ctrl(&mut play, "admin");
    play.resolve("admin", "us-east-1", OURS);
    let said = play.said();
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    let out = play.asked(|request| matches!(request, Request::Read(Read::Describe(_))));
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
    play.answer(|request| matches!(request, Request::Read(Read::List { .. })), Err(wanted));
    play.press("L");
    play.type_text("123456");
    play.press("enter");
    pick_ctrl(&mut play, "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    let stage = play.app.place().overlays.iter().find_map(|o| match o {
        Overlay::LogIn(p) => Some(p.stage.clone()),
        _ => None,
    });
    let out = play.asked(|request| matches!(request, Request::LogIn(_)));
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
    assert!(!play.app.place().overlays.iter().any(|o| matches!(o, Overlay::Review(r) if r.armed.is_some())));
}

#[test]
fn the_demo_leaves_nothing_behind() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.pick("P", "produc");
    play.answer(
        |request| matches!(request, Request::Read(Read::List { .. })),
        Err(failure(FailureClass::NoCredentials)),
    );
    assert!(play.app.place().is_unusable());
    play.press("T");
    assert!(!play.demo, "the write is on its way and nobody was asked");
}

#[test]
fn words_at_a_place_left_early_are_kept_on_the_disk() {
    let mut play = Play::begin();
    let l = Location {
        profile: Some("research".into()),
        region: Some("us-east-1".into()),
        ..Location::default()
    };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Mine");
    pick_ctrl(&mut play, "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.press("j");
    for _ in 0..3 {
        play.run_out(&Timer::Keep);
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
    play.answer(|request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    // STS can't be reached, SageMaker can
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Err(failure(FailureClass::Unreachable)));
    play.paint();
    play.paint();
    play.press("w");
    play.press("enter");
    let foreign =
        Image { arn: Some("arn:aws:sagemaker:us-east-1:999999999999:image/a".into()), ..image("a") };
    while let Some(at) =
        play.calls.iter().rposition(|(_, request)| matches!(request, Request::Read(Read::Describe(_))))
    {
        let (ticket, _) = play.calls.remove(at);
        play.tell(Msg::Reply { ticket, reply: Ok(Answer::Described(Box::new(foreign.clone()))) });
    }
    assert!(play.sent.is_empty(), "sent though nobody knows whose keys these are");
}

#[test]
fn drafts_of_one_known_account_never_become_anothers() {
    use crate::app::Recalled;
    use crate::domain::PlaceKey;
    let mut play = Play::with(&["a"]);
    // a draft typed before the image was ever read: it has no base
    play.press("j e");
    play.fill("Mine");
    play.run_out(&Timer::Keep);
    let draft = play.disk["a"].clone();
    eprintln!("base {:?}", draft.base.as_ref().map(|b| b.arn.clone()));
    let mut draft = draft;
    draft.base = None;
    let mut play = Play::with(&["a"]);
    let old = PlaceKey { account: OURS.into(), region: "us-east-1".into() };
    assert!(play.recalls.contains(&old));
    // keys of another account before the disk has answered
    play.press("r");
    play.app.place_for_tests().doubtful = true;
    play.page(&["a"], None);
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(THEIRS.into())));
    let recalled = Recalled { drafts: vec![draft], ..Recalled::default() };
    play.tell(Msg::Recalled { place: PlaceId(0), key: old, recalled });
    assert!(play.app.place().drafts().next().is_none(), "a draft of {OURS} is at {THEIRS}");
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
    assert!(play.app.form().is_some(), "the open form is closed on the way back");
}

#[test]
fn looking_at_profiles_proves_nothing_about_keys() {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.answer(|request| matches!(request, Request::Read(Read::List { .. })), Err(expired()));
    assert!(play.app.place().doubtful);
    play.press("P");
    play.survey(aws_setup());
    assert!(play.app.place().doubtful, "reading ~/.aws/config cleared the doubt");
}

#[test]
fn an_armed_write_knows_its_image_by_the_arn() {
    let mut play = Play::armed();
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    play.answer(|request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    play.pick("P", "produc");
    play.resolve("production", "eu-west-1", THEIRS);
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    let foreign = Image {
        arn: Some("arn:aws:sagemaker:us-east-1:999999999999:image/a".into()),
        modified: Some(second(77)),
        ..image("a")
    };
    answer_at(
        &mut play,
        0,
        |request| matches!(request, Request::Read(Read::Describe(_))),
        Ok(Answer::Described(Box::new(foreign))),
    );
    assert!(play.sent.is_empty(), "sent: {:?}", play.sent);
}

#[test]
fn a_review_that_was_sent_under_a_picker_closes() {
    let mut play = Play::armed();
    play.press("ctrl-p");
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    play.describe(image("a"));
    play.answer_write(Ok(Answer::Accepted));
    play.press("esc");
    assert!(play.app.place().overlays.is_empty(), "{:?}", play.app.place().overlays);
}

#[test]
fn a_place_that_turns_out_to_be_elsewhere_begins_anew() {
    let mut play = Play::with(&["a"]);
    play.press("r");
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play.answer(|request| matches!(request, Request::Read(Read::List { .. })), Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    let l = Location {
        profile: Some("research".into()),
        region: Some("eu-central-1".into()),
        ..Location::default()
    };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(OURS.into())));
    let review = play.app.place().overlays.iter().any(|o| matches!(o, Overlay::Review(_)));
    assert!(
        !review && play.names().is_empty(),
        "review {review}, rows {:?} of us-east-1 under {:?}",
        play.names(),
        play.app.place().location.region
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
    play.answer(|request| matches!(request, Request::Read(Read::List { .. })), Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    assert!(play.app.place().account.is_loading());
    // the first Describe that is out is the check
    let at = play
        .calls
        .iter()
        .position(|(_, request)| matches!(request, Request::Read(Read::Describe(_))))
        .unwrap();
    let (ticket, _) = play.calls.remove(at);
    play.tell(Msg::Reply { ticket, reply: Ok(Answer::Described(Box::new(image("a")))) });
    assert!(play.sent.is_empty(), "sent while it was being asked whose keys these are");
}

#[test]
fn an_account_that_changes_elsewhere_takes_no_form_from_the_screen() {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(Ok(Answer::Accepted));
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
    answer_at(&mut play, 0, |request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    play.wait();
    let updating = Image { status: Some(ImageStatus::Updating), ..image("a") };
    answer_at(
        &mut play,
        0,
        |request| matches!(request, Request::Read(Read::Describe(_))),
        Ok(Answer::Described(Box::new(updating))),
    );
    answer_at(
        &mut play,
        0,
        |request| *request == Request::Read(Read::WhoAmI),
        Ok(Answer::Account(THEIRS.into())),
    );
    assert!(play.app.form().is_some(), "the form on the screen is gone");
}

#[test]
fn keys_that_are_renewed_may_be_another_accounts() {
    let mut play = Play::with(&["a"]);
    let tell = |play: &mut Play, what: Option<&str>| {
        play.tell(Msg::Trying { place: PlaceId(0), what: what.map(Into::into) });
    };
    tell(&mut play, Some("credential_process of profile research"));
    assert_eq!(play.asked(|request| *request == Request::Read(Read::WhoAmI)), 0);
    tell(&mut play, None);
    assert_eq!(play.asked(|request| *request == Request::Read(Read::WhoAmI)), 1);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    assert!(play.app.place().writes.is_empty(), "not before it is known whose they are");
    play.resolve("research", "us-east-1", THEIRS);
    assert!(play.names().is_empty() && play.app.form().is_none());
    // A search that the person has stopped is not begun again.
    tell(&mut play, Some("credential_process of profile research"));
    play.press("esc");
    let asked = play.asked(|request| *request == Request::Read(Read::WhoAmI));
    tell(&mut play, None);
    assert_eq!(play.asked(|request| *request == Request::Read(Read::WhoAmI)), asked);
}
