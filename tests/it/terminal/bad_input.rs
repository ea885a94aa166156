//! Command lines that can't be followed.

use super::Start;

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
        (&["no_such_name"], "the image name ‘no_such_name’"),
        (&["a--b"], "the image name ‘a--b’"),
        (&["--demo", "--fault", "UpdateImage=explode"], "\"explode\" is no kind of fault"),
        (&["--demo", "--fault", "nonsense"], "OPERATION=KIND"),
        (&["--images", "5"], "add --demo"),
        (&["--latency", "5"], "add --demo"),
        (&["--settle", "5"], "add --demo"),
        (&["--fault", "UpdateImage=denied"], "add --demo"),
    ] {
        eprintln!("{args:?}");
        let window = Start::with(args).under_shell(r#""$@" 2>stderr; exit $?"#).open();
        window.ends_with(2);
        let told = std::fs::read_to_string(window.home.path().join("stderr")).unwrap();
        assert!(told.starts_with("sagescope: ") && told.contains(words), "{args:?}: {told}");
        assert_eq!(told.lines().count(), 1, "{args:?}: {told}");
        assert!(!told.trim_end().contains(char::is_control), "{args:?}: {told:?}");
        assert_eq!(window.process.display.state().bytes, 0, "{args:?}: {}", window.contents());
    }
}
