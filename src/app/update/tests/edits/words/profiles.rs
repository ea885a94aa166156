//! Words of several profiles of one account.

use crate::app::play::{DraftJob, Play, asked, failure, image, reply, second};
use crate::app::update::tests::places::{OURS, THEIRS, aws_setup};
use crate::app::{Handed, Msg, PlaceId};
use crate::domain::{FailureClass, Image, PlaceKey};

use super::late::unlocated_review;
use super::{all, expired};

#[test]
fn words_that_wait_to_be_sent_are_kept_behind_another_profiles() {
    let mut play = Play::armed();
    play.keeps();
    assert!(all(&play).contains("Mine"));
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("admin");
    play.press("enter");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Other");
    play.keeps();
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
    play.keeps();
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("Other");
    play.keeps();
    play.press("esc");
    play.answer_write(Err(failure(FailureClass::Denied)));
    play.keeps();
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
    play.keeps();
    // research's keys become THEIRS
    play.press("r");
    play.answer(asked::list, Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    play.answer(asked::account, reply::account(THEIRS));
    assert!(all(&play).contains("Mine"));
    play.pick("P", "admin");
    play.answer(asked::list, reply::page(vec![image("a")], None));
    assert_eq!(play.drafts_here().len(), 1);
    play.open_form(image("a"));
    assert_eq!(play.typed("display name"), "Mine");
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
    play.answer(asked::location, reply::location("admin", "us-east-1"));
    play.page(&["a"], None);
    play.open_form(image("a"));
    play.fill("First words");
    play.press("ctrl-r");
    play.type_text("Second");
    play.answer(asked::account, reply::account(OURS));
    play.keeps();
    play.tell(Msg::Leaving);
    let form = play.form_of("a");
    assert!(
        form.words().contains("First words") && form.words().contains("Mine"),
        "LOST {:?}\n{}",
        form.words(),
        all(&play)
    );
}

#[test]
fn a_glance_at_another_account_is_no_new_beginning() {
    let mut play = Play::begin();
    play.answer(asked::location, reply::location("research", "us-east-1"));
    // no sts:GetCallerIdentity, ever
    play.answer(asked::account, Err(failure(FailureClass::Denied)));
    play.page(&["a"], None);
    play.rest();
    play.describe(image("a"));
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.answer(asked::read, Err(expired()));
    play.press("L");
    play.tell(Msg::HandedBack { place: PlaceId(0), handed: Handed::Done });
    play.answer(asked::account, Err(failure(FailureClass::Denied)));
    let foreign = Image {
        arn: Some("arn:aws:sagemaker:us-east-1:999999999999:image/a".into()),
        modified: Some(second(7)),
        ..image("a")
    };
    play.answer_reads(&foreign);
    play.paint();
    play.press("enter");
    play.answer_reads(&foreign);
    assert!(play.sent.is_empty(), "SENT to account 999999999999, nothing was said: {:?}", play.sent);
}

#[test]
fn undoing_finds_the_draft_that_is_open_at_another_profile() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Changed");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    let done = Image { display_name: Some("Changed".into()), modified: Some(second(50)), ..image("a") };
    play.wait();
    play.describe(done.clone());
    play.open_form(done.clone());
    play.fill("Mine at A");
    play.keeps();
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text("admin");
    play.press("enter");
    play.resolve("admin", "us-east-1", OURS);
    play.answer(asked::list, reply::page(vec![done.clone()], None));
    play.rest();
    while play.asked(asked::read) > 0 {
        play.describe(done.clone());
    }
    play.press("u");
    // before the image has been read, the person types in it
    play.type_text("xyz");
    play.keeps();
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
    play.answer(asked::location, reply::location("research", "us-east-1"));
    play.answer(asked::account, reply::account(THEIRS));
    let unknown = PlaceKey { account: "unknown-research".into(), region: "us-east-1".into() };
    assert!(play.recalls.contains(&unknown));
    let theirs = |n: &str| Image {
        arn: Some(format!("arn:aws:sagemaker:us-east-1:{THEIRS}:image/{n}").as_str().into()),
        modified: Some(second(500)),
        ..image(n)
    };
    play.answer(asked::list, reply::page(vec![theirs("a")], None));
    play.recall_journal(unknown, vec![entry], &[]);
    for _ in 0..60 {
        if play.writes_out().is_empty() {
            break;
        }
        play.wait();
        while play.asked(asked::read) > 0 {
            play.describe(theirs("a"));
        }
    }
    assert!(
        play.writes_out().is_empty(),
        "image a of {THEIRS} is busy for ever, with a write of {OURS}; history {:?}",
        play.history_everywhere()
    );
}

#[test]
fn a_write_that_is_out_is_followed_up_once() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.pick("P", "admin");
    play.resolve("admin", "us-east-1", OURS);
    // The disk tells what earlier sessions left as nobody's.
    let key = PlaceKey { account: "unknown-admin".into(), region: "us-east-1".into() };
    play.recall(PlaceId(1), &key, Vec::new());
    assert!(play.writes_out().is_empty(), "{}", play.said());
    assert_eq!(play.history_len(), 1);
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
    assert!(play.writes_out().is_empty());
    play.later(1);
    play.press("enter");
    assert_eq!(play.writes_out().len(), 1);
}

#[test]
fn nothing_is_forgotten_under_one_key_before_it_is_kept_under_another() {
    let (mut play, draft, _) = unlocated_review();
    // Found under the key of nobody, while the account is being asked for.
    let unknown = play.unknown_key();
    play.keeps();
    play.answer(asked::account, reply::account(OURS));
    play.press("r");
    play.asks_whose_keys_these_are();
    play.draft_jobs.clear();
    play.recall(PlaceId(0), &unknown, vec![draft.moved(&unknown)]);
    let is_kept = |job: &DraftJob| matches!(job, DraftJob::Keep(draft) if draft.place().account.as_str() == OURS && draft.text("description").unwrap().contains("last week"));
    let is_forgotten = |job: &DraftJob| matches!(job, DraftJob::Forget(place) if *place == unknown);
    let kept = play.draft_jobs.iter().position(is_kept);
    let forgotten = play.draft_jobs.iter().position(is_forgotten);
    assert!(kept.is_some() && kept < forgotten, "{kept:?} {forgotten:?}: {:?}", play.draft_jobs);
}
