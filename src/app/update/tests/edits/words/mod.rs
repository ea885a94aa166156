//! Words of several profiles of one account, of earlier sessions and of now: all of them are kept, and
//! none is sent unseen.

mod late;
mod profiles;

use crate::app::play::{Draft, Play, image};
use crate::domain::{Failure, FailureClass, LogIn, PlaceKey};

fn expired() -> Failure {
    let log_in = Some(LogIn::Sso { profile: "research".into() });
    Failure { log_in, ..Failure::new(FailureClass::Expired, "expired") }
}

fn all(play: &Play) -> String {
    play.kept_words()
}

/// A draft of `a` as an earlier session left it at the account and region of the tests.
fn left(text: &str) -> (PlaceKey, Draft) {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("tab");
    play.fill(text);
    play.keeps();
    let draft = play.only_draft();
    (draft.place().clone(), draft)
}
