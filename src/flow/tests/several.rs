//! A plan of several steps: the first alone, then one after another, until one comes to anything but
//! verified.

use crate::edit::Wanted;
use crate::edit::kind::image;

use super::script::{Script, plan};

const FIRST: &str = "begin; plan noted; 1 checked; 1 noted; 1 accepted; 1 read: verified";

/// What has happened when that step of five is being checked, and those before it, but for the first,
/// are settling.
fn up_to(step: usize) -> String {
    let between = (2..step).map(|at| format!("; {at} checked; {at} noted; {at} accepted"));
    let first = if step == 1 { "begin; plan noted" } else { FIRST };
    first.to_owned() + &between.collect::<String>()
}

/// The states of five steps, the one at `step` being in `state`, with those before and after it.
fn around(step: usize, before: &str, state: &str) -> String {
    let states = (1..=5).map(|at| match at {
        at if at == step => state,
        1 => "verified",
        at if at < step => before,
        _ => "waiting",
    });
    states.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_goes_alone_and_then_each_as_soon_as_the_one_before_is_accepted() {
    let script = Script::of(5).plays(&[
        ("begin", "note the plan", "waiting waiting waiting waiting waiting"),
        ("plan noted", "1 check", "checking waiting waiting waiting waiting"),
        ("1 checked", "1 note", "noting waiting waiting waiting waiting"),
        ("1 noted", "1 send", "sending waiting waiting waiting waiting"),
        ("1 accepted", "1 sent, 1 wait 1", "settling waiting waiting waiting waiting"),
        ("1 read: updating", "1 wait 2", "settling waiting waiting waiting waiting"),
        (
            "1 read: verified",
            "1 verified, with what was read, 2 check",
            "verified checking waiting waiting waiting",
        ),
        ("2 checked", "2 note", "verified noting waiting waiting waiting"),
        ("2 noted", "2 send", "verified sending waiting waiting waiting"),
        ("2 accepted", "2 sent, 2 wait 1, 3 check", "verified settling checking waiting waiting"),
        ("3 checked", "3 note", "verified settling noting waiting waiting"),
        // One that settles does not let two be on their way to the service at once.
        ("2 read: verified", "2 verified, with what was read", "verified verified noting waiting waiting"),
        ("3 noted", "3 send", "verified verified sending waiting waiting"),
        ("3 accepted", "3 sent, 3 wait 1, 4 check", "verified verified settling checking waiting"),
        ("4 checked", "4 note", "verified verified settling noting waiting"),
        ("4 noted", "4 send", "verified verified settling sending waiting"),
        ("4 accepted", "4 sent, 4 wait 1, 5 check", "verified verified settling settling checking"),
        ("5 checked", "5 note", "verified verified settling settling noting"),
        ("5 noted", "5 send", "verified verified settling settling sending"),
        ("5 accepted", "5 sent, 5 wait 1", "verified verified settling settling settling"),
        (
            "4 read: verified",
            "4 verified, with what was read",
            "verified verified settling verified settling",
        ),
        (
            "5 read: verified",
            "5 verified, with what was read",
            "verified verified settling verified verified",
        ),
        (
            "3 read: verified",
            "3 verified, with what was read, over",
            "verified verified verified verified verified",
        ),
    ]);
    assert!(script.flow.is_over() && script.flow.verified().count() == 5);
}

#[test]
fn at_most_four_are_out_at_once() {
    let _ = Script::of(6).after(&up_to(5)).after("5 checked; 5 noted").plays(&[
        ("5 accepted", "5 sent, 5 wait 1", "verified settling settling settling settling waiting"),
        ("3 woken", "3 read", "verified settling settling settling settling waiting"),
        (
            "3 read: verified",
            "3 verified, with what was read, 6 check",
            "verified settling verified settling settling checking",
        ),
    ]);
}

#[test]
fn a_plan_that_can_not_be_noted_is_not_begun_with_unless_the_person_wants_it() {
    let waiting = "waiting waiting waiting waiting waiting";
    let script = Script::of(5).plays(&[
        ("begin", "note the plan", waiting),
        ("plan not noted", "1 stopped: not noted, over", waiting),
    ]);
    assert!(script.flow.is_over() && script.flow.unsent().count() == 5);
    let _ = Script::unnoted(5).plays(&[
        ("begin", "note the plan", waiting),
        ("plan not noted", "1 check", "checking waiting waiting waiting waiting"),
    ]);
}

/// What a step can come to besides verified: what happens to it from its check on, what is told then,
/// and in what state it is left.
const ENDS: [(&str, &str, &str); 16] = [
    ("checked: changing", "stopped: UPDATING", "stopped"),
    ("checked: edited", "stopped: conflict in 1, with what was read", "stopped"),
    ("checked: elsewhere", "stopped: another", "stopped"),
    ("checked: gone", "stopped: NotFound", "stopped"),
    ("checked: throttled", "stopped: Throttled", "stopped"),
    ("checked in doubt", "stopped: doubt", "stopped"),
    ("checked; not noted", "stopped: not noted", "stopped"),
    ("checked; noted in doubt", "stopped: doubt", "stopped"),
    ("checked; noted; refused", "refused", "refused"),
    ("checked; noted; lost; read: failed", "failed, with what was read", "failed"),
    ("checked; noted; lost; read: archived", "otherwise, with what was read", "otherwise"),
    ("checked; noted; lost; read: differs", "differs, with what was read", "differs"),
    ("checked; noted; lost; read: elsewhere", "another", "unknowable"),
    ("checked; noted; lost; read: gone", "gone", "gone"),
    (
        "checked; noted; lost; read: stale; read: stale; read: stale; read: stale",
        "not applied, with what was read",
        "not applied",
    ),
    ("checked; noted; accepted; read: failed", "failed, with what was read", "failed"),
];

#[test]
fn whatever_one_comes_to_the_rest_is_stopped_and_what_is_out_is_followed_up() {
    for step in 1..=5 {
        for (happens, told, state) in ENDS {
            let about = format!("{step}: {happens}");
            // Where it is accepted, the next is on its way to be checked.
            let takes_back = happens.contains("accepted") && (2..5).contains(&step);
            let mut script = Script::of(5).after(&up_to(step));
            let mut asked = String::new();
            for event in happens.split("; ") {
                asked = script.does(&format!("{step} {event}"));
            }
            let takes_back = if takes_back { format!(", {} taken back", step + 1) } else { String::new() };
            let over = if step <= 2 { ", over" } else { "" };
            assert_eq!(asked, format!("{step} {told}{takes_back}{over}"), "{about}");
            assert_eq!(script.states(), around(step, "settling", state), "{about}");
            for at in 2..step {
                assert_eq!(script.does(&format!("{at} woken")), format!("{at} read"), "{about}");
                let over = if at + 1 == step { ", over" } else { "" };
                let told = format!("{at} verified, with what was read{over}");
                assert_eq!(script.does(&format!("{at} read: verified")), told, "{about}");
            }
            assert_eq!(script.states(), around(step, "verified", state), "{about}");
            assert!(script.flow.is_over() && !script.flow.has_to_go_on(), "{about}");
            let unsent = 5 - step + usize::from(state == "stopped");
            assert_eq!(script.flow.unsent().count(), unsent, "{about}");
            assert_eq!(script.flow.verified().count(), step - 1, "{about}");
        }
    }
}

/// One that was accepted comes to a bad end while the next is about to go out.
#[test]
fn what_was_about_to_go_out_when_another_failed_is_taken_back() {
    for (before, taken_back, state) in [
        ("", ", 4 taken back", "waiting"),
        ("4 checked", ", 4 taken back from step 4", "waiting"),
        ("4 checked; 4 noted", "", "sending"),
    ] {
        for (happens, told, state_of_2) in [
            ("2 read: failed", "2 failed, with what was read", "failed"),
            ("2 read: differs", "2 differs, with what was read", "differs"),
            ("2 read: gone", "2 gone", "gone"),
            ("2 read: elsewhere", "2 another", "unknowable"),
        ] {
            let asks = format!("{told}{taken_back}");
            let states = format!("verified {state_of_2} settling {state} waiting");
            let mut script = Script::of(5).after(&up_to(4)).after(before).plays(&[(happens, &asks, &states)]);
            for late in ["4 checked", "4 noted", "4 not noted"] {
                assert_eq!(script.does(late), "", "{before}, {happens}");
                assert_eq!(script.states(), states, "{before}, {happens}: {late}");
            }
        }
    }
    // What was sent already is followed up.
    let _ = Script::of(5).after(&up_to(4)).after("4 checked; 4 noted; 2 read: failed").plays(&[
        ("4 accepted", "4 sent, 4 wait 1", "verified failed settling settling waiting"),
        ("3 read: verified", "3 verified, with what was read", "verified failed verified settling waiting"),
        (
            "4 read: verified",
            "4 verified, with what was read, over",
            "verified failed verified verified waiting",
        ),
    ]);
}

#[test]
fn while_it_is_not_known_what_became_of_one_the_next_waits() {
    let lost = up_to(3) + "; 3 checked; 3 noted";
    let _ = Script::of(5).after(&lost).plays(&[
        ("3 lost", "3 sent, 3 wait 1", "verified settling unknown waiting waiting"),
        ("2 read: verified", "2 verified, with what was read", "verified verified unknown waiting waiting"),
        ("3 read: stale", "3 wait 2", "verified verified unknown waiting waiting"),
        ("3 read: updating", "3 wait 4", "verified verified unknown waiting waiting"),
        (
            "3 read: verified",
            "3 verified, with what was read, 4 check",
            "verified verified verified checking waiting",
        ),
    ]);
    let _ = Script::of(5).after(&lost).after("3 lost; 3 read: stale; 3 read: stale; 3 read: stale").plays(&[
        (
            "3 read: stale",
            "3 not applied, with what was read",
            "verified settling not applied waiting waiting",
        ),
        (
            "2 read: verified",
            "2 verified, with what was read, over",
            "verified verified not applied waiting waiting",
        ),
    ]);
    // The first one too.
    let _ = Script::of(5).after("begin; plan noted; 1 checked; 1 noted; 1 lost").plays(&[(
        "1 read: verified",
        "1 verified, with what was read, 2 check",
        "verified checking waiting waiting waiting",
    )]);
}

#[test]
fn it_can_be_called_off_at_any_time_and_what_is_out_is_followed_up() {
    let waiting = "waiting waiting waiting waiting waiting";
    for (before, asks, states) in [
        ("begin".into(), "over", waiting),
        ("begin; plan noted".into(), "1 taken back, over", waiting),
        ("begin; plan noted; 1 checked".into(), "1 taken back from step 1, over", waiting),
        (up_to(2), "2 taken back, over", "verified waiting waiting waiting waiting"),
        (
            up_to(2) + "; 2 checked",
            "2 taken back from step 2, over",
            "verified waiting waiting waiting waiting",
        ),
        (up_to(4), "4 taken back", "verified settling settling waiting waiting"),
        (up_to(4) + "; 4 checked", "4 taken back from step 4", "verified settling settling waiting waiting"),
    ] {
        let script = Script::of(5).after(&before).plays(&[
            ("call off", asks, states),
            // Once is enough.
            ("call off", "", states),
            ("plan noted", "", states),
            ("plan not noted", "", states),
            ("1 checked", "", states),
            ("1 noted", "", states),
            ("4 checked", "", states),
            ("4 noted", "", states),
        ]);
        assert_eq!(script.flow.is_over(), asks.ends_with("over"), "{before}");
    }
    for (before, states) in [
        ("begin; plan noted; 1 checked; 1 noted", "sending waiting waiting waiting waiting"),
        ("begin; plan noted; 1 checked; 1 noted; 1 accepted", "settling waiting waiting waiting waiting"),
        ("begin; plan noted; 1 checked; 1 noted; 1 lost", "unknown waiting waiting waiting waiting"),
    ] {
        let mut script = Script::of(5).after(before).plays(&[("call off", "", states)]);
        if states.starts_with("sending") {
            script = script.after("1 accepted");
        }
        let _ = script.plays(&[(
            "1 read: verified",
            "1 verified, with what was read, over",
            "verified waiting waiting waiting waiting",
        )]);
    }
    // All of it is out: nothing can be called off any more.
    let mut script = Script::of(5).after(&up_to(5)).after("5 checked; 5 noted");
    assert_eq!(script.flow.call_off(), None);
    let _ = script.after("2 read: verified; 3 read: verified; 4 read: verified; 5 accepted").plays(&[(
        "5 read: verified",
        "5 verified, with what was read, over",
        "verified verified verified verified verified",
    )]);
}

#[test]
fn what_is_on_its_way_can_be_asked() {
    let script = Script::of(5).after(&up_to(4));
    let subjects: Vec<_> = script.flow.all_out().map(|write| write.step.subject().to_string()).collect();
    assert_eq!(subjects, ["image-2", "image-3", "image-4"]);
    for (at, part) in script.flow.parts.iter().enumerate() {
        let out = script.flow.out(&part.step().subject()).map(|(at, _)| at);
        assert_eq!(out, (1..4).contains(&at).then_some(at));
        assert_eq!(part.has_gone_out(), at < 3);
        assert!(!script.flow.is_of(&part.step().subject()));
    }
    assert!(script.flow.is_of(&script.flow.subject.clone()));
    assert!(script.flow.has_waiting() && script.flow.has_to_go_on() && !script.flow.awaits_its_plan());
    assert_eq!(script.flow.plan_of(), super::script::plan(5));
}

#[test]
fn the_second_step_of_a_subject_waits_until_the_first_is_verified() {
    let mut plan = plan(2);
    let typed = [(image::DESCRIPTION, "Mine too".to_owned())].into();
    let after = Wanted { typed, ..Wanted::default() }.plan(&plan.steps[1].after());
    plan.steps.extend(after.steps);
    let last = plan.steps[2].call.clone();
    let script = Script::planned(plan, false).after(FIRST).plays(&[
        ("2 checked", "2 note", "verified noting waiting"),
        ("2 noted", "2 send", "verified sending waiting"),
        ("2 accepted", "2 sent, 2 wait 1", "verified settling waiting"),
        ("2 read: updating", "2 wait 2", "verified settling waiting"),
    ]);
    let write = script.flow.parts[1].write().unwrap();
    assert_eq!(write.next, [last], "what is to follow for the same image");
    let _ = script.plays(&[
        ("2 read: verified", "2 verified, with what was read, 3 check", "verified verified checking"),
        ("3 checked", "3 note", "verified verified noting"),
    ]);
}
