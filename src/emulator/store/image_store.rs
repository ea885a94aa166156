//! All images.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use tokio::time::Instant;

use super::{
    arns::Arns, clock::Clock, image_contents::ImageContents, image_status::ImageStatus,
    stored_image::StoredImage, unix_millis::UnixMillis,
};

/// Makes what belongs to a made image: always the same.
pub(in crate::emulator) type MakeContents = fn(&StoredImage, &Arns) -> ImageContents;

/// All images, with the orders `ListImages` can ask for kept ready.
#[derive(Debug)]
pub(in crate::emulator) struct ImageStore {
    pub(super) images: BTreeMap<Arc<str>, StoredImage>,
    pub(super) by_creation: BTreeSet<(UnixMillis, Arc<str>)>,
    pub(super) by_modification: BTreeSet<(UnixMillis, Arc<str>)>,
    /// What belongs to the images, where that is anything and is not made when it is asked for.
    contents: HashMap<Arc<str>, ImageContents>,
    make_contents: MakeContents,
    /// Updates under way: when each is done, and why it will have failed, if it will.
    settling: BTreeMap<(Instant, Arc<str>), Option<Box<str>>>,
}

impl ImageStore {
    pub(in crate::emulator) fn of(images: Vec<StoredImage>, make_contents: MakeContents) -> Self {
        Self {
            by_creation: images.iter().map(|image| (image.created, Arc::clone(&image.name))).collect(),
            by_modification: images.iter().map(|image| (image.modified, Arc::clone(&image.name))).collect(),
            images: images.into_iter().map(|image| (Arc::clone(&image.name), image)).collect(),
            contents: HashMap::new(),
            make_contents,
            settling: BTreeMap::new(),
        }
    }

    pub(in crate::emulator) fn get(&self, name: &str) -> Option<&StoredImage> {
        self.images.get(name)
    }

    /// Puts an image in, in place of one of the same name.
    pub(in crate::emulator) fn insert(&mut self, image: StoredImage) {
        self.remove(&image.name);
        self.by_creation.insert((image.created, Arc::clone(&image.name)));
        self.by_modification.insert((image.modified, Arc::clone(&image.name)));
        self.images.insert(Arc::clone(&image.name), image);
    }

    /// Takes an image out; false where there is none of this name.
    pub(in crate::emulator) fn remove(&mut self, name: &str) -> bool {
        let Some(image) = self.images.remove(name) else { return false };
        self.by_creation.remove(&(image.created, Arc::clone(&image.name)));
        self.by_modification.remove(&(image.modified, Arc::clone(&image.name)));
        self.contents.remove(name);
        self.forget_settling(name);
        true
    }

    /// What belongs to an image; none where there is none of this name.
    pub(in crate::emulator) fn contents(&self, name: &str, arns: &Arns) -> Option<Cow<'_, ImageContents>> {
        let image = self.images.get(name)?;
        let kept = self.contents.get(name).map(Cow::Borrowed);
        Some(kept.unwrap_or_else(|| Cow::Owned(self.unkept(image, arns))))
    }

    /// What belongs to an image, to be changed: from now on it is kept.
    pub(in crate::emulator) fn contents_mut(
        &mut self,
        name: &str,
        arns: &Arns,
    ) -> Option<&mut ImageContents> {
        let image = self.images.get(name)?;
        if !self.contents.contains_key(name) {
            let contents = self.unkept(image, arns);
            self.contents.insert(Arc::clone(&image.name), contents);
        }
        self.contents.get_mut(name)
    }

    /// Gives an image what belongs to it, in place of what did.
    pub(in crate::emulator) fn set_contents(&mut self, name: &str, contents: ImageContents) {
        if let Some(image) = self.images.get(name) {
            self.contents.insert(Arc::clone(&image.name), contents);
        }
    }

    fn unkept(&self, image: &StoredImage, arns: &Arns) -> ImageContents {
        match image.made {
            Some(_) => (self.make_contents)(image, arns),
            None => ImageContents::default(),
        }
    }

    /// Changes an image and moves its `LastModifiedTime` on; false where there is none of this name.
    pub(in crate::emulator) fn amend(
        &mut self,
        name: &str,
        now: UnixMillis,
        change: impl FnOnce(&mut StoredImage),
    ) -> bool {
        let Some(image) = self.images.get_mut(name) else { return false };
        self.by_modification.remove(&(image.modified, Arc::clone(&image.name)));
        change(image);
        image.modified = now.after(image.modified);
        self.by_modification.insert((image.modified, Arc::clone(&image.name)));
        true
    }

    /// From now on the image is UPDATING, until `due`; then it is CREATED, or `UPDATE_FAILED` where there is a `failure`.
    pub(in crate::emulator) fn settle_at(&mut self, due: Instant, name: &str, failure: Option<Box<str>>) {
        if let Some((name, _)) = self.images.get_key_value(name) {
            self.settling.insert((due, Arc::clone(name)), failure);
        }
    }

    /// Ends every update that is done by now, as of the moment it was done.
    pub(in crate::emulator) fn settle_due(&mut self, now: Instant, clock: &Clock) {
        while let Some(entry) = self.settling.first_entry() {
            if entry.key().0 > now {
                return;
            }
            let ((due, name), failure) = entry.remove_entry();
            self.settle(&name, clock.at(due), failure);
        }
    }

    /// Ends every update that is under way, as of now.
    pub(in crate::emulator) fn settle_all(&mut self, now: UnixMillis) {
        for ((_, name), failure) in std::mem::take(&mut self.settling) {
            self.settle(&name, now, failure);
        }
    }

    /// The image no longer settles by itself.
    pub(in crate::emulator) fn forget_settling(&mut self, name: &str) {
        self.settling.retain(|(_, settling), _| &**settling != name);
    }

    fn settle(&mut self, name: &str, at: UnixMillis, failure: Option<Box<str>>) {
        self.amend(name, at, |image| {
            let failed = failure.is_some();
            image.status = if failed { ImageStatus::UpdateFailed } else { ImageStatus::Created };
            image.failure_reason = failure;
        });
    }
}
