//! The images that are marked, to be changed together.

use std::collections::BTreeSet;

use crate::domain::ImageName;

use super::Images;

/// The names of the marked images of a list. They stay marked through filter, sort and refresh.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    names: BTreeSet<ImageName>,
    /// How often rows of a whole list had moved when all of them were last seen to be in it.
    moves: u64,
}

impl Marked {
    /// How many are marked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether that image is marked.
    #[must_use]
    pub fn has(&self, image: &ImageName) -> bool {
        self.names.contains(image)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> BTreeSet<ImageName> {
        self.names.clone()
    }

    /// Marked an image, or takes its mark away.
    pub fn toggle(&mut self, image: ImageName) {
        if !self.names.remove(&image) {
            self.names.insert(image);
        }
    }

    /// Marked these images; if they all are marked, takes their marks away.
    pub fn toggle_all(&mut self, images: Vec<ImageName>) {
        if images.iter().all(|image| self.has(image)) {
            for image in &images {
                self.names.remove(image);
            }
        } else {
            self.names.extend(images);
        }
    }

    /// Takes the marks off images that a whole list does not have any more.
    pub fn follow(&mut self, images: &Images) {
        if self.moves != images.moves() && images.load.whole_at.is_some() && !images.load.is_loading() {
            self.names.retain(|image| images.get(image).is_some());
            self.moves = images.moves();
        }
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        self.names.clear();
    }
}
