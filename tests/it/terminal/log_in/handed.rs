//! The terminal handed to the AWS CLI, and taken back.

use std::fs;
use std::path::Path;

use crate::terminal::rig::service::IMAGE;

use super::world::{TOKEN, TOKEN_FILE, World, aws_that_asks, is_back, is_handed_over};

#[test]
fn the_aws_cli_gets_the_terminal_and_gives_it_back() {
    let world = World::new();
    let mut window = world.start(Some(&aws_that_asks())).open();
    window.shows(&["You haven't logged in to SSO with profile default yet", "L log in"]);
    window.press("L");
    is_handed_over(&window, "word?");
    assert!(window.contents().contains("the browser opens for: sso login --profile default"));
    // Its terminal shows and edits what is typed, as a terminal does that nobody has changed.
    window.type_text("swordfish");
    window.wait_for("the echo", |screen| screen.contents().contains("swordfish"));
    window.press("Enter");
    is_back(&window, IMAGE);
    window.shows(&["123456789012 ─", "eu-west-1", "read just now"]);
    window.hides(&["You haven't logged in"]);
    window.is_whole();
    window.press("j");
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
    assert!(world.service.signed_by().contains(&("ASIASSO".into(), "eu-west-1".into())));
    window.shows_at_last(&["the word was swordfish"]);
}

#[test]
fn a_log_in_that_runs_out_in_the_middle_of_an_edit_costs_no_word() {
    let world = World::new();
    let start = world.start(Some(&aws_that_asks())).arg(IMAGE);
    log_in_before(start.home.path());
    let mut window = start.open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text(" for all");
    window.press("Ctrl-S");
    window.shows(&["Review"]);
    world.service.inject("DescribeImage=expiredx1");
    window.press("Enter");
    window.shows(&["the credentials have expired", "Press L to log in"]);
    window.press("L");
    is_handed_over(&window, "word?");
    window.press("Enter");
    is_back(&window, "You are logged in");
    window.shows(&["Review", "PyTorch 2.4 for all"]);
    assert!(world.service.arrived("UpdateImage").is_empty());
    window.hides(&["the credentials have expired", "account …", "123456789012 …"]);
    window.press("Enter");
    window.shows(&["verified"]);
    assert_eq!(world.service.arrived("UpdateImage").len(), 1);
    window.press("q");
    window.ends_with(0);
}

fn log_in_before(home: &Path) {
    let file = home.join(TOKEN_FILE);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, format!(r#"{{"accessToken": "{TOKEN}", "expiresAt": "2099-01-01T00:00:00Z"}}"#)).unwrap();
}

#[test]
fn a_log_in_that_fails_can_be_read_before_the_screen_is_back() {
    let world = World::new();
    let mut window = world.start(Some("echo 'no such start URL'; exit 253")).open();
    window.shows(&["L log in"]);
    window.press("L");
    is_handed_over(&window, "Press Enter to go back");
    assert!(window.contents().contains("no such start URL"));
    window.press("Enter");
    is_back(&window, "exit code 253");
    window.shows(&["aws sso login --profile default"]);
    window.press("Esc");
    window.hides(&["exit code 253"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn ctrl_c_ends_the_log_in_and_not_the_program() {
    let world = World::new();
    let mut window = world.start(Some("echo waiting; read -r forever")).open();
    window.shows(&["L log in"]);
    window.press("L");
    is_handed_over(&window, "waiting");
    window.press("Ctrl-C");
    is_back(&window, "Couldn't log in");
    window.is_whole();
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_while_another_program_has_the_terminal_ends_both() {
    let world = World::new();
    let start = world.start(Some("echo $$ > pid; echo waiting; read -r forever"));
    // Its own shell stays, so that nothing but the program itself can end what it began.
    let mut window = start.under_shell("\"$@\"; echo ended with $?; read -r _").open();
    window.shows(&["L log in"]);
    window.press("L");
    is_handed_over(&window, "waiting");
    let pid = |path: &str| fs::read_to_string(window.home.path().join(path)).unwrap().trim().to_owned();
    let child = format!("/proc/{}", pid("pid"));
    let parent = fs::read_to_string(format!("{child}/stat")).unwrap();
    let parent: i32 = parent.rsplit_once(") ").unwrap().1.split(' ').nth(1).unwrap().parse().unwrap();
    let parent = rustix::process::Pid::from_raw(parent).unwrap();
    rustix::process::kill_process(parent, rustix::process::Signal::TERM).unwrap();
    window.shows(&["ended with 143"]);
    let is_gone = || {
        !Path::new(&child).exists()
            || fs::read_to_string(format!("{child}/stat")).is_ok_and(|it| it.contains(") Z "))
    };
    window.wait_for("the end of the log-in", |_| is_gone());
    window.press("Enter");
    window.ends_with(0);
}

#[test]
fn where_the_aws_cli_is_missing_its_command_is_shown_to_be_copied() {
    let world = World::new();
    let start = world.start(None);
    let home = start.home.path().to_owned();
    let mut window = start.open();
    window.shows(&["L log in"]);
    window.press("L");
    window.shows(&["aws sso login --profile default", "not on your PATH"]);
    window.press("y");
    window.shows(&["Copied"]);
    // Somebody logs in elsewhere.
    log_in_before(&home);
    window.press("r");
    window.shows(&[IMAGE]);
    window.hides(&["not on your PATH"]);
    window.press("q");
    window.ends_with(0);
}
