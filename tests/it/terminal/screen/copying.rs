//! What leaves the program: to the clipboard, to a browser; and an ARN that comes in.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::service::IMAGE;
use crate::terminal::rig::tmux::Tmux;
use crate::terminal::{NARROW, Service, Start, WIDE};

/// [`IMAGE`] in base64.
const ENCODED: &str = "YXRsYXMtcHl0b3JjaC0yLjQtZ3B1";
const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/atlas-pytorch-2.4-gpu";

/// A program that keeps what it is given in files called as it is.
fn keeper(name: &str, then: &str) -> String {
    format!("#!/bin/sh\necho \"$*\" > \"$HOME/{name}.args\"\n/bin/cat > \"$HOME/{name}.in\"\n{then}\n")
}

/// `sagescope` on the service, with these programs on its PATH and no others.
fn with_programs(service: &Service, programs: &[(&str, &str)]) -> Start {
    let start = Start::on(service).arg(IMAGE);
    let folder = start.home.path().join("bin");
    fs::create_dir(&folder).unwrap();
    for (name, then) in programs {
        let file = folder.join(name);
        fs::write(&file, keeper(name, then)).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    start.env("PATH", folder)
}

fn kept(home: &Path, file: &str) -> String {
    fs::read_to_string(home.join(file)).unwrap_or_default()
}

#[test]
fn the_menu_copies_by_the_terminal_and_says_so() {
    let service = Service::of(1);
    for size in [WIDE, NARROW] {
        let mut window = Start::on(&service).arg(IMAGE).size(size).open();
        window.shows(&["arn:aws:iam::123456789012:role/"]);
        window.press("y");
        window.shows(&["Copy atlas-pytorch-2.4-gpu", "Terraform block", "aws sagemaker describe-image"]);
        window.press("n");
        window.shows(&["Copied the name of atlas-pytorch-2.4-gpu: OSC 52."]);
        window.wrote(&format!("\x1b]52;c;{ENCODED}"), 1);
        window.hides(&["Terraform block"]);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn tmux_and_the_desktop_get_it_too() {
    let service = Service::of(1);
    let programs = [("tmux", "echo external"), ("xclip", "")];
    let start = with_programs(&service, &programs).env("TMUX", "/tmp/none,1,0").env("DISPLAY", ":9");
    let home = start.home.path().to_owned();
    let mut window = start.open();
    window.shows(&["arn:aws:iam::123456789012:role/"]);
    window.press("Y");
    // tmux drops OSC 52 from within.
    window.shows(&["Copied the ARN of atlas-pytorch-2.4-gpu: tmux, xclip."]);
    assert_eq!((kept(&home, "tmux.in"), kept(&home, "xclip.in")), (ARN.into(), ARN.into()));
    assert_eq!(kept(&home, "xclip.args"), "-selection clipboard\n");
    window.press("q");
    window.ends_with(0);
}

#[test]
fn over_ssh_the_desktop_is_not_the_person_s_and_no_browser_is_opened() {
    let service = Service::of(1);
    let programs = [("xclip", ""), ("xdg-open", "")];
    let start = with_programs(&service, &programs).env("SSH_CONNECTION", "a b c d").env("DISPLAY", ":9");
    let home = start.home.path().to_owned();
    let mut window = start.open();
    window.shows(&["arn:aws:iam::123456789012:role/"]);
    window.press("Y");
    window.shows(&["Copied the ARN of atlas-pytorch-2.4-gpu: OSC 52."]);
    window.press("o");
    window.shows(&["https://us-east-1.console.aws.amazon.com/sagemaker/", "over SSH"]);
    window.press("q");
    window.ends_with(0);
    assert!(!home.join("xclip.in").exists() && !home.join("xdg-open.args").exists());
}

/// A tmux that has this option, and takes a text like that.
fn tmux(option: &str, takes: &str) -> String {
    format!("case \"$*\" in load-buffer*) {takes} ;; *) echo {option}; echo /dev/pts/9 ;; esac")
}

#[test]
fn what_tmux_did_not_take_is_said() {
    let service = Service::of(1);
    let too_old = "echo 'usage: load-buffer [-b buffer-name] path' >&2; exit 1";
    let of_screen = "echo 'Terminal 0: screen for /dev/pts/9, flags=0x20:'; echo ' 192: Ms: [missing]'";
    for (then, said) in [
        (
            "echo 'no server running' >&2; exit 1".into(),
            "Copied the ARN of atlas-pytorch-2.4-gpu: OSC 52. Not via tmux: no server running.",
        ),
        (tmux("external", ":"), "Copied the ARN of atlas-pytorch-2.4-gpu: tmux."),
        (tmux("off", ":"), "Copied the ARN of atlas-pytorch-2.4-gpu: tmux."),
        (tmux("on", ":"), "Copied the ARN of atlas-pytorch-2.4-gpu: OSC 52, tmux."),
        (
            tmux("on", too_old),
            "Copied the ARN of atlas-pytorch-2.4-gpu: OSC 52. Not via tmux: it is older than version 3.2",
        ),
        (
            tmux("external", too_old),
            "Not copied: the ARN of atlas-pytorch-2.4-gpu. Not via tmux: it is older than version 3.2",
        ),
        (
            format!("{}; {of_screen}", tmux("on", ":")),
            "Not copied: the ARN of atlas-pytorch-2.4-gpu. Not via tmux: only in its own buffer,",
        ),
    ] {
        let mut window = with_programs(&service, &[("tmux", &then)]).env("TMUX", "/tmp/none,1,0").open();
        window.shows(&["arn:aws:iam::123456789012:role/"]);
        window.press("Y");
        window.shows(&[said]);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn programs_that_are_not_there_are_said() {
    let service = Service::of(1);
    for (variable, said) in [
        ("DISPLAY", "OSC 52. Not via the desktop: there is no xclip or xsel."),
        ("WAYLAND_DISPLAY", "OSC 52. Not via the desktop: there is no wl-copy."),
        ("BROWSER", "OSC 52."),
        ("TMUX", "OSC 52. Not via tmux: it is not on the PATH."),
    ] {
        let mut window = with_programs(&service, &[]).env(variable, "x").open();
        window.shows(&["arn:aws:iam::123456789012:role/"]);
        window.press("Y");
        window.shows(&[&format!("Copied the ARN of atlas-pytorch-2.4-gpu: {said}")]);
        window.press("q");
        window.ends_with(0);
    }
}

/// What is asked of it is what it understands, where it is installed.
#[test]
fn a_real_tmux_has_it_in_its_buffer() {
    let Some(tmux) = Tmux::idle() else { return };
    let service = Service::of(1);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let start = Start::on(&service).arg(IMAGE).env("TMUX", tmux.variable()).env("PATH", path);
    let mut window = start.open();
    window.shows(&["arn:aws:iam::123456789012:role/"]);
    window.press("Y");
    window.shows(&["Copied the ARN of atlas-pytorch-2.4-gpu: tmux."]);
    assert_eq!(tmux.says(&["show-buffer"]).trim(), ARN);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn what_was_copied_last_arrives_though_the_program_ends_at_once() {
    let service = Service::of(1);
    let start = with_programs(&service, &[("wl-copy", "")]).env("WAYLAND_DISPLAY", "wayland-9");
    let home = start.home.path().to_owned();
    let mut window = start.open();
    window.shows(&["arn:aws:iam::123456789012:role/"]);
    window.press("Y q");
    window.ends_with(0);
    assert_eq!(kept(&home, "wl-copy.in"), ARN);
}

#[test]
fn the_console_is_opened_in_a_browser_or_its_address_is_copied() {
    let service = Service::of(1);
    let address =
        format!("https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/{IMAGE}");
    let start = with_programs(&service, &[("xdg-open", "")]).env("DISPLAY", ":9");
    let home = start.home.path().to_owned();
    let mut window = start.open();
    window.shows(&["arn:aws:iam::123456789012:role/"]);
    window.press("o");
    window.shows(&["in the browser"]);
    waited_until("the address", || kept(&home, "xdg-open.args") == format!("{address}\n"));
    window.press("q");
    window.ends_with(0);

    let mut window = with_programs(&service, &[]).env("DISPLAY", ":9").open();
    window.shows(&["arn:aws:iam::123456789012:role/"]);
    window.press("o");
    window.shows(&["https://us-east-1.console.aws.amazon.com/sagemaker/", "no program here"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn the_browser_that_the_environment_names_comes_first() {
    let service = Service::of(1);
    let address =
        format!("https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/{IMAGE}");
    for (named, programs, opened, args) in [
        ("mine --new %s --quiet", vec!["mine", "xdg-open"], "mine", format!("--new {address} --quiet\n")),
        ("none-such:w3m:'mine'", vec!["w3m", "mine", "xdg-open"], "mine", format!("{address}\n")),
        ("none-such", vec!["xdg-open"], "xdg-open", format!("{address}\n")),
    ] {
        let programs: Vec<_> = programs.into_iter().map(|name| (name, "")).collect();
        let start = with_programs(&service, &programs).env("BROWSER", named);
        let home = start.home.path().to_owned();
        let mut window = start.open();
        window.shows(&["arn:aws:iam::123456789012:role/"]);
        window.press("o");
        window.shows(&["in the browser"]);
        waited_until("the address", || kept(&home, &format!("{opened}.args")) == args);
        window.press("q");
        window.ends_with(0);
        for (other, _) in programs.iter().filter(|(name, _)| *name != opened) {
            assert!(!home.join(format!("{other}.args")).exists(), "{other} ran for {named}");
        }
    }
}

#[test]
fn a_browser_that_can_t_be_opened_is_told_in_plain_words() {
    let service = Service::of(1);
    for (named, programs, said) in [
        ("none-such", vec![], "$BROWSER names none-such, which can't be run here"),
        ("mine", vec![("mine", "exit 2")], "$BROWSER names mine, which could not open the address"),
        ("lynx", vec![("lynx", "")], "$BROWSER names lynx, which needs the terminal for itself"),
        ("'x", vec![], "$BROWSER is ‘'x’, which is not a command"),
        (":", vec![("gio", "exit 2")], "no program here could open the address"),
    ] {
        // So wide that the message stands in one row.
        let mut window = with_programs(&service, &programs).env("BROWSER", named).size((260, 40)).open();
        window.shows(&["arn:aws:iam::123456789012:role/"]);
        window.press("o");
        window.shows(&["Copied the console address https://us-east-1.console.aws.amazon.com/", said]);
        window.press("q");
        window.ends_with(0);
    }
}

#[test]
fn an_arn_on_the_command_line_or_in_the_filter_leads_to_its_image() {
    let service = Service::of(230);
    let mut window = Start::on(&service).arg(ARN).open();
    window.shows(&[IMAGE, "Esc back", "PyTorch 2.4"]);
    window.press("Esc");
    window.hides(&["Esc back"]);
    window.press("/");
    window.paste(ARN);
    window.shows(&["1/1 of 230"]);
    window.press("Ctrl-C");
    window.ends_with(0);

    let mut window = Start::on(&service).arg(&ARN.replace("us-east-1", "eu-west-1")).open();
    window.shows(&["Image elsewhere", "is in account 123456789012,", "eu-west-1.", "y go there"]);
    window.press("y");
    window.shows(&["eu-west-1 ─"]);
    window.hides(&["Image elsewhere"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}
