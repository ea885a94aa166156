//! Places, keys and accounts that change while something is open, under way or waiting.

mod open;
mod waiting;

use crate::app::play::Play;
use crate::domain::{Failure, FailureClass, LogIn};

use super::aws_setup;

fn expired() -> Failure {
    let log_in = Some(LogIn::Sso { profile: "research".into() });
    Failure { log_in, ..Failure::new(FailureClass::Expired, "expired") }
}

fn pick_ctrl(play: &mut Play, text: &str) {
    play.press("ctrl-p");
    play.survey(aws_setup());
    play.type_text(text);
    play.press("enter");
}
