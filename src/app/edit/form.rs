//! The form in which a subject is edited.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::{Failure, FailureClass};
use crate::edit::{
    AliasMoves, Difference, EntryId, Field, FieldKey, Fields, Plan, Snapshot, Subject, Wanted,
};

use super::form_field::FormField;
use super::gathering::Gathering;
use super::{Clash, DraftText, FieldState, Input};

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
    /// Whether it undoes a write and nothing was typed in it: then it is no draft, it can be had
    /// again by the same key.
    pub(super) untouched_undo: bool,
    /// Whether the review follows as soon as the subject has been read.
    pub review_next: bool,
    pub(super) clashes: BTreeMap<FieldKey, Clash>,
    /// What each of several is to hold where nothing was typed.
    pub(super) presets: BTreeMap<Subject, BTreeMap<FieldKey, Option<String>>>,
    /// How aliases go from one version to another.
    pub moves: AliasMoves,
    /// What was read of several, while not all are.
    pub(super) gathering: Gathering,
    fields: Vec<FormField>,
}

impl Form {
    /// A form filled with what is known of its subject, waiting for what it begins from.
    #[must_use]
    pub fn open(subject: Subject, known: Option<&Snapshot>, now: Timestamp) -> Self {
        let fields: Vec<_> = match subject.fields() {
            Fields::Table(table) => table.iter().cloned().map(FormField::new).collect(),
            Fields::Entries(_) => Vec::new(),
        };
        let mut form = Self {
            subject,
            base: Remote::Loading { old: None },
            focus: FieldKey::named(""),
            remark: None,
            foreign: Vec::new(),
            opened: now,
            kept_at: None,
            left: None,
            undoes: None,
            untouched_undo: false,
            review_next: false,
            clashes: BTreeMap::new(),
            presets: BTreeMap::new(),
            moves: AliasMoves::AtOnce,
            gathering: Gathering::default(),
            fields,
        };
        form.lay_out(known);
        form.keep_focus();
        if let Some(known) = known {
            form.fill_untouched(known);
        }
        form
    }

    /// Takes what the service says the image is. Fields that were typed in stay as they are; the
    /// others take on the new values. What changed since an earlier answer is remembered, and what
    /// was changed here too waits for the person's choice.
    pub fn resolve(&mut self, result: Result<Snapshot, Failure>) {
        let result = self.of_the_same(result);
        if let Ok(now) = &result {
            if let Some(before) = self.base.value().cloned() {
                let changed = before.differences(now);
                self.lay_out(Some(now));
                if !changed.is_empty() {
                    self.foreign = changed;
                    self.meet(&before, now);
                }
            } else {
                self.lay_out(Some(now));
                self.focus_first();
            }
            self.fill_untouched(now);
        }
        self.base.resolve(result);
        for key in self.keys() {
            self.settle_touched(&key);
        }
        let base = self.base.value().cloned();
        self.lay_out(base.as_ref());
    }

    /// An image of the same name in another account or region is not what is edited here.
    fn of_the_same(&self, result: Result<Snapshot, Failure>) -> Result<Snapshot, Failure> {
        let now = result?;
        let another = self.base.value().and_then(|base| now.another_than(base));
        match another {
            Some(arn) => {
                let said = format!("The edit began from another image of this name; here it is {arn}.");
                Err(Failure::new(FailureClass::Other, &said))
            }
            None => Ok(now),
        }
    }

    /// Begins the edit anew from `base`, without a word about what changed.
    pub fn rebase(&mut self, base: &Snapshot) {
        self.foreign.clear();
        self.clashes.clear();
        self.undoes = None;
        self.base = Remote::Idle;
        self.resolve(Ok(base.clone()));
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

    /// What the person wants, as far as it is known what the subject has.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        let is_wanted = |it: &&FormField| match self.state(&it.field.key) {
            FieldState::Set | FieldState::Clear => {
                !self.is_preset(&it.field.key) && it.field.key.as_added().is_none()
            }
            FieldState::Unchanged | FieldState::Unknown => false,
        };
        let typed = self.fields.iter().filter(is_wanted);
        let typed = typed.map(|it| (it.field.key.clone(), it.input.text().to_owned()));
        let added = self.used_added().into_values().filter(|(name, _)| !name.is_empty());
        let added = added.map(|(name, value)| (FieldKey::entry(&name), value));
        let typed = typed.chain(added).collect();
        Wanted { typed, removed: self.removed(), presets: self.presets.clone(), moves: self.moves }
    }

    /// What would be sent; nothing while what it begins from is not known.
    #[must_use]
    pub fn plan(&self) -> Option<Plan> {
        Some(self.wanted().plan(self.base.value()?))
    }

    /// Whether something would be sent.
    #[must_use]
    pub fn changes_something(&self) -> bool {
        self.plan().is_some_and(|plan| !plan.is_empty())
    }

    /// Whether it undoes a write and nothing was typed in it.
    #[must_use]
    pub fn is_untouched_undo(&self) -> bool {
        self.untouched_undo
    }

    /// Whether something typed would be lost with the form.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        if self.untouched_undo {
            return false;
        }
        let changed = |it: &FormField| !matches!(self.state(&it.field.key), FieldState::Unchanged);
        let is_changed = |it: &FormField| (it.touched || it.removed) && changed(it);
        self.fields.iter().any(|it| !it.stashed.is_empty() || is_changed(it))
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

    fn fill_untouched(&mut self, now: &Snapshot) {
        for it in &mut self.fields {
            let text = now.value(&it.field.key).unwrap_or_default();
            let is_added = it.field.key.as_added().is_some();
            if !it.touched && !is_added && it.input.text() != text {
                it.input = Input::new(text);
            }
        }
    }

    /// A field that was typed in and holds what the subject has needs no keeping.
    fn settle_touched(&mut self, key: &FieldKey) {
        if self.state(key) == FieldState::Unchanged {
            if let Some(field) = self.field_mut(key) {
                field.touched = false;
                field.removed = false;
            }
            self.clashes.remove(key);
        }
    }
}
