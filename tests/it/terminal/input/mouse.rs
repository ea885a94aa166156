//! The mouse, as a terminal reports it.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::service::IMAGE;
use crate::terminal::rig::tmux::Tmux;
use crate::terminal::{NARROW, Service, Start, WIDE, Window};

/// The left button.
const LEFT: u8 = 0;
const DRAG: u8 = 32;
const WHEEL_UP: u8 = 64;
const WHEEL_DOWN: u8 = 65;

impl Window {
    fn report(&mut self, button: u8, (x, y): (u16, u16), end: char) {
        self.send(format!("\x1b[<{button};{};{}{end}", x + 1, y + 1).as_bytes());
    }

    /// Where these words stand first, from 0; they have to be there.
    fn cell_of(&self, words: &str) -> (u16, u16) {
        let find = |screen: &vt100::Screen| {
            let (_, columns) = screen.size();
            let rows = screen.rows(0, columns.get()).enumerate();
            let mut found = rows.filter_map(|(y, row)| Some((row.find(words)?, y, row)));
            let (at, y, row) = found.next()?;
            let x = row[..at].chars().count();
            Some((u16::try_from(x).unwrap(), u16::try_from(y).unwrap()))
        };
        self.shows(&[words]);
        let state = self.process.display.wait_until(words, |state| find(state.screen()).is_some());
        find(state.screen()).unwrap()
    }

    fn click_at(&mut self, at: (u16, u16)) {
        self.report(LEFT, at, 'M');
        self.report(LEFT, at, 'm');
    }

    fn click(&mut self, words: &str) {
        let at = self.cell_of(words);
        self.click_at(at);
    }

    /// In one write, so that no time passes between the halves.
    fn double_click_at(&mut self, (x, y): (u16, u16)) {
        let half = format!("\x1b[<0;{0};{1}M\x1b[<0;{0};{1}m", x + 1, y + 1);
        self.send(half.repeat(2).as_bytes());
    }

    fn wheel(&mut self, button: u8, words: &str, notches: usize) {
        let at = self.cell_of(words);
        for _ in 0..notches {
            self.report(button, at, 'M');
        }
    }
}

fn is_on(screen: &vt100::Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
}

fn is_off(screen: &vt100::Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::None
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Default
}

fn demo(size: (u16, u16)) -> Window {
    let window = Start::with(&["--demo", "--mouse", "--images", "60"]).size(size).open();
    window.shows(&["1/60", "CREATED"]);
    window.wait_for("the mouse", is_on);
    window
}

#[test]
fn rows_tabs_and_footer_are_clicked_and_rows_opened() {
    let mut window = demo(WIDE);
    window.press("j j j j j");
    window.shows(&["6/60"]);
    let (x, y) = window.cell_of("NAME");
    // The row below the heads of the columns, then the third.
    window.click_at((x, y + 1));
    window.shows(&["1/60"]);
    window.click_at((x, y + 3));
    window.shows(&["3/60", "Enter open"]);
    window.click("Versions");
    window.shows(&["[Versions", "latest", "Esc back"]);
    window.click("Esc back");
    window.shows(&["Enter open"]);
    window.click("? help");
    window.shows(&["one image down", "─ Help"]);
    window.press("Esc");
    window.hides(&["─ Help"]);
    window.click("q quit");
    window.ends_with(0);
}

#[test]
fn a_double_click_opens_the_image() {
    let mut window = demo(NARROW);
    let (x, y) = window.cell_of("NAME");
    window.double_click_at((x, y + 2));
    window.shows(&["Esc back", "Role ARN"]);
    window.click("Esc back");
    window.shows(&["2/60"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn the_wheel_scrolls_the_pane_that_does_not_have_the_keys() {
    let mut window = demo(WIDE);
    let first = {
        let (x, y) = window.cell_of("NAME");
        let state = window.process.display.state();
        state.screen().contents_between(y + 1, x, y + 1, x + 12)
    };
    window.press("Enter");
    window.shows(&["Esc back"]);
    window.wheel(WHEEL_DOWN, "NAME", 4);
    let (x, y) = window.cell_of("NAME");
    window.wait_for("another first row", |screen| screen.contents_between(y + 1, x, y + 1, x + 12) != first);
    // The keys stay where they are, and so does the image.
    window.shows(&["1/60", "Esc back"]);
    window.wheel(WHEEL_UP, "NAME", 9);
    window.wait_for("the first row", |screen| screen.contents_between(y + 1, x, y + 1, x + 12) == first);
    // Very many at once are a few frames.
    let before = window.process.display.state().frames();
    window.send("\x1b[<65;10;10M".repeat(3000).as_bytes());
    window.press("Esc");
    window.shows(&["Enter open"]);
    window.press("G");
    window.shows(&["60/60"]);
    let frames = window.process.display.state().frames() - before;
    assert!(frames < 300, "{frames} frames");
    window.press("q");
    window.ends_with(0);
}

#[test]
fn the_divider_is_dragged_and_is_there_again_the_next_time() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg("--mouse").size(WIDE).open();
    window.shows(&["1/3", "role/"]);
    window.wait_for("the mouse", is_on);
    let (x, y) = window.cell_of("╮╭");
    window.report(LEFT, (x, y + 4), 'M');
    for step in 1..=12 {
        window.report(LEFT + DRAG, (x - step, y + 5), 'M');
    }
    window.report(LEFT, (x - 12, y + 5), 'm');
    window.wait_for("a narrower list", |screen| {
        screen.contents().lines().any(|line| line.chars().position(|c| c == '╮') == Some(usize::from(x - 12)))
    });
    let home = window.home.path().to_owned();
    let kept = home.join(".local/state/sagescope/divider.json");
    waited_until("the divider on the disk", || kept.exists());
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_field_is_clicked_and_typed_in_where_it_was_clicked() {
    let service = Service::of(3);
    let mut window = Start::on(&service).arg("--mouse").arg(IMAGE).size(WIDE).open();
    window.shows(&["123456789012:role/"]);
    window.click("e edit");
    window.shows(&["unchanged     11/128"]);
    // The mouse types nothing, whatever it reports.
    window.send(b"\x1b[<0;0;0M\x1b[<35;3;3M\x1b[M !!\x1b[32;4;4M\x1b[<0;999999;1M\x1b[<65;1;1m");
    let (x, y) = window.cell_of("Description");
    window.click_at((x + 3, y + 1));
    window.type_text("#");
    window.wait_for("what was typed within the text", |screen| {
        let row = screen.contents_between(y + 1, x, y + 1, x + 12);
        row.chars().nth(3) == Some('#')
    });
    window.shows(&["unchanged     11/128"]);
    window.press("Ctrl-S");
    window.shows(&["Enter send"]);
    // A review that has just come is not answered by a click; once it has stood for a while it is.
    let seen = Instant::now();
    let send = window.cell_of("Enter send");
    window.double_click_at(send);
    waited_until("time", || seen.elapsed() > Duration::from_secs(2));
    window.shows(&["Enter send"]);
    assert!(service.arrived("UpdateImage").is_empty());
    window.click("Enter send");
    service.waits_for("UpdateImage");
    window.shows(&["verified"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn however_it_ends_the_mouse_is_the_shells_again() {
    for signal in [None, Some(Signal::TERM), Some(Signal::HUP)] {
        let window = {
            let mut window = demo(NARROW);
            match signal {
                Some(signal) => window.signal(signal),
                None => window.press("q"),
            }
            window
        };
        window.ends();
        window.is_as_before();
        assert!(is_off(window.process.display.state().screen()));
    }
}

#[test]
fn while_it_is_suspended_the_mouse_is_the_shells() {
    let mut window = demo(NARROW);
    window.press("Ctrl-Z");
    window.is_stopped();
    window.wait_for("the mouse given back", |screen| is_off(screen) && !screen.alternate_screen());
    window.signal(Signal::CONT);
    window.wait_for("the mouse again", |screen| is_on(screen) && screen.alternate_screen());
    window.click("? help");
    window.shows(&["one image down"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[test]
fn a_panic_gives_the_mouse_back() {
    let mut window =
        Start::with(&["--demo", "--mouse"]).env("SAGESCOPE_PANIC_AT", "loop").size(NARROW).open();
    window.shows(&["CREATED"]);
    window.wait_for("the mouse", is_on);
    window.press("j");
    window.ends();
    window.is_as_before();
    assert!(is_off(window.process.display.state().screen()));
}

#[test]
fn it_is_off_unless_it_is_asked_for_in_one_of_the_ways() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("mine.toml");
    fs::write(&file, "mouse = true\n").unwrap();
    let file = file.to_str().unwrap();
    for (arguments, variable, is_wanted) in [
        (&[][..], None, false),
        (&["--mouse"], None, true),
        (&["--mouse=on"], None, true),
        (&["--mouse=off"], None, false),
        (&[], Some("1"), true),
        (&[], Some("off"), false),
        (&[], Some(""), false),
        (&["--config", file], None, true),
        (&["--config", file], Some(""), true),
        (&["--config", file], Some("0"), false),
        (&["--config", file, "--mouse=off"], None, false),
        (&["--mouse=off"], Some("1"), false),
    ] {
        let mut start = Start::with(&[&["--demo"], arguments].concat());
        if let Some(variable) = variable {
            start = start.env("SAGESCOPE_MOUSE", variable);
        }
        let mut window = start.size(NARROW).open();
        window.shows(&["CREATED"]);
        let what = format!("{arguments:?} {variable:?}");
        let state = window.process.display.state();
        assert_eq!((is_on(state.screen()), is_off(state.screen())), (is_wanted, !is_wanted), "{what}");
        drop(state);
        // Never each motion.
        window.press("q");
        window.ends_with(0);
        let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
        assert!(!written.contains("1003") && written.contains("?1000h") == is_wanted, "{what}");
    }
}

#[test]
fn it_is_turned_on_and_off_by_its_name() {
    let mut window = Start::with(&["--demo"]).size(WIDE).open();
    window.shows(&["CREATED"]);
    window.wait_for("no mouse", is_off);
    for (is_wanted, said) in [(true, "Mouse on"), (false, "Mouse off")] {
        window.press(":");
        window.shows(&["Commands"]);
        window.type_text("toggle-mouse");
        window.shows(&[":toggle-mouse"]);
        window.press("Enter");
        window.shows(&[said]);
        window.wait_for(said, |screen| if is_wanted { is_on(screen) } else { is_off(screen) });
    }
    window.press("q");
    window.ends_with(0);
}

#[test]
fn in_tmux_with_its_own_mouse_on_it_works_too() {
    let Some(tmux) = Tmux::running(Start::with(&["--demo", "--mouse", "--images", "60"]).size(WIDE)) else {
        return;
    };
    tmux.says(&["set-option", "-g", "mouse", "on"]);
    tmux.wait_for("the list", |contents| contents.contains("1/60") && contents.contains("read just now"));
    let flags =
        || tmux.says(&["display-message", "-p", "#{mouse_button_flag}#{mouse_sgr_flag}#{mouse_all_flag}"]);
    waited_until("the mouse", || flags().trim() == "110");
    tmux.press(&["-H", "1b", "5b", "3c", "30", "3b", "39", "3b", "35", "4d"]);
    tmux.wait_for("the row under the click", |contents| {
        contents.contains("2/60") || contents.contains("3/60")
    });
    tmux.press(&["q"]);
}
