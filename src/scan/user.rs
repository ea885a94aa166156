//! Who uses an image.

use std::cmp::Ordering;

use crate::domain::{
    AppOwner, DomainId, Holder, ImageHome, ImageName, ImageReference, ImageRole, ImageUse, SettingsOf,
    SpaceKey, StudioAppKey, StudioStatus, Text, UserProfileKey,
};

/// One user of images: somebody would miss them there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum UserKey {
    /// The defaults of a domain: for its users, for its shared spaces, or RStudio's.
    Defaults(DomainId, SettingsOf),
    /// A user profile.
    UserProfile(UserProfileKey),
    /// A space.
    Space(SpaceKey),
    /// An app.
    App(StudioAppKey),
}

impl UserKey {
    /// The domain that it is in.
    #[must_use]
    pub fn domain(&self) -> &DomainId {
        match self {
            Self::Defaults(domain, _) => domain,
            Self::UserProfile(key) => &key.domain,
            Self::Space(key) => &key.domain,
            Self::App(key) => &key.domain,
        }
    }

    /// The thing that describes it.
    #[must_use]
    pub fn holder(&self) -> Holder {
        match self.clone() {
            Self::Defaults(domain, _) => Holder::Domain(domain),
            Self::UserProfile(key) => Holder::UserProfile(key),
            Self::Space(key) => Holder::Space(key),
            Self::App(key) => Holder::App(key),
        }
    }

    /// Where it stands in its domain.
    fn rank(&self) -> u8 {
        match self {
            Self::Defaults(_, SettingsOf::Users) => 0,
            Self::Defaults(_, SettingsOf::Itself) => 1,
            Self::Defaults(_, SettingsOf::Spaces) => 2,
            Self::Defaults(_, SettingsOf::RStudio) => 3,
            Self::UserProfile(_) => 4,
            Self::Space(_) => 5,
            Self::App(_) => 6,
        }
    }
}

/// By domain; in a domain its defaults, then user profiles, spaces and apps, each by name.
impl Ord for UserKey {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_name = match (self, other) {
            (Self::UserProfile(one), Self::UserProfile(other)) => one.name.cmp(&other.name),
            (Self::Space(one), Self::Space(other)) => one.name.cmp(&other.name),
            (Self::App(one), Self::App(other)) => app_order(one, other),
            (Self::Defaults(..) | Self::UserProfile(_) | Self::Space(_) | Self::App(_), _) => Ordering::Equal,
        };
        self.domain().cmp(other.domain()).then(self.rank().cmp(&other.rank())).then(by_name)
    }
}

impl PartialOrd for UserKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn app_order(one: &StudioAppKey, other: &StudioAppKey) -> Ordering {
    owner(one).cmp(owner(other)).then_with(|| one.cmp(other))
}

fn owner(key: &StudioAppKey) -> &Text {
    match &key.owner {
        AppOwner::UserProfile(name) | AppOwner::Space(name) => name,
    }
}

/// What an image is to its user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// One to choose from, run as this app image config says.
    Custom {
        /// `AppImageConfigName`.
        config: Text,
    },
    /// What starts where nothing is chosen.
    Default,
    /// What the app runs on.
    Runs,
}

impl From<ImageRole> for Role {
    fn from(role: ImageRole) -> Self {
        match role {
            ImageRole::Custom { config } => Self::Custom { config },
            ImageRole::Default => Self::Default,
        }
    }
}

/// One pointer to an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The type of the apps that it is for, as `AppType` spells it.
    pub app_type: Text,
    /// What the image is there.
    pub role: Role,
    /// Which image, and which version.
    pub reference: ImageReference,
}

impl From<ImageUse> for Use {
    fn from(used: ImageUse) -> Self {
        Self { app_type: used.app_type.into(), role: used.role.into(), reference: used.reference }
    }
}

/// A user, and all that it uses of the images of this account and region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Which.
    pub key: UserKey,
    /// How people call it, where that is not its name.
    pub display_name: Option<Text>,
    /// Its `Status`; of defaults, nothing: that is the domain's.
    pub status: Option<StudioStatus>,
    /// Why an app failed.
    pub failure_reason: Option<Text>,
    /// What it uses.
    pub uses: Vec<Use>,
}

impl User {
    /// What it uses of one image, which is at `home`.
    pub fn uses_of<'a>(
        &'a self,
        image: &'a ImageName,
        home: &'a ImageHome,
    ) -> impl Iterator<Item = &'a Use> + 'a {
        self.uses.iter().filter(move |used| used.reference.is_to(image, home))
    }
}
