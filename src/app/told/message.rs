//! What is said at the foot of the screen, wherever the person is.

use jiff::Timestamp;

use crate::app::{App, LoadStage, Overlay, Tone};
use crate::edit::Subject;
use crate::flow::{Flow, Stage, Write};
use crate::keys::Action;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub words: String,
}

impl App {
    /// The writes that are under way, and the newest notice; most important last.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let here = self.here.0;
        let mut messages = Vec::new();
        for (id, place) in self.places.iter().enumerate() {
            let earlier = place.writes().filter(|write| write.is_earlier).count();
            let of_flow = |flow: &Flow| match flow.parts.len() {
                1 => flow
                    .all_out()
                    .filter(|write| !write.is_earlier || earlier == 1)
                    .filter_map(|write| under_way(write, self.now))
                    .collect(),
                _ => vec![progress(flow, self.now)],
            };
            let of_place = place.flows.values().flat_map(of_flow);
            let of_place = looked_up(earlier).into_iter().chain(of_place);
            messages.extend(of_place.map(|message| {
                let words =
                    if id == here { message.words } else { format!("{}: {}", place.label(), message.words) };
                Message { words, ..message }
            }));
        }
        messages.extend(self.log_in_message().or_else(|| self.refresh_message()));
        if let Some((notice, more)) = self.notices.newest() {
            let more = match more {
                0 => String::new(),
                1 => " · 1 more message".into(),
                more => format!(" · {more} more messages"),
            };
            let elsewhere = notice.place.filter(|place| *place != self.here);
            let place = elsewhere.and_then(|place| self.places.get(place.0));
            let lead = place.map_or_else(String::new, |place| format!("{}: ", place.label()));
            messages.push(Message { tone: notice.tone, words: format!("{lead}{}{more}", notice.words) });
        }
        messages
    }
}

impl App {
    /// Why the rows that are shown are old, where they could not be read again.
    fn refresh_message(&self) -> Option<Message> {
        let images = &self.place().images;
        let LoadStage::Failed { failure, .. } = &images.load.stage else { return None };
        let words = format!("Couldn't refresh the list: {}. {}", failure.headline(), failure.message);
        (!images.is_empty()).then_some(Message { tone: Tone::Bad, words })
    }

    /// What keeps standing as long as the person has to log in; the page of the log-in says it itself,
    /// and so does an empty list.
    fn log_in_message(&self) -> Option<Message> {
        let place = self.place();
        let failure = place.wants.as_ref()?;
        let is_said = place.overlays.iter().any(|overlay| matches!(overlay, Overlay::LogIn(_)));
        let is_in_list = place.overlays.is_empty() && place.images.is_empty();
        if is_said || is_in_list {
            return None;
        }
        let keys = self.keymap.keys(Action::LogIn);
        let (_, types) = self.scopes();
        let key = keys.iter().find(|chord| !types || !chord.types())?;
        let stop = if failure.message.as_str().ends_with(['.', '!', '?']) { "" } else { "." };
        Some(Message { tone: Tone::Bad, words: format!("{}{stop} Press {key} to log in.", failure.message) })
    }
}

/// Many writes of earlier sessions are told in one.
fn looked_up(earlier: usize) -> Option<Message> {
    let words = || {
        format!(
            "{earlier} changes from earlier sessions: outcome unknown; checking the images. Nothing is sent \
             again"
        )
    };
    (earlier > 1).then(|| Message { tone: Tone::Bad, words: words() })
}

fn under_way(write: &Write, now: Timestamp) -> Option<Message> {
    let image = write.step.subject();
    let (tone, words) = match &write.stage {
        // The review is on the screen and says it.
        Stage::Checking | Stage::Noting => return None,
        Stage::Sending => (Tone::Plain, format!("{image}: sending")),
        Stage::Settling => match &write.trouble {
            None => (Tone::Plain, format!("{image}: accepted; waiting for it to take effect")),
            Some(failure) => {
                (Tone::Plain, format!("{image}: accepted; couldn't check it yet ({})", failure.headline()))
            }
        },
        Stage::Unknown(failure) => (
            Tone::Bad,
            format!(
                "{image}: outcome unknown ({}); checking the {}. Nothing is sent again",
                failure.headline(),
                image.noun()
            ),
        ),
    };
    Some(Message { tone, words: words + &lasting(write, now) })
}

/// For how long a write has been under way, as words that go behind what is said of it: ` · 1m 5s`.
/// Nothing in its first second, nor of one of an earlier session.
#[must_use]
pub fn lasting(write: &Write, now: Timestamp) -> String {
    let seconds = now.as_second().saturating_sub(write.begun.as_second());
    match (seconds / 60, seconds % 60) {
        _ if write.is_earlier || seconds < 1 => String::new(),
        (0, seconds) => format!(" · {seconds}s"),
        (minutes, seconds) => format!(" · {minutes}m {seconds}s"),
    }
}

/// How far a change of several images has come: `5 images: 2 verified; tf-2.17-cpu is being changed`.
fn progress(flow: &Flow, now: Timestamp) -> Message {
    let verified = flow.verified().count();
    let out: Vec<_> = flow.all_out().collect();
    let unknown = out.iter().find(|write| matches!(write.stage, Stage::Unknown(_)));
    let now_done = match (unknown, out.first()) {
        (Some(write), _) => {
            format!("; outcome of {} unknown, checking. Nothing is sent again", write.step.subject())
        }
        (None, Some(write)) if out.len() == 1 => {
            let subject = write.step.subject();
            format!("; {subject} {} in progress", subject.agree("is", "are"))
        }
        (None, Some(_)) => format!("; {} in progress", out.len()),
        (None, None) => String::new(),
    };
    let now = now_done + &out.first().map_or_else(String::new, |write| lasting(write, now));
    let tone = if unknown.is_some() { Tone::Bad } else { Tone::Plain };
    let all = flow.parts.len();
    let words = match &flow.subject {
        Subject::Images(_) | Subject::Image(_) => format!("{all} images: {verified} verified{now}"),
        subject => format!("{subject}: {verified} of {all} requests verified{now}"),
    };
    Message { tone, words }
}
