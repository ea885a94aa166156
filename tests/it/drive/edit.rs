//! An edit from the form to its outcome, on a service that behaves and one that does not.

use sagescope::domain::{FailureClass, Mode};
use sagescope::emulator::{Edit, ImageStatus};
use sagescope::flow::Stop;
use serde_json::json;

use super::asks::{FIELDS, member};
use super::{Drive, UNASSUMABLE, service};

/// Opens the form, sets the display name, clears the description, reviews.
async fn reviewed() -> Drive {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.fill("Mine");
    drive.press("tab");
    drive.fill("");
    drive.press("ctrl-s");
    drive
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_exact_request_arrives_once_and_is_verified() {
    let mut drive = reviewed().await;
    drive.press("enter");
    drive.settle().await;
    assert!(drive.said().contains("subject: verified"), "{}", drive.said());
    let exact = json!({"ImageName": "subject", "DisplayName": "Mine", "DeleteProperties": ["Description"]});
    assert_eq!(drive.arrived(), [exact]);
    let holds = drive.service.describe("subject").unwrap();
    assert_eq!(holds["DisplayName"], "Mine");
    assert!(holds.get("Description").is_none());
    drive.press("q");
    assert!(drive.quit, "nothing is left behind");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_hand_between_form_and_send_stops_the_write() {
    let mut drive = reviewed().await;
    assert!(drive.service.edit_as_someone_else("subject", Edit::description("Theirs")));
    drive.press("enter");
    drive.settle().await;
    assert!(drive.arrived().is_empty());
    assert_eq!(drive.top(), "conflict");
    assert_eq!(drive.typed("display name"), "Mine");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_is_looked_up_and_settled() {
    for (fault, says) in [
        ("UpdateImage=lost-answerx1", "subject: verified"),
        ("UpdateImage=truncatedx1", "subject: verified"),
        ("UpdateImage=resetx1", "subject: not changed"),
        ("UpdateImage=fault-500x1", "subject: not changed"),
        ("UpdateImage=emptyx1", "subject: not changed"),
    ] {
        let mut drive = reviewed().await;
        drive.service.inject(fault.parse().unwrap());
        drive.press("enter");
        drive.until(|drive| drive.said().contains("unknown")).await;
        drive.settle().await;
        assert!(drive.said().contains(says), "{fault}: {}", drive.said());
        assert_eq!(drive.arrived().len(), 1, "{fault}");
        let is_kept = drive.typed("display name") == "Mine";
        assert_eq!(is_kept, says.contains("not changed"), "{fault}: a draft lives as long as it is not sent");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_shown_and_every_word_is_kept() {
    for (fault, class) in [
        ("UpdateImage=denied", FailureClass::Denied),
        ("UpdateImage=throttle", FailureClass::Throttled),
        ("UpdateImage=expired", FailureClass::Expired),
        ("UpdateImage=in-use", FailureClass::InUse),
        ("UpdateImage=bad-key", FailureClass::BadKey),
    ] {
        let mut drive = reviewed().await;
        drive.service.inject(fault.parse().unwrap());
        drive.press("enter");
        drive.settle().await;
        let Some(Stop::Failure(failure)) = drive.refusal() else { panic!("{fault}: {:?}", drive.refusal()) };
        assert_eq!(failure.class, class, "{fault}");
        assert!(failure.code.is_some() && failure.request_id.is_some(), "{fault}: {failure:?}");
        drive.press("esc");
        assert_eq!((drive.typed("display name"), drive.typed("description")), ("Mine", ""));
        assert_eq!(drive.arrived().len(), 1, "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_can_not_be_assumed_ends_in_failed_with_its_reason() {
    let mut drive = Drive::open().await;
    drive.open_form().await;
    drive.press("tab tab");
    drive.fill(UNASSUMABLE);
    drive.press("ctrl-s enter");
    drive.settle().await;
    assert!(drive.said().contains("subject: the update failed: "), "{}", drive.said());
    let reason = drive.service.describe("subject").unwrap()["FailureReason"].as_str().unwrap().to_owned();
    assert!(drive.said().contains(&reason), "{}", drive.said());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_that_is_changing_is_left_alone() {
    let mut drive = reviewed().await;
    assert!(drive.service.set_status("subject", ImageStatus::Updating, None));
    drive.press("enter");
    drive.settle().await;
    assert!(matches!(drive.refusal(), Some(Stop::Changing(_))), "{:?}", drive.refusal());
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_image_that_is_gone_keeps_its_draft() {
    let mut drive = reviewed().await;
    assert!(drive.service.remove("subject"));
    drive.press("enter");
    drive.settle().await;
    let Some(Stop::Failure(failure)) = drive.refusal() else { panic!("{:?}", drive.refusal()) };
    assert_eq!(failure.class, FailureClass::NotFound);
    assert_eq!(drive.typed("display name"), "Mine");
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn read_only_sends_nothing() {
    let mode = Mode { read_only: true, demo: false };
    let mut drive = Drive::open_on(service().await, mode).await;
    drive.open_form().await;
    assert!(drive.top() == "browser" && drive.said().contains("Read-only"), "{}", drive.said());
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_form_takes_the_service_takes_too() {
    let long = "ü".repeat(128);
    for (field, value) in [
        (0, long.as_str()),
        (0, "日本語 and e\u{301}"),
        (1, "   "),
        (1, "quotes ' \" and $HOME"),
        (2, "arn:aws:iam::123456789012:role/path/to/A+b=c,d.e@f-g_h"),
    ] {
        let mut drive = Drive::open().await;
        drive.open_form().await;
        for _ in 0..field {
            drive.press("tab");
        }
        drive.fill(value);
        drive.press("ctrl-s enter");
        drive.settle().await;
        assert!(drive.said().contains("verified"), "{value:?}: {} {:?}", drive.said(), drive.refusal());
        let member = member(FIELDS[field]);
        assert_eq!(drive.arrived()[0][member], value);
    }
}
