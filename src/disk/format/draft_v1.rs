//! A draft as version 1 has it: the edit of one image.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::image::ImageV1;
use crate::domain::{Image, ImageName, PlaceKey};
use crate::edit::kind::image::{DESCRIPTION, DISPLAY_NAME, ROLE};
use crate::edit::{Draft, FieldKey, Snapshot, Subject, Wanted};

/// The edit of one image.
#[derive(Serialize, Deserialize)]
pub struct DraftV1 {
    place: PlaceKey,
    image: ImageName,
    base: Option<ImageV1>,
    typed: BTreeMap<FieldV1, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    put_by: BTreeMap<FieldV1, Vec<String>>,
    kept_at: Timestamp,
}

impl DraftV1 {
    /// `draft`, if it is of one image and holds nothing that came later.
    pub fn of(draft: &Draft) -> Option<Self> {
        let Draft { place, subject, base, wanted, stashed, kept_at } = draft.clone();
        let image = match subject {
            Subject::Image(image) => image,
            Subject::Images(_)
            | Subject::Version(..)
            | Subject::Aliases(_)
            | Subject::Tags(_)
            | Subject::TagsOf(_) => return None,
        };
        let base = match base {
            None => None,
            Some(Snapshot::Image(base)) => Some(base.into()),
            Some(
                Snapshot::Images(_)
                | Snapshot::Version(_)
                | Snapshot::Aliases(_)
                | Snapshot::Tags(_)
                | Snapshot::TagsOf(_),
            ) => return None,
        };
        let is_typed_only = wanted == Wanted { typed: wanted.typed.clone(), ..Wanted::default() };
        let (typed, put_by) = (of_v1(wanted.typed)?, of_v1(stashed)?);
        is_typed_only.then_some(Self { place, image, base, typed, put_by, kept_at })
    }
}

impl From<DraftV1> for Draft {
    fn from(draft: DraftV1) -> Self {
        let DraftV1 { place, image, base, typed, put_by, kept_at } = draft;
        // Its name is what the draft goes by.
        let named = |base: ImageV1| Snapshot::Image(Image { name: image.clone(), ..base.into() });
        let base = base.map(named);
        let wanted = Wanted { typed: by_key(typed), ..Wanted::default() };
        let stashed = by_key(put_by);
        Self { place, subject: Subject::Image(image), base, wanted, stashed, kept_at }
    }
}

/// The fields of version 1, in the order in which it writes them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FieldV1 {
    DisplayName,
    Description,
    Role,
}

impl FieldV1 {
    const ALL: [Self; 3] = [Self::DisplayName, Self::Description, Self::Role];

    fn key(self) -> FieldKey {
        match self {
            Self::DisplayName => DISPLAY_NAME,
            Self::Description => DESCRIPTION,
            Self::Role => ROLE,
        }
    }
}

/// The same by the fields of version 1, if it knows them all.
fn of_v1<V>(by_key: BTreeMap<FieldKey, V>) -> Option<BTreeMap<FieldV1, V>> {
    let of_v1 = |key: &FieldKey| FieldV1::ALL.into_iter().find(|field| field.key() == *key);
    by_key.into_iter().map(|(key, value)| Some((of_v1(&key)?, value))).collect()
}

fn by_key<V>(of_v1: BTreeMap<FieldV1, V>) -> BTreeMap<FieldKey, V> {
    of_v1.into_iter().map(|(field, value)| (field.key(), value)).collect()
}
