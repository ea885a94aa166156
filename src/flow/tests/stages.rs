//! Every stage, and everything that can happen in it: what does not belong there changes nothing.

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
