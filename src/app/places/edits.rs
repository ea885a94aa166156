//! The edits of a place: what is typed, and what of it is on its way.

use std::collections::BTreeMap;

use crate::app::ticket::StepId;
use crate::app::{Form, Overlay};
use crate::domain::ImageName;
use crate::edit::{Changes, Snapshot, Subject};
use crate::flow::{Flow, FlowId, Part, Write};

use super::Place;

impl Place {
    /// The forms that hold something typed.
    pub fn drafts(&self) -> impl Iterator<Item = &Form> + '_ {
        self.forms.values().filter(|form| form.is_draft() && !self.is_on_its_way(form))
    }

    /// The write of a subject that is on its way, with its step.
    #[must_use]
    pub fn out(&self, subject: &Subject) -> Option<(StepId, &Write)> {
        self.flows.iter().find_map(|(flow, it)| {
            let (at, write) = it.out(subject)?;
            Some((StepId { flow: *flow, at }, write))
        })
    }

    /// The same without its step.
    #[must_use]
    pub fn write(&self, subject: &Subject) -> Option<&Write> {
        self.out(subject).map(|(_, write)| write)
    }

    /// All writes that are on their way.
    pub fn writes(&self) -> impl Iterator<Item = &Write> + '_ {
        self.flows.values().flat_map(Flow::all_out)
    }

    /// The flow that was begun with by the form of a subject, while it is on its way.
    #[must_use]
    pub fn flow_of(&self, subject: &Subject) -> Option<(FlowId, &Flow)> {
        self.flows.iter().find(|(_, flow)| flow.is_of(subject)).map(|(id, flow)| (*id, flow))
    }

    /// Whether a change of a subject is on its way that keeps another from beginning.
    #[must_use]
    pub fn is_busy(&self, subject: &Subject) -> bool {
        let is_out = |part: &Subject| self.write(part).is_some() || self.flow_of(part).is_some();
        self.flow_of(subject).is_some() || subject.parts().iter().any(is_out)
    }

    /// Whether a change of an image, or of something of it, is on its way.
    #[must_use]
    pub fn is_changing(&self, image: &ImageName) -> bool {
        self.flows.values().any(|flow| {
            let is_all_of_it = !flow.subject.is_several() && flow.subject.touches(image);
            is_all_of_it || flow.all_out().any(|write| write.step.subject().touches(image))
        })
    }

    /// Whether the form of a subject has to stay here: a write is out, or waits to go out by itself.
    #[must_use]
    pub fn is_bound(&self, subject: &Subject) -> bool {
        let is_armed = |overlay: &Overlay| matches!(overlay, Overlay::Review(it) if it.subject == *subject && it.armed.is_some());
        self.is_busy(subject) || self.overlays.iter().any(is_armed)
    }

    /// Whether the form of a subject, or a page about it, is open.
    #[must_use]
    pub fn is_open(&self, subject: &Subject) -> bool {
        self.overlays.iter().any(|overlay| overlay.subject() == Some(subject))
    }

    /// Whether all that is wanted in `form` is in writes that are out.
    #[must_use]
    pub fn is_on_its_way(&self, form: &Form) -> bool {
        let Some((_, flow)) = self.flow_of(&form.subject) else { return false };
        if form.base.value().is_none() || form.first_problem().is_some() {
            return false;
        }
        let wanted = form.wanted();
        let mut sent: BTreeMap<Subject, (&Snapshot, Changes)> = BTreeMap::new();
        for step in flow.parts.iter().map(Part::step) {
            let (_, changes) = sent.entry(step.subject()).or_insert((&step.base, Changes::default()));
            changes.merge(step.call.changes());
        }
        let holds = |(base, sent): &(&Snapshot, Changes)| {
            wanted.changes(base).all().all(|(key, it)| sent.of(key) == it)
        };
        flow.parts.iter().all(Part::has_gone_out) && sent.values().all(holds)
    }
}
