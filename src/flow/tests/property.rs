//! Whatever happens, in whatever order: nothing is sent twice, unchecked, unnoted or after a stop.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::script::{EVENTS, Script};

/// One thing that happens.
#[derive(Debug, Clone)]
enum Happens {
    /// What was asked for longest ago, or later, is answered: well, or in one of the other ways.
    Answer {
        which: usize,
        how: usize,
        well: bool,
        in_doubt: bool,
    },
    /// Anything, to any step.
    Stray {
        step: usize,
        event: usize,
    },
    /// The plan is noted, or not, whether that was asked or not.
    StrayPlan {
        noted: bool,
    },
    CallOff,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        40 => (any::<usize>(), any::<usize>(), prop::bool::weighted(0.9), prop::bool::weighted(0.02))
            .prop_map(|(which, how, well, in_doubt)| Happens::Answer { which, how, well, in_doubt }),
        4 => (1..=6usize, 0..EVENTS.len()).prop_map(|(step, event)| Happens::Stray { step, event }),
        1 => any::<bool>().prop_map(|noted| Happens::StrayPlan { noted }),
        1 => Just(Happens::CallOff),
    ]
}

/// How far a step has come, by what was asked and answered alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reached {
    /// It was asked to be checked, and was not taken back since.
    Begun,
    Checked,
    Noted,
    Sent,
    Accepted,
    Verified,
    Ended,
}

/// One who looks on, and compares with the rules.
struct Witness {
    script: Script,
    is_unnoted: bool,
    steps: Vec<BTreeSet<Reached>>,
    is_plan_noted: bool,
    is_stopped: bool,
    overs: usize,
    /// What was asked for and not answered.
    open: Vec<String>,
}

impl Witness {
    fn of(steps: usize, is_unnoted: bool) -> Self {
        Self {
            script: if is_unnoted { Script::unnoted(steps) } else { Script::of(steps) },
            is_unnoted,
            steps: vec![BTreeSet::new(); steps],
            is_plan_noted: steps == 1,
            is_stopped: false,
            overs: 0,
            open: Vec::new(),
        }
    }

    fn sees(&mut self, happens: &Happens) {
        match happens {
            Happens::Answer { which, how, well, in_doubt } => {
                if self.open.is_empty() {
                    return;
                }
                let asked = self.open.remove(which % self.open.len());
                let event = answer(&asked, *how, *well);
                self.plays(&if *in_doubt { format!("{event} in doubt") } else { event });
            }
            Happens::Stray { step, event } => {
                let step = (step - 1) % self.steps.len() + 1;
                self.plays(&format!("{step} {}", EVENTS[*event]));
            }
            Happens::StrayPlan { noted } => self.plays(if *noted { "plan noted" } else { "plan not noted" }),
            Happens::CallOff => self.plays("call off"),
        }
    }

    fn plays(&mut self, happens: &str) {
        let was_over = self.overs > 0;
        let before: Vec<_> = self.script.flow.parts.iter().map(super::script::state).collect();
        self.hears(happens, &before);
        let asks = self.script.does(happens);
        assert!(!was_over || asks.is_empty(), "{happens}: it was over, and yet {asks}");
        for ask in asks.split(", ").filter(|ask| !ask.is_empty() && !ask.starts_with("with ")) {
            self.learns(ask);
        }
        self.looks();
    }

    /// What is known by an event, where it was waited for.
    fn hears(&mut self, happens: &str, states: &[&str]) {
        let is_waiting_for_plan = self.steps.len() > 1
            && !self.is_stopped
            && self.steps.iter().all(|step| !step.contains(&Reached::Begun));
        match happens {
            "plan noted" | "plan noted in doubt" => self.is_plan_noted |= is_waiting_for_plan,
            "call off" => {
                // With all of it out, there is nothing to call off.
                self.is_stopped |=
                    states.iter().any(|state| ["waiting", "checking", "noting"].contains(state));
            }
            _ => {
                let Some((number, event)) = happens.split_once(' ') else { return };
                let Ok(number) = number.parse::<usize>() else { return };
                let step = &mut self.steps[number - 1];
                match (states[number - 1], event) {
                    ("checking", "checked") => drop(step.insert(Reached::Checked)),
                    ("noting", "noted") => drop(step.insert(Reached::Noted)),
                    _ => {}
                }
            }
        }
    }

    /// What a flow asks for, or tells.
    fn learns(&mut self, ask: &str) {
        match ask {
            "note the plan" => return self.open.push(ask.into()),
            "over" => return self.overs += 1,
            _ => {}
        }
        let (number, what) = ask.split_once(' ').unwrap();
        let at = number.parse::<usize>().unwrap() - 1;
        match what.split(' ').next().unwrap() {
            "check" => {
                assert!(!self.is_stopped, "{ask}: it was stopped");
                assert!(self.steps[at].insert(Reached::Begun), "{ask}: a second time");
                self.open.push(ask.into());
            }
            "send" => {
                self.may_send(at);
                assert!(self.steps[at].insert(Reached::Sent), "{ask}: a second time");
                self.open.push(ask.into());
            }
            "note" | "wait" | "read" => self.open.push(ask.into()),
            "sent" => drop(self.steps[at].insert(Reached::Accepted)),
            "taken" => {
                assert!(self.steps[at].remove(&Reached::Begun), "{ask}");
                assert!(self.is_stopped && !self.steps[at].contains(&Reached::Sent), "{ask}");
            }
            "verified" => self.steps[at].extend([Reached::Verified, Reached::Ended]),
            _ => {
                // The plan's own note fails before a step has begun.
                if self.steps[at].contains(&Reached::Begun) {
                    self.steps[at].insert(Reached::Ended);
                }
                self.is_stopped = true;
            }
        }
    }

    fn may_send(&self, at: usize) {
        let step = &self.steps[at];
        assert!(step.contains(&Reached::Checked), "{at} was not checked");
        assert!(step.contains(&Reached::Noted) || self.is_unnoted, "{at} was not noted");
        assert!(self.is_plan_noted || self.is_unnoted, "the plan was not noted");
        assert!(!self.is_stopped, "{at} is sent after a stop");
        assert!(
            at == 0 || self.steps[0].contains(&Reached::Verified),
            "{at} is sent before the first was verified"
        );
        assert!(
            self.steps[..at].iter().all(|before| before.contains(&Reached::Accepted)),
            "{at} overtakes another"
        );
        assert!(
            self.steps[at + 1..].iter().all(|later| !later.contains(&Reached::Sent)),
            "{at} goes out of turn"
        );
        let is_unsettled =
            |step: &&BTreeSet<_>| step.contains(&Reached::Sent) && !step.contains(&Reached::Ended);
        let unsettled = self.steps.iter().filter(is_unsettled).count();
        assert!(unsettled < 4, "{at} is sent while {unsettled} have not settled");
    }

    /// It is over when nothing is out and nothing goes out any more, and that is told once.
    fn looks(&self) {
        let is_out =
            self.steps.iter().any(|step| step.contains(&Reached::Begun) && !step.contains(&Reached::Ended));
        let goes_on = !self.is_stopped && self.steps.iter().any(|step| !step.contains(&Reached::Ended));
        let is_over = !is_out && !goes_on;
        assert_eq!(self.overs, usize::from(is_over), "{}", self.script.states());
        assert_eq!(self.script.flow.is_over(), is_over, "{}", self.script.states());
    }
}

/// An answer to what was asked.
fn answer(asked: &str, how: usize, well: bool) -> String {
    if asked == "note the plan" {
        return if well { "plan noted" } else { "plan not noted" }.into();
    }
    let (number, what) = asked.split_once(' ').unwrap();
    let answers: Vec<_> = EVENTS.into_iter().filter(|event| answers(what, event)).collect();
    format!("{number} {}", answers[if well { 0 } else { how % answers.len() }])
}

fn answers(asked: &str, event: &str) -> bool {
    match asked.split(' ').next() {
        Some("check") => event.starts_with("checked"),
        Some("note") => event.contains("noted"),
        Some("send") => ["accepted", "lost", "refused"].contains(&event),
        Some("wait") => event == "woken",
        _ => event.starts_with("read"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nothing_is_sent_that_may_not_be(
        steps in 1..=6usize,
        is_unnoted in prop::bool::weighted(0.2),
        all in prop::collection::vec(happens(), 0..120),
    ) {
        let mut witness = Witness::of(steps, is_unnoted);
        witness.plays("begin");
        for happens in &all {
            witness.sees(happens);
        }
    }

    /// As long as all goes well, all of it goes out and is verified.
    #[test]
    fn what_goes_well_comes_to_its_end(
        steps in 1..=6usize,
        order in prop::collection::vec(any::<usize>(), 200),
    ) {
        let mut witness = Witness::of(steps, false);
        witness.plays("begin");
        for which in order {
            witness.sees(&Happens::Answer { which, how: 0, well: true, in_doubt: false });
        }
        prop_assert!(witness.steps.iter().all(|step| step.contains(&Reached::Verified)));
        prop_assert_eq!(witness.overs, 1);
    }
}
