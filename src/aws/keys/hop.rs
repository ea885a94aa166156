//! One role that is assumed with the keys before it.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sdk_sts::types;
use uuid::Uuid;

use super::no_keys;
use super::sts::Sts;
use crate::aws::failure;
use crate::aws::files::Role;
use crate::domain::operation::ASSUME_ROLE;
use crate::domain::{ArnParts, Code, Failure, FailureClass, LogIn, Text};

/// A role as a profile asks for it.
#[derive(Debug)]
pub(super) struct Hop(Role);

impl Hop {
    /// The way to `role`.
    pub(super) fn new(role: Role) -> Self {
        Self(role)
    }

    /// Whether it wants the code of an MFA device.
    pub(super) fn has_device(&self) -> bool {
        self.0.device.is_some()
    }

    /// What is tried here, for people.
    pub(super) fn words(&self) -> String {
        format!("the role {} with profile {}", self.name(), self.0.profile)
    }

    /// How a person gets its keys, where that takes a code.
    pub(super) fn log_in(&self) -> Option<LogIn> {
        let device = Text::clean(self.0.device.as_ref()?);
        Some(LogIn::Mfa { device, role: Text::clean(&self.0.arn) })
    }

    /// That its code is wanted, with a sentence that says why.
    pub(super) fn wants_code(&self, said: &str) -> Failure {
        Failure { log_in: self.log_in(), ..Failure::new(FailureClass::CodeWanted, said) }
    }

    /// That no code was given yet.
    pub(super) fn lacks_code(&self) -> Failure {
        let device = self.0.device.as_deref().unwrap_or_default();
        self.wants_code(&format!("The role {} needs a code from the MFA device {device}.", self.name()))
    }

    /// The role's keys. With a code there is one attempt: the code is good once, so that a second one after a
    /// lost answer would be refused, and the refusal would hide what went wrong.
    ///
    /// # Errors
    ///
    /// Why not; of a class that says of a write that it was not sent.
    pub(super) async fn assume(
        &self,
        sts: &Sts,
        keys: Credentials,
        code: Option<Code>,
    ) -> Result<Credentials, Failure> {
        let duration = self.seconds()?;
        let session = self.0.session.clone().unwrap_or_else(session_name);
        let asked = sts
            .client(keys, code.is_some())
            .assume_role()
            .role_arn(&self.0.arn)
            .role_session_name(session)
            .set_external_id(self.0.external_id.clone())
            .set_duration_seconds(duration)
            .set_serial_number(self.0.device.clone())
            .set_token_code(code.as_ref().map(|code| code.0.clone()));
        let answer =
            asked.send().await.map_err(|error| self.refused(failure::of_call(&error), code.as_ref()))?;
        answer.credentials.and_then(credentials).ok_or_else(|| {
            let said =
                format!("The response to {ASSUME_ROLE} for the role {} has no credentials.", self.name());
            Failure::new(FailureClass::NoCredentials, &said)
        })
    }

    fn seconds(&self) -> Result<Option<i32>, Failure> {
        let Some(seconds) = self.0.seconds else { return Ok(None) };
        i32::try_from(seconds).map(Some).map_err(|_| {
            let said = format!(
                "The duration_seconds {seconds} of profile {} is not a number from 900 to 43200.",
                self.0.profile
            );
            Failure::new(FailureClass::BadConfig, &said)
        })
    }

    fn refused(&self, failure: Failure, code: Option<&Code>) -> Failure {
        let said = match code {
            Some(code) => failure.message.as_str().replace(&code.0, "(the code)"),
            None => failure.message.as_str().to_owned(),
        };
        if code.is_some() && is_about_code(failure.class, &said) {
            return Failure { log_in: self.log_in(), ..reworded(failure, FailureClass::CodeWanted, &said) };
        }
        let class = no_keys::class(failure.class);
        let said = format!("Couldn't assume the role {} of profile {}: {said}", self.name(), self.0.profile);
        reworded(failure, class, &said)
    }

    /// The name at the end of the ARN.
    fn name(&self) -> &str {
        ArnParts::of(&self.0.arn).map_or(&self.0.arn, ArnParts::name)
    }
}

/// What a session is called whose profile says nothing.
pub(super) fn session_name() -> String {
    format!("sagescope-{}", Uuid::now_v7().simple())
}

fn reworded(failure: Failure, class: FailureClass, said: &str) -> Failure {
    Failure { class, message: Text::clean(said.trim()), ..failure }
}

/// Whether a refusal is one of the code, so that another may be taken.
fn is_about_code(class: FailureClass, said: &str) -> bool {
    let lower = said.to_lowercase();
    match class {
        FailureClass::Denied => lower.contains("multifactorauthentication"),
        FailureClass::Invalid => lower.contains("tokencode") || lower.contains("token code"),
        _ => false,
    }
}

/// The keys in an answer, where they have an end.
pub(super) fn credentials(keys: types::Credentials) -> Option<Credentials> {
    let end = SystemTime::try_from(keys.expiration).ok()?;
    let (id, secret) = (keys.access_key_id, keys.secret_access_key);
    Some(Credentials::new(id, secret, Some(keys.session_token), Some(end), ASSUME_ROLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hop() -> Hop {
        Hop::new(role())
    }

    fn role() -> Role {
        Role {
            profile: "ops".into(),
            arn: "arn:aws:iam::123456789012:role/team/Admin".into(),
            session: None,
            external_id: None,
            seconds: None,
            device: Some("arn:aws:iam::123456789012:mfa/me".into()),
        }
    }

    #[test]
    fn a_refusal_of_the_code_asks_for_another_and_does_not_repeat_it() {
        let code = Code("246813".into());
        for (class, said) in [
            (FailureClass::Denied, "MultiFactorAuthentication failed with invalid MFA one time pass code. "),
            (FailureClass::Invalid, "Value '246813' at 'tokenCode' failed to satisfy constraint"),
        ] {
            let failure = hop().refused(Failure::new(class, said), Some(&code));
            assert_eq!(failure.class, FailureClass::CodeWanted);
            assert!(failure.log_in.is_some() && !format!("{failure:?}").contains("246813"));
        }
        let denied = Failure::new(FailureClass::Denied, "User is not authorized to perform: sts:AssumeRole");
        assert_eq!(hop().refused(denied, Some(&code)).class, FailureClass::Denied);
    }

    #[test]
    fn no_refusal_leaves_a_write_unknown() {
        for class in [
            FailureClass::TimedOut,
            FailureClass::Service,
            FailureClass::Unreadable,
            FailureClass::Bug,
            FailureClass::Other,
        ] {
            assert!(!hop().refused(Failure::new(class, "x"), None).leaves_write_unknown(), "{class:?}");
        }
    }

    #[test]
    fn a_duration_is_a_number_that_can_be_sent() {
        let duration = |seconds| Hop::new(Role { seconds: Some(seconds), ..role() }).seconds();
        assert_eq!(duration(3600).unwrap(), Some(3600));
        let failure = duration(i64::MAX).unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("ops"));
    }
}
