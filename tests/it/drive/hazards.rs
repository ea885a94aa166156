//! What can go wrong around a write. In every case no word is lost, no second write goes out, and
//! nothing is claimed that was not read back.

use sagescope::app::{Answer, Msg};
use sagescope::domain::{FailureClass, Mode};
use sagescope::edit::Verdict;
use sagescope::emulator::{Edit, ImageStatus};
use sagescope::flow::Stop;
use serde_json::json;

use super::asks::FIELDS;
use super::{Drive, ROLE, UNASSUMABLE, service};

/// Opens the form and types a display name.
async fn typing() -> Drive {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.fill("Mine");
    drive
}

async fn reviewed() -> Drive {
    let mut drive = typing().await;
    drive.press("ctrl-s");
    drive
}

async fn verified() -> Drive {
    let mut drive = reviewed().await;
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    drive
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn someone_else_edits_before_the_review() {
    let mut drive = typing().await;
    assert!(drive.service.edit_as_someone_else("subject", Edit::description("Theirs")));
    drive.glances();
    drive.settle().await;
    assert_eq!(drive.foreign(), ["description"], "the form says so at once");
    assert_eq!((drive.typed("display name"), drive.typed("description")), ("Mine", "Theirs"));
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert_eq!(drive.arrived(), [json!({"ImageName": "subject", "DisplayName": "Mine"})]);
    assert!(drive.said().contains("verified"), "{}", drive.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refresh_while_typing_leaves_what_is_typed_and_asks() {
    let mut drive = typing().await;
    assert!(drive.service.edit_as_someone_else("subject", Edit::display_name("Theirs")));
    drive.glances();
    drive.settle().await;
    assert_eq!(drive.typed("display name"), "Mine");
    drive.press("ctrl-s");
    assert_eq!(drive.top(), "conflict");
    drive.press("t enter");
    drive.settle().await;
    assert_eq!(drive.top(), "form", "theirs was taken: nothing to review");
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_updating_image_is_waited_for_and_then_written() {
    let mut drive = reviewed().await;
    assert!(drive.service.set_status("subject", ImageStatus::Updating, None));
    drive.press("enter");
    drive.until(|drive| drive.refusal().is_some()).await;
    assert!(matches!(drive.refusal(), Some(Stop::Changing(_))));
    drive.press("w");
    drive.until(|drive| reads(drive) > 4).await;
    assert!(drive.arrived().is_empty());
    assert!(drive.service.set_status("subject", ImageStatus::Created, None));
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{} {:?}", drive.said(), drive.refusal());
    assert_eq!(drive.arrived().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waiting_can_be_called_off_and_a_foreign_edit_meanwhile_is_a_conflict() {
    for foreign in [false, true] {
        let mut drive = reviewed().await;
        assert!(drive.service.set_status("subject", ImageStatus::Updating, None));
        drive.press("enter");
        drive.until(|drive| drive.refusal().is_some()).await;
        drive.press("w");
        if foreign {
            assert!(drive.service.edit_as_someone_else("subject", Edit::display_name("Theirs")));
            assert!(drive.service.set_status("subject", ImageStatus::Created, None));
            drive.settle().await;
            assert_eq!(drive.top(), "conflict");
        } else {
            drive.press("w");
            assert!(drive.service.set_status("subject", ImageStatus::Created, None));
            drive.settle().await;
        }
        assert!(drive.arrived().is_empty());
        assert_eq!(drive.typed("display name"), "Mine");
    }
}

fn reads(drive: &Drive) -> usize {
    drive.service.arrivals().iter().filter(|arrival| arrival.operation == "DescribeImage").count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_draft_of_a_deleted_image_can_be_read_and_copied() {
    let mut drive = typing().await;
    assert!(drive.service.remove("subject"));
    drive.press("ctrl-s enter");
    drive.settle().await;
    let Some(Stop::Failure(failure)) = drive.refusal() else { panic!("{:?}", drive.refusal()) };
    assert_eq!(failure.class, FailureClass::NotFound);
    let mut drive = drive.killed_and_opened_again().await;
    drive.press("esc D enter");
    drive.settle().await;
    assert!(drive.has_open_form());
    assert_eq!(drive.typed("display name"), "Mine");
    drive.press("ctrl-y");
    assert_eq!(drive.copied, ["Mine"]);
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_failed_can_be_undone() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.press("tab tab");
    drive.fill(UNASSUMABLE);
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert!(drive.said().contains("the update failed"), "{}", drive.said());
    assert!(matches!(drive.verdicts()[..], [Some(Verdict::Failed(Some(_)))]), "{:?}", drive.verdicts());
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "review");
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    assert_eq!(drive.arrived()[1], json!({"ImageName": "subject", "RoleArn": ROLE}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_throttled_write_is_sent_again_only_by_the_person() {
    let mut drive = reviewed().await;
    drive.service.inject("UpdateImage=throttlex1".parse().unwrap());
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.arrived().len(), 1);
    assert!(
        matches!(drive.refusal(), Some(Stop::Failure(failure)) if failure.class == FailureClass::Throttled)
    );
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.arrived().len(), 2);
    assert!(drive.said().contains("verified"));
    assert!(matches!(drive.verdicts()[..], [Some(Verdict::Verified), Some(Verdict::Refused(_))]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_throttled_write_waits_visibly_if_the_person_says_so() {
    let mut drive = reviewed().await;
    drive.service.inject("UpdateImage=throttlex1".parse().unwrap());
    drive.press("enter");
    drive.settle().await;
    drive.press("w");
    assert!(drive.is_armed(), "{}", drive.top());
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    assert_eq!(drive.arrived().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn credentials_that_expire_mid_edit_cost_no_word() {
    let mut drive = typing().await;
    drive.service.inject("*=expired".parse().unwrap());
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert!(
        matches!(drive.refusal(), Some(Stop::Failure(failure)) if failure.class == FailureClass::Expired)
    );
    assert_eq!(drive.typed("display name"), "Mine");
    assert!(!drive.app.errors.records().is_empty());
    drive.service.clear_faults();
    // The new keys may be another account's: that is asked first.
    drive.press("enter");
    drive.settle().await;
    assert!(drive.arrived().is_empty() && drive.said().contains("Press Enter again"), "{}", drive.said());
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("verified"), "{}", drive.said());
    assert_eq!(drive.arrived().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn quitting_during_a_write_asks_and_the_next_start_looks_it_up() {
    let mut drive = reviewed().await;
    drive.press("enter");
    drive.until(|drive| drive.said().contains("accepted")).await;
    drive.press("q");
    assert!(!drive.quit);
    assert_eq!(drive.top(), "quit?");
    drive.press("y");
    assert!(drive.quit);
    let drive = drive.killed_and_opened_again().await;
    assert!(drive.said().contains("subject: verified"), "{}", drive.said());
    assert_eq!(drive.verdicts(), [Some(Verdict::Verified)]);
    assert_eq!(drive.arrived().len(), 1);
    assert!(drive.has_no_form(), "what was sent and verified is no draft");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_during_the_write_is_looked_up_whether_it_arrived_or_not() {
    for (fault, says, verdict) in [
        ("UpdateImage=lost-answer", "subject: verified", Verdict::Verified),
        ("UpdateImage=reset", "subject: not changed", Verdict::NotApplied),
    ] {
        let mut drive = reviewed().await;
        drive.service.inject(fault.parse().unwrap());
        drive.press("enter");
        drive.until(|drive| drive.arrived().len() == 1).await;
        let drive = drive.killed_and_opened_again().await;
        assert!(drive.said().contains(says), "{fault}: {}", drive.said());
        assert_eq!(drive.verdicts(), [Some(verdict)]);
        assert_eq!(drive.arrived().len(), 1, "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_in_the_form_costs_no_word_and_a_change_since_is_seen() {
    let mut drive = typing().await;
    // Soon after the last key the words are kept.
    drive.settle().await;
    let mut drive = drive.killed_and_opened_again().await;
    assert!(drive.said().contains("1 draft is left from earlier sessions"), "{}", drive.said());
    assert!(drive.service.edit_as_someone_else("subject", Edit::display_name("Theirs")));
    drive.open_form().await;
    assert!(drive.has_open_form());
    assert_eq!(drive.typed("display name"), "Mine");
    assert_eq!(drive.clash("display name"), (Some("Subject"), Some("Theirs"), "Mine"));
    drive.press("ctrl-s m enter enter");
    drive.settle().await;
    assert_eq!(drive.arrived(), [json!({"ImageName": "subject", "DisplayName": "Mine"})]);
    let drive = drive.killed_and_opened_again().await;
    assert!(drive.has_no_form(), "sent and verified: gone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hang_up_in_the_form_keeps_the_last_key_too() {
    let mut drive = typing().await;
    drive.tell(Msg::Leaving);
    let mut drive = drive.killed_and_opened_again().await;
    drive.open_form().await;
    assert_eq!(drive.typed("display name"), "Mine");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paste_with_line_breaks_arrives_as_one_line() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.press("tab end ctrl-u");
    drive.tell(Msg::Paste("one\r\ntwo\u{2028}three\n".into()));
    assert!(drive.remark().is_some());
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert_eq!(drive.arrived(), [json!({"ImageName": "subject", "Description": "one two three"})]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_limit_can_be_exceeded() {
    let role = format!("arn:aws:iam::123456789012:role/{}", "a".repeat(2048));
    for (field, value) in [
        (0, "x".repeat(129)),
        (0, " blank before".into()),
        (1, "x".repeat(513)),
        (2, role),
        (2, "arn:aws:iam::1:role/x".into()),
        (2, String::new()),
    ] {
        let mut drive = Drive::open().await;
        drive.open_form().await;
        for _ in 0..field {
            drive.press("tab");
        }
        drive.fill(&value);
        drive.press("ctrl-s enter enter");
        drive.settle().await;
        assert!(drive.arrived().is_empty(), "{field} {value:?}");
        assert_eq!(drive.typed(FIELDS[field]), value);
        assert!(drive.problem(FIELDS[field]).is_some());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clearing_what_is_absent_already_sends_nothing() {
    let service = service().await;
    assert!(service.edit_as_someone_else(
        "subject",
        Edit { description: sagescope::emulator::Change::Clear, ..Edit::default() }
    ));
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.open_form().await;
    drive.press("tab");
    drive.fill("typed and taken back");
    drive.fill("");
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_undone_and_the_undoing_too() {
    let mut drive = verified().await;
    for (display_name, writes) in [("Subject", 2), ("Mine", 3)] {
        drive.press("u");
        drive.settle().await;
        drive.press("enter");
        drive.settle().await;
        assert!(drive.said().contains("verified"), "{}", drive.said());
        assert_eq!(drive.service.describe("subject").unwrap()["DisplayName"], display_name);
        assert_eq!(drive.arrived().len(), writes);
    }
    // The history is there in the next session, and any entry of it can be undone.
    let mut drive = drive.killed_and_opened_again().await;
    drive.press("H");
    assert_eq!(drive.verdicts().len(), 3);
    drive.press("u");
    drive.settle().await;
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.service.describe("subject").unwrap()["DisplayName"], "Subject");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_brings_back_what_was_absent() {
    let service = service().await;
    assert!(service.edit_as_someone_else(
        "subject",
        Edit { description: sagescope::emulator::Change::Clear, ..Edit::default() }
    ));
    let mut drive = Drive::open_on(service, Mode::default()).await;
    drive.open_form().await;
    drive.press("tab");
    drive.fill("New words");
    drive.press("ctrl-s enter");
    drive.settle().await;
    drive.press("u");
    drive.settle().await;
    drive.press("enter");
    drive.settle().await;
    assert_eq!(drive.arrived()[1], json!({"ImageName": "subject", "DeleteProperties": ["Description"]}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undoing_what_someone_has_changed_since_is_a_conflict() {
    let mut drive = verified().await;
    assert!(drive.service.edit_as_someone_else("subject", Edit::display_name("Theirs")));
    drive.press("u");
    drive.settle().await;
    assert_eq!(drive.top(), "conflict");
    assert_eq!(drive.clash("display name"), (Some("Mine"), Some("Theirs"), "Subject"));
    assert_eq!(drive.arrived().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_programs_at_once_keep_out_of_each_others_way() {
    let mut first = typing().await;
    first.settle().await;
    let mut second = first.open_beside().await;
    assert!(second.has_no_form(), "the draft of a living program is left to it");
    second.open_form().await;
    second.fill("Second");
    second.press("ctrl-s enter");
    second.settle().await;
    assert!(second.said().contains("verified"), "{}", second.said());
    // The first sees the other's write before it sends its own.
    first.press("ctrl-s enter");
    first.settle().await;
    assert_eq!(first.top(), "conflict");
    assert_eq!(first.typed("display name"), "Mine");
    assert_eq!(first.arrived().len(), 1);
    // Neither took the other's draft off the disk.
    let mut again = first.killed_and_opened_again().await;
    again.open_form().await;
    assert_eq!(again.typed("display name"), "Mine");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_to_an_older_question_changes_nothing() {
    let mut drive = reviewed().await;
    drive.press("enter esc");
    let stray = Msg::Reply { ticket: sagescope::app::Ticket(3), reply: Ok(Answer::Accepted) };
    drive.tell(stray);
    drive.settle().await;
    assert!(
        drive.arrived().is_empty() && drive.verdicts().iter().flatten().all(|v| *v == Verdict::NotApplied)
    );
}
