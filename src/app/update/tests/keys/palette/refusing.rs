//! Commands that can't be run now.

use crate::app::PaletteItem;
use crate::app::play::{Play, failure, image};
use crate::domain::{FailureClass, Mode};
use crate::keys::{Action, Keymap, Rebinding, Scope};

use super::{Begin, USUAL, refused, rows, run};

#[test]
fn what_can_not_be_done_says_why_and_stays() {
    let listed: Begin = || Play::with(&["a"]);
    let cases: &[(Begin, &str, &str)] = &[
        (listed, "undo", "hasn't changed this image yet"),
        (listed, "clear-filter", "No filter to clear"),
        (listed, "try-demo", "when there are no credentials"),
        (listed, "drafts", "No drafts"),
        (listed, "log-in", "No login needed"),
        (listed, "sort used-by", "hasn't been looked up yet"),
        (|| Play::with(&[]), "edit", "No images here"),
        (|| Play::begin_at(USUAL, Mode::default(), None), "widen-list", "only at 100 columns or more"),
        (|| Play::begin_at(USUAL, Mode::default(), None), "edit", "Still loading images"),
    ];
    for (begin, line, why) in cases {
        let mut play = begin();
        run(&mut play, line);
        assert_eq!(play.top(), "palette", "{line}");
        assert!(refused(&play).contains(why), "{line}: {}", refused(&play));
        assert!(play.screen().contains(&refused(&play)[..9]), "{line}: {}", play.screen());
    }
    let mut play = Play::begin_at(USUAL, Mode { read_only: true, demo: false }, None);
    play.locate();
    play.page(&["a"], None);
    run(&mut play, "edit");
    assert!(refused(&play).contains("Read-only"), "{}", refused(&play));
}

/// What says no more than that there is nothing to do was forgotten where the reasons are.
#[test]
fn whatever_can_not_be_done_has_a_reason_of_its_own() {
    let mut failing = Play::begin();
    while let Some((ticket, _)) = failing.calls.pop() {
        failing.reply(ticket, Err(failure(FailureClass::NoCredentials)));
    }
    let mut reviewing = Play::with(&["a"]);
    reviewing.open_form(image("a"));
    reviewing.fill("Mine");
    reviewing.press("ctrl-s");
    let mut scenes = Vec::from([Box::new(failing), Box::new(reviewing), Box::new(Play::begin())]);
    for keys in ["H", "D", "!", "?", "y", "enter", "enter 2", "5 enter"] {
        let mut play = Play::with(&["a"]);
        play.press(keys);
        scenes.push(Box::new(play));
    }
    for play in &mut scenes {
        let here = play.top();
        play.press(":");
        let (rows, mut dim) = (rows(play), 0);
        for row in &rows {
            let Some(why) = &row.obstacle else { continue };
            dim += 1;
            assert!(
                why.ends_with(['.', '!']) && !why.contains("That can't be done here"),
                "{here}: {}: {why}",
                row.name
            );
        }
        assert!(dim > 0 && dim < rows.len(), "{here}");
        for row in rows {
            if let PaletteItem::Action(action) = row.item {
                assert!(row.obstacle.is_some() || play.app.can(action), "{here}: {}", row.name);
            }
        }
    }
}

#[test]
fn nothing_is_sent_from_here_nor_by_a_second_enter() {
    let mut play = Play::with(&["a"]);
    play.app.pace.second_key = std::time::Duration::from_millis(700);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("ctrl-s");
    assert_eq!(play.top(), "review");
    for line in ["send", "send-when-settled", "send-unnoted"] {
        run(&mut play, line);
        assert!(refused(&play).contains("sends a change"), "{line}: {}", refused(&play));
        play.press("esc");
    }
    assert!(play.has_consent() && play.sent.is_empty() && play.calls.is_empty());
    run(&mut play, "close");
    assert_eq!(play.top(), "form");
    play.app.take_keys(&Keymap::builtin().rebound(&[Rebinding {
        scope: Scope::Everywhere,
        keys: "f8".parse().unwrap(),
        actions: vec![Action::Commands],
    }]));
    play.press("f8");
    play.type_text("review");
    play.press("enter");
    assert_eq!(play.top(), "review");
    play.press("enter enter");
    assert!(play.calls.is_empty(), "a second Enter checks nothing, and sends nothing: {:?}", play.calls);
    // A clock that is put back does not stop it for as long.
    play.later(-3600);
    play.press("enter");
    assert_eq!(play.calls.len(), 1, "the check before the write");
}
