//! A few words for all that can happen to a flow, and for all that it wants done.

use std::time::Duration;

use crate::domain::{Failure, FailureClass, Image, ImageStatus};
use crate::edit::kind::image;
use crate::edit::tests::{image, second, several};
use crate::edit::{EntryId, Outcome, Plan, Snapshot, Step, Subject, Wanted};
use crate::flow::{Ask, Event, Facts, Flow, Part, Stage, Stop};

/// All that can happen to a step.
pub const EVENTS: [&str; 21] = [
    "checked",
    "checked: changing",
    "checked: edited",
    "checked: touched",
    "checked: elsewhere",
    "checked: gone",
    "checked: throttled",
    "noted",
    "not noted",
    "accepted",
    "lost",
    "refused",
    "woken",
    "read: verified",
    "read: stale",
    "read: updating",
    "read: failed",
    "read: archived",
    "read: differs",
    "read: elsewhere",
    "read: gone",
];

/// A plan that gives so many images, `image-1` and on, the display name `Mine`.
pub fn plan(steps: usize) -> Plan {
    let images = (1..=steps).map(|at| image(&format!("image-{at}")));
    let base = several(images);
    let typed = [(image::DISPLAY_NAME, "Mine".to_owned())].into();
    Wanted { typed, ..Wanted::default() }.plan(&base)
}

/// A step's image after the step, and `seconds` later than before.
pub fn written(step: &Step, seconds: i64) -> Image {
    let Snapshot::Image(after) = step.after() else { panic!("a step is of one image") };
    Image { modified: Some(second(seconds)), ..after }
}

fn of_class(class: FailureClass) -> Failure {
    Failure::new(class, "said the service")
}

/// What an event of a step is called here.
pub fn event(step: &Step, called: &str) -> Event {
    let Snapshot::Image(base) = step.base.clone() else { panic!("a step is of one image") };
    let after = |seconds| written(step, seconds);
    let elsewhere = Some("arn:aws:sagemaker:us-east-1:999999999999:image/x".into());
    let checked = |image: Image| Event::Checked(Ok(image.into()));
    let read = |image: Image| Event::ReadBack(Ok(image.into()));
    match called {
        "plan noted" => Event::PlanNoted(Ok(())),
        "plan not noted" => Event::PlanNoted(Err("the disk is full".into())),
        "checked" => checked(base),
        "checked: changing" => checked(Image { status: Some(ImageStatus::Updating), ..base }),
        "checked: edited" => {
            checked(Image { description: Some("Theirs".into()), modified: Some(second(1)), ..base })
        }
        "checked: touched" => checked(Image { modified: Some(second(1)), ..base }),
        "checked: elsewhere" => checked(Image { arn: elsewhere, ..base }),
        "checked: elsewhere, changing" => {
            checked(Image { arn: elsewhere, status: Some(ImageStatus::Updating), ..base })
        }
        "checked: gone" => Event::Checked(Err(of_class(FailureClass::NotFound))),
        "checked: throttled" => Event::Checked(Err(of_class(FailureClass::Throttled))),
        "noted" => Event::Noted(Ok(())),
        "not noted" => Event::Noted(Err("the disk is full".into())),
        "accepted" => Event::Answered(Ok(())),
        "lost" => Event::Answered(Err(of_class(FailureClass::TimedOut))),
        "refused" => Event::Answered(Err(of_class(FailureClass::Denied))),
        "woken" => Event::Woken,
        "read: verified" => read(after(2)),
        "read: stale" => read(base),
        "read: updating" => read(Image { status: Some(ImageStatus::Updating), ..after(1) }),
        "read: failed" => read(Image { status: Some(ImageStatus::UpdateFailed), ..after(2) }),
        "read: archived" => read(Image { status: Some(ImageStatus::from_word("ARCHIVED")), ..after(2) }),
        "read: differs" => read(Image { display_name: Some("Theirs".into()), ..after(2) }),
        "read: differs, much later" => read(Image { display_name: Some("Theirs".into()), ..after(7_200) }),
        "read: elsewhere" => read(Image { arn: elsewhere, ..after(2) }),
        "read: gone" => Event::ReadBack(Err(of_class(FailureClass::NotFound))),
        "read: throttled" => Event::ReadBack(Err(of_class(FailureClass::Throttled))),
        _ => panic!("nothing that happens is called {called:?}"),
    }
}

/// What a flow wants done, in words.
pub fn words((at, ask): &(usize, Ask)) -> String {
    let step = at + 1;
    match ask {
        Ask::NotePlan => "note the plan".into(),
        Ask::Check => format!("{step} check"),
        Ask::Note => format!("{step} note"),
        Ask::Send(_) => format!("{step} send"),
        Ask::Wake(wait) => format!("{step} wait {}", wait.as_secs()),
        Ask::ReadBack => format!("{step} read"),
        Ask::Postpone => format!("{step} postpone"),
        Ask::Sent => format!("{step} sent"),
        Ask::TakenBack(None) => format!("{step} taken back"),
        Ask::TakenBack(Some(entry)) => format!("{step} taken back from {}", entry.0),
        Ask::Stopped { stop, read } => {
            let read = if read.is_some() { ", with what was read" } else { "" };
            format!("{step} stopped: {}{read}", called(stop))
        }
        Ask::Refused(_) => format!("{step} refused"),
        Ask::Settled { outcome, read } => {
            let read = if read.is_some() { ", with what was read" } else { "" };
            format!("{step} {}{read}", came_to(outcome))
        }
        Ask::Another(_) => format!("{step} another"),
        Ask::Over => "over".into(),
    }
}

/// What a reason to stop is called here.
pub fn called(stop: &Stop) -> String {
    match stop {
        Stop::Failure(failure) => format!("{:?}", failure.class),
        Stop::AliasHeld(_) => "alias held".into(),
        Stop::Conflict(differences) => format!("conflict in {}", differences.len()),
        Stop::Changing(status) => status.word().into(),
        Stop::Busy => "busy".into(),
        Stop::Moved => "moved".into(),
        Stop::NotNoted(_) => "not noted".into(),
        Stop::Doubt => "doubt".into(),
        Stop::Another(_) => "another".into(),
    }
}

fn came_to(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Verified => "verified",
        Outcome::Failed(_) => "failed",
        Outcome::Otherwise(_) => "otherwise",
        Outcome::Differs(_) => "differs",
        Outcome::NotApplied => "not applied",
        Outcome::Gone => "gone",
        Outcome::Unknowable => "unknowable",
    }
}

/// How far a step has come, in a word.
pub fn state(part: &Part) -> &'static str {
    match part {
        Part::Waiting(_) => "waiting",
        Part::Out(write) => match write.stage {
            Stage::Checking => "checking",
            Stage::Noting => "noting",
            Stage::Sending => "sending",
            Stage::Settling => "settling",
            Stage::Unknown(_) => "unknown",
        },
        Part::Stopped(..) => "stopped",
        Part::Refused(..) => "refused",
        Part::Settled(_, outcome) => came_to(outcome),
    }
}

/// A flow to which things happen, one after another.
pub struct Script {
    pub flow: Flow,
}

impl Script {
    /// A flow of so many steps; where there are several, it has an entry in the journal.
    pub fn of(steps: usize) -> Self {
        Self::made(steps, false)
    }

    /// The same, where the person wants it sent even if it can't be noted.
    pub fn unnoted(steps: usize) -> Self {
        Self::made(steps, true)
    }

    fn made(steps: usize, unnoted: bool) -> Self {
        Self::planned(plan(steps), unnoted)
    }

    /// The same of any plan for images.
    pub fn planned(plan: Plan, unnoted: bool) -> Self {
        let steps = plan.steps.len();
        let images = plan.steps.iter().flat_map(|step| step.subject().parts());
        let names = images.flat_map(|subject| subject.images().cloned().collect::<Vec<_>>()).collect();
        let subject = Subject::of_images(names).unwrap();
        let entry = (steps > 1).then(|| EntryId("plan".into()));
        Self { flow: Flow::new(subject, plan, entry, unnoted) }
    }

    /// Lets several things happen, apart by semicolons. Gives what the last of them led to.
    pub fn after(mut self, events: &str) -> Self {
        for event in events.split("; ").filter(|event| !event.is_empty()) {
            self.does(event);
        }
        self
    }

    /// Lets something happen: `begin`, `begin checked`, `call off`, `plan noted`, or an event of a step,
    /// as `3 noted`; the latter also ` in doubt`. Gives what is to be done, in words.
    pub fn does(&mut self, happens: &str) -> String {
        let asks = self.asks(happens);
        for (at, ask) in &asks {
            // As whoever drives the flow does.
            if let (Ask::Note, Some(write)) = (ask, self.flow.out_mut(*at)) {
                write.entry = Some(EntryId(format!("step {}", at + 1)));
            }
        }
        asks.iter().map(words).collect::<Vec<_>>().join(", ")
    }

    fn asks(&mut self, happens: &str) -> Vec<(usize, Ask)> {
        let (happens, in_doubt) = match happens.strip_suffix(" in doubt") {
            Some(happens) => (happens, true),
            None => (happens, false),
        };
        let facts = Facts { now: second(0), unit: Duration::from_secs(1), in_doubt };
        match happens {
            "begin" => self.flow.begin(false, second(0)),
            "begin checked" => self.flow.begin(true, second(0)),
            "call off" => self.flow.call_off().unwrap_or_default(),
            "plan noted" | "plan not noted" => {
                let event = event(self.flow.parts[0].step(), happens);
                self.flow.step(0, event, &facts)
            }
            happens => {
                let (number, called) = happens.split_once(' ').unwrap();
                let at = number.parse::<usize>().unwrap() - 1;
                let event = event(self.flow.parts[at].step(), called);
                self.flow.step(at, event, &facts)
            }
        }
    }

    /// How far each step has come.
    pub fn states(&self) -> String {
        self.flow.parts.iter().map(state).collect::<Vec<_>>().join(" ")
    }

    /// Lets things happen, and compares what is to be done and how far each step has come.
    pub fn plays(mut self, rows: &[(&str, &str, &str)]) -> Self {
        for (at, (happens, asks, states)) in rows.iter().enumerate() {
            let asked = self.does(happens);
            let found = (asked.as_str(), self.states());
            assert_eq!(found, (*asks, (*states).to_owned()), "row {at}: {happens}");
        }
        self
    }
}
