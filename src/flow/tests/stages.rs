//! Every stage, and everything that can happen in it: what does not belong there changes nothing.

use std::time::Duration;

use jiff::Timestamp;

use crate::flow::Facts;

use super::script::{EVENTS, Script};

/// How a step gets to each stage, and the beginnings of what belongs there.
const STAGES: [(&str, &str, &[&str]); 12] = [
    ("", "waiting", &[]),
    ("begin", "checking", &["checked"]),
    ("begin; 1 checked", "noting", &["noted", "not noted"]),
    ("begin; 1 checked; 1 noted", "sending", &["accepted", "lost", "refused"]),
    ("begin; 1 checked; 1 noted; 1 accepted", "settling", &["woken", "read"]),
    ("begin; 1 checked; 1 noted; 1 lost", "unknown", &["woken", "read"]),
    ("begin; 1 checked; 1 noted; 1 accepted; 1 read: verified", "verified", &[]),
    ("begin; 1 checked; 1 noted; 1 accepted; 1 read: elsewhere", "unknowable", &[]),
    ("begin; 1 checked; 1 noted; 1 refused", "refused", &[]),
    ("begin; 1 checked: edited", "stopped", &[]),
    ("begin; call off", "waiting", &[]),
    ("begin; 1 checked; call off", "waiting", &[]),
];

#[test]
fn what_does_not_belong_to_a_stage_is_passed_over() {
    for (before, state, belongs) in STAGES {
        for event in EVENTS.into_iter().chain(["read: throttled", "plan noted", "plan not noted"]) {
            let mut script = Script::of(1).after(before);
            assert_eq!(script.states(), state, "{before}");
            let was = script.flow.clone();
            let is_of_plan = event.starts_with("plan");
            let happens = if is_of_plan { event.to_owned() } else { format!("1 {event}") };
            let asked = script.does(&happens);
            if belongs.iter().any(|it| event.starts_with(it)) {
                assert!(!asked.is_empty(), "{state}: {event} belongs here");
            } else {
                assert_eq!(asked, "", "{state}: {event}");
                assert_eq!(script.flow, was, "{state}: {event}");
            }
        }
    }
}

#[test]
fn what_does_not_belong_to_a_stage_of_a_plan_is_passed_over() {
    let first = "begin; plan noted; 1 checked; 1 noted; 1 accepted; 1 read: verified";
    for (before, states, belongs) in [
        ("begin", "waiting waiting waiting", "plan"),
        ("begin; plan noted", "checking waiting waiting", "1 checked"),
        ("begin; plan noted; 1 checked", "noting waiting waiting", "1 no"),
        (first, "verified checking waiting", "2 checked"),
        ("begin; plan not noted", "waiting waiting waiting", "nothing"),
        ("begin; call off", "waiting waiting waiting", "nothing"),
        ("begin; plan noted; call off", "waiting waiting waiting", "nothing"),
    ] {
        let of_steps = (1..=3).flat_map(|at| EVENTS.map(|event| format!("{at} {event}")));
        for event in of_steps.chain(["plan noted".into(), "plan not noted".into()]) {
            let mut script = Script::of(3).after(before);
            assert_eq!(script.states(), states, "{before}");
            let was = script.flow.clone();
            let asked = script.does(&event);
            if event.starts_with(belongs) {
                assert!(!asked.is_empty(), "{before}: {event} belongs here");
            } else {
                assert_eq!(asked, "", "{before}: {event}");
                assert_eq!(script.flow, was, "{before}: {event}");
            }
        }
    }
}

#[test]
fn a_step_has_a_write_once_it_was_begun_with_and_says_whether_it_changed_something() {
    let stale = "1 woken; 1 read: stale; ".repeat(8);
    let not_applied = format!("begin; 1 checked; 1 noted; 1 lost; {stale}1 woken");
    let stages = STAGES.map(|(before, state, _)| (before, state));
    for (before, state) in stages.into_iter().chain([(not_applied.as_str(), "not applied")]) {
        let script = Script::of(1).after(before);
        assert_eq!(script.states(), state, "{before}");
        let part = &script.flow.parts[0];
        assert_eq!(part.write().is_some(), state != "waiting", "{state}");
        let changed_nothing = ["waiting", "stopped", "refused", "not applied"].contains(&state);
        assert_eq!(part.is_without_effect(), changed_nothing, "{state}");
    }
}

#[test]
fn programs_that_ask_at_other_moments_do_not_go_on_in_step() {
    let wait = |reads: usize, nanosecond| {
        let read = "; 1 woken; 1 read: updating".repeat(reads);
        let script = Script::of(1).after(&format!("begin; 1 checked; 1 noted; 1 accepted{read}"));
        let write = script.flow.parts[0].write().unwrap().clone();
        let now = Timestamp::new(1_790_000_000, nanosecond).unwrap();
        let facts = Facts { now, unit: Duration::from_secs(4), in_doubt: false };
        write.next_read(facts.unit, facts.seed())
    };
    for (reads, seconds) in [(0, 4), (3, 32)] {
        let waits = [0, 1, 2, 999_999_999].map(|nanosecond| wait(reads, nanosecond));
        let shortest = Duration::from_secs(seconds);
        assert!(waits.iter().all(|wait| (shortest..shortest * 5 / 4).contains(wait)), "{waits:?}");
        assert!(waits[1] != waits[2] && waits.iter().any(|wait| *wait > shortest * 9 / 8), "{waits:?}");
    }
}
