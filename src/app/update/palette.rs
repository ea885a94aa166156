//! Finding a command by its name, and running it.

use crate::app::{
    App, Effect, Effects, Input, Overlay, Palette, PaletteChoice, PaletteItem, PaletteRow, remembered,
};
use crate::domain::Text;
use crate::keys::Action;

use super::places::{picking, seeking};
use super::{browse, filtering, sorting};

/// Opens the palette.
pub fn open(app: &mut App) {
    app.open(Overlay::Palette(Box::default()));
}

/// Lets the person type; the best match is under the cursor then.
pub fn type_in(app: &mut App, change: impl FnOnce(&mut Input)) {
    let Some(palette) = top_mut(app) else { return };
    let before = palette.input.text().to_owned();
    change(&mut palette.input);
    if palette.input.text() != before {
        (palette.at, palette.recalled, palette.refused) = (0, None, None);
    }
}

/// Types the rest of what is under the cursor; of a filter, what its last word is offered first.
pub fn complete(app: &mut App) {
    let Some((palette, row)) = chosen(app) else { return };
    let row = match row.item {
        PaletteItem::Choice(PaletteChoice::Filter(_)) => {
            let mut parts = palette.rows(app).into_iter();
            parts.find(|row| matches!(row.item, PaletteItem::Part(_))).unwrap_or(row)
        }
        PaletteItem::Action(_) | PaletteItem::Command(_) | PaletteItem::Choice(_) | PaletteItem::Part(_) => {
            row
        }
    };
    let completed = palette.completed(&row);
    type_in(app, |input| input.replace(&completed));
}

/// Puts the line that was typed before in the place of what is typed, or the one after it; after the last
/// what was typed itself.
pub fn recall(app: &mut App, earlier: bool) {
    let Some(palette) = app.palette() else { return };
    let (typed, at) = match &palette.recalled {
        Some((typed, at)) => (typed.clone(), if earlier { Some(at + 1) } else { at.checked_sub(1) }),
        None => (palette.input.text().to_owned(), earlier.then_some(0)),
    };
    let lines = &app.command_history.lines;
    let (text, recalled) = match at {
        Some(at) => {
            let Some(line) = lines.get(at) else { return };
            (line.to_string(), Some((typed, at)))
        }
        None => (typed, None),
    };
    type_in(app, |input| input.replace(&text));
    if let Some(palette) = top_mut(app) {
        palette.recalled = recalled;
    }
}

/// Closes it. What was typed is there as the line before.
pub fn close(app: &mut App) {
    let Some(palette) = take(app) else { return };
    if palette.recalled.is_none() {
        app.command_history.keep_line(&Text::clean(palette.input.text().trim()));
    }
}

/// Runs what is under the cursor, or says why that can't be. An action is given back, to be done as if its
/// key had been pressed where the palette was called.
#[must_use]
pub fn run(app: &mut App, fx: &mut Effects) -> Option<Action> {
    let Some((palette, row)) = chosen(app) else {
        let why = app.palette()?.nothing_found(app);
        refuse(app, why);
        return None;
    };
    if let Some(why) = row.obstacle {
        refuse(app, why);
        return None;
    }
    match row.item {
        // They are not whole yet.
        PaletteItem::Command(_) | PaletteItem::Part(_) => {
            complete(app);
            None
        }
        PaletteItem::Action(action) => {
            note(app, fx, &palette, &row);
            take(app);
            Some(action)
        }
        PaletteItem::Choice(ref choice) => {
            note(app, fx, &palette, &row);
            take(app);
            choose(app, fx, choice.clone());
            None
        }
    }
}

fn choose(app: &mut App, fx: &mut Effects, choice: PaletteChoice) {
    match choice {
        PaletteChoice::Place(offer) => picking::go_to(app, fx, offer),
        PaletteChoice::Image(name) => browse::open_image(app, fx, name),
        PaletteChoice::Arn(arn) => seeking::open(app, fx, &arn),
        PaletteChoice::Filter(text) => {
            browse::back_to_list(app, fx);
            filtering::put(app, fx, &text);
        }
        PaletteChoice::Sort(wanted) => sorting::sort(app, fx, |_| wanted),
    }
}

/// Remembers what is about to be run, by the line that names it in full.
fn note(app: &mut App, fx: &mut Effects, palette: &Palette, row: &PaletteRow) {
    let name = Text::clean(&remembered(&row.item));
    let line = Text::clean(palette.completed(row).trim());
    let at = app.now;
    app.command_history.note(&name, &line, at);
    app.command_ran_at = Some(at);
    fx.push(Effect::NoteCommand { name, line, at });
}

fn refuse(app: &mut App, why: String) {
    if let Some(palette) = top_mut(app) {
        palette.refused = Some((palette.at, why));
    }
}

/// The page, and the row under its cursor, if there is one.
fn chosen(app: &App) -> Option<(Palette, PaletteRow)> {
    let palette = app.palette()?;
    let row = palette.rows(app).into_iter().nth(palette.at)?;
    Some((palette.clone(), row))
}

fn top_mut(app: &mut App) -> Option<&mut Palette> {
    match app.place_mut().overlays.last_mut() {
        Some(Overlay::Palette(palette)) => Some(palette),
        _ => None,
    }
}

fn take(app: &mut App) -> Option<Palette> {
    match app.place_mut().overlays.pop_if(|top| matches!(top, Overlay::Palette(_))) {
        Some(Overlay::Palette(palette)) => Some(*palette),
        _ => None,
    }
}
