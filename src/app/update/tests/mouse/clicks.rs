//! Clicks: each is what the key would be.

use std::collections::BTreeSet;

use ratatui::layout::Position;

use crate::app::play::Play;
use crate::app::update::tests::scenes::{
    browsing, in_conflict, in_form, in_tags, scene, with_drafts, with_history, with_versions,
};
use crate::app::{App, Msg, Overlay, Target};
use crate::keys::{Action, Found, Keymap, Sequence};

use super::hands::{row, seen, tall, wide};

/// A click and the keys in whose place it stands.
type Same = (&'static str, fn() -> Play, fn(&mut Play), &'static str);

#[test]
fn a_click_in_the_browser_does_what_the_keys_do() {
    check(&[
        ("an image", wide, |it| it.click("charlie"), "j j"),
        (
            "an image from the detail",
            wide,
            |it| {
                it.press("enter");
                it.click("charlie");
            },
            "j j",
        ),
        ("an image, twice", wide, |it| it.double_click("bravo"), "j enter"),
        ("a tab", wide, |it| it.click("Versions"), "enter 2"),
        ("the last tab", wide, |it| it.click("Raw"), "enter 5"),
        ("the detail", wide, |it| it.click("Role ARN"), "enter"),
        (
            "the list",
            wide,
            |it| {
                it.press("enter");
                it.click_at(Position { x: 9, y: 20 });
            },
            "",
        ),
        (
            "an image while a filter is typed",
            wide,
            |it| {
                it.press("/ a");
                it.click("charlie");
            },
            "/ a enter j j",
        ),
        ("the profile", wide, |it| it.click("research"), "P"),
        ("the region", wide, |it| it.click("us-east-1"), "R"),
    ]);
}

#[test]
fn a_click_in_a_form_does_what_the_keys_do() {
    check(&[
        ("a label in the form", in_form, |it| it.click("Description"), "tab"),
        ("an entry", in_tags, |it| it.click("owner"), "tab"),
        (
            "a clash",
            in_conflict,
            |it| {
                it.tell(Msg::Resize { width: 120, height: 40 });
                it.paint();
                it.click("Description");
                it.tell(Msg::Resize { width: 60, height: 12 });
            },
            "tab",
        ),
    ]);
}

#[test]
fn a_click_in_a_list_of_a_page_does_what_the_keys_do() {
    check(&[
        (
            "a change",
            with_history,
            |it| {
                it.press("H");
                let at = row(it, |target| matches!(target, Target::Entry(_)), 1);
                it.click_at(at);
            },
            "H j",
        ),
        (
            "a change, twice",
            with_history,
            |it| {
                it.press("H");
                let at = row(it, |target| matches!(target, Target::Entry(_)), 1);
                it.double_click_at(at);
            },
            "H j enter",
        ),
        (
            "a draft",
            with_drafts,
            |it| {
                it.press("D");
                it.click("image-11");
            },
            "D j",
        ),
        (
            "a draft, twice",
            with_drafts,
            |it| {
                it.press("D");
                it.double_click("image-11");
            },
            "D j enter",
        ),
        (
            "a region",
            browsing,
            |it| {
                it.press("R");
                let at = row(it, |target| matches!(target, Target::Offer(_)), 2);
                it.click_at(at);
            },
            "R home down down",
        ),
        (
            "a region, twice",
            browsing,
            |it| {
                it.press("R");
                let at = row(it, |target| matches!(target, Target::Offer(_)), 3);
                it.double_click_at(at);
            },
            "R home down down down enter",
        ),
    ]);
}

#[test]
fn a_click_in_a_menu_does_what_the_keys_do() {
    check(&[
        (
            "a command",
            wide,
            |it| {
                it.press(":");
                let at = row(it, |target| matches!(target, Target::Command(_)), 2);
                it.click_at(at);
            },
            ": down down",
        ),
        (
            "a command, twice",
            wide,
            |it| {
                it.press(": r e f r e s h");
                it.double_click("refresh the list");
            },
            ": r e f r e s h enter",
        ),
        (
            "what can be copied",
            wide,
            |it| {
                it.press("y");
                let at = row(it, |target| matches!(target, Target::Copy(_)), 2);
                it.click_at(at);
            },
            "y down down",
        ),
        (
            "what can be copied, twice",
            wide,
            |it| {
                it.press("y");
                let at = row(it, |target| matches!(target, Target::Copy(_)), 1);
                it.double_click_at(at);
            },
            "y down enter",
        ),
        (
            "a version",
            with_versions,
            |it| {
                let at = row(it, |target| matches!(target, Target::Version(_, 19)), 0);
                it.click_at(at);
            },
            "k",
        ),
        (
            "beside the help",
            tall,
            |it| {
                it.press("R");
                it.click_at(Position { x: 1, y: 10 });
            },
            "",
        ),
    ]);
}

fn check(cases: &[Same]) {
    for (what, make, does, keys) in cases {
        let (mut clicks, mut presses) = (make().with_mouse(), make().with_mouse());
        does(&mut clicks);
        presses.press(keys);
        assert_eq!(seen(&clicks), seen(&presses), "{what}:\n{}\n{}", clicks.screen(), presses.screen());
        assert_eq!(clicks.copied, presses.copied, "{what}");
    }
}

/// The keys that lead to an action here and now.
fn keys_of(app: &App, action: Action) -> Option<Sequence> {
    let rows = app.scopes().0.iter().flat_map(|scope| app.keymap.of(*scope));
    let mut keys = rows.filter(|row| row.action == action).flat_map(|row| row.keys.clone());
    keys.find(|keys| match app.find_keys(&keys.chords()) {
        Found::Does(found) => found.action == action && !(app.typed().is_some() && keys.types()),
        Found::Begun | Found::Nothing => false,
    })
}

/// In every place that the key table knows: whatever stands there for a key, in the footer or as a button, is as good
/// as the key.
#[test]
fn each_key_that_stands_on_the_screen_can_be_clicked_in_its_place() {
    let (mut done, mut count) = (BTreeSet::new(), 0);
    for binding in Keymap::builtin().all() {
        let make = || {
            let (play, keys) = scene(binding);
            let mut play = play.with_mouse();
            play.press(keys);
            play.passes(2000);
            play
        };
        let play = make();
        let page = play.app.top().map(Overlay::name);
        let scopes = play.app.scopes().0;
        for (area, target) in play.clickables() {
            let Target::Action(action) = target else { continue };
            if !done.insert((page, format!("{scopes:?}"), action)) {
                continue;
            }
            let keys =
                keys_of(&play.app, action).unwrap_or_else(|| panic!("{action:?}: no key in {scopes:?}"));
            let (mut clicks, mut presses) = (make(), make());
            clicks.click_at(area.as_position());
            presses.passes(1000);
            for chord in keys.iter() {
                presses.press(&chord.written());
            }
            presses.passes(100);
            let what = format!("{action:?} in {scopes:?}");
            assert_eq!(seen(&clicks), seen(&presses), "{what}:\n{}\n{}", clicks.screen(), presses.screen());
            assert_eq!((clicks.quit, clicks.demo), (presses.quit, presses.demo), "{what}");
            assert_eq!((&clicks.copied, &clicks.sent), (&presses.copied, &presses.sent), "{what}");
            count += 1;
        }
    }
    assert!(count > 80, "only {count}");
}
