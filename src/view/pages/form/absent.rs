//! What stands where nothing is typed.

use ratatui::text::{Line, Span};

use crate::app::{FieldState, Form};
use crate::edit::{Field, Variety};
use crate::view::theme::Theme;

/// Words in the place of a text.
pub fn absent(words: &str, theme: Theme) -> Line<'static> {
    Line::from(Span::styled(words.to_owned(), theme.dim()))
}

/// What a field without a text stands for.
pub fn empty(form: &Form, field: &Field) -> String {
    if form.is_preset(&field.key) {
        return "a different value for each, see the review".into();
    }
    let is_alone = form.state(&field.key) == FieldState::Unchanged;
    match form.variety(&field.key) {
        Variety::Differs(count) if is_alone => {
            let (have, all) = counted(form, field);
            let what = if form.entries().is_some() && have < all {
                holders(form, field)
            } else {
                format!("{count} different values")
            };
            format!("{what}; unchanged unless you type")
        }
        Variety::Differs(_) | Variety::Same if form.entries().is_some() => "(empty)".into(),
        Variety::Differs(_) | Variety::Same => "not set".into(),
    }
}

/// How many of several have it: `on 2 of 3 images`.
pub fn holders(form: &Form, field: &Field) -> String {
    let (have, all) = counted(form, field);
    format!("on {have} of {all} images")
}

fn counted(form: &Form, field: &Field) -> (usize, usize) {
    let have = form.base.value().map_or(0, |base| base.holders(&field.key));
    (have, form.subject.images().count())
}
