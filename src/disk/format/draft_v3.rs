//! A draft as version 3 has it: of any kind, with entries that are to be taken away.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::distinct::distinct;
use super::snapshot_v3::{SnapshotV3, is_of};
use super::subject_v3::SubjectV3;
use crate::domain::{PlaceKey, Text};
use crate::edit::{AliasMoves, Draft, FieldKey, Snapshot, Subject, Wanted};

/// The edit of a subject.
#[derive(Serialize, Deserialize)]
pub struct DraftV3 {
    place: PlaceKey,
    subject: SubjectV3,
    base: Option<SnapshotV3>,
    #[serde(deserialize_with = "distinct")]
    typed: BTreeMap<FieldKey, String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    removed: BTreeSet<FieldKey>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    presets: Vec<PresetV3>,
    #[serde(default, skip_serializing_if = "MovesV3::is_at_once")]
    moves: MovesV3,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "distinct")]
    stashed: BTreeMap<FieldKey, Vec<String>>,
    kept_at: Timestamp,
}

/// What the fields of a subject are to hold where nothing was typed: nothing means absent.
#[derive(Serialize, Deserialize)]
struct PresetV3 {
    subject: SubjectV3,
    #[serde(deserialize_with = "distinct")]
    fields: BTreeMap<FieldKey, Option<String>>,
}

/// How an alias goes from one version to another.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MovesV3 {
    #[default]
    AtOnce,
    InTwo,
}

impl MovesV3 {
    fn is_at_once(&self) -> bool {
        matches!(self, Self::AtOnce)
    }
}

impl From<AliasMoves> for MovesV3 {
    fn from(moves: AliasMoves) -> Self {
        match moves {
            AliasMoves::AtOnce => Self::AtOnce,
            AliasMoves::InTwo => Self::InTwo,
        }
    }
}

impl From<MovesV3> for AliasMoves {
    fn from(moves: MovesV3) -> Self {
        match moves {
            MovesV3::AtOnce => Self::AtOnce,
            MovesV3::InTwo => Self::InTwo,
        }
    }
}

impl DraftV3 {
    /// `draft`; else why it would not be read again.
    pub fn of(draft: &Draft) -> Result<Self, &'static str> {
        be_sound(draft)?;
        let Draft { place, subject, base, wanted, stashed, kept_at } = draft.clone();
        let Wanted { typed, removed, presets, moves } = wanted;
        let presets = presets.into_iter();
        let presets = presets.map(|(of, fields)| PresetV3 { subject: of.into(), fields }).collect();
        let (subject, base, moves) = (subject.into(), base.map(SnapshotV3::from), moves.into());
        Ok(Self { place, subject, base, typed, removed, presets, moves, stashed, kept_at })
    }
}

impl TryFrom<DraftV3> for Draft {
    type Error = &'static str;

    fn try_from(draft: DraftV3) -> Result<Self, &'static str> {
        let DraftV3 { place, subject, base, typed, removed, presets, moves, stashed, kept_at } = draft;
        let (subject, base) = (subject.into(), base.map(Snapshot::try_from).transpose()?);
        let count = presets.len();
        let presets: BTreeMap<_, _> = presets.into_iter().map(|it| (it.subject.into(), it.fields)).collect();
        if presets.len() < count {
            return Err("two presets are of one subject");
        }
        let wanted = Wanted { typed, removed, presets, moves: moves.into() };
        let draft = Self { place, subject, base, wanted, stashed, kept_at };
        be_sound(&draft).map(|()| draft)
    }
}

/// Says what is wrong with a draft that no form has made.
fn be_sound(draft: &Draft) -> Result<(), &'static str> {
    let Draft { subject, base, wanted, stashed, .. } = draft;
    let parts = subject.parts();
    match subject {
        Subject::Images(_) | Subject::TagsOf(_) if parts.len() < 2 => return Err("several are two or more"),
        Subject::Image(_)
        | Subject::Images(_)
        | Subject::Version(..)
        | Subject::Aliases(_)
        | Subject::Tags(_)
        | Subject::TagsOf(_) => {}
    }
    if base.as_ref().is_some_and(|base| !is_of(base, subject)) {
        return Err("the edit began from something else");
    }
    if !wanted.presets.keys().all(|of| parts.contains(of)) {
        return Err("a preset is of something else");
    }
    if !wanted.removed.iter().all(|key| key.entry_name().is_some()) {
        return Err("entries are taken away, and nothing else");
    }
    // The name of an entry is part of its key; two that look the same would be one.
    let is_clean = |key: &FieldKey| Text::clean(key.as_str()).as_str() == key.as_str();
    let preset = wanted.presets.values().flat_map(BTreeMap::keys);
    let mut keys = wanted.typed.keys().chain(&wanted.removed).chain(preset).chain(stashed.keys());
    if keys.all(is_clean) { Ok(()) } else { Err("a field has a name that no field has") }
}
