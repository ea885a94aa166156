//! What a person wants changed.

use std::collections::BTreeMap;

use super::{Call, Change, Changes, FieldKey, Plan, Snapshot, Step, Subject};

/// What a person wants of a subject: of one, or the same of several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What was typed: the whole text of each field. An empty text clears the field.
    pub typed: BTreeMap<FieldKey, String>,
    /// What fields are to hold that were not typed in, for each subject by itself; nothing means absent.
    /// So a change of several images is undone, which held different values before. What is typed goes
    /// before it.
    pub presets: BTreeMap<Subject, BTreeMap<FieldKey, Option<String>>>,
}

impl Wanted {
    /// The changes of one part of what is edited. A field that would be cleared and can't be stays as it
    /// is.
    #[must_use]
    pub fn changes(&self, part: &Snapshot) -> Changes {
        let presets = self.presets.get(&part.subject());
        let mut changes = Changes::default();
        for field in part.fields() {
            let held = part.value(&field.key);
            let typed =
                self.typed.get(&field.key).map(|text| Some(text.as_str()).filter(|it| !it.is_empty()));
            let preset = presets.and_then(|preset| preset.get(&field.key)).map(Option::as_deref);
            let Some(wanted) = typed.or(preset) else { continue };
            // What can't be emptied stays as it is.
            if wanted != held && (wanted.is_some() || field.can_clear()) {
                changes.set(field.key.clone(), Change::to(wanted));
            }
        }
        changes
    }

    /// The plan that does it, from what was read: a step for each part that changes.
    #[must_use]
    pub fn plan(&self, base: &Snapshot) -> Plan {
        let step = |part: Snapshot| {
            let changes = self.changes(&part);
            let call = if changes.is_empty() { None } else { Call::of(&part, &changes) };
            call.map(|call| Step { base: part, call, undoes: None })
        };
        Plan { steps: base.parts().into_iter().filter_map(step).collect() }
    }
}
