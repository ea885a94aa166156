//! A write that breaks: sent once, looked up where nobody knows what became of it, and no word of it lost.

use sagescope::flow::Stop;

use super::cell::at_once;
use super::fault::Fault;
use super::http::Request;
use super::opened::{Opened, limits_for};
use super::row::{Row, Write};
use super::table::ROWS;
use super::wire::Passing;
use crate::adapter::{brisk, patient};

fn is_write(request: &Request) -> bool {
    request.operation == "UpdateImage"
}

/// Whether the service may hear of a write that this becomes of.
fn ways(write: Write) -> &'static [Passing] {
    match write {
        Write::Accepted => &[Passing::On],
        Write::NotSent | Write::Refused => &[Passing::Not],
        Write::Unknown => &[Passing::On, Passing::Not],
    }
}

/// What is wrong with a write that this befalls.
async fn trouble_with(row: &Row, passing: Passing) -> Result<(), String> {
    let mut trouble = Err("nothing is read".into());
    for limits in limits_for(row.fault) {
        let Some(opened) = Opened::within(limits).await else { continue };
        trouble = trouble_of(row, passing, opened).await;
        if trouble.is_ok() {
            break;
        }
    }
    trouble
}

async fn trouble_of(row: &Row, passing: Passing, mut opened: Opened) -> Result<(), String> {
    let sent = usize::from(row.write != Write::NotSent);
    opened.drive.open_form().await;
    opened.drive.fill("Mine");
    opened.drive.press("ctrl-s");
    opened.breaks(row.fault, is_write, passing).await;
    opened.drive.press("enter");
    opened.drive.settle().await;
    let (said, drive) = (opened.drive.said(), &opened.drive);
    let count = opened.wire.count("UpdateImage");
    assert!(count <= sent, "{:?}, {passing:?}: sent {count} times", row.fault);
    if count != sent {
        return Err(format!("sent {count} times: {said}\n{}", drive.screen()));
    }
    let is_as_told = match (row.write, passing) {
        (Write::Accepted, _) | (Write::Unknown, Passing::On) => {
            said.contains("verified") && drive.has_no_form()
        }
        (Write::Unknown, Passing::Not) => {
            said.contains("not changed") && drive.typed("display name") == "Mine"
        }
        (Write::Refused | Write::NotSent, _) => {
            matches!(drive.refusal(), Some(Stop::Failure(_))) && drive.typed("display name") == "Mine"
        }
    };
    if !is_as_told {
        return Err(format!("it says {said:?}\n{}", drive.screen()));
    }
    if row.fault == Fault::Refused || passing == Passing::On {
        return Ok(());
    }
    sends_again(&mut opened, sent).await
}

/// On a wire that is mended the same draft goes out, by the hand of the person.
async fn sends_again(opened: &mut Opened, sent: usize) -> Result<(), String> {
    opened.wire.mends();
    if opened.drive.top() == "browser" {
        opened.drive.open_form().await;
        opened.drive.press("ctrl-s");
    }
    opened.drive.press("enter");
    opened.drive.settle().await;
    // The new keys may be another account's: that is asked first.
    if opened.drive.said().contains("Press Enter again") {
        opened.drive.press("enter");
        opened.drive.settle().await;
    }
    let (said, count) = (opened.drive.said(), opened.wire.count("UpdateImage"));
    let is_well = said.contains("verified") && count == sent + 1;
    is_well.then_some(()).ok_or_else(|| {
        format!("it is mended, was sent {count} times, and says {said:?}\n{}", opened.drive.screen())
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_breaks_is_sent_once_and_looked_up_and_no_word_is_lost() {
    let cells = ROWS.iter().flat_map(|row| ways(row.write).iter().map(move |passing| (row, *passing)));
    let cells = cells.map(|(row, passing)| {
        let trouble = async move {
            let trouble = trouble_with(row, passing).await.err();
            trouble.map(|why| format!("{:?}, {passing:?}: {why}", row.fault))
        };
        (row.fault.weight(), trouble)
    });
    let troubles: Vec<_> = at_once(cells).await.into_iter().flatten().collect();
    assert!(troubles.is_empty(), "{} of them:\n{}", troubles.len(), troubles.join("\n"));
}

/// A connection that stood idle may be closed at the very moment when something is sent on it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_closed_between_requests_neither_loses_a_write_nor_doubles_it() {
    for fault in [Fault::ClosedAfter, Fault::ResetAfter] {
        let mut opened = Opened::within(brisk()).await.unwrap();
        for number in 1..=10 {
            opened.breaks(fault, |_| true, Passing::On).await;
            let value = format!("Mine {number}");
            opened.drive.open_form().await;
            opened.drive.fill(&value);
            opened.drive.press("ctrl-s enter");
            opened.drive.settle().await;
            assert!(opened.drive.said().contains("verified"), "{}", opened.drive.said());
            assert_eq!(opened.wire.count("UpdateImage"), number);
            assert_eq!(opened.drive.service.describe("subject").unwrap()["DisplayName"], value);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_write_hangs_the_person_goes_on_and_can_leave() {
    let mut opened = Opened::on(crate::drive::service().await, patient()).await;
    opened.drive.open_form().await;
    opened.drive.fill("Mine");
    opened.drive.press("ctrl-s");
    opened.breaks(Fault::Silent, is_write, Passing::On).await;
    opened.drive.press("enter");
    while opened.wire.count("UpdateImage") == 0 {
        opened.drive.step_within(std::time::Duration::from_millis(10)).await;
    }
    // Nobody has answered yet.
    opened.drive.press("esc esc");
    for (keys, seen) in [("?", "help"), ("esc", "browser")] {
        opened.drive.press(keys);
        assert_eq!(opened.drive.top(), seen, "{}", opened.drive.screen());
    }
    opened.drive.press("q");
    assert_eq!(opened.drive.top(), "quit?");
    opened.drive.press("y");
    assert!(opened.drive.quit);
    assert_eq!(opened.wire.count("UpdateImage"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_read_hangs_each_key_counts_and_one_leaves() {
    for keys in ["r", "2", "3", "4", "5", "e"] {
        let mut opened = Opened::on(crate::drive::service().await, patient()).await;
        opened.breaks(Fault::Silent, |_| true, Passing::On).await;
        opened.drive.press(keys);
        assert!(opened.shows_the_image() || keys != "r", "{keys}: {}", opened.drive.screen());
        opened.drive.press("esc ?");
        assert_eq!(opened.drive.top(), "help", "{keys}");
        opened.drive.press("esc esc q");
        assert!(opened.drive.quit, "{keys}: {}", opened.drive.screen());
    }
}
