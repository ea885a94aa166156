//! What the service refuses, and what is not sent to it.

use sagescope::app::Msg;
use sagescope::domain::{FailureClass, Mode};
use sagescope::edit::Verdict;
use sagescope::emulator::Edit;
use sagescope::flow::Stop;
use serde_json::json;

use crate::drive::asks::FIELDS;
use crate::drive::{Drive, service};

use super::{reviewed, typing};

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
