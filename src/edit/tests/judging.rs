//! What a subject that was read back says of the step that was sent.

use jiff::{SignedDuration, Timestamp};

use crate::domain::{Image, ImageStatus};
use crate::edit::kind::image::{DESCRIPTION, DISPLAY_NAME};
use crate::edit::{Call, Change, Changes, Evidence, Outcome, Snapshot, Step};

use super::{image, second, several};

/// A step that sets the display name and clears the description.
fn step(base: Image) -> Step {
    let changes = Changes::from([(DISPLAY_NAME, Change::Set("Mine".into())), (DESCRIPTION, Change::Clear)]);
    let base = Snapshot::Image(base);
    Step { call: Call::of(&base, &changes).unwrap(), base, undoes: None }
}

/// As it was sent, with this status, modified so many seconds later.
fn sent(word: &str, seconds: i64) -> Image {
    Image {
        display_name: Some("Mine".into()),
        description: None,
        status: Some(ImageStatus::from_word(word)),
        modified: Some(second(seconds)),
        failure_reason: Some("The role could not be assumed.".into()),
        ..image("a")
    }
}

fn words(outcome: Option<Outcome>) -> String {
    match outcome {
        None => "not yet".into(),
        Some(Outcome::Verified) => "verified".into(),
        Some(Outcome::Failed(reason)) => format!("failed: {}", reason.unwrap().as_str()),
        Some(Outcome::Otherwise(status)) => {
            format!("otherwise: {}", status.map_or(String::new(), |it| it.word().to_owned()))
        }
        Some(Outcome::Differs(differences)) => {
            let fields: Vec<_> = differences.iter().map(|it| it.key.as_str()).collect();
            format!("differs: {}", fields.join(" "))
        }
        Some(Outcome::NotApplied) => "not applied".into(),
        Some(Outcome::Gone) => "gone".into(),
        Some(Outcome::Unknowable) => "unknowable".into(),
    }
}

const EARLY: Evidence = evidence(false, false);
const LATE: Evidence = evidence(true, false);
const EARLY_UNANSWERED: Evidence = evidence(false, true);
const LATE_UNANSWERED: Evidence = evidence(true, true);

const fn evidence(is_late: bool, is_unanswered: bool) -> Evidence {
    Evidence { begun: Timestamp::UNIX_EPOCH, is_unanswered, is_late, is_earlier: false }
}

fn judged(base: &Image, read: &Image, evidence: Evidence) -> String {
    words(step(base.clone()).judge(&read.clone().into(), &evidence))
}

#[test]
fn what_has_settled_and_moved_on_is_judged_whatever_was_answered() {
    let failed_before = Image { status: Some(ImageStatus::UpdateFailed), ..image("a") };
    let never_modified = Image { modified: None, ..image("a") };
    let theirs = Image { display_name: Some("Theirs".into()), ..sent("CREATED", 1) };
    let described = Image { description: Some("Theirs".into()), ..theirs.clone() };
    let untold = Image { status: None, ..sent("CREATED", 1) };
    for (base, read, outcome) in [
        (image("a"), sent("CREATED", 1), "verified"),
        (never_modified, sent("CREATED", 1), "verified"),
        (failed_before.clone(), sent("CREATED", 1), "verified"),
        (image("a"), sent("UPDATING", 1), "not yet"),
        (image("a"), sent("DELETING", 1), "not yet"),
        (image("a"), sent("REPAIRING", 1), "not yet"),
        (image("a"), sent("UPDATE_FAILED", 1), "failed: The role could not be assumed."),
        // It was not failed before: it is, even if nothing says that it was modified.
        (image("a"), sent("UPDATE_FAILED", 0), "failed: The role could not be assumed."),
        (failed_before, sent("UPDATE_FAILED", 1), "failed: The role could not be assumed."),
        (image("a"), sent("DELETE_FAILED", 1), "otherwise: DELETE_FAILED"),
        (image("a"), sent("ARCHIVED", 1), "otherwise: ARCHIVED"),
        (image("a"), untold, "otherwise: "),
        (image("a"), theirs, "differs: display-name"),
        (image("a"), described, "differs: display-name description"),
    ] {
        for evidence in [EARLY, LATE, EARLY_UNANSWERED, LATE_UNANSWERED] {
            assert_eq!(judged(&base, &read, evidence), outcome, "{base:?} {read:?} {evidence:?}");
        }
    }
}

#[test]
fn what_has_not_moved_is_waited_for_until_it_is_late() {
    let failed = Image { status: Some(ImageStatus::UpdateFailed), ..image("a") };
    let undated = Image { modified: None, ..image("a") };
    let older = Image { modified: Some(second(-1)), ..image("a") };
    let both = "differs: display-name description";
    for (base, read, late, late_unanswered) in [
        (image("a"), image("a"), both, "not applied"),
        (failed.clone(), failed, both, "not applied"),
        (image("a"), undated, both, "not applied"),
        (image("a"), older, both, "not applied"),
        // It holds what was sent: that was not lost, even if nothing says that it was modified.
        (image("a"), sent("CREATED", 0), "differs: ", "differs: "),
    ] {
        for (evidence, outcome) in [
            (EARLY, "not yet"),
            (EARLY_UNANSWERED, "not yet"),
            (LATE, late),
            (LATE_UNANSWERED, late_unanswered),
        ] {
            assert_eq!(judged(&base, &read, evidence), outcome, "{read:?} {evidence:?}");
        }
    }
}

#[test]
fn what_others_made_of_it_since_is_no_outcome_of_an_earlier_session() {
    let hour = SignedDuration::from_hours(1);
    let theirs = |after: SignedDuration| Image {
        display_name: Some("Theirs".into()),
        modified: Some(second(0).checked_add(after).unwrap()),
        ..sent("CREATED", 1)
    };
    let failed = |after| Image { status: Some(ImageStatus::UpdateFailed), ..theirs(after) };
    let second_more = hour + SignedDuration::from_secs(1);
    for (read, is_earlier, outcome) in [
        (theirs(hour), true, "differs: display-name"),
        (theirs(second_more), true, "unknowable"),
        (theirs(second_more), false, "differs: display-name"),
        (failed(hour), true, "failed: The role could not be assumed."),
        (failed(second_more), true, "unknowable"),
        // As it was sent is as it was sent, whenever that was seen.
        (sent("CREATED", 7_200), true, "verified"),
        (sent("ARCHIVED", 7_200), true, "otherwise: ARCHIVED"),
    ] {
        let evidence = Evidence { begun: second(0), is_earlier, ..LATE_UNANSWERED };
        assert_eq!(judged(&image("a"), &read, evidence), outcome, "{read:?} {is_earlier}");
    }
}

#[test]
fn several_are_never_judged_at_once() {
    let read = several([sent("CREATED", 1)]);
    assert_eq!(step(image("a")).judge(&read, &LATE), None);
}
