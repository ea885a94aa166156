//! One image of a catalogue.

use std::time::Duration;

use crate::emulator::{
    rules::{Violations, text_rule},
    store::{Arns, ImageStatus, StoredImage, UnixMillis},
};

/// An image as a [`Catalogue`](super::Catalogue) describes it. Its ages count from the start of the service, so that a
/// catalogue always looks alive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueImage {
    /// `ImageName`: 1 to 63 letters, digits and single `-` or `.` between them.
    pub name: String,
    /// `DisplayName`: 1 to 128 characters.
    pub display_name: Option<String>,
    /// `Description`: 1 to 512 characters.
    pub description: Option<String>,
    /// The role: an ARN, or the name or path of a role in the service's account.
    pub role: Option<String>,
    /// `ImageStatus`. CREATING, UPDATING and DELETING given here last until somebody sets another.
    pub status: ImageStatus,
    /// `FailureReason`: up to 1024 characters. `{account}` and `{region}` in it stand for the service's own.
    pub failure_reason: Option<String>,
    /// How long before the start it was created.
    pub created_ago: Duration,
    /// How long before the start it was last modified.
    pub modified_ago: Duration,
}

impl CatalogueImage {
    /// An image that was created just now and has nothing but a name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// What the service's own rules for each member (and their kinship: a failed image says why, none is modified before
    /// it is created) have against it; empty where it could come from the real service.
    #[must_use]
    pub fn broken_rules(&self) -> Vec<String> {
        let arns = Arns { region: "us-east-1".to_owned(), account: "123456789012".to_owned() };
        let role = self.role.as_deref().map(|role| arns.role(role));
        let reason = self.reason_in(&arns);
        let mut violations = Violations::default();
        violations.required_text("imageName", Some(&self.name), &text_rule::IMAGE_NAME);
        violations.text("displayName", self.display_name.as_deref(), &text_rule::DISPLAY_NAME);
        violations.text("description", self.description.as_deref(), &text_rule::DESCRIPTION);
        violations.text("roleArn", role.as_deref(), &text_rule::ROLE_ARN);
        violations.text("failureReason", reason.as_deref(), &text_rule::FAILURE_REASON);
        let mut found = violations.into_sentences();
        if self.modified_ago > self.created_ago {
            found.push("It was modified before it was created".to_owned());
        }
        let status = self.status;
        if status.has_failed() != self.failure_reason.is_some() {
            found.push(format!("A failure reason belongs to a failed image, and this one is {status}"));
        }
        found
    }

    pub(in crate::emulator) fn into_image(self, arns: &Arns, now: UnixMillis) -> StoredImage {
        let failure_reason = self.reason_in(arns).map(String::into_boxed_str);
        StoredImage {
            name: self.name.into(),
            display_name: self.display_name.map(String::into_boxed_str),
            description: self.description.map(String::into_boxed_str),
            role_arn: self.role.map(|role| arns.role(&role).into_boxed_str()),
            status: self.status,
            failure_reason,
            created: now.minus(self.created_ago),
            modified: now.minus(self.modified_ago),
        }
    }

    fn reason_in(&self, arns: &Arns) -> Option<String> {
        let reason = self.failure_reason.as_deref()?;
        Some(reason.replace("{account}", &arns.account).replace("{region}", &arns.region))
    }
}
