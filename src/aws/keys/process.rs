//! Keys that a program prints: `credential_process`.
//!
//! ```text
//! words ─► running (killed when it is given up) ─► what it printed ─► keys
//! ```

use std::fmt;
use std::process::ExitStatus;

use aws_credential_types::Credentials;

use super::no_keys::NoKeys;
use super::printed;
use super::running::{EndedProgram, RunningProgram};
use super::sendable::{self, Names};
use crate::aws::files::words;
use crate::domain::{Failure, FailureClass, Withheld};

/// The `credential_process` of a profile.
pub(super) struct Process {
    profile: String,
    command: String,
}

impl Process {
    /// The command of `profile`.
    pub(super) fn new(profile: &str, command: &str) -> Self {
        Self { profile: profile.into(), command: command.into() }
    }

    /// What is tried, for people.
    pub(super) fn words(&self) -> String {
        format!("credential_process of profile {}", self.profile)
    }

    /// The keys that it prints now. It is begun without a shell, in a process group of its own, which is
    /// ended where this is dropped; it gets no input, since what is typed is for this program.
    pub(super) async fn keys(&self) -> Result<Credentials, NoKeys> {
        let ended = self.run().await?;
        if !ended.status.success() {
            return Err(self.ended_badly(ended.status, &ended.errors).into());
        }
        let keys = printed::keys(&self.words(), &ended.output);
        let keys = keys.map_err(|failure| with_said(failure, &ended.errors))?;
        sendable::checked(keys, &Names::of(&self.words()))
    }

    async fn run(&self) -> Result<EndedProgram, Failure> {
        let wrong = |why: &str| self.failure(FailureClass::BadConfig, why);
        let words =
            words::split(&self.command).map_err(|why| wrong(&format!("can't be run: {why}. Fix it.")))?;
        let Some((program, arguments)) = words.split_first() else {
            return Err(wrong("is empty. Give it a command, or remove it."));
        };
        let running =
            RunningProgram::begin(program, arguments).map_err(|error| wrong(&not_begun(program, &error)))?;
        let ended = running.end().await.map_err(|why| self.failure(FailureClass::NoCredentials, &why))?;
        if ended.is_too_long {
            return Err(self.failure(
                FailureClass::NoCredentials,
                "printed far more than credentials. It was \
                                                           stopped.",
            ));
        }
        Ok(ended)
    }

    fn ended_badly(&self, status: ExitStatus, errors: &str) -> Failure {
        let how = match status.code() {
            Some(code) => format!("ended with exit code {code}."),
            None => format!("was ended by a signal ({status})."),
        };
        let lower = errors.to_lowercase();
        let is_logged_out = lower.contains("expired") || lower.contains("sso token");
        let class = if is_logged_out { FailureClass::Expired } else { FailureClass::NoCredentials };
        with_said(self.failure(class, &how), errors)
    }

    /// A failure with `why` as the rest of the sentence.
    fn failure(&self, class: FailureClass, why: &str) -> Failure {
        Failure::new(class, &format!("The {} {why}", self.words()))
    }
}

/// It is never printed: commands can hold secrets.
impl fmt::Debug for Process {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Process").field("profile", &self.profile).finish_non_exhaustive()
    }
}

fn with_said(failure: Failure, errors: &str) -> Failure {
    Failure { process_said: Withheld::of(errors), ..failure }
}

/// Why a program could not be begun. A word with `=` may hold a secret and is not repeated.
fn not_begun(program: &str, error: &std::io::Error) -> String {
    if program.contains('=') {
        return "begins with NAME=VALUE, which means something to a shell only, and there is none. \
                Write `env NAME=VALUE …`."
            .into();
    }
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            format!(
                "can't be run: there is no program {program:?}. No shell is used: ~, $ and | mean nothing."
            )
        }
        std::io::ErrorKind::PermissionDenied => {
            format!("can't be run: {program:?} is not executable for you.")
        }
        _ => format!("can't be run: {program:?}: {error}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn had(command: &str) -> Result<Credentials, Failure> {
        match Process::new("p", command).keys().await {
            Ok(keys) => Ok(keys),
            Err(NoKeys::Failed(failure)) => Err(*failure),
            Err(NoKeys::NotSetUp(why)) => panic!("{why}"),
        }
    }

    fn printing(more: &str) -> String {
        format!(r#"printf '%s' '{{"Version": 1, "AccessKeyId": "AKIA", "SecretAccessKey": "s"{more}}}'"#)
    }

    #[tokio::test]
    async fn keys_are_read_as_the_cli_reads_them() {
        let keys = had(&printing("")).await.unwrap();
        assert_eq!((keys.access_key_id(), keys.session_token(), keys.expiry()), ("AKIA", None, None));
        for more in [
            r#", "SessionToken": "t", "Expiration": "2099-01-01T00:00:00+0000""#,
            r#", "SessionToken": "t", "Expiration": "2099-01-01T00:00:00UTC", "AccountId": 5"#,
        ] {
            let keys = had(&printing(more)).await.unwrap();
            assert_eq!(keys.session_token(), Some("t"));
            assert!(keys.expiry().is_some());
        }
        let keys = had(&printing(r#", "SessionToken": null, "Expiration": null"#)).await.unwrap();
        assert_eq!((keys.session_token(), keys.expiry()), (None, None));
    }

    #[tokio::test]
    async fn what_is_printed_wrong_is_told_and_not_repeated() {
        for (command, says) in [
            ("", "is empty"),
            ("'x", "a quote is not closed"),
            ("S3CRET=1 printf x", "env NAME=VALUE"),
            ("no-such-program-here S3CRET", "there is no program \"no-such-program-here\""),
            ("/", "is not executable"),
            ("true", "printed nothing"),
            ("echo S3CRET", "not a JSON object"),
            ("echo [1]", "not a JSON object"),
            (r#"echo '{"AccessKeyId": "S3CRET"}'"#, "printed no Version"),
            (r#"echo '{"Version": "1"}'"#, "a Version other"),
            (r#"echo '{"Version": 2}'"#, "a Version other"),
            (r#"echo '{"Version": 1, "AccessKeyId": "S3CRET"}'"#, "no SecretAccessKey"),
            (r#"echo '{"Version": 1, "AccessKeyId": 5}'"#, "an AccessKeyId that is not text"),
            ("sh -c 'exit 3'", "exit code 3"),
            ("sh -c 'kill -9 $$'", "by a signal"),
        ] {
            let said = had(command).await.unwrap_err().message;
            let says = says.trim_start_matches("an ");
            assert!(said.as_str().contains(says), "{command}: {said}");
            assert!(!said.as_str().contains("S3CRET"), "{said}");
        }
        for (more, class, says) in [
            (r#", "Expiration": "soon""#, FailureClass::NoCredentials, "\"soon\""),
            (
                r#", "Expiration": "2099-01-01T00:00:00""#,
                FailureClass::NoCredentials,
                "not a time with a zone",
            ),
            (r#", "Expiration": "2020-01-01T00:00:00Z""#, FailureClass::Expired, "expired at 2020"),
            (r#", "SessionToken": "t\n""#, FailureClass::BadConfig, "ends in a line break"),
        ] {
            let failure = had(&printing(more)).await.unwrap_err();
            assert_eq!(failure.class, class, "{failure:?}");
            assert!(failure.message.as_str().contains(says), "{failure:?}");
        }
    }

    #[tokio::test]
    async fn no_shell_reads_the_command() {
        let script =
            r#"sh -c 'printf "{\"Version\":1,\"AccessKeyId\":\"AKIA%s\",\"SecretAccessKey\":\"s\"}" "$*"' x"#;
        let keys = had(&format!("{script} a$HOME (b) | c; & #d")).await.unwrap();
        assert_eq!(keys.access_key_id(), "AKIAa$HOME (b) | c; & #d");
    }

    #[tokio::test]
    async fn what_it_says_of_errors_is_kept_and_not_in_the_message() {
        let failure = had("sh -c 'echo the token S3CRET has expired >&2; exit 1'").await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Expired);
        assert!(!format!("{failure:?}").contains("S3CRET"));
        assert_eq!(failure.process_said.lines()[0].as_str(), "the token S3CRET has expired");
        let failure = had("sh -c 'echo why >&2; echo {}'").await.unwrap_err();
        assert_eq!(failure.process_said.lines()[0].as_str(), "why");
    }
}
