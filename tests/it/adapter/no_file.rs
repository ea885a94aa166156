//! What variables and settings name that is no file.

use std::fs;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::child::{assert_says, home, service, told};

/// The token file of session `s`.
const SESSION: &str = "a0f1490a20d0211c997b44bc357e1972deab8ae3.json";

/// A pipe can be read once, and a FIFO may have nobody who writes to it; nothing else waits meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_file_is_told_and_not_waited_for() {
    let service = service().await;
    let endpoint = service.endpoint_url();
    let token =
        "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nweb_identity_token_file = /dev/zero\n";
    let bundle = "[default]\nca_bundle = /dev/zero\n";
    let sso = "[default]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\n\
               [sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.invalid/start\n";
    for (config, variable, value, says) in [
        ("", "AWS_CONFIG_FILE", "FIFO", "~/fifo can't be read: it is a pipe that nobody writes to"),
        ("", "AWS_SHARED_CREDENTIALS_FILE", "FIFO", "it is a pipe that nobody writes to"),
        ("", "AWS_CONFIG_FILE", "/dev/zero", "/dev/zero is not a file, so none of it is used"),
        ("", "AWS_CA_BUNDLE", "FIFO", "fifo (from AWS_CA_BUNDLE) can't be read: it is a pipe that nobody"),
        ("", "AWS_CA_BUNDLE", "/dev/zero", "/dev/zero (from AWS_CA_BUNDLE) is not a file"),
        ("", "SSL_CERT_FILE", "FIFO", "SSL_CERT_FILE names"),
        (token, "AWS_WEB_IDENTITY_TOKEN_FILE", "FIFO", "fifo (AWS_WEB_IDENTITY_TOKEN_FILE) is not a file"),
        ("", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "FIFO", "fifo, which container needs, is not a file"),
        (token, "X", "", "/dev/zero (web_identity_token_file) is not a file"),
        (bundle, "X", "", "/dev/zero (from ca_bundle) is not a file"),
        (sso, "X", "", "where the SSO token of profile default should be, is not a file"),
    ] {
        eprintln!("{variable}={value}");
        let home = home(config);
        let fifo = home.path().join("fifo");
        let cache = home.path().join(".aws/sso/cache");
        fs::create_dir_all(&cache).unwrap();
        for path in [&fifo, &cache.join(SESSION)] {
            mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        }
        let value = value.replace("FIFO", fifo.to_str().unwrap());
        let ask = format!("region:us-east-1 endpoint:{endpoint} again");
        let lines = told(home.path(), &[(variable, &value)], &ask);
        assert_eq!(lines.len(), 2, "{lines:#?}");
        assert_says(&lines, &["BadConfig", says]);
        assert_eq!(lines[0], lines[1]);
    }
    assert_eq!(service.arrivals(), []);
}

/// `AWS_CONFIG_FILE=<(…)` in a shell, which the AWS CLI takes.
#[tokio::test(flavor = "multi_thread")]
async fn a_pipe_from_a_shell_is_read() {
    let service = service().await;
    let home = home("");
    let keys = "[p]\naws_access_key_id = AKIAPIPE\naws_secret_access_key = s\n";
    let fifo = home.path().join("fifo");
    mknodat(CWD, &fifo, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    let writer = std::thread::spawn({
        let fifo = fifo.clone();
        // It waits for the reader, and is read once.
        move || fs::write(fifo, keys).unwrap()
    });
    let endpoint = service.endpoint_url();
    let ask = format!("exists:p profile:p region:us-east-1 endpoint:{endpoint} again survey");
    let variables =
        [("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", fifo.to_str().unwrap())];
    let lines = told(home.path(), &variables, &ask);
    writer.join().unwrap();
    assert!(lines[0].contains("Ok(true)"), "{lines:#?}");
    assert_says(&lines[1..3], &["NotFound"]);
    assert!(service.arrivals().iter().all(|arrival| arrival.access_key.as_deref() == Some("AKIAPIPE")));
}
