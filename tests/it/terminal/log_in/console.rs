//! Logging in with the console.

use std::fs;

use crate::terminal::rig::service::IMAGE;

use super::world::{SSO, World, is_back, is_handed_over};

/// An AWS CLI with a console log-in, as `aws login` makes one.
const AWS_WITH_CONSOLE: &str = r#"echo "$*" >> "$HOME/asked"
case "$*" in
configure*)
    if [ -e "$HOME/logged-in" ]; then
        echo '{"Version": 1, "AccessKeyId": "ASIALOGIN", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2099-01-01T00:00:00Z"}'
    else
        echo 'aws: [ERROR]: Error loading login session token: Unable to load a existing login session for x' >&2
        exit 255
    fi ;;
*) touch "$HOME/logged-in"; echo "opens a browser for: $*" ;;
esac"#;

const CONSOLE: &str = "[default]\nregion = eu-west-1\nlogin_session = arn:aws:iam::123456789012:user/me\n";

#[test]
fn a_console_log_in_is_begun_here_and_its_keys_are_used() {
    let world = World::new();
    let mut window = world.start_with(CONSOLE, Some(AWS_WITH_CONSOLE)).open();
    window.shows(&["you need to log in", "You haven't logged in with profile default yet", "L log in"]);
    window.press("L");
    window.shows(&[IMAGE, "eu-west-1"]);
    window.press("q");
    window.ends_with(0);
    let asked = fs::read_to_string(window.home.path().join("asked")).unwrap();
    assert!(asked.contains("\nlogin --profile default\n"), "{asked}");
    assert!(world.service.signed_by().contains(&("ASIALOGIN".into(), "eu-west-1".into())));
}

#[test]
fn over_ssh_the_browser_may_be_on_another_machine() {
    for (config, script, there, here) in [
        (CONSOLE, AWS_WITH_CONSOLE, "aws login --profile default --remote", "aws login --profile default "),
        (
            SSO,
            "echo \"$*\"; exit 1",
            "aws sso login --profile default --use-device-code",
            "--profile default ",
        ),
    ] {
        let world = World::new();
        let mut window = world.start_with(config, Some(script)).env("SSH_CONNECTION", "a 1 b 22").open();
        window.shows(&["L log in"]);
        window.press("L");
        window.shows(&[there, "a browser on any machine"]);
        window.press("b");
        window.hides(&[there, "any machine"]);
        window.shows(&[here]);
        window.press("b");
        window.shows(&[there]);
        window.press("Enter");
        if config == SSO {
            is_handed_over(&window, "Press Enter to go back");
            window.press("Enter");
            is_back(&window, there);
        } else {
            window.shows(&[IMAGE]);
            let asked = fs::read_to_string(window.home.path().join("asked")).unwrap();
            assert!(asked.contains("\nlogin --profile default --remote\n"), "{asked}");
        }
        window.press("Ctrl-C");
        window.ends_with(0);
    }
}

#[test]
fn over_ssh_with_a_display_the_browser_is_seen() {
    let world = World::new();
    let start = world.start_with(CONSOLE, Some(AWS_WITH_CONSOLE)).env("SSH_TTY", "/dev/pts/1");
    let mut window = start.env("DISPLAY", "localhost:10").open();
    window.shows(&["L log in"]);
    window.press("L");
    window.shows(&[IMAGE]);
    window.press("q");
    window.ends_with(0);
}
