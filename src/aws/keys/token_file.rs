//! Keys of a role that is assumed with a token in a file, as in Kubernetes.

use std::fmt;
use std::io::ErrorKind;
use std::path::Path;

use aws_credential_types::Credentials;

use super::hop;
use super::no_keys::{self, NoKeys};
use super::sendable::{self, Names};
use super::sts::Sts;
use crate::aws::failure;
use crate::aws::failure::cause;
use crate::aws::files::WebIdentity;
use crate::domain::{ArnParts, Failure, FailureClass, Text};
use crate::plain_file::{self, Links};

/// Most bytes of a token; the largest are some thousand.
const MAX_BYTES: u64 = 64 * 1024;

/// A token file and the role it is good for.
pub(super) struct TokenFile {
    identity: WebIdentity,
    sts: Sts,
}

impl TokenFile {
    /// The role of `identity`, asked of `sts`.
    pub(super) fn new(identity: WebIdentity, sts: Sts) -> Self {
        Self { identity, sts }
    }

    /// The role's keys. The file is read each time: another program writes it anew.
    pub(super) async fn keys(&self) -> Result<Credentials, NoKeys> {
        let token = self.token().await?;
        let WebIdentity { arn, session, .. } = &self.identity;
        let asked = self
            .sts
            .without_keys()
            .assume_role_with_web_identity()
            .role_arn(arn)
            .role_session_name(session.clone().unwrap_or_else(hop::session_name))
            .web_identity_token(token);
        let answer = asked.send().await.map_err(|error| self.refused(failure::of_call(&error)))?;
        let keys = answer.credentials.and_then(hop::credentials).ok_or_else(|| {
            let said = format!(
                "The response to AssumeRoleWithWebIdentity for the role {} has no credentials.",
                self.name()
            );
            Failure::new(FailureClass::NoCredentials, &said)
        })?;
        sendable::checked(keys, &Names::of("STS"))
    }

    async fn token(&self) -> Result<String, Failure> {
        let WebIdentity { file, is_from_environment, .. } = &self.identity;
        let named_by =
            if *is_from_environment { "AWS_WEB_IDENTITY_TOKEN_FILE" } else { "web_identity_token_file" };
        let path = file.clone();
        let read = move || plain_file::read(Path::new(&path), Links::Followed, MAX_BYTES);
        let bad = |why: &str| {
            let said = format!("The token file {} ({named_by}) {why}", Text::clean(file));
            Failure::new(FailureClass::NoCredentials, &said)
        };
        let read = tokio::task::spawn_blocking(read).await.map_err(|_| bad("can't be read."))?;
        let bytes = read.map_err(|error| match error.kind() {
            ErrorKind::InvalidInput => {
                Failure { class: FailureClass::BadConfig, ..bad("is not a file. Put a file there.") }
            }
            _ => bad(&format!("can't be read: {}.", cause::chain(&error))),
        })?;
        let text = String::from_utf8(bytes).map_err(|_| bad("is not UTF-8."))?;
        match text.trim_end() {
            "" => Err(bad("is empty.")),
            token => Ok(token.to_owned()),
        }
    }

    fn refused(&self, failure: Failure) -> Failure {
        let class = no_keys::class(failure.class);
        let said =
            format!("Couldn't assume the role {} with the token file: {}", self.name(), failure.message);
        Failure { class, message: Text::clean(said.trim()), ..failure }
    }

    fn name(&self) -> &str {
        let arn = &self.identity.arn;
        ArnParts::of(arn).map_or(arn, ArnParts::name)
    }
}

impl fmt::Debug for TokenFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenFile").field("file", &self.identity.file).finish_non_exhaustive()
    }
}
