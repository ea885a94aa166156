//! How a person looks at the versions of an image: which has the focus, and which is marked.

use crate::app::Versions;
use crate::domain::ImageName;

/// The cursor over the versions of an image, and the mark of the one that others are compared with.
///
/// Both are tied to a version by its number, whatever comes or goes above it. For another image than the
/// one that they were set for, the cursor stands on the newest and nothing is marked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VersionsTab {
    of: Option<ImageName>,
    at: Option<u32>,
    marked: Option<u32>,
}

impl VersionsTab {
    /// The row of the version in focus, the newest being 0. If that version is gone, the next older one
    /// has the focus; nothing where there is none at all.
    #[must_use]
    pub fn row(&self, image: &ImageName, versions: &Versions) -> Option<usize> {
        let last = versions.len().checked_sub(1)?;
        let at = self.at.filter(|_| self.is_of(image));
        Some(at.map_or(0, |number| versions.row_of(number).unwrap_or_else(|older| older)).min(last))
    }

    /// The version in focus.
    #[must_use]
    pub fn focus(&self, image: &ImageName, versions: &Versions) -> Option<u32> {
        versions.at(self.row(image, versions)?).map(|version| version.number)
    }

    /// The marked version, as long as the image has it.
    #[must_use]
    pub fn marked(&self, image: &ImageName, versions: &Versions) -> Option<u32> {
        self.marked.filter(|marked| self.is_of(image) && versions.has(*marked))
    }

    /// Puts the focus on a version.
    pub fn set_focus(&mut self, image: &ImageName, number: u32) {
        self.look_at(image);
        self.at = Some(number);
    }

    /// Marks a version, in place of the one that was marked; of that one, takes the mark away.
    pub fn toggle_mark(&mut self, image: &ImageName, number: u32) {
        self.look_at(image);
        self.marked = Some(number).filter(|number| self.marked != Some(*number));
    }

    /// Takes the mark away.
    pub fn unmark(&mut self) {
        self.marked = None;
    }

    fn is_of(&self, image: &ImageName) -> bool {
        self.of.as_ref() == Some(image)
    }

    fn look_at(&mut self, image: &ImageName) {
        if !self.is_of(image) {
            *self = Self { of: Some(image.clone()), ..Self::default() };
        }
    }
}
