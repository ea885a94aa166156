//! The person's own editor, on a field of a form or on the table of its images.

use std::path::PathBuf;

use crate::app::{
    App, EditorClosed, EditorContent, EditorJob, EditorTarget, EditorText, Effect, Effects, Form, PlaceId,
    Tone,
};
use crate::domain::Text;
use crate::edit::{FieldKey, Subject};

use super::table;

/// Opens the editor on the field that has the focus: on what is typed there, or on what the last one left that
/// could not be taken.
pub fn open_field(app: &mut App, fx: &mut Effects) {
    let place = app.here();
    let Some(form) = app.top_form().filter(|form| form.has_text_focus()) else { return };
    form.leave_field();
    form.remark = None;
    // One editor at a time.
    form.for_table.is_next = false;
    let key = form.focus.clone();
    let content = if let Some(file) = form.kept_file(Some(&key)) {
        EditorContent::Kept(file.to_owned())
    } else {
        let label = form.spec(&key).map(|field| field.label.clone()).unwrap_or_default();
        EditorContent::New { name: file_name(&label), text: format!("{}\n", form.text(&key)) }
    };
    let target = EditorTarget::Field(form.subject.clone(), key);
    fx.push(Effect::OpenEditor(Box::new(EditorJob { place, target, content })));
}

/// The name of a file for what is called so: `Display name` is in `display-name.txt`.
fn file_name(label: &str) -> String {
    const MOST: usize = 40;
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = label.chars().map(plain).take(MOST).collect();
    let name = name.trim_matches('-');
    format!("{}.txt", if name.is_empty() { "text" } else { name })
}

/// What becomes of what an editor has left.
enum Left {
    /// Nothing: it is as before. With how that is meant.
    Nothing(Tone, String),
    /// It is kept in its file; why, in a sentence without its stop.
    Kept(String),
    /// It may be taken.
    Text(String),
}

/// An editor has ended, or could not be opened.
pub fn closed(app: &mut App, fx: &mut Effects, closed: EditorClosed) {
    let EditorClosed { place, target, file, trouble, text } = closed;
    if place.0 >= app.places.len() {
        return;
    }
    // Another program's words stood on the screen meanwhile.
    app.look_again(place, |_| true);
    let left = match (trouble, text) {
        (None, EditorText::Changed(text)) => Left::Text(text),
        (None, EditorText::Unusable(why)) => {
            Left::Kept(format!("What the editor left can't be taken: {why}"))
        }
        (None, EditorText::Unchanged { is_quick }) => Left::Nothing(Tone::Plain, unchanged(is_quick)),
        (Some(why), EditorText::Unchanged { .. }) => {
            Left::Nothing(Tone::Bad, format!("{why}. Nothing was changed."))
        }
        (Some(why), EditorText::Changed(_) | EditorText::Unusable(_)) => {
            Left::Kept(format!("{why}: what it left was not taken"))
        }
    };
    match target {
        EditorTarget::Field(subject, key) => {
            let form = app.places[place.0].forms.get_mut(&subject);
            let left = match (form, left) {
                (Some(form), Left::Text(text)) => match take_field(form, &key, &text) {
                    Ok(()) => return is_taken(form, fx, Some(&key), file),
                    Err(why) => Left::Kept(why),
                },
                (_, left) => left,
            };
            not_taken(app, fx, place, (&subject, Some(&key)), left, file);
        }
        EditorTarget::Table(subject) => {
            let form = app.places[place.0].forms.get_mut(&subject);
            let left = match (form, left) {
                (Some(form), Left::Text(text)) => match table::take(form, fx, &text, file.as_ref()) {
                    Ok(()) => {
                        is_taken(form, fx, None, file);
                        return table::taken(app, fx, place, &subject);
                    }
                    Err(why) => Left::Kept(why),
                },
                (_, left) => left,
            };
            not_taken(app, fx, place, (&subject, None), left, file);
        }
    }
}

/// Said where the file is as it was.
fn unchanged(is_quick: bool) -> String {
    let words = "Nothing was changed in the editor.";
    if is_quick {
        return format!(
            "{words} One with a window of its own must wait until the file is closed, as ‘code --wait’."
        );
    }
    words.into()
}

/// Takes a text for a field; where it can't, tells why.
fn take_field(form: &mut Form, key: &FieldKey, text: &str) -> Result<(), String> {
    let Some(field) = form.spec(key) else { return Err("What was edited is no longer in the form".into()) };
    let label = field.label.clone();
    // Empty lines at the end are no part of a line.
    let text = text.trim_end_matches('\n');
    let lines = text.split('\n').count();
    if lines > 1 {
        return Err(format!("‘{label}’ takes one line; the editor left {lines}"));
    }
    if text.contains('\t') {
        return Err(format!("‘{label}’ can't contain a tab; the editor left one"));
    }
    let before = form.text(key).to_owned();
    form.take_text(key, text);
    form.remark = (before == text).then(|| unchanged(false));
    Ok(())
}

/// What was edited stands in the form now.
fn is_taken(form: &mut Form, fx: &mut Effects, key: Option<&FieldKey>, file: Option<PathBuf>) {
    form.note_kept_file(key, None);
    fx.list.extend(file.map(Effect::RemoveEditorFile));
}

/// Nothing of it stands in the form: says why, and where it is.
fn not_taken(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    (subject, key): (&Subject, Option<&FieldKey>),
    left: Left,
    file: Option<PathBuf>,
) {
    let form = app.places[place.0].forms.get_mut(subject);
    let nothing = match &left {
        Left::Nothing(tone, _) => Some(*tone),
        Left::Kept(_) | Left::Text(_) => None,
    };
    let (words, kept) = match left {
        Left::Nothing(_, words) => {
            let was_kept = form.as_ref().is_some_and(|form| form.kept_file(key) == file.as_deref());
            // What was kept before is kept still.
            let kept = file.clone().filter(|_| was_kept);
            fx.list.extend(file.filter(|_| !was_kept).map(Effect::RemoveEditorFile));
            (words, kept)
        }
        Left::Kept(why) => (format!("{why}."), file),
        Left::Text(_) => ("The form of what was edited is gone.".into(), file),
    };
    if let Some(form) = form {
        form.note_kept_file(key, kept);
        form.remark = Some(words.clone());
        if let Some(tone) = nothing.filter(|_| key.is_none()) {
            table::unchanged(app, fx, place, (subject, tone), &words);
        }
    } else {
        let at = kept.map(|file| format!(" It is kept in {}.", Text::clean(&file.to_string_lossy())));
        app.notify_at(fx, place, Tone::Bad, format!("{subject}: {words}{}", at.unwrap_or_default()));
    }
}
