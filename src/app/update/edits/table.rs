//! Marked images as a table in the person's editor: read first, then edited, then reviewed as any edit.

use std::path::PathBuf;

use crate::app::{
    App, EditorContent, EditorJob, EditorTarget, Effect, Effects, Form, Overlay, PlaceId, Remote, Tone,
};
use crate::edit::Subject;
use crate::edit::image_table::{self, Refused};
use crate::keys::{Action, Scope};

use super::{base, form, review};

/// Opens the table of the form that is open; else of the marked images, or of the current one.
pub fn open(app: &mut App, fx: &mut Effects) {
    if app.is_read_only() {
        return form::say_read_only(app, fx);
    }
    let is_open = app.top_form().is_some();
    if !is_open {
        form::open_images(app, fx);
    }
    let close = app.keymap.first_key_in(Scope::Form, Action::Close);
    let Some(form) = app.top_form().filter(|form| form.has_table()) else { return };
    form.leave_field();
    form.for_table.is_only |= !is_open && !form.is_draft();
    if let Some(file) = form.kept_file(None) {
        let content = EditorContent::Kept(file.to_owned());
        return hand_over(app, fx, content);
    }
    form.for_table.is_next = true;
    form.remark =
        Some(format!("The table opens in your editor when its images are loaded. {close} cancels."));
    if !form.base.is_loading() {
        let subject = form.subject.clone();
        base::read_base(app, fx, &subject);
    }
}

/// A part of what forms begin from has come: where all of it has, the table that waits for it opens; unless the person
/// is elsewhere by then, who must not find an editor below the keys.
pub fn go_on(app: &mut App, fx: &mut Effects, place: PlaceId) {
    let key = app.keymap.first_key_in(Scope::Form, Action::EditTable);
    let top = (app.here == place).then(|| app.top_form().map(|form| form.subject.clone())).flatten();
    let waits = |form: &&mut Form| form.for_table.is_next && !form.base.is_loading();
    let Some(form) = app.places[place.0].forms.values_mut().find(waits) else { return };
    form.for_table.is_next = false;
    form.remark = None;
    let (Remote::Ready(_), Some(rows)) = (&form.base, form.table()) else { return };
    if top.as_ref() != Some(&form.subject) {
        let subject = &form.subject;
        let (noun, has) = (subject.noun(), subject.agree("has", "have"));
        form.remark = Some(format!("The {noun} {has} been loaded. Press {key} to open the table."));
        return;
    }
    form.for_table.written = Some(rows.clone());
    let content =
        EditorContent::New { name: "images.txt".into(), text: image_table::write(&heading(app), &rows) };
    hand_over(app, fx, content);
}

/// Said at the top of a table: of which images it is, and where.
fn heading(app: &App) -> Vec<String> {
    let count = app.form().map_or(0, |form| form.subject.images().count());
    let images = if count == 1 { "1 image".to_owned() } else { format!("{count} images") };
    vec![format!("Display name and description of {images} in {}", app.place().label())]
}

fn hand_over(app: &mut App, fx: &mut Effects, content: EditorContent) {
    let place = app.here();
    if let Some(form) = app.top_form() {
        let target = EditorTarget::Table(form.subject.clone());
        fx.push(Effect::OpenEditor(Box::new(EditorJob { place, target, content })));
    }
}

/// Takes what an editor left; where it can't be taken, tells why.
///
/// # Errors
///
/// Why not; the file has it noted then.
pub fn take(form: &mut Form, fx: &mut Effects, text: &str, file: Option<&PathBuf>) -> Result<(), String> {
    let Some(before) = form.table_before() else {
        return Err(format!("The {} could not be loaded", form.subject.noun()));
    };
    let rows = image_table::read(text, &before).map_err(|Refused { text, problems }| {
        fx.list.extend(file.cloned().map(|path| Effect::RewriteEditorFile { path, text }));
        let more = match problems.len() - 1 {
            0 => String::new(),
            1 => ", and 1 more line is wrong, as the file says".into(),
            more => format!(", and {more} more lines are wrong, as the file says"),
        };
        let first = problems.into_iter().next().unwrap_or_default();
        format!("The table was not taken: {first}{more}")
    })?;
    form.take_table(&rows);
    Ok(())
}

/// The table stands in the form now: on to the review, if it changes something.
pub fn taken(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    let is_on_top = app.here() == place && app.top_form().is_some_and(|form| form.subject == *subject);
    let changes = app.places[place.0].forms.get(subject).is_some_and(Form::changes_something);
    match (is_on_top, changes) {
        (true, true) => review::open(app, fx),
        (_, false) => unchanged(app, fx, place, (subject, Tone::Plain), "The table changes nothing."),
        (false, true) => {}
    }
}

/// Nothing came of a table: the form goes with it, if it was opened for nothing else. Otherwise that is said in it.
pub fn unchanged(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    (subject, tone): (&Subject, Tone),
    words: &str,
) {
    let is_only = |form: &Form| form.for_table.is_only && !form.is_draft() && form.kept_file(None).is_none();
    let at = &mut app.places[place.0];
    if at.forms.get(subject).is_some_and(is_only)
        && at.overlays.last() == Some(&Overlay::Form(subject.clone()))
    {
        at.overlays.pop();
        at.forms.remove(subject);
        return app.notify_at(fx, place, tone, words.to_owned());
    }
    if let Some(form) = at.forms.get_mut(subject) {
        form.remark = Some(words.to_owned());
    }
}
