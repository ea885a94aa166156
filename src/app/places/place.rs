//! What is known of one place: an account's images in a region, and the edits made there.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::{Aim, Failure, FailureClass, Image, ImageName, Location, Mode, PlaceKey, Text};
use crate::edit::{Change, Snapshot, Subject};
use crate::flow::{Flow, FlowId, Part, Write};

use crate::app::ticket::StepId;
use crate::app::{Form, History, Images, LoadStage, Overlay, Remote, Words};

/// What DescribeImage said of one image, and when.
#[derive(Debug, Default)]
pub struct Detail {
    /// What it said.
    pub image: Remote<Image>,
    /// When it last said something.
    pub read_at: Option<Timestamp>,
}

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
    /// What DescribeImage said.
    pub details: BTreeMap<ImageName, Detail>,
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
    pub(in crate::app) kept: BTreeMap<Subject, Option<Words>>,
    /// What those go by there.
    pub(in crate::app) kept_under: Option<PlaceKey>,
    /// For what the disk was asked what earlier sessions left.
    pub(in crate::app) recalled: Option<PlaceKey>,
    /// Whether the keys may have changed, so that the account has to be asked for again.
    pub(in crate::app) doubtful: bool,
}

/// More described images than this are not kept; the list knows nearly all of each anyway.
const DETAILS_KEPT: usize = 500;

/// Host and port of an endpoint that is not one of AWS's own, as a VPC endpoint is.
fn foreign_host(endpoint: &Text) -> Option<&str> {
    let (_, rest) = endpoint.as_str().split_once("://")?;
    let host = rest.split('/').next()?;
    let name = host.split(':').next()?;
    let is_aws =
        [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"].iter().any(|suffix| name.ends_with(suffix));
    (!is_aws).then_some(host)
}

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
            details: BTreeMap::new(),
            forms: BTreeMap::new(),
            flows: BTreeMap::new(),
            history: History::default(),
            overlays: Vec::new(),
            kept: BTreeMap::new(),
            kept_under: None,
            recalled: None,
            doubtful: false,
        }
    }

    /// The place in a few words, for where others are spoken of too: `production eu-west-1`.
    #[must_use]
    pub fn label(&self) -> String {
        let profile = self.location.profile.as_ref().or(self.aim.profile.as_ref());
        let region = self.location.region.as_ref().or(self.aim.region.as_ref());
        let profile = profile.map_or("default credentials", Text::as_str);
        format!("{profile} {}", region.map_or("without a region", Text::as_str))
    }

    /// Whether there is nothing to look at and no way to get it: no keys, no region, or a
    /// configuration that can't be used.
    #[must_use]
    pub fn is_unusable(&self) -> bool {
        let LoadStage::Failed { failure, .. } = &self.images.load.stage else { return false };
        let unusable = [FailureClass::NoCredentials, FailureClass::NoRegion, FailureClass::BadConfig];
        self.images.is_empty() && unusable.contains(&failure.class)
    }

    /// What drafts and journal go by: account and region, once both are known or known not to be.
    #[must_use]
    pub fn key(&self, mode: Mode) -> Option<PlaceKey> {
        let is_known = matches!(self.account, Remote::Ready(_) | Remote::Failed { .. });
        (is_known && self.location.region.is_some()).then(|| self.key_or_unknown(mode))
    }

    /// The same by the account that is known, though it may be being asked for anew.
    #[must_use]
    pub fn last_key(&self, mode: Mode) -> Option<PlaceKey> {
        let is_known = self.known_account().is_some() && self.location.region.is_some();
        is_known.then(|| self.key_or_unknown(mode))
    }

    /// The same as well as it is known. The demo keeps its own, apart from every account.
    #[must_use]
    pub fn key_or_unknown(&self, mode: Mode) -> PlaceKey {
        let unknown = self.unknown_key();
        match self.known_account() {
            _ if mode.demo => {
                PlaceKey { account: Text::clean(&format!("demo-{}", self.profile())), ..unknown }
            }
            Some(account) => match self.location.endpoint.as_ref().and_then(foreign_host) {
                // An emulator may answer where a real account's keys are in force.
                Some(host) => PlaceKey { account: Text::clean(&format!("{account}@{host}")), ..unknown },
                None => PlaceKey { account: account.clone(), ..unknown },
            },
            None => unknown,
        }
    }

    /// Whose account it is, unless the last attempt to learn it failed: then other keys may be in
    /// force, and what was known before is no more than a guess.
    #[must_use]
    pub fn known_account(&self) -> Option<&Text> {
        self.account.value().filter(|_| self.account.failure().is_none())
    }

    /// The best that is known of `name`: described, else as listed.
    #[must_use]
    pub fn known(&self, name: &ImageName) -> Option<Image> {
        let described = self.details.get(name).and_then(|detail| detail.image.value());
        let listed = self.images.get(name);
        match (described, listed) {
            // The list may have been read after the description.
            (Some(described), Some(listed)) if listed.modified > described.modified => {
                Some(Image { role: described.role.clone(), ..listed.clone() })
            }
            (Some(described), _) => Some(described.clone()),
            (None, listed) => listed.cloned(),
        }
    }

    /// What drafts went by while the account was not known.
    #[must_use]
    pub fn unknown_key(&self) -> PlaceKey {
        // Its keys are not the profile's, and may be another account's.
        let profile = if self.location.environment_keys { "environment" } else { self.profile() };
        let region = self.location.region.clone().unwrap_or_else(|| "unknown".into());
        PlaceKey { account: Text::clean(&format!("unknown-{profile}")), region }
    }

    fn profile(&self) -> &str {
        self.location.profile.as_ref().map_or("default", Text::as_str)
    }

    /// The forms that hold something typed.
    pub fn drafts(&self) -> impl Iterator<Item = &Form> + '_ {
        self.forms.values().filter(|form| form.is_draft() && !self.is_on_its_way(form))
    }

    /// The best that is known of a subject; nothing of several if one of them is not known at all.
    #[must_use]
    pub fn known_of(&self, subject: &Subject) -> Option<Snapshot> {
        match subject {
            Subject::Image(name) => self.known(name).map(Snapshot::Image),
            Subject::Images(names) => {
                let known = names.iter().map(|name| Some((name.clone(), self.known(name)?)));
                known.collect::<Option<_>>().map(Snapshot::Images)
            }
        }
    }

    /// The write of a subject that is on its way, with its step.
    #[must_use]
    pub fn out(&self, subject: &Subject) -> Option<(StepId, &Write)> {
        self.flows.iter().find_map(|(flow, it)| {
            let (at, write) = it.out(subject)?;
            Some((StepId { flow: *flow, at }, write))
        })
    }

    /// The same without its step.
    #[must_use]
    pub fn write(&self, subject: &Subject) -> Option<&Write> {
        self.out(subject).map(|(_, write)| write)
    }

    /// All writes that are on their way.
    pub fn writes(&self) -> impl Iterator<Item = &Write> + '_ {
        self.flows.values().flat_map(Flow::all_out)
    }

    /// The flow that was begun with by the form of a subject, while it is on its way.
    #[must_use]
    pub fn flow_of(&self, subject: &Subject) -> Option<(FlowId, &Flow)> {
        self.flows.iter().find(|(_, flow)| flow.is_of(subject)).map(|(id, flow)| (*id, flow))
    }

    /// Whether a change of a subject is on its way that keeps another from beginning.
    #[must_use]
    pub fn is_busy(&self, subject: &Subject) -> bool {
        let is_out = |part: &Subject| self.write(part).is_some() || self.flow_of(part).is_some();
        self.flow_of(subject).is_some() || subject.parts().iter().any(is_out)
    }

    /// Whether the form of a subject has to stay here: a write is out, or waits to go out by itself.
    #[must_use]
    pub fn is_bound(&self, subject: &Subject) -> bool {
        let is_armed = |overlay: &Overlay| matches!(overlay, Overlay::Review(it) if it.subject == *subject && it.armed.is_some());
        self.is_busy(subject) || self.overlays.iter().any(is_armed)
    }

    /// Whether the form of a subject, or a page about it, is open.
    #[must_use]
    pub fn is_open(&self, subject: &Subject) -> bool {
        self.overlays.iter().any(|overlay| overlay.subject() == Some(subject))
    }

    /// Whether all that is typed in `form` is in writes that are out.
    #[must_use]
    pub fn is_on_its_way(&self, form: &Form) -> bool {
        let Some((_, flow)) = self.flow_of(&form.subject) else { return false };
        let holds = |part: &Part| {
            let changes = part.step().call.changes();
            part.has_gone_out()
                && form.typed().iter().all(|(key, text)| match changes.of(key) {
                    Change::Set(sent) => sent == text,
                    Change::Clear => text.is_empty(),
                    Change::Keep => false,
                })
        };
        flow.parts.iter().all(holds)
    }

    /// The slot for what DescribeImage says of `name`; makes room if there are many.
    pub(in crate::app) fn detail_mut(&mut self, name: &ImageName) -> &mut Detail {
        if self.details.len() >= DETAILS_KEPT && !self.details.contains_key(name) {
            let oldest = self.details.iter().min_by_key(|(_, detail)| detail.read_at);
            if let Some(oldest) = oldest.map(|(name, _)| name.clone()) {
                self.details.remove(&oldest);
            }
        }
        self.details.entry(name.clone()).or_default()
    }
}
