//! A person's own keys: in force everywhere at once, in what is done and in what is said.

use crate::app::play::{Play, image};
use crate::app::{Msg, Overlay};
use crate::keys::{Action, Keymap, Motion, Rebinding, Scope};

fn with(own: &[(Scope, &str, &[Action])]) -> Play {
    let mut play = Play::with(&["a", "b", "c"]);
    let own: Vec<_> = own
        .iter()
        .map(|(scope, keys, actions)| Rebinding {
            scope: *scope,
            keys: keys.parse().unwrap(),
            actions: actions.to_vec(),
        })
        .collect();
    let keymap = Keymap::builtin().rebound(&own);
    assert_eq!(keymap.faults(), []);
    play.app.take_keys(&keymap);
    play
}

fn footer(play: &Play) -> String {
    play.screen().lines().last().unwrap_or_default().trim().to_owned()
}

const SEQUENCES: &[(Scope, &str, &[Action])] = &[
    (Scope::List, "g", &[]),
    (Scope::List, "g g", &[Action::Move(Motion::First)]),
    (Scope::List, "g e", &[Action::Move(Motion::Last)]),
    (Scope::List, "g x j", &[Action::Move(Motion::Down)]),
];

#[test]
fn a_sequence_is_taken_key_by_key_and_says_what_may_follow() {
    let mut play = with(SEQUENCES);
    let usual = footer(&play);
    play.press("g");
    assert_eq!(footer(&play), "g …  x …  g first  e last");
    play.press("e");
    assert_eq!((play.selected(), footer(&play)), ("c".to_owned(), usual.clone()));
    play.press("g g");
    assert_eq!(play.selected(), "a");
    play.press("g x");
    assert_eq!(footer(&play), "g x …  j down");
    play.press("j");
    assert_eq!((play.selected(), footer(&play)), ("b".to_owned(), usual));
}

#[test]
fn esc_or_a_wrong_key_ends_a_sequence_and_does_nothing_else() {
    for key in ["esc", "q", "j", "ctrl-c", "/", "f5"] {
        let mut play = with(SEQUENCES);
        let (before, usual) = (play.selected(), footer(&play));
        play.press("g");
        play.press(key);
        assert_eq!((play.selected(), footer(&play), play.quit), (before, usual, false), "{key}");
        assert_eq!((play.pages().len(), play.types_a_filter()), (0, false), "{key}");
        play.press("j");
        assert_eq!(play.selected(), "b", "{key}");
    }
}

#[test]
fn a_sequence_in_a_form_takes_its_keys_from_the_text_and_no_others() {
    let mut play = with(&[(Scope::Form, "ctrl-x", &[]), (Scope::Form, "ctrl-x r", &[Action::PutBack])]);
    play.open_form(image("a"));
    let was = play.typed("display name");
    play.fill("Mine");
    play.press("ctrl-x");
    assert_eq!(footer(&play), "Ctrl-X …  r reset");
    play.press("r");
    assert_eq!(play.typed("display name"), was);
    play.press("ctrl-x k");
    assert_eq!(play.typed("display name"), was, "a wrong key is not typed");
    play.press("k");
    assert_eq!(play.typed("display name"), format!("{was}k"));
}

#[test]
fn a_sequence_does_not_go_on_where_something_else_came_on_the_screen() {
    let mut play = with(SEQUENCES);
    play.press("g");
    play.app.open(Overlay::Help(Box::default()));
    assert!(footer(&play).contains("close"), "{}", footer(&play));
    play.press("esc");
    assert_eq!(play.pages().len(), 0, "the key is for the page");
    play.press("g");
    play.tell(Msg::Paste("e".into()));
    play.press("e");
    assert_eq!(play.top(), "form", "a paste ends it too");
}

#[test]
fn footer_help_and_sentences_name_the_keys_in_force() {
    let mut play = with(&[
        (Scope::Image, "f5", &[Action::Edit]),
        (Scope::Image, "r", &[]),
        (Scope::List, "f7 f", &[Action::Filter]),
        (Scope::List, "/", &[]),
    ]);
    assert!(footer(&play).contains("F5 edit") && footer(&play).contains("F7 f filter"), "{}", footer(&play));
    play.press("?");
    let mut help = play.screen();
    play.press("pgdn");
    help.push_str(&play.screen());
    assert!(help.contains("F5 e ") && help.contains("F7 f "), "{help}");
    play.press("esc f7 f");
    assert!(play.types_a_filter());
    play.type_text("nothing of that name");
    play.press("enter r");
    assert!(play.calls.is_empty(), "an unbound key does nothing: {:?}", play.calls);
    assert_eq!(play.app.keymap.first_key(Action::Refresh), "‘refresh’ (no key)");
}
