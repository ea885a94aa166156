//! What is known of one place: an account's images in a region, and the edits made there.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::{
    Aim, Failure, FailureClass, Image, ImageName, ImageStatus, Location, PlaceKey, TagSet, Text,
};
use crate::edit::{AliasMoves, Subject};
use crate::flow::{Flow, FlowId};

use crate::app::dated::slot;
use crate::app::{
    Dated, DraftText, Facts, Form, History, Images, ListedImage, LoadStage, Overlay, Refreshing, Remote,
};

use super::{Raws, Usage, Versions};

/// An account and region, reached through an endpoint.
#[derive(Debug)]
pub struct Place {
    /// What it was asked for by.
    pub aim: Aim,
    /// Profile, region and endpoint, as far as they are known.
    pub location: Location,
    /// Whether profile, region and endpoint are those that the configuration gave.
    pub(in crate::app) is_located: bool,
    /// Whether the configuration does not tell where we are.
    pub is_lost: bool,
    /// The account id, from GetCallerIdentity; never guessed.
    pub account: Remote<Text>,
    /// When it was last on the screen, if it is not there now.
    pub(in crate::app) left_at: Option<Timestamp>,
    /// What is being tried to get keys, while it is; in words that go after “Trying”.
    pub trying: Option<Text>,
    /// When somebody logged in, or said so; whether that is true, the account will tell.
    pub(in crate::app) logged_in_at: Option<Timestamp>,
    /// Why the person has to log in, if so.
    pub wants: Option<Failure>,
    /// Its images, as they are listed.
    pub images: Images,
    /// How it is read again by itself.
    pub refreshing: Refreshing,
    /// What DescribeImage said.
    pub details: BTreeMap<ImageName, Dated<Image>>,
    /// What is known of the versions of images that were looked at.
    pub(in crate::app) versions: BTreeMap<ImageName, Versions>,
    /// The same of their tags.
    pub(in crate::app) tags: BTreeMap<ImageName, Dated<TagSet>>,
    /// The answers of the service as they came.
    pub raws: Raws,
    /// Where its images are used.
    pub usage: Usage,
    /// Open forms and drafts.
    pub forms: BTreeMap<Subject, Form>,
    /// The edits that are on their way; no two write to the same subject.
    pub flows: BTreeMap<FlowId, Flow>,
    /// The journal of writes.
    pub history: History,
    /// What lies over the browser, the topmost last. It is about this place, wherever the person
    /// goes meanwhile, and is there again on the way back.
    pub overlays: Vec<Overlay>,
    /// The drafts as the disk has them; of some it is not known how.
    pub(in crate::app) kept: BTreeMap<Subject, Option<DraftText>>,
    /// What those go by there.
    pub(in crate::app) kept_under: Option<PlaceKey>,
    /// For what the disk was asked what earlier sessions left.
    pub(in crate::app) recalled: Option<PlaceKey>,
    /// How aliases go from one version to another, as far as the service has shown it.
    pub(in crate::app) alias_moves: AliasMoves,
    /// Whether the keys may have changed, so that the account has to be asked for again.
    pub(in crate::app) doubtful: bool,
}

/// More described images than this are not kept; the list knows nearly all of each anyway.
const DETAILS_KEPT: usize = 500;

impl Place {
    pub(in crate::app) fn new(aim: Aim, location: Location) -> Self {
        Self {
            aim,
            location,
            left_at: None,
            trying: None,
            logged_in_at: None,
            wants: None,
            is_located: false,
            is_lost: false,
            account: Remote::Idle,
            images: Images::default(),
            refreshing: Refreshing::default(),
            details: BTreeMap::new(),
            versions: BTreeMap::new(),
            tags: BTreeMap::new(),
            raws: Raws::default(),
            usage: Usage::default(),
            forms: BTreeMap::new(),
            flows: BTreeMap::new(),
            history: History::default(),
            overlays: Vec::new(),
            kept: BTreeMap::new(),
            kept_under: None,
            recalled: None,
            alias_moves: AliasMoves::AtOnce,
            doubtful: false,
        }
    }

    /// The place in a few words, for where others are spoken of too: `production eu-west-1`.
    #[must_use]
    pub fn label(&self) -> String {
        let profile = self.location.profile.as_ref().or(self.aim.profile.as_ref());
        let region = self.location.region.as_ref().or(self.aim.region.as_ref());
        let profile = profile.map_or("default credentials", Text::as_str);
        format!("{profile} {}", region.map_or("no region", Text::as_str))
    }

    /// Whether there is nothing to look at and no way to get it: no keys, no region, or a
    /// configuration that can't be used.
    #[must_use]
    pub fn is_unusable(&self) -> bool {
        let LoadStage::Failed { failure, .. } = &self.images.load.stage else { return false };
        let unusable = [FailureClass::NoCredentials, FailureClass::NoRegion, FailureClass::BadConfig];
        self.images.is_empty() && unusable.contains(&failure.class)
    }

    /// The best that is known of `name`: described, else as listed.
    #[must_use]
    pub fn known(&self, name: &ImageName) -> Option<Image> {
        let described = self.described(name);
        match self.newer_in_list(name) {
            Some(listed) => Some(Image { role: described.and_then(|it| it.role.clone()), ..listed.image() }),
            None => described.cloned(),
        }
    }

    /// The newest that is known of its status.
    #[must_use]
    pub fn status(&self, name: &ImageName) -> Option<&ImageStatus> {
        match self.newer_in_list(name) {
            Some(listed) => listed.status(),
            None => self.described(name)?.status.as_ref(),
        }
    }

    fn described(&self, name: &ImageName) -> Option<&Image> {
        self.details.get(name)?.value.value()
    }

    /// What the list knows, if it was read after the description.
    fn newer_in_list(&self, name: &ImageName) -> Option<ListedImage<'_>> {
        let described = self.described(name);
        self.images.get(name).filter(|listed| described.is_none_or(|it| listed.modified() > it.modified))
    }

    /// Whether anything but the name is known of an image.
    #[must_use]
    pub fn is_known(&self, name: &ImageName) -> bool {
        self.described(name).is_some() || self.images.get(name).is_some()
    }

    /// What the filter of the list can ask for besides what the list knows.
    #[must_use]
    pub fn facts(&self, now: Timestamp) -> Facts<'_> {
        Facts { usage: &self.usage, details: &self.details, tags: &self.tags, now }
    }

    /// Nothing is known any more of what was looked at besides the list.
    pub(in crate::app) fn forget_details(&mut self) {
        self.details.clear();
        self.versions.clear();
        self.tags.clear();
        self.raws.clear();
        self.usage.forget();
    }

    /// Nobody waits any more for what is looked at besides the list.
    pub(in crate::app) fn abandon_details(&mut self) {
        for detail in self.details.values_mut() {
            detail.value.abandon();
        }
        for versions in self.versions.values_mut() {
            versions.abandon();
        }
        for tags in self.tags.values_mut() {
            tags.value.abandon();
        }
        self.raws.abandon_all();
        self.usage.abandon();
    }

    /// The slot for what DescribeImage says of `name`; makes room if there are many.
    pub(in crate::app) fn detail_mut(&mut self, name: &ImageName) -> &mut Dated<Image> {
        slot(&mut self.details, name, DETAILS_KEPT)
    }
}
