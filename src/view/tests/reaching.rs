//! Pictures of where we are and how we get there.

use crate::app::{LogInStage, Pick, Remote};
use crate::domain::{Colour, FailureClass};

use super::furnish::refused;
use super::picture::{draw, text};
use super::scene::{self, sized};
use super::screens::{at_every_size, without_colour};
use super::{places, trust};

#[test]
fn the_header_tells_places_apart() {
    at_every_size("header-marked", || places::marked(scene::browsing()));
    without_colour("header-marked", || places::marked(scene::browsing()));
    at_every_size("header-coloured", || {
        let mut app = scene::browsing();
        places::mark(&mut app, "research", None, Some(Colour::Green));
        app
    });
    at_every_size("header-crowded", places::crowded);
    at_every_size("header-environment", || places::environment(None));
    at_every_size("header-environment-and-profile", || places::environment(Some("research")));
}

#[test]
fn account_and_region_are_whole_and_the_endpoint_is_there_at_every_size() {
    for width in 30..=200 {
        for height in [8, 9, 10, 24] {
            let shown = text(&draw(&sized(places::crowded(), (width, height)), true));
            for part in ["123456789012", "ap-southeast-2", "PRODUCTION"] {
                assert!(shown.contains(part), "{width}×{height} lacks {part}:\n{shown}");
            }
            let rows: String = shown.lines().take(2).collect();
            assert!(rows.contains("READ-ONLY") || rows.contains("RO "), "{shown}");
            assert!(rows.contains("vpce") || rows.contains("vpc…"), "{width}×{height}:\n{shown}");
        }
    }
}

#[test]
fn a_list_that_is_old_or_slow_says_so() {
    at_every_size("list-old", places::back);
    without_colour("list-old", places::back);
    at_every_size("list-trying", || places::trying(places::back()));
    at_every_size("first-load-trying", || places::trying(scene::loading(0)));
    at_every_size("first-load-stopped", places::stopped);
    at_every_size("first-load-expired", || places::wanting(places::expired()));
    at_every_size("form-expired", places::form_wanting);
    at_every_size("review-expired", || {
        let refusal = Some(refused(places::expired()));
        let mut app = places::marked(scene::reviewing(scene::edited(), refusal));
        app.place_for_tests().wants = Some(places::expired());
        app
    });
}

#[test]
fn picking() {
    let profiles = |typed: &'static str, at| {
        move || places::picking(places::marked(scene::browsing()), Pick::Profile, typed, at)
    };
    at_every_size("picker-profiles", profiles("", 1));
    without_colour("picker-profiles", profiles("", 1));
    at_every_size("picker-profile-in-trouble", profiles("leg", 0));
    at_every_size("picker-profiles-last", profiles("", 99));
    at_every_size("picker-no-profile-matches", profiles("nowhere", 0));
    let regions =
        |typed: &'static str, at| move || places::picking(scene::browsing(), Pick::Region, typed, at);
    at_every_size("picker-regions", regions("", 1));
    at_every_size("picker-region-typed", regions("us-new-9", 0));
    at_every_size("picker-no-region-matches", regions("nowhere at all", 0));
    at_every_size("picker-reading", || places::picking_from_nothing(Remote::Loading { old: None }));
    at_every_size("picker-no-profiles", || places::picking_from_nothing(Remote::Ready(places::bare())));
}

#[test]
fn logging_in() {
    let sso = |stage: LogInStage| move || places::logging_in(places::expired(), "", stage.clone());
    at_every_size("log-in", sso(LogInStage::Asked));
    at_every_size("log-in-failed", sso(LogInStage::Failed("Couldn't log in: it failed with 255.".into())));
    at_every_size("log-in-elsewhere", || places::logging_in_elsewhere(places::expired()));
    at_every_size("log-in-no-cli", sso(LogInStage::NoCli));
    let mfa = |stage: LogInStage| move || places::logging_in(places::code_wanted(), "1234", stage.clone());
    at_every_size("log-in-code", mfa(LogInStage::Asked));
    without_colour("log-in-code", mfa(LogInStage::Asked));
    at_every_size("log-in-code-checked", || {
        places::logging_in(places::code_wanted(), "", LogInStage::Checking)
    });
    at_every_size("log-in-code-refused", || {
        let words = "MultiFactorAuthentication failed with invalid MFA one time pass code.";
        places::logging_in(places::code_wanted(), "", LogInStage::Failed(words.into()))
    });
}

#[test]
fn a_code_is_never_on_the_screen() {
    let app = places::logging_in(places::code_wanted(), "867530", LogInStage::Asked);
    assert!(!text(&draw(&app, true)).contains("867"));
}

#[test]
fn nothing_to_look_at() {
    at_every_size("first-run", places::no_credentials);
    without_colour("first-run", places::no_credentials);
    at_every_size("first-run-bare", || {
        let words = "No credentials were found.";
        places::unusable(FailureClass::NoCredentials, words, Remote::Ready(places::bare()))
    });
    at_every_size("first-run-no-region", || {
        let words = "Neither the profile nor the environment names a region.";
        places::unusable(FailureClass::NoRegion, words, Remote::Loading { old: None })
    });
    at_every_size("first-run-bad-config", || {
        let words =
            "~/.aws/config, line 12: the profile research has ‘sso_session = corpp’, which is not there.";
        let mut app = places::unusable(FailureClass::BadConfig, words, Remote::Ready(places::found()));
        app.place_for_tests().wants = Some(places::expired());
        app
    });
}

#[test]
fn the_ways_on_stay_in_sight() {
    for width in [30, 40, 80, 200] {
        for height in 8..=30 {
            let shown = text(&draw(&sized(places::no_credentials(), (width, height)), true));
            for way in ["P", "R", "T", "r"] {
                assert!(
                    shown.contains(&format!(" {way} ")) || shown.contains(&format!(" {way}\u{a0}")),
                    "{way} {width}×{height}:\n{shown}"
                );
            }
        }
    }
}

#[test]
fn every_page_names_its_place() {
    at_every_size("form-marked", || places::marked(scene::with_form(scene::edited())));
    at_every_size("review-marked", || places::marked(scene::reviewing(scene::edited(), None)));
    at_every_size("history-marked", || places::marked(trust::history(false, 1)));
    at_every_size("form-demo", || {
        let mut app = scene::with_form(scene::edited());
        app.mode.demo = true;
        app
    });
    for width in [30, 34, 40, 60, 80, 120] {
        for make in [
            (|| scene::with_form(scene::edited())) as fn() -> crate::app::App,
            || scene::reviewing(scene::edited(), None),
            || trust::in_conflict(trust::clashing(), "display name"),
            || trust::history(true, 0),
            || trust::drafts(0),
        ] {
            let shown = text(&draw(&sized(places::marked(make()), (width, 24)), true));
            // In the frame, or in the bar below it.
            let mut rows = shown.lines().skip_while(|row| !row.contains('╭')).take(2);
            assert!(rows.any(|row| row.contains("PROD")), "{shown}");
        }
    }
}

#[test]
fn other_places_are_not_forgotten() {
    at_every_size("drafts-elsewhere", || places::drafts_elsewhere(true));
    at_every_size("drafts-only-elsewhere", || places::drafts_elsewhere(false));
    at_every_size("quit-places", places::quitting);
    at_every_size("picker-over-form", || {
        places::picking(scene::with_form(scene::edited()), Pick::Profile, "", 2)
    });
}
