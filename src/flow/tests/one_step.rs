//! A single step, from the beginning to its outcome.

use super::script::Script;

/// What has happened when it has come so far.
const SENT: &str = "begin; 1 checked; 1 noted";
const ACCEPTED: &str = "begin; 1 checked; 1 noted; 1 accepted";
const LOST: &str = "begin; 1 checked; 1 noted; 1 lost";

#[test]
fn it_is_checked_noted_sent_once_and_read_back_until_it_has_settled() {
    let script = Script::of(1).plays(&[
        ("begin", "1 check", "checking"),
        ("1 checked", "1 note", "noting"),
        ("1 noted", "1 send", "sending"),
        ("1 accepted", "1 sent, 1 wait 1", "settling"),
        ("1 woken", "1 read", "settling"),
        ("1 read: stale", "1 wait 2", "settling"),
        ("1 woken", "1 read", "settling"),
        ("1 read: throttled", "1 wait 4", "settling"),
        ("1 woken", "1 read", "settling"),
        ("1 read: updating", "1 wait 8", "settling"),
        ("1 woken", "1 read", "settling"),
        ("1 read: verified", "1 verified, with what was read, over", "verified"),
        ("1 woken", "", "verified"),
        ("1 read: gone", "", "verified"),
        ("call off", "", "verified"),
    ]);
    assert_eq!(script.flow.verified().count(), 1);
    assert!(script.flow.is_over() && script.flow.unsent().count() == 0);
}

#[test]
fn what_was_read_just_now_is_not_checked_again() {
    let _ = Script::of(1).plays(&[("begin checked", "1 note", "noting"), ("1 noted", "1 send", "sending")]);
}

#[test]
fn what_is_in_the_way_at_the_check_stops_it() {
    for (event, stop) in [
        ("checked: changing", "UPDATING"),
        ("checked: edited", "conflict in 1, with what was read"),
        ("checked: touched", "conflict in 0, with what was read"),
        ("checked: elsewhere", "another"),
        // To wait for that would be to wait for another's.
        ("checked: elsewhere, changing", "another"),
        ("checked: gone", "NotFound"),
        ("checked: throttled", "Throttled"),
        ("checked in doubt", "doubt"),
        ("checked: gone in doubt", "doubt"),
    ] {
        let asks = format!("1 stopped: {stop}, over");
        let script = Script::of(1).after("begin").plays(&[(&format!("1 {event}"), asks.as_str(), "stopped")]);
        assert_eq!(script.flow.unsent().count(), 1, "{event}");
        assert!(script.flow.is_over(), "{event}");
    }
}

#[test]
fn without_a_note_or_in_doubt_nothing_is_sent_unless_the_person_wants_it() {
    for (unnoted, event, asks, state) in [
        (false, "1 noted in doubt", "1 stopped: doubt, over", "stopped"),
        (false, "1 not noted", "1 stopped: not noted, over", "stopped"),
        (false, "1 not noted in doubt", "1 stopped: doubt, over", "stopped"),
        (true, "1 noted", "1 send", "sending"),
        (true, "1 not noted", "1 send", "sending"),
        (true, "1 not noted in doubt", "1 stopped: doubt, over", "stopped"),
    ] {
        let script = if unnoted { Script::unnoted(1) } else { Script::of(1) };
        let _ = script.after("begin; 1 checked").plays(&[(event, asks, state)]);
    }
}

#[test]
fn each_answer_leads_on() {
    for (event, asks, state) in [
        ("1 accepted", "1 sent, 1 wait 1", "settling"),
        ("1 accepted in doubt", "1 sent, 1 wait 1", "settling"),
        ("1 lost", "1 sent, 1 wait 1", "unknown"),
        ("1 refused", "1 refused, over", "refused"),
    ] {
        let _ = Script::of(1).after(SENT).plays(&[(event, asks, state)]);
    }
}

#[test]
fn each_thing_that_is_read_back_is_told_from_the_others() {
    for (event, asks, state) in [
        ("1 read: verified", "1 verified, with what was read, over", "verified"),
        ("1 read: failed", "1 failed, with what was read, over", "failed"),
        ("1 read: archived", "1 otherwise, with what was read, over", "otherwise"),
        ("1 read: differs", "1 differs, with what was read, over", "differs"),
        ("1 read: elsewhere", "1 another, over", "unknowable"),
        ("1 read: gone", "1 gone, over", "gone"),
    ] {
        for sent in [ACCEPTED, LOST] {
            let script = Script::of(1).after(sent).plays(&[(event, asks, state)]);
            assert!(script.flow.is_over(), "{sent} {event}");
        }
    }
}

/// With the keys of another account, an image that is there is not found.
#[test]
fn in_doubt_whose_keys_these_are_nothing_is_said_to_be_gone() {
    for (sent, state) in [(ACCEPTED, "settling"), (LOST, "unknown")] {
        let _ = Script::of(1).after(sent).plays(&[
            ("1 read: gone in doubt", "1 wait 2", state),
            ("1 woken", "1 read", state),
            ("1 read: gone", "1 gone, over", "gone"),
        ]);
    }
}

#[test]
fn what_never_shows_was_lost_or_is_not_as_sent() {
    for (sent, state, asks, outcome) in [
        (LOST, "unknown", "1 not applied, with what was read, over", "not applied"),
        (ACCEPTED, "settling", "1 differs, with what was read, over", "differs"),
    ] {
        let _ = Script::of(1).after(sent).plays(&[
            ("1 read: stale", "1 wait 2", state),
            ("1 read: stale", "1 wait 4", state),
            // What can't be read proves nothing.
            ("1 read: throttled", "1 wait 8", state),
            ("1 read: stale", "1 wait 8", state),
            ("1 read: stale", asks, outcome),
        ]);
    }
}

#[test]
fn it_waits_longer_and_longer_between_two_reads() {
    let mut script = Script::of(1).after(ACCEPTED);
    let waits: Vec<_> = (0..42).map(|_| script.does("1 read: updating")).collect();
    let of = |seconds: u32| format!("1 wait {seconds}");
    assert_eq!(waits[..3], [of(2), of(4), of(8)]);
    assert!(waits[3..40].iter().all(|wait| *wait == of(8)));
    assert_eq!(waits[40..], [of(30), of(30)]);
}

#[test]
fn it_can_be_called_off_until_it_is_sent() {
    for (before, taken_back, after) in [
        ("begin", "1 taken back, over", ["1 checked", "1 checked: edited"]),
        ("begin; 1 checked", "1 taken back from step 1, over", ["1 noted", "1 not noted"]),
    ] {
        for late in after {
            let script = Script::of(1).after(before).plays(&[
                ("call off", taken_back, "waiting"),
                ("call off", "", "waiting"),
                (late, "", "waiting"),
            ]);
            assert!(script.flow.is_over(), "{before}");
        }
    }
    for (before, state) in [(SENT, "sending"), (ACCEPTED, "settling"), (LOST, "unknown")] {
        let mut script = Script::of(1).after(before);
        assert!(script.flow.call_off().is_none(), "{before}");
        assert!(!script.flow.is_over() && script.states() == state, "{before}");
    }
}
