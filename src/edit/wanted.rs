//! What a person wants changed.

use std::collections::BTreeMap;

use super::{Call, Change, Changes, FieldKey, Plan, Snapshot, Step, Subject};

/// What a person wants of a subject: of one, or the same of several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What each field is to hold that was typed in: nothing typed means empty.
    pub typed: BTreeMap<FieldKey, String>,
    /// What fields are to hold that were not typed in, where that is not what they hold: for each
    /// of several its own, as when a change of several is undone.
    pub presets: BTreeMap<Subject, BTreeMap<FieldKey, Option<String>>>,
}

impl Wanted {
    /// What is to happen to one part of what is edited.
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
