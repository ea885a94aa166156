//! Forms.

pub use crate::app::Form;
use crate::app::{App, Choice};
use crate::domain::{Failure, Image, PlaceKey};
use crate::edit::{Difference, Draft, EntryId, Snapshot, Subject};

use super::super::scene::{name, now};
use super::super::trust::ago;
use crate::app::play::field;

/// A form of an image that was read.
pub fn form(image: &Image) -> Form {
    let mut form = unread_form(image.name.as_str(), Some(image));
    form.resolve(Ok(image.clone().into()));
    form
}

/// One of an image that is being read; of it may be known what the list has.
pub fn unread_form(image: &str, known: Option<&Image>) -> Form {
    let known = known.cloned().map(Snapshot::Image);
    Form::open(Subject::Image(name(image)), known.as_ref(), now())
}

/// A form as a draft had it.
pub fn recalled_form(draft: Draft) -> Form {
    Form::from_draft(draft, now())
}

/// A form that undoes the write of that name: from what it left back to what was before.
pub fn undoing_form(before: &Image, left: &Image, entry: &str) -> Form {
    let mut form = Form::to_undo(&before.clone().into(), &left.clone().into(), now());
    form.undoes = Some(EntryId(entry.into()));
    form
}

/// What was typed in `form`, kept as a draft that long ago.
pub fn draft_of(form: &Form, place: PlaceKey, hours: i64) -> Draft {
    form.to_draft(place, ago(hours))
}

/// A form in the hands of somebody.
pub trait Furnish {
    /// Gives a field the keys.
    fn focus_on(&mut self, named: &str);
    /// Gives a field the keys, and puts that in it.
    fn type_over(&mut self, named: &str, text: &str);
    /// The image was read: so another hand has left it.
    fn meets(&mut self, theirs: Image);
    /// The image could not be read.
    fn fails(&mut self, failure: Failure);
    /// The person wants their own value of a field, or the other hand's.
    fn takes_mine(&mut self, named: &str);
    /// See [`Furnish::takes_mine`].
    fn takes_theirs(&mut self, named: &str);
    /// What the form says of itself, and what it says another hand has changed.
    fn says(&mut self, remark: &str, foreign: Vec<Difference>);
}

impl Furnish for Form {
    fn focus_on(&mut self, named: &str) {
        self.focus = field(named);
    }

    fn type_over(&mut self, named: &str, text: &str) {
        self.focus_on(named);
        self.type_in(|input| input.replace(text));
    }

    fn meets(&mut self, theirs: Image) {
        self.resolve(Ok(theirs.into()));
    }

    fn fails(&mut self, failure: Failure) {
        self.resolve(Err(failure));
    }

    fn takes_mine(&mut self, named: &str) {
        self.choose(&field(named), Choice::Mine);
    }

    fn takes_theirs(&mut self, named: &str) {
        self.choose(&field(named), Choice::Theirs);
    }

    fn says(&mut self, remark: &str, foreign: Vec<Difference>) {
        self.remark = Some(remark.into());
        self.foreign = foreign;
    }
}

/// A field of an image that held something else.
pub fn difference(named: &str, before: &str, now: &str) -> Difference {
    let label =
        crate::edit::kind::image::FIELDS.iter().find(|it| it.key == field(named)).unwrap().label.to_string();
    Difference { image: None, key: field(named), label, before: Some(before.into()), now: Some(now.into()) }
}

/// Puts a form where it is kept; no page is opened.
pub fn put_form(app: &mut App, form: Form) {
    app.place_for_tests().forms.insert(form.subject.clone(), form);
}

/// The form of an image that was put there.
pub fn form_of<'a>(app: &'a mut App, image: &str) -> &'a mut Form {
    app.place_for_tests().forms.get_mut(&Subject::Image(name(image))).unwrap()
}

/// All forms.
pub fn forms(app: &mut App) -> impl Iterator<Item = &mut Form> {
    app.place_for_tests().forms.values_mut()
}

/// Where the caret stands in a field of the form on the screen.
pub fn caret_in(app: &App, named: &str) -> usize {
    app.form().unwrap().input(&field(named)).unwrap().caret()
}
