//! What was read stays on the screen, whatever befalls the next read of it.

use super::cell::at_once;
use super::fault::Fault;
use super::opened::{Opened, limits_for};
use super::row::Row;
use super::table::ROWS;
use super::wire::Passing;

/// More requests than a refresh takes with all that is tried again.
const MANY: usize = 30;

/// Words of the layers below, which tell a person nothing.
const RAW: [&str; 6] = ["os error", "hyper", "SdkError", " { ", "dispatch failure", "Kind("];

/// What is wrong with a refresh that this befalls.
async fn trouble_with(row: &Row) -> Result<(), String> {
    let mut trouble = Err("nothing is read".into());
    for limits in limits_for(row.fault) {
        let Some(opened) = Opened::within(limits).await else { continue };
        trouble = trouble_of(row, opened).await;
        if trouble.is_ok() {
            break;
        }
    }
    trouble
}

async fn trouble_of(row: &Row, mut opened: Opened) -> Result<(), String> {
    let before = opened.wire.asked().len();
    opened.breaks(row.fault, |_| true, Passing::On).await;
    opened.drive.press("r");
    opened.drive.settle().await;
    let (said, screen) = (opened.drive.said(), opened.drive.screen());
    if !opened.shows_the_image() {
        return Err(format!("the image is gone: {screen}"));
    }
    let head = row.told.first().and_then(|told| told.split_once(": ")).map(|(head, _)| head);
    match head {
        Some(head) if !said.contains(head) => return Err(format!("it says {said:?}\n{screen}")),
        None if said.contains("Couldn't") => return Err(format!("it says {said:?}")),
        Some(_) | None => {}
    }
    if let Some(raw) = RAW.iter().find(|raw| said.contains(*raw)) {
        return Err(format!("{raw:?} in {said:?}"));
    }
    let asked = opened.wire.asked().len() - before;
    if asked > MANY {
        return Err(format!("{asked} requests"));
    }
    if row.fault == Fault::Refused {
        return Ok(());
    }
    opened.wire.mends();
    opened.drive.press("r");
    opened.drive.settle().await;
    let said = opened.drive.said();
    let is_well = opened.shows_the_image() && !said.contains("Couldn't");
    is_well.then_some(()).ok_or_else(|| format!("it is mended, and says {said:?}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refresh_that_breaks_leaves_what_was_known_and_the_next_one_goes_well() {
    let cells = ROWS.iter().map(|row| {
        let trouble =
            async move { trouble_with(row).await.err().map(|why| format!("{:?}: {why}", row.fault)) };
        (row.fault.weight(), trouble)
    });
    let troubles: Vec<_> = at_once(cells).await.into_iter().flatten().collect();
    assert!(troubles.is_empty(), "{} of them:\n{}", troubles.len(), troubles.join("\n"));
}
