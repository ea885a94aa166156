//! What is asked, and what is said at the foot of the screen: the effects that every part of `update`
//! makes use of.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::app::ticket::{Purpose, Reason};
use crate::app::{App, Attempt, Clip, Effect, Effects, Form, PlaceId, Request, Timer, Tone};
use crate::domain::{Code, Failure, FailureClass, Text};
use crate::edit::{Call, Subject};
use crate::service::{Local, Read};

impl App {
    /// Looks something up on this machine.
    pub(super) fn look_up(&mut self, fx: &mut Effects, place: PlaceId, purpose: Purpose, what: Local) {
        self.issue(fx, place, purpose, Request::Local(what));
    }

    /// Reads something of a place; an older read in the same lane is ended.
    pub(super) fn read(&mut self, fx: &mut Effects, place: PlaceId, purpose: Purpose, what: Read) {
        self.issue(fx, place, purpose, Request::Read(what));
    }

    /// Reads a subject; of several, each for itself.
    pub(super) fn read_subject(
        &mut self,
        fx: &mut Effects,
        place: PlaceId,
        subject: &Subject,
        reason: Reason,
    ) {
        for part in subject.parts() {
            if let Some(read) = self.read_of(place, &part, reason) {
                self.read(fx, place, Purpose::Read(part, reason), read);
            }
        }
    }

    /// What is asked to know a subject, with what is known already: that spares the service a question, or
    /// tells what to ask for where nobody may list it.
    fn read_of(&self, place: PlaceId, part: &Subject, reason: Reason) -> Option<Read> {
        let at = &self.places[place.0];
        Some(match Read::of(part)? {
            Read::Tags { image, arn: None } => {
                let arn = at.known(&image).and_then(|image| image.arn);
                Read::Tags { image, arn }
            }
            Read::Aliases { image, versions, instead: None } => {
                let instead = self.names_of(place, part, reason);
                Read::Aliases { image, versions, instead }
            }
            read => read,
        })
    }

    /// The names that an edit is about, whatever else its subject holds; nothing where all are wanted.
    fn names_of(&self, place: PlaceId, part: &Subject, reason: Reason) -> Option<BTreeSet<Text>> {
        let at = &self.places[place.0];
        match reason {
            Reason::Detail | Reason::Refresh => None,
            Reason::Base | Reason::Glance | Reason::Armed => {
                let names = at.forms.get(part).map(Form::entry_names).unwrap_or_default();
                Some(names.iter().map(|name| Text::clean(name)).collect())
            }
            Reason::Check(step) | Reason::ReadBack(step) => {
                let part = at.flows.get(&step.flow)?.parts.get(step.at)?;
                let keys = part.step().call.changes().all();
                Some(keys.filter_map(|(key, _)| key.entry_name().map(Text::clean)).collect())
            }
        }
    }

    /// Gets the keys of a role with a code.
    pub(super) fn log_in_with(&mut self, fx: &mut Effects, place: PlaceId, code: Code) {
        self.issue(fx, place, Purpose::LogIn, Request::LogIn(code));
    }

    /// Sends what changes something: the only way in which that goes out.
    ///
    /// # Errors
    ///
    /// Where nothing may be changed; then nothing was sent.
    pub(super) fn send_call(
        &mut self,
        fx: &mut Effects,
        place: PlaceId,
        purpose: Purpose,
        call: Call,
    ) -> Result<(), Failure> {
        if self.is_read_only_at(&self.places[place.0]) {
            let said = format!("{} was not sent: read-only.", call.operation());
            return Err(Failure::new(FailureClass::ReadOnly, &said));
        }
        self.issue(fx, place, purpose, Request::Write(call));
        Ok(())
    }

    fn issue(&mut self, fx: &mut Effects, place: PlaceId, purpose: Purpose, request: Request) {
        let (ticket, replaced) = self.tickets.issue(place, purpose);
        if let Some((old, purpose)) = replaced {
            fx.push(Effect::Cancel(old));
            self.places[place.0].abandon_read(&purpose);
        }
        fx.push(Effect::Call { ticket, place, request });
    }

    /// Ends the requests at a place that `unwanted` picks; what writes goes on.
    pub(super) fn end_calls(
        &mut self,
        fx: &mut Effects,
        place: PlaceId,
        unwanted: impl Fn(&Purpose) -> bool,
    ) {
        for ticket in self.tickets.retire(place, unwanted) {
            fx.push(Effect::Cancel(ticket));
        }
    }

    /// Puts a text on the person's clipboard; what becomes of it is said once that is known. `what` is
    /// what it is: `the ARN of pytorch-2.4-gpu`.
    pub(super) fn copy(&self, fx: &mut Effects, text: String, what: String) {
        self.put_on_clipboard(fx, text, what, false);
    }

    /// The same of a text of which it is known whether cleaning replaced something in it.
    pub(super) fn put_on_clipboard(&self, fx: &mut Effects, text: String, what: String, is_altered: bool) {
        fx.push(Effect::Copy(Clip { text, what, is_altered, ways: self.reach.copy_ways() }));
    }

    /// Says what went wrong on this machine, and keeps it with the session's errors.
    pub(super) fn report(&mut self, fx: &mut Effects, trouble: String) {
        let failure = Failure::new(FailureClass::OwnFile, &trouble);
        let now = self.now;
        self.errors.add(now, Attempt::Other, "files of sagescope".into(), failure);
        self.notify_for(fx, None, Tone::Bad, trouble, None);
    }

    /// Says something about the place on the screen that passes by itself, unless it went badly.
    pub(super) fn notify(&mut self, fx: &mut Effects, tone: Tone, words: String) {
        self.notify_at(fx, self.here, tone, words);
    }

    /// Says something about a place, which is named wherever else it is read.
    pub(super) fn notify_at(&mut self, fx: &mut Effects, place: PlaceId, tone: Tone, words: String) {
        let delay = self.pace.notice;
        self.notify_for(fx, Some(place), tone, words, (tone != Tone::Bad).then_some(delay));
    }

    /// Says something for a while, or until it is dismissed.
    pub(super) fn notify_for(
        &mut self,
        fx: &mut Effects,
        place: Option<PlaceId>,
        tone: Tone,
        words: String,
        delay: Option<Duration>,
    ) {
        let id = self.notices.add(tone, delay.is_none(), place, words);
        if let Some(delay) = delay {
            fx.push(Effect::After { timer: Timer::Notice(id), delay });
        }
    }
}
