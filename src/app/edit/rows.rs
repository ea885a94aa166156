//! The rows of a form whose fields come and go: a row an entry, and behind them those that are being
//! added, the last of which is empty.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::{Entries, Field, FieldKey, Fields, Half, Snapshot};

use super::form_field::FormField;
use super::{Form, Input};

impl Form {
    /// How the entries are, if that is what is edited.
    #[must_use]
    pub fn entries(&self) -> Option<&'static Entries> {
        match self.subject.fields() {
            Fields::Table(_) => None,
            Fields::Entries(entries) => Some(entries),
        }
    }

    /// Whether the entry of that key is to be taken away.
    #[must_use]
    pub fn is_removed(&self, key: &FieldKey) -> bool {
        self.field(key).is_some_and(|it| it.removed)
    }

    /// The entries that are to be taken away.
    #[must_use]
    pub fn removed(&self) -> BTreeSet<FieldKey> {
        self.rows().filter(|it| it.removed).map(|it| it.field.key.clone()).collect()
    }

    /// Whether the focus is on an entry, which can be taken away as a whole; not on the empty row.
    #[must_use]
    pub fn can_remove(&self) -> bool {
        let is_used = |row| self.used_added().contains_key(&row);
        self.entries().is_some() && self.focus.as_added().is_none_or(|(row, _)| is_used(row))
    }

    /// The names of the entries in the form, and of those that are being added.
    #[must_use]
    pub fn entry_names(&self) -> BTreeSet<String> {
        let above = self.rows().filter_map(|it| it.field.key.entry_name().map(str::to_owned));
        let added = self.used_added().into_values().map(|(name, _)| name).filter(|name| !name.is_empty());
        above.chain(added).collect()
    }

    /// Empties a row that is being added.
    pub(super) fn drop_added(&mut self, row: u32) {
        for half in [Half::Name, Half::Value] {
            if let Some(it) = self.field_mut(&FieldKey::added(row, half)) {
                it.input = Input::default();
                it.touched = false;
                it.stashed.clear();
            }
        }
        self.untouched_undo = false;
    }

    /// Brings the rows in line with what the subject has, if that is newly known, and with what was typed.
    pub(super) fn lay_out(&mut self, now: Option<&Snapshot>) {
        let Some(entries) = self.entries() else { return };
        if let Some(now) = now {
            self.take_over_added(now);
            let keys = now.keys();
            let is_wanted = |it: &FormField| {
                it.field.key.as_added().is_some() || it.is_in_use() || keys.contains(&it.field.key)
            };
            self.retain(is_wanted);
            for key in &keys {
                self.want_row(key);
            }
        }
        let used: BTreeSet<u32> = self.used_added().keys().copied().collect();
        let focused = self.focus.as_added().map(|(row, _)| row);
        let last = used.last().copied().unwrap_or_default().max(focused.unwrap_or_default());
        let next = if used.contains(&last) || last == 0 { last.saturating_add(1) } else { last };
        let is_kept = |row: u32| used.contains(&row) || row == next;
        self.retain(|it| it.field.key.as_added().is_none_or(|(row, _)| is_kept(row)));
        for half in [Half::Name, Half::Value] {
            let key = FieldKey::added(next, half);
            if self.field(&key).is_none() {
                self.push(FormField::new(entries.added(next, half)));
            }
        }
        self.sort_rows();
        self.keep_focus();
    }

    /// The focus goes from the empty row, where it was while no other was known, to the first.
    pub(super) fn focus_first(&mut self) {
        let is_blank = self.focus.as_added().is_some_and(|(row, _)| !self.used_added().contains_key(&row));
        let first = self.rows().next().map(|it| it.field.key.clone());
        if let Some(first) = first.filter(|_| is_blank) {
            self.focus = first;
        }
    }

    /// Has a row for that key.
    pub(super) fn want_row(&mut self, key: &FieldKey) {
        let Some(entries) = self.entries().filter(|_| self.field(key).is_none()) else { return };
        if let Some(name) = key.entry_name() {
            self.push(FormField::new(entries.field(name)));
        } else if let Some((row, _)) = key.as_added() {
            self.push(FormField::new(entries.added(row, Half::Name)));
            self.push(FormField::new(entries.added(row, Half::Value)));
        }
    }

    /// What is being added and someone else has added meanwhile is an entry like the others now, with
    /// what was typed.
    fn take_over_added(&mut self, now: &Snapshot) {
        let before = self.base.value();
        let has = |it: &Snapshot, key: &FieldKey| it.value(key).is_some() || it.differs(key);
        let is_news = |key: &FieldKey| has(now, key) && !before.is_some_and(|before| has(before, key));
        let added = self.used_added().into_iter();
        let news: Vec<_> = added
            .map(|(row, (name, value))| (row, FieldKey::entry(&name), value))
            .filter(|(_, key, _)| is_news(key))
            .collect();
        for (row, key, value) in news {
            let was_untouched = self.untouched_undo;
            let has_value = self.field(&FieldKey::added(row, Half::Value)).is_some_and(|it| it.touched);
            self.drop_added(row);
            self.want_row(&key);
            // Where only its name was typed, it is as it is.
            if has_value || !value.is_empty() {
                self.take_typed(&key, &value);
            }
            if self.focus.as_added().is_some_and(|(at, _)| at == row) {
                self.focus = key;
            }
            self.untouched_undo = was_untouched;
        }
    }

    /// The rows that are being added and not empty: name and value of each.
    pub(super) fn used_added(&self) -> BTreeMap<u32, (String, String)> {
        let mut added: BTreeMap<u32, (String, String)> = BTreeMap::new();
        for it in self.rows() {
            let Some((row, half)) = it.field.key.as_added() else { continue };
            let text = it.input.text();
            if text.is_empty() && it.stashed.is_empty() {
                continue;
            }
            let both = added.entry(row).or_default();
            match half {
                Half::Name => text.clone_into(&mut both.0),
                Half::Value => text.clone_into(&mut both.1),
            }
        }
        added
    }

    fn sort_rows(&mut self) {
        let order = |it: &FormField| {
            let name = it.field.key.entry_name().map(str::to_owned);
            (it.field.key.as_added(), name)
        };
        self.rows_mut().sort_by_cached_key(order);
    }

    /// The fields of entries that stand in the form, in order, without those that are being added.
    pub fn entry_fields(&self) -> impl Iterator<Item = &Field> + '_ {
        self.fields().filter(|field| field.key.entry_name().is_some())
    }

    /// The rows that are being added, in order, the empty one too.
    #[must_use]
    pub fn added_rows(&self) -> Vec<u32> {
        let rows: BTreeSet<_> = self.fields().filter_map(|field| Some(field.key.as_added()?.0)).collect();
        rows.into_iter().collect()
    }

    /// Lets a field hold a value, or nothing, as if the person had typed it.
    pub(super) fn take(&mut self, key: &FieldKey, value: Option<&str>) {
        match value {
            None if self.entries().is_some() => self.take_removed(key),
            value => self.take_typed(key, value.unwrap_or_default()),
        }
    }

    pub(super) fn take_removed(&mut self, key: &FieldKey) {
        self.want_row(key);
        if let Some(field) = self.field_mut(key) {
            field.removed = true;
        }
    }

    pub(super) fn take_typed(&mut self, key: &FieldKey, text: &str) {
        self.want_row(key);
        if let Some(field) = self.field_mut(key) {
            field.input = Input::new(text);
            field.touched = true;
        }
    }
}
