//! What stands where a file or folder of ours should be: links, and what is no file.

use std::fs::{self, Permissions};
use std::os::unix::fs::symlink;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use sagescope::config::Config;
use sagescope::disk::open_log;
use sagescope::domain::{CommandHistory, Recent, Sort, Sorts};

use super::*;

/// Something of the person's, outside of our folders, that others may read.
fn outside(home: &Home, name: &str) -> PathBuf {
    let path = home.0.path().join(name);
    if name.starts_with("folder") {
        fs::create_dir(&path).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    } else {
        fs::write(&path, "theirs\n").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
    }
    path
}

#[track_caller]
fn is_untouched(outside: &Path) {
    if outside.is_dir() {
        assert_eq!((mode(outside), below(outside).len()), (0o755, 0), "{}", outside.display());
    } else {
        assert_eq!(mode(outside), 0o644);
        assert_eq!(fs::read_to_string(outside).unwrap(), "theirs\n");
    }
}

#[track_caller]
fn names_the_link(said: &str, path: &Path) {
    assert!(said.contains(path.to_str().unwrap()) && said.contains("it is a link"), "{said}");
}

fn fifo(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

/// What `act` gives; it must not wait for anything.
fn at_once<T: Send + 'static>(act: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, ended) = mpsc::channel();
    thread::spawn(move || done.send(act()));
    ended.recv_timeout(Duration::from_secs(10)).expect("it waits")
}

#[test]
fn a_link_in_place_of_one_of_our_folders_is_not_followed() {
    let account = "drafts/123456789012";
    for inside in ["drafts", account, &format!("{account}/us-east-1")] {
        let home = Home::new();
        let outside = outside(&home, "folder");
        let program = home.start();
        let link = home.state().join(inside);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(&outside, &link).unwrap();
        let said = program.keep(&draft("subject", 1, "words")).unwrap_err().to_string();
        assert!(said.contains("it is a link") && said.contains(inside), "{said}");
        let said = trouble(&program);
        assert!(said.contains("it is a link") && said.contains(inside), "{said}");
        is_untouched(&outside);
        fs::remove_file(&link).unwrap();
        program.keep(&draft("subject", 1, "words")).unwrap();
    }
    let home = Home::new();
    let outside = outside(&home, "folder");
    fs::create_dir_all(home.state()).unwrap();
    symlink(&outside, home.state().join("sessions")).unwrap();
    let said = Disk::open(home.folders()).unwrap_err().to_string();
    names_the_link(&said, &home.state().join("sessions"));
    is_untouched(&outside);
}

#[test]
fn a_link_in_place_of_one_of_our_files_is_not_followed() {
    let home = Home::new();
    let outside = outside(&home, "file");
    let program = home.start();
    let recent = home.state().join("recent.json");
    let sorts = home.state().join("sorts.json");
    let palette = home.state().join("palette.json");
    for path in
        [home.journal(), recent.clone(), sorts.clone(), palette.clone(), home.state().join("sagescope.log")]
    {
        symlink(&outside, path).unwrap();
    }
    names_the_link(&program.note(&step(&entry("subject", 1))).unwrap_err().to_string(), &home.journal());
    names_the_link(&trouble(&program), &home.journal());
    names_the_link(&program.remember(&Recent::default()).unwrap_err().to_string(), &recent);
    assert_eq!(program.recent(), Ok(Recent::default()));
    names_the_link(&program.remember_sort(&place(), Sort::default()).unwrap_err().to_string(), &sorts);
    assert_eq!(program.sorts(), Ok(Sorts::default()));
    let noted = program.note_command(&"edit".into(), &"edit".into(), jiff::Timestamp::UNIX_EPOCH);
    names_the_link(&noted.unwrap_err().to_string(), &palette);
    assert_eq!(program.command_history(), Ok(CommandHistory::default()));
    let said = open_log(&home.folders()).unwrap_err().to_string();
    names_the_link(&said, &home.state().join("sagescope.log"));
    is_untouched(&outside);
    assert!(recent.is_symlink() && home.journal().is_symlink());
}

#[test]
fn a_link_in_place_of_a_draft_is_left_as_it_is() {
    let home = Home::new();
    home.start().keep(&draft("subject", 1, "words")).unwrap();
    let path = only_file(&home.drafts());
    let elsewhere = home.0.path().join("elsewhere");
    fs::rename(&path, &elsewhere).unwrap();
    fs::set_permissions(&elsewhere, Permissions::from_mode(0o644)).unwrap();
    symlink(&elsewhere, &path).unwrap();
    let program = home.start();
    names_the_link(&trouble(&program), &path);
    assert!(path.is_symlink());
    assert_eq!(mode(&elsewhere), 0o644);
    fs::remove_file(&path).unwrap();
    fs::rename(&elsewhere, &path).unwrap();
    assert_eq!(found(&program), [draft("subject", 1, "words")]);
}

#[test]
fn a_state_folder_that_is_a_link_of_the_persons_is_used() {
    let home = Home::new();
    let folder = outside(&home, "folder");
    fs::create_dir_all(home.state().parent().unwrap()).unwrap();
    symlink(&folder, home.state()).unwrap();
    let program = home.start();
    program.keep(&draft("subject", 1, "words")).unwrap();
    program.note(&step(&entry("subject", 1))).unwrap();
    assert!(open_log(&home.folders()).unwrap().is_some());
    assert_eq!(found(&program), [draft("subject", 1, "words")]);
    // Its mode is the person's; what is in it is ours.
    assert_eq!(mode(&folder), 0o755);
    for path in below(&folder).iter().map(|path| folder.join(path)) {
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

/// A FIFO waits for a writer when it is opened to read, and for a reader when it is to be written.
#[test]
fn what_is_no_file_is_not_waited_for() {
    let home = Home::new();
    home.start().keep(&draft("subject", 1, "words")).unwrap();
    let draft = only_file(&home.drafts());
    fs::remove_file(&draft).unwrap();
    let lock = home.state().join("sessions/0123.lock");
    let log = home.state().join("sagescope.log");
    let recent = home.state().join("recent.json");
    let sorts = home.state().join("sorts.json");
    let palette = home.state().join("palette.json");
    for path in [&draft, &lock, &log, &recent, &sorts, &palette, &home.journal()] {
        fifo(path);
    }
    let folders = home.folders();
    let program = at_once(move || {
        assert!(open_log(&folders).unwrap_err().to_string().contains("it is not a regular file"));
        Disk::open(folders).unwrap()
    });
    let said = at_once(move || {
        assert_eq!(program.recent(), Ok(Recent::default()));
        assert_eq!(program.sorts(), Ok(Sorts::default()));
        assert_eq!(program.command_history(), Ok(CommandHistory::default()));
        let mut said = vec![program.note(&step(&entry("subject", 1))).unwrap_err()];
        said.extend(program.recall(&place()).troubles);
        said.iter().map(ToString::to_string).collect::<Vec<_>>()
    });
    assert_eq!(said.len(), 3, "{said:#?}");
    for said in said {
        assert!(said.contains("it is not a regular file"), "{said}");
    }
}

#[test]
fn settings_are_read_from_a_file_or_not_at_all() {
    for (target, says) in [
        ("/dev/null", None),
        ("/dev/zero", Some("it is not a regular file")),
        ("/dev/tty", Some("it is not a regular file")),
        ("a fifo", Some("it is not a regular file")),
        ("large", Some("more than 1048576 bytes")),
        ("theirs", None),
    ] {
        let home = Home::new();
        let config = home.folders().config;
        fs::create_dir_all(&config).unwrap();
        fifo(&config.join("a fifo"));
        fs::write(config.join("large"), vec![b'\n'; 2 << 20]).unwrap();
        fs::write(config.join("theirs"), "[profiles.p]\nread_only = true\n").unwrap();
        symlink(target, config.join("config.toml")).unwrap();
        let path = config.join("config.toml");
        let read = at_once(move || Config::read(&path));
        match says {
            None => assert_eq!(read.profiles.len(), usize::from(target == "theirs")),
            Some(says) => assert!(read.findings[0].words.contains(says), "{:?}", read.findings),
        }
        assert_eq!(read.findings.len(), usize::from(says.is_some()), "{target}");
    }
}

#[test]
fn no_log_is_wanted_where_it_is_a_link_to_nowhere() {
    let home = Home::new();
    fs::create_dir_all(home.state()).unwrap();
    symlink("/dev/null", home.state().join("sagescope.log")).unwrap();
    assert!(open_log(&home.folders()).unwrap().is_none());
}

#[test]
fn a_large_log_is_put_aside() {
    let home = Home::new();
    let (log, old) = (home.state().join("sagescope.log"), home.state().join("sagescope.log.old"));
    assert!(open_log(&home.folders()).unwrap().is_some());
    fs::write(&log, vec![b'x'; (1 << 20) + 1]).unwrap();
    fs::set_permissions(&log, Permissions::from_mode(0o666)).unwrap();
    assert!(open_log(&home.folders()).unwrap().is_some());
    assert_eq!((fs::metadata(&log).unwrap().len(), mode(&log)), (0, 0o600));
    assert_eq!(fs::metadata(&old).unwrap().len(), (1 << 20) + 1);
}
