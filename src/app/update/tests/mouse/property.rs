//! Whatever the mouse reports: no word is lost or typed, nothing is sent that was not read, nothing is out of bounds.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::layout::Position;

use crate::app::play::{Play, few, image};
use crate::app::{Msg, Panes, Target, layout};
use crate::keys::Action;

#[derive(Debug, Clone)]
enum Step {
    Mouse(MouseEvent),
    Key(&'static str),
    Paint,
    Passes(u16),
    Resize(u16, u16),
    Answer,
}

fn event() -> impl Strategy<Value = MouseEvent> {
    let button = || prop::sample::select(vec![MouseButton::Left, MouseButton::Middle, MouseButton::Right]);
    let kind = prop_oneof![
        6 => Just(MouseEventKind::Down(MouseButton::Left)),
        6 => Just(MouseEventKind::Up(MouseButton::Left)),
        3 => Just(MouseEventKind::Drag(MouseButton::Left)),
        1 => button().prop_map(MouseEventKind::Down),
        1 => button().prop_map(MouseEventKind::Up),
        1 => button().prop_map(MouseEventKind::Drag),
        1 => Just(MouseEventKind::Moved),
        2 => Just(MouseEventKind::ScrollDown),
        2 => Just(MouseEventKind::ScrollUp),
        1 => Just(MouseEventKind::ScrollLeft),
        1 => Just(MouseEventKind::ScrollRight),
    ];
    let cell = prop_oneof![8 => (0u16..130, 0u16..45), 1 => (any::<u16>(), any::<u16>()), 6 => (0u16..60, 36u16..41)];
    let modifiers = prop_oneof![9 => Just(KeyModifiers::NONE), 1 => any::<u8>().prop_map(KeyModifiers::from_bits_truncate)];
    (kind, cell, modifiers).prop_map(|(kind, (column, row), modifiers)| MouseEvent {
        kind,
        column,
        row,
        modifiers,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let keys = prop::sample::select(vec![
        "e", "x", "esc", "enter", "ctrl-s", "tab", "/", "?", ":", "y", "H", "D", "R", "j", "G", "alt-m", "2",
        "5", ">", "ctrl-c", "n", "T",
    ]);
    prop_oneof![
        12 => event().prop_map(Step::Mouse),
        4 => keys.prop_map(Step::Key),
        8 => Just(Step::Paint),
        3 => (0u16..900).prop_map(Step::Passes),
        1 => (0u16..160, 0u16..50).prop_map(|(width, height)| Step::Resize(width, height)),
        1 => Just(Step::Answer),
    ]
}

proptest! {
    #![proptest_config(few(96))]

    #[test]
    fn whatever_the_mouse_reports_the_promises_are_kept(steps in prop::collection::vec(step(), 1..140)) {
        let names: Vec<_> = (10..70).map(|number| format!("image-{number}")).collect();
        let mut play = Play::with(&names.iter().map(String::as_str).collect::<Vec<_>>()).with_mouse();
        for step in steps {
            let typed: Vec<_> = play.forms().iter().map(|form| (form.image(), form.0.typed())).collect();
            let consents = play.has_consent();
            let flows = play.app.place().flows.len();
            match step {
                Step::Mouse(event) => {
                    let at = Position { x: event.column, y: event.row };
                    let target = play.app.shown.clickables.at(at).cloned();
                    let pushes = event.kind == MouseEventKind::Up(MouseButton::Left)
                        && target == Some(Target::Action(Action::Send));
                    play.tell(Msg::Mouse(event));
                    // Nothing begins to be sent but by a release on what says so, of what was seen.
                    let begins = play.app.place().flows.len() > flows;
                    prop_assert!(!begins || pushes && consents);
                    // No mouse types, but where it stands for a key.
                    let is_key = matches!(target, Some(Target::Action(_)));
                    for (subject, typed) in typed.into_iter().filter(|_| !is_key) {
                        if let Some(form) = play.find_form(&subject) {
                            prop_assert_eq!(form.0.typed(), typed);
                        } else {
                            prop_assert!(typed.is_empty(), "{} is gone with {:?}", subject, typed);
                        }
                    }
                }
                Step::Key(key) => play.press_unseen(key),
                Step::Paint => play.paint(),
                Step::Passes(time) => play.passes(time.into()),
                Step::Resize(width, height) => play.tell(Msg::Resize { width, height }),
                Step::Answer => {
                    let name = play.app.current_name();
                    play.answer_reads(&image(name.as_ref().map_or("image-10", |name| name.as_str())));
                }
            }
            let body = layout::Frame::of(&play.app).body;
            let panes = Panes::of(&play.app, body);
            prop_assert!(panes.list.width + panes.detail.width <= body.width.max(1));
            prop_assert!(!play.app.is_wide() || panes.list.width >= 30 && panes.detail.width >= 30);
            let list = &play.app.browser().list;
            prop_assert!(list.top() <= list.len().saturating_sub(1));
            if play.quit {
                break;
            }
        }
        play.paint();
    }
}
