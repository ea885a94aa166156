//! What is said of a version.

use sagescope::domain::{FailureClass, Mode};
use sagescope::edit::Verdict;
use sagescope::emulator::{Emulator, ImageStatus, VersionEdit};
use sagescope::flow::Stop;
use serde_json::{Value, json};

use super::hands::When;
use super::{Drive, IMAGE, changes, drive, service};

fn update(members: &Value) -> Vec<(String, Value)> {
    let mut body = json!({"ImageName": IMAGE, "Version": 3});
    for (member, value) in members.as_object().unwrap() {
        body[member] = value.clone();
    }
    changes([("UpdateImageVersion", body)])
}

/// Opens the form of version 3, the newest.
async fn open(mut drive: Drive) -> Drive {
    drive.press("2");
    drive.settle().await;
    drive.open_kind("e").await;
    drive.must_show("Edit version 3 of subject");
    drive
}

/// Other release notes, which can be undone, are typed.
async fn typing() -> Drive {
    let mut drive = open(drive().await).await;
    drive.sets("release-notes", "Other notes");
    drive
}

fn notes() -> Vec<(String, Value)> {
    update(&json!({"ReleaseNotes": "Other notes"}))
}

/// Another hand changes another field.
fn archives(service: &Emulator) {
    assert!(service.edit_version_as_someone_else(IMAGE, 3, VersionEdit::vendor_guidance("ARCHIVED")));
}

fn holds(drive: &Drive, member: &str) -> Option<Value> {
    drive.service.describe_version(IMAGE, 3).unwrap().get(member).cloned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_field_is_sent_as_the_service_wants_it() {
    let mut drive = open(drive().await).await;
    drive.must_show("These can be set and changed, but not unset");
    // STABLE, then the one after it; the first of the job types; letters choose too.
    drive.press("right tab space tab");
    drive.type_text("PyTorch 2.5");
    drive.press("tab");
    drive.type_text("Python 3.12");
    drive.press("tab G tab y");
    drive.sets("release-notes", "Other notes");
    drive.must_show("first time set: this can't be undone");
    drive.press("ctrl-s");
    drive.must_show("Set for the first time: it can't be unset, so this can't be undone.");
    drive.send_and_settle().await;
    let exact = update(&json!({
        "VendorGuidance": "TO_BE_ARCHIVED", "JobType": "TRAINING", "MLFramework": "PyTorch 2.5",
        "ProgrammingLang": "Python 3.12", "Processor": "GPU", "Horovod": true, "ReleaseNotes": "Other notes",
    }));
    assert_eq!(drive.changes(), exact);
    drive.must_say("version 3 of subject: verified. It has the values you sent.");
    assert_eq!((drive.writes_out(), drive.drafts()), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_changed_is_undone_and_what_was_first_set_stays() {
    let mut drive = open(drive().await).await;
    drive.press("right tab tab tab tab G tab n");
    drive.sets("release-notes", "Other notes");
    drive.send_and_settle().await;
    let sent = json!({"VendorGuidance": "TO_BE_ARCHIVED", "Processor": "GPU", "Horovod": false, "ReleaseNotes": "Other notes"});
    assert_eq!(drive.changes(), update(&sent));
    drive.press("u");
    drive.settle().await;
    drive.must_show("Review · undo version 3 of subject");
    drive.press("esc u");
    drive.settle().await;
    drive.send_and_settle().await;
    let inverse = update(&json!({"VendorGuidance": "STABLE", "ReleaseNotes": "Notes 3"}));
    assert_eq!(drive.changes()[1..], inverse);
    assert_eq!(holds(&drive, "Processor"), Some(json!("GPU")));
    drive.must_say("version 3 of subject: verified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_says_what_it_can_not_take_back() {
    // Something of it can be undone: the review says what stays.
    let mut drive = open(drive().await).await;
    drive.press("right tab tab tab tab G");
    drive.send_and_settle().await;
    drive.press("u");
    drive.settle().await;
    drive.must_show("Stays set, since it can't be unset: Processor.");
    assert_eq!(drive.top(), "review");

    // Nothing of it can: the form says so, and there is nothing to send.
    let mut drive = open(self::drive().await).await;
    drive.press("tab tab tab tab G");
    drive.send_and_settle().await;
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "form", "{}", drive.screen());
    drive.must_show("Stays set, since it can't be unset: Processor.");
    assert_eq!(drive.sent(), 1);
    drive.press("esc");
    assert_eq!((drive.top(), drive.drafts()), ("browser", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_not_be_is_told_while_it_is_typed() {
    for (field, text, says) in [
        ("ml-framework", "2.5", "must be letters and a version of two or three numbers, such as PyTorch 2.4"),
        ("ml-framework", "PyTorch  2.5", "must be letters and a version"),
        (
            "programming-lang",
            "Python3",
            "must be letters and a version of two or three numbers, such as Python 3.11",
        ),
        ("release-notes", "", "can be set and changed, but not unset"),
    ] {
        let mut drive = open(drive().await).await;
        drive.sets(field, text);
        drive.must_show(says);
        drive.press("ctrl-s");
        assert_eq!((drive.top(), drive.sent()), ("form", 0), "{text:?}");
    }
    let mut drive = open(drive().await).await;
    drive.sets("release-notes", &"ü".repeat(256));
    drive.must_show("too long: 256 characters, 1 over");
    drive.press("backspace");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), update(&json!({"ReleaseNotes": "ü".repeat(255)})));
    drive.must_say("verified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_before_the_review_is_told_and_kept() {
    let mut drive = typing().await;
    drive.meets_another_hand(When::BeforeTheReview, archives).await;
    drive.go_to("vendor-guidance");
    drive.must_show("You hadn't touched:");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), notes());
    assert_eq!(holds(&drive, "VendorGuidance"), Some(json!("ARCHIVED")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_at_the_same_field_is_a_conflict() {
    for when in When::BOTH {
        let mut drive = typing().await;
        let writes = |service: &Emulator| {
            assert!(service.edit_version_as_someone_else(IMAGE, 3, VersionEdit::release_notes("Theirs")));
        };
        drive.meets_a_conflict(when, writes).await;
        drive.must_show("Theirs");
        drive.press("m enter");
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), notes(), "{when:?}");
        drive.must_say("version 3 of subject: verified");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_between_review_and_send_stops_it() {
    let mut drive = typing().await;
    drive.meets_another_hand(When::BeforeItIsSent, archives).await;
    drive.send_and_settle().await;
    assert_eq!(drive.sent(), 0);
    assert!(matches!(drive.refusal(), Some(Stop::Conflict(_))), "{:?}", drive.refusal());
    drive.must_show("Vendor guidance");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), notes());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_looked_up_and_never_sent_again() {
    for (fault, arrives) in
        [("lost-answer", true), ("truncated", true), ("reset", false), ("empty", false), ("fault-500", false)]
    {
        let mut drive = typing().await;
        drive.fails(&format!("UpdateImageVersion={fault}x1"));
        drive.send_and_settle().await;
        assert_eq!(drive.changes(), notes(), "{fault}");
        let says =
            if arrives { "version 3 of subject: verified" } else { "version 3 of subject: not changed" };
        drive.must_say(says);
        assert_eq!((drive.writes_out(), drive.drafts()), (0, usize::from(!arrives)), "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_shown_and_every_word_is_kept() {
    for (fault, class) in [
        ("denied", FailureClass::Denied),
        ("throttle", FailureClass::Throttled),
        ("expired", FailureClass::Expired),
        ("in-use", FailureClass::InUse),
    ] {
        let mut drive = typing().await;
        drive.fails(&format!("UpdateImageVersion={fault}"));
        drive.send_and_settle().await;
        let Some(Stop::Failure(failure)) = drive.refusal() else { panic!("{fault}: {:?}", drive.refusal()) };
        assert_eq!(failure.class, class, "{fault}");
        assert_eq!((drive.sent(), drive.drafts()), (1, 1), "{fault}");
        drive.press("esc");
        drive.go_to("release-notes");
        drive.must_show("Other notes");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_during_the_write_is_looked_up() {
    for (fault, says, verdict) in [
        ("lost-answer", "version 3 of subject: verified", Verdict::Verified),
        ("reset", "version 3 of subject: not changed", Verdict::NotApplied),
    ] {
        let drive = typing().await;
        let mut drive =
            Box::pin(drive.killed_while_out(&format!("UpdateImageVersion={fault}"), verdict)).await;
        drive.must_say(says);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_in_the_form_costs_no_word_and_a_change_since_is_seen() {
    let mut drive = typing().await;
    drive.settle().await;
    let drive = drive.killed_and_opened_again().await;
    assert!(drive.service.edit_version_as_someone_else(IMAGE, 3, VersionEdit::release_notes("Theirs")));
    let mut drive = open(drive).await;
    drive.go_to("release-notes");
    drive.must_show("Other notes");
    drive.must_show("someone else changed it to ‘Theirs’; it was ‘Notes 3’");
    drive.press("ctrl-s m enter");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), notes());
    let drive = drive.killed_and_opened_again().await;
    assert!(drive.has_no_form(), "sent and verified: gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_what_someone_has_changed_since_is_a_conflict() {
    let mut drive = typing().await;
    drive.send_and_settle().await;
    assert!(drive.service.edit_version_as_someone_else(IMAGE, 3, VersionEdit::release_notes("Theirs")));
    drive.press("u");
    drive.settle().await;
    assert_eq!((drive.top(), drive.sent()), ("conflict", 1), "{}", drive.screen());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_vanished_keeps_its_draft() {
    let mut drive = typing().await;
    drive.press("ctrl-s");
    assert!(drive.service.remove_version(IMAGE, 3));
    drive.send_and_settle().await;
    let Some(Stop::Failure(failure)) = drive.refusal() else { panic!("{:?}", drive.refusal()) };
    assert_eq!(failure.class, FailureClass::NotFound);
    assert_eq!(drive.sent(), 0);
    let mut drive = drive.killed_and_opened_again().await;
    drive.press("esc D enter");
    drive.settle().await;
    drive.must_show("Couldn't load the version");
    drive.go_to("release-notes");
    drive.must_show("Other notes");
    drive.press("ctrl-y");
    assert_eq!(drive.copied, ["Other notes"]);
    assert_eq!(drive.sent(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_vanishes_after_it_was_sent_is_told() {
    let mut drive = typing().await;
    drive.fails("DescribeImageVersion=slow:30x3");
    drive.send();
    drive.until(|drive| holds(drive, "ReleaseNotes") == Some(json!("Other notes"))).await;
    assert!(drive.service.remove_version(IMAGE, 3));
    drive.settle().await;
    drive.must_say("version 3 of subject: the version is gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_in_deleting_is_left_alone() {
    let mut drive = typing().await;
    drive.press("ctrl-s");
    assert!(drive.service.set_version_status(IMAGE, 3, ImageStatus::Deleting, None));
    drive.send_and_settle().await;
    assert!(matches!(drive.refusal(), Some(Stop::Changing(_))), "{:?}", drive.refusal());
    drive.must_show("DELETING");
    assert_eq!((drive.sent(), drive.drafts()), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_are_not_known_are_left_as_they_are() {
    let service = service().await;
    assert!(service.impose(IMAGE, 3, "VendorGuidance", json!("SUNSET")));
    assert!(service.impose(IMAGE, 3, "ImageVersionStatus", json!("POLISHED")));
    assert!(service.impose(IMAGE, 3, "Processor", json!("TPU")));
    let mut drive = open(Drive::open_on(service, Mode::default()).await).await;
    drive.must_show("● SUNSET");
    drive.press("tab tab tab tab");
    drive.must_show("● TPU");
    drive.sets("release-notes", "Other notes");
    drive.send_and_settle().await;
    assert_eq!(drive.changes(), notes());
    drive.must_say("version 3 of subject: verified");
    assert_eq!(holds(&drive, "Processor"), Some(json!("TPU")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn text_that_is_hostile_is_shown_inert_and_not_sent_back() {
    let service = service().await;
    let hostile = "a\u{1b}[31mred\u{202e}\nb";
    assert!(service.edit_version_as_someone_else(IMAGE, 3, VersionEdit::release_notes(hostile)));
    let mut drive = open(Drive::open_on(service, Mode::default()).await).await;
    assert!(!drive.screen().contains(['\u{1b}', '\u{202e}']), "{}", drive.screen());
    drive.press("right");
    drive.send_and_settle().await;
    assert_eq!(
        drive.changes(),
        update(&json!({"VendorGuidance": "TO_BE_ARCHIVED"})),
        "what was not touched is left"
    );
    drive.must_say("version 3 of subject: verified");
    assert_eq!(holds(&drive, "ReleaseNotes"), Some(json!(hostile)));
}
