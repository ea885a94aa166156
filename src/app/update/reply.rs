//! Replies, each to where it is waited for.

use crate::app::{Answer, App, Attempt, Effects, PlaceId, Purpose, Reply};
use crate::domain::{Failure, FailureClass, Image, ImageName};

use super::{armed, drafts, form, keys, loading, log_in, outgoing, picking, settle, switch};

/// Takes a reply. What DescribeImage says is worth knowing whatever it was asked for.
pub fn resolve(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: Purpose, reply: Reply) {
    observe(app, fx, place, &purpose, &reply);
    match purpose {
        Purpose::Survey => {
            if let Ok(Answer::Surveyed(found)) = reply {
                app.aws_setup.resolve(Ok(*found));
                picking::surveyed(app, fx);
            }
        }
        Purpose::LogIn => log_in::answered(app, fx, place, reply),
        Purpose::Locate => {
            app.places[place.0].is_lost = reply.is_err();
            if let Ok(Answer::Located(location)) = reply {
                keys::located(app, fx, place, location);
            }
            drafts::ask(app, fx, place);
        }
        Purpose::Account => {
            let account = reply.and_then(|answer| match answer {
                Answer::Account(account) => Ok(account),
                _ => Err(stray()),
            });
            keys::account_landed(app, fx, place, account);
            if place == app.here {
                drafts::gather(app, fx, place, false);
            }
            log_in::ask_by_itself(app, place);
            switch::remember(app, fx);
            drafts::ask(app, fx, place);
        }
        Purpose::Page => {
            let page = reply.and_then(|answer| match answer {
                Answer::Page { images, next } => Ok((images, next)),
                _ => Err(stray()),
            });
            loading::page_landed(app, fx, place, page);
        }
        Purpose::Send(name) => outgoing::sent(app, fx, place, name, reply.map(|_| ())),
        Purpose::Detail(name) => {
            if let Ok(image) = described(app, place, &name, reply, true) {
                form::glanced(app, fx, place, &image);
            }
        }
        Purpose::Glance(name) => match described(app, place, &name, reply, false) {
            Ok(image) => {
                app.throttled = 0;
                form::glanced(app, fx, place, &image);
            }
            Err(failure) if failure.class == FailureClass::Throttled => app.throttled += 1,
            Err(_) => {}
        },
        Purpose::Settled(name) => {
            let result = described(app, place, &name, reply, false);
            armed::looked(app, fx, place, name, result);
        }
        Purpose::Note(_) | Purpose::Journal(_) => {}
        Purpose::Base(name) => {
            let result = described(app, place, &name, reply, false);
            form::base_landed(app, fx, place, &name, result);
        }
        Purpose::Check(name) => {
            let result = described(app, place, &name, reply, false);
            outgoing::checked(app, fx, place, name, result);
        }
        Purpose::Watch(name) => {
            let result = described(app, place, &name, reply, false);
            settle::watched(app, fx, place, name, result);
        }
    }
}

/// What any reply tells of the keys that were used.
fn observe(app: &mut App, fx: &mut Effects, place: PlaceId, purpose: &Purpose, reply: &Reply) {
    if let Err(failure) = reply {
        let now = app.now;
        let doing = format!("{} ({})", doing(purpose), app.places[place.0].label());
        app.errors.add(now, attempt(purpose), doing, failure.clone());
        keys::doubt(app, place, failure);
        log_in::wanted(app, place, failure);
        return;
    }
    // These go over no wire.
    if !matches!(purpose, Purpose::Locate | Purpose::Survey) {
        app.places[place.0].wants = None;
    }
    keys::ask_again(app, fx, place, purpose);
}

/// Takes a description into detail and list. Of a failure, only the detail's own read speaks
/// there; the others say it where they were asked.
fn described(
    app: &mut App,
    place: PlaceId,
    name: &ImageName,
    reply: Reply,
    failure_shows: bool,
) -> Result<Image, Failure> {
    let result = reply.and_then(|answer| match answer {
        Answer::Described(image) => Ok(*image),
        _ => Err(stray()),
    });
    let now = app.now;
    let place = &mut app.places[place.0];
    if result.is_ok() || failure_shows {
        let detail = place.detail_mut(name);
        detail.image.resolve(result.clone());
        if result.is_ok() {
            detail.read_at = Some(now);
        }
    }
    if let Ok(image) = &result {
        place.images.refresh(image);
    }
    result
}

fn stray() -> Failure {
    Failure::new(FailureClass::Bug, "the answer is to another question")
}

fn attempt(purpose: &Purpose) -> Attempt {
    match purpose {
        Purpose::Send(_) => Attempt::Write,
        Purpose::Survey
        | Purpose::LogIn
        | Purpose::Locate
        | Purpose::Account
        | Purpose::Page
        | Purpose::Note(_)
        | Purpose::Journal(_)
        | Purpose::Detail(_)
        | Purpose::Base(_)
        | Purpose::Glance(_)
        | Purpose::Settled(_)
        | Purpose::Check(_)
        | Purpose::Watch(_) => Attempt::Other,
    }
}

/// What was being done, in the service's own words.
fn doing(purpose: &Purpose) -> String {
    match purpose {
        Purpose::Survey => "looking at environment and files".into(),
        Purpose::LogIn => "AssumeRole with a code".into(),
        Purpose::Locate => "reading the AWS configuration".into(),
        Purpose::Account => "GetCallerIdentity".into(),
        Purpose::Page => "ListImages".into(),
        Purpose::Send(name) => format!("UpdateImage {name}"),
        Purpose::Note(name) => format!("noting the change of {name}"),
        Purpose::Journal(id) => format!("noting the outcome of {}", id.0),
        Purpose::Detail(name)
        | Purpose::Base(name)
        | Purpose::Glance(name)
        | Purpose::Settled(name)
        | Purpose::Check(name)
        | Purpose::Watch(name) => format!("DescribeImage {name}"),
    }
}
