//! Forms that outlive the program.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::{Draft, Field, Image, PlaceKey};

use super::{FieldState, Form, Input};

impl Form {
    /// The text of each field that holds something typed and not sent.
    #[must_use]
    pub fn typed(&self) -> BTreeMap<Field, String> {
        let typed = |&field: &Field| {
            let it = self.field(field);
            (it.touched && self.state(field) != FieldState::Unchanged) || it.put_by.is_some()
        };
        let kept = |field: Field| {
            let it = self.field(field);
            let unchanged = self.state(field) == FieldState::Unchanged;
            let text = it.put_by.as_deref().filter(|_| unchanged).unwrap_or(it.input.text());
            (field, text.to_owned())
        };
        Field::ALL.into_iter().filter(typed).map(kept).collect()
    }

    /// The form as it is kept on disk.
    #[must_use]
    pub fn to_draft(&self, place: PlaceKey, now: Timestamp) -> Draft {
        Draft {
            place,
            image: self.image.clone(),
            base: self.base.value().cloned(),
            typed: self.typed(),
            kept_at: now,
        }
    }

    /// A form as a draft had it. What the edit began from is as old as the draft: the next read
    /// shows what was changed since.
    #[must_use]
    pub fn from_draft(draft: Draft, now: Timestamp) -> Self {
        let mut form = Self::open(draft.image, draft.base.as_ref(), now);
        form.base = draft.base.map_or(Remote::Idle, Remote::Ready);
        form.kept_at = Some(draft.kept_at);
        for (field, text) in draft.typed {
            form.take_typed(field, &text);
        }
        form
    }

    /// A form that takes `image`, as a write left it, back to what it was `before`: the inverse of
    /// that write.
    #[must_use]
    pub fn to_undo(before: &Image, left: &Image, now: Timestamp) -> Self {
        let mut form = Self::open(left.name.clone(), Some(left), now);
        form.base = Remote::Ready(left.clone());
        for field in Field::ALL {
            if field.of(before) == field.of(left) {
                continue;
            }
            match field.of(before) {
                None if !field.can_clear() => {
                    form.remark =
                        Some("The image had no role before; a role can't be cleared, so it stays.".into());
                }
                text => form.take_typed(field, text.unwrap_or_default()),
            }
        }
        form
    }

    /// Takes words that were typed earlier: into the field, or, where something else was typed in
    /// it meanwhile, behind it, from where the key that puts a field back brings them.
    pub fn recall(&mut self, field: Field, text: &str) {
        if self.field(field).touched && self.text(field) != text {
            self.field_mut(field).put_by = Some(text.to_owned());
        } else {
            self.take_typed(field, text);
        }
    }

    fn take_typed(&mut self, field: Field, text: &str) {
        let it = self.field_mut(field);
        it.input = Input::new(text);
        it.touched = true;
    }
}
