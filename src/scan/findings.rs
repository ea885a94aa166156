//! What a scan has found so far.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::domain::{DomainId, ImageHome, ImageName, ReferredImage, StudioDomain, StudioStatus, Text};

use super::{Use, User, UserKey};

/// What is kept of a domain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DomainFacts {
    /// `DomainName`.
    pub name: Option<Text>,
    /// `Status`.
    pub status: Option<StudioStatus>,
    /// Whether it belongs to SageMaker Unified Studio; false where that is not known.
    pub is_unified: bool,
}

/// Who uses an image.
#[derive(Debug, Default)]
struct Bucket {
    /// By their place among the users, in the order of their keys.
    users: Vec<usize>,
    /// The names by which it is called other than in an ARN. Two that differ in case only are two images.
    names: Vec<ImageName>,
}

/// The users of the images of one account and region. What points to other images is not kept.
#[derive(Debug)]
pub struct Findings {
    home: ImageHome,
    domains: BTreeMap<DomainId, DomainFacts>,
    users: Vec<User>,
    /// By the image's name in small letters.
    by_image: HashMap<String, Bucket>,
    changes: u64,
}

impl Findings {
    /// None yet, of the images at `home`.
    #[must_use]
    pub fn new(home: ImageHome) -> Self {
        Self { home, domains: BTreeMap::new(), users: Vec::new(), by_image: HashMap::new(), changes: 0 }
    }

    /// Where the images are that it is about.
    #[must_use]
    pub fn home(&self) -> &ImageHome {
        &self.home
    }

    /// What is known of a domain.
    #[must_use]
    pub fn domain(&self, id: &DomainId) -> Option<&DomainFacts> {
        self.domains.get(id)
    }

    /// How often something was found: what was derived holds as long as this stays.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// By how many an image is used, as far as that was found.
    #[must_use]
    pub fn count(&self, image: &ImageName) -> usize {
        let Some(bucket) = self.by_image.get(&folded(image)) else { return 0 };
        if bucket.names.iter().all(|name| name == image) {
            return bucket.users.len();
        }
        bucket
            .users
            .iter()
            .filter_map(|at| self.users.get(*at))
            .filter(|user| self.is_of(user, image))
            .count()
    }

    /// The users of an image, domain by domain.
    #[must_use]
    pub fn users_of(&self, image: &ImageName) -> Vec<&User> {
        let Some(bucket) = self.by_image.get(&folded(image)) else { return Vec::new() };
        let users = bucket.users.iter().filter_map(|at| self.users.get(*at));
        users.filter(|user| self.is_of(user, image)).collect()
    }

    /// One of the users of an image.
    #[must_use]
    pub fn user_of(&self, image: &ImageName, key: &UserKey) -> Option<&User> {
        let bucket = self.by_image.get(&folded(image))?;
        let at = position(&self.users, &bucket.users, key).ok()?;
        self.users.get(*bucket.users.get(at)?).filter(|user| user.key == *key && self.is_of(user, image))
    }

    /// The first user of an image.
    #[must_use]
    pub fn first_of(&self, image: &ImageName) -> Option<&User> {
        let bucket = self.by_image.get(&folded(image))?;
        let mut users = bucket.users.iter().filter_map(|at| self.users.get(*at));
        users.find(|user| self.is_of(user, image))
    }

    fn is_of(&self, user: &User, image: &ImageName) -> bool {
        user.uses_of(image, &self.home).next().is_some()
    }

    /// Notes what a list or a description says of a domain.
    pub(super) fn note_domain(&mut self, domain: &StudioDomain) {
        let facts = self.domains.entry(domain.id.clone()).or_default();
        facts.name = domain.name.clone().or(facts.name.take());
        facts.status = domain.status.clone().or(facts.status.take());
        facts.is_unified = domain.is_unified.unwrap_or(facts.is_unified);
        self.changes += 1;
    }

    /// Adds a user, if it uses any of the images that this is about.
    pub(super) fn add(&mut self, mut user: User) {
        let home = &self.home;
        user.uses.retain(|used| used.reference.name_at(home).is_some());
        user.uses.shrink_to_fit();
        if user.uses.is_empty() {
            return;
        }
        let at = self.users.len();
        let mut images: Vec<_> = user.uses.iter().filter_map(|used| used.reference.name_at(home)).collect();
        images.sort_by_key(|image| folded(image));
        images.dedup_by_key(|image| folded(image));
        for image in images {
            let bucket = self.by_image.entry(folded(image)).or_default();
            let to = position(&self.users, &bucket.users, &user.key).unwrap_or_else(|to| to);
            bucket.users.insert(to, at);
        }
        for used in &user.uses {
            let Some(image) = used.reference.name_at(home) else { continue };
            if let Some(bucket) = self.by_image.get_mut(&folded(image)) {
                note_name(bucket, used);
            }
        }
        self.users.push(user);
        self.changes += 1;
    }

    /// The user of that key, to say more of it.
    pub(super) fn user_mut(&mut self, key: &UserKey) -> Option<&mut User> {
        let found = self.users.iter_mut().find(|user| user.key == *key);
        self.changes += u64::from(found.is_some());
        found
    }

    /// A user is no more.
    pub(super) fn drop_user(&mut self, key: &UserKey) {
        let Some(at) = self.users.iter().position(|user| user.key == *key) else { return };
        self.users[at].uses.clear();
        for bucket in self.by_image.values_mut() {
            bucket.users.retain(|user| *user != at);
        }
        self.changes += 1;
    }
}

/// Where the user of that key stands among those at `places`, or where it would.
fn position(users: &[User], places: &[usize], key: &UserKey) -> Result<usize, usize> {
    places.binary_search_by(|at| users.get(*at).map_or(Ordering::Less, |user| user.key.cmp(key)))
}

fn note_name(bucket: &mut Bucket, used: &Use) {
    if let ReferredImage::Named(name) = &used.reference.image
        && !bucket.names.contains(name)
    {
        bucket.names.push(name.clone());
    }
}

fn folded(name: &ImageName) -> String {
    name.as_str().to_ascii_lowercase()
}
