//! Keys of `aws login`, had from the AWS CLI.
//!
//! The CLI keeps the log-in, renews it and writes its cache; whoever has logged in has the CLI. The SDK's own
//! provider would panic at a clock that steps back or an answer without a token, and lose the log-in where it
//! can't write the cache.

use std::io::ErrorKind;

use aws_credential_types::Credentials;

use super::no_keys::NoKeys;
use super::printed;
use super::running::{EndedProgram, RunningProgram};
use super::sendable::{self, Names};
use crate::domain::{Failure, FailureClass, Withheld};

/// The program that has the log-in.
const CLI: &str = "aws";

/// A profile with a `login_session`.
#[derive(Debug)]
pub(super) struct Console {
    profile: String,
}

impl Console {
    /// The log-in of `profile`.
    pub(super) fn new(profile: &str) -> Self {
        Self { profile: profile.into() }
    }

    /// What is tried, for people.
    pub(super) fn words(&self) -> String {
        format!("the AWS CLI for the login of profile {}", self.profile)
    }

    /// The keys that the log-in gives now, renewed where that is due.
    pub(super) async fn keys(&self) -> Result<Credentials, NoKeys> {
        let ended = self.export().await?;
        if !ended.status.success() {
            return Err(self.refused(&ended).into());
        }
        let keys = printed::keys("command aws configure export-credentials", &ended.output);
        let keys = keys.map_err(|failure| with_said(failure, &ended.errors))?;
        sendable::checked(keys, &Names::of("aws configure export-credentials"))
    }

    async fn export(&self) -> Result<EndedProgram, Failure> {
        let words = ["configure", "export-credentials", "--profile", &self.profile, "--format", "process"];
        // It would ask on the terminal, which is not its own.
        let words = [&words[..], &["--no-cli-auto-prompt"]].concat().into_iter().map(str::to_owned);
        let running = RunningProgram::begin(CLI, &words.collect::<Vec<_>>()).map_err(|error| {
            let why = match error.kind() {
                ErrorKind::NotFound => "is not on the PATH. Install it, or use another profile".to_owned(),
                _ => format!("can't be run: {error}"),
            };
            let said = format!("The profile {} uses `aws login`, but the AWS CLI (aws) {why}.", self.profile);
            Failure::new(FailureClass::BadConfig, &said)
        })?;
        running
            .end()
            .await
            .map_err(|why| Failure::new(FailureClass::NoCredentials, &format!("The AWS CLI (aws) {why}")))
    }

    fn refused(&self, ended: &EndedProgram) -> Failure {
        let (profile, lower) = (&self.profile, ended.errors.to_lowercase());
        let (class, said) = if lower.contains("unable to load a existing login session") {
            (FailureClass::Expired, format!("You haven't logged in with profile {profile} yet."))
        } else if lower.contains("reauthenticate") || lower.contains("expired") {
            (FailureClass::Expired, format!("The login of profile {profile} has expired."))
        } else {
            let how = match ended.status.code() {
                Some(code) => format!("ended with exit code {code}"),
                None => "was ended by a signal".to_owned(),
            };
            let said = format!(
                "The AWS CLI has no credentials for the login of profile {profile}: aws configure \
                 export-credentials {how}."
            );
            (FailureClass::NoCredentials, said)
        };
        with_said(Failure::new(class, &said), &ended.errors)
    }
}

fn with_said(failure: Failure, errors: &str) -> Failure {
    Failure { process_said: Withheld::of(errors), ..failure }
}
