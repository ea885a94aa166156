//! The program ends in the middle of it.

use sagescope::app::Msg;
use sagescope::edit::Verdict;
use sagescope::emulator::Edit;
use serde_json::json;

use super::{reviewed, typing};

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
