//! Whatever the size and the text, nothing panics and nothing is drawn where it does not belong.

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;

use crate::app::play::FIELDS;
use crate::app::{App, LogInStage, Pane, Pick, Remote};
use crate::domain::{FailureClass, Text};

use super::copying;
use super::furnish::{Furnish, forms, met, not_noted, open_help, refused};
use super::kinds;
use super::picture::draw;
use super::places;
use super::scene;
use super::spoil::spoil;
use super::tabs;
use super::trust;

/// Text as it may come from afar: wide, combining, of no width, right to left, and long.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a".to_owned()),
        Just(" ".to_owned()),
        Just("機械".to_owned()),
        Just("e\u{301}\u{323}".to_owned()),
        Just("\u{200b}\u{200d}".to_owned()),
        Just("👩\u{200d}🚀".to_owned()),
        Just("🇩🇪".to_owned()),
        Just("שלום".to_owned()),
        Just("ｶﾞﾊﾟ".to_owned()),
        Just("\u{fffd}".to_owned()),
        Just("ﷺ".to_owned()),
        "[ -~]{1,40}",
        "\\PC{1,8}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn scenes_without_kinds() -> Vec<App> {
    let mut apps = vec![
        scene::begun(),
        scene::browsing(),
        scene::in_detail(),
        scene::filtered("py", true),
        scene::loading(0),
        scene::empty_account(),
        scene::first_load_failed(),
        scene::refresh_failed(),
        scene::form_with_problems(),
        scene::form_unread(),
        scene::form_failed(),
        scene::reviewing(scene::cleared(), Some(refused(scene::denied()))),
        scene::reviewing(scene::edited(), Some(met(scene::foreign()))),
        scene::sending("checking"),
        scene::reviewing(scene::edited(), Some(not_noted("The disk is full."))),
        scene::asking(),
        trust::in_conflict(trust::clashing(), "description"),
        trust::half_decided(),
        trust::in_conflict(trust::clashing_with_nothing(), "display name"),
        trust::clashing_form(true),
        trust::history(true, 3),
        trust::no_history(),
        trust::undo_form(),
        trust::drafts(2),
        trust::no_drafts(),
        trust::discarding(),
        trust::errors(),
        trust::armed(),
        trust::role_denied(),
        scene::browsing(),
    ];
    let menus = [copying::of_image(), copying::of_marked(), copying::of_version(), copying::elsewhere()];
    apps.splice(..0, reaching().into_iter().chain(tabs::scenes()).chain(menus));
    if let Some(app) = apps.last_mut() {
        open_help(app, 7);
    }
    apps
}

pub fn scenes() -> Vec<App> {
    scenes_without_kinds().into_iter().chain(kinds::scenes()).collect()
}

/// Those in which that text stands wherever text from outside can be.
pub fn spoilt_scenes(text: &str, scroll: usize) -> Vec<App> {
    let clean = Text::clean(text);
    let mut apps = scenes_without_kinds();
    for app in &mut apps {
        spoil(app, text, scroll);
    }
    apps.extend(tabs::foreign(clean.as_str()));
    apps.extend(kinds::foreign(clean.as_str()));
    apps
}

/// Those of the pages by which another place is reached.
fn reaching() -> Vec<App> {
    let failed = LogInStage::Failed("It did not work, for reasons that take some words.".into());
    vec![
        places::crowded(),
        places::environment(Some("research")),
        places::trying(places::back()),
        places::trying(scene::loading(0)),
        places::stopped(),
        places::wanting(places::expired()),
        places::form_wanting(),
        places::picking(places::marked(scene::browsing()), Pick::Profile, "", 3),
        places::picking(scene::browsing(), Pick::Profile, "nowhere", 0),
        places::picking(scene::browsing(), Pick::Region, "", 30),
        places::picking(scene::browsing(), Pick::Region, "us-new-9", 0),
        places::picking_from_nothing(Remote::Loading { old: None }),
        places::picking_from_nothing(Remote::Ready(places::bare())),
        places::logging_in(places::expired(), "", failed.clone()),
        places::logging_in(places::expired(), "", LogInStage::NoCli),
        places::logging_in(places::code_wanted(), "1234", LogInStage::Asked),
        places::logging_in(places::code_wanted(), "", failed),
        places::no_credentials(),
        places::unusable(FailureClass::NoRegion, "no region", Remote::Idle),
        places::drafts_elsewhere(true),
        places::drafts_elsewhere(false),
        places::quitting(),
    ]
}

/// No cell lies beyond what its row has room for, and what is drawn is whole.
fn is_sound(buffer: &Buffer) -> bool {
    let area = buffer.area;
    (0..area.height).all(|y| {
        (0..area.width).all(|x| {
            let cell = &buffer[(x, y)];
            x + cell.cell_width().max(1) <= area.width && !cell.symbol().contains(char::is_control)
        })
    })
}

/// Each case draws much: fewer of them, unless more are asked for.
fn few() -> ProptestConfig {
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    if is_asked { ProptestConfig::default() } else { ProptestConfig::with_cases(40) }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn no_size_and_no_text_is_too_much(
        width in 0u16..=200,
        height in 0u16..=60,
        text in hostile(),
        scroll in 0usize..200,
        colour: bool,
        in_detail: bool,
    ) {
        for mut app in spoilt_scenes(&text, scroll) {
            app.browser_for_tests().1.pane = if in_detail { Pane::Detail } else { app.browser().pane };
            let buffer = draw(&scene::sized(app, (width, height)), colour);
            prop_assert!(is_sound(&buffer));
        }
    }
}

#[test]
fn every_small_size_is_survived() {
    for app in scenes() {
        let mut app = app;
        for width in 0..=45 {
            for height in 0..=14 {
                app = scene::sized(app, (width, height));
                assert!(is_sound(&draw(&app, false)), "{width}×{height}");
            }
        }
    }
}

#[test]
fn what_has_the_keys_is_always_in_sight() {
    for make in [
        trust::half_decided as fn() -> App,
        || trust::in_conflict(trust::clashing(), "display name"),
        || trust::history(true, 8),
        || trust::history(false, 3),
        || trust::drafts(2),
        || places::drafts_elsewhere(true),
        || places::picking(places::marked(scene::browsing()), Pick::Profile, "", 3),
        || places::picking(scene::browsing(), Pick::Profile, "leg", 0),
        || places::picking(scene::browsing(), Pick::Region, "", 30),
        || places::picking_from_nothing(Remote::Ready(places::bare())),
        copying::of_image,
        copying::of_version,
    ] {
        for width in [30, 40, 80, 200] {
            for height in 8..=30 {
                let buffer = draw(&scene::sized(make(), (width, height)), true);
                let marks = buffer.content().iter().filter(|cell| cell.symbol() == "▌").count();
                assert!(marks > 0, "{width}×{height}");
            }
        }
    }
}

#[test]
fn the_cursor_of_the_form_is_always_in_sight() {
    let mut app = scene::form_with_problems();
    for field in FIELDS {
        forms(&mut app).next().unwrap().type_over(field, &"many words, ".repeat(40));
        for width in [30, 40, 80, 200] {
            for height in 8..=30 {
                app = scene::sized(app, (width, height));
                let buffer = draw(&app, true);
                let is_cursor = |cell: &Cell| cell.modifier.contains(Modifier::REVERSED);
                let cursors = buffer.content().iter().filter(|cell| is_cursor(cell)).count();
                assert_eq!(cursors, 1, "{width}×{height}");
            }
        }
    }
}

#[test]
fn however_much_is_typed_its_limit_stays_in_sight() {
    for size in [(80, 24), (40, 12)] {
        let mut form = scene::edited();
        form.focus_on("display name");
        form.paste(&"many words ".repeat(300));
        let app = scene::sized(scene::with_form(form), size);
        let shown = super::picture::text(&draw(&app, true));
        assert!(
            shown.contains("/128") && shown.contains("too long") && shown.contains("more rows"),
            "{shown}"
        );
    }
}

#[test]
fn the_code_is_typed_in_sight_and_so_is_what_came_of_it() {
    let failed = LogInStage::Failed("refused: too old".into());
    let mfa = places::logging_in(places::code_wanted(), "1234", failed.clone());
    let sso = places::logging_in(places::expired(), "", failed);
    for (mut app, wanted) in [(mfa, "Code › ••••"), (sso, "aws sso login")] {
        for width in [30, 40, 80, 200] {
            for height in 8..=30 {
                app = scene::sized(app, (width, height));
                let shown = super::picture::text(&draw(&app, true));
                assert!(shown.contains(wanted) && shown.contains("refused"), "{width}×{height}\n{shown}");
            }
        }
    }
}
