//! Each fault with each operation.

use std::collections::BTreeSet;

use sagescope::domain::operation;
use sagescope::service::{Answer, Request};

use super::asks::{Ask, all_reads, all_writes, raw_reads};
use super::cell::{Outcome, at_once, is_taken, run};
use super::row::{Row, Write};
use super::table::ROWS;

/// Each fault with each of `asks`, and what is wrong with what came of it.
async fn troubles(asks: &[Ask], judge: fn(&Row, &Ask, &Outcome) -> Result<(), String>) -> Vec<String> {
    let mut cells = Vec::new();
    for row in ROWS {
        for ask in asks.iter().cloned() {
            cells.push((row.fault.weight(), async move {
                let attempts = if is_write(&ask) { row.tries.min(1) } else { most_tries(row, &ask) };
                let outcome = run(row.fault, &ask, attempts).await;
                let what = format!("{:?}, {}", row.fault, ask.operation);
                judge(row, &ask, &outcome).err().map(|why| format!("{what}: {why}: {outcome:?}"))
            }));
        }
    }
    let mut troubles: Vec<_> = at_once(cells).await.into_iter().flatten().collect();
    troubles.sort();
    troubles
}

fn is_write(ask: &Ask) -> bool {
    matches!(ask.request, Request::Write(_))
}

/// Nothing waits for the account: it is asked for two times at the most.
fn most_tries(row: &Row, ask: &Ask) -> usize {
    if ask.operation == operation::GET_CALLER_IDENTITY { row.tries.min(2) } else { row.tries }
}

fn judge_read(row: &Row, ask: &Ask, outcome: &Outcome) -> Result<(), String> {
    let Some(said) = outcome.said() else {
        let goes_well = row.told.is_empty() || is_taken(row.fault, &ask.request) || is_spared(row, ask);
        return goes_well.then_some(()).ok_or_else(|| "it went well".into());
    };
    let most = most_tries(row, ask);
    let gives_up_before = row.told.is_empty() && most < row.tries;
    if !row.tells(&said) && !gives_up_before {
        return Err(format!("said {said:?}"));
    }
    (outcome.count == most).then_some(()).ok_or_else(|| format!("tried {} times", outcome.count))
}

/// Who may not list versions can still ask for aliases.
fn is_spared(row: &Row, ask: &Ask) -> bool {
    row.fault == super::fault::Fault::Denied && ask.operation == operation::LIST_IMAGE_VERSIONS
}

fn judge_write(row: &Row, ask: &Ask, outcome: &Outcome) -> Result<(), String> {
    let sent = usize::from(row.write != Write::NotSent);
    if outcome.count != sent {
        return Err(format!("sent {} times", outcome.count));
    }
    let write = match &outcome.reply {
        Ok(Answer::Accepted) => Write::Accepted,
        Ok(_) => return Err("another answer".into()),
        Err(failure) if failure.leaves_write_unknown() => Write::Unknown,
        Err(_) if sent == 0 => Write::NotSent,
        Err(_) => Write::Refused,
    };
    if write == Write::Accepted && is_taken(row.fault, &ask.request) {
        return Ok(());
    }
    if write != row.write {
        return Err(format!("is {write:?}"));
    }
    match outcome.said() {
        // A write has one attempt, so that it may be refused where a read is not.
        Some(said) if !row.told.is_empty() && !row.tells(&said) => Err(format!("said {said:?}")),
        Some(_) | None => Ok(()),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_tells_what_went_wrong_and_ends() {
    let asks: Vec<_> = all_reads().into_iter().chain(raw_reads()).collect();
    let troubles = troubles(&asks, judge_read).await;
    assert!(troubles.is_empty(), "{} of them:\n{}", troubles.len(), troubles.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_goes_out_once_and_is_unknown_where_it_may_have_been_done() {
    let troubles = troubles(&all_writes(), judge_write).await;
    assert!(troubles.is_empty(), "{} of them:\n{}", troubles.len(), troubles.join("\n"));
}

#[test]
fn each_operation_is_asked_for() {
    let asks = all_reads().into_iter().chain(raw_reads()).chain(all_writes());
    let asked: BTreeSet<_> = asks.map(|ask| ask.operation).collect();
    let all: BTreeSet<_> = operation::ALL.iter().map(|(_, name)| *name).collect();
    // Roles are assumed before a request, in keys.rs.
    let left: Vec<_> = all.difference(&asked).collect();
    assert_eq!(left, [&operation::ASSUME_ROLE]);
}
