//! What is known of the versions of an image.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::dated::slot;
use crate::app::list::Round;
use crate::app::{Dated, FRESH, Load, LoadStage, PageToken};
use crate::domain::{AliasMap, Failure, ImageName, ImageStatus, ImageVersion, Text};

/// What ListImageVersions says of one version. An image may have very many, so no more of each is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedVersion {
    /// `Version`.
    pub number: u32,
    /// `ImageVersionArn`.
    pub arn: Option<Text>,
    /// `ImageVersionStatus`.
    pub status: Option<ImageStatus>,
    /// `FailureReason`.
    pub failure_reason: Option<Text>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// `LastModifiedTime`.
    pub modified: Option<Timestamp>,
    /// The round of loading that brought it last.
    round: Round,
}

/// The versions of one image, and which alias stands for which.
#[derive(Debug, Default)]
pub struct Versions {
    /// The newest first.
    rows: Vec<ListedVersion>,
    /// `ImageArn`, which is the same for all.
    image_arn: Option<Text>,
    /// How they come, or came, from the service.
    pub load: Load,
    /// What DescribeImageVersion said of single ones.
    described: BTreeMap<u32, Dated<ImageVersion>>,
    /// Which alias stands for which version.
    aliases: Dated<AliasMap>,
    /// The same by version.
    aliases_by_version: BTreeMap<u32, Vec<Text>>,
    /// When somebody last looked at them.
    pub(in crate::app) looked_at: Option<Timestamp>,
}

/// So many versions of an image at most are kept as they were described.
const DESCRIBED_KEPT: usize = 500;

impl Versions {
    /// How many are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The version in that row, the newest being 0.
    #[must_use]
    pub fn at(&self, row: usize) -> Option<&ListedVersion> {
        self.rows.get(row)
    }

    /// All that are listed, the newest first.
    #[must_use]
    pub fn rows(&self) -> &[ListedVersion] {
        &self.rows
    }

    /// The row of a version.
    ///
    /// # Errors
    ///
    /// Where it is not listed: the row of the next older one, or how many rows there are.
    pub fn row_of(&self, number: u32) -> Result<usize, usize> {
        self.rows.binary_search_by(|row| number.cmp(&row.number))
    }

    /// Whether that version is listed.
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        self.row_of(number).is_ok()
    }

    /// How many there are, once all are known.
    #[must_use]
    pub fn count(&self) -> Option<usize> {
        self.load.whole_at.map(|_| self.rows.len())
    }

    /// What DescribeImageVersion said of one.
    #[must_use]
    pub fn described(&self, number: u32) -> Option<&Dated<ImageVersion>> {
        self.described.get(&number)
    }

    /// Which alias stands for which version, as far as that is known, and how reading it stands.
    #[must_use]
    pub fn aliases(&self) -> &Dated<AliasMap> {
        &self.aliases
    }

    /// The aliases of a version that are known, in order.
    #[must_use]
    pub fn aliases_of(&self, number: u32) -> &[Text] {
        self.aliases_by_version.get(&number).map_or(&[], Vec::as_slice)
    }

    /// Whether those are all that there are.
    #[must_use]
    pub fn knows_all_aliases(&self) -> bool {
        self.aliases.value.value().is_some_and(|aliases| aliases.asked.is_none())
    }

    /// Whether they are worth reading when somebody looks at them.
    #[must_use]
    pub fn want_reading(&self, now: Timestamp) -> bool {
        let is_fresh = self.load.whole_at.is_some_and(|at| now.duration_since(at) < FRESH);
        match self.load.stage {
            LoadStage::Loading { .. } => false,
            LoadStage::Failed { .. } => true,
            LoadStage::Idle => !is_fresh,
        }
    }

    /// Takes a page of the round that is under way: where the next begins, if there is one, and else they
    /// are whole. A round that can't come to an end has failed.
    pub(in crate::app) fn take_page(
        &mut self,
        page: Result<(Vec<ImageVersion>, Option<PageToken>), Failure>,
        now: Timestamp,
    ) -> Option<PageToken> {
        let (page, next) = self.load.take(page, "versions")?;
        for version in page {
            self.put(version);
        }
        if next.is_none() {
            self.become_whole(now);
        }
        next
    }

    /// Begins a round of loading.
    pub(in crate::app) fn begin(&mut self, now: Timestamp) {
        self.load.begin();
        self.looked_at = Some(now);
    }

    /// Nobody waits for the next page any more.
    pub(in crate::app) fn break_off(&mut self) {
        if self.load.is_loading() {
            self.load.stage = LoadStage::Idle;
        }
    }

    /// Nobody waits for anything any more.
    pub(in crate::app) fn abandon(&mut self) {
        self.break_off();
        self.abandon_aliases();
        for version in self.described.values_mut() {
            version.value.abandon();
        }
    }

    /// Nobody waits for the aliases any more.
    pub(in crate::app) fn abandon_aliases(&mut self) {
        self.aliases.value.abandon();
    }

    /// Nobody waits any more for what DescribeImageVersion says of one.
    pub(in crate::app) fn abandon_described(&mut self, number: u32) {
        if let Some(version) = self.described.get_mut(&number) {
            version.value.abandon();
        }
    }

    /// The aliases were asked for.
    pub(in crate::app) fn start_aliases(&mut self) {
        self.aliases.value.start();
    }

    /// The aliases were read, all or some of them, or could not be. Some do not stand for all: the others
    /// stay as they were known.
    pub(in crate::app) fn take_aliases(&mut self, read: Result<AliasMap, Failure>, now: Timestamp) {
        match read {
            Ok(some) if some.asked.is_some() => {
                let known = self.aliases.value.value();
                self.aliases.value.amend(known.map_or_else(|| some.clone(), |known| known.with(&some)));
            }
            read => self.aliases.resolve(read, now),
        }
        self.aliases_by_version.clear();
        for (alias, number) in self.aliases.value.value().iter().flat_map(|map| &map.holders) {
            self.aliases_by_version.entry(*number).or_default().push(alias.clone());
        }
    }

    /// The slot for what DescribeImageVersion says of one; makes room if there are many.
    pub(in crate::app) fn described_mut(&mut self, number: u32) -> &mut Dated<ImageVersion> {
        slot(&mut self.described, &number, DESCRIBED_KEPT)
    }

    /// Brings the row of a version up to date with what was said of it, if it is listed.
    fn refresh(&mut self, version: &ImageVersion) {
        if let Ok(row) = self.row_of(version.number) {
            let round = self.rows[row].round;
            self.rows[row] = listed(version.clone(), round);
        }
    }

    /// A version was described, or could not be.
    pub(in crate::app) fn take_described(
        &mut self,
        number: u32,
        read: Result<ImageVersion, Failure>,
        now: Timestamp,
    ) {
        if let Ok(version) = &read {
            self.refresh(version);
        }
        self.described_mut(number).resolve(read, now);
    }

    fn put(&mut self, version: ImageVersion) {
        if self.image_arn.is_none() {
            self.image_arn.clone_from(&version.image_arn);
        }
        let row = listed(version, self.load.round);
        match self.row_of(row.number) {
            Ok(at) => self.rows[at] = row,
            Err(at) => self.rows.insert(at, row),
        }
    }

    fn become_whole(&mut self, now: Timestamp) {
        let round = self.load.round;
        self.rows.retain(|row| row.round == round);
        self.load.stage = LoadStage::Idle;
        self.load.whole_at = Some(now);
        let rows = &self.rows;
        let is_listed = |number: &u32| rows.binary_search_by(|row| number.cmp(&row.number)).is_ok();
        self.described.retain(|number, version| version.value.is_loading() || is_listed(number));
    }

    /// A version as the list tells of it.
    pub(in crate::app) fn version_at(&self, image: &ImageName, number: u32) -> Option<ImageVersion> {
        let row = self.rows.get(self.row_of(number).ok()?)?;
        Some(ImageVersion {
            arn: row.arn.clone(),
            image_arn: self.image_arn.clone(),
            status: row.status.clone(),
            failure_reason: row.failure_reason.clone(),
            created: row.created,
            modified: row.modified,
            ..ImageVersion::numbered(image.clone(), number)
        })
    }
}

fn listed(version: ImageVersion, round: Round) -> ListedVersion {
    let ImageVersion { number, arn, status, failure_reason, created, modified, .. } = version;
    ListedVersion { number, arn, status, failure_reason, created, modified, round }
}

#[cfg(test)]
mod tests;
