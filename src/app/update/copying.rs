//! To the person's clipboard.

use crate::app::{App, Copied, CopyMenu, Effects, Overlay, Tone};
use crate::keys::Action;

/// Opens the menu of what can be copied.
pub fn open(app: &mut App) {
    if let Some(subject) = app.copy_subject() {
        app.open(Overlay::CopyMenu(Box::new(CopyMenu { subject, at: 0 })));
    }
}

/// Copies what is under the cursor of the menu.
pub fn copy_chosen(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::CopyMenu(menu)) = app.top() else { return };
    let at = menu.at;
    if let Some(offer) = app.copy_offers().into_iter().nth(at) {
        copy(app, fx, offer.action);
    }
}

/// Copies what `action` stands for, and closes the menu.
pub fn copy(app: &mut App, fx: &mut Effects, action: Action) {
    let (Some(offer), Some(subject)) = (app.copy_offer(action), app.copy_subject()) else { return };
    let what = format!("the {} of {}", offer.label, subject.title());
    app.place_mut().overlays.pop_if(|top| matches!(top, Overlay::CopyMenu(_)));
    app.copy(fx, offer.text, what);
}

/// Says what became of a text for the clipboard.
pub fn copied(app: &mut App, fx: &mut Effects, copied: &Copied) {
    let Copied { what, by, troubles } = copied;
    let troubles = troubles.join(" ");
    let (tone, words) = match (by.as_slice(), troubles.as_str()) {
        ([], troubles) => (Tone::Bad, format!("Not copied: {what}. {troubles}")),
        (by, "") => (Tone::Good, format!("Copied {what}: {}.", by.join(", "))),
        (by, troubles) => (Tone::Plain, format!("Copied {what}: {}. {troubles}", by.join(", "))),
    };
    app.notify(fx, tone, words);
}
