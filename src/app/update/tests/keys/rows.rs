//! Every row of the key table, pressed where it is in force.

use std::collections::BTreeSet;

use crate::app::update::act;
use crate::app::update::tests::scenes::scene;
use crate::app::{Effects, Overlay, Typed};
use crate::keys::{Keymap, Scope};

/// A row that nothing is done for would be a key that is offered and does nothing.
#[test]
fn every_row_of_the_table_does_something_where_it_is_in_force() {
    let mut idle = Vec::new();
    for binding in Keymap::builtin().all() {
        let (mut play, keys) = scene(binding);
        play.paint();
        play.press(keys);
        let row = format!("{:?} in {:?}", binding.action, binding.scope);
        assert!(play.app.scopes().0.contains(&binding.scope), "{row} is not in force:\n{}", play.screen());
        let stack = play.app.scopes().0;
        assert!(Scope::STACKS.contains(&stack), "the rules of the key table don't know {stack:?}");
        assert!(play.app.can(binding.action), "{row} can't be done:\n{}", play.screen());
        let before = format!("{:?}", play.app);
        let mut fx = Effects::default();
        act::act(&mut play.app, &mut fx, binding.action);
        let is_done = !fx.list.is_empty() || format!("{:?}", play.app) != before;
        if !is_done {
            idle.push(format!("{row}:\n{}", play.screen()));
        }
    }
    assert!(idle.is_empty(), "these do nothing:\n{}", idle.join("\n"));
}

/// A page that no key leads to, or that nothing closes, was forgotten in a table. All are closed alike, and
/// are equally wide.
#[test]
fn every_page_is_reached_by_a_row_of_the_table_and_left_by_esc() {
    let mut reached = BTreeSet::new();
    let mut widths = BTreeSet::new();
    for binding in Keymap::builtin().all() {
        let reach = || {
            let (mut play, keys) = scene(binding);
            play.paint();
            play.press(keys);
            act::act(&mut play.app, &mut Effects::default(), binding.action);
            play
        };
        let mut play = reach();
        let Some((name, page)) = play.app.top().map(|top| (top.name(), top.page())) else { continue };
        if page.typed == Some(Typed::Help) || !reached.insert(name) {
            continue;
        }
        widths.insert((page.question.is_some(), page.width));
        let takes_letters = page.typed.is_some() || page.question.is_some();
        let pages = play.pages().len();
        play.press("esc");
        assert_eq!(play.pages().len(), pages - 1, "Esc does not close {name}:\n{}", play.screen());
        if !takes_letters {
            let mut play = reach();
            play.press("q");
            assert_eq!(play.pages().len(), pages - 1, "q does not close {name}:\n{}", play.screen());
        }
    }
    assert_eq!(widths.into_iter().collect::<Vec<_>>(), [(false, 100), (true, 60)]);
    assert_eq!(reached, Overlay::NAMES.iter().copied().collect(), "the pages that were reached, and all");
}
