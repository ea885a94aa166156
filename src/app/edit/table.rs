//! The images of a form as a table, each with what it is to hold.

use std::collections::BTreeMap;

use crate::domain::ImageName;
use crate::edit::image_table::{COLUMNS, Rows};
use crate::edit::{FieldKey, Snapshot, Subject, Wanted};

use super::{Form, Input};

impl Form {
    /// Whether its images can be edited as a table.
    #[must_use]
    pub fn has_table(&self) -> bool {
        match self.subject {
            Subject::Image(_) | Subject::Images(_) => true,
            Subject::Version(..) | Subject::Aliases(_) | Subject::Tags(_) | Subject::TagsOf(_) => false,
        }
    }

    /// What each image is to hold by now; nothing while what the edit begins from is not known.
    #[must_use]
    pub fn table(&self) -> Option<Rows> {
        self.table_after(&self.wanted())
    }

    /// What each image held when the edit began.
    #[must_use]
    pub fn table_before(&self) -> Option<Rows> {
        self.table_after(&Wanted::default())
    }

    fn table_after(&self, wanted: &Wanted) -> Option<Rows> {
        let after = |part: Snapshot| {
            let after = part.after(&wanted.changes(&part));
            let value = |key: &FieldKey| (key.clone(), after.value(key).map(str::to_owned));
            Some((name_of(&part)?, COLUMNS.iter().map(value).collect()))
        };
        let base = self.base.value().filter(|_| self.has_table())?;
        Some(base.parts().into_iter().filter_map(after).collect())
    }

    /// Takes what each image is to hold, in the place of what was typed and taken of those fields before. An
    /// image without a row stays as it is, and so does a cell that is as it was written, whatever another hand has
    /// changed meanwhile.
    pub fn take_table(&mut self, rows: &Rows) {
        let rows = self.meant_by(rows);
        let Some(base) = self.base.value() else { return };
        let changed = |part: &Snapshot| {
            let values = rows.get(&name_of(part)?)?.iter();
            let other = values.filter(|(key, value)| part.value(key) != value.as_deref());
            let other: BTreeMap<_, _> = other.map(|(key, value)| (key.clone(), value.clone())).collect();
            (!other.is_empty()).then(|| (part.subject(), other))
        };
        let changed: Vec<_> = base.parts().iter().filter_map(changed).collect();
        let is_left_out = rows.is_empty();
        for key in &COLUMNS {
            self.drop_typed(key, is_left_out);
        }
        for values in self.presets.values_mut() {
            values.retain(|key, _| !COLUMNS.contains(key));
        }
        self.untouched_undo = false;
        self.remark = None;
        self.for_table.is_taken = self.subject.is_several();
        self.preset(changed.into_iter());
        self.presets.retain(|_, values| !values.is_empty());
    }

    /// The rows, of which each cell that is as it was written stands for what it is to hold by now.
    fn meant_by(&self, rows: &Rows) -> Rows {
        let mut meant = rows.clone();
        let (Some(written), Some(now)) = (&self.for_table.written, self.table()) else { return meant };
        for (name, values) in &mut meant {
            let (Some(written), Some(now)) = (written.get(name), now.get(name)) else { continue };
            for (key, value) in values {
                if written.get(key) == Some(value) {
                    *value = now.get(key).cloned().flatten();
                }
            }
        }
        meant
    }

    /// What was typed in a field gives way; it can be had again where no row says it anew.
    fn drop_typed(&mut self, key: &FieldKey, is_left_out: bool) {
        let base = self.base_text(key).unwrap_or_default().to_owned();
        let is_stashed = self.subject.is_several() || is_left_out;
        let Some(field) = self.field_mut(key).filter(|field| field.touched) else { return };
        let typed = field.input.text().to_owned();
        if is_stashed && !typed.is_empty() && !field.stashed.contains(&typed) {
            field.stashed.push(typed);
        }
        (field.input, field.touched) = (Input::new(&base), false);
    }

    /// Of what a table wants, an image that holds it by now wants no more.
    pub(super) fn settle_table(&mut self) {
        let Some(base) = self.base.value().filter(|_| self.for_table.is_taken) else { return };
        let parts: BTreeMap<_, _> = base.parts().into_iter().map(|part| (part.subject(), part)).collect();
        for (subject, values) in &mut self.presets {
            let Some(part) = parts.get(subject) else { continue };
            values.retain(|key, value| part.value(key) != value.as_deref());
        }
        self.presets.retain(|_, values| !values.is_empty());
    }
}

fn name_of(part: &Snapshot) -> Option<ImageName> {
    part.subject().images().next().cloned()
}
