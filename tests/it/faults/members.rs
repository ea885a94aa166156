//! Answers whose members are absent, unknown, hostile or endless.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use sagescope::aws::{Client, Connection};
use sagescope::domain::FailureClass;
use sagescope::emulator::{Catalogue, Emulator, Options};

use super::asks::{Ask, all_reads, all_writes, raw_reads};
use super::cell::at_once;
use super::opened::Opened;
use super::spoiled::{FORBIDDEN, Spoil};
use super::wire::{Passing, Wire};
use crate::adapter::{brisk, connection, service_with_studio};

/// Whether `words`, in which what can't be seen is escaped, have something that no terminal may be given.
fn forbidden_in(words: &str) -> Option<String> {
    let escaped = FORBIDDEN.chars().map(|c| c.escape_debug().to_string());
    escaped.into_iter().find(|escape| words.contains(escape))
}

/// What is wrong with the answers to `ask`, each member of them spoiled by itself.
async fn troubles_with(ask: Ask) -> Vec<String> {
    let wire = Wire::to(&service_with_studio().await).await;
    let region = format!("faults-{}", wire.url.rsplit(':').next().unwrap());
    let client = Client::new(Connection { region: Some(region), ..connection(wire.url.clone()) });
    let mut troubles = Vec::new();
    for spoil in Spoil::ALL {
        for place in 0.. {
            let operation = ask.operation;
            let (script, reached) = spoil.at(place);
            wire.breaks(Arc::new(move |request| request.operation == operation), script, Passing::On);
            let reply = client.perform(ask.request.clone()).await;
            if !reached.load(Ordering::SeqCst) {
                break;
            }
            let is_neat = match &reply {
                Ok(_) => true,
                // What a thing is called may be what it is looked up by, and too long for that.
                Err(failure) => {
                    let neat = [FailureClass::Unreadable, FailureClass::NotFound, FailureClass::Invalid];
                    neat.contains(&failure.class) || failure.http_status == Some(413)
                }
            };
            let words = format!("{reply:?}");
            if !is_neat || forbidden_in(&words).is_some() {
                let words: String = words.chars().take(400).collect();
                troubles
                    .push(format!("{operation} {spoil:?} {place}: {:?} in {words}", forbidden_in(&words)));
            }
        }
    }
    troubles
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_a_member_holds_it_comes_clean_or_the_answer_is_unreadable() {
    let cells = all_reads().into_iter().map(|ask| (1, troubles_with(ask)));
    let troubles: Vec<_> = at_once(cells).await.into_iter().flatten().collect();
    assert!(troubles.is_empty(), "{} of them:\n{}", troubles.len(), troubles.join("\n"));
}

/// Bodies as they came and answers to writes are looked at by nobody before they are shown.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_goes_out_once_whatever_its_answer_holds() {
    for ask in raw_reads().into_iter().chain(all_writes()) {
        for spoil in Spoil::ALL {
            let wire = Wire::to(&service_with_studio().await).await;
            let operation = ask.operation;
            let picked = move |request: &super::http::Request| request.operation == operation;
            wire.breaks(Arc::new(picked), spoil.at(0).0, Passing::On);
            let reply = Client::new(connection(wire.url.clone())).perform(ask.request.clone()).await;
            let is_known = reply.as_ref().err().is_none_or(sagescope::domain::Failure::leaves_write_unknown);
            assert!(is_known, "{operation} {spoil:?}: {reply:?}");
            assert_eq!(wire.count(operation), 1, "{operation} {spoil:?}: {reply:?}");
        }
    }
}

/// The pages that a person goes through.
const KEYS: [&str; 12] = ["r", "1", "2", "3", "4", "5", "e", "esc", "!", "esc", "H", "esc"];

/// Goes through them while every member is spoiled.
async fn go_through(mut opened: Opened, spoil: Spoil, pages: &[&str]) {
    opened.drive.press("esc");
    opened.wire.breaks(Arc::new(|_| true), spoil.everywhere(), Passing::On);
    for keys in pages {
        opened.drive.press(keys);
        opened.drive.settle().await;
        let screen = opened.drive.screen();
        let found = screen.lines().find(|line| line.contains(|c| FORBIDDEN.contains(c)));
        assert!(found.is_none(), "{spoil:?} {keys}: {found:?}");
        assert!(!screen.contains("a bug in sagescope"), "{spoil:?} {keys}: {screen}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_hostile_is_drawn_clean_on_every_page() {
    let spoils = [Spoil::Hostile, Spoil::Unknown, Spoil::Empty, Spoil::Huge, Spoil::Null, Spoil::Clusters];
    let cells = spoils.map(|spoil| {
        let gone_through = async move {
            let options = Options { catalogue: Catalogue::built_in(), ..Options::default() };
            let service = Emulator::start(options).await.unwrap();
            go_through(Opened::on(service, brisk()).await, spoil, &KEYS).await;
        };
        (1, Box::pin(gone_through))
    });
    at_once(cells).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_megabyte_in_every_member_is_drawn() {
    go_through(Opened::within(brisk()).await.unwrap(), Spoil::Megabyte, &["r", "esc"]).await;
}
