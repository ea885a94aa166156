//! Profiles of `aws login`: their keys come from the AWS CLI.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::child::{assert_says, home, service, told};

const LOGIN: &str = "login_session = arn:aws:iam::123456789012:user/me\n";

/// A home with an AWS CLI that does `script`; its words are noted in a file beside it.
fn home_with_cli(config: &str, script: &str) -> tempfile::TempDir {
    let home = home(config);
    let folder = home.path().join("bin");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("aws");
    fs::write(&file, format!("#!/bin/sh\necho \"$*\" >> '{}/asked'\n{script}\n", home.path().display()))
        .unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    home
}

fn path(home: &Path) -> String {
    format!("{}:/usr/bin:/bin", home.join("bin").display())
}

fn keys(end: &str) -> String {
    format!(
        r#"echo '{{"Version": 1, "AccessKeyId": "ASIALOGIN", "SecretAccessKey": "S3CRET", "SessionToken": "t", "Expiration": "{end}"}}'"#
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cli_gives_the_keys_of_its_log_in() {
    let service = service().await;
    let role = "role_arn = arn:aws:iam::123456789012:role/x\nsource_profile = my login\n";
    for (config, named, key) in [
        (format!("[default]\n{LOGIN}"), "default", "ASIALOGIN"),
        (format!("[default]\n{role}[profile 'my login']\n{LOGIN}"), "my login", "ASIASAGESCOPE0000001"),
    ] {
        let home = home_with_cli(&config, &keys("2099-01-01T00:00:00+00:00"));
        let ask = format!("region:us-east-1 endpoint:{} again steps", service.endpoint_url());
        let lines = told(home.path(), &[("PATH", &path(home.path()))], &ask);
        assert_says(&lines[..1], &["NotFound"]);
        assert_says(&lines, &[&format!("trying the AWS CLI for the login of profile {named}")]);
        let asked = fs::read_to_string(home.path().join("asked")).unwrap();
        let words =
            format!("configure export-credentials --profile {named} --format process --no-cli-auto-prompt\n");
        assert_eq!(asked, words, "once");
        assert_eq!(service.arrivals().last().unwrap().access_key.as_deref(), Some(key));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_keeps_the_cli_from_giving_keys_is_told_as_often_as_it_is_asked() {
    let service = service().await;
    let never = "echo 'aws: [ERROR]: Error loading login session token: Unable to load a existing login session for \
                 session arn:x, Please reauthenticate with aws login.' >&2; exit 255";
    let over =
        "echo 'aws: [ERROR]: Your session has expired. Please reauthenticate using aws login.' >&2; exit 255";
    for (script, says) in [
        (never, &["Expired", "You haven't logged in with profile default yet.", "Console"][..]),
        (over, &["Expired", "The login of profile default has expired.", "Console"]),
        ("echo S3CRET >&2; exit 252", &["NoCredentials", "ended with exit code 252", "Console"]),
        ("echo S3CRET", &["NoCredentials", "export-credentials printed something that is not a JSON object"]),
        (&keys("2020-01-01T00:00:00Z"), &["Expired", "credentials that expired at 2020", "Console"]),
    ] {
        let home = home_with_cli(&format!("[default]\n{LOGIN}"), script);
        let ask = format!("region:us-east-1 endpoint:{} again", service.endpoint_url());
        let lines = told(home.path(), &[("PATH", &path(home.path()))], &ask);
        assert_eq!(lines.len(), 2, "{lines:#?}");
        for line in &lines {
            assert_says(std::slice::from_ref(line), says);
        }
    }
    let home = home(&format!("[default]\n{LOGIN}"));
    let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
    let lines = told(home.path(), &[("PATH", "/nowhere")], &ask);
    assert_says(&lines, &["the AWS CLI (aws) is not on the PATH"]);
    assert_eq!(service.arrivals(), []);
}
