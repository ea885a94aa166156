//! A draft as version 2 has it: of one image or of several, with any fields.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::subject::{SnapshotV2, SubjectV2};
use crate::domain::PlaceKey;
use crate::edit::{AliasMoves, Draft, FieldKey, Snapshot, Subject, Wanted};

/// The edit of a subject.
#[derive(Serialize, Deserialize)]
pub struct DraftV2 {
    place: PlaceKey,
    subject: SubjectV2,
    base: Option<SnapshotV2>,
    typed: BTreeMap<FieldKey, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    presets: Vec<PresetV2>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    stashed: BTreeMap<FieldKey, Vec<String>>,
    kept_at: Timestamp,
}

/// What the fields of a subject are to hold where nothing was typed: nothing means empty.
#[derive(Serialize, Deserialize)]
struct PresetV2 {
    subject: SubjectV2,
    fields: BTreeMap<FieldKey, Option<String>>,
}

impl DraftV2 {
    /// `draft`; else why it would not be read again.
    pub fn of(draft: &Draft) -> Result<Self, &'static str> {
        be_of_one_subject(draft)?;
        let Draft { place, subject, base, wanted, stashed, kept_at } = draft.clone();
        let Wanted { typed, presets, removed, moves } = wanted;
        if !removed.is_empty() || moves != AliasMoves::default() {
            return Err("version 2 knows no entries");
        }
        let presets = presets.into_iter();
        let presets = presets.map(|(of, fields)| Ok(PresetV2 { subject: of.try_into()?, fields }));
        let presets = presets.collect::<Result<_, &'static str>>()?;
        let (subject, base) = (subject.try_into()?, base.map(SnapshotV2::try_from).transpose()?);
        Ok(Self { place, subject, base, typed, presets, stashed, kept_at })
    }
}

impl TryFrom<DraftV2> for Draft {
    type Error = &'static str;

    fn try_from(draft: DraftV2) -> Result<Self, &'static str> {
        let DraftV2 { place, subject, base, typed, presets, stashed, kept_at } = draft;
        let subject = Subject::from(subject);
        let mut base = base.map(Snapshot::from);
        if let (Subject::Image(name), Some(Snapshot::Image(base))) = (&subject, &mut base) {
            // The name is what the draft goes by.
            base.name = name.clone();
        }
        let presets = presets.into_iter().map(|preset| (preset.subject.into(), preset.fields)).collect();
        let draft = Self {
            place,
            subject,
            base,
            wanted: Wanted { typed, presets, ..Wanted::default() },
            stashed,
            kept_at,
        };
        be_of_one_subject(&draft).map(|()| draft)
    }
}

/// Says what is wrong with a draft that is not of one subject.
fn be_of_one_subject(draft: &Draft) -> Result<(), &'static str> {
    for subject in draft.wanted.presets.keys().chain([&draft.subject]) {
        match subject {
            Subject::Images(names) if names.len() < 2 => return Err("several images are two or more"),
            Subject::Image(_)
            | Subject::Images(_)
            | Subject::Version(..)
            | Subject::Aliases(_)
            | Subject::Tags(_)
            | Subject::TagsOf(_) => {}
        }
    }
    let is_of_it = match (&draft.base, &draft.subject) {
        (None, _) => true,
        (Some(Snapshot::Image(base)), Subject::Image(name)) => base.name == *name,
        (Some(Snapshot::Images(base)), Subject::Images(names)) => base.keys().all(|it| names.contains(it)),
        (Some(base), subject) => base.subject() == *subject,
    };
    if is_of_it { Ok(()) } else { Err("the edit began from something else") }
}

#[cfg(test)]
mod tests {
    use super::super::{DRAFT, Unreadable, draft_to_line};
    use super::*;
    use crate::domain::{Image, ImageName};
    use crate::edit::kind::image::{DESCRIPTION, ROLE};

    fn name(raw: &str) -> ImageName {
        ImageName::received(raw)
    }

    fn draft(subject: Subject) -> Draft {
        let place = PlaceKey { account: "123456789012".into(), region: "us-east-1".into() };
        let typed = [(DESCRIPTION, "words".to_owned())].into();
        let wanted = Wanted { typed, ..Wanted::default() };
        let stashed = BTreeMap::new();
        Draft { place, subject, base: None, wanted, stashed, kept_at: Timestamp::UNIX_EPOCH }
    }

    fn version(line: &[u8]) -> serde_json::Value {
        serde_json::from_slice::<serde_json::Value>(line).unwrap()["version"].clone()
    }

    #[test]
    fn what_version_1_can_not_hold_is_written_as_version_2_and_nothing_else() {
        let one = draft(Subject::Image(name("a")));
        let several = draft(Subject::Images([name("a"), name("b")].into()));
        let owner = FieldKey::named("owner");
        let with = |change: &dyn Fn(&mut Draft)| {
            let mut draft = one.clone();
            change(&mut draft);
            draft
        };
        let preset = || [(ROLE, None), (DESCRIPTION, Some("of old".to_owned()))].into();
        for (draft, right) in [
            (one.clone(), 1),
            (with(&|it| it.base = Some(Image::named(name("a")).into())), 1),
            (with(&|it| drop(it.stashed.insert(ROLE, vec!["behind".into()]))), 1),
            (several.clone(), 2),
            (with(&|it| drop(it.wanted.presets.insert(Subject::Image(name("a")), preset()))), 2),
            (with(&|it| drop(it.wanted.typed.insert(owner.clone(), "me".into()))), 2),
            (with(&|it| drop(it.stashed.insert(owner.clone(), vec!["you".into()]))), 2),
        ] {
            let line = draft_to_line(&draft).unwrap();
            assert_eq!(version(&line), right, "{draft:?}");
            assert_eq!(DRAFT.read(&line), Ok(draft));
        }
    }

    #[test]
    fn what_is_not_the_draft_of_one_subject_is_neither_written_nor_read() {
        let images = |names: &[&str]| -> Snapshot {
            Snapshot::Images(names.iter().map(|it| (name(it), Image::named(name(it)))).collect())
        };
        let several = draft(Subject::Images([name("a"), name("b")].into()));
        let of_another = Draft { base: Some(images(&["a", "c"])), ..several.clone() };
        let of_one = Draft { base: Some(Image::named(name("a")).into()), ..several.clone() };
        let of_several = Draft { base: Some(images(&["a", "b"])), ..draft(Subject::Image(name("a"))) };
        let none = draft(Subject::Images([].into()));
        let single = draft(Subject::Images([name("a")].into()));
        for unsound in [of_another, of_one, of_several, none, single] {
            assert!(draft_to_line(&unsound).is_err(), "{unsound:?}");
        }
        let whole = Draft { base: Some(images(&["a", "b"])), ..several };
        let line = String::from_utf8(draft_to_line(&whole).unwrap()).unwrap();
        for (from, to) in [
            (r#"{"images":["a","b"]}"#, r#"{"images":["a","c"]}"#),
            (r#"{"images":["a","b"]}"#, r#"{"images":["a","a"]}"#),
            (r#"{"images":["a","b"]}"#, r#"{"images":[]}"#),
            (r#"{"images":["a","b"]}"#, r#"{"image":"a"}"#),
            (r#"{"images":["a","b"]}"#, r#"{"version-of":["a","b"]}"#),
            (r#"{"images":["a","b"]}"#, r#"{"image":"a","images":["a","b"]}"#),
            (r#""base":{"images":["#, r#""base":{"image":["#),
        ] {
            let spoilt = line.replace(from, to);
            assert_ne!(spoilt, line);
            assert_eq!(DRAFT.read(spoilt.as_bytes()), Err(Unreadable::Damaged), "{spoilt}");
        }
    }

    #[test]
    fn what_the_edit_of_an_image_began_from_is_never_another_image() {
        let mut kept = draft(Subject::Image(name("a")));
        kept.base = Some(Image { description: Some("before".into()), ..Image::named(name("a")) }.into());
        let mut preset = kept.clone();
        preset.wanted.presets.insert(kept.subject.clone(), BTreeMap::new());
        for kept in [kept, preset] {
            let line = String::from_utf8(draft_to_line(&kept).unwrap()).unwrap();
            let of_another = line.replace(r#"{"name":"a""#, r#"{"name":"b""#);
            assert_ne!(of_another, line);
            assert_eq!(DRAFT.read(of_another.as_bytes()), Ok(kept));
        }
    }
}
