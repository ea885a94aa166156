//! Commands that are found by name.

use std::collections::BTreeSet;

use crate::app::PaletteItem;
use crate::app::play::{Play, image};
use crate::keys::{Action, Keymap, Rebinding, Scope};

use super::{names, rows, run};

#[test]
fn the_best_match_is_first_and_does_what_its_key_does() {
    for (line, first) in [
        ("edit", Action::Edit),
        ("tags", Action::ShowTags),
        ("srev", Action::SortReverse),
        ("q", Action::Quit),
        ("quit", Action::Quit),
        ("exit", Action::Quit),
        ("q!", Action::Quit),
        ("help", Action::Help),
        ("refresh", Action::Refresh),
    ] {
        let mut play = Play::with(&["a", "b"]);
        play.press(":");
        play.type_text(line);
        assert_eq!(rows(&play)[0].item, PaletteItem::Action(first), "{line}: {:?}", names(&play));
    }
    let mut play = Play::with(&["a", "b"]);
    run(&mut play, "edit-tags");
    assert_eq!(play.pages(), ["form"]);
    let mut play = Play::with(&["a", "b"]);
    run(&mut play, "q");
    assert!(play.quit);
}

#[test]
fn everything_is_listed_with_its_key_and_moving_about_is_not() {
    let mut play = Play::with(&["a"]);
    play.press(":");
    let rows = rows(&play);
    let key = |name: &str| rows.iter().find(|row| row.name == name).map(|row| row.key.clone());
    assert_eq!(key("edit").as_deref(), Some("e"));
    assert_eq!(key("copy-role").as_deref(), Some("y r"));
    assert_eq!(key("region NAME").as_deref(), Some(""));
    for name in ["down", "page-up", "text-start", "run-command", "commands", "quit-now", "send", "close"] {
        assert_eq!(key(name), None, "{name}");
    }
    let mut once = BTreeSet::new();
    for row in &rows {
        assert!(once.insert(row.name.clone()), "{} is there twice", row.name);
    }
}

#[test]
fn own_keys_lead_there_and_are_named() {
    let mut play = Play::with(&["a"]);
    let own = |scope, keys: &str, actions: &[Action]| Rebinding {
        scope,
        keys: keys.parse().unwrap(),
        actions: actions.to_vec(),
    };
    let keymap = Keymap::builtin().rebound(&[
        own(Scope::Everywhere, "f8", &[Action::Commands]),
        own(Scope::List, "f7 e", &[Action::Edit]),
        own(Scope::Image, "e", &[]),
        own(Scope::Palette, "ctrl-o", &[Action::RunCommand]),
    ]);
    assert_eq!(keymap.faults(), []);
    play.app.take_keys(&keymap);
    play.press("f8");
    play.type_text("edit");
    assert!(play.screen().contains("F7 e"), "{}", play.screen());
    play.press("ctrl-o");
    assert_eq!(play.top(), "form");
    // Where text is typed, a key that types nothing opens it; there the form's own commands are.
    play.describe(image("a"));
    play.press("f8");
    assert!(names(&play).contains(&"put-back".to_owned()) && !names(&play).contains(&"refresh".to_owned()));
    play.press("esc : x");
    assert!(play.typed("display name").ends_with(":x"));
}

#[test]
fn a_command_that_is_typed_in_full_comes_first() {
    let mut play = Play::with(&["a", "b"]);
    for word in ["sort", "image", "region", "profile"] {
        play.press(":");
        play.type_text(word);
        let first = rows(&play).into_iter().next().unwrap();
        assert!(
            matches!(first.item, PaletteItem::Command(it) if it.word() == word),
            "{word}: {}",
            first.name
        );
        play.press("esc");
    }
}

#[test]
fn of_very_many_images_the_nearest_are_listed() {
    let all: Vec<String> = (0..900).map(|number| format!("team-gpu-{number:04}")).collect();
    let names_of: Vec<&str> =
        ["a-gpu", "gpu", "gpu-base"].into_iter().chain(all.iter().map(String::as_str)).collect();
    let mut play = Play::with(&names_of);
    play.press(":");
    play.type_text("image gpu");
    let found = names(&play);
    assert_eq!(found[..2], ["gpu", "gpu-base"], "{found:?}");
    assert!(found.len() == 200 && found.contains(&"a-gpu".to_owned()), "{}", found.len());
}

#[test]
fn what_is_copied_of_marked_images_is_offered_without_writing_it_out() {
    let mut play = Play::with(&["alpha", "beta"]);
    play.press("*");
    for (action, is_offered) in [
        ("copy-name", true),
        ("copy-arn", true),
        ("copy-table", true),
        ("copy-json", false),
        ("copy-terraform", false),
    ] {
        play.press(":");
        play.type_text(action);
        let row = rows(&play).into_iter().next().unwrap();
        assert_eq!((row.name.as_str(), row.obstacle.is_none()), (action, is_offered));
        play.press("esc");
    }
    run(&mut play, "copy-name");
    assert_eq!(play.copied.last().map(String::as_str), Some("alpha\nbeta"));
}

#[test]
fn it_follows_what_changes_below() {
    let mut play = Play::begin();
    play.press(":");
    play.type_text("edit");
    assert!(rows(&play)[0].obstacle.is_some());
    play.locate();
    play.page(&["a"], None);
    assert_eq!(rows(&play)[0].obstacle, None);
    play.press("enter");
    assert_eq!(play.top(), "form");
}
