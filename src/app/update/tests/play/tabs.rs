//! The tabs of the detail, and what they are about.

use crate::domain::{AliasMap, ImageStatus, ImageVersion, TagSet, Text};

use super::{Asked, Play, image, name, reply, second};

/// A version of an image, with all of its members, last modified at second 0.
pub fn version(of: &str, number: u32) -> ImageVersion {
    ImageVersion {
        arn: Some(
            format!("arn:aws:sagemaker:us-east-1:123456789012:image-version/{of}/{number}").as_str().into(),
        ),
        image_arn: image(of).arn,
        status: Some(ImageStatus::Created),
        base_image: Some(format!("base:{number}").as_str().into()),
        job_type: Some("TRAINING".into()),
        created: Some(second(-86_400)),
        modified: Some(second(0)),
        ..ImageVersion::numbered(name(of), number)
    }
}

/// These aliases of an image.
pub fn aliases(of: &str, held: &[(&str, u32)]) -> AliasMap {
    let holders = held.iter().map(|(alias, version)| (Text::clean(alias), *version));
    AliasMap { image_arn: image(of).arn, holders: holders.collect(), ..AliasMap::none(name(of)) }
}

/// These tags of an image.
pub fn tags(of: &str, held: &[(&str, &str)]) -> TagSet {
    let tags = held.iter().map(|(key, value)| (Text::clean(key), Text::clean(value)));
    TagSet { tags: tags.collect(), ..TagSet::none(name(of), image(of).arn.unwrap()) }
}

impl Play {
    /// The title of the tab that is open.
    pub fn tab(&self) -> &'static str {
        self.app.tab().title()
    }

    /// The versions that are listed of an image, the newest first.
    pub fn versions(&self, of: &str) -> Vec<u32> {
        let versions = self.app.place().versions_of(&name(of));
        versions.map_or(Vec::new(), |versions| versions.rows().iter().map(|row| row.number).collect())
    }

    /// The version in focus, and the marked one.
    pub fn focus_and_mark(&self) -> (Option<u32>, Option<u32>) {
        (self.app.current_version(), self.app.marked_version())
    }

    /// The page of versions of an image that is awaited comes, with all of these on it.
    pub fn answer_versions(&mut self, of: &str, numbers: impl IntoIterator<Item = u32>) {
        self.answer_page_of_versions(of, numbers, None);
    }

    /// The same with another page to come.
    pub fn answer_page_of_versions(
        &mut self,
        of: &str,
        numbers: impl IntoIterator<Item = u32>,
        next: Option<&str>,
    ) {
        let versions = numbers.into_iter().map(|number| version(of, number)).collect();
        self.answer(|asked| *asked == Asked::Versions(of.into()), reply::versions(versions, next));
    }

    /// The version that is being read is described.
    pub fn answer_version(&mut self, of: &str, number: u32) {
        let wanted = Asked::Version(of.into(), number);
        self.answer(|asked| *asked == wanted, reply::version(version(of, number)));
    }

    /// What is read of versions, aliases and tags, the oldest question first, as `aliases a`, `version 7 of a`.
    pub fn asked_of_tabs(&self) -> Vec<String> {
        let told = |(_, asked)| match asked {
            Asked::Versions(of) => Some(format!("versions {of}")),
            Asked::Version(of, number) => Some(format!("version {number} of {of}")),
            Asked::Aliases(of) => Some(format!("aliases {of}")),
            Asked::Tags(of) => Some(format!("tags {of}")),
            Asked::Raw(of) => Some(format!("raw {of}")),
            _ => None,
        };
        self.out().into_iter().filter_map(told).collect()
    }

    /// The answer that is being read comes as that.
    pub fn answer_raw(&mut self, of: &str, body: &str) {
        self.answer(|asked| *asked == Asked::Raw(of.into()), reply::raw(body));
    }

    /// Where a search is, as `2/9`; nothing where no answer is shown.
    pub fn search_is_at(&self) -> Option<String> {
        let found = self.app.browser().raw.page.as_ref()?.found();
        Some(format!("{}/{}", if found.is_empty() { 0 } else { found.at() + 1 }, found.len()))
    }

    /// The ARNs of all that is in tabs, at all places, each with the number of its place.
    pub fn tabs_everywhere(&self) -> Vec<(usize, Text)> {
        let places = self.app.places().enumerate();
        places.flat_map(|(id, place)| place.arns_in_tabs().into_iter().map(move |arn| (id, arn))).collect()
    }
}
