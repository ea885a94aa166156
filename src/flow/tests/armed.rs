//! A write that waits until nothing is in its way.

use std::time::Duration;

use crate::domain::{Failure, FailureClass, Image, ImageStatus};
use crate::edit::tests::{image, second};
use crate::flow::{Armed, Facts, Looked};

use super::script::called;

fn facts(in_doubt: bool) -> Facts {
    Facts { now: second(0), unit: Duration::from_secs(1), in_doubt }
}

#[test]
fn it_is_looked_at_after_longer_and_longer_waits_and_later_where_the_service_wants_quiet() {
    for (throttled, waits) in [(false, [1, 2, 4, 8, 8, 8]), (true, [4, 8, 8, 8, 8, 8])] {
        let mut armed = Armed::begin(throttled, second(0));
        let mut waited = vec![armed.wait(&facts(false))];
        for _ in 1..waits.len() {
            assert_eq!(armed.due, second(0).checked_add(*waited.last().unwrap()).unwrap());
            let throttled = Failure::new(FailureClass::Throttled, "slow down");
            match armed.looked(Err(throttled), (false, false), &facts(false)) {
                Looked::Again(wait) => waited.push(wait),
                look => panic!("{look:?}"),
            }
        }
        assert_eq!(waited, waits.map(Duration::from_secs));
    }
}

#[test]
fn each_look_says_whether_it_is_clear() {
    let busy = true;
    let lost = true;
    for (read, is_busy, is_lost, in_doubt, says) in [
        ("settled", !busy, !lost, false, "clear"),
        ("settled", busy, !lost, false, "again"),
        ("settled", !busy, !lost, true, "again"),
        ("settled", !busy, lost, true, "never: doubt"),
        ("settled", busy, lost, true, "never: doubt"),
        ("changing", !busy, !lost, false, "again"),
        ("changing", !busy, lost, true, "never: doubt"),
        ("throttled", !busy, !lost, false, "again"),
        ("throttled", !busy, !lost, true, "again"),
        ("throttled", !busy, lost, true, "never: doubt"),
        ("gone", !busy, !lost, false, "never: NotFound"),
        ("gone", busy, !lost, false, "never: NotFound"),
        // With the keys of another account it would not be found either.
        ("gone", !busy, !lost, true, "again"),
        ("gone", !busy, lost, true, "never: doubt"),
    ] {
        let found = match read {
            "settled" => Ok(image("a").into()),
            "changing" => Ok(Image { status: Some(ImageStatus::Updating), ..image("a") }.into()),
            "throttled" => Err(Failure::new(FailureClass::Throttled, "slow down")),
            _ => Err(Failure::new(FailureClass::NotFound, "no such image")),
        };
        let mut armed = Armed::begin(false, second(0));
        let said = match armed.looked(found, (is_busy, is_lost), &facts(in_doubt)) {
            Looked::Clear(now) => {
                assert_eq!(now, image("a").into());
                "clear".into()
            }
            Looked::Again(_) => "again".into(),
            Looked::Never(stop) => format!("never: {}", called(&stop)),
        };
        assert_eq!(said, says, "{read}, busy: {is_busy}, lost: {is_lost}, in doubt: {in_doubt}");
    }
}
