//! What is told a person who looks elsewhere: what became of a change, once, when it has settled.

use crate::app::{Alert, App, Effect, Effects, PlaceId, Timer};
use crate::domain::ImageStatus;
use crate::edit::{Outcome, Subject};
use crate::flow::{Flow, Part, Stage, Stop};

/// Nothing more of a flow is under way.
pub fn over(app: &mut App, fx: &mut Effects, place: PlaceId, flow: &Flow) {
    let told = match flow.parts.as_slice() {
        [part] => of_part(part),
        parts => of_several(flow, parts),
    };
    if let Some((is_verified, words)) = told {
        add(app, fx, Alert { place, subject: flow.subject.clone(), is_verified, words });
    }
}

/// The outcome of a step is not known. It is looked up; that may take long.
pub fn unknown(app: &mut App, fx: &mut Effects, place: PlaceId, flow: &Flow) {
    if flow.all_out().any(|write| matches!(write.stage, Stage::Unknown(_)) && !write.is_earlier) {
        let words = "outcome unknown, checking".into();
        add(app, fx, Alert { place, subject: flow.subject.clone(), is_verified: false, words });
    }
}

/// What waited to be sent by itself was not: another hand was quicker.
pub fn conflict(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    let words = CONFLICT.into();
    add(app, fx, Alert { place, subject: subject.clone(), is_verified: false, words });
}

/// What has settled since is told in one.
pub fn tell(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    let told = app.alerts.take().filter(|_| app.attention.is_away());
    fx.list.extend(told.map(Effect::Alert));
}

const CONFLICT: &str = "not sent, someone else changed it";

fn add(app: &mut App, fx: &mut Effects, alert: Alert) {
    if app.attention.is_away() && app.alerts.add(alert) {
        // What settles a moment later is told with it.
        fx.push(Effect::After { timer: Timer::Alert, delay: app.pace.alert });
    }
}

/// Whether a step was verified, and what became of it; nothing where the person called it off.
fn of_part(part: &Part) -> Option<(bool, String)> {
    let words = match part {
        Part::Waiting(_) | Part::Out(_) => return None,
        Part::Stopped(_, Stop::Conflict(_)) => CONFLICT.into(),
        Part::Stopped(..) => "not sent".into(),
        Part::Refused(_, failure) => format!("rejected, {}", failure.headline()),
        Part::Settled(_, outcome) => match outcome {
            Outcome::Verified => return Some((true, "updated and verified".into())),
            Outcome::Failed(_) => "update failed".into(),
            Outcome::Otherwise(status) => {
                let status = status.as_ref().map_or("without a status", ImageStatus::word);
                format!("updated, but it is {status}")
            }
            Outcome::Differs(_) => "differs from what you sent".into(),
            Outcome::NotApplied => "not changed, the request was lost".into(),
            Outcome::Gone => "gone, outcome of the update unknown".into(),
            Outcome::Unknowable => "outcome unknown".into(),
        },
    };
    Some((false, words))
}

/// The same of a plan of several steps, once at its end.
fn of_several(flow: &Flow, parts: &[Part]) -> Option<(bool, String)> {
    let verified = flow.verified().count();
    if verified == parts.len() {
        return Some((true, "updated and verified".into()));
    }
    let first = parts.iter().filter(|part| !part.is_verified()).find_map(of_part);
    let (_, why) = first?;
    Some((false, format!("{verified} of {} verified, the next {why}", parts.len())))
}
