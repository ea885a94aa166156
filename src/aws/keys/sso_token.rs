//! The token of a log-in to IAM Identity Center, as the AWS CLI keeps it in a file.

use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

use super::written_time;
use crate::plain_file::{self, Links};

/// Most bytes of a token file.
const MAX_BYTES: u64 = 256 * 1024;

/// A token that ends sooner than this is renewed, as by the CLI.
const WINDOW: Duration = Duration::from_mins(15);

/// The file of a token, read. It holds secrets, and so can't be printed.
#[derive(Clone, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Token {
    #[serde(skip_serializing_if = "Option::is_none")]
    start_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    /// What the portal wants to see.
    #[serde(rename = "accessToken")]
    pub access: String,
    expires_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_secret: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    registration_expires_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "refreshToken")]
    refresh: Option<String>,
}

/// What a token is renewed with.
pub(super) struct Renewal {
    pub client_id: String,
    pub client_secret: String,
    pub refresh_token: String,
}

/// Why there is no token.
pub(super) enum Unusable {
    /// Nobody has logged in.
    Missing,
    /// Something else stands where it should be: this path.
    NoFile(String),
    /// The rest of a sentence.
    Broken(String),
}

/// Where the CLI keeps the token of a session, or of a start URL where there is no session.
pub(super) fn file(cache: &Path, key: &str) -> PathBuf {
    use std::fmt::Write as _;
    let mut name = String::new();
    for byte in Sha1::digest(key.as_bytes()) {
        // Writing to a String can't fail.
        let _ = write!(name, "{byte:02x}");
    }
    cache.join(name + ".json")
}

impl Token {
    /// Reads a token file.
    pub(super) fn read(path: &Path) -> Result<Self, Unusable> {
        let bytes =
            plain_file::read(path, Links::Followed, MAX_BYTES).map_err(|error| match error.kind() {
                ErrorKind::NotFound => Unusable::Missing,
                ErrorKind::InvalidInput => Unusable::NoFile(path.display().to_string()),
                _ => Unusable::Broken(format!("its token file can't be read: {error}")),
            })?;
        let token: Self = serde_json::from_slice(&bytes).map_err(|_| {
            Unusable::Broken("its token file does not hold an accessToken and an expiresAt as JSON".into())
        })?;
        match written_time::read(&token.expires_at) {
            Some(_) => Ok(token),
            None => Err(Unusable::Broken("the expiresAt in its token file is not a time with a zone".into())),
        }
    }

    /// Whether it has ended.
    pub(super) fn is_over(&self) -> bool {
        self.ends_within(Duration::ZERO)
    }

    /// Whether it is time for a new one, and what that is had with.
    pub(super) fn renewal(&self) -> Option<Renewal> {
        let registration = written_time::read(self.registration_expires_at.as_ref()?)?;
        if !self.ends_within(WINDOW) || registration <= SystemTime::now() {
            return None;
        }
        Some(Renewal {
            client_id: self.client_id.clone()?,
            client_secret: self.client_secret.clone()?,
            refresh_token: self.refresh.clone()?,
        })
    }

    /// The same log-in with a new token, good for `lasting`.
    pub(super) fn renewed(&self, access: String, lasting: Duration, refresh: Option<String>) -> Self {
        let end = Timestamp::now() + lasting;
        let expires_at = end.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        Self { access, expires_at, refresh, ..self.clone() }
    }

    /// Writes it for the CLI and for other programs, readable by the person alone.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let folder = path.parent().ok_or(ErrorKind::NotFound)?;
        let mut file = tempfile::Builder::new()
            .permissions(std::fs::Permissions::from_mode(0o600))
            .tempfile_in(folder)?;
        serde_json::to_writer(&mut file, self)?;
        file.flush()?;
        file.persist(path)?;
        Ok(())
    }

    fn ends_within(&self, span: Duration) -> bool {
        written_time::read(&self.expires_at).is_none_or(|end| end <= SystemTime::now() + span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_the_cli_names_them() {
        for (key, name) in [
            ("s", "a0f1490a20d0211c997b44bc357e1972deab8ae3"),
            ("my sso", "b3902c2d49b36c95af74dedb0f77c5828749e230"),
            ("https://d-0000000000.awsapps.com/start", "b51e627ec5d75dab0c56e37911d5b31610f612e0"),
        ] {
            assert_eq!(file(Path::new("/c"), key), PathBuf::from(format!("/c/{name}.json")));
        }
    }

    #[test]
    fn a_token_is_renewed_in_its_last_minutes_and_kept_for_other_programs() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("t.json");
        let ending = |minutes: i64| {
            let at = (Timestamp::now() + jiff::SignedDuration::from_mins(minutes))
                .strftime("%Y-%m-%dT%H:%M:%SUTC");
            let text = format!(
                r#"{{"accessToken": "a", "expiresAt": "{at}", "clientId": "c", "clientSecret": "cs", "refreshToken": "r",
                    "registrationExpiresAt": "2099-01-01T00:00:00Z", "region": "eu-west-1", "startUrl": "u", "x": 1}}"#
            );
            std::fs::write(&path, text).unwrap();
            Token::read(&path).ok().unwrap()
        };
        for (minutes, is_over, is_renewed) in [(-1, true, true), (14, false, true), (16, false, false)] {
            let token = ending(minutes);
            assert_eq!((token.is_over(), token.renewal().is_some()), (is_over, is_renewed), "{minutes}");
        }
        let renewed = ending(-1).renewed("b".into(), Duration::from_hours(1), Some("r2".into()));
        renewed.write(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let read = Token::read(&path).ok().unwrap();
        assert_eq!(
            (read.access.as_str(), read.is_over(), read.start_url.as_deref()),
            ("b", false, Some("u"))
        );
        assert_eq!((read.refresh.as_deref(), read.client_id.as_deref()), (Some("r2"), Some("c")));
    }

    #[test]
    fn a_file_that_holds_no_token_is_told() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("t.json");
        assert!(matches!(Token::read(&path), Err(Unusable::Missing)));
        for (text, says) in [
            (r#"{"accessToken": "S3CRET""#, "as JSON"),
            (r#"{"accessToken": "S3CRET"}"#, "expiresAt as JSON"),
            (r#"{"accessToken": "S3CRET", "expiresAt": "S3CRET"}"#, "not a time"),
        ] {
            std::fs::write(&path, text).unwrap();
            let Err(Unusable::Broken(why)) = Token::read(&path) else { panic!("{text}") };
            assert!(why.contains(says) && !why.contains("S3CRET"), "{why}");
        }
    }
}
