//! Other hands at the same image.

use sagescope::app::{Answer, Msg};
use sagescope::domain::FailureClass;
use sagescope::edit::Verdict;
use sagescope::emulator::{Edit, ImageStatus};
use sagescope::flow::Stop;
use serde_json::json;

use crate::drive::Drive;

use super::{reviewed, typing};

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
