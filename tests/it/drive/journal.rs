//! A journal that can't be written, on a real disk.

use std::fs;

use sagescope::app::Msg;
use sagescope::edit::Verdict;
use sagescope::flow::Stop;

use super::Drive;

/// A change that could not be noted, since a folder stands where the journal should be.
async fn not_noted() -> Drive {
    let mut drive = Drive::open().await;
    fs::create_dir(drive.journal()).unwrap();
    drive.open_form().await;
    drive.fill("Mine");
    drive.press("ctrl-s enter");
    drive.until(|drive| drive.refusal().is_some()).await;
    drive
}

async fn unnoted() -> Drive {
    let mut drive = not_noted().await;
    drive.press("N y");
    drive.until(|drive| drive.said().contains("subject: verified")).await;
    drive
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_in_its_place_stops_the_write() {
    let drive = not_noted().await;
    let Some(Stop::NotNoted(trouble)) = drive.refusal() else { panic!("{:?}", drive.refusal()) };
    assert!(trouble.contains("journal.jsonl: there is a folder where a file should be"), "{trouble}");
    assert!(drive.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_unnoted_is_noted_when_there_is_room_again() {
    let mut drive = unnoted().await;
    assert_eq!(drive.arrived().len(), 1);
    fs::remove_dir(drive.journal()).unwrap();
    drive.settle().await;
    assert!(drive.journal().is_file(), "tried again after a while");
    drive.open_form().await;
    drive.fill("More");
    drive.press("ctrl-s enter");
    drive.settle().await;
    let next = drive.killed_and_opened_again().await;
    assert_eq!(next.display_names_sent(), ["More", "Mine"]);
    assert_eq!(next.verdicts(), [Some(Verdict::Verified), Some(Verdict::Verified)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_noted_at_the_end_at_the_latest() {
    let mut drive = unnoted().await;
    fs::remove_dir(drive.journal()).unwrap();
    drive.tell(Msg::Leaving);
    let mut next = drive.killed_and_opened_again().await;
    assert_eq!(next.verdicts().len(), 1);
    next.press("u");
    next.settle().await;
    next.press("enter");
    next.settle().await;
    assert_eq!(next.service.describe("subject").unwrap()["DisplayName"], "Subject", "it can be undone");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_before_there_was_room_nothing_is_made_up() {
    let drive = unnoted().await;
    let journal = drive.journal();
    let next = drive.killed_and_opened_again().await;
    assert_eq!(next.verdicts().len(), 0);
    assert!(next.writes_out() == 0 && next.arrived().len() == 1);
    assert!(journal.is_dir());
}
