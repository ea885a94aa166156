//! Several images, marked and changed by one form.

mod afterwards;
mod form;
mod sending;

use crate::app::play::{Play, asked, image, reply, second};
use crate::domain::Image;

const FIVE: [&str; 5] = ["a", "b", "c", "d", "e"];

/// All five are marked, their form is open and read.
fn form() -> Play {
    let mut play = Play::with(&FIVE);
    play.press("* e");
    read_all(&mut play);
    play
}

/// Every image that is asked for is as it was.
fn read_all(play: &mut Play) {
    while let Some(name) = asked_for(play) {
        play.describe(image(&name));
    }
}

fn asked_for(play: &Play) -> Option<String> {
    play.asked_images().into_iter().next()
}

/// What is typed for all of them, reviewed and read to its end.
fn reviewed(text: &str) -> Play {
    let mut play = form();
    play.press("tab");
    play.fill(text);
    play.press("ctrl-s");
    read_on(&mut play);
    play
}

fn read_on(play: &mut Play) {
    for _ in 0..12 {
        play.press("pgdn");
    }
}

/// An image as the change of its description has left it.
fn changed(name: &str, text: &str) -> Image {
    let modified = Some(second(200));
    Image { description: Some(text.into()), modified, ..image(name) }
}

/// The step that is out goes all the way.
fn goes_well(play: &mut Play, name: &str, text: &str) {
    play.describe(image(name));
    play.answer_write(reply::accepted());
    settles(play, name, text);
}

fn settles(play: &mut Play, name: &str, text: &str) {
    play.wait();
    // The next step may be checked meanwhile.
    let wanted = asked::Asked::Image(name.into());
    play.answer(|asked| *asked == wanted, reply::image(changed(name, text)));
}

fn names_sent(play: &Play) -> Vec<&str> {
    play.sent.iter().filter_map(|body| body["ImageName"].as_str()).collect()
}
