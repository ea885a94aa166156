//! Words of several profiles of one account, of earlier sessions and of now: all of them are kept, and
//! none is sent that was not seen.

use super::places::{OURS, THEIRS, aws_setup};
use super::play::{Play, failure, image, name, second};
use crate::app::{Answer, Handed, Msg, PlaceId, Recalled, Request, Timer};
use crate::domain::{Draft, Failure, FailureClass, Field, Image, ImageStatus, Location, LogIn, PlaceKey};
use crate::service::{Local, Read};

fn expired() -> Failure {
    let log_in = Some(LogIn::Sso { profile: "research".into() });
    Failure { log_in, ..Failure::new(FailureClass::Expired, "expired") }
}

fn all(play: &Play) -> String {
    format!("{:?}", play.kept)
}

#[test]
fn words_that_wait_to_be_sent_are_kept_behind_another_profiles() {
    let mut play = Play::armed();
    play.run_out(&Timer::Keep);
    assert!(all(&play).contains("Mine"));
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("admin");
    play.press("enter");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Other");
    play.run_out(&Timer::Keep);
    play.press("esc");
    play.tell(Msg::Leaving);
    assert!(all(&play).contains("Other"));
    assert!(all(&play).contains("Mine"), "LOST at quit: {}", all(&play));
}

#[test]
fn words_of_a_write_that_is_refused_are_kept_behind_another_profiles() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.run_out(&Timer::Keep);
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Other");
    play.run_out(&Timer::Keep);
    play.press("esc");
    play.answer_write(Err(failure(FailureClass::Denied)));
    play.run_out(&Timer::Keep);
    play.tell(Msg::Leaving);
    assert!(all(&play).contains("Mine"), "LOST at quit: {}", all(&play));
}

#[test]
fn a_draft_goes_on_to_the_other_profile_when_the_account_changes() {
    let mut play = Play::with(&["a"]);
    // B alike is known
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.pick("P", "research");
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("esc");
    play.run_out(&Timer::Keep);
    // research's keys become THEIRS
    play.press("r");
    play.answer(|request| matches!(request, Request::Read(Read::List { .. })), Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(THEIRS.into())));
    assert!(all(&play).contains("Mine"));
    play.pick("P", "admin");
    play.answer(
        |request| matches!(request, Request::Read(Read::List { .. })),
        Ok(Answer::Page { images: vec![image("a")], next: None }),
    );
    assert_eq!(play.app.place().drafts().count(), 1);
    play.open_form(image("a"));
    assert_eq!(play.typed(Field::DisplayName), "Mine");
}

#[test]
fn words_that_were_put_by_survive_a_draft_that_comes_late() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("First words");
    play.press("ctrl-r");
    play.type_text("Second");
    play.run_out(&Timer::Keep);
    assert!(all(&play).contains("First words"));
    let key = PlaceKey { account: OURS.into(), region: "us-east-1".into() };
    let mut draft: Draft = play.kept.values().next().unwrap().clone();
    draft.stashed.clear();
    draft.typed.insert(Field::DisplayName, "Third".into());
    play.tell(Msg::Recalled {
        place: PlaceId(0),
        key,
        recalled: Recalled { drafts: vec![draft], ..Recalled::default() },
    });
    play.run_out(&Timer::Keep);
    play.tell(Msg::Leaving);
    let form = &play.app.place().forms[&name("a")];
    assert!(format!("{:?}", form.words()).contains("First words"), "LOST {:?}\n{}", form.words(), all(&play));
}

#[test]
fn words_that_were_put_by_come_along() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    // to admin, whose account is not known yet; same image there
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("admin");
    play.press("enter");
    let l =
        Location { profile: Some("admin".into()), region: Some("us-east-1".into()), ..Location::default() };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("First words");
    play.press("ctrl-r");
    play.type_text("Second");
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(OURS.into())));
    play.run_out(&Timer::Keep);
    play.tell(Msg::Leaving);
    let form = &play.app.place().forms[&name("a")];
    assert!(
        format!("{:?}", form.words()).contains("First words")
            && format!("{:?}", form.words()).contains("Mine"),
        "LOST {:?}\n{}",
        form.words(),
        all(&play)
    );
}

fn unlocated_review() -> (Play, Draft, PlaceKey) {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("tab");
    play.fill("old description of last week");
    play.run_out(&Timer::Keep);
    let draft = play.kept.values().next().unwrap().clone();
    let mut play = Play::begin();
    let l = Location {
        profile: Some("research".into()),
        region: Some("us-east-1".into()),
        ..Location::default()
    };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
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
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(OURS.into())));
    assert!(play.recalls.contains(&key));
    play.tell(Msg::Recalled {
        place: PlaceId(0),
        key,
        recalled: Recalled { drafts: vec![draft], ..Recalled::default() },
    });
    // Enter in the same batch: nothing painted since
    play.press_unseen("enter");
    while let Some(at) =
        play.calls.iter().rposition(|(_, request)| matches!(request, Request::Read(Read::Describe(_))))
    {
        let (ticket, _) = play.calls.remove(at);
        play.tell(Msg::Reply { ticket, reply: Ok(Answer::Described(Box::new(image("a")))) });
    }
    assert!(!format!("{:?}", play.sent).contains("last week"), "SENT unseen: {:?}", play.sent);
}

#[test]
fn a_draft_that_comes_late_stops_what_waits_to_be_sent() {
    let (mut play, draft, key) = unlocated_review();
    play.press("enter");
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    play.paint();
    play.press("w");
    // STS times out after a minute; the disk is asked then
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Err(failure(FailureClass::TimedOut)));
    let unknown = play.recalls.last().unwrap().clone();
    let mut draft = draft;
    draft.place = unknown.clone();
    play.tell(Msg::Recalled {
        place: PlaceId(0),
        key: unknown,
        recalled: Recalled { drafts: vec![draft], ..Recalled::default() },
    });
    let _ = key;
    play.run_out(&Timer::Armed(PlaceId(0), name("a")));
    play.describe(image("a"));
    assert!(!format!("{:?}", play.sent).contains("last week"), "SENT unseen, unasked: {:?}", play.sent);
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
    let l =
        Location { profile: Some("admin".into()), region: Some("us-east-1".into()), ..Location::default() };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.press("tab");
    play.fill("Description at B");
    play.press("ctrl-s enter");
    play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
    play.paint();
    play.press("w");
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(OURS.into())));
    play.run_out(&Timer::Armed(PlaceId(1), name("a")));
    play.describe(image("a"));
    assert!(!format!("{:?}", play.sent).contains("Mine at A"), "SENT unseen, unasked: {:?}", play.sent);
}

#[test]
fn a_glance_at_another_account_is_no_new_beginning() {
    let mut play = Play::begin();
    let l = Location {
        profile: Some("research".into()),
        region: Some("us-east-1".into()),
        ..Location::default()
    };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    // no sts:GetCallerIdentity, ever
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Err(failure(FailureClass::Denied)));
    play.page(&["a"], None);
    play.rest();
    play.describe(image("a"));
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.answer(|request| matches!(request, Request::Read(Read::Describe(_))), Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Err(failure(FailureClass::Denied)));
    let foreign = Image {
        arn: Some("arn:aws:sagemaker:us-east-1:999999999999:image/a".into()),
        modified: Some(second(7)),
        ..image("a")
    };
    let drain = |play: &mut Play| {
        while let Some(at) =
            play.calls.iter().rposition(|(_, request)| matches!(request, Request::Read(Read::Describe(_))))
        {
            let (ticket, _) = play.calls.remove(at);
            play.tell(Msg::Reply { ticket, reply: Ok(Answer::Described(Box::new(foreign.clone()))) });
        }
    };
    drain(&mut play);
    play.paint();
    play.press("enter");
    drain(&mut play);
    assert!(play.sent.is_empty(), "SENT to account 999999999999, nothing was said: {:?}", play.sent);
}

#[test]
fn undoing_finds_the_draft_that_is_open_at_another_profile() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Changed");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(Ok(Answer::Accepted));
    let done = Image { display_name: Some("Changed".into()), modified: Some(second(50)), ..image("a") };
    play.wait();
    play.describe(done.clone());
    play.open_form(done.clone());
    play.fill("Mine at A");
    play.run_out(&Timer::Keep);
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("admin");
    play.press("enter");
    play.resolve("admin", "us-east-1", OURS);
    play.answer(
        |request| matches!(request, Request::Read(Read::List { .. })),
        Ok(Answer::Page { images: vec![done.clone()], next: None }),
    );
    play.rest();
    while play.asked(|request| matches!(request, Request::Read(Read::Describe(_)))) > 0 {
        play.describe(done.clone());
    }
    play.press("u");
    // before the image has been read, the person types in it
    play.type_text("xyz");
    play.run_out(&Timer::Keep);
    play.tell(Msg::Leaving);
    assert!(all(&play).contains("Mine at A"), "LOST: {}", all(&play));
}

#[test]
fn what_was_noted_for_one_account_is_not_looked_up_at_another() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Changed");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    let entry = play.journal.last().unwrap().clone();
    // next session; killed before the outcome was known, noted while nobody knew whose account it was
    let mut play = Play::begin();
    let l = Location {
        profile: Some("research".into()),
        region: Some("us-east-1".into()),
        ..Location::default()
    };
    play.answer(|request| *request == Request::Local(Local::Locate), Ok(Answer::Located(l)));
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(THEIRS.into())));
    let unknown = PlaceKey { account: "unknown-research".into(), region: "us-east-1".into() };
    assert!(play.recalls.contains(&unknown));
    let theirs = |n: &str| Image {
        arn: Some(format!("arn:aws:sagemaker:us-east-1:{THEIRS}:image/{n}").as_str().into()),
        modified: Some(second(500)),
        ..image(n)
    };
    play.answer(
        |request| matches!(request, Request::Read(Read::List { .. })),
        Ok(Answer::Page { images: vec![theirs("a")], next: None }),
    );
    play.tell(Msg::Recalled {
        place: PlaceId(0),
        key: unknown,
        recalled: Recalled { entries: vec![entry], ..Recalled::default() },
    });
    for _ in 0..60 {
        if play.app.place().writes.is_empty() {
            break;
        }
        play.wait();
        while play.asked(|request| matches!(request, Request::Read(Read::Describe(_)))) > 0 {
            play.describe(theirs("a"));
        }
    }
    assert!(
        play.app.place().writes.is_empty(),
        "image a of {THEIRS} is busy for ever, with a write of {OURS}; history {:?}",
        play.app.place().history.of(None).map(|e| e.before.arn.clone()).collect::<Vec<_>>()
    );
}

#[test]
fn a_write_that_is_out_is_followed_up_once() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(Ok(Answer::Accepted));
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    // The disk tells what earlier sessions left as nobody's.
    let key = PlaceKey { account: "unknown-admin".into(), region: "us-east-1".into() };
    play.tell(Msg::Recalled { place: PlaceId(1), key, recalled: Recalled::default() });
    assert!(play.app.place().writes.is_empty(), "{}", play.said());
    assert_eq!(play.app.place().history.of(None).count(), 1);
    assert!(!play.said().contains("unknown"), "{}", play.said());
}

#[test]
fn an_enter_too_many_for_the_picker_sends_no_review() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    play.pick("P", "production");
    play.resolve("production", "eu-west-1", THEIRS);
    play.pick("P", "research");
    play.describe(image("a"));
    play.press("enter");
    assert!(play.app.place().writes.is_empty());
    play.later(1);
    play.press("enter");
    assert_eq!(play.app.place().writes.len(), 1);
}

/// A draft of `a` as an earlier session left it at the account and region of the tests.
fn left(text: &str) -> (PlaceKey, Draft) {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("tab");
    play.fill(text);
    play.run_out(&Timer::Keep);
    let draft = play.kept.into_values().next().unwrap();
    (draft.place.clone(), draft)
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
    play.run_out(&Timer::Keep);
    play.pick("ctrl-p", "production");
    play.recall(PlaceId(0), &key, vec![draft]);
    let kept = format!("{:?}", play.kept[&(key, "a".to_owned())]);
    for words in ["Left before", "Mine", "Second"] {
        assert!(kept.contains(words), "{words} is not in {kept}");
    }
    assert!(play.left.is_empty(), "{:?}", play.left);
}

#[test]
fn nothing_is_forgotten_under_one_key_before_it_is_kept_under_another() {
    use crate::app::{Effect, update};

    let (mut play, draft, _) = unlocated_review();
    // Found under the key of nobody, while the account is being asked for.
    let unknown = play.app.place().unknown_key();
    play.run_out(&Timer::Keep);
    play.answer(|request| *request == Request::Read(Read::WhoAmI), Ok(Answer::Account(OURS.into())));
    play.press("r");
    let draft = Draft { place: unknown.clone(), ..draft };
    let recalled = Recalled { drafts: vec![draft], ..Recalled::default() };
    play.app.place_for_tests().account.start();
    let effects = update(&mut play.app, Msg::Recalled { place: PlaceId(0), key: unknown.clone(), recalled });
    let is_kept = |effect: &Effect| matches!(effect, Effect::Keep(draft) if draft.place.account.as_str() == OURS && draft.typed[&Field::Description].contains("last week"));
    let is_forgotten = |effect: &Effect| matches!(effect, Effect::Forget { place, .. } if *place == unknown);
    let kept = effects.list.iter().position(is_kept);
    let forgotten = effects.list.iter().position(is_forgotten);
    assert!(kept.is_some() && kept < forgotten, "{kept:?} {forgotten:?}: {:?}", effects.list);
}
