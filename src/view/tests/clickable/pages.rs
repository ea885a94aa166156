//! Pages over the browser.

use ratatui::layout::Rect;

use crate::app::layout::Frame;
use crate::app::play::FIELDS;
use crate::app::{App, LogInStage, Target, Typed};
use crate::keys::Action;
use crate::view::tests::furnish::{ask_to_send_unnoted, field_of};
use crate::view::tests::hostile::scenes;
use crate::view::tests::{places, scene, trust};

use super::judge::{check, has_label, text};
use super::{SIZES, areas, drawn};

#[test]
fn every_field_in_sight_can_be_clicked() {
    for make in [
        scene::form_with_problems as fn() -> App,
        scene::form_unread,
        || trust::in_conflict(trust::clashing(), "description"),
        trust::half_decided,
    ] {
        for size in SIZES {
            let app = scene::sized(make(), size);
            let (buffer, shown) = check(&app);
            let page = areas(&shown, |target| *target == Target::Page)[0];
            for row in page.rows().map(|row| Rect { x: row.x + 1, width: row.width - 2, ..row }) {
                // Labels of fields, and not what is said of others.
                let label = FIELDS.into_iter().find(|field| {
                    let words = text(&buffer, row);
                    has_label(&words, field) && (words.contains('/') || words.contains(['?', '✔']))
                });
                if let Some(field) = label {
                    let middle = Rect { x: row.x + 4, width: 1, ..row };
                    let at = shown.clickables.at(middle.as_position());
                    assert_eq!(
                        at.and_then(field_of),
                        Some(field),
                        "{}",
                        crate::view::tests::picture::text(&buffer)
                    );
                }
            }
        }
    }
}

/// Wherever a caret stands in a form or a line, a click there leads to a text.
#[test]
fn where_something_is_typed_it_can_be_clicked() {
    let mut carets = 0;
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            let (buffer, shown) = drawn(&app);
            let Some(caret) = shown.caret else { continue };
            // What nobody else shall read has no place to click on; nor has what is chosen with keys.
            let is_masked = matches!(app.typed(), Some(Typed::Code));
            let is_choice =
                app.typed() == Some(Typed::Field) && app.form().is_some_and(|it| it.options().is_some());
            if is_masked || is_choice {
                continue;
            }
            let at = shown.clickables.at(caret);
            let is_text = matches!(at, Some(Target::FieldText(..) | Target::Line(_)));
            assert!(is_text, "{caret}: {at:?}\n{}", crate::view::tests::picture::text(&buffer));
            carets += 1;
        }
    }
    assert!(carets > 40, "{carets}");
}

fn asking_unnoted() -> App {
    let mut app = scene::browsing();
    ask_to_send_unnoted(&mut app, "pytorch-2.4-gpu");
    app
}

#[test]
fn answers_can_be_clicked() {
    let asking = [
        (trust::discarding as fn() -> App, "discard", "keep"),
        (scene::asking, "quit", "stay"),
        (places::quitting, "quit", "stay"),
        (asking_unnoted, "send it", "go back"),
        (crate::view::tests::copying::elsewhere, "go there", "stay"),
    ];
    for (make, yes, no) in asking {
        for size in SIZES {
            let app = scene::sized(make(), size);
            let (buffer, shown) = check(&app);
            let page = areas(&shown, |target| *target == Target::Page)[0];
            for (action, key, words) in [(Action::AnswerYes, "y", yes), (Action::Close, "n", no)] {
                let of_action = areas(&shown, |target| *target == Target::Action(action));
                let rows = of_action.into_iter().filter(|area| page.contains(area.as_position()));
                let rows: Vec<_> = rows.map(|area| text(&buffer, area)).collect();
                assert_eq!(rows.join(" "), format!("{key} {words}"));
            }
        }
    }
}

#[test]
fn the_ways_out_of_a_log_in_and_of_nothing_can_be_clicked() {
    let sso = || places::logging_in(places::expired(), "", LogInStage::Asked);
    let mfa = || places::logging_in(places::code_wanted(), "1234", LogInStage::Asked);
    for (make, actions) in [
        (sso as fn() -> App, &[Action::RunLogIn, Action::OtherBrowser, Action::CopyLogIn][..]),
        (mfa, &[Action::SendCode]),
        (
            places::no_credentials,
            &[Action::PickProfile, Action::PickRegion, Action::TryDemo, Action::Refresh],
        ),
    ] {
        for size in [(80, 24), (120, 40), (200, 60)] {
            let app = scene::sized(make(), size);
            let (_, shown) = check(&app);
            let body = Frame::of(&app).body;
            for action in actions {
                let found = areas(&shown, |target| *target == Target::Action(*action));
                assert!(found.iter().any(|area| area.intersects(body)), "{action:?} {size:?}");
            }
        }
    }
}
