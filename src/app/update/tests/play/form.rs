//! A form, asked by the names of its fields.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::app::{FieldState, Form};
use crate::domain::Image;
use crate::edit::kind::image;
use crate::edit::{FieldKey, Snapshot, Step, Subject};

use super::Play;
use super::draft::all_words;

/// The names of the fields, in the order of the form.
pub const FIELDS: [&str; 3] = ["display name", "description", "role"];

/// The field of that name.
pub fn field(named: &str) -> FieldKey {
    match named {
        "display name" => image::DISPLAY_NAME,
        "description" => image::DESCRIPTION,
        "role" => image::ROLE,
        _ => panic!("no field is called {named:?}"),
    }
}

/// What the tests call a field.
pub fn called(field: &FieldKey) -> &'static str {
    FIELDS.into_iter().find(|named| self::field(named) == *field).unwrap_or("an entry")
}

/// What the fields of `image` hold, in the order of the form.
pub fn fields(image: &Image) -> [Option<String>; 3] {
    FIELDS.map(|named| image::value(image, &field(named)).map(str::to_owned))
}

/// A form to be looked at.
#[derive(Debug, Clone, Copy)]
pub struct FormSeen<'a>(pub &'a Form);

impl<'a> FormSeen<'a> {
    /// The name of its image.
    pub fn image(self) -> String {
        self.0.subject.to_string()
    }

    /// What stands in a field.
    pub fn text(self, named: &str) -> &'a str {
        self.0.text(&field(named))
    }

    /// What would become of a field.
    pub fn state(self, named: &str) -> &'static str {
        match self.0.state(&field(named)) {
            FieldState::Unknown => "unknown",
            FieldState::Unchanged => "unchanged",
            FieldState::Set => "set",
            FieldState::Clear => "clear",
        }
    }

    /// Why a field can't be sent.
    pub fn problem(self, named: &str) -> Option<String> {
        self.0.problem(&field(named)).map(|problem| problem.0)
    }

    /// The field that has the keys.
    pub fn focus(self) -> &'static str {
        called(&self.0.focus)
    }

    /// What the form has to say of itself.
    pub fn remark(self) -> Option<&'a str> {
        self.0.remark.as_deref()
    }

    /// The image that the edit began from.
    pub fn base(self) -> Option<&'a Image> {
        match self.0.base.value()? {
            Snapshot::Image(image) => Some(image),
            Snapshot::Images(_)
            | Snapshot::Version(_)
            | Snapshot::Aliases(_)
            | Snapshot::Tags(_)
            | Snapshot::TagsOf(_) => None,
        }
    }

    /// The fields that another hand has changed.
    pub fn foreign(self) -> Vec<&'static str> {
        self.0.foreign.iter().map(|difference| called(&difference.key)).collect()
    }

    /// The fields that two hands have changed; each with what it was and what the other made of it.
    pub fn clashes(self) -> BTreeMap<&'static str, (Option<String>, Option<String>)> {
        let clashes = self.0.clashes();
        clashes.map(|(field, it)| (called(&field.key), (it.base.clone(), it.theirs.clone()))).collect()
    }

    /// Whether something in it would be lost with it.
    pub fn is_draft(self) -> bool {
        self.0.is_draft()
    }

    /// Whether `text` was typed in a field, and is there or behind it.
    pub fn holds(self, named: &str, text: &str) -> bool {
        let words = self.0.words();
        words.all().any(|(at, it)| *at == field(named) && it == text)
    }

    /// All words that are in it and nowhere else, a line each.
    pub fn words(self) -> String {
        let words = self.0.words();
        all_words(&words.typed, &words.stashed)
    }
}

/// An edit as it is proposed to the service and to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// The body of the request.
    pub body: Value,
    /// What the fields of the image held, in the order of the form.
    pub held: [Option<String>; 3],
    /// The fields that change: the label of each, what it held, and what it is to hold.
    pub changes: Vec<(String, Option<String>, Option<String>)>,
}

impl Proposed {
    pub(super) fn new(step: &Step) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let after = step.after();
        let changes = step
            .call
            .changed()
            .into_iter()
            .map(|field| {
                let values = (owned(step.base.value(&field.key)), owned(after.value(&field.key)));
                (field.label.into_owned(), values.0, values.1)
            })
            .collect();
        let held = FIELDS.map(|named| owned(step.base.value(&field(named))));
        Self { body: step.call.to_json(), held, changes }
    }
}

impl Play {
    /// The form on the screen, if it or its review is.
    pub fn open_form_seen(&self) -> Option<FormSeen<'_>> {
        self.app.form().map(FormSeen)
    }

    /// The same where there has to be one.
    pub fn form(&self) -> FormSeen<'_> {
        self.open_form_seen().expect("no form is open")
    }

    /// Whether a form or its review is on the screen.
    pub fn has_open_form(&self) -> bool {
        self.app.form().is_some()
    }

    /// The forms and drafts of the place on the screen.
    pub fn forms(&self) -> Vec<FormSeen<'_>> {
        self.app.place().forms.values().map(FormSeen).collect()
    }

    /// Those of all places, each with the number of its place.
    pub fn forms_everywhere(&self) -> Vec<(usize, FormSeen<'_>)> {
        let places = self.app.places().enumerate();
        places.flat_map(|(id, place)| place.forms.values().map(move |form| (id, FormSeen(form)))).collect()
    }

    /// Those of all places that hold something which was not sent.
    pub fn drafts_everywhere(&self) -> Vec<(usize, FormSeen<'_>)> {
        let places = self.app.places().enumerate();
        places.flat_map(|(id, place)| place.drafts().map(move |form| (id, FormSeen(form)))).collect()
    }

    /// Those at the place on the screen.
    pub fn drafts_here(&self) -> Vec<FormSeen<'_>> {
        self.app.place().drafts().map(FormSeen).collect()
    }

    /// The form of an image, open or not.
    pub fn find_form(&self, image: &str) -> Option<FormSeen<'_>> {
        self.forms().into_iter().find(|form| form.image() == image)
    }

    /// The same where there has to be one.
    pub fn form_of(&self, image: &str) -> FormSeen<'_> {
        self.find_form(image).unwrap_or_else(|| panic!("{image} has no form"))
    }

    /// What stands in a field of the form on the screen.
    pub fn typed(&self, named: &str) -> String {
        self.form().text(named).to_owned()
    }

    /// Puts words in the form of an image past the keys, as what comes in from elsewhere.
    pub fn slip_in(&mut self, image: &str, text: &str) {
        let forms = &mut self.app.place_for_tests().forms;
        forms.get_mut(&Subject::Image(super::name(image))).unwrap().type_in(|input| input.replace(text));
    }
}
