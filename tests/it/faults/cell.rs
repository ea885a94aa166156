//! One fault and one request, and what came of it.

use std::sync::Arc;

use sagescope::aws::{Client, Connection};
use sagescope::domain::Failure;
use sagescope::service::{Answer, Request};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::asks::Ask;
use super::fault::Fault;
use super::wire::{Passing, Wire};
use crate::adapter::{EVER_MORE, brisk, connection, giving, service_with_studio};

/// What came of a request.
#[derive(Debug)]
pub struct Outcome {
    pub reply: Result<Answer, Failure>,
    /// How often the operation reached the wire.
    pub count: usize,
}

impl Outcome {
    /// What a person is told; nothing where it went well.
    pub fn said(&self) -> Option<String> {
        let failure = self.reply.as_ref().err()?;
        Some(format!("{}: {}", failure.headline(), failure.message))
    }
}

/// Sends `ask` on a wire of its own that breaks. `attempts` have to arrive; how long that takes is up to the machine.
pub async fn run(fault: Fault, ask: &Ask, attempts: usize) -> Outcome {
    if !fault.takes_its_time() {
        return run_with(fault, ask, None).await;
    }
    for limit in 0..EVER_MORE.len() {
        let outcome = run_with(fault, ask, Some(limit)).await;
        if outcome.count >= attempts {
            return outcome;
        }
    }
    panic!("{fault:?}: {} never arrives", ask.operation);
}

async fn run_with(fault: Fault, ask: &Ask, limit: Option<usize>) -> Outcome {
    let service = service_with_studio().await;
    let mut wire = Wire::to(&service).await;
    let operation = ask.operation;
    wire.breaks(
        Arc::new(move |request| request.operation == operation),
        Arc::new(move |number, request, good| fault.deed(number, request, &good)),
        Passing::On,
    );
    if fault == Fault::Refused {
        wire.closes().await;
    }
    // All clients of a region share so many retries, over all that they ask for.
    let region = format!("faults-{}", wire.url.rsplit(':').next().unwrap());
    let limits = limit.map_or_else(brisk, |limit| giving(EVER_MORE[limit]));
    let client = Client::new(Connection { limits, region: Some(region), ..connection(wire.url.clone()) });
    let reply = client.perform(ask.request.clone()).await;
    Outcome { reply, count: wire.count(operation) }
}

/// Whether what comes may be taken for an answer of the service: the body of one as it came, or one that has no
/// members.
pub fn is_taken(fault: Fault, request: &Request) -> bool {
    let has_body = matches!(
        fault,
        Fault::LengthTooShort
            | Fault::MalformedJson
            | Fault::EmptyBody
            | Fault::LogInPage
            | Fault::NoContent
            | Fault::NoObject
            | Fault::NoMembers
            | Fault::WrongTypes
            | Fault::DeeplyNested
            | Fault::NotUtf8
            | Fault::Compressed
    );
    match request {
        Request::Read(sagescope::service::Read::Raw(_)) => has_body,
        Request::Write(sagescope::edit::Call::DeleteTags(_)) => {
            matches!(
                fault,
                Fault::NoContent
                    | Fault::NoMembers
                    | Fault::WrongTypes
                    | Fault::DeeplyNested
                    | Fault::NotUtf8
            )
        }
        Request::Read(_) | Request::Write(_) | Request::LogIn(_) | Request::Local(_) => false,
    }
}

/// Runs `cells`, many at once; each counts for as many as it says.
pub async fn at_once<T: Send + 'static>(
    cells: impl IntoIterator<Item = (u32, impl Future<Output = T> + Send + 'static)>,
) -> Vec<T> {
    let turns = Arc::new(Semaphore::new(64));
    let mut set = JoinSet::new();
    for (weight, cell) in cells {
        let turns = Arc::clone(&turns);
        set.spawn(async move {
            let _turn = turns.acquire_many(weight).await;
            cell.await
        });
    }
    set.join_all().await
}
