//! What is known of subjects, and of the versions, aliases and tags of images that were looked at.

use crate::app::Dated;
use crate::app::dated::slot;
use crate::app::ticket::{Purpose, Reason};
use crate::domain::{AliasMap, Failure, ImageName, ImageVersion, TagSet};
use crate::edit::{Snapshot, Subject};

use super::{Place, Versions};

/// So many images at most have their versions kept, and their tags.
const IMAGES_KEPT: usize = 500;
/// So many versions are kept at most besides those of the image that is looked at.
const ROWS_KEPT: usize = 50_000;

impl Place {
    /// The best that is known of a subject; nothing of several if one of them is not known at all.
    #[must_use]
    pub fn known_of(&self, subject: &Subject) -> Option<Snapshot> {
        match subject {
            Subject::Image(name) => self.known(name).map(Snapshot::Image),
            Subject::Images(_) | Subject::TagsOf(_) => {
                let parts: Option<Vec<_>> = subject.parts().iter().map(|part| self.known_of(part)).collect();
                Snapshot::of_parts(subject, parts?)
            }
            // What a list tells of a version says nothing of its fields.
            Subject::Version(image, number) => {
                let described = self.versions_of(image)?.described(*number)?.value.value();
                described.cloned().map(Snapshot::from)
            }
            Subject::Aliases(image) => self.known_aliases(image).cloned().map(Snapshot::from),
            Subject::Tags(image) => self.known_tags(image).cloned().map(Snapshot::from),
        }
    }

    /// What is known of the versions of an image, if they were ever asked for.
    #[must_use]
    pub fn versions_of(&self, image: &ImageName) -> Option<&Versions> {
        self.versions.get(image)
    }

    /// The best that is known of a version: described, else as listed.
    #[must_use]
    pub fn known_version(&self, image: &ImageName, number: u32) -> Option<ImageVersion> {
        let versions = self.versions.get(image)?;
        let described = versions.described(number).and_then(|version| version.value.value());
        match (described, versions.version_at(image, number)) {
            // The list may have been read after the description.
            (Some(described), Some(listed)) if listed.modified > described.modified => Some(ImageVersion {
                status: listed.status,
                failure_reason: listed.failure_reason,
                modified: listed.modified,
                ..described.clone()
            }),
            (Some(described), _) => Some(described.clone()),
            (None, listed) => listed,
        }
    }

    /// What is not known of an image since no more than a list told of it, in words.
    #[must_use]
    pub fn lacks_of_image(&self, name: &ImageName) -> Option<&'static str> {
        let is_described = self.details.get(name).is_some_and(|detail| detail.value.value().is_some());
        match self.images.get(name) {
            _ if is_described => None,
            Some(_) => Some("from the list: the role isn't loaded"),
            None => Some("only the name is loaded"),
        }
    }

    /// The same of a version.
    #[must_use]
    pub fn lacks_of_version(&self, image: &ImageName, number: u32) -> Option<&'static str> {
        let versions = self.versions.get(image)?;
        let is_described = versions.described(number).is_some_and(|version| version.value.value().is_some());
        (!is_described).then_some("from the list: details aren't loaded")
    }

    /// Which alias of an image stands for which version, if that is known.
    #[must_use]
    pub fn known_aliases(&self, image: &ImageName) -> Option<&AliasMap> {
        self.versions.get(image)?.aliases().value.value()
    }

    /// Nobody waits any more for what was asked for that purpose.
    pub(in crate::app) fn abandon_read(&mut self, purpose: &Purpose) {
        match purpose {
            Purpose::Versions(image) => self.versions_mut(image).break_off(),
            Purpose::Read(Subject::Image(image), Reason::Detail) => self.detail_mut(image).value.abandon(),
            Purpose::Read(Subject::Version(image, number), Reason::Detail) => {
                self.versions_mut(image).abandon_described(*number);
            }
            Purpose::Read(Subject::Aliases(image), Reason::Detail) => {
                self.versions_mut(image).abandon_aliases();
            }
            Purpose::Read(Subject::Tags(image), Reason::Detail) => self.tags_mut(image).value.abandon(),
            Purpose::Raw(of) => self.raws.abandon(of),
            Purpose::Read(..)
            | Purpose::Survey
            | Purpose::LogIn
            | Purpose::Locate
            | Purpose::Account
            | Purpose::Page(_)
            | Purpose::Refresh(_)
            | Purpose::Scan(_)
            | Purpose::Note(..)
            | Purpose::Send(..)
            | Purpose::Journal(_) => {}
        }
    }

    /// The ARNs of all versions, aliases and tags that are known, for tests that nothing of another place
    /// may escape.
    #[cfg(test)]
    pub(in crate::app) fn arns_in_tabs(&self) -> Vec<crate::domain::Text> {
        let of_versions = self.versions.iter().flat_map(|(image, versions)| {
            let listed = versions.rows().iter().filter_map(|row| row.arn.clone());
            let described =
                versions.rows().iter().filter_map(|row| self.known_version(image, row.number)?.arn);
            let of_aliases = versions.aliases().value.value().and_then(|aliases| aliases.image_arn.clone());
            listed.chain(described).chain(of_aliases).collect::<Vec<_>>()
        });
        let of_tags = self.tags.values().filter_map(|tags| tags.value.value()).map(|tags| tags.arn.clone());
        of_versions.chain(of_tags).chain(self.raws.texts()).collect()
    }

    /// Why a subject could not be read the last time somebody looked at it, if so.
    #[must_use]
    pub fn failure_of(&self, subject: &Subject) -> Option<&Failure> {
        match subject {
            Subject::Image(image) => self.details.get(image)?.value.failure(),
            Subject::Version(image, number) => self.versions_of(image)?.described(*number)?.value.failure(),
            Subject::Aliases(image) => self.versions_of(image)?.aliases().value.failure(),
            Subject::Tags(image) => self.tags_of(image)?.value.failure(),
            Subject::Images(_) | Subject::TagsOf(_) => None,
        }
    }

    /// The slot for the versions of an image; makes room if there are many.
    pub(in crate::app) fn versions_mut(&mut self, image: &ImageName) -> &mut Versions {
        if !self.versions.contains_key(image) {
            while self.has_too_many_versions() {
                let oldest = self.versions.iter().min_by_key(|(_, versions)| versions.looked_at);
                let Some(oldest) = oldest.map(|(image, _)| image.clone()) else { break };
                self.versions.remove(&oldest);
            }
        }
        self.versions.entry(image.clone()).or_default()
    }

    fn has_too_many_versions(&self) -> bool {
        let rows: usize = self.versions.values().map(Versions::len).sum();
        self.versions.len() >= IMAGES_KEPT || rows > ROWS_KEPT
    }

    /// The tags of an image, if they are known.
    #[must_use]
    pub fn known_tags(&self, image: &ImageName) -> Option<&TagSet> {
        self.tags.get(image)?.value.value()
    }

    /// The tags of an image, and how reading them stands, if they were ever asked for.
    #[must_use]
    pub fn tags_of(&self, image: &ImageName) -> Option<&Dated<TagSet>> {
        self.tags.get(image)
    }

    /// The slot for the tags of an image; makes room if there are many.
    pub(in crate::app) fn tags_mut(&mut self, image: &ImageName) -> &mut Dated<TagSet> {
        slot(&mut self.tags, image, IMAGES_KEPT)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::domain::{Aim, Location};

    fn image(at: usize) -> ImageName {
        ImageName::received(&format!("image-{at}"))
    }

    fn second(at: usize) -> Timestamp {
        Timestamp::from_second(i64::try_from(at).unwrap()).unwrap()
    }

    fn read(place: &mut Place, at: usize, last: u32) {
        let of = image(at);
        let versions = place.versions_mut(&of);
        versions.begin(second(at));
        let page = (0..=last).map(|number| ImageVersion::numbered(of.clone(), number)).collect();
        versions.take_page(Ok((page, None)), second(at));
    }

    #[test]
    fn what_is_kept_is_bounded_and_what_was_looked_at_last_stays() {
        let mut place = Place::new(Aim::default(), Location::default());
        for at in 0..IMAGES_KEPT + 20 {
            read(&mut place, at, 1);
            place.tags_mut(&image(at)).read_at = Some(second(at));
        }
        assert_eq!((place.versions.len(), place.tags.len()), (IMAGES_KEPT, IMAGES_KEPT));
        for (at, is_kept) in [(19, false), (20, true)] {
            assert_eq!(place.versions_of(&image(at)).is_some(), is_kept);
            assert_eq!(place.tags_of(&image(at)).is_some(), is_kept);
        }
        read(&mut place, 519, u32::try_from(ROWS_KEPT).unwrap());
        place.versions_mut(&image(1000));
        assert_eq!(place.versions.keys().collect::<Vec<_>>(), [&image(1000)]);
    }

    #[test]
    fn a_list_that_was_read_after_the_description_knows_the_status_better() {
        let mut place = Place::new(Aim::default(), Location::default());
        read(&mut place, 1, 1);
        let known = |place: &Place| place.known_version(&image(1), 1).unwrap();
        assert_eq!(known(&place), ImageVersion::numbered(image(1), 1));
        let described = ImageVersion {
            base_image: Some("base".into()),
            modified: Some(second(5)),
            ..ImageVersion::numbered(image(1), 1)
        };
        place.versions_mut(&image(1)).described_mut(1).resolve(Ok(described.clone()), second(6));
        assert_eq!(known(&place), described);
        let listed = ImageVersion { modified: Some(second(9)), ..ImageVersion::numbered(image(1), 1) };
        place.versions_mut(&image(1)).begin(second(9));
        place.versions_mut(&image(1)).take_page(Ok((vec![listed], None)), second(9));
        assert_eq!(known(&place), ImageVersion { modified: Some(second(9)), ..described });
        assert_eq!(place.known_version(&image(1), 7), None);
    }
}
