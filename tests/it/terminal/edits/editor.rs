//! The person's own editor: the terminal given to it and taken back, and what it leaves.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use rustix::process::Signal;
use serde_json::json;

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start, Window};

use super::several::read_to_its_end;

/// `sagescope` with this script as the editor; in it, `$file` is the file.
fn start(service: &Service, script: &str) -> Start {
    let start = Start::on(service);
    let file = start.home.path().join("my editor");
    fs::write(&file, format!("#!/bin/sh\nfor file; do :; done\n{script}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    let line = format!("'{}' --wait", file.display());
    start.env("VISUAL", line).env("EDITOR", "false").env("PATH", "/usr/bin:/bin")
}

/// The form of an image is open, and read.
fn form(start: Start) -> Window {
    let mut window = start.arg(IMAGE).open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.hides(&["loading", "refreshing"]);
    window
}

fn is_handed_over(window: &Window, words: &str) {
    window.wait_for(words, |screen| !screen.alternate_screen() && screen.contents().contains(words));
}

fn is_back(window: &Window, words: &[&str]) {
    window.wait_for(&format!("{words:?}"), |screen| {
        let contents = screen.contents();
        screen.alternate_screen() && words.iter().all(|words| contents.contains(words))
    });
}

/// The files that are kept for an editor.
fn kept(window: &Window) -> Vec<PathBuf> {
    let folder = window.home.path().join(".local/state/sagescope/edits");
    let folders = fs::read_dir(folder).into_iter().flatten().flatten();
    folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap()).map(|file| file.unwrap().path()).collect()
}

fn quit(window: &mut Window) {
    window.press("Ctrl-C");
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[test]
fn the_editor_gets_the_terminal_and_what_it_writes_is_sent() {
    let service = Service::of(3);
    let mut window = form(start(
        &service,
        r#"stat -c %a "$file" "${file%/*}" > "$HOME/modes"; cp "$file" "$HOME/before"
printf '%s\n' "$1" > "$HOME/arguments"
printf 'new name? '; read -r name; printf '%s\n' "$name" > "$file""#,
    ));
    window.press("Ctrl-O");
    is_handed_over(&window, "new name?");
    // Its terminal shows and edits what is typed, and nothing of it comes to the program.
    window.type_text("qq");
    window.type_text("\x7f\x7fAtlas 機械");
    window.wait_for("the echo", |screen| screen.contents().contains("Atlas 機械"));
    window.press("Enter");
    is_back(&window, &["Atlas 機械", "was: PyTorch 2.4", "set      8/128"]);
    window.is_whole();
    let read = |name: &str| fs::read_to_string(window.home.path().join(name)).unwrap();
    assert_eq!((read("modes").as_str(), read("before").as_str()), ("600\n700\n", "PyTorch 2.4\n"));
    assert_eq!(read("arguments"), "--wait\n");
    let is_gone = || kept(&window).is_empty();
    window.wait_for("no file is left", |_| is_gone());
    window.press("Ctrl-S");
    window.shows(&["Review", "}"]);
    window.press("Enter");
    window.shows(&["verified"]);
    assert_eq!(service.arrived("UpdateImage"), [json!({"ImageName": IMAGE, "DisplayName": "Atlas 機械"})]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn an_editor_that_does_not_end_well_costs_no_word() {
    // The first time it goes wrong, the second time it leaves the file as it is.
    let once = |wrong: &str| {
        let again = "if [ -e \"$HOME/again\" ]; then printf 'again? '; read -r _; exit 0; fi";
        format!("{again}; touch \"$HOME/again\"; {wrong}")
    };
    let raw = "stty raw -echo; printf '\\033[?1049h\\033[?1h\\033[?1000h\\033[?25l\\033[2;3r'";
    for (wrong, says, taken) in [
        ("echo New > \"$file\"; exit 3".to_owned(), "exit code 3", Some("New")),
        (format!("echo New > \"$file\"; {raw}; kill -9 $$"), "signal 9", Some("New")),
        ("printf 'one\\ntwo\\n' > \"$file\"".into(), "takes one line", None),
        ("printf 'a\\n\\377\\n' > \"$file\"".into(), "line 2 is not UTF-8", None),
        ("printf 'a\\0b' > \"$file\"".into(), "line 1 has a character", None),
        ("truncate -s 1G \"$file\"".into(), "larger than 1 MiB", None),
        ("rm \"$file\"; ln -s /etc/hostname \"$file\"".into(), "it is a link now", None),
    ] {
        let service = Service::of(3);
        // So wide that no sentence is broken.
        let mut window = form(start(&service, &once(&wrong)).size((260, 40)));
        window.press("Ctrl-O");
        is_back(&window, &[says, "unchanged     11/128", "display-name.txt", "Press Ctrl-O"]);
        window.is_whole();
        let files = kept(&window);
        assert_eq!(files.len(), 1, "{files:?}");
        window.press("Ctrl-O");
        is_handed_over(&window, "again?");
        window.press("Enter");
        match taken {
            Some(text) => {
                is_back(&window, &[text, "was: PyTorch 2.4"]);
                window.hides(&["display-name.txt"]);
            }
            None => is_back(&window, &[says, "display-name.txt"]),
        }
        quit(&mut window);
        assert_eq!(files[0].symlink_metadata().is_ok(), taken.is_none(), "{says}");
    }
}

#[test]
fn an_editor_that_changes_nothing_or_is_not_there_is_said_so() {
    let service = Service::of(3);
    let mut window = form(start(&service, "sleep 1"));
    window.press("Ctrl-O");
    is_back(&window, &["Nothing was changed in the editor.", "unchanged     11/128"]);
    window.hides(&["code --wait"]);
    quit(&mut window);
    for (line, says) in [
        ("no-such-editor -x", "There is no program ‘no-such-editor’"),
        ("/etc/passwd", "‘/etc/passwd’ is not allowed to run"),
        ("vi 'x", "VISUAL is ‘vi 'x’, which is not a command"),
    ] {
        let mut window = form(start(&service, "").env("VISUAL", line));
        window.press("Ctrl-O");
        window.shows(&[says]);
        window.is_whole();
        assert_eq!(kept(&window), [] as [PathBuf; 0]);
        window.type_text("!");
        window.shows(&["set     12/128"]);
        quit(&mut window);
    }
}

#[test]
fn a_change_settles_while_the_editor_is_open_and_the_window_gets_another_size() {
    let service = Service::of(3);
    let mut window = form(start(&service, "printf 'editing '; read -r _"));
    window.type_text("!");
    window.press("Ctrl-S");
    window.shows(&["Review", "}"]);
    window.press("Enter");
    window.hides(&["Review"]);
    window.press("e");
    window.shows(&["Edit atlas"]);
    window.press("Ctrl-O");
    is_handed_over(&window, "editing");
    let journal = window.home.path().join(".local/state/sagescope/journal.jsonl");
    let is_noted = || fs::read_to_string(&journal).is_ok_and(|lines| lines.contains("verified"));
    window.wait_for("the outcome in the journal", |_| is_noted());
    window.resize((90, 30));
    window.press("Enter");
    is_back(&window, &[": verified"]);
    window.is_whole();
    quit(&mut window);
}

#[test]
fn ctrl_c_is_the_editors_and_a_signal_ends_both() {
    let service = Service::of(3);
    let mut window = form(start(&service, "printf 'editing '; read -r _"));
    window.press("Ctrl-O");
    is_handed_over(&window, "editing");
    window.press("Ctrl-C");
    is_back(&window, &["ended by signal 2", "unchanged     11/128"]);
    window.is_whole();
    quit(&mut window);

    let left = "stty raw -echo; printf '\\033[?1049h'";
    let script = format!(
        "trap 'stty sane; printf \"\\033[?1049l\"; echo gone > \"$HOME/gone\"; exit 0' TERM
{left}; echo New > \"$file\"; printf 'editing '; while :; do sleep 0.1; done"
    );
    let mut window = form(start(&service, &script));
    window.type_text(" typed");
    window.shows(&["17/128"]);
    window.press("Ctrl-O");
    window.wait_for("the editor", |screen| screen.contents().trim() == "editing");
    window.signal(Signal::TERM);
    window.ends_with(143);
    assert!(window.home.path().join("gone").exists());
    window.keeps_draft("PyTorch 2.4 typed");
    let files = kept(&window);
    assert_eq!(fs::read_to_string(&files[0]).unwrap(), "New\n");
    window.shows_at_last(&["what was being edited is kept in"]);
}

#[test]
fn marked_images_are_edited_as_a_table() {
    let service = Service::of(4);
    let names = service.names();
    let script = format!(
        "sed -i -e 's/^{} .*/{} | Of the table | /' -e '/^{} /d' \"$file\"",
        names[0], names[0], names[1]
    );
    let mut window = start(&service, &script).open();
    window.shows(&["1/4"]);
    window.type_text("*E");
    is_back(&window, &["Review"]);
    read_to_its_end(&mut window);
    window.press("Enter");
    window.shows(&["verified"]);
    let sent = service.arrived("UpdateImage");
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!(sent[0]["ImageName"], json!(names[0]));
    assert_eq!(sent[0]["DisplayName"], json!("Of the table"));
    assert_eq!(sent[0]["DeleteProperties"], json!(["Description"]));
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_table_that_is_wrong_is_gone_back_to_with_what_is_wrong_at_its_top() {
    let service = Service::of(3);
    let script = r#"if [ -e "$HOME/again" ]; then cp "$file" "$HOME/noted"; sed -i '/^no-image/d' "$file"
else touch "$HOME/again"; sed -i "s/^atlas[^|]*|[^|]*|/no-image | |\n&/;s/PyTorch 2.4/Of the table/" "$file"; fi"#;
    let mut window = start(&service, script).open();
    window.shows(&["1/3"]);
    window.type_text("*E");
    is_back(&window, &["The table was not taken", "no-image", "Press Ctrl-T"]);
    assert_eq!(service.arrived("UpdateImage").len(), 0);
    window.press("Esc");
    window.hides(&["Edit 3 images"]);
    window.shows(&["images.txt"]);
    window.type_text("E");
    is_back(&window, &["Review", "Of the table"]);
    let noted = fs::read_to_string(window.home.path().join("noted")).unwrap();
    let line = noted.lines().position(|line| line.starts_with("no-image")).unwrap() + 1;
    let told = format!("#! This table was not taken:\n#! line {line}: ‘no-image’ is not one of the images");
    assert!(noted.starts_with(&told), "{noted}");
    read_to_its_end(&mut window);
    window.press("Enter");
    window.shows(&["verified"]);
    assert_eq!(service.arrived("UpdateImage"), [json!({"ImageName": IMAGE, "DisplayName": "Of the table"})]);
    window.press("q");
    window.ends_with(0);
    assert_eq!(kept(&window), [] as [PathBuf; 0]);
}

#[test]
fn what_a_killed_editor_saved_beside_the_file_is_kept_and_an_unchanged_file_is_not() {
    let service = Service::of(3);
    let swap = "echo typed > \"${file%/*}/.display-name.txt.swp\"; kill -9 $$";
    let mut window = form(start(&service, swap).size((260, 40)));
    window.press("Ctrl-O");
    is_back(&window, &["signal 9", "unchanged     11/128", "display-name.txt", "Press Ctrl-O"]);
    quit(&mut window);
    assert_eq!(kept(&window).len(), 2, "{:?}", kept(&window));

    // The file is gone, and its folder with it.
    let mut window = form(start(&service, "rm \"$file\"").size((260, 40)));
    window.press("Ctrl-O");
    is_back(&window, &["the file is gone", "unchanged     11/128"]);
    quit(&mut window);
    let edits = window.home.path().join(".local/state/sagescope/edits");
    assert_eq!(fs::read_dir(&edits).unwrap().count(), 0);

    let mut window = form(start(&service, "printf 'editing '; read -r _"));
    window.press("Ctrl-O");
    is_handed_over(&window, "editing");
    window.signal(Signal::TERM);
    window.ends_with(143);
    let edits = window.home.path().join(".local/state/sagescope/edits");
    assert_eq!(fs::read_dir(&edits).unwrap().count(), 0, "nothing was changed: nothing is kept");
}
