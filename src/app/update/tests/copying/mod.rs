//! What is copied, and what is said of it.

mod console;
mod offers;
mod told;

use crate::domain::ImageVersion;

use super::play::{Asked, Play, reply, version};

const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/a";

/// The labels of what the menu offers, each with its key.
fn menu(play: &Play) -> Vec<String> {
    let key = |copy| {
        let action = crate::keys::Action::Copy(copy);
        crate::keys::Keymap::builtin().first_key_in(crate::keys::Scope::Copy, action)
    };
    play.app
        .open_copy_menu()
        .unwrap()
        .offers
        .iter()
        .map(|offer| format!("{} {}", key(offer.action), offer.label))
        .collect()
}

/// The versions of `a`, the newest in focus, which was described.
fn on_a_version() -> Play {
    let mut play = Play::with(&["a"]);
    play.press("enter 2");
    play.answer_versions("a", [3, 2]);
    let described = ImageVersion {
        container_image: Some("registry/ml@sha256:9f86".into()),
        failure_reason: Some("It could not be pulled.".into()),
        ..version("a", 3)
    };
    play.answer(|asked| *asked == Asked::Version("a".into(), 3), reply::version(described));
    play
}
