//! The images that are marked, to be changed together.

use std::collections::BTreeSet;

use crate::domain::ImageName;

use super::Images;

/// The names of the marked images of a list. They stay marked through filter, sort and refresh.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked(BTreeSet<ImageName>);

impl Marked {
    /// How many are marked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether that image is marked.
    #[must_use]
    pub fn has(&self, image: &ImageName) -> bool {
        self.0.contains(image)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> BTreeSet<ImageName> {
        self.0.clone()
    }

    /// Marked an image, or takes its mark away.
    pub fn toggle(&mut self, image: ImageName) {
        if !self.0.remove(&image) {
            self.0.insert(image);
        }
    }

    /// Marked these images; if they all are marked, takes their marks away.
    pub fn toggle_all(&mut self, images: Vec<ImageName>) {
        if images.iter().all(|image| self.has(image)) {
            self.0.retain(|image| !images.contains(image));
        } else {
            self.0.extend(images);
        }
    }

    /// Takes the marks off images that a whole list does not have any more.
    pub fn follow(&mut self, images: &Images) {
        if !self.is_empty() && images.load.whole_at.is_some() && !images.load.is_loading() {
            self.0.retain(|image| images.get(image).is_some());
        }
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
