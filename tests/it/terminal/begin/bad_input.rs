//! Command lines that can't be followed.

use crate::terminal::Start;

/// Each is refused in one sentence that names what was wrong, before anything is written to the
/// terminal.
#[test]
fn each_is_refused_in_one_sentence() {
    for (args, words) in [
        (&["--profile", "nobody"] as &[&str], "the profile ‘nobody’"),
        (&["--endpoint-url", "not a url"], "the endpoint URL ‘not a url’"),
        (&["--endpoint-url", "ftp://127.0.0.1"], "the endpoint URL ‘ftp://127.0.0.1’"),
        (&["--endpoint-url", ""], "the endpoint URL ‘’"),
        (&["--region", "mars north"], "the region ‘mars north’"),
        (&["--region", "us-east-1.evil.example"], "the region ‘us-east-1.evil.example’"),
        (&["--region", "\x1b[31m"], "the region ‘"),
        (&["--theme", "gruvbx"], "there is no theme ‘gruvbx’; did you mean “gruvbox”?"),
        (&["--theme", "x"], "there is no theme ‘x’. The themes are sagescope, modus, catppuccin, gruvbox"),
        (&["--theme", "\x1b[31m"], "there is no theme ‘"),
        (&["no_such_name"], "the image name ‘no_such_name’"),
        (&["a--b"], "the image name ‘a--b’"),
        (&["arn:aws:iam::123456789012:role/a"], "an image ARN looks like arn:aws:sagemaker:"),
        (&["--demo", "--fault", "UpdateImage=explode"], "\"explode\" is not a kind of fault"),
        (&["--demo", "--fault", "nonsense"], "OPERATION=KIND"),
        (&["--images", "5"], "add --demo"),
        (&["--latency", "5"], "add --demo"),
        (&["--settle", "5"], "add --demo"),
        (&["--fault", "UpdateImage=denied"], "add --demo"),
        (&["--demo", "--fault", "\x1b[2J=x"], "is not an operation"),
        (&["emulator", "--fault", "UpdateImage=\x1b[2J\u{9b}31m\u{202e}"], "is not a kind of fault"),
        (
            &["--endpoint-url", "http://u:SECRET@h"],
            "the endpoint URL can't be used: an endpoint URL can't contain a user",
        ),
        (&["--endpoint-url", "http://u:SECRET%40h"], "the endpoint URL can't be used"),
        (&["--endpoint-url", "ftp://u:SECRET@h"], "the endpoint URL can't be used"),
        (&["http://u:SECRET@h"], "the image name can't be used"),
        (&["--profile", "http://u:SECRET@h"], "the profile ‘http://…@h’"),
    ] {
        eprintln!("{args:?}");
        let window = Start::with(args).under_shell(r#""$@" 2>stderr; exit $?"#).open();
        window.ends_with(2);
        let told = std::fs::read_to_string(window.home.path().join("stderr")).unwrap();
        assert!(told.starts_with("sagescope: ") && told.contains(words), "{args:?}: {told}");
        assert_eq!(told.lines().count(), 1, "{args:?}: {told}");
        assert!(!told.trim_end().contains(char::is_control), "{args:?}: {told:?}");
        assert!(!told.contains("SECRET") && !told.contains('\u{202e}'), "{args:?}: {told}");
        assert_eq!(window.process.display.state().bytes, 0, "{args:?}: {}", window.contents());
    }
}

/// What the parser of the command line says is cleaned too, on a terminal and in a pipe.
#[test]
fn what_the_parser_repeats_is_cleaned() {
    for (args, words) in [
        (&["--\x1b[2Jx"] as &[&str], "unexpected argument"),
        (&["--\x1b]0;owned\x07x=1"], "unexpected argument"),
        (&["--images", "\x1b[2J\u{9b}31m\u{202e}"], "invalid value"),
        (&["one", "\x1b[2J"], "unexpected argument"),
        (&["one", "http://u:SECRET@h"], "unexpected argument 'http://…@h'"),
        (&["--profile", "\x1b[2J", "keys"], "'--profile <PROFILE>' cannot be used with 'keys'"),
        (&["\x1b[2J", "pick"], "cannot be used with 'pick'"),
        (&["--read-only", "pick"], "'--read-only' cannot be used with 'pick'"),
        (&["--endpoint_url=http://u:SECRET@h"], "unexpected argument"),
        (&["emulator", "--port", "\x1b[2J"], "invalid value"),
    ] {
        let (pty, pipe) = (Start::with(args), Start::with(args).piped().output().unwrap());
        let window = pty.under_shell(r#""$@" 2>stderr; "$@"; exit $?"#).open();
        window.ends_with(2);
        let told = String::from_utf8(pipe.stderr).unwrap();
        let same = std::fs::read_to_string(window.home.path().join("stderr")).unwrap();
        assert_eq!((pipe.status.code(), &same), (Some(2), &told));
        assert!(told.starts_with("error: ") && told.contains(words), "{args:?}: {told}");
        let controls = |c: char| c != '\n' && c.is_control() || c == '\u{202e}';
        assert!(!told.contains(controls) && !told.contains("SECRET"), "{args:?}: {told:?}");
        let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
        assert_eq!(written.replace("\r\n", "\n"), told, "{args:?}");
    }
}

/// The name it was called by comes from outside, as all of the command line.
#[test]
fn help_names_it_as_it_is_named() {
    for (call, words) in [("--help", "Usage: sagescope"), ("emulator --help", "Usage: sagescope emulator")] {
        let script =
            format!(r#"ln -s "$1" "$(printf '\033[2Jx')"; "./$(printf '\033[2Jx')" {call} >help; exit $?"#);
        let window = Start::with(&[]).under_shell(&script).open();
        window.ends_with(0);
        let help = std::fs::read_to_string(window.home.path().join("help")).unwrap();
        assert!(help.contains(words) && !help.contains('\x1b'), "{help:?}");
    }
}

/// Where nobody can be told, it still ends as it should.
#[test]
fn it_ends_where_standard_error_takes_nothing() {
    for end in ["2>&-", "2>/dev/full"] {
        for args in ["--no-such-option", "--region 'mars north'"] {
            let script = format!(r#""$1" {args} {end}; exit $?"#);
            Start::with(&[]).under_shell(&script).open().ends_with(2);
        }
    }
}

/// Libraries panic where they get no file; it is told beforehand, and the terminal is left alone.
#[test]
fn too_few_files_are_told_in_one_sentence() {
    for limit in (5..=32).step_by(3).chain([16]) {
        for args in ["--demo", "--region us-east-1", "emulator"] {
            let script = format!(r#"exec 2>stderr; ulimit -n {limit}; "$@" {args}; exit $?"#);
            let window = Start::with(&[]).under_shell(&script).open();
            window.ends_with(1);
            let told = std::fs::read_to_string(window.home.path().join("stderr")).unwrap();
            let wanted = format!("sagescope: too few files can be opened here (the limit is {limit})");
            assert!(told.starts_with(&wanted) && told.lines().count() == 1, "{limit} {args}: {told}");
            assert_eq!(window.process.display.state().bytes, 0, "{limit} {args}: {}", window.contents());
        }
    }
}

/// The limit that is in force is lower than the one that may be, as on a Mac.
#[test]
fn more_files_are_asked_for_where_they_can_be_had() {
    let mut window = Start::with(&["--demo"]).under_shell(r#"ulimit -Sn 16; "$@"; exit $?"#).open();
    window.shows(&["DEMO", "CREATED"]);
    window.press("q");
    window.ends_with(0);
}

/// Few files are enough: what does not fit is a failed request, never a panic.
#[test]
fn it_works_with_the_fewest_files_it_takes() {
    let mut window = Start::with(&["--demo"]).under_shell(r#"ulimit -n 40; "$@"; exit $?"#).open();
    window.shows(&["DEMO", "CREATED"]);
    window.press("j e");
    window.shows(&["Edit"]);
    window.press("Ctrl-C");
    window.ends_with(0);
}
