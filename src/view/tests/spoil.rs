//! Text from outside, put wherever it is shown.

use crate::app::{App, LoadStage, LogInStage, Remote, Tone};
use crate::domain::{AwsSetup, Colour, Failure, FailureClass, Found, LogIn, Mark, Mode, RoleArn, Text};

use super::furnish::{Page, forms, pages, put_history, spoil_entry};
use super::{scene, trust};

/// Puts the text wherever text from outside is shown.
pub fn spoil(app: &mut App, text: &str, scroll: usize) {
    let clean = Text::clean(text);
    spoil_surroundings(app, &clean, scroll);
    let failure =
        Failure { code: Some(clean.clone()), ..Failure::new(FailureClass::Other, &format!("{text} {text}")) };
    app.notices.add(Tone::Bad, true, None, clean.as_str().to_owned());
    app.mode = Mode { read_only: scroll.is_multiple_of(2), demo: scroll.is_multiple_of(3) };
    app.browser_for_tests().1.detail_scroll = scroll;
    app.utc = true;
    if let Some(typing) = &mut app.browser_for_tests().1.typing {
        typing.replace(clean.as_str());
    }
    let place = app.place_for_tests();
    place.location.profile = Some(clean.clone());
    place.location.region = Some(clean.clone());
    place.location.endpoint = Some(clean.clone());
    let mut image = scene::pytorch();
    image.display_name = Some(clean.clone());
    image.description = Some(clean.clone());
    image.arn = Some(clean.clone());
    image.failure_reason = Some(clean.clone());
    image.role = Some(RoleArn::received(text));
    image.status = Some(crate::domain::ImageStatus::Other(clean.clone()));
    if !place.images.is_empty() {
        place.images.merge(vec![image.clone()]);
        app.browser_for_tests();
    }
    let place = app.place_for_tests();
    let detail = place.details.entry(image.name.clone()).or_default();
    detail.value = Remote::Failed { failure, old: Some(image) };
    for form in forms(app) {
        form.type_in(|input| input.replace(clean.as_str()));
        form.move_focus(true);
        form.type_in(|input| input.replace(&clean.as_str().repeat(3)));
    }
    let mut entries = trust::entries();
    for entry in &mut entries {
        spoil_entry(entry, &clean);
    }
    put_history(app, entries);
    for page in pages(app) {
        if let Some(position) = page.position() {
            *position = scroll;
        }
    }
}

/// Puts the text wherever configuration is shown.
fn spoil_surroundings(app: &mut App, clean: &Text, scroll: usize) {
    let mark = Mark { word: Some(clean.clone()), colour: Some(Colour::Blue), read_only: false };
    app.marks.insert(clean.to_string(), mark);
    app.recent.profiles = vec![clean.clone()];
    app.recent.regions = vec![clean.clone()];
    let place = app.place_for_tests();
    place.location.environment_keys = scroll.is_multiple_of(5);
    place.trying = scroll.is_multiple_of(2).then(|| clean.clone());
    let log_ins =
        [LogIn::Sso { profile: clean.clone() }, LogIn::Mfa { device: clean.clone(), role: clean.clone() }];
    let failure = Failure {
        log_in: log_ins.into_iter().nth(scroll % 2),
        ..Failure::new(FailureClass::Expired, clean.as_str())
    };
    if let LoadStage::Failed { failure, .. } = &mut place.images.load.stage {
        failure.message = clean.clone();
    }
    place.wants = scroll.is_multiple_of(3).then(|| failure.clone());
    for page in pages(app) {
        match page {
            Page::Picker(picker) => {
                picker.at = scroll;
                if scroll.is_multiple_of(2) {
                    picker.input.replace(clean.as_str());
                }
            }
            Page::LogIn(page) => {
                page.failure = failure.clone();
                page.log_in = failure.log_in.clone().unwrap_or(page.log_in.clone());
                page.code.replace(clean.as_str());
                page.stage = LogInStage::Failed(clean.to_string());
            }
            _ => {}
        }
    }
    if let Remote::Ready(found) = &mut app.aws_setup {
        spoil_found(found, clean, scroll);
    }
}

fn spoil_found(found: &mut AwsSetup, clean: &Text, scroll: usize) {
    for profile in &mut found.profiles {
        profile.name = clean.clone();
        profile.region = Some(clean.clone());
        profile.account = Some(clean.clone());
        profile.trouble = scroll.is_multiple_of(2).then(|| clean.clone());
    }
    found.troubles.push(clean.clone());
    found.sso_sessions.push(clean.clone());
    found.regions.push(clean.clone());
    for variable in &mut found.variables {
        variable.value = Some(clean.clone());
    }
    for file in &mut found.files {
        file.path = clean.clone();
        file.found = Found::Unreadable(clean.clone());
    }
}
