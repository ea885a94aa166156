//! A form whose subject is read in parts.

use crate::domain::Failure;
use crate::edit::{Snapshot, Subject};

use super::Form;

/// So many parts are read at once.
const AT_ONCE: usize = 4;

impl Form {
    /// Takes what was read of one part of the subject; of a subject of one part, that is all of it.
    /// Tells whether the form has what it begins from now, or will not have it.
    pub fn resolve_part(&mut self, part: &Subject, result: Result<Snapshot, Failure>) -> bool {
        match result {
            result if !self.subject.is_several() => self.resolve(result),
            Err(failure) => {
                self.gathering.parts.clear();
                self.resolve(Err(failure));
            }
            Ok(read) => {
                self.gathering.parts.insert(part.clone(), read);
                if self.gathering.parts.len() < self.subject.images().count() {
                    return false;
                }
                let all = std::mem::take(&mut self.gathering.parts).into_values();
                if let Some(all) = Snapshot::of_parts(&self.subject, all) {
                    self.resolve(Ok(all));
                }
            }
        }
        true
    }

    /// One part has become something else, by another hand: what changed is told in the form.
    pub fn meet_part(&mut self, now: Snapshot) {
        let all = self.with_part(now);
        self.resolve(Ok(all));
    }

    /// One part has become something else, by this program: the edit begins from that.
    pub fn rebase_part(&mut self, now: Snapshot) {
        let all = self.with_part(now);
        self.rebase(&all);
    }

    /// What the edit began from, with one part as it is now.
    fn with_part(&self, now: Snapshot) -> Snapshot {
        match self.base.value() {
            Some(base) => base.with_part(now),
            None => now,
        }
    }

    /// How many parts of how many have been read, while that is going on.
    #[must_use]
    pub fn gathered(&self) -> Option<(usize, usize)> {
        let all = self.subject.images().count();
        (self.base.is_loading() && all > 1).then_some((self.gathering.parts.len(), all))
    }

    /// Begins to read it anew; gives the parts that are read at once, the others wait for theirs.
    pub fn start_reading(&mut self) -> Vec<Subject> {
        self.gathering.parts.clear();
        self.base.start();
        self.gathering.waiting = self.subject.parts().into_iter().rev().collect();
        (0..AT_ONCE).map_while(|_| self.next_part()).collect()
    }

    /// The part that is to be read next.
    pub fn next_part(&mut self) -> Option<Subject> {
        if self.base.is_loading() { self.gathering.waiting.pop() } else { None }
    }
}
