//! Lists that go round in a circle, and lists of which a later page fails.

use std::sync::{Arc, Mutex};

use sagescope::aws::{Client, Connection};
use sagescope::domain::FailureClass;
use sagescope::emulator::{Catalogue, Emulator, Options};
use sagescope::service::{Answer as Told, Read, Request as Asked};
use serde_json::Value;

use super::fault::Fault;
use super::http::{Answer, Request};
use super::opened::Opened;
use super::wire::{Deed, Passing, Script, Then, Wire};
use crate::adapter::{brisk, connection, list, reads, service_with_studio};

/// Each page is the first one again, and gives the next of `tokens`, then the first of them again.
fn round(tokens: &'static [&'static str]) -> Script {
    let first = Mutex::new(None);
    Arc::new(move |number, _, good| {
        let first: Answer = first.lock().unwrap().get_or_insert(good).clone();
        let mut body: Value = serde_json::from_slice(&first.body).unwrap();
        body["NextToken"] = tokens[(number - 1) % tokens.len()].into();
        Deed::Write(Answer { body: body.to_string().into_bytes(), ..first }.bytes(), Then::Keep)
    })
}

const ROUNDS: [&[&str]; 3] = [&["A"], &["A", "B"], &["A", "B", "C"]];

/// Whether it is a page of a list of which one is read at a time, and leads to another.
fn leads_on(told: &Told) -> bool {
    match told {
        Told::Page { next, .. }
        | Told::Versions { next, .. }
        | Told::Domains { next, .. }
        | Told::UserProfiles { next, .. }
        | Told::Spaces { next, .. }
        | Told::Apps { next, .. } => next.is_some(),
        _ => false,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_is_read_to_its_end_does_not_go_round() {
    for tokens in ROUNDS {
        for (operation, request) in reads().filter(|(operation, _)| operation.starts_with("List")) {
            let wire = Wire::to(&service_with_studio().await).await;
            let picked = move |request: &Request| request.operation == operation;
            wire.breaks(Arc::new(picked), round(tokens), Passing::On);
            let client = Client::new(connection(wire.url.clone()));
            match client.perform(request).await {
                // Who asks for a page at a time looks at the tokens itself, as below.
                Ok(told) => assert!(leads_on(&told), "{operation}"),
                Err(failure) => {
                    assert_eq!(failure.class, FailureClass::Unreadable, "{operation}");
                    let says = format!("{operation} gave the token of a page before");
                    assert!(failure.message.as_str().starts_with(&says), "{failure:?}");
                    assert_eq!(wire.count(operation), tokens.len() + 1, "{operation}");
                }
            }
        }
    }
}

async fn many(images: usize) -> Opened {
    let catalogue = Catalogue::made(images);
    let service = Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap();
    let mut opened = Opened::on(service, brisk()).await;
    opened.drive.press("esc");
    opened
}

fn rows(opened: &Opened) -> usize {
    opened.drive.app.place().images.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refresh_that_goes_round_ends_and_keeps_all_images() {
    for tokens in ROUNDS {
        let mut opened = many(250).await;
        assert_eq!(rows(&opened), 250);
        let before = opened.wire.count("ListImages");
        let picked = |request: &Request| request.operation == "ListImages";
        opened.wire.breaks(Arc::new(picked), round(tokens), Passing::On);
        opened.drive.press("r");
        opened.drive.settle().await;
        assert_eq!(rows(&opened), 250);
        assert!(opened.drive.said().contains("token"), "{}", opened.drive.said());
        let asked = opened.wire.count("ListImages") - before;
        assert!(asked <= 2 * (tokens.len() + 1), "{tokens:?}: {asked} requests");
        opened.wire.mends();
        opened.drive.press("r");
        opened.drive.settle().await;
        assert_eq!((rows(&opened), opened.drive.said().as_str()), (250, ""));
    }
}

/// What was read before a page that fails is shown, and what was known of the rest stays.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_later_page_that_fails_costs_none_of_those_before_nor_what_was_known() {
    for fault in
        [Fault::InternalFailure, Fault::Denied, Fault::Truncated, Fault::LogInPage, Fault::ResetBefore]
    {
        let mut opened = many(250).await;
        let later =
            |request: &Request| request.operation == "ListImages" && request.body["NextToken"].is_string();
        opened.breaks(fault, later, Passing::On).await;
        opened.drive.press("r");
        opened.drive.settle().await;
        assert_eq!(rows(&opened), 250, "{fault:?}");
        assert!(opened.drive.said().contains("Couldn't refresh the list"), "{}", opened.drive.said());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_comes_after_the_request_was_given_up_is_no_answer_to_another() {
    let service = service_with_studio().await;
    let wire = Wire::to(&service).await;
    let client = Client::new(Connection { region: Some("late".into()), ..connection(wire.url.clone()) });
    // Half of the answer is there, and the rest is under way, when nobody waits for it any more.
    wire.breaks(
        Arc::new(|request| request.operation == "ListImages"),
        Arc::new(|_, _, good| {
            let bytes = good.bytes();
            let (begin, rest) = bytes.split_at(bytes.len() - 20);
            Deed::Drip(begin.into(), rest.into())
        }),
        Passing::On,
    );
    for number in 1..=5 {
        let given_up = tokio::spawn({
            let client = client.clone();
            async move { client.perform(list()).await }
        });
        while wire.count("ListImages") < number {
            tokio::task::yield_now().await;
        }
        given_up.abort();
        let told = client.perform(Asked::Read(Read::WhoAmI)).await;
        assert!(matches!(told, Ok(Told::Account(_))), "{told:?}");
    }
}
