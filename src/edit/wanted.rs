//! What a person wants changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{AliasMoves, Call, Change, Changes, Clearing, Field, FieldKey, Plan, Snapshot, Step, Subject};

/// What a person wants of a subject: of one, or the same of several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What was typed: the whole text of each field. An empty text clears the field, unless that is a
    /// value of its own.
    pub typed: BTreeMap<FieldKey, String>,
    /// The entries that are to be taken away, whatever was typed in them.
    pub removed: BTreeSet<FieldKey>,
    /// What fields are to hold that were not typed in, for each subject by itself; nothing means absent.
    /// So a change of several images is undone, which held different values before. What is typed goes
    /// before it.
    pub presets: BTreeMap<Subject, BTreeMap<FieldKey, Option<String>>>,
    /// How an alias goes from one version to another.
    pub moves: AliasMoves,
}

impl Wanted {
    /// The changes of one part of what is edited. A field that would be cleared and can't be stays as it
    /// is.
    #[must_use]
    pub fn changes(&self, part: &Snapshot) -> Changes {
        let presets = self.presets.get(&part.subject());
        let preset_keys = presets.into_iter().flat_map(BTreeMap::keys);
        let keys: BTreeSet<_> = self.typed.keys().chain(&self.removed).chain(preset_keys).collect();
        let mut changes = Changes::default();
        for field in keys.into_iter().filter_map(|key| part.field(key)) {
            let preset = presets.and_then(|preset| preset.get(&field.key)).map(Option::as_deref);
            let wanted = match (self.typed_in(&field), preset) {
                (Change::Set(text), _) => Some(text),
                (Change::Clear, _) => None,
                (Change::Keep, Some(preset)) => preset,
                (Change::Keep, None) => continue,
            };
            // What can't be emptied stays as it is.
            if wanted != part.value(&field.key) && (wanted.is_some() || field.can_clear()) {
                changes.set(field.key, Change::to(wanted));
            }
        }
        changes
    }

    /// What is to become of a field by what was typed in it.
    fn typed_in(&self, field: &Field) -> Change<&str> {
        if self.removed.contains(&field.key) {
            return Change::Clear;
        }
        match (self.typed.get(&field.key).map(String::as_str), field.clearing) {
            (None, _) => Change::Keep,
            (Some(""), Clearing::Can | Clearing::Never(_)) => Change::Clear,
            (Some(text), _) => Change::Set(text),
        }
    }

    /// The plan that does it, from what was read: for each part that changes one step, or several, each
    /// of which begins from what the one before has made of it.
    #[must_use]
    pub fn plan(&self, base: &Snapshot) -> Plan {
        let mut steps = Vec::new();
        for part in base.parts() {
            let calls = Call::all(&part, &self.changes(&part), self.moves);
            let mut base = part;
            for call in calls {
                let after = base.after(call.changes());
                steps.push(Step { base, call, undoes: None });
                base = after;
            }
        }
        Plan { steps }
    }
}
