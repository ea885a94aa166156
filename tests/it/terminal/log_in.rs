//! Logging in: the terminal handed to the AWS CLI and taken back, and codes typed in here.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sagescope::emulator::Mfa;
use tokio::runtime::Runtime;

use super::service::IMAGE;
use super::{Service, Start, Window};
use crate::server::Server;

/// The token that a log-in gives.
pub const TOKEN: &str = "T0KEN-of-the-portal";
/// The secret keys that the portal gives for it.
pub const SECRET: &str = "S3CRET-of-the-portal";
/// Where the AWS CLI keeps the token of session `s`: its SHA-1.
const TOKEN_FILE: &str = ".aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json";

const SSO: &str = "[default]\nregion = eu-west-1\nsso_session = s\nsso_account_id = 123456789012\n\
     sso_role_name = r\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.invalid/start\n";

/// An SSO portal, and a service that takes whatever keys it gives.
pub struct World {
    pub service: Service,
    portal: Server,
    _runtime: Runtime,
}

impl World {
    pub fn new() -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let portal = runtime.block_on(Server::open(|request| {
            if !request.contains(TOKEN) {
                return (
                    401,
                    r#"{"__type": "UnauthorizedException", "message": "Session token not found"}"#.into(),
                );
            }
            let keys = format!(
                r#"{{"roleCredentials": {{"accessKeyId": "ASIASSO", "secretAccessKey": "{SECRET}",
                "sessionToken": "{SECRET}-session", "expiration": 4102444800000}}}}"#
            );
            (200, keys)
        }));
        Self { service: Service::of(3), portal, _runtime: runtime }
    }

    /// At the home of a person who has to log in; `aws` is what stands on their PATH by that name.
    pub fn start(&self, aws: Option<&str>) -> Start {
        self.start_with(SSO, aws)
    }

    /// The same with this configuration.
    fn start_with(&self, config: &str, aws: Option<&str>) -> Start {
        let start = Start::at_home(config)
            .env("AWS_ENDPOINT_URL", self.service.endpoint_url())
            .env("AWS_ENDPOINT_URL_SSO", self.portal.url.clone());
        let folder = start.home.path().join("bin");
        fs::create_dir(&folder).unwrap();
        if let Some(script) = aws {
            let file = folder.join("aws");
            fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        }
        let path = format!("{}:/usr/bin:/bin", folder.display());
        // Where it is installed on this machine, it must not be found.
        let path = if aws.is_some() { path } else { folder.display().to_string() };
        start.env("PATH", &path)
    }
}

/// Asks for a word on its terminal, as for a code, and logs in.
pub fn aws_that_asks() -> String {
    format!(
        r#"printf 'the browser opens for: %s\nword? ' "$*"
read -r word
mkdir -p "$HOME/.aws/sso/cache"
printf '{{"accessToken": "%s", "expiresAt": "2099-01-01T00:00:00Z"}}' {TOKEN} > "$HOME/{TOKEN_FILE}"
printf 'the word was %s\n' "$word""#
    )
}

fn is_handed_over(window: &Window, words: &str) {
    window.wait_for(words, |screen| !screen.alternate_screen() && screen.contents().contains(words));
}

fn is_back(window: &Window, words: &str) {
    window.wait_for(words, |screen| screen.alternate_screen() && screen.contents().contains(words));
}

#[test]
fn the_aws_cli_gets_the_terminal_and_gives_it_back() {
    let world = World::new();
    let mut window = world.start(Some(&aws_that_asks())).open();
    window.shows(&["You haven't logged in to SSO with profile default yet", "L log in"]);
    window.press("L");
    is_handed_over(&window, "word?");
    assert!(window.contents().contains("the browser opens for: sso login --profile default"));
    // Its terminal shows and edits what is typed, as a terminal does that nobody has changed.
    window.type_text("swordfish");
    window.wait_for("the echo", |screen| screen.contents().contains("swordfish"));
    window.press("Enter");
    is_back(&window, IMAGE);
    window.shows(&["123456789012 ─", "eu-west-1", "read just now"]);
    window.hides(&["You haven't logged in"]);
    window.is_whole();
    window.press("j");
    window.shows(&["2/3"]);
    window.press("q");
    window.ends_with(0);
    assert!(world.service.signed_by().contains(&("ASIASSO".into(), "eu-west-1".into())));
    window.shows_at_last(&["the word was swordfish"]);
}

#[test]
fn a_log_in_that_runs_out_in_the_middle_of_an_edit_costs_no_word() {
    let world = World::new();
    let start = world.start(Some(&aws_that_asks())).arg(IMAGE);
    log_in_before(start.home.path());
    let mut window = start.open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text(" for all");
    window.press("Ctrl-S");
    window.shows(&["Review"]);
    world.service.inject("DescribeImage=expiredx1");
    window.press("Enter");
    window.shows(&["the credentials have expired", "Press L to log in"]);
    window.press("L");
    is_handed_over(&window, "word?");
    window.press("Enter");
    is_back(&window, "You are logged in");
    window.shows(&["Review", "PyTorch 2.4 for all"]);
    assert!(world.service.arrived("UpdateImage").is_empty());
    window.hides(&["the credentials have expired", "account …", "123456789012 …"]);
    window.press("Enter");
    window.shows(&["verified"]);
    assert_eq!(world.service.arrived("UpdateImage").len(), 1);
    window.press("q");
    window.ends_with(0);
}

fn log_in_before(home: &Path) {
    let file = home.join(TOKEN_FILE);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, format!(r#"{{"accessToken": "{TOKEN}", "expiresAt": "2099-01-01T00:00:00Z"}}"#)).unwrap();
}

#[test]
fn a_log_in_that_fails_can_be_read_before_the_screen_is_back() {
    let world = World::new();
    let mut window = world.start(Some("echo 'no such start URL'; exit 253")).open();
    window.shows(&["L log in"]);
    window.press("L");
    is_handed_over(&window, "Press Enter to go back");
    assert!(window.contents().contains("no such start URL"));
    window.press("Enter");
    is_back(&window, "exit code 253");
    window.shows(&["aws sso login --profile default"]);
    window.press("Esc");
    window.hides(&["exit code 253"]);
    window.press("q");
    window.ends_with(0);
}

#[test]
fn ctrl_c_ends_the_log_in_and_not_the_program() {
    let world = World::new();
    let mut window = world.start(Some("echo waiting; read -r forever")).open();
    window.shows(&["L log in"]);
    window.press("L");
    is_handed_over(&window, "waiting");
    window.press("Ctrl-C");
    is_back(&window, "Couldn't log in");
    window.is_whole();
    window.press("Ctrl-C");
    window.ends_with(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_while_another_program_has_the_terminal_ends_both() {
    let world = World::new();
    let start = world.start(Some("echo $$ > pid; echo waiting; read -r forever"));
    // Its own shell stays, so that nothing but the program itself can end what it began.
    let mut window = start.under_shell("\"$@\"; echo ended with $?; read -r _").open();
    window.shows(&["L log in"]);
    window.press("L");
    is_handed_over(&window, "waiting");
    let pid = |path: &str| fs::read_to_string(window.home.path().join(path)).unwrap().trim().to_owned();
    let child = format!("/proc/{}", pid("pid"));
    let parent = fs::read_to_string(format!("{child}/stat")).unwrap();
    let parent: i32 = parent.rsplit_once(") ").unwrap().1.split(' ').nth(1).unwrap().parse().unwrap();
    let parent = rustix::process::Pid::from_raw(parent).unwrap();
    rustix::process::kill_process(parent, rustix::process::Signal::TERM).unwrap();
    window.shows(&["ended with 143"]);
    let is_gone = || {
        !Path::new(&child).exists()
            || fs::read_to_string(format!("{child}/stat")).is_ok_and(|it| it.contains(") Z "))
    };
    window.wait_for("the end of the log-in", |_| is_gone());
    window.press("Enter");
    window.ends_with(0);
}

#[test]
fn where_the_aws_cli_is_missing_its_command_is_shown_to_be_copied() {
    let world = World::new();
    let start = world.start(None);
    let home = start.home.path().to_owned();
    let mut window = start.open();
    window.shows(&["L log in"]);
    window.press("L");
    window.shows(&["aws sso login --profile default", "not on your PATH"]);
    window.press("y");
    window.shows(&["Copied"]);
    // Somebody logs in elsewhere.
    log_in_before(&home);
    window.press("r");
    window.shows(&[IMAGE]);
    window.hides(&["not on your PATH"]);
    window.press("q");
    window.ends_with(0);
}

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

pub const ADMIN: &str = "arn:aws:iam::210987654321:role/Admin";
pub const DEVICE: &str = "arn:aws:iam::123456789012:mfa/me";

/// A role that wants a code, with static keys behind it.
pub fn role_with_mfa() -> String {
    format!(
        "[default]\nregion = eu-west-1\nrole_arn = {ADMIN}\nsource_profile = me\nmfa_serial = {DEVICE}\n\
         [profile me]\naws_access_key_id = AKIAME\naws_secret_access_key = {SECRET}\n"
    )
}

pub fn service_with_mfa() -> Service {
    Service::with_mfa(Mfa { role: ADMIN.into(), serial: DEVICE.into(), code: "246813".into() })
}

#[test]
fn a_code_is_typed_in_the_program_and_never_shown() {
    let service = service_with_mfa();
    let mut window = Start::at_home(&role_with_mfa()).env("AWS_ENDPOINT_URL", service.endpoint_url()).open();
    window.shows(&["Admin", DEVICE]);
    window.type_text("135790");
    window.press("Enter");
    window.shows(&["invalid MFA one time pass code"]);
    window.type_text("246813");
    window.press("Enter");
    window.shows(&[IMAGE, "210987654321", "eu-west-1"]);
    let written = String::from_utf8_lossy(&window.process.display.state().written).into_owned();
    assert!(!written.contains("135790") && !written.contains("246813"));
    window.press("q");
    window.ends_with(0);
    let signed = service.signed_by();
    assert_eq!(signed.len(), 2);
    assert!(signed.contains(&("ASIASAGESCOPE0000001".into(), "eu-west-1".into())), "{signed:?}");
}
