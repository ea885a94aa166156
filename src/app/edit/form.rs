//! The form in which a subject is edited.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::{Failure, FailureClass, Text};
use crate::edit::{
    Clearing, Difference, EntryId, Field, FieldKey, Plan, Problem, Snapshot, Subject, Variety, Wanted,
};

use super::gathering::Gathering;
use super::{Clash, DraftText, Input};

/// What a field of the form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldState {
    /// As the subject has it.
    Unchanged,
    /// Gets a new value.
    Set,
    /// Held a value and is emptied.
    Clear,
    /// What the subject has is not known yet.
    Unknown,
}

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
    /// What was read of several, while not all are.
    pub(super) gathering: Gathering,
    fields: Vec<FormField>,
}

#[derive(Debug)]
pub(super) struct FormField {
    /// What the table says of it.
    field: &'static Field,
    pub(super) input: Input,
    pub(super) touched: bool,
    /// What was typed before the field was put back, the oldest first.
    pub(super) stashed: Vec<String>,
    /// What the service said of the value that was typed.
    refusal: Option<Text>,
}

impl FormField {
    fn new(field: &'static Field) -> Self {
        Self { field, input: Input::default(), touched: false, stashed: Vec::new(), refusal: None }
    }
}

impl Form {
    /// A form filled with what is known of its subject, waiting for what it begins from.
    #[must_use]
    pub fn open(subject: Subject, known: Option<&Snapshot>, now: Timestamp) -> Self {
        let fields: Vec<_> = subject.fields().iter().map(FormField::new).collect();
        let first = subject.fields().first().map(|field| field.key.clone());
        let mut form = Self {
            subject,
            base: Remote::Loading { old: None },
            focus: first.unwrap_or(FieldKey::named("")),
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
            gathering: Gathering::default(),
            fields,
        };
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
                if !changed.is_empty() {
                    self.foreign = changed;
                    self.meet(&before, now);
                }
            }
            self.fill_untouched(now);
        }
        self.base.resolve(result);
        for field in self.subject.fields() {
            self.settle_touched(&field.key);
        }
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
    pub fn spec(&self, key: &FieldKey) -> Option<&'static Field> {
        self.field(key).map(|field| field.field)
    }

    /// What a field held when the edit began; nothing where it was absent, or differs between several.
    #[must_use]
    pub fn base_text(&self, key: &FieldKey) -> Option<&str> {
        self.base.value().and_then(|base| base.value(key))
    }

    /// How many different values a field had when the edit began.
    #[must_use]
    pub fn variety(&self, key: &FieldKey) -> Variety {
        self.base.value().map_or(Variety::Same, |base| base.variety(key))
    }

    /// Whether a field was not typed in, and each of several is to hold a value of its own.
    #[must_use]
    pub fn is_preset(&self, key: &FieldKey) -> bool {
        let is_touched = self.field(key).is_some_and(|field| field.touched);
        !is_touched && self.presets.values().any(|preset| preset.contains_key(key))
    }

    /// What a field stands for now.
    #[must_use]
    pub fn state(&self, key: &FieldKey) -> FieldState {
        let Some(base) = self.base.value() else { return FieldState::Unknown };
        if self.is_preset(key) {
            return FieldState::Set;
        }
        let text = self.text(key);
        // Emptied by hand, it is to be empty in all of them.
        let is_emptied = base.variety(key) != Variety::Same && self.field(key).is_some_and(|it| it.touched);
        match base.value(key) {
            Some(before) if before == text => FieldState::Unchanged,
            None if text.is_empty() && !is_emptied => FieldState::Unchanged,
            _ if text.is_empty() => FieldState::Clear,
            _ => FieldState::Set,
        }
    }

    /// Why what is typed in a field can't be sent, or nothing.
    #[must_use]
    pub fn problem(&self, key: &FieldKey) -> Option<Problem> {
        let it = self.field(key)?;
        match (self.state(key), it.field.clearing) {
            (FieldState::Clear, Clearing::Never(why)) => Some(Problem(why.into())),
            (FieldState::Unchanged | FieldState::Clear, _) => None,
            (FieldState::Set | FieldState::Unknown, _) => {
                let refused = it.refusal.as_ref();
                let refused = refused.map(|said| Problem(format!("the service refused this: {said}")));
                it.field.problem(it.input.text()).or(refused)
            }
        }
    }

    /// The first field that can't be sent.
    #[must_use]
    pub fn first_problem(&self) -> Option<(&'static Field, Problem)> {
        self.fields.iter().find_map(|it| Some((it.field, self.problem(&it.field.key)?)))
    }

    /// What the person wants, as far as it is known what the subject has.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        let is_wanted = |it: &&FormField| match self.state(&it.field.key) {
            FieldState::Set | FieldState::Clear => !self.is_preset(&it.field.key),
            FieldState::Unchanged | FieldState::Unknown => false,
        };
        let typed = self.fields.iter().filter(is_wanted);
        let typed = typed.map(|it| (it.field.key.clone(), it.input.text().to_owned())).collect();
        Wanted { typed, presets: self.presets.clone() }
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
        self.fields.iter().any(|it| !it.stashed.is_empty() || (it.touched && changed(it)))
    }

    /// Lets the person type in the field that has the focus.
    pub fn type_in(&mut self, change: impl FnOnce(&mut Input)) {
        let focus = self.focus.clone();
        let Some(field) = self.field_mut(&focus) else { return };
        let before = field.input.text().to_owned();
        change(&mut field.input);
        if field.input.text() != before {
            field.touched = true;
            field.refusal = None;
            self.remark = None;
            self.untouched_undo = false;
        }
    }

    /// Pastes into the field that has the focus. Line breaks become blanks, and it is said so.
    pub fn paste(&mut self, text: &str) {
        let (line, broken) = one_line(text);
        self.type_in(|input| input.insert(&line));
        if broken {
            self.remark = Some("Pasted: each line break became a blank, this field is one line.".into());
        }
    }

    /// Puts the field that has the focus back as the subject has it; where it was put back before
    /// and not typed in since, brings what was typed back.
    pub fn put_back(&mut self) {
        let Some(base) = self.base.value() else {
            let noun = self.subject.noun();
            self.remark =
                Some(format!("The {noun} is still being read: what the field held is not known yet."));
            return;
        };
        let focus = self.focus.clone();
        let base_text = base.value(&focus).unwrap_or_default().to_owned();
        let is_emptied = self.state(&focus) == FieldState::Clear && base_text.is_empty();
        let Some(field) = self.field_mut(&focus) else { return };
        field.refusal = None;
        if field.input.text() != base_text || is_emptied {
            field.stashed.push(field.input.text().to_owned());
            field.stashed.retain(|words| !words.is_empty() || !is_emptied);
            field.input.replace(&base_text);
            field.touched = false;
            self.remark = Some("Put back. The same key brings what you typed back.".into());
        } else if !field.stashed.is_empty() {
            // Round and round, so that all words can be had again.
            let typed = field.stashed.remove(0);
            field.input.replace(&typed);
            field.touched = true;
            self.remark = None;
        }
    }

    /// Lets go of words that were stashed: what was wanted is done.
    pub fn forget_stashed(&mut self) {
        for field in &mut self.fields {
            field.stashed.clear();
        }
    }

    /// Moves the focus by one field, round and round.
    pub fn move_focus(&mut self, forward: bool) {
        let count = self.fields.len().max(1);
        let at = self.fields.iter().position(|it| it.field.key == self.focus).unwrap_or_default();
        let step = if forward { 1 } else { count - 1 };
        if let Some(to) = self.fields.get((at + step) % count) {
            self.focus = to.field.key.clone();
        }
    }

    /// Notes what the service said of the value typed in a field.
    pub fn refuse(&mut self, key: &FieldKey, said: Text) {
        if let Some(field) = self.field_mut(key) {
            field.refusal = Some(said);
            self.focus = key.clone();
        }
    }

    /// Of each field what the table says of it, in its order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + '_ {
        self.fields.iter().map(|it| it.field)
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
            if !it.touched && it.input.text() != text {
                it.input = Input::new(text);
            }
        }
    }

    /// A field that was typed in and holds what the subject has needs no keeping.
    fn settle_touched(&mut self, key: &FieldKey) {
        if self.state(key) == FieldState::Unchanged {
            if let Some(field) = self.field_mut(key) {
                field.touched = false;
            }
            self.clashes.remove(key);
        }
    }
}

/// `text` as one line without control characters, and whether it held line breaks.
fn one_line(text: &str) -> (String, bool) {
    let text = text.trim_end_matches(['\n', '\r']);
    let broken = text.chars().any(crate::domain::is_line_break);
    (Text::clean(text).as_str().to_owned(), broken)
}
