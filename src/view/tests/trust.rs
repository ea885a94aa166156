//! States in which two hands, earlier sessions or failures have a say.

use jiff::{SignedDuration, Timestamp};

use crate::app::{
    App, Armed, Attempt, Choice, Conflict, ErrorRecord, Errors, Form, History, Overlay, Refusal,
};
use crate::domain::{
    Draft, Entry, EntryId, Failure, FailureClass, Field, Image, ImageStatus, PlaceKey, RoleArn, Text,
    Verdict, Withheld,
};

use super::scene::{
    browsing, denied, edited, image, located, name, now, pytorch, reviewing, untouched, with_form,
};

fn ago(hours: i64) -> Timestamp {
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
    form.resolve(Ok(theirs()));
    form
}

/// One in which the other hand cleared what was typed in.
pub fn clashing_with_nothing() -> Form {
    let mut form = edited();
    form.resolve(Ok(Image { display_name: None, ..pytorch() }));
    form
}

pub fn in_conflict(form: Form, focus: Field) -> App {
    let mut app = with_form(form);
    let image = name("pytorch-2.4-gpu");
    app.place_for_tests().overlays.push(Overlay::Conflict(Conflict { image, focus }));
    app
}

pub fn half_decided() -> App {
    let mut form = clashing();
    form.choose(Field::DisplayName, Choice::Theirs);
    in_conflict(form, Field::Description)
}

pub fn decided() -> App {
    let mut form = clashing();
    form.choose(Field::DisplayName, Choice::Theirs);
    form.choose(Field::Description, Choice::Mine);
    in_conflict(form, Field::DisplayName)
}

/// The form, back from the page on which clashes are decided.
pub fn clashing_form(choose: bool) -> App {
    let mut form = clashing();
    if choose {
        form.choose(Field::DisplayName, Choice::Mine);
        form.choose(Field::Description, Choice::Theirs);
    }
    with_form(form)
}

fn entry(id: &str, hours: i64, (before, after): (Image, Image), verdict: Option<Verdict>) -> Entry {
    Entry {
        id: EntryId(format!("2026-11-14-3f9c-{id}")),
        at: ago(hours),
        profile: Some(Text::clean("research")),
        place: place(),
        image: before.name.clone(),
        before,
        after,
        undoes: None,
        verdict,
    }
}

/// A journal in which everything has happened.
pub fn entries() -> Vec<Entry> {
    let base = || (shown("PyTorch 2.4 (GPU)"), shown("PyTorch 2.5 (GPU)"));
    let other =
        |text: &str| (image(text, None, "CREATED", 9), image(text, Some("Scikit-learn"), "CREATED", 9));
    let mut undo = entry("7", 1, (base().1, base().0), Some(Verdict::Verified));
    undo.undoes = Some(EntryId("2026-11-14-3f9c-4".into()));
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
    app.place_for_tests().history = History::for_tests(entries());
    let image = (!all).then(|| name("pytorch-2.4-gpu"));
    app.place_for_tests().overlays.push(Overlay::History { image, at });
    app
}

/// The journal knows other images only.
pub fn no_history() -> App {
    let mut app = history(false, 0);
    let others = entries().into_iter().filter(|entry| entry.image != name("pytorch-2.4-gpu")).collect();
    app.place_for_tests().history = History::for_tests(others);
    app
}

/// A form as an earlier session left it.
pub fn recalled() -> Form {
    let typed = edited().typed();
    Form::from_draft(
        Draft {
            place: place(),
            image: name("pytorch-2.4-gpu"),
            base: Some(pytorch()),
            typed,
            stashed: std::collections::BTreeMap::new(),
            kept_at: ago(26),
        },
        now(),
    )
}

pub fn undoing() -> Form {
    let before = Image { description: None, ..shown("PyTorch 2.3") };
    let mut form = Form::to_undo(&before, &pytorch(), now());
    form.undoes = Some(EntryId("2026-11-14-3f9c-4".into()));
    form
}

pub fn undo_form() -> App {
    let mut app = with_form(undoing());
    app.place_for_tests().history = History::for_tests(entries());
    app
}

pub fn drafts(at: usize) -> App {
    let mut app = browsing();
    let gone = Draft {
        place: place(),
        image: name("tf-2.11-gone"),
        base: Some(image("tf-2.11-gone", Some("TensorFlow 2.11"), "CREATED", 900)),
        typed: [(Field::Description, "The last TensorFlow for Python 3.7; teams move to 2.17".into())].into(),
        stashed: std::collections::BTreeMap::new(),
        kept_at: ago(200),
    };
    let mut short = Form::open(name("sklearn-base"), None, ago(0));
    short.resolve(Ok(image("sklearn-base", Some("Scikit"), "CREATED", 5)));
    short.type_in(|input| input.replace(""));
    for form in [recalled(), Form::from_draft(gone, now()), short] {
        app.place_for_tests().forms.insert(form.image.clone(), form);
    }
    app.place_for_tests().overlays.push(Overlay::Drafts(at));
    app
}

pub fn no_drafts() -> App {
    let mut app = browsing();
    app.place_for_tests().overlays.push(Overlay::Drafts(0));
    app
}

pub fn discarding() -> App {
    let mut app = drafts(0);
    app.place_for_tests().overlays.push(Overlay::AskDiscard(name("pytorch-2.4-gpu")));
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
    app.place_for_tests().overlays.push(Overlay::Errors(0));
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
    app.place_for_tests().overlays.push(Overlay::Errors(0));
    if asked_for {
        app.errors.show_process_output(true);
    }
    app
}

pub fn no_errors() -> App {
    let mut app = located();
    app.place_for_tests().overlays.push(Overlay::Errors(0));
    app
}

/// A review that waits until the image has settled.
pub fn armed() -> App {
    let mut app = reviewing(edited(), Some(Refusal::Changing(ImageStatus::Updating)));
    let Some(Overlay::Review(mut review)) = app.place_for_tests().overlays.pop() else { unreachable!() };
    let consent = app.proposal(&review).unwrap();
    review.armed = Some(Box::new(Armed { consent, looks: 2, due: now() + SignedDuration::from_secs(4) }));
    app.place_for_tests().overlays.push(Overlay::Review(review));
    app
}

/// A new role was refused.
pub fn role_denied() -> App {
    let mut form = untouched();
    form.move_focus(false);
    form.type_in(|input| input.replace("arn:aws:iam::123456789012:role/service-role/SageMakerImageRoleV2"));
    reviewing(form, Some(Refusal::Failure(may_not_update())))
}
