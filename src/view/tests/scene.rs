//! States worth a picture.

use jiff::{SignedDuration, Timestamp};

use crate::app::{App, Filter, Input, LoadStage, Pane, Remote, Size, Tone};
use crate::domain::{
    Aim, Failure, FailureClass, Image, ImageName, ImageStatus, Location, Mode, RoleArn, Text,
};

use crate::edit::Difference;

use super::furnish::{
    Form, Furnish, Refusal, ask_to_quit, close_all, difference, form, form_of, open_form, open_review,
    put_write, review, unread_form,
};

pub fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

pub fn name(name: &str) -> ImageName {
    ImageName::received(name)
}

/// A program that has just begun.
pub fn begun() -> App {
    let location = Location { profile: Some(Text::clean("research")), ..Location::default() };
    App::new(Aim::default(), location, Mode::default(), None, Size { width: 120, height: 40 }, now())
}

/// One that knows where it is.
pub fn located() -> App {
    let mut app = begun();
    let place = app.place_for_tests();
    place.location.region = Some(Text::clean("us-east-1"));
    place.account = Remote::Ready(Text::clean("123456789012"));
    app
}

pub fn image(image: &str, display_name: Option<&str>, status: &str, hours: i64) -> Image {
    Image {
        arn: Some(Text::clean(&format!("arn:aws:sagemaker:us-east-1:123456789012:image/{image}"))),
        display_name: display_name.map(Text::clean),
        description: None,
        role: None,
        status: Some(ImageStatus::from_word(status)),
        failure_reason: None,
        created: Some("2026-03-02T13:05:09Z".parse().unwrap()),
        modified: Some(now() - SignedDuration::from_hours(hours) - SignedDuration::from_mins(3)),
        ..Image::named(name(image))
    }
}

pub fn catalogue() -> Vec<Image> {
    let mut images = vec![
        image("base-python-3.12", Some("Python 3.12"), "CREATED", 400 * 24),
        image(
            "bildanalyse-gpu",
            Some("Bildanalyse (Straße & Schiene), GPU, für das Team Süd"),
            "CREATED",
            30,
        ),
        image("japanese-nlp", Some("日本語の自然言語処理イメージ"), "CREATED", 12 * 24),
        image("hebrew-ocr", Some("זיהוי תווים 2.1"), "CREATED", 70 * 24),
        image("pytorch-2.4-cpu", Some("PyTorch 2.4 (CPU)"), "CREATED", 9 * 24),
        image("pytorch-2.4-gpu", Some("PyTorch 2.4 (GPU)"), "UPDATE_FAILED", 27),
        image("pytorch-2.5-gpu", Some("PyTorch 2.5 (GPU)"), "UPDATING", 0),
        image("rstudio-4.4-with-a-name-that-is-as-long-as-a-name-may-well-be", None, "CREATED", 250 * 24),
        image("sklearn-base", None, "CREATED", 5),
        image("tf-2.17-cpu", Some("TensorFlow 2.17"), "CREATING", 1),
        image("xgboost-1.7", Some("XGBoost"), "DELETE_FAILED", 48),
        image("zero-shot", Some("Zero"), "HIBERNATED", 100),
    ];
    for number in 0..38 {
        let display_name = format!("Team image {number}");
        let hours = 24 * 31 + i64::from(number) * 100;
        images.push(image(&format!("team-{number:02}"), Some(&display_name), "CREATED", hours));
    }
    images
}

/// The image that the other scenes are about.
pub fn pytorch() -> Image {
    Image {
        description: Some(Text::clean(
            "Training image for the vision team: CUDA 12.4, cuDNN 9 and the team's own data loaders. Ask #ml-platform before you change it.",
        )),
        role: Some(RoleArn::received("arn:aws:iam::123456789012:role/service-role/SageMakerImageRole")),
        failure_reason: Some(Text::clean(
            "The role arn:aws:iam::123456789012:role/service-role/SageMakerImageRole could not be assumed: its trust policy does not name sagemaker.amazonaws.com.",
        )),
        ..image("pytorch-2.4-gpu", Some("PyTorch 2.4 (GPU)"), "UPDATE_FAILED", 27)
    }
}

pub fn denied() -> Failure {
    Failure {
        code: Some(Text::clean("AccessDeniedException")),
        request_id: Some(Text::clean("2f1c8d0a-6b1e-4a8e-9f57-3c1f0e9d7b42")),
        http_status: Some(400),
        ..Failure::new(
            FailureClass::Denied,
            "User: arn:aws:sts::123456789012:assumed-role/Reader/jo is not authorized to perform: sagemaker:ListImages because no identity-based policy allows the action",
        )
    }
}

/// The list, whole, with the cursor on the image and its detail read.
pub fn browsing() -> App {
    let mut app = located();
    let place = app.place_for_tests();
    place.images.merge(catalogue());
    place.images.load.whole_at = Some(now());
    let read_at = Some(now() - SignedDuration::from_mins(5));
    let detail = place.details.entry(name("pytorch-2.4-gpu")).or_default();
    (detail.value, detail.read_at) = (Remote::Ready(pytorch()), read_at);
    select(&mut app, "pytorch-2.4-gpu");
    app
}

/// A list of 5,000 images whose names begin alike, and in which a few failed or are changing.
pub fn crowded() -> App {
    let mut app = located();
    let images = (0..5000).map(|number| {
        let status = ["CREATE_FAILED", "UPDATING", "DELETE_FAILED"].get(number % 7).copied();
        Image {
            description: Some(Text::clean("Training image of the vision team, built every night.")),
            ..image(
                &format!("platform-vision-training-pytorch-2.4-cuda-12-gpu-{number:05}"),
                Some(&format!("PyTorch 2.4 for training, CUDA 12, GPU {number:05}")),
                status.unwrap_or("CREATED"),
                i64::try_from(number).unwrap(),
            )
        }
    });
    app.place_for_tests().images.merge(images.collect());
    app.place_for_tests().images.load.whole_at = Some(now());
    select(&mut app, "platform-vision-training-pytorch-2.4-cuda-12-gpu-00413");
    app
}

/// Puts the cursor on an image.
pub fn select(app: &mut App, image: &str) {
    let (place, browser) = app.browser_for_tests();
    browser.list.select(&place.images, name(image));
}

pub fn sized(mut app: App, (width, height): (u16, u16)) -> App {
    app.size = Size { width, height };
    let rows = crate::app::layout::list_rows(&app);
    app.browser_for_tests().1.list.keep_cursor_in_window(rows);
    app
}

pub fn in_detail() -> App {
    let mut app = browsing();
    app.browser_for_tests().1.pane = Pane::Detail;
    app
}

pub fn filtered(text: &str, is_typed: bool) -> App {
    let mut app = browsing();
    let (place, browser) = app.browser_for_tests();
    browser.list.set_filter(&place.images, &place.facts(now()), Filter::new(text));
    browser.typing = is_typed.then(|| Input::new(text));
    app
}

pub fn loading(got: usize) -> App {
    let mut app = located();
    let place = app.place_for_tests();
    place.images.load.stage = LoadStage::Loading { got };
    place.images.merge(catalogue().into_iter().take(got).collect());
    app.browser_for_tests();
    app
}

pub fn empty_account() -> App {
    let mut app = located();
    app.place_for_tests().images.load.whole_at = Some(now());
    app
}

pub fn first_load_failed() -> App {
    let mut app = located();
    app.place_for_tests().images.load.stage = LoadStage::Failed { failure: denied(), got: 0 };
    app
}

pub fn refresh_failed() -> App {
    let mut app = browsing();
    let failure = Failure::new(FailureClass::Unreachable, "connection refused");
    let place = app.place_for_tests();
    place.images.load.whole_at = Some(now() - SignedDuration::from_mins(12));
    place.images.load.stage = LoadStage::Failed { failure: failure.clone(), got: 0 };
    let detail = place.details.get_mut(&name("pytorch-2.4-gpu")).unwrap();
    detail.value.resolve(Err(failure.clone()));
    app.notices.add(Tone::Bad, true, None, format!("The list could not be read: {}", failure.headline()));
    app
}

/// A form in which two fields were changed.
pub fn edited() -> Form {
    let mut form = untouched();
    form.type_over("display name", "PyTorch 2.5 (GPU)");
    form.type_over(
        "description",
        "Training image for the vision team: CUDA 12.6, cuDNN 9 and the team's own data loaders. Ask #ml-platform before you change it, please.",
    );
    form
}

pub fn with_form(form: Form) -> App {
    let mut app = browsing();
    open_form(&mut app, form);
    app
}

pub fn form_with_problems() -> App {
    let mut form = cleared();
    form.type_over("role", "arn:aws:iam::1234:role/x");
    form.says("Pasted on one line: each line break became a space.", foreign());
    with_form(form)
}

pub fn form_unread() -> App {
    let mut form = unread_form("sklearn-base", Some(&image("sklearn-base", None, "CREATED", 5)));
    form.type_over("display name", "scikit-learn");
    with_form(form)
}

pub fn form_failed() -> App {
    let mut app = form_unread();
    form_of(&mut app, "sklearn-base").fails(denied());
    app
}

pub fn foreign() -> Vec<Difference> {
    vec![difference("display name", "PyTorch 2.4", "PyTorch 2.4 (GPU)")]
}

pub fn reviewing(form: Form, refusal: Option<Refusal>) -> App {
    let image = form.subject.to_string();
    let mut app = with_form(form);
    open_review(&mut app, &image, refusal);
    app
}

pub fn cleared() -> Form {
    let mut form = edited();
    form.type_over("description", "");
    form
}

pub fn untouched() -> Form {
    form(&pytorch())
}

/// A review that is being sent, or was, and has come so far.
pub fn sending(stage: &str) -> App {
    let mut app = reviewing(edited(), None);
    review(&mut app).sends = true;
    put_write(&mut app, &edited(), stage);
    app
}

pub fn asking() -> App {
    let mut app = sending("settling");
    close_all(&mut app);
    ask_to_quit(&mut app);
    app
}
