//! What is pressed and waited for, as it is written in the table: steps with `; ` between them.
//!
//! ```text
//! press ctrl-s     keys as in the key table, with blanks between them
//! type some text
//! shows Words      waits until they are on the screen
//! hides Words      waits until they are not
//! loaded           waits until nothing is being read
//! changes G        presses a key and waits until the screen is another
//! changed          waits until the screen is another than before the key
//! ends             waits until the program has ended well
//! fails            waits until it has ended with a failure
//! stops            waits until it is stopped, and lets it go on
//! asks ListTags    waits until that has arrived at the service once more than before the key
//! other NAME       something happens at the service: see `World::other`
//! ```

use super::world::World;
use crate::terminal::rig::process::waited_until;

/// A step of a script.
fn step(world: &mut World, step: &str, before: &Before) {
    let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
    match verb {
        "press" => rest.split(' ').for_each(|key| world.window.send(&bytes(key))),
        "type" => world.window.type_text(rest),
        "shows" => world.window.shows(&[rest]),
        "hides" => world.window.hides(&[rest]),
        "loaded" => world.window.hides(&["loading", "refreshing"]),
        "changes" => {
            world.window.catches_up();
            let before = Before::of(world);
            world.window.send(&bytes(rest));
            is_another(world, &before);
        }
        "changed" => is_another(world, before),
        "painted" => drop(
            world.window.process.display.wait_until("another frame", |state| state.frames() > before.frames),
        ),
        "ends" => assert_eq!(world.window.ends().exit_code(), 0),
        "fails" => assert_eq!(world.window.ends().exit_code(), 1),
        "stops" => {
            world.window.is_stopped();
            world.window.signal(rustix::process::Signal::CONT);
        }
        "asks" => {
            let service = world.service();
            let count = before.arrived.iter().filter(|operation| *operation == rest).count();
            waited_until(rest, || service.arrived(rest).len() > count);
        }
        "other" => world.other(rest),
        _ => panic!("{step:?} is no step"),
    }
}

/// What there was before a key was pressed.
pub struct Before {
    contents: String,
    frames: usize,
    /// The requests that had arrived.
    arrived: Vec<String>,
}

impl Before {
    pub fn of(world: &World) -> Self {
        let arrivals = world.arrivals();
        let state = world.window.process.display.wait_until("a frame", |_| true);
        Self { contents: state.contents(), frames: state.frames(), arrived: arrivals }
    }
}

#[track_caller]
fn is_another(world: &World, before: &Before) {
    let is_another = |state: &crate::terminal::rig::display::State| state.contents() != before.contents;
    drop(world.window.process.display.wait_until("another screen", is_another));
}

/// Does the steps one after the other.
pub fn run(world: &mut World, script: &str, before: &Before) {
    for one in script.split("; ").filter(|one| !one.is_empty()) {
        step(world, one, before);
    }
}

/// The bytes that a terminal sends for a key, as it is written in the key table.
pub fn bytes(key: &str) -> Vec<u8> {
    let (mut rest, mut bytes, mut modifier) = (key, Vec::new(), 1);
    let mut is_ctrl = false;
    if let Some(after) = rest.strip_prefix("alt-") {
        (rest, modifier) = (after, 3);
    }
    if let Some(after) = rest.strip_prefix("ctrl-") {
        (rest, modifier, is_ctrl) = (after, modifier + 4, true);
    }
    if let Some(after) = rest.strip_prefix("shift-") {
        (rest, modifier) = (after, modifier + 1);
    }
    let of_cursor = |letter: char| match modifier {
        1 => format!("\x1b[{letter}"),
        modifier => format!("\x1b[1;{modifier}{letter}"),
    };
    let numbered = |number: u8| match modifier {
        1 => format!("\x1b[{number}~"),
        modifier => format!("\x1b[{number};{modifier}~"),
    };
    let named = match rest {
        "up" => of_cursor('A'),
        "down" => of_cursor('B'),
        "right" => of_cursor('C'),
        "left" => of_cursor('D'),
        "home" => of_cursor('H'),
        "end" => of_cursor('F'),
        "insert" => numbered(2),
        "delete" => numbered(3),
        "pgup" => numbered(5),
        "pgdn" => numbered(6),
        "f1" => "\x1bOP".into(),
        "f2" => "\x1bOQ".into(),
        "backtab" => "\x1b[Z".into(),
        "backspace" if is_ctrl => "\x1b[127;5u".into(),
        plain => {
            let byte = match plain {
                "enter" => "\r",
                "esc" => "\x1b",
                "tab" => "\t",
                "space" => " ",
                "backspace" => "\x7f",
                plain => plain,
            };
            if modifier == 3 {
                bytes.push(0x1b);
            }
            if is_ctrl {
                assert_eq!(byte.len(), 1, "{key}");
                bytes.push(byte.as_bytes()[0] & 0x1f);
            } else {
                bytes.extend(byte.bytes());
            }
            return bytes;
        }
    };
    named.into_bytes()
}
