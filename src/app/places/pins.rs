//! Whether what a user of an image points to is any good.

use crate::domain::{ImageName, ImageStatus, Pin, Text};

use super::Place;

/// `VendorGuidance` of what nobody should use any more.
const ARCHIVED: &str = "ARCHIVED";

/// So many pinned versions of an image at most are read in full, the newest.
const MOST_PINS: usize = 200;

/// What is wrong with a pin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PinTrouble {
    /// The image has no such version.
    NoSuchVersion,
    /// No version holds that alias.
    NoSuchAlias,
    /// It is no number of a version.
    NoNumber,
    /// The version has failed, or is being deleted.
    Status(ImageStatus),
    /// Its maker no longer stands by it.
    Archived,
}

impl Place {
    /// The version that a pin stands for, as far as that is known.
    #[must_use]
    pub fn pinned_version(&self, image: &ImageName, pin: &Pin) -> Option<u32> {
        match pin {
            Pin::Version(number) => Some(*number),
            Pin::Alias(alias) => self.known_aliases(image)?.holders.get(alias).copied(),
            Pin::Latest | Pin::Unreadable(_) => None,
        }
    }

    /// What is wrong with a pin, as far as the versions of the image are known.
    #[must_use]
    pub fn pin_trouble(&self, image: &ImageName, pin: &Pin) -> Option<PinTrouble> {
        let versions = self.versions_of(image);
        let count = versions.and_then(super::Versions::count);
        match pin {
            Pin::Unreadable(_) => return Some(PinTrouble::NoNumber),
            Pin::Latest => return (count == Some(0)).then_some(PinTrouble::NoSuchVersion),
            Pin::Alias(alias) => {
                let is_gone = versions?.knows_all_aliases()
                    && self.known_aliases(image).is_some_and(|aliases| !aliases.holders.contains_key(alias));
                if is_gone {
                    return Some(PinTrouble::NoSuchAlias);
                }
            }
            Pin::Version(_) => {}
        }
        let number = self.pinned_version(image, pin)?;
        if count.is_some() && !versions?.has(number) {
            return Some(PinTrouble::NoSuchVersion);
        }
        let version = self.known_version(image, number)?;
        match version.status {
            Some(status) if status.is_failed() || status == ImageStatus::Deleting => {
                Some(PinTrouble::Status(status))
            }
            Some(_) | None => {
                let guidance = version.vendor_guidance.as_ref().map(Text::as_str);
                (guidance == Some(ARCHIVED)).then_some(PinTrouble::Archived)
            }
        }
    }

    /// The versions that users of an image are pinned to, the newest first, of those that it has. There is more
    /// to know of them than a list says.
    #[must_use]
    pub fn pinned_versions(&self, image: &ImageName) -> Vec<u32> {
        let Some(versions) = self.versions_of(image) else { return Vec::new() };
        let mut numbers: Vec<_> =
            self.pins(image).iter().filter_map(|pin| self.pinned_version(image, pin)).collect();
        numbers.retain(|number| versions.has(*number));
        numbers.sort_unstable_by(|one, other| other.cmp(one));
        numbers.dedup();
        // Each is a call, and no more than so many descriptions are kept.
        numbers.truncate(MOST_PINS);
        numbers
    }

    /// Whether some user of an image is pinned to an alias.
    #[must_use]
    pub fn has_pinned_alias(&self, image: &ImageName) -> bool {
        self.pins(image).iter().any(|pin| matches!(pin, Pin::Alias(_)))
    }

    /// Whether some user of an image is pinned to a version or an alias, so that it has to be known which there
    /// are.
    #[must_use]
    pub fn has_pin_to_check(&self, image: &ImageName) -> bool {
        self.pins(image).iter().any(|pin| matches!(pin, Pin::Alias(_) | Pin::Version(_)))
    }

    fn pins(&self, image: &ImageName) -> Vec<&Pin> {
        let Some(scan) = self.usage.shown() else { return Vec::new() };
        let found = scan.found();
        let all = found.users_of(image).into_iter().flat_map(|user| &user.uses);
        let of_image = all.filter(|used| used.reference.is_to(image, found.home()));
        of_image.map(|used| &used.reference.pin).collect()
    }
}
