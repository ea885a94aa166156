//! The first time: nothing is configured, or not enough.

use std::net::TcpListener;

use crate::terminal::{NARROW, Start};

/// Takes connections and never answers.
fn black_hole() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    (listener, url)
}

#[test]
fn without_credentials_a_page_tells_what_was_looked_for() {
    let (_hole, url) = black_hole();
    let start = Start::at_home("[profile research]\nregion = eu-west-1\n[profile production]\n")
        .without(&["AWS_EC2_METADATA_DISABLED"])
        .env("AWS_REGION", "us-east-1")
        .env("AWS_EC2_METADATA_SERVICE_ENDPOINT", &url);
    let mut window = start.open();
    window.shows(&["No credentials"]);
    window.shows(&[
        "AWS_ACCESS_KEY_ID",
        "~/.aws/config",
        "2 profiles",
        "instance metadata",
        "no response within 1 s",
    ]);
    window.shows(&["P ", "R ", "T "]);
    window.press("P");
    window.shows(&["research", "production", "eu-west-1"]);
    window.press("Esc");
    window.shows(&["No credentials"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn without_a_region_one_key_gives_one() {
    let mut window = Start::at_home("[default]\naws_access_key_id = AKID\naws_secret_access_key = s\n")
        .env("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
        .size(NARROW)
        .open();
    window.shows(&["No region", "R "]);
    window.press("R");
    window.type_text("frankf");
    window.shows(&["eu-central-1"]);
    window.press("Enter");
    window.shows(&["eu-central-1", "no connection to"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn without_anything_the_demo_is_one_key_away() {
    let start = Start::with(&[]).without(&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "HOME"]);
    let mut window = start.open();
    window.shows(&["No credentials", "T "]);
    window.press("T");
    window.shows(&["DEMO", "Images 1/", "123456789012 ─", "read just now"]);
    window.is_whole();
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_search_for_keys_says_what_it_tries_and_can_be_stopped() {
    let mut window = Start::at_home("[default]\nregion = eu-west-1\ncredential_process = sh -c 'cat gate'\n")
        .under_shell("mkfifo gate; \"$@\"")
        .open();
    window.shows(&["credential_process of profile default", "Esc"]);
    window.press("Esc");
    window.shows(&["You stopped it", "credential_process"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_configuration_that_is_broken_says_where_and_other_profiles_are_a_key_away() {
    let config = "[default]\nregion = eu-west-1\nthis is no setting\n\
                  [profile good]\nregion = eu-west-2\naws_access_key_id = AKID\naws_secret_access_key = s\n";
    let mut window = Start::at_home(config).env("AWS_ENDPOINT_URL", "http://127.0.0.1:9").open();
    window.shows(&["~/.aws/config", "line 3"]);
    window.press("P");
    window.type_text("good");
    window.shows(&["› good", "eu-west-2"]);
    window.press("Enter");
    window.shows(&["profile good", "eu-west-2", "no connection to"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn a_credential_process_that_reads_gets_nothing_of_what_is_typed() {
    let script = "credential_process = sh -c 'read -r word; echo \"it read: <$word>\" >&2; exit 3'";
    let mut window = Start::at_home(&format!("[default]\nregion = eu-west-1\n{script}\n")).open();
    // It does not wait for a word.
    window.shows(&["exit code 3", "for what the process wrote"]);
    window.press("!");
    window.shows(&["to show what the process wrote to standard error"]);
    window.hides(&["it read"]);
    window.press("o");
    window.shows(&["it read: <>"]);
    window.press("Esc");
    window.hides(&["it read"]);
    window.press("P");
    window.shows(&["Profile 1/1"]);
    window.press("Esc");
    window.hides(&["Profile 1/1"]);
    window.press("q");
    window.ends_with(0);
}

/// The SDK would say why once, and then only that it said so.
#[test]
fn a_profile_of_aws_login_is_told_as_often_as_it_is_looked_at() {
    let config = "[default]\nregion = eu-west-1\nlogin_session = arn:aws:iam::123456789012:user/me\n";
    let mut window = Start::at_home(config).env("PATH", "/nowhere").size((120, 40)).open();
    for _ in 0..4 {
        window.shows(&["aws login", "is not on the PATH"]);
        window.hides(&["already taken"]);
        let frames = window.process.display.state().frames();
        window.press("r");
        drop(window.process.display.wait_until("an answer", |state| state.frames() > frames));
    }
    window.shows(&["aws login"]);
    window.press("!");
    window.shows(&["Errors", "aws login"]);
    window.hides(&["already taken"]);
    window.press("Esc");
    window.hides(&["Errors"]);
    window.press("q");
    window.ends_with(0);
}
