//! `sagescope pick`: drawn on the terminal, answered on standard output.

use std::fs;
use std::process::Stdio;
use std::thread;

use rustix::process::Signal;

use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::tmux::Tmux;
use crate::terminal::{Service, Start, Window};

/// The images of the service, as its list has them.
const LISTED: &[&str] = &["1/3", "Enter pick", "Esc cancel", "CREATED"];

/// Picks in a command substitution of `shell`, and leaves what was captured, between brackets, in a file.
fn captured(shell: &str, start: Start) -> Window {
    let script = format!(
        r#"exec {shell} -c 'answer=$("$@"); code=$?; printf "[%s] %s" "$answer" "$code" >answer; exit "$code"' {shell} "$@""#
    );
    start.under_shell(&script).open()
}

fn answer(window: &Window) -> String {
    fs::read_to_string(window.home.path().join("answer")).unwrap()
}

fn picker(service: &Service) -> Start {
    Start::on(service).arg("pick")
}

#[test]
fn a_command_substitution_gets_the_name_and_the_terminal_is_as_it_was() {
    for shell in ["sh", "bash"] {
        let service = Service::of(3);
        let mut window = captured(shell, picker(&service));
        window.shows(LISTED);
        window.press("Down Enter");
        window.ends_with(0);
        let name = service.names()[1].clone();
        assert_eq!(answer(&window), format!("[{name}] 0"));
        assert_eq!(window.contents(), "", "nothing of it stays on the screen");
    }
}

#[test]
fn what_leaves_it_prints_nothing() {
    for (keys, is_filtered) in [("Esc", false), ("Ctrl-C", true)] {
        let service = Service::of(3);
        let mut window = captured("sh", picker(&service).arg("--multi"));
        window.shows(LISTED);
        window.press("Tab");
        window.shows(&["1 marked"]);
        if is_filtered {
            window.type_text("zzz");
            window.shows(&["No image matches"]);
        }
        window.press(keys);
        window.ends_with(130);
        assert_eq!(answer(&window), "[] 130");
    }
}

#[test]
fn several_come_a_line_each_in_the_order_of_the_list() {
    let service = Service::of(3);
    let mut window = captured("sh", picker(&service).arg("--multi").arg("--arn"));
    window.shows(LISTED);
    window.press("Down Tab Up Up Tab");
    window.shows(&["2 marked"]);
    window.press("Enter");
    window.ends_with(0);
    let answer = answer(&window);
    let names = service.names();
    let lines: Vec<_> = answer.trim_start_matches('[').lines().collect();
    assert!(
        lines[0].starts_with("arn:aws:sagemaker:us-east-1:") && lines[0].ends_with(&names[0]),
        "{answer}"
    );
    assert!(lines[1].contains(&names[1]) && lines[1].ends_with("] 0") && lines.len() == 2, "{answer}");
}

/// It begins with the filter of the command line, and neither standard stream has to be a terminal.
#[test]
fn it_stands_in_a_pipe_and_its_input_may_be_elsewhere() {
    let service = Service::of(3);
    let name = service.names()[2].clone();
    let start = picker(&service).arg(&name);
    let mut window = start.under_shell(r#""$@" </dev/null 2>/dev/null | cat >answer; exit 0"#).open();
    window.shows(&["1/1 of 3", &format!("/{name}")]);
    window.press("Enter");
    window.ends_with(0);
    assert_eq!(answer(&window), format!("{name}\n"));
}

#[test]
fn on_a_terminal_the_name_stands_where_the_program_was() {
    let service = Service::of(3);
    let mut window = picker(&service).open();
    window.shows(LISTED);
    window.press("Enter");
    window.ends_with(0);
    assert_eq!(window.contents().trim(), service.names()[0]);
}

#[test]
fn flags_count_before_and_behind_the_subcommand() {
    let mut window = Start::with(&["--demo", "pick", "--images", "7"]).open();
    window.shows(&["DEMO", "1/7", "Enter pick"]);
    window.press("Esc");
    window.ends_with(130);
}

/// Who can't take the answer has none, and nothing panics.
#[test]
fn an_answer_that_nobody_takes_is_a_failure() {
    for (to, told) in [("| :", ""), (">/dev/full", "sagescope: couldn't write to standard output")] {
        let service = Service::of(3);
        let script = format!(r#"{{ "$@" 2>stderr; echo $? >code; }} {to}; exit 0"#);
        let mut window = picker(&service).under_shell(&script).open();
        window.shows(LISTED);
        window.press("Enter");
        window.ends_with(0);
        let file = |name: &str| fs::read_to_string(window.home.path().join(name)).unwrap();
        assert_eq!(file("code").trim(), "1", "{to}");
        assert!(
            file("stderr").starts_with(told) && file("stderr").lines().count() == 1,
            "{}",
            file("stderr")
        );
    }
}

#[test]
fn a_signal_ends_it_with_its_number_and_prints_nothing() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let service = Service::of(3);
        let window = picker(&service).under_shell(r#"exec "$@" >answer"#).open();
        window.shows(LISTED);
        window.signal(signal);
        window.ends_with(code);
        assert_eq!(answer(&window), "");
    }
}

#[test]
fn where_there_is_no_terminal_it_says_so() {
    let mut command = Start::with(&["pick", "--demo"]).piped();
    command.stdin(Stdio::null());
    // In a session of its own a process has no terminal.
    let home = tempfile::TempDir::new().unwrap();
    let told = std::process::Command::new("setsid")
        .arg("--wait")
        .arg(command.get_program())
        .args(command.get_args())
        .env("HOME", home.path())
        .stdin(Stdio::null())
        .output();
    let Ok(told) = told else {
        println!("skipped: there is no setsid on the PATH");
        return;
    };
    let words = String::from_utf8(told.stderr).unwrap();
    assert_eq!((told.status.code(), told.stdout.len()), (Some(2), 0), "{words}");
    assert_eq!(words, "sagescope: there is no terminal to pick an image on\n");
}

#[test]
fn what_keeps_the_list_away_is_told_on_the_screen_and_again_in_the_shell() {
    let service = Service::of(3);
    service.inject("ListImages=denied");
    let mut window = captured("sh", picker(&service));
    window.shows(&["Couldn't list images: access denied", "Press Ctrl-R to try again"]);
    window.press("Esc");
    window.ends_with(1);
    assert_eq!(answer(&window), "[] 1");
    window.shows_at_last(&["sagescope: couldn't list images: access denied"]);
}

/// Nothing is left of what earlier sessions kept, and no edit is reached.
#[test]
fn no_key_of_the_browser_edits_in_it() {
    let service = Service::of(3);
    let mut window = picker(&service).open();
    window.shows(LISTED);
    window.type_text("e");
    window.shows(&["/e"]);
    window.hides(&["Edit"]);
    window.press("Ctrl-U F1");
    window.shows(&["print the image's name and leave"]);
    window.hides(&["edit"]);
    window.press("Esc");
    window.shows(&["Enter pick"]);
    window.press("Ctrl-Z Ctrl-S Ctrl-P Enter");
    window.ends_with(0);
    assert!(service.arrived("UpdateImage").is_empty());
    let drafts = window.home.path().join(".local/state/sagescope/drafts");
    let kept = fs::read_dir(&drafts).map_or(0, Iterator::count);
    assert_eq!(kept, 0, "nothing was typed that is worth keeping");
}

#[test]
fn it_works_in_a_popup_of_tmux() {
    let Some(tmux) = Tmux::idle() else { return };
    let start = Start::with(&["pick", "--demo"]);
    let (home, program) = (start.home.path().display().to_string(), env!("CARGO_BIN_EXE_sagescope"));
    let picks = format!(
        "HOME={home} SAGESCOPE_REFRESH=off {program} pick --demo >{home}/answer; echo $? >>{home}/answer"
    );
    // A popup is drawn on a client.
    let mut client = tmux.attach((80, 24));
    client.shows(&["sleep"]);
    thread::scope(|scope| {
        let popup = ["display-popup", "-E", "-w", "60", "-h", "15", &picks];
        scope.spawn(move || tmux.says(&popup));
        client.shows(&["1/44", "Enter pick", "Esc cancel"]);
        client.type_text("pytorch-2.4-gpu");
        client.shows(&["1/1 of 44"]);
        client.press("Enter");
        let answer = || fs::read_to_string(start.home.path().join("answer")).unwrap_or_default();
        waited_until("the answer", || answer() == "pytorch-2.4-gpu\n0\n");
    });
}
