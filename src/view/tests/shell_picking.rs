//! Pictures of the picker for a shell.

use crate::app::play::{Play, asked, image, reply};
use crate::app::{App, Msg, Prints, ShellPick, Size};
use crate::domain::{Failure, FailureClass, LogIn, Mode};

use super::picture::{draw, text};
use super::scene::{self, sized};
use super::screens::check;
use super::sizes::{at_every_size, styled};

const ONE: ShellPick = ShellPick { several: false, prints: Prints::Name };
const SEVERAL: ShellPick = ShellPick { several: true, prints: Prints::Name };

fn begun(pick: ShellPick, query: &str) -> Play {
    Play::picking(Size { width: 120, height: 40 }, Mode::default(), pick, query)
}

/// A list of some images, the first of which is described.
fn listed(pick: ShellPick, query: &str) -> Play {
    let mut play = begun(pick, query);
    play.locate();
    play.answer(asked::list, reply::page(scene::catalogue(), None));
    play.rest();
    if let Some(first) = play.app.current_name() {
        play.describe(image(first.as_str()));
    }
    play
}

fn failed(failure: &Failure) -> Play {
    let mut play = begun(ONE, "torch");
    while let Some((ticket, _)) = play.calls.pop() {
        play.reply(ticket, Err(failure.clone()));
    }
    play
}

#[test]
fn the_picker() {
    at_every_size("shell-pick-begun", || begun(ONE, ""));
    at_every_size("shell-pick", || listed(ONE, ""));
    at_every_size("shell-pick-filtered", || listed(ONE, "pytorch"));
    at_every_size("shell-pick-no-match", || listed(ONE, "no-such-image"));
    at_every_size("shell-pick-unjudged", || listed(ONE, "used:0"));
    at_every_size("shell-pick-marked", || {
        let mut play = listed(SEVERAL, "gpu");
        play.press("tab tab");
        play
    });
    at_every_size("shell-pick-help", || {
        let mut play = listed(SEVERAL, "");
        play.press("f1");
        play
    });
    styled("shell-pick-filtered", || listed(ONE, "pytorch"));
}

/// As in a popup of tmux.
#[test]
fn the_picker_in_a_small_window() {
    for (width, height) in [(60, 15), (40, 8), (29, 7)] {
        let picture = text(&draw(&sized(App::from(listed(SEVERAL, "gpu")), (width, height)), true));
        check(&format!("shell-pick@{width}x{height}"), &picture);
    }
}

#[test]
fn the_picker_where_no_image_can_be_listed() {
    at_every_size("shell-pick-denied", || failed(&scene::denied()));
    let profile = "research".into();
    let expired = Failure {
        log_in: Some(LogIn::Sso { profile }),
        ..Failure::new(FailureClass::NoCredentials, "The SSO session has expired.")
    };
    at_every_size("shell-pick-log-in", || failed(&expired));
    at_every_size("shell-pick-no-region", || {
        failed(&Failure::new(FailureClass::NoRegion, "There is no region."))
    });
    at_every_size("shell-pick-refresh-failed", || {
        let mut play = listed(ONE, "");
        play.press("ctrl-r");
        while let Some((ticket, _)) = play.calls.pop() {
            play.reply(ticket, Err(Failure::new(FailureClass::Unreachable, "connection refused")));
        }
        play.tell(Msg::PasteCutOff);
        play
    });
}
