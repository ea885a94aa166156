//! Opening, filling and closing the form.

use std::collections::BTreeSet;

use crate::app::ticket::{Purpose, Reason};
use crate::app::{App, Effect, Effects, Form, Overlay, Pane, Remote, Tab, Timer, Tone, layout};
use crate::domain::{ImageName, Text};
use crate::edit::{FieldKey, Subject};
use crate::keys::Action;
use crate::service::RawOf;

use super::{base, following};

/// Opens the form of what is shown: of the marked images, else of the current one, of a version of it or of
/// its tags, where the keys are there. A draft is as it was left, else the form is filled with what is known.
/// Either way it is read anew, and what the service has then is what the edit begins from.
pub fn open(app: &mut App, fx: &mut Effects) {
    let Some(name) = app.current_name() else { return };
    let tab = match app.browser().pane {
        Pane::List => Tab::Details,
        Pane::Detail => app.tab(),
    };
    match tab {
        Tab::Tags => open_of(app, fx, &Subject::Tags(name)),
        // Without any, this can't be asked for.
        Tab::Versions => {
            if let Some(number) = app.current_version() {
                open_of(app, fx, &Subject::Version(name, number));
            }
        }
        Tab::Raw => match app.raw_of() {
            Some(RawOf::Version(name, number)) => open_of(app, fx, &Subject::Version(name, number)),
            Some(RawOf::Image(_) | RawOf::Holder(_) | RawOf::AppImageConfig(_)) | None => {
                open_of_marked(app, fx, Subject::of_images);
            }
        },
        Tab::Details | Tab::Usage => open_of_marked(app, fx, Subject::of_images),
    }
}

/// Opens the form of the tags: of the marked images, else of the current one.
pub fn open_tags(app: &mut App, fx: &mut Effects) {
    open_of_marked(app, fx, Subject::of_tags);
}

/// Opens the form of the aliases of the current image.
pub fn open_aliases(app: &mut App, fx: &mut Effects) {
    if let Some(name) = app.current_name() {
        open_of(app, fx, &Subject::Aliases(name));
    }
}

/// Opens the form of the marked images, else of the current one.
pub fn open_images(app: &mut App, fx: &mut Effects) {
    open_of_marked(app, fx, Subject::of_images);
}

fn open_of_marked(app: &mut App, fx: &mut Effects, subject: impl Fn(BTreeSet<ImageName>) -> Option<Subject>) {
    let is_in_list = app.browser().pane == Pane::List;
    let marked = if is_in_list { app.browser().marked.all() } else { BTreeSet::new() };
    let (count, most) = (marked.len(), Subject::MOST_IMAGES);
    if count > most {
        let words = format!("{count} images are marked; at most {most} can be edited at once.");
        return app.notify(fx, Tone::Plain, words);
    }
    let current = || subject(app.current_name().into_iter().collect());
    if let Some(subject) = subject(marked).or_else(current) {
        open_of(app, fx, &subject);
    }
}

/// Says why no form opens.
pub fn say_read_only(app: &mut App, fx: &mut Effects) {
    let words = app.read_only_words();
    // An answer to a key must not be covered by older news.
    let delay = app.pace.notice;
    app.notify_for(fx, Some(app.here), Tone::Bad, words, Some(delay));
}

/// Opens the form of a subject, which need not be the current image.
pub fn open_of(app: &mut App, fx: &mut Effects, subject: &Subject) {
    if app.is_read_only() {
        return say_read_only(app, fx);
    }
    app.notices.clear_passing();
    following::fetch(app, subject);
    let overlays = &mut app.place_mut().overlays;
    // What comes from elsewhere is opened here as a form, whatever it was there.
    overlays.retain(|overlay| overlay.subject() != Some(subject));
    let now = app.now;
    let known = app.place().known_of(subject);
    let key = app.keymap.first_key(Action::PutBack);
    let forms = &mut app.place_mut().forms;
    if let Some(form) = forms.get_mut(subject) {
        let words = format!("Your draft, as you left it. Press {key} to reset a field.");
        form.remark = form.is_draft().then_some(words);
    } else {
        forms.insert(subject.clone(), Form::open(subject.clone(), known.as_ref(), now));
    }
    app.place_mut().overlays.push(Overlay::Form(subject.clone()));
    base::read_base(app, fx, subject);
    fx.push(Effect::After { timer: Timer::Glance, delay: app.pace.glance });
}

/// Puts the text of the field that has the focus on the clipboard.
pub fn copy_field(app: &mut App, fx: &mut Effects) {
    let Some(form) = app.top_form() else { return };
    let Some(field) = form.spec(&form.focus) else { return };
    let (text, label) = (form.text(&field.key).to_owned(), field.label.clone());
    app.copy(fx, text, format!("‘{label}’"));
}

/// Moves the focus.
pub fn move_focus(app: &mut App, fx: &mut Effects, forward: bool) {
    change(app, |form| form.move_focus(forward));
    ask_by_name(app, fx);
}

/// Moves the focus by a row.
pub fn move_row(app: &mut App, fx: &mut Effects, down: bool) {
    let Some(form) = app.form() else { return };
    let Some(to) = form.field_beside(down) else { return };
    let widths = (layout::typed_width(app), layout::field_width(app, form, &to));
    change(app, |form| form.enter_field(&to, down, widths));
    ask_by_name(app, fx);
}

/// Moves the focus to a field.
pub fn focus(app: &mut App, fx: &mut Effects, key: &FieldKey) {
    change(app, |form| form.go_to_field(key));
    ask_by_name(app, fx);
}

/// The same, with the caret in the row of its text that begins at the byte `start`, in that column.
pub fn put_caret(app: &mut App, fx: &mut Effects, key: &FieldKey, (start, column): (usize, usize)) {
    focus(app, fx, key);
    let width = layout::typed_width(app);
    change(app, |form| {
        if form.focus == *key {
            form.type_in(|input| input.go_to_cell((start, column), width));
        }
    });
}

/// Where nobody may list the entries, one that was named is asked for by its name.
fn ask_by_name(app: &mut App, fx: &mut Effects) {
    let is_partial = |form: &&mut Form| matches!(&form.base, Remote::Ready(base) if base.is_partial());
    let Some(form) = app.top_form().filter(is_partial) else { return };
    if form.lacks_knowledge() {
        let subject = form.subject.clone();
        base::read_base(app, fx, &subject);
    }
}

/// Chooses the next of the options of the field, or the one before.
pub fn choose_next(app: &mut App, is_forward: bool) {
    change(app, |form| form.choose_next(is_forward));
}

/// Does something to the form on the screen.
pub fn change(app: &mut App, change: impl FnOnce(&mut Form)) {
    if let Some(form) = app.top_form() {
        change(form);
    }
}

/// Closes the form. What was typed stays as a draft; a form without a word typed is forgotten.
pub fn close(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::Form(subject)) = app.place_mut().overlays.pop() else { return };
    let (here, parts) = (app.here, subject.parts());
    app.end_calls(fx, here, |purpose| match purpose {
        Purpose::Read(part, Reason::Base) => parts.contains(part),
        _ => false,
    });
    let forms = &mut app.place_mut().forms;
    let Some(form) = forms.get_mut(&subject) else { return };
    form.base.abandon();
    form.remark = None;
    form.review_next = false;
    form.for_table.is_next = false;
    let kept: Vec<_> =
        form.kept_files().map(|file| Text::clean(&file.to_string_lossy()).to_string()).collect();
    let is_draft = form.is_draft();
    if !kept.is_empty() {
        let words = format!("What the editor left could not be taken; it is kept in {}.", kept.join(", "));
        app.notify(fx, Tone::Bad, words);
    } else if is_draft {
        // Another image may be selected, as where a filter hides this one.
        let (action, does) = match opened_by(app, &subject) {
            Some(action) => (action, "reopen it"),
            None => (Action::Drafts, "list it"),
        };
        let until = if app.mode.demo { " until you quit the demo" } else { "" };
        let key = app.keymap.first_key(action);
        app.notify(fx, Tone::Plain, format!("Draft of {subject} kept{until}. Press {key} to {does}."));
    } else {
        forms.remove(&subject);
    }
}

/// What opens the form of a subject where the person is now, if something does.
pub fn opened_by(app: &App, subject: &Subject) -> Option<Action> {
    let name = app.current_name()?;
    let (pane, tab) = (app.browser().pane, app.tab());
    let is_detail = pane == Pane::Detail;
    match subject {
        Subject::Image(of) => {
            let is_raw = tab == Tab::Raw && app.raw_of() == Some(RawOf::Image(name.clone()));
            (*of == name && (!is_detail || tab == Tab::Details || is_raw)).then_some(Action::Edit)
        }
        Subject::Version(of, number) => {
            let is_raw = tab == Tab::Raw && app.raw_of() == Some(RawOf::Version(name.clone(), *number));
            let is_shown = tab == Tab::Versions && app.current_version() == Some(*number);
            (*of == name && is_detail && (is_raw || is_shown)).then_some(Action::Edit)
        }
        Subject::Tags(of) => (*of == name).then_some(Action::EditTags),
        Subject::Aliases(of) => (*of == name).then_some(Action::EditAliases),
        Subject::Images(_) | Subject::TagsOf(_) => None,
    }
}
