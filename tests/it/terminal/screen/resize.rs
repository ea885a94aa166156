//! A window that changes its size.

use crate::terminal::rig::display::trimmed;
use crate::terminal::rig::service::IMAGE;
use crate::terminal::{NARROW, Service, Start, WIDE};

#[test]
fn the_screen_is_whole_at_every_size() {
    let service = Service::of(40);
    let mut window = Start::on(&service).size(WIDE).open();
    window.shows(&["1/40"]);
    window.press("/");
    window.type_text("atlas");
    window.press("Enter");
    window.shows(&[IMAGE, "123456789012:role/", "read just now", "/ filter"]);
    let wide = window.contents();
    window.is_whole();

    window.resize(NARROW);
    window.hides(&["SageMakerImages"]);
    window.shows(&[IMAGE, "/ filter"]);
    window.is_whole();

    window.resize((20, 5));
    window.shows(&["sagescope needs", "20×5"]);
    window.is_whole();

    window.resize(WIDE);
    window.wait_for("the wide screen as it was", |screen| trimmed(screen) == wide);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn on_a_small_window_the_difference_is_read_before_it_is_sent() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg(IMAGE).size(WIDE).open();
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.resize((30, 8));
    window.shows(&["Edit atlas"]);
    window.press("Tab End Ctrl-U");
    window.type_text("Words enough for some rows of a window that is as small as this one");
    window.press("Ctrl-S");
    window.shows(&["Review", "Image  atlas", "j read on, then send"]);
    window.press("Enter");
    window.shows(&["Not sent yet: press j"]);
    // Keys that come at once scroll past nothing that was not painted.
    window.press("j j j j j j j j j j");
    window.shows(&["Words enough for some"]);
    window.press("j j j j j j j j j j");
    window.shows(&["as small as this one", "Enter send"]);
    assert_eq!(service.arrived("UpdateImage").len(), 0);
    window.press("Enter");
    window.shows(&["verified"]);
    window.press("q");
    window.ends_with(0);
    assert_eq!(service.arrived("UpdateImage").len(), 1);
}

#[test]
fn a_form_survives_a_window_too_small_for_it() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg(IMAGE).size(WIDE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text(" and more");
    window.shows(&["set     20/128"]);
    window.resize((20, 5));
    window.shows(&["sagescope needs", "Press Ctrl-C", "to quit."]);
    window.type_text("!");
    window.press("Ctrl-S Enter");
    // Drawn anew behind those keys: they have been read.
    window.is_whole();
    window.resize(NARROW);
    // Where nobody sees what is typed, nothing is.
    window.shows(&["Edit atlas", "PyTorch 2.4 and more ", "set     20/128"]);
    window.is_whole();
    window.press("Ctrl-C");
    window.shows(&["Quit?"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}

/// The two reach the program by different ways, and neither may hide the other.
#[test]
fn no_key_is_lost_while_the_window_changes() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg(IMAGE).size(WIDE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    for round in 0..30_u16 {
        window.resize((WIDE.0 - 1, WIDE.1));
        window.type_text("x");
        window.resize(WIDE);
        window.shows(&[&format!("set     {}/128", 12 + round)]);
    }
    window.signal(rustix::process::Signal::TERM);
    window.ends_with(143);
}

#[test]
fn the_screen_is_whole_from_one_cell_to_more_than_a_screen_has() {
    let service = Service::of(40);
    let mut window = Start::on(&service).size(WIDE).open();
    // Nothing is to be read any more.
    window.shows(&["1/40", "read just now"]);
    let sizes = [
        (1, 1),
        (2, 1),
        (1, 50),
        (29, 8),
        (30, 7),
        (30, 8),
        (31, 9),
        (99, 24),
        (100, 24),
        (500, 8),
        (30, 200),
        (500, 200),
        (80, 24),
    ];
    for size in sizes {
        let frames = window.process.display.state().frames();
        window.resize(size);
        drop(window.process.display.wait_until(&format!("{size:?}"), |state| state.frames() > frames));
        window.is_whole();
    }
    // It has no size any more: a usual one is taken.
    window.resize_terminal_only((0, 0));
    window.press("j");
    window.shows(&["2/40"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

/// Sizes that come faster than frames are painted, with keys between.
#[test]
fn a_storm_of_sizes_leaves_every_page_whole_and_takes_no_key_away() {
    const ROUNDS: u16 = 60;
    let service = Service::of(120);
    let mut window = Start::on(&service).arg(IMAGE).size(WIDE).open();
    window.shows(&["123456789012:role/"]);
    let storm = |window: &mut crate::terminal::Window, least: (u16, u16), key: &str| {
        for round in 0..ROUNDS {
            window.resize((least.0 + round * 37 % 150, least.1 + round * 13 % 50));
            window.type_text(key);
        }
        window.resize(WIDE);
        // What is painted still may be for a size before.
        drop(window.process.display.wait_until("a frame of the last size", |state| {
            let contents = state.contents();
            let width = contents.lines().next().map_or(0, |header| header.chars().count());
            (WIDE.0 - 1..=WIDE.0).contains(&u16::try_from(width).unwrap_or_default())
                && contents.lines().count() == usize::from(WIDE.1)
        }));
    };
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.hides(&["loading", "refreshing"]);
    // Where nobody sees what is typed, nothing is: so no size is too small.
    storm(&mut window, (30, 8), "x");
    window.shows(&["set     71/128"]);
    window.is_whole();
    window.press("Ctrl-S");
    window.shows(&["Review", "}", "Enter send"]);
    storm(&mut window, (1, 1), "j");
    window.shows(&["Review", "}"]);
    window.is_whole();
    assert_eq!(service.arrived("UpdateImage").len(), 0);
    window.press("Esc");
    window.shows(&["set     71/128"]);
    window.press("Esc");
    window.hides(&["Edit atlas"]);
    window.press("?");
    window.shows(&["Help"]);
    storm(&mut window, (1, 1), "j");
    window.shows(&["Esc close"]);
    window.press("Esc");
    window.shows(&["Images 17/120"]);
    window.hides(&["Esc close"]);
    window.is_whole();
    window.signal(rustix::process::Signal::TERM);
    window.ends_with(143);
}
