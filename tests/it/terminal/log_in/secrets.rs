//! Keys, tokens and codes: nothing of them is left on the screen, in the log, or on the disk.

use std::fs;
use std::path::{Path, PathBuf};

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Start, Window};

use super::world::{SECRET, TOKEN, World, aws_that_asks, role_with_mfa, service_with_mfa};

/// Every file that the program has written, with what is in it.
fn files(home: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![home.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            match path.is_dir() {
                // What the AWS CLI keeps is its own.
                true if path.ends_with(".aws") || path.ends_with("bin") => {}
                true => folders.push(path),
                false => {
                    let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                    found.push((path, text));
                }
            }
        }
    }
    found
}

fn holds_none(window: &Window, secrets: &[&str]) {
    let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
    let files = files(window.home.path());
    assert!(files.iter().any(|(path, _)| path.ends_with("journal.jsonl")), "{files:?}");
    assert!(files.iter().any(|(path, _)| path.ends_with("sagescope.log")), "{files:?}");
    for secret in secrets {
        assert!(!written.contains(secret), "{secret} was on the screen");
        for (path, text) in &files {
            assert!(!text.contains(secret), "{secret} is in {}", path.display());
        }
    }
}

/// Changes the image, is refused once, leaves a draft and looks at the errors.
fn use_it(window: &mut Window) {
    window.press("/");
    window.type_text("atlas");
    window.press("Enter");
    window.shows(&[IMAGE, "role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text(" for all");
    window.press("Ctrl-S");
    window.shows(&["Review"]);
    window.press("Enter");
    window.shows(&["verified"]);
    window.press("e");
    window.shows(&["unchanged     19/128"]);
    window.type_text(" of us");
    window.press("Esc");
    window.hides(&["Edit "]);
    window.press("!");
    window.shows(&["Errors"]);
    window.press("Esc");
    window.hides(&["Errors"]);
    window.press("q");
    window.shows(&["Quit?"]);
    window.press("y");
    window.ends_with(0);
}

#[test]
fn nothing_of_an_sso_log_in_is_left_anywhere() {
    let world = World::new();
    let mut window = world.start(Some(&aws_that_asks())).env("SAGESCOPE_LOG", "trace").open();
    window.shows(&["L log in"]);
    window.press("L");
    window.shows(&["word?"]);
    window.press("Enter");
    window.shows(&[IMAGE]);
    // AWS repeats tokens and signatures when it refuses them.
    world.service.inject("DescribeImage=skewx1");
    use_it(&mut window);
    holds_none(&window, &[TOKEN, SECRET]);
}

#[test]
fn nothing_of_a_role_and_its_code_is_left_anywhere() {
    let service = service_with_mfa();
    let start = Start::at_home(&role_with_mfa()).env("AWS_ENDPOINT_URL", service.endpoint_url());
    let mut window = start.env("SAGESCOPE_LOG", "trace").open();
    window.shows(&["Admin"]);
    window.type_text("135790");
    window.press("Enter");
    window.shows(&["invalid MFA"]);
    window.type_text("246813");
    window.press("Enter");
    window.shows(&[IMAGE]);
    use_it(&mut window);
    holds_none(&window, &["135790", "246813", SECRET]);
}

#[test]
fn nothing_that_a_credential_process_says_is_in_the_log() {
    let script = "credential_process = sh -c 'echo password=S3CRET-of-the-vault >&2; exit 3'";
    let mut window = Start::at_home(&format!("[default]\nregion = eu-west-1\n{script}\n")).open();
    window.shows(&["No credentials"]);
    window.press("q");
    window.ends_with(0);
    let logs: Vec<_> =
        files(window.home.path()).into_iter().filter(|(path, _)| path.ends_with("sagescope.log")).collect();
    assert_eq!(logs.len(), 1);
    assert!(!logs[0].1.contains("S3CRET"), "{}", logs[0].1);
}

/// A URL with a password is refused, whichever way it comes, and not repeated.
#[test]
fn no_password_of_a_url_is_shown() {
    let url = "http://me:S3CRET@127.0.0.1:9";
    let services =
        format!("[default]\nregion = r\nservices = s\n[services s]\nsagemaker =\n  endpoint_url = {url}\n");
    for (config, variable) in [
        ("[default]\nregion = r\n", Some("AWS_ENDPOINT_URL")),
        ("[default]\nregion = r\n", Some("AWS_ENDPOINT_URL_SAGEMAKER")),
        ("[default]\nregion = r\n", Some("AWS_ENDPOINT_URL_STS")),
        (&format!("[default]\nregion = r\nendpoint_url = {url}\n"), None),
        (&services, None),
    ] {
        let mut start = Start::at_home(config).env("SAGESCOPE_LOG", "trace");
        if let Some(variable) = variable {
            start = start.env(variable, url);
        }
        let mut window = start.open();
        window.shows(&["can't be used", "or password."]);
        window.press("!");
        window.shows(&["Errors"]);
        window.press("Esc");
        window.hides(&["Errors"]);
        window.press("q");
        window.ends_with(0);
        let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
        assert!(!written.contains("S3CRET"), "{variable:?}");
        for (path, text) in files(window.home.path()) {
            assert!(!text.contains("S3CRET"), "{}", path.display());
        }
    }
}

/// A proxy's password is the proxy's.
#[test]
fn no_password_of_a_proxy_is_shown() {
    let proxy = "http://me:S3CRET@127.0.0.1:1";
    for (variable, endpoint) in
        [("HTTPS_PROXY", "https://sagemaker.invalid"), ("HTTP_PROXY", "http://sagemaker.invalid")]
    {
        let start = Start::with(&["--endpoint-url", endpoint]).without(&["AWS_ENDPOINT_URL"]);
        let mut window =
            start.env(variable, proxy).env("AWS_MAX_ATTEMPTS", "1").env("SAGESCOPE_LOG", "trace").open();
        window.shows(&["Couldn't list images", "no connection to"]);
        window.press("!");
        window.shows(&["Errors"]);
        window.press("Esc");
        window.hides(&["Errors"]);
        window.press("q");
        window.ends_with(0);
        let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
        assert!(!written.contains("S3CRET"), "{variable}");
        for (path, text) in files(window.home.path()) {
            assert!(!text.contains("S3CRET"), "{}", path.display());
        }
    }
}
