//! Pictures of the copy menu, and of the question where an image is elsewhere.

use crate::app::App;
use crate::app::play::{Play, asked, name, reply};
use crate::domain::{Image, ImageVersion, RoleArn};

use super::furnish::{ask_elsewhere, open_copy_menu};
use super::picture::{draw, text};
use super::scene::{self, sized};
use super::sizes::{at_every_size, styled};

pub fn of_image() -> App {
    let mut app = scene::browsing();
    open_copy_menu(&mut app, 1);
    app
}

pub fn of_marked() -> App {
    let mut app = scene::browsing();
    let (place, browser) = app.browser_for_tests();
    let names = browser.list.names(&place.images).into_iter().take(3).collect();
    browser.marked.toggle_all(names);
    open_copy_menu(&mut app, 0);
    app
}

pub fn of_version() -> App {
    let mut play = Play::with(&["pytorch-2.4-gpu"]);
    play.press("enter 2");
    play.answer_versions("pytorch-2.4-gpu", [12, 11]);
    let described = ImageVersion {
        container_image: Some(
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/ml/pytorch@sha256:9f86d081".into(),
        ),
        failure_reason: Some("The image could not be pulled.".into()),
        ..ImageVersion::numbered(name("pytorch-2.4-gpu"), 12)
    };
    play.answer(asked::version, reply::version(described));
    play.press("y");
    play.app
}

/// What comes from afar, in each row of the menu.
pub fn of_foreign(text: &str) -> App {
    let mut app = scene::browsing();
    let mut image = Image { failure_reason: Some(text.into()), ..scene::pytorch() };
    image.display_name = Some(text.into());
    image.role = Some(RoleArn::received(text));
    let detail = app.place_for_tests().details.entry(image.name.clone()).or_default();
    detail.value = crate::app::Remote::Ready(image);
    open_copy_menu(&mut app, 2);
    app
}

pub fn elsewhere() -> App {
    let mut app = scene::browsing();
    let arn = "arn:aws:sagemaker:eu-west-1:210987654321:image/tf-2.17-cpu";
    ask_elsewhere(&mut app, arn, Some("production"));
    app
}

#[test]
fn the_copy_menu() {
    at_every_size("copy", of_image);
    at_every_size("copy-version", of_version);
    at_every_size("copy-marked", of_marked);
    styled("copy", of_image);
}

#[test]
fn an_image_elsewhere() {
    at_every_size("elsewhere", elsewhere);
}

#[test]
fn foreign_text_is_inert_in_the_menu_and_on_the_clipboard() {
    let app = of_foreign("\u{1b}]52;c;AAAA\u{7}機械 \u{202e}gpj\u{200b} ${x} !tag\u{85}\u{9b}31m");
    for offer in &app.open_copy_menu().unwrap().offers {
        let is_inert = |c: char| !c.is_control() && !"\u{202e}\u{85}".contains(c);
        assert!(offer.text.split('\n').all(|line| line.chars().all(is_inert)), "{:?}", offer.text);
    }
    let shown = text(&draw(&sized(app, (120, 40)), true));
    assert!(shown.contains("display name") && shown.contains("機械"), "{shown}");
}
