//! States in which it matters where we are, or how to get anywhere.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::SignedDuration;

use crate::app::{
    App, Input, LoadStage, LogInPage, LogInStage, Msg, Pick, Picker, Remote, WebBrowser, update,
};
use crate::domain::{
    AwsSetup, Colour, ConfigFile, Failure, FailureClass, Found, KeySource, LogIn, Mark, Profile, Text,
    Variable,
};

use super::furnish::{
    Furnish, ask_to_quit, close_all, log_in, open_drafts, open_log_in, open_picker, put_form, unread_form,
};
use super::scene::{begun, browsing, edited, located, now, with_form};
use super::trust;

pub fn press(app: &mut App, key: KeyCode) {
    let _ = update(app, Msg::Key(KeyEvent::new(key, KeyModifiers::NONE)));
}

fn profile(name: &str, region: Option<&str>, source: KeySource, account: Option<&str>) -> Profile {
    Profile {
        name: name.into(),
        region: region.map(Text::clean),
        source,
        account: account.map(Text::clean),
        trouble: None,
    }
}

/// Files in which most of what can be there is.
pub fn found() -> AwsSetup {
    let file = |path: &str, found: Found| ConfigFile { path: path.into(), found };
    let old = Profile {
        trouble: Some(
            "[profile legacy] in ~/.aws/config, line 41: source_profile names ‘root’, which is in neither file.".into(),
        ),
        ..profile("legacy", None, KeySource::Role, Some("999999999999"))
    };
    let mut profiles = vec![
        profile("default", Some("us-east-1"), KeySource::Static, None),
        old,
        profile("production", Some("eu-west-1"), KeySource::Sso, Some("210987654321")),
        profile("research", Some("us-east-1"), KeySource::Sso, Some("123456789012")),
        profile("research-through-the-long-named-administrator-role", None, KeySource::Role, None),
        profile("staging", Some("ap-southeast-2"), KeySource::Process, None),
    ];
    for number in 1..=14 {
        let name = format!("team-{number:02}");
        profiles.push(profile(&name, Some("eu-central-1"), KeySource::Role, Some("333333333333")));
    }
    AwsSetup {
        variables: variables(&[("AWS_PROFILE", "research")]),
        files: vec![
            file("~/.aws/config", Found::Holds { profiles: 19, sso_sessions: 2 }),
            file("~/.aws/credentials", Found::Holds { profiles: 1, sso_sessions: 0 }),
            file("~/.aws/sso/cache", Found::Missing),
        ],
        profiles,
        sso_sessions: vec!["corp".into(), "lab".into()],
        troubles: vec![
            "~/.aws/config, line 52: ‘regoin’ is not a setting that anything reads.".into(),
            "~/.aws/credentials, line 3: a setting before any profile.".into(),
        ],
        regions: vec!["us-east-1".into(), "eu-west-1".into(), "eu-central-1".into()],
    }
}

fn variables(set: &[(&str, &str)]) -> Vec<Variable> {
    let names =
        ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_REGION", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ENDPOINT_URL"];
    let value = |name: &str| set.iter().find(|(it, _)| *it == name).map(|(_, value)| Text::clean(value));
    names.map(|name| Variable { name, value: value(name) }).into()
}

/// Nothing is there.
pub fn bare() -> AwsSetup {
    let file = |path: &str| ConfigFile { path: path.into(), found: Found::Missing };
    AwsSetup {
        variables: variables(&[]),
        files: vec![file("~/.aws/config"), file("~/.aws/credentials")],
        ..AwsSetup::default()
    }
}

pub fn mark(app: &mut App, profile: &str, word: Option<&str>, colour: Option<Colour>) {
    let mark = Mark { word: word.map(Text::clean), colour, read_only: false };
    app.marks.insert(profile.into(), mark);
}

/// In a marked profile, its list read.
pub fn marked(mut app: App) -> App {
    mark(&mut app, "research", Some("PROD"), Some(Colour::Red));
    app
}

pub fn environment(profile: Option<&str>) -> App {
    let mut app = browsing();
    let location = &mut app.place_for_tests().location;
    location.environment_keys = true;
    location.profile = profile.map(Text::clean);
    app
}

/// As much as there can be in a header.
pub fn crowded() -> App {
    let mut app = marked(browsing());
    app.mode.read_only = true;
    let place = app.place_for_tests();
    place.location.profile = Some("platform-production-administrator".into());
    place.location.region = Some("ap-southeast-2".into());
    place.location.endpoint =
        Some("https://vpce-0123456789abcdef0-abcdefgh.sagemaker.ap-southeast-2.vpce.example.com".into());
    mark(&mut app, "platform-production-administrator", Some("PRODUCTION"), Some(Colour::Magenta));
    app
}

pub fn confirming() -> App {
    let mut app = marked(browsing());
    app.place_for_tests().account = Remote::Loading { old: Some("123456789012".into()) };
    app
}

/// Back at a place where the person was before.
pub fn back() -> App {
    let mut app = confirming();
    let load = &mut app.place_for_tests().images.load;
    load.is_old = true;
    load.whole_at = Some(now() - SignedDuration::from_mins(3));
    load.stage = LoadStage::Loading { got: 12 };
    app
}

pub fn trying(mut app: App) -> App {
    app.place_for_tests().trying = Some("the container’s credentials at 169.254.170.2".into());
    app
}

pub fn picking(mut app: App, pick: Pick, typed: &str, at: usize) -> App {
    app.aws_setup = Remote::Ready(found());
    app.recent.profiles = vec!["production".into(), "research".into()];
    app.recent.regions = vec!["eu-west-1".into(), "us-east-1".into()];
    let picker = Picker { input: Input::new(typed), at, ..Picker::new(pick) };
    open_picker(&mut app, picker);
    app
}

pub fn picking_from_nothing(aws_setup: Remote<AwsSetup>) -> App {
    let mut app = picking(begun(), Pick::Profile, "", 0);
    app.place_for_tests().location.profile = None;
    app.aws_setup = aws_setup;
    app
}

pub fn expired() -> Failure {
    Failure {
        log_in: Some(LogIn::Sso { profile: "production sso".into() }),
        ..Failure::new(
            FailureClass::Expired,
            "The SSO session corp of profile production has expired: its token ran out at 2026-11-21 09:14.",
        )
    }
}

pub fn code_wanted() -> Failure {
    let (device, role) = (
        "arn:aws:iam::123456789012:mfa/jo".into(),
        "arn:aws:iam::210987654321:role/SageMakerPlatformAdministrator".into(),
    );
    Failure {
        log_in: Some(LogIn::Mfa { device, role }),
        ..Failure::new(FailureClass::CodeWanted, "Profile production wants the code of an MFA device.")
    }
}

/// A failure that a log-in would mend stands in the list.
pub fn wanting(failure: Failure) -> App {
    let mut app = located();
    let place = app.place_for_tests();
    place.wants = Some(failure.clone());
    place.images.load.stage = LoadStage::Failed { failure, got: 0 };
    app
}

pub fn logging_in(failure: Failure, code: &str, stage: LogInStage) -> App {
    let mut app = wanting(failure.clone());
    let Some(log_in) = failure.log_in.clone() else { return app };
    let page = LogInPage { failure, log_in, code: Input::new(code), browser: WebBrowser::Here, stage };
    open_log_in(&mut app, page);
    app
}

/// Where the browser is on another machine.
pub fn logging_in_elsewhere(failure: Failure) -> App {
    let mut app = logging_in(failure, "", LogInStage::Asked);
    log_in(&mut app).browser = WebBrowser::Elsewhere;
    app
}

/// A form that can't read its image for want of a log-in.
pub fn form_wanting() -> App {
    let mut form = unread_form("pytorch-2.4-gpu", None);
    form.type_over("display name", "PyTorch 2.5");
    form.fails(expired());
    let mut app = with_form(form);
    app.place_for_tests().wants = Some(expired());
    app
}

/// Nothing to look at, and no way to get it.
pub fn unusable(class: FailureClass, message: &str, aws_setup: Remote<AwsSetup>) -> App {
    let mut app = begun();
    app.aws_setup = aws_setup;
    let place = app.place_for_tests();
    place.account = Remote::Failed { failure: Failure::new(class, message), old: None };
    place.is_lost = class == FailureClass::NoRegion;
    place.location.region = (class != FailureClass::NoRegion).then(|| "us-east-1".into());
    place.images.load.stage = LoadStage::Failed { failure: Failure::new(class, message), got: 0 };
    app
}

pub fn no_credentials() -> App {
    let message =
        "No credentials were found: profile research has none, and neither container nor instance gave any.";
    unusable(FailureClass::NoCredentials, message, Remote::Ready(found()))
}

pub fn stopped() -> App {
    let mut app = located();
    let words = "You stopped it while trying the instance’s metadata service.";
    let failure = Failure::new(FailureClass::Stopped, words);
    app.place_for_tests().images.load.stage = LoadStage::Failed { failure, got: 0 };
    app
}

/// Goes from `app` to a region where nothing is known yet.
pub fn gone_to(mut app: App, region: &str) -> App {
    close_all(&mut app);
    press(&mut app, KeyCode::Char('R'));
    for letter in region.chars() {
        press(&mut app, KeyCode::Char(letter));
    }
    press(&mut app, KeyCode::Enter);
    assert_eq!(app.place().location.region.as_ref().map(Text::as_str), Some(region));
    app
}

/// Drafts here and elsewhere, or elsewhere only.
pub fn drafts_elsewhere(here: bool) -> App {
    let mut app = gone_to(trust::drafts(0), "eu-west-1");
    app.place_for_tests().account = Remote::Ready("123456789012".into());
    if here {
        put_form(&mut app, edited());
    }
    open_drafts(&mut app, 0);
    app
}

/// Asks whether to quit, with something in the way at two places.
pub fn quitting() -> App {
    let mut app = gone_to(super::scene::asking(), "eu-west-1");
    app.place_for_tests().account = Remote::Loading { old: None };
    put_form(&mut app, trust::recalled());
    ask_to_quit(&mut app);
    app
}
