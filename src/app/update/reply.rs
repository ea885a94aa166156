//! Replies, each to where it is waited for.

use crate::app::ticket::{Purpose, Reason};
use crate::app::{Answer, App, Attempt, Effects, PlaceId, Reply};
use crate::domain::{Failure, FailureClass, operation};
use crate::edit::{Snapshot, Subject};
use crate::flow::Event;
use crate::service::Read;

use super::edits::{armed, base, flows, following, lookup, recall, review, table};
use super::places::{keys, loading, log_in, picking, seeking, switch};
use super::refreshing::{ending, image, list};
use super::sorting;
use super::tabs::{raw, usage, versions};

/// Takes a reply. What is read of a subject is worth knowing whatever it was asked for.
pub fn resolve(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: Purpose, reply: Reply) {
    observe(app, fx, place, &purpose, &reply);
    land(app, fx, place, purpose, reply);
    usage::begin_once_known(app, fx);
}

/// Takes it to who waits for it.
fn land(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: Purpose, reply: Reply) {
    match purpose {
        Purpose::Survey => {
            if let Ok(Answer::Surveyed(found)) = reply {
                app.aws_setup.resolve(Ok(*found));
                picking::surveyed(app, fx);
                seeking::surveyed(app, fx);
            }
        }
        Purpose::LogIn => log_in::answered(app, fx, place, reply),
        Purpose::Locate => {
            app.places[place.0].is_lost = reply.is_err();
            if let Ok(Answer::Located(location)) = reply {
                keys::located(app, fx, place, location);
            }
            sorting::recall(app, fx, place);
            recall::ask(app, fx, place);
        }
        Purpose::Account => {
            let account = reply.and_then(|answer| match answer {
                Answer::Account(account) => Ok(account),
                _ => Err(stray()),
            });
            keys::account_answered(app, fx, place, account);
            if place == app.here {
                following::gather(app, fx, place, false);
            }
            log_in::ask_by_itself(app, place);
            switch::remember(app, fx);
            sorting::recall(app, fx, place);
            recall::ask(app, fx, place);
            seeking::located(app, fx, place);
        }
        Purpose::Page(end) => {
            let page = reply.and_then(|answer| match answer {
                Answer::Page { images, next } => Ok((images, next)),
                _ => Err(stray()),
            });
            loading::page_answered(app, fx, place, end, page);
        }
        Purpose::Refresh(_) => {
            let page = reply.and_then(|answer| match answer {
                Answer::Page { images, next } => Ok((images, next)),
                _ => Err(stray()),
            });
            list::came(app, fx, place, page);
        }
        Purpose::Versions(image) => {
            let page = reply.and_then(|answer| match answer {
                Answer::Versions { versions, next } => Ok((versions, next)),
                _ => Err(stray()),
            });
            versions::page_came(app, fx, place, &image, page);
        }
        Purpose::Raw(of) => {
            let body = reply.and_then(|answer| match answer {
                Answer::Raw(body) => Ok(body),
                _ => Err(stray()),
            });
            raw::came(app, place, &of, body);
        }
        Purpose::Scan(question) => usage::answered(app, fx, place, question, reply),
        Purpose::Send(_, step) => {
            flows::tell(app, fx, place, step, Event::Answered(reply.map(|_| ())));
        }
        Purpose::Note(..) | Purpose::Journal(_) => {}
        Purpose::Read(subject, Reason::Refresh) => {
            let read = snapshot(&subject, reply);
            image::came(app, fx, place, &subject, read);
        }
        Purpose::Read(subject, reason) => {
            let read = snapshot(&subject, reply);
            if read.is_ok() {
                ending::supersede(app, fx, place, &subject);
            }
            learn(app, place, &subject, &read, reason);
            subject_came(app, fx, place, &subject, reason, read);
        }
    }
}

/// A subject was read, or could not be.
fn subject_came(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    subject: &Subject,
    reason: Reason,
    read: Result<Snapshot, Failure>,
) {
    match (reason, read) {
        (Reason::Detail, read) => {
            if let Ok(now) = &read {
                base::glanced(app, fx, place, now);
            }
            if let Subject::Version(image, _) = subject {
                versions::described_came(app, fx, place, image);
            }
        }
        (Reason::Glance, Ok(now)) => {
            app.throttled = 0;
            base::glanced(app, fx, place, &now);
        }
        (Reason::Glance, Err(failure)) if failure.class == FailureClass::Throttled => app.throttled += 1,
        // What is read by itself comes to nobody who waits for it.
        (Reason::Glance, Err(_)) | (Reason::Refresh, _) => {}
        (Reason::Armed, read) => armed::looked(app, fx, place, subject, &read),
        (Reason::Base, read) => {
            if base::base_came(app, fx, place, subject, &read).is_some() {
                review::open(app, fx);
            }
            table::go_on(app, fx, place);
        }
        (Reason::Check(step), read) => flows::tell(app, fx, place, step, Event::Checked(read)),
        (Reason::ReadBack(step), read) => {
            if read.is_ok() {
                lookup::answered(app, place, step);
            }
            flows::tell(app, fx, place, step, Event::ReadBack(read));
        }
    }
}

/// What any reply tells of the keys that were used.
fn observe(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: &Purpose, reply: &Reply) {
    if let Err(failure) = reply {
        if is_news(app, place, purpose, failure) {
            let now = app.now;
            let doing = format!("{} ({})", doing(app, place, purpose), app.places[place.0].label());
            app.errors.add(now, attempt(purpose), doing, failure.clone());
        }
        keys::doubt(app, place, failure);
        log_in::wanted(app, place, failure);
        return;
    }
    if !purpose.is_local() {
        app.places[place.0].wants = None;
    }
    keys::ask_again(app, fx, place, purpose);
}

/// What was read, which has to be of what was asked for: an edit must not begin from anything else.
fn snapshot(subject: &Subject, reply: Reply) -> Result<Snapshot, Failure> {
    let read = reply?.into_snapshot().ok_or_else(stray)?;
    if read.subject() == *subject {
        Ok(read)
    } else {
        let said = format!("asked the service for {subject}, but it returned {}", read.subject());
        Err(Failure::new(FailureClass::Unreadable, &said))
    }
}

/// Takes what was read into what is known of the place. Of a failure, only the detail's own read speaks
/// there; the others say it where they were asked.
fn learn(app: &mut App, place: PlaceId, subject: &Subject, read: &Result<Snapshot, Failure>, reason: Reason) {
    let now = app.now;
    let place = &mut app.places[place.0];
    match read {
        Ok(read) => place.learn(read, now),
        Err(failure) if reason == Reason::Detail => place.learn_failure(subject, failure.clone(), now),
        Err(_) => {}
    }
}

/// Whether a failure is worth a record: a scan asks the same of very many.
fn is_news(app: &App, place: PlaceId, purpose: &Purpose, failure: &Failure) -> bool {
    match purpose {
        Purpose::Scan(question) => app.places[place.0].usage.is_news(question, failure),
        // The first of many: it goes on and on. What is gone is no failure.
        Purpose::Refresh(_) | Purpose::Read(_, Reason::Refresh) => {
            app.places[place.0].refreshing.is_well() && failure.class != FailureClass::NotFound
        }
        Purpose::Survey
        | Purpose::LogIn
        | Purpose::Locate
        | Purpose::Account
        | Purpose::Page(_)
        | Purpose::Versions(_)
        | Purpose::Raw(_)
        | Purpose::Read(..)
        | Purpose::Note(..)
        | Purpose::Send(..)
        | Purpose::Journal(_) => true,
    }
}

fn stray() -> Failure {
    Failure::new(FailureClass::Bug, "the response is for another request")
}

fn attempt(purpose: &Purpose) -> Attempt {
    match purpose {
        Purpose::Send(..) => Attempt::Write,
        Purpose::Survey
        | Purpose::LogIn
        | Purpose::Locate
        | Purpose::Account
        | Purpose::Page(_)
        | Purpose::Refresh(_)
        | Purpose::Versions(_)
        | Purpose::Raw(_)
        | Purpose::Scan(_)
        | Purpose::Read(..)
        | Purpose::Note(..)
        | Purpose::Journal(_) => Attempt::Other,
    }
}

/// What was being done, in the service's own words.
fn doing(app: &App, place: PlaceId, purpose: &Purpose) -> String {
    match purpose {
        Purpose::Survey => "reading the environment and files".into(),
        Purpose::LogIn => format!("{} with a code", operation::ASSUME_ROLE),
        Purpose::Locate => "reading the AWS configuration".into(),
        Purpose::Account => operation::GET_CALLER_IDENTITY.into(),
        Purpose::Page(_) | Purpose::Refresh(_) => operation::LIST_IMAGES.into(),
        Purpose::Versions(image) => format!("{} {image}", operation::LIST_IMAGE_VERSIONS),
        Purpose::Raw(of) => format!("{} {}", of.operation(), of.name()),
        Purpose::Scan(question) => question.operation().into(),
        Purpose::Send(subject, step) => {
            let flow = app.places[place.0].flows.get(&step.flow);
            let part = flow.and_then(|flow| flow.parts.get(step.at));
            let doing = part.map_or("changing", |part| part.step().call.operation());
            format!("{doing} {subject}")
        }
        Purpose::Note(subject, _) => format!("recording the change to {subject}"),
        Purpose::Journal(id) => format!("recording the outcome of {}", id.0),
        Purpose::Read(subject, _) => {
            let doing = Read::of(subject).map_or("reading", |read| read.operation());
            format!("{doing} {subject}")
        }
    }
}
