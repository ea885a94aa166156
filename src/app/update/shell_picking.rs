//! Picking images for a shell, and leaving without one.

use crate::app::{App, Effect, Effects, LoadStage, Prints, Tone};
use crate::domain::Text;
use crate::keys::Motion;

use super::{browse, filtering};

/// Ends the program with what is marked, in the order of the list, or else with the image at the cursor.
pub fn pick(app: &mut App, fx: &mut Effects) {
    let Some(prints) = app.shell_pick.map(|pick| pick.prints) else { return };
    filtering::finish(app);
    let (place, browser) = (app.place(), app.browser());
    let marked = browser.list.all(&place.images).filter(|listed| browser.marked.has(&listed.name()));
    let mut picked: Vec<_> = marked.collect();
    if picked.is_empty() {
        picked.extend(browser.list.selected(&place.images));
    }
    let lines: Option<Vec<_>> = picked.iter().map(|listed| prints.of(&listed.image())).collect();
    match lines {
        Some(lines) if !lines.is_empty() => fx.push(Effect::Print(lines)),
        Some(_) => {}
        // Half an answer would be none.
        None => app.notify(fx, Tone::Bad, unknown(prints)),
    }
}

fn unknown(prints: Prints) -> String {
    let what = match prints {
        Prints::Name => "name",
        Prints::Arn => "ARN",
    };
    format!("The service sent no {what} for this image, so it can't be printed.")
}

/// Marks the image at the cursor, or takes its mark away, and goes on to the next, or to the one before.
pub fn mark(app: &mut App, fx: &mut Effects, goes_down: bool) {
    let Some(name) = app.current_name() else { return };
    app.browser_mut().marked.toggle(name);
    browse::go(app, fx, if goes_down { Motion::Down } else { Motion::Up });
}

/// Leaves without an image; where none could be read, with the reason.
pub fn leave(app: &App, fx: &mut Effects) {
    let images = &app.place().images;
    fx.push(match &images.load.stage {
        LoadStage::Failed { failure, .. } if images.is_empty() => {
            let (headline, message) = (failure.headline(), Text::as_str(&failure.message));
            Effect::GiveUp(format!("couldn't list images: {headline}: {message}"))
        }
        LoadStage::Failed { .. } | LoadStage::Loading { .. } | LoadStage::Idle => Effect::Quit,
    });
}
