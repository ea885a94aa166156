//! The version that a request names, by number or alias.

use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::ImageContents,
};

/// `Version` and `Alias` as they were sent.
pub(in crate::emulator::ops) struct VersionChoice {
    number: Option<i64>,
    alias: Option<String>,
}

/// The version that is meant.
pub(in crate::emulator::ops) enum NamedVersion {
    Number(i64),
    /// The one that holds this alias.
    Alias(String),
    /// Neither was sent.
    Unnamed,
}

impl VersionChoice {
    pub(in crate::emulator::ops) fn read(members: &mut InputMembers) -> Result<Self, ServiceError> {
        Ok(Self { number: members.number("Version")?, alias: members.text("Alias")? })
    }

    pub(in crate::emulator::ops) fn check_alias(&self, violations: &mut Violations) {
        violations.text("alias", self.alias.as_deref(), &text_rule::ALIAS);
    }

    pub(in crate::emulator::ops) fn check_number(&self, violations: &mut Violations) {
        violations.number_from("version", self.number, 0);
    }

    /// The version that is meant. Which of the two would count where both are sent is not documented: it is refused.
    pub(in crate::emulator::ops) fn named(self) -> Result<NamedVersion, ServiceError> {
        match (self.number, self.alias) {
            (Some(_), Some(_)) => {
                Err(ServiceError::invalid("Version and Alias cannot both be specified in the same request."))
            }
            (Some(number), None) => Ok(NamedVersion::Number(number)),
            (None, Some(alias)) => Ok(NamedVersion::Alias(alias)),
            (None, None) => Ok(NamedVersion::Unnamed),
        }
    }
}

impl NamedVersion {
    /// Its number among those of the image; the latest where none is named.
    pub(in crate::emulator::ops) fn find(
        &self,
        image: &str,
        contents: &ImageContents,
    ) -> Result<u32, ServiceError> {
        let (found, wanted) = match self {
            Self::Number(number) => {
                let known =
                    u32::try_from(*number).ok().filter(|number| contents.versions.contains_key(number));
                (known, format!("Version {number}"))
            }
            Self::Alias(alias) => (contents.aliases.get(alias.as_str()).copied(), format!("Alias {alias}")),
            Self::Unnamed => return contents.latest().ok_or_else(|| ServiceError::no_latest_version(image)),
        };
        found.ok_or_else(|| ServiceError::no_version(image, &wanted))
    }
}
