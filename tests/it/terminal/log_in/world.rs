//! Who has to log in, and where.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use sagescope::emulator::Mfa;
use tokio::runtime::Runtime;

use crate::server::Server;
use crate::terminal::{Service, Start, Window};

/// The token that a log-in gives.
pub const TOKEN: &str = "T0KEN-of-the-portal";
/// The secret keys that the portal gives for it.
pub const SECRET: &str = "S3CRET-of-the-portal";
/// Where the AWS CLI keeps the token of session `s`: its SHA-1.
pub const TOKEN_FILE: &str = ".aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json";

pub const SSO: &str = "[default]\nregion = eu-west-1\nsso_session = s\nsso_account_id = 123456789012\n\
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
    pub fn start_with(&self, config: &str, aws: Option<&str>) -> Start {
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

pub fn is_handed_over(window: &Window, words: &str) {
    window.wait_for(words, |screen| !screen.alternate_screen() && screen.contents().contains(words));
}

pub fn is_back(window: &Window, words: &str) {
    window.wait_for(words, |screen| screen.alternate_screen() && screen.contents().contains(words));
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
