//! From the review's Enter to the outcome.

mod held;
mod outcome;

use crate::app::play::{Play, image, reply, second};
use crate::domain::{Image, ImageStatus};

/// A form in which the display name is set and the description cleared, reviewed and seen.
fn reviewed() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.open_form(image("a"));
    play.fill("Mine");
    play.press("tab end ctrl-u ctrl-s");
    play
}

/// The same, sent and accepted.
fn accepted() -> Play {
    let mut play = reviewed();
    play.press("enter");
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play
}

fn written(status: ImageStatus, modified: i64) -> Image {
    Image {
        display_name: Some("Mine".into()),
        description: None,
        status: Some(status),
        modified: Some(second(modified)),
        ..image("a")
    }
}
