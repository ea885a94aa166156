//! The form in which a subject is edited.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::app::Remote;
use crate::edit::{AliasMoves, Difference, EntryId, Field, FieldKey, Fields, Snapshot, Subject};

use super::form_field::FormField;
use super::form_table::FormTable;
use super::gathering::Gathering;
use super::{Clash, DraftText, Input};

/// The edit of one subject. It outlives the screen it is shown on: a form that is closed with
/// something typed in it is a draft.
#[derive(Debug)]
pub struct Form {
    /// Whose form.
    pub subject: Subject,
    /// What the edit began from, as it was read.
    pub base: Remote<Snapshot>,
    /// The field that is typed in.
    pub focus: FieldKey,
    /// The field that was typed in last, while that has not been left.
    pub(super) typed_in: Option<FieldKey>,
    /// Something to tell about the form, as that line breaks became blanks.
    pub remark: Option<String>,
    /// What another hand changed since the edit began.
    pub foreign: Vec<Difference>,
    /// When the edit began, or was begun anew.
    pub opened: Timestamp,
    /// When the words in it were last kept on disk in an earlier session.
    pub kept_at: Option<Timestamp>,
    /// The words that an earlier session left in it, if one did.
    pub(super) left: Option<DraftText>,
    /// What the form is the inverse of, if it undoes a write.
    pub undoes: Option<EntryId>,
    /// Where it undoes a write, what of that can't be undone, in a sentence.
    pub lasting: Option<String>,
    /// Whether it undoes a write and nothing was typed in it: then it is no draft, it can be had
    /// again by the same key.
    pub(super) untouched_undo: bool,
    /// Whether the review follows as soon as the subject has been read.
    pub review_next: bool,
    pub(super) clashes: BTreeMap<FieldKey, Clash>,
    /// What each of several is to hold where nothing was typed.
    pub(super) presets: BTreeMap<Subject, BTreeMap<FieldKey, Option<String>>>,
    /// What becomes of its images as a table.
    pub for_table: FormTable,
    /// How aliases go from one version to another.
    pub moves: AliasMoves,
    /// The files with what could not be taken from an editor, by field; of the table, by none.
    pub(super) kept_files: BTreeMap<Option<FieldKey>, PathBuf>,
    /// What was read of several, while not all are.
    pub(super) gathering: Gathering,
    fields: Vec<FormField>,
}

impl Form {
    /// A form of which nothing is known but whose it is, waiting for what it begins from.
    pub(super) fn begun(subject: Subject, now: Timestamp) -> Self {
        let fields = match subject.fields() {
            Fields::Table(table) => table.iter().cloned().map(FormField::new).collect(),
            Fields::Entries(_) => Vec::new(),
        };
        Self {
            subject,
            base: Remote::Loading { old: None },
            focus: FieldKey::named(""),
            typed_in: None,
            remark: None,
            foreign: Vec::new(),
            opened: now,
            kept_at: None,
            left: None,
            undoes: None,
            lasting: None,
            untouched_undo: false,
            review_next: false,
            clashes: BTreeMap::new(),
            presets: BTreeMap::new(),
            for_table: FormTable::default(),
            moves: AliasMoves::AtOnce,
            kept_files: BTreeMap::new(),
            gathering: Gathering::default(),
            fields,
        }
    }

    /// What is typed in `field`.
    #[must_use]
    pub fn text(&self, key: &FieldKey) -> &str {
        self.field(key).map_or("", |field| field.input.text())
    }

    /// The editor of a field.
    #[must_use]
    pub fn input(&self, key: &FieldKey) -> Option<&Input> {
        self.field(key).map(|field| &field.input)
    }

    /// What the table says of a field.
    #[must_use]
    pub fn spec(&self, key: &FieldKey) -> Option<&Field> {
        self.field(key).map(|field| &field.field)
    }

    /// Whether it undoes a write and nothing was typed in it.
    #[must_use]
    pub fn is_untouched_undo(&self) -> bool {
        self.untouched_undo
    }

    /// Of each field what the table says of it, in its order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> + '_ {
        self.fields.iter().map(|it| &it.field)
    }

    /// The key of each field, in order.
    pub(super) fn keys(&self) -> Vec<FieldKey> {
        self.fields().map(|field| field.key.clone()).collect()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &FormField> + '_ {
        self.fields.iter()
    }

    pub(super) fn rows_mut(&mut self) -> &mut [FormField] {
        &mut self.fields
    }

    pub(super) fn push(&mut self, field: FormField) {
        self.fields.push(field);
    }

    pub(super) fn retain(&mut self, is_kept: impl Fn(&FormField) -> bool) {
        self.fields.retain(is_kept);
    }

    /// The focus is on a field that is there.
    pub(super) fn keep_focus(&mut self) {
        if self.field(&self.focus).is_none()
            && let Some(first) = self.fields.first()
        {
            self.focus = first.field.key.clone();
        }
    }

    pub(super) fn field(&self, key: &FieldKey) -> Option<&FormField> {
        self.fields.iter().find(|it| it.field.key == *key)
    }

    pub(super) fn field_mut(&mut self, key: &FieldKey) -> Option<&mut FormField> {
        self.fields.iter_mut().find(|it| it.field.key == *key)
    }
}
