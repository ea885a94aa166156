//! The tour of the demo, from its begin to its end, against the real service.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use sagescope::app::Size;
use sagescope::app::tour::{Deed, SCRIPT, TOURED};
use sagescope::emulator::{Catalogue, Emulator, Options};
use sagescope::keys::{Action, Keymap, Rebinding, Scope};

use super::{Drive, Mode, Msg};

/// At its begin.
async fn touring() -> Drive {
    let options =
        Options { catalogue: Catalogue::built_in(), settle: Duration::from_millis(20), ..Options::default() };
    let service = Emulator::start(options).await.unwrap();
    Drive::open_on(service, Mode { demo: true, ..Mode::default() }).await
}

/// Lets it go on to its end; gives what it said.
async fn to_the_end(drive: &mut Drive) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    while let Some(tour) = drive.app.tour() {
        said.insert(tour.caption(&drive.app.keymap));
        drive.step().await;
    }
    said.remove("");
    said
}

fn captions(keymap: &Keymap) -> BTreeSet<String> {
    let said = SCRIPT.iter().filter_map(|step| match step.deed {
        Deed::Say(caption) => Some(caption),
        Deed::Press(_) | Deed::Type(_) | Deed::Wait(_) | Deed::SomeoneElseEdits => None,
    });
    said.map(|caption| sagescope::app::tour::words(caption, keymap)).collect()
}

fn descriptions(drive: &Drive) -> Vec<String> {
    let of = |body: &serde_json::Value| body["Description"].as_str().unwrap_or_default().to_owned();
    drive.arrived().iter().map(of).collect()
}

fn is_whole(drive: &Drive) {
    assert!(drive.said().contains("That was the tour."), "{}", drive.said());
    let sent = descriptions(drive);
    let [tested, undone, mine] = &sent[..] else { panic!("three changes: {sent:?}") };
    assert_eq!(tested, &format!("{undone} Tested."), "the first is undone by the second");
    assert_eq!(mine, &format!("{undone} Mine."), "mine is kept, not theirs");
    let held = drive.service.describe(TOURED).unwrap();
    assert_eq!(held["Description"].as_str(), Some(mine.as_str()));
}

#[tokio::test]
async fn it_goes_through_all_its_scenes_and_each_change_reaches_the_service() {
    let mut drive = touring().await;
    let said = to_the_end(&mut drive).await;
    assert_eq!(said, captions(Keymap::builtin()));
    is_whole(&drive);
}

#[tokio::test]
async fn it_fits_a_small_window_and_a_person_s_own_keys() {
    let mut drive = touring().await;
    drive.tell(Msg::Resize { width: 40, height: 12 });
    assert_eq!(drive.app.size, Size { width: 40, height: 12 });
    let own = [(Scope::Image, "e", "none"), (Scope::Image, "f5", "edit")];
    let own: Vec<Rebinding> = own.into_iter().map(rebinding).collect();
    drive.app.keymap = Arc::new(Keymap::builtin().rebound(&own));
    let said = to_the_end(&mut drive).await;
    assert!(said.iter().any(|caption| caption.starts_with("F5 opens a form")), "{said:?}");
    is_whole(&drive);
}

/// Nobody has to have a key for everything that it shows.
#[tokio::test]
async fn it_shows_also_what_has_no_key() {
    let mut drive = touring().await;
    let all = Keymap::builtin().all();
    let own: Vec<Rebinding> = all
        .filter(|row| matches!(row.action, Action::Edit | Action::Filter | Action::ShowUsage | Action::Undo))
        .flat_map(|row| row.keys.iter().map(|keys| (row.scope, keys.to_string())))
        .map(|(scope, keys): (Scope, String)| rebinding((scope, &keys, "none")))
        .collect();
    drive.app.keymap = Arc::new(Keymap::builtin().rebound(&own));
    to_the_end(&mut drive).await;
    is_whole(&drive);
}

fn rebinding((scope, keys, action): (Scope, &str, &str)) -> Rebinding {
    let actions = if action == "none" { Vec::new() } else { vec![action.to_owned().try_into().unwrap()] };
    Rebinding { scope, keys: keys.parse().unwrap(), actions }
}

#[tokio::test]
async fn a_key_ends_it_where_it_stands_and_does_nothing_else() {
    for key in ["esc", "q", "e", "x", "enter"] {
        let mut drive = touring().await;
        drive
            .until(|drive| drive.app.tour().is_some_and(|tour| !tour.caption(&drive.app.keymap).is_empty()))
            .await;
        let (top, place) = (drive.app.top().is_some(), drive.app.current_name());
        drive.press(key);
        assert!(drive.app.tour().is_none() && !drive.quit, "{key}");
        assert_eq!((drive.app.top().is_some(), drive.app.current_name()), (top, place), "{key}");
        assert!(
            drive.said().contains("The tour is over. You take over where it stands."),
            "{}",
            drive.said()
        );
        drive.settle().await;
        assert_eq!(drive.arrived().len(), 0, "{key}");
    }
}

#[tokio::test]
async fn it_waits_while_it_is_paused() {
    let mut drive = touring().await;
    drive.until(|drive| drive.app.tour().is_some_and(sagescope::app::tour::Tour::is_begun)).await;
    drive.press("space");
    assert!(drive.screen().contains("Paused. The images"), "{}", drive.screen());
    let before = drive.app.tour().cloned();
    drive.settle().await;
    assert_eq!(drive.app.tour().cloned(), before, "it is idle, and the tour where it was");
    drive.press("space");
    to_the_end(&mut drive).await;
    is_whole(&drive);
}
