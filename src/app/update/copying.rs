//! To the person's clipboard.

use crate::app::{App, Copied, CopyOffer, Effects, Overlay, Tone, Topic};
use crate::keys::CopyAction;

/// Opens the menu of what can be copied.
pub fn open(app: &mut App) {
    if let Some(menu) = app.copy_menu() {
        app.open(Overlay::CopyMenu(Box::new(menu)));
    }
}

/// Copies what is under the cursor of the menu.
pub fn copy_chosen(app: &mut App, fx: &mut Effects) {
    if let Some(offer) = app.open_copy_menu().and_then(|menu| menu.offers.get(menu.at)).cloned() {
        copy_offer(app, fx, offer);
    }
}

/// Copies what `action` stands for, and closes the menu.
pub fn copy(app: &mut App, fx: &mut Effects, action: CopyAction) {
    if let Some(offer) = app.copy_offer(action) {
        copy_offer(app, fx, offer);
    } else if app.can_copy(action) {
        // Some of several would be taken for all.
        app.notify(fx, Tone::Bad, "Not copied: it is unknown for one of the marked images.".into());
    }
}

fn copy_offer(app: &mut App, fx: &mut Effects, offer: CopyOffer) {
    app.place_mut().overlays.pop_if(|top| matches!(top, Overlay::CopyMenu(_)));
    app.put_on_clipboard(fx, offer.text, offer.name, offer.is_altered);
}

/// Says what became of a text for the clipboard.
pub fn copied(app: &mut App, fx: &mut Effects, copied: &Copied) {
    const ALTERED: &str = "Unprintable characters were replaced.";
    let Copied { what, is_altered, by, troubles } = copied;
    let altered = (*is_altered && !by.is_empty()).then_some(ALTERED);
    let troubles: Vec<_> = altered.into_iter().chain(troubles.iter().map(String::as_str)).collect();
    let troubles = troubles.join(" ");
    let (tone, words) = match (by.as_slice(), troubles.as_str()) {
        ([], troubles) => (Tone::Bad, format!("Not copied: {what}. {troubles}")),
        (by, "") => (Tone::Good, format!("Copied {what}: {}.", by.join(", "))),
        (by, troubles) => (Tone::Plain, format!("Copied {what}: {}. {troubles}", by.join(", "))),
    };
    app.notify(fx, tone, words);
    app.notices.replace(Topic::Clipboard);
}
