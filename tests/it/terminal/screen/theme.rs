//! Themes: what the terminal is asked, what it says, and what it shows.

use std::process::Output;

use rustix::process::Signal;
use vt100::Color;

use crate::terminal::{Service, Start, Window};

const ASKED: &str = "\x1b]11;?\x1b\\";
const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const DARK: &str = "\x1b]11;rgb:1e1e/1e1e/2e2e\x07";
/// The accents of the default theme.
const ON_LIGHT: Color = Color::Rgb(0x00, 0x60, 0x6f);
const ON_DARK: Color = Color::Rgb(0x6c, 0xc7, 0xd9);

fn true_colour(service: &Service) -> Start {
    Start::on(service).env("COLORTERM", "truecolor")
}

/// Waits until something is drawn in this colour.
#[track_caller]
fn shows_colour(window: &Window, colour: Color) {
    window.wait_for(&format!("{colour:?}"), |screen| colours(screen).contains(&colour));
}

fn colours(screen: &vt100::Screen) -> Vec<Color> {
    let (rows, columns): (u16, u16) = (screen.size().0.into(), screen.size().1.into());
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    cells.filter_map(|(row, column)| screen.cell(row, column)).map(vt100::Cell::fgcolor).collect()
}

#[test]
fn the_background_is_asked_for_and_followed_as_long_as_the_program_has_the_terminal() {
    let service = Service::of(3);
    let mut window = true_colour(&service).open();
    // Nothing waits for the answer, and what is drawn meanwhile can be read on any background.
    window.shows(&["1/3", "read just now"]);
    shows_colour(&window, Color::Idx(6));
    window.wrote(ASKED, 1);
    window.wrote("\x1b[?2031h", 1);
    window.type_text(LIGHT);
    shows_colour(&window, ON_LIGHT);
    window.type_text("\x1b[?62;22c");
    // Dark is wanted now; whether the background followed is asked for.
    window.type_text("\x1b[?997;1n");
    window.wrote(ASKED, 2);
    window.type_text(&format!("{DARK}\x1b[?62;22c"));
    shows_colour(&window, ON_DARK);
    // Here it did not.
    window.type_text("\x1b[?997;2n");
    window.wrote(ASKED, 3);
    window.type_text(&format!("{DARK}\x1b[?62;22c"));
    window.press("j");
    window.shows(&["2/3"]);
    shows_colour(&window, ON_DARK);
    window.wrote("\x1b[?2031h", 1);
    window.press("Ctrl-Z");
    window.is_stopped();
    window.wrote("\x1b[?2031l", 1);
    window.is_as_before();
    window.signal(Signal::CONT);
    window.wrote(ASKED, 4);
    window.wrote("\x1b[?2031h", 2);
    window.type_text(LIGHT);
    shows_colour(&window, ON_LIGHT);
    window.press("q");
    window.ends_with(0);
    window.wrote("\x1b[?2031l", 2);
}

#[test]
fn a_terminal_that_tells_no_colour_is_followed_by_what_is_wanted() {
    let service = Service::of(3);
    let mut window = true_colour(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.type_text("\x1b[?62;22c\x1b[?997;2n");
    shows_colour(&window, ON_LIGHT);
    window.type_text("\x1b[?997;1n");
    shows_colour(&window, ON_DARK);
    window.wrote(ASKED, 1);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn what_needs_no_background_asks_for_none() {
    let service = Service::of(3);
    for start in [
        Start::on(&service).env("TERM", "xterm"),
        true_colour(&service).env("NO_COLOR", "1"),
        true_colour(&service).arg("--background=dark"),
        true_colour(&service).arg("--colors=16"),
    ] {
        let mut window = start.open();
        window.shows(&["1/3", "read just now"]);
        // An answer to no question changes nothing.
        window.type_text(LIGHT);
        window.press("j");
        window.shows(&["2/3"]);
        window.press("q");
        window.ends_with(0);
        window.wrote(ASKED, 0);
        window.wrote("2031", 0);
        assert!(!colours(window.process.display.state().screen()).contains(&ON_LIGHT));
    }
}

#[test]
fn answers_that_make_no_sense_or_come_late_are_no_keys_and_take_none() {
    let service = Service::of(3);
    let mut window = true_colour(&service).open();
    window.shows(&["1/3", "read just now"]);
    for answer in [
        "\x1b]11;rgb:ffff/ffff\x1b\\",
        "\x1b]11;quite white\x1b\\",
        "\x1b]11;\x07",
        "\x1b]4;11;rgb:ffff/ffff/ffff\x07",
        "\x1b[?997;3n",
        "\x1b[?997n",
        "\x1b[?62;22c",
    ] {
        window.type_text(answer);
    }
    window.press("j");
    window.shows(&["2/3"]);
    shows_colour(&window, Color::Idx(6));
    // Late, behind the last answer: it is right all the same.
    window.type_text(LIGHT);
    shows_colour(&window, ON_LIGHT);
    window.press("q");
    window.ends_with(0);
}

/// The terminal answers when the program is about to end: a shell that goes on must find nothing of it.
#[test]
fn an_answer_at_the_end_is_not_left_for_the_shell() {
    let service = Service::of(3);
    let script = r#"saved=$(stty -g); "$@"; stty raw -echo min 0 time 5; cat > typed; stty "$saved"; exit 0"#;
    let mut window = true_colour(&service).under_shell(script).open();
    window.wrote("\x1b[c", 1);
    window.press("q");
    // It has given the alternate screen back, and waits for what was asked last.
    window.wrote("\x1b[?1049l", 1);
    window.type_text(&format!("{LIGHT}\x1b[?62;22c"));
    window.ends_with(0);
    let typed = std::fs::read_to_string(window.home.path().join("typed")).unwrap();
    assert_eq!(typed, "");
}

#[test]
fn without_colours_none_is_written_and_in_ascii_nothing_else() {
    let service = Service::of(3);
    for start in [
        true_colour(&service).env("NO_COLOR", "1").env("LANG", "C"),
        true_colour(&service).arg("--colors=none").env("LC_ALL", "POSIX"),
        true_colour(&service).env("SAGESCOPE_COLORS", "none").env("SAGESCOPE_SYMBOLS", "ascii"),
    ] {
        let mut window = start.open();
        window.shows(&["1/3", "read just now", "+- Images"]);
        let display = window.process.display.state();
        assert!(display.written.is_ascii(), "{}", display.contents());
        let is_plain = |colour: &Color| *colour == Color::Default;
        assert!(colours(display.screen()).iter().all(is_plain));
        drop(display);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn a_theme_that_is_picked_is_there_the_next_time() {
    let service = Service::of(3);
    let start = true_colour(&service).arg("--background=dark");
    let mut window = start.open();
    window.shows(&["1/3", "read just now"]);
    shows_colour(&window, ON_DARK);
    window.press("Ctrl-T j");
    window.shows(&["Theme", "Operandi and Vivendi"]);
    let vivendi = Color::Rgb(0x00, 0xd3, 0xd0);
    shows_colour(&window, vivendi);
    window.press("Enter");
    window.hides(&["Operandi"]);
    window.press("q");
    window.ends_with(0);
    let home = window.home;
    let mut window = true_colour(&service).arg("--background=dark").env("HOME", home.path()).open();
    window.shows(&["1/3", "read just now"]);
    shows_colour(&window, vivendi);
    window.press("q");
    window.ends_with(0);
}

fn run(start: &Start) -> Output {
    start.piped().output().unwrap()
}

#[test]
fn a_terminal_that_can_not_move_its_cursor_is_refused_and_the_rest_works_there() {
    for (term, words) in [
        ("dumb", "sagescope: TERM is dumb: such a terminal can't show full-screen programs; use another one"),
        ("", "sagescope: TERM is not set: set it to the name of this terminal, such as xterm-256color"),
    ] {
        let start = Start::with(&["--demo"]).env("TERM", term);
        let window = start.under_shell(r#""$@" 2>stderr; exit $?"#).open();
        window.ends_with(2);
        let told = std::fs::read_to_string(window.home.path().join("stderr")).unwrap();
        assert_eq!(told.trim(), words);
        window.wrote("\x1b", 0);
        for arguments in [&["keys"][..], &["config"], &["config", "schema"], &["--help"]] {
            let output = run(&Start::with(arguments).env("TERM", term));
            assert!(output.status.success() && !output.stdout.is_empty(), "{arguments:?} {output:?}");
        }
    }
}

#[test]
fn colors_that_are_asked_for_are_shown_though_the_environment_wants_none() {
    let service = Service::of(3);
    let window = Start::on(&service).env("NO_COLOR", "1").arg("--colors=256").open();
    window.shows(&["1/3", "read just now"]);
    window.wait_for("a color", |screen| colours(screen).iter().any(|color| *color != Color::Default));
    let plain = Start::on(&service).env("NO_COLOR", "1").open();
    plain.shows(&["1/3", "read just now"]);
    plain.wait_for("no color", |screen| colours(screen).iter().all(|color| *color == Color::Default));
}
