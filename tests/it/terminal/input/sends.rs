//! What terminals send besides plain keys.

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

fn form(service: &Service) -> Window {
    let mut window = Start::on(service).arg(IMAGE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window
}

fn quit(mut window: Window) {
    window.press("Ctrl-C");
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[test]
fn option_with_an_arrow_moves_by_a_word_and_closes_nothing() {
    let service = Service::of(3);
    let mut window = form(&service);
    window.send(b"\x1b\x1b[D");
    window.type_text("X");
    window.shows(&["PyTorch 2.X4", "Edit atlas"]);
    quit(window);
}

#[test]
fn backspace_is_backspace_whichever_byte_it_sends() {
    let service = Service::of(3);
    let mut window = form(&service);
    window.send(b"\x08\x7f");
    window.shows(&["set      9/128"]);
    quit(window);
}

#[test]
fn answers_of_the_terminal_are_not_typed() {
    let service = Service::of(3);
    let mut window = form(&service);
    for answer in [
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1bP>|a terminal 1.0\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b^private\x1b\\",
        "\x1b[?62;22c",
        "\x1b[12;40R",
        "\x1b[I",
        "\x1b[<35;10;10M",
        "\x1b[?2026;2$y",
    ] {
        window.type_text(answer);
    }
    window.type_text("!");
    window.shows(&["PyTorch 2.4!", "set     12/128"]);
    quit(window);
}

#[test]
fn they_do_nothing_in_the_list_either() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.type_text("\x1b]11;rgb:1e1e/1e1e/1e1e\x07\x1bP1$r0m\x1b\\");
    window.press("j");
    window.shows(&["2/3"]);
    window.hides(&["Edit"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn ctrl_alt_is_no_ctrl() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    // Ctrl-Alt-Q, Ctrl-Alt-Z, a line feed, which is Ctrl-J.
    window.send(b"\x1b\x11\x1b\x1a\n");
    window.press("j");
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn the_keypad_has_an_enter_of_its_own() {
    let service = Service::of(3);
    let mut window = Start::on(&service).size(crate::terminal::NARROW).open();
    window.shows(&["1/3"]);
    window.send(b"\x1bOM");
    window.shows(&["123456789012:role/"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_paste_that_never_ends_takes_no_key_away() {
    let service = Service::of(3);
    let mut window = form(&service);
    window.type_text("\x1b[200~ and more");
    // After a while it is delivered all the same.
    window.shows(&["PyTorch 2.4 and more", "The paste didn't end"]);
    window.press("Ctrl-C");
    window.shows(&["Quit?"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[test]
fn a_paste_that_is_too_long_is_cut_off_and_its_rest_is_not_run() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.type_text("\x1b[200~");
    window.type_text(&"q".repeat(1024 * 1024 + 10));
    window.type_text("\x1b[201~j");
    window.shows(&["2/3", "The paste didn't end"]);
    window.press("q");
    window.ends_with(0);
}

/// A terminal that tells keys apart is asked to, and not any more when the program ends or stops.
#[test]
fn keys_are_told_apart_where_the_terminal_can_and_only_as_long_as_the_program_has_it() {
    let service = Service::of(3);
    let mut window = Start::on(&service).open();
    window.shows(&["1/3", "read just now"]);
    window.wrote("\x1b[?u", 1);
    window.wrote("\x1b[>1u", 0);
    window.type_text("\x1b[?0u");
    window.wrote("\x1b[>1u", 1);
    // Ctrl-Z, as such a terminal sends it.
    window.type_text("\x1b[122;5u");
    window.is_stopped();
    window.wrote("\x1b[<1u", 1);
    window.is_as_before();
    window.signal(rustix::process::Signal::CONT);
    window.wrote("\x1b[>1u", 2);
    window.type_text("\x1b[106;1u");
    window.shows(&["2/3"]);
    window.type_text("\x1b[99;5u");
    window.ends_with(0);
    window.wrote("\x1b[<1u", 2);
}

#[test]
fn an_escape_that_tells_itself_apart_is_one() {
    let service = Service::of(3);
    let mut window = form(&service);
    window.type_text("\x1b[27u");
    window.hides(&["Edit atlas"]);
    window.press("q");
    window.ends_with(0);
}
