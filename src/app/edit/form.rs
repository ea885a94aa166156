//! The form in which an image is edited.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::{Change, EntryId, Failure, FailureClass, Field, Image, ImageName, Problem, Text, Update};

use super::{Clash, Difference, Input, Words};

/// What a field of the form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldState {
    /// As the image has it.
    Unchanged,
    /// Gets a new value.
    Set,
    /// Held a value and is emptied.
    Clear,
    /// What the image has is not known yet.
    Unknown,
}

/// The edit of one image. It outlives the screen it is shown on: a form that is closed with
/// something typed in it is a draft.
#[derive(Debug)]
pub struct Form {
    /// Whose form.
    pub image: ImageName,
    /// What the edit began from, as the service described it.
    pub base: Remote<Image>,
    /// The field that is typed in.
    pub focus: Field,
    /// Something to tell about the form, as that line breaks became blanks.
    pub remark: Option<String>,
    /// What another hand changed since the edit began.
    pub foreign: Vec<Difference>,
    /// When the edit began, or was begun anew.
    pub opened: Timestamp,
    /// When the words in it were last kept on disk in an earlier session.
    pub kept_at: Option<Timestamp>,
    /// The words that an earlier session left in it, if one did.
    pub(super) left: Option<Words>,
    /// What the form is the inverse of, if it undoes a write.
    pub undoes: Option<EntryId>,
    /// Whether it undoes a write and nothing was typed in it: then it is no draft, it can be had
    /// again by the same key.
    pub(super) untouched_undo: bool,
    /// Whether the review follows as soon as the image has been read.
    pub review_next: bool,
    pub(super) clashes: BTreeMap<Field, Clash>,
    fields: [FormField; 3],
}

#[derive(Debug, Default)]
pub(super) struct FormField {
    pub(super) input: Input,
    pub(super) touched: bool,
    /// What was typed before the field was put back, the oldest first.
    pub(super) stashed: Vec<String>,
    /// What the service said of the value that was typed.
    refusal: Option<Text>,
}

impl Form {
    /// A form filled with what is known of the image, waiting for what it begins from.
    #[must_use]
    pub fn open(image: ImageName, known: Option<&Image>, now: Timestamp) -> Self {
        let mut form = Self {
            image,
            base: Remote::Loading { old: None },
            focus: Field::DisplayName,
            remark: None,
            foreign: Vec::new(),
            opened: now,
            kept_at: None,
            left: None,
            undoes: None,
            untouched_undo: false,
            review_next: false,
            clashes: BTreeMap::new(),
            fields: Default::default(),
        };
        if let Some(known) = known {
            form.fill_untouched(known);
        }
        form
    }

    /// Takes what the service says the image is. Fields that were typed in stay as they are; the
    /// others take on the new values. What changed since an earlier answer is remembered, and what
    /// was changed here too waits for the person's choice.
    pub fn resolve(&mut self, result: Result<Image, Failure>) {
        let result = self.of_the_same(result);
        if let Ok(image) = &result {
            if let Some(before) = self.base.value().cloned() {
                let changed = Difference::between(&before, image);
                if !changed.is_empty() {
                    self.foreign = changed;
                    self.meet(&before, image);
                }
            }
            self.fill_untouched(image);
        }
        self.base.resolve(result);
        for field in Field::ALL {
            self.settle_touched(field);
        }
    }

    /// An image of the same name in another account or region is not what is edited here.
    fn of_the_same(&self, result: Result<Image, Failure>) -> Result<Image, Failure> {
        let image = result?;
        let another = self.base.value().and_then(|base| image.another_than(base));
        match another {
            Some(arn) => {
                let said = format!("The edit began from another image of this name; here it is {arn}.");
                Err(Failure::new(FailureClass::Other, &said))
            }
            None => Ok(image),
        }
    }

    /// Begins the edit anew from `image`, without a word about what changed.
    pub fn rebase(&mut self, image: &Image) {
        self.foreign.clear();
        self.clashes.clear();
        self.undoes = None;
        self.base = Remote::Idle;
        self.resolve(Ok(image.clone()));
    }

    /// What is typed in `field`.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.field(field).input.text()
    }

    /// The editor of `field`.
    #[must_use]
    pub fn input(&self, field: Field) -> &Input {
        &self.field(field).input
    }

    /// What `field` held when the edit began.
    #[must_use]
    pub fn base_text(&self, field: Field) -> Option<&str> {
        self.base.value().and_then(|base| field.of(base))
    }

    /// What `field` stands for now.
    #[must_use]
    pub fn state(&self, field: Field) -> FieldState {
        let text = self.text(field);
        let Some(base) = self.base.value() else { return FieldState::Unknown };
        match field.of(base) {
            Some(before) if before == text => FieldState::Unchanged,
            None if text.is_empty() => FieldState::Unchanged,
            _ if text.is_empty() => FieldState::Clear,
            _ => FieldState::Set,
        }
    }

    /// Why what is typed in `field` can't be sent, or nothing.
    #[must_use]
    pub fn problem(&self, field: Field) -> Option<Problem> {
        match self.state(field) {
            FieldState::Clear if !field.can_clear() => Some(Problem(
                "the role can be replaced, but not cleared: the service has no way to do it".into(),
            )),
            FieldState::Unchanged | FieldState::Clear => None,
            FieldState::Set | FieldState::Unknown => {
                let refused = self.field(field).refusal.as_ref();
                let refused = refused.map(|said| Problem(format!("the service refused this: {said}")));
                field.problem(self.text(field)).or(refused)
            }
        }
    }

    /// The first field that can't be sent.
    #[must_use]
    pub fn first_problem(&self) -> Option<(Field, Problem)> {
        Field::ALL.into_iter().find_map(|field| Some((field, self.problem(field)?)))
    }

    /// The request that the form stands for; nothing while what it begins from is not known.
    #[must_use]
    pub fn update(&self) -> Option<Update> {
        self.base.value()?;
        let mut update = Update::nothing(self.image.clone());
        for field in Field::ALL {
            let change = match self.state(field) {
                FieldState::Set => Change::Set(self.text(field).to_owned()),
                FieldState::Clear => Change::Clear,
                FieldState::Unchanged | FieldState::Unknown => Change::Keep,
            };
            update.set_change(field, change);
        }
        Some(update)
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
        let changed = |field| !matches!(self.state(field), FieldState::Unchanged);
        Field::ALL.into_iter().any(|field| {
            let it = self.field(field);
            !it.stashed.is_empty() || (it.touched && changed(field))
        })
    }

    /// Lets the person type in the field that has the focus.
    pub fn type_in(&mut self, change: impl FnOnce(&mut Input)) {
        let at = self.focus as usize;
        let field = &mut self.fields[at];
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

    /// Puts the field that has the focus back as the image has it; where it was put back before
    /// and not typed in since, brings what was typed back.
    pub fn put_back(&mut self) {
        let Some(image) = self.base.value() else {
            self.remark = Some("The image is still being read: what the field held is not known yet.".into());
            return;
        };
        let base = self.focus.of(image).unwrap_or_default().to_owned();
        let field = &mut self.fields[self.focus as usize];
        field.refusal = None;
        if field.input.text() != base {
            field.stashed.push(field.input.text().to_owned());
            field.input.replace(&base);
            self.remark = Some("Put back. The same key brings what you typed back.".into());
        } else if !field.stashed.is_empty() {
            // Round and round, so that all words can be had again.
            let typed = field.stashed.remove(0);
            field.input.replace(&typed);
            field.touched = true;
            self.remark = None;
        }
    }

    /// Lets go of words that were stashed: what was wanted is in the image.
    pub fn forget_stashed(&mut self) {
        for field in &mut self.fields {
            field.stashed.clear();
        }
    }

    /// Moves the focus by one field, round and round.
    pub fn move_focus(&mut self, forward: bool) {
        let count = Field::ALL.len();
        let step = if forward { 1 } else { count - 1 };
        self.focus = Field::ALL[(self.focus as usize + step) % count];
    }

    /// Notes what the service said of the value typed in `field`.
    pub fn refuse(&mut self, field: Field, said: Text) {
        self.fields[field as usize].refusal = Some(said);
        self.focus = field;
    }

    pub(super) fn field(&self, field: Field) -> &FormField {
        &self.fields[field as usize]
    }

    pub(super) fn field_mut(&mut self, field: Field) -> &mut FormField {
        &mut self.fields[field as usize]
    }

    fn fill_untouched(&mut self, image: &Image) {
        for field in Field::ALL {
            let it = &mut self.fields[field as usize];
            let text = field.of(image).unwrap_or_default();
            if !it.touched && it.input.text() != text {
                it.input = Input::new(text);
            }
        }
    }

    /// A field that was typed in and holds what the image has needs no keeping.
    fn settle_touched(&mut self, field: Field) {
        if self.state(field) == FieldState::Unchanged {
            self.fields[field as usize].touched = false;
            self.clashes.remove(&field);
        }
    }
}

/// `text` as one line without control characters, and whether it held line breaks.
fn one_line(text: &str) -> (String, bool) {
    let text = text.trim_end_matches(['\n', '\r']);
    let broken = text.chars().any(crate::domain::is_line_break);
    (Text::clean(text).as_str().to_owned(), broken)
}
