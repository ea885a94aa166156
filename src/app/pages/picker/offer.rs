//! What can be picked.

use crate::app::App;
use crate::domain::{Partition, Profile, Text, check_region};

/// One thing to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// No profile by name: keys of the environment, of the profile `default`, the container or the
    /// instance, in this order.
    Chain,
    /// A profile of the shared files.
    Profile(Profile),
    /// A region.
    Region {
        /// Its name.
        name: Text,
        /// Where that is, if it is known.
        at: &'static str,
        /// Whether it was used lately, or stands in the configuration.
        is_near: bool,
    },
    /// A region by the name that was typed.
    Typed(Text),
}

impl Offer {
    /// Whether it is where we are.
    #[must_use]
    pub fn is_here(&self, app: &App) -> bool {
        let here = app.place();
        let (aimed, named) = (&here.aim.profile, here.location.profile.as_ref());
        let by_environment = here.location.environment_keys;
        match self {
            Self::Chain => aimed.is_none() && (by_environment || named.is_none() && !has_default(app)),
            Self::Profile(profile) => {
                let is_default = profile.name.as_str() == DEFAULT;
                !by_environment && named.map_or(is_default, |named| *named == profile.name)
            }
            Self::Region { name, .. } => here.location.region.as_ref() == Some(name),
            Self::Typed(_) => false,
        }
    }

    /// Its profile or region by name; nothing where no profile is named.
    #[must_use]
    pub fn picked(&self) -> Option<&Text> {
        match self {
            Self::Chain => None,
            Self::Profile(profile) => Some(&profile.name),
            Self::Region { name, .. } | Self::Typed(name) => Some(name),
        }
    }

    /// What it is called.
    pub(in crate::app) fn name(&self) -> &str {
        match self {
            Self::Chain => "environment credentials",
            Self::Profile(profile) => profile.name.as_str(),
            Self::Region { name, .. } | Self::Typed(name) => name.as_str(),
        }
    }

    /// All that can be matched.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Chain => "environment credentials default credentials".into(),
            Self::Profile(profile) => {
                let part = |text: &Option<Text>| text.as_ref().map_or("", Text::as_str).to_owned();
                let (account, region) = (part(&profile.account), part(&profile.region));
                format!("{} {account} {region} {}", profile.name, profile.source.word())
            }
            Self::Region { name, at, .. } => format!("{name} {at}"),
            Self::Typed(name) => name.to_string(),
        }
    }

    pub(super) fn is_region(&self, wanted: &Text) -> bool {
        matches!(self, Self::Region { name, .. } if name == wanted)
    }
}

/// The profile that is meant where none is named.
const DEFAULT: &str = "default";

fn has_default(app: &App) -> bool {
    let profiles = app.aws_setup.value().map_or(&[][..], |found| &found.profiles);
    profiles.iter().any(|profile| profile.name.as_str() == DEFAULT)
}

/// The profiles, those used lately first.
pub(super) fn profiles(app: &App) -> Vec<Offer> {
    let Some(aws_setup) = app.aws_setup.value() else { return Vec::new() };
    let rank = |profile: &&Profile| {
        let recent = &app.recent.profiles;
        recent.iter().position(|name| *name == profile.name).unwrap_or(usize::MAX)
    };
    let mut profiles: Vec<_> = aws_setup.profiles.iter().collect();
    profiles.sort_by_key(rank);
    let has_keys = aws_setup.variables.iter().any(|it| it.name == "AWS_ACCESS_KEY_ID" && it.value.is_some());
    let chain = (!app.mode.demo && (has_keys || !has_default(app))).then_some(Offer::Chain);
    chain.into_iter().chain(profiles.into_iter().cloned().map(Offer::Profile)).collect()
}

/// The regions of the partition: those used lately, those of the configuration, then the rest.
pub(super) fn regions(app: &App) -> Vec<Offer> {
    let here = app.place().location.region.as_ref().or(app.recent.regions.first());
    let partition = Partition::of(here.map(Text::as_str));
    let is_of_partition = |name: &&Text| Partition::of(Some(name.as_str())) == partition;
    let configured = app.aws_setup.value().map_or(&[][..], |aws_setup| &aws_setup.regions);
    let mut near: Vec<&Text> = Vec::new();
    for name in app.recent.regions.iter().chain(configured).filter(is_of_partition) {
        if !near.contains(&name) {
            near.push(name);
        }
    }
    let at =
        |name: &str| partition.regions.iter().find(|(known, _)| *known == name).map_or("", |(_, at)| *at);
    let far = partition.regions.iter().filter(|(name, _)| !near.iter().any(|it| it.as_str() == *name));
    let far = far.map(|(name, at)| Offer::Region { name: Text::clean(name), at, is_near: false });
    let near =
        near.iter().map(|name| Offer::Region { name: (*name).clone(), at: at(name.as_str()), is_near: true });
    near.chain(far).collect()
}

/// The region that `text` may name, though it is not known here.
pub(super) fn typed(text: &str) -> Option<Text> {
    check_region(text).is_ok().then(|| Text::clean(text))
}
