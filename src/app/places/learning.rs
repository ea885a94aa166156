//! What is read of a subject, for whatever it was asked, is known from then on.

use jiff::Timestamp;

use crate::domain::Failure;
use crate::edit::{Snapshot, Subject};

use super::Place;

impl Place {
    /// Takes what was read of a subject into what is known.
    pub(in crate::app) fn learn(&mut self, read: &Snapshot, now: Timestamp) {
        match read {
            Snapshot::Image(image) => {
                self.detail_mut(&image.name).resolve(Ok(image.clone()), now);
                self.images.refresh(image);
            }
            Snapshot::Version(version) => {
                let versions = self.versions_mut(&version.image);
                versions.take_described(version.number, Ok(version.as_ref().clone()), now);
            }
            Snapshot::Aliases(aliases) => {
                let map = aliases.map();
                self.versions_mut(&map.image).take_aliases(Ok(map.clone()), now);
            }
            Snapshot::Tags(tags) => self.tags_mut(&tags.image).resolve(Ok(tags.clone()), now),
            Snapshot::Images(_) | Snapshot::TagsOf(_) => {
                for part in read.parts() {
                    self.learn(&part, now);
                }
            }
        }
    }

    /// A subject could not be read.
    pub(in crate::app) fn learn_failure(&mut self, subject: &Subject, failure: Failure, now: Timestamp) {
        match subject {
            Subject::Image(name) => self.detail_mut(name).resolve(Err(failure), now),
            Subject::Version(image, number) => {
                self.versions_mut(image).take_described(*number, Err(failure), now);
            }
            Subject::Aliases(image) => self.versions_mut(image).take_aliases(Err(failure), now),
            Subject::Tags(image) => self.tags_mut(image).resolve(Err(failure), now),
            // They are read one by one.
            Subject::Images(_) | Subject::TagsOf(_) => {}
        }
    }
}
