//! What was read, compared with what was read another time.

use std::collections::BTreeMap;

use crate::domain::Text;

use super::{Change, Changes, Difference, Field, FieldKey, Snapshot};

impl Snapshot {
    /// The fields that hold something else in `now`, which is of the same kind: `before` is what this
    /// holds. What one of the two does not know is passed over.
    #[must_use]
    pub fn differences(&self, now: &Self) -> Vec<Difference> {
        match (self, now) {
            (Self::Images(_), Self::Images(_)) | (Self::TagsOf(_), Self::TagsOf(_)) => {
                let named = |part: Self| (part.subject(), part);
                let others: BTreeMap<_, _> = now.parts().into_iter().map(named).collect();
                let other = |part: &Self| others.get(&part.subject());
                let each = self.parts().into_iter().filter_map(|part| Some((other(&part)?, part)));
                each.flat_map(|(now, part)| part.differences_as_one_of_several(now)).collect()
            }
            (before, now) => before.differences_in_one(now),
        }
    }

    fn differences_as_one_of_several(&self, now: &Self) -> Vec<Difference> {
        let image = self.subject().images().next().cloned();
        let of_one = self.differences_in_one(now).into_iter();
        of_one.map(|difference| Difference { image: image.clone(), ..difference }).collect()
    }

    fn differences_in_one(&self, now: &Self) -> Vec<Difference> {
        let mut keys = self.keys();
        let more = now.keys().into_iter().filter(|key| !keys.contains(key)).collect::<Vec<_>>();
        keys.extend(more);
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let is_known = |key: &FieldKey| self.knows(key) && now.knows(key);
        let describe = |field: Field| Difference {
            image: None,
            before: owned(self.value(&field.key)),
            now: owned(now.value(&field.key)),
            key: field.key,
            label: field.label.into_owned(),
        };
        let fields = keys.iter().filter(|key| is_known(key)).filter_map(|key| self.field(key));
        fields.map(describe).filter(|it| it.before != it.now).collect()
    }

    /// This, as it should be after these changes, if nobody else writes.
    #[must_use]
    pub fn after(&self, changes: &Changes) -> Self {
        let mut after = self.clone();
        for (key, change) in changes.all() {
            let value = match change {
                Change::Keep => continue,
                Change::Set(value) => Some(value.as_str()),
                Change::Clear => None,
            };
            after.set(key, value);
        }
        after
    }

    /// The changes that lead from this to `after`; both are of the same kind.
    #[must_use]
    pub fn changes_to(&self, after: &Self) -> Changes {
        let mut changes = Changes::default();
        for difference in self.differences_in_one(after) {
            changes.set(difference.key, Change::to(difference.now.as_deref()));
        }
        changes
    }

    /// Whether anything was modified between `self` and `now`: a field differs, or the time of the last
    /// change does.
    #[must_use]
    pub fn is_older_than(&self, now: &Self) -> bool {
        let is_modified = match (self, now) {
            (Self::Images(before), Self::Images(now)) => {
                before.iter().any(|(name, it)| now.get(name).is_some_and(|now| now.modified != it.modified))
            }
            (before, now) => before.modified() != now.modified(),
        };
        is_modified || !self.differences(now).is_empty()
    }

    /// The ARN of `self`, just read, if that is not the ARN of `base`: then it only has the same name, and
    /// is in another account or region. Nothing where one of the two ARNs is not known.
    #[must_use]
    pub fn another_than(&self, base: &Self) -> Option<&Text> {
        match (self, base) {
            (Self::Image(now), Self::Image(before)) => now.another_than(before),
            (Self::Images(now), Self::Images(before)) => {
                now.iter().find_map(|(name, it)| it.another_than(before.get(name)?))
            }
            (Self::Version(now), Self::Version(before)) => now.another_than(before),
            (Self::Aliases(now), Self::Aliases(before)) => now.map().another_than(before.map()),
            (Self::Tags(now), Self::Tags(before)) => now.another_than(before),
            (Self::TagsOf(now), Self::TagsOf(before)) => {
                now.iter().find_map(|(name, it)| it.another_than(before.get(name)?))
            }
            (
                Self::Image(_)
                | Self::Images(_)
                | Self::Version(_)
                | Self::Aliases(_)
                | Self::Tags(_)
                | Self::TagsOf(_),
                _,
            ) => None,
        }
    }
}
