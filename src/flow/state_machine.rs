//! A plan on its way: its steps, one after another.

use jiff::Timestamp;

use crate::edit::{Call, EntryId, Outcome, Plan, Step, Subject};

use super::{Ask, Event, Facts, Part, Stage, Stop, Write};

/// Which flow, in a session; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlowId(pub u64);

/// A plan on its way. The first step goes alone until it is verified; after that each goes out when
/// the one before was accepted, or verified where that is of the same subject. As soon as one comes to anything but verified, none goes out any more,
/// and one that is only checked or noted is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// The subject of the form that it came from: one image, or several.
    pub subject: Subject,
    /// The plan's entry in the journal, where it has one besides those of its steps.
    pub plan: Option<EntryId>,
    /// Its steps, in order.
    pub parts: Vec<Part>,
    /// The entry that it undoes.
    pub undoes: Option<EntryId>,
    /// Whether the person wants it sent even if it can't be noted.
    pub unnoted: bool,
    /// Whether no further step goes out, whatever becomes of those that are.
    pub is_halted: bool,
    /// Whether it has told that it is over.
    has_told_over: bool,
}

/// So many steps may be out at once that have not settled.
const UNSETTLED: usize = 4;

impl Flow {
    /// A flow of this plan; nothing has been asked for yet.
    #[must_use]
    pub fn new(subject: Subject, plan: Plan, entry: Option<EntryId>, unnoted: bool) -> Self {
        let parts = plan.steps.into_iter().map(Part::Waiting).collect();
        Self { subject, plan: entry, parts, undoes: None, unnoted, is_halted: false, has_told_over: false }
    }

    /// A flow that looks up what became of a write of an earlier session.
    #[must_use]
    pub fn of_earlier(write: Write) -> Self {
        Self {
            subject: write.step.subject(),
            plan: None,
            parts: vec![Part::Out(write)],
            undoes: None,
            unnoted: false,
            is_halted: false,
            has_told_over: false,
        }
    }

    /// Begins: with the plan's entry, where it has one; else with the first step. Where its subject was
    /// read just now and is as the edit began from it, it is not checked again.
    pub fn begin(&mut self, is_checked: bool, now: Timestamp) -> Vec<(usize, Ask)> {
        if self.plan.is_some() {
            return vec![(0, Ask::NotePlan)];
        }
        let mut asks: Vec<_> = self.start(0, is_checked, now).into_iter().collect();
        self.wind_up(&mut asks);
        asks
    }

    /// The write of a subject that is on its way, with its place among the steps.
    #[must_use]
    pub fn out(&self, subject: &Subject) -> Option<(usize, &Write)> {
        let mut out = self.parts.iter().enumerate().filter_map(|(at, part)| Some((at, part.out()?)));
        out.find(|(_, write)| write.step.subject() == *subject)
    }

    /// Whether it was begun with by the form of that subject.
    #[must_use]
    pub fn is_of(&self, subject: &Subject) -> bool {
        self.subject == *subject
    }

    /// All writes that are on their way.
    pub fn all_out(&self) -> impl Iterator<Item = &Write> + '_ {
        self.parts.iter().filter_map(Part::out)
    }

    /// What is to be done after an event of the step at `at`, or of the plan.
    pub fn step(&mut self, at: usize, event: Event, facts: &Facts) -> Vec<(usize, Ask)> {
        let mut asks = Vec::new();
        match event {
            Event::PlanNoted(noted) => asks.extend(self.plan_noted(noted, facts)),
            Event::Checked(_) | Event::Noted(_) | Event::Answered(_) | Event::Woken | Event::ReadBack(_) => {
                let Some(Part::Out(write)) = self.parts.get_mut(at) else { return asks };
                let Some(ask) = write.step(event, facts) else { return asks };
                let wake =
                    matches!(ask, Ask::Sent).then(|| Ask::Wake(write.next_read(facts.unit, facts.seed())));
                let write = write.clone();
                self.note_end(at, write, &ask);
                asks.push((at, ask));
                asks.extend(wake.map(|wake| (at, wake)));
            }
        }
        self.go_on(facts, &mut asks);
        asks
    }

    /// No further step goes out; what is out is followed up. Nothing if that changes nothing, since
    /// nothing was to go out any more.
    pub fn call_off(&mut self) -> Option<Vec<(usize, Ask)>> {
        let had_waiting = self.has_to_go_on();
        self.is_halted = true;
        let mut asks = Vec::new();
        self.wind_up(&mut asks);
        (had_waiting || !asks.is_empty()).then_some(asks)
    }

    /// Whether steps wait for their turn.
    #[must_use]
    pub fn has_waiting(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Waiting(_)))
    }

    /// The whole plan, whatever has become of it.
    #[must_use]
    pub fn plan_of(&self) -> Plan {
        Plan { steps: self.parts.iter().map(|part| part.step().clone()).collect() }
    }

    /// Whether more of it is to go out.
    #[must_use]
    pub fn has_to_go_on(&self) -> bool {
        !self.is_stopped() && self.has_waiting()
    }

    /// Whether its plan is being noted, and nothing was begun with.
    #[must_use]
    pub fn awaits_its_plan(&self) -> bool {
        self.plan.is_some()
            && !self.is_halted
            && self.parts.iter().all(|part| matches!(part, Part::Waiting(_)))
    }

    /// The write at a place among the steps, if it is on its way.
    pub fn out_mut(&mut self, at: usize) -> Option<&mut Write> {
        match self.parts.get_mut(at)? {
            Part::Out(write) => Some(write),
            Part::Waiting(_) | Part::Stopped(..) | Part::Refused(..) | Part::Settled(..) => None,
        }
    }

    /// The steps that were verified.
    pub fn verified(&self) -> impl Iterator<Item = &Step> + '_ {
        self.parts.iter().filter(|part| part.is_verified()).map(Part::step)
    }

    /// Whether nothing more will be sent, and nothing is under way.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.all_out().next().is_none() && (self.is_stopped() || self.parts.iter().all(Part::has_ended))
    }

    /// The steps that were never begun with, or were stopped before anything was sent.
    pub fn unsent(&self) -> impl Iterator<Item = &Step> + '_ {
        self.parts.iter().filter(|part| matches!(part, Part::Waiting(_) | Part::Stopped(..))).map(Part::step)
    }

    fn plan_noted(&mut self, noted: Result<(), String>, facts: &Facts) -> Option<(usize, Ask)> {
        if !self.awaits_its_plan() {
            return None;
        }
        match noted {
            Err(trouble) if !self.unnoted => {
                self.is_halted = true;
                Some((0, Ask::Stopped { stop: Stop::NotNoted(trouble), read: None }))
            }
            Ok(()) | Err(_) => self.start(0, false, facts.now),
        }
    }

    fn note_end(&mut self, at: usize, write: Write, ask: &Ask) {
        self.parts[at] = match ask {
            Ask::Stopped { stop, .. } => Part::Stopped(write, stop.clone()),
            Ask::Refused(failure) => Part::Refused(write, failure.clone()),
            Ask::Settled { outcome, .. } => Part::Settled(write, outcome.clone()),
            Ask::Another(_) => Part::Settled(write, Outcome::Unknowable),
            Ask::NotePlan
            | Ask::Check
            | Ask::Note
            | Ask::Send(_)
            | Ask::Wake(_)
            | Ask::ReadBack
            | Ask::Postpone
            | Ask::Sent
            | Ask::TakenBack(_)
            | Ask::Over => return,
        };
    }

    fn is_stopped(&self) -> bool {
        self.is_halted || self.parts.iter().any(|part| part.has_ended() && !part.is_verified())
    }

    /// Begins with the next step, if it is its turn.
    fn go_on(&mut self, facts: &Facts, asks: &mut Vec<(usize, Ask)>) {
        if !self.is_stopped()
            && self.may_begin()
            && let Some(next) = self.parts.iter().position(|part| matches!(part, Part::Waiting(_)))
            && !self.waits_for_its_subject(next)
        {
            asks.extend(self.start(next, false, facts.now));
        }
        self.wind_up(asks);
    }

    /// After a stop, takes back what was about to go out; tells when all is over.
    fn wind_up(&mut self, asks: &mut Vec<(usize, Ask)>) {
        if self.is_stopped() {
            for (at, part) in self.parts.iter_mut().enumerate() {
                if let Some(write) = part.out().filter(|write| write.can_be_called_off()) {
                    asks.push((at, Ask::TakenBack(write.entry.clone())));
                    *part = Part::Waiting(write.step.clone());
                }
            }
        }
        if self.is_over() && !self.has_told_over {
            self.has_told_over = true;
            asks.push((0, Ask::Over));
        }
    }

    fn may_begin(&self) -> bool {
        let is_settling = |write: &Write| write.stage == Stage::Settling;
        self.parts.first().is_some_and(Part::is_verified)
            && self.all_out().all(is_settling)
            && self.all_out().count() < UNSETTLED
    }

    /// Whether an earlier step of the same subject is not verified: this one begins from what that makes.
    fn waits_for_its_subject(&self, at: usize) -> bool {
        let subject = self.parts.get(at).map(|part| part.step().subject());
        self.all_out().any(|write| Some(write.step.subject()) == subject)
    }

    /// What is sent after a step for the same subject.
    fn next_of_its_subject(&self, at: usize) -> Vec<Call> {
        let Some(step) = self.parts.get(at).map(Part::step) else { return Vec::new() };
        let next = self.parts[at + 1..].iter().map(Part::step);
        next.filter(|next| next.subject() == step.subject()).map(|next| next.call.clone()).collect()
    }

    fn start(&mut self, at: usize, is_checked: bool, now: Timestamp) -> Option<(usize, Ask)> {
        let next = self.next_of_its_subject(at);
        let part = self.parts.get_mut(at)?;
        let mut write = Write::begin(part.step().clone(), self.unnoted, now);
        write.next = next;
        let ask = if is_checked {
            write.stage = Stage::Noting;
            Ask::Note
        } else {
            Ask::Check
        };
        *part = Part::Out(write);
        Some((at, ask))
    }
}
