//! States in which two hands, earlier sessions or failures have a say.

use jiff::{SignedDuration, Timestamp};

use crate::app::{App, Attempt, ErrorRecord, Errors};
use crate::domain::{Failure, FailureClass, Image, PlaceKey, RoleArn, Text, Withheld};
use crate::edit::Verdict;

use super::furnish::{
    self, Entry, Form, Furnish, arm, ask_to_discard, draft, draft_of, is_changing, open_conflict,
    open_drafts, open_errors, open_history, put_form, put_history, put_history_without, recalled_form,
    refused, undoing_form, unread_form,
};
use super::scene::{browsing, denied, edited, image, located, now, pytorch, reviewing, untouched, with_form};

pub fn ago(hours: i64) -> Timestamp {
    now() - SignedDuration::from_hours(hours) - SignedDuration::from_mins(7)
}

fn place() -> PlaceKey {
    PlaceKey { account: Text::clean("123456789012"), region: Text::clean("us-east-1") }
}

fn shown(display_name: &str) -> Image {
    Image { display_name: Some(Text::clean(display_name)), ..pytorch() }
}

/// What another hand made of the image: all three fields.
fn theirs() -> Image {
    Image {
        description: Some(Text::clean(
            "Training image for the vision and the speech team: CUDA 12.4, cuDNN 9 and the team's own data loaders. Ask #ml-platform before you change it.",
        )),
        role: Some(RoleArn::received("arn:aws:iam::123456789012:role/service-role/SageMakerImageRoleV2")),
        ..shown("PyTorch 2.4 LTS (GPU)")
    }
}

/// A form of which two fields were changed by two hands, and the third by the other.
pub fn clashing() -> Form {
    let mut form = edited();
    form.meets(theirs());
    form
}

/// One in which the other hand cleared what was typed in.
pub fn clashing_with_nothing() -> Form {
    let mut form = edited();
    form.meets(Image { display_name: None, ..pytorch() });
    form
}

pub fn in_conflict(form: Form, focus: &str) -> App {
    let mut app = with_form(form);
    open_conflict(&mut app, "pytorch-2.4-gpu", focus);
    app
}

pub fn half_decided() -> App {
    let mut form = clashing();
    form.takes_theirs("display name");
    in_conflict(form, "description")
}

pub fn decided() -> App {
    let mut form = clashing();
    form.takes_theirs("display name");
    form.takes_mine("description");
    in_conflict(form, "display name")
}

/// The form, back from the page on which clashes are decided.
pub fn clashing_form(choose: bool) -> App {
    let mut form = clashing();
    if choose {
        form.takes_mine("display name");
        form.takes_theirs("description");
    }
    with_form(form)
}

fn entry(id: &str, hours: i64, change: (Image, Image), verdict: Option<Verdict>) -> Entry {
    furnish::entry(&format!("2026-11-14-3f9c-{id}"), ago(hours), place(), change, verdict)
}

/// A journal in which everything has happened.
pub fn entries() -> Vec<Entry> {
    let base = || (shown("PyTorch 2.4 (GPU)"), shown("PyTorch 2.5 (GPU)"));
    let other =
        |text: &str| (image(text, None, "CREATED", 9), image(text, Some("Scikit-learn"), "CREATED", 9));
    let undo = entry("7", 1, (base().1, base().0), Some(Verdict::Verified));
    let undo = furnish::undoing(undo, "2026-11-14-3f9c-4");
    let reason = pytorch().failure_reason;
    let said = "User: arn:aws:sts::123456789012:assumed-role/Reader/jo is not authorized to perform: sagemaker:UpdateImage";
    vec![
        entry("8", 0, base(), None),
        undo,
        entry("6", 20, (pytorch(), theirs()), Some(Verdict::Failed(reason))),
        entry("5", 27, other("sklearn-base"), Some(Verdict::Differs)),
        entry("4", 30, base(), Some(Verdict::Verified)),
        entry("3", 31, base(), Some(Verdict::NotApplied)),
        entry("2", 26 * 24, base(), Some(Verdict::Refused(Text::clean(said)))),
        entry("1", 40 * 24, other("tf-2.11-gone"), Some(Verdict::Gone)),
        entry("0", 41 * 24, other("japanese-nlp"), Some(Verdict::Verified)),
    ]
}

pub fn history(all: bool, at: usize) -> App {
    let mut app = browsing();
    put_history(&mut app, entries());
    open_history(&mut app, (!all).then_some("pytorch-2.4-gpu"), at);
    app
}

/// The journal knows other images only.
pub fn no_history() -> App {
    let mut app = history(false, 0);
    put_history_without(&mut app, entries(), "pytorch-2.4-gpu");
    app
}

/// A form as an earlier session left it.
pub fn recalled() -> Form {
    recalled_form(draft_of(&edited(), place(), 26))
}

pub fn undoing() -> Form {
    let before = Image { description: None, ..shown("PyTorch 2.3") };
    undoing_form(&before, &pytorch(), "2026-11-14-3f9c-4")
}

pub fn undo_form() -> App {
    let mut app = with_form(undoing());
    put_history(&mut app, entries());
    app
}

pub fn drafts(at: usize) -> App {
    let mut app = browsing();
    let base = image("tf-2.11-gone", Some("TensorFlow 2.11"), "CREATED", 900);
    let typed = [("description", "The last TensorFlow for Python 3.7; teams move to 2.17")];
    let gone = draft(place(), base, &typed, ago(200));
    let mut short = unread_form("sklearn-base", None);
    short.opened = ago(0);
    short.meets(image("sklearn-base", Some("Scikit"), "CREATED", 5));
    short.type_over("display name", "");
    for form in [recalled(), recalled_form(gone), short] {
        put_form(&mut app, form);
    }
    open_drafts(&mut app, at);
    app
}

pub fn no_drafts() -> App {
    let mut app = browsing();
    open_drafts(&mut app, 0);
    app
}

pub fn discarding() -> App {
    let mut app = drafts(0);
    ask_to_discard(&mut app, "pytorch-2.4-gpu");
    app
}

/// What the service says when the role can't be handed over.
pub fn may_not_update() -> Failure {
    let message = "User: arn:aws:sts::123456789012:assumed-role/Reader/jo is not authorized to perform: sagemaker:UpdateImage on resource: arn:aws:sagemaker:us-east-1:123456789012:image/pytorch-2.4-gpu because no identity-based policy allows the sagemaker:UpdateImage action";
    Failure { message: Text::clean(message), ..denied() }
}

pub fn errors() -> App {
    let mut app = browsing();
    let record = |hours, attempt, doing: &str, failure, times| ErrorRecord {
        at: ago(hours),
        attempt,
        doing: doing.into(),
        failure,
        times,
    };
    app.errors = Errors::for_tests(vec![
        record(0, Attempt::Write, "UpdateImage pytorch-2.4-gpu", may_not_update(), 1),
        record(
            1,
            Attempt::Other,
            "ListImages",
            Failure::new(FailureClass::Unreachable, "connection refused"),
            3,
        ),
        record(2, Attempt::Other, "DescribeImage sklearn-base", Failure::new(FailureClass::TimedOut, ""), 1),
    ]);
    open_errors(&mut app);
    app
}

/// A process that was to give keys failed, and what it wrote is asked for, or not.
pub fn process_failed(asked_for: bool) -> App {
    let mut app = browsing();
    let process_said = Withheld::of("vault: a touch is wanted\nvault: S3CRET timed out");
    let said = "The credential_process of profile research ended with exit code 3.";
    let failure = Failure { process_said, ..Failure::new(FailureClass::NoCredentials, said) };
    app.errors = Errors::for_tests(vec![ErrorRecord {
        at: ago(1),
        attempt: Attempt::Other,
        doing: "ListImages".into(),
        failure,
        times: 1,
    }]);
    open_errors(&mut app);
    if asked_for {
        app.errors.show_process_output(true);
    }
    app
}

pub fn no_errors() -> App {
    let mut app = located();
    open_errors(&mut app);
    app
}

/// A review that waits until the image has settled.
pub fn armed() -> App {
    let mut app = reviewing(edited(), Some(is_changing()));
    arm(&mut app, 2, 4);
    app
}

/// A new role was refused.
pub fn role_denied() -> App {
    let mut form = untouched();
    form.type_over("role", "arn:aws:iam::123456789012:role/service-role/SageMakerImageRoleV2");
    reviewing(form, Some(refused(may_not_update())))
}
