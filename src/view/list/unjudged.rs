//! What is said of images that the filter could not judge.

use crate::app::App;
use crate::keys::Action;

/// For the frame, then in fewer words; nothing where all were judged.
pub fn words(app: &App) -> Vec<String> {
    let (count, list) = (app.browser().list.unjudged(), &app.browser().list);
    if count == 0 {
        return Vec::new();
    }
    let asked = [
        (list.filter().asks_for_usage(), "usage"),
        (list.filter().asks_for_role(), "role"),
        (list.filter().asks_for_tags(), "tags"),
    ];
    let asked: Vec<_> = asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, what)| what).collect();
    let of = images(count);
    let whole = match asked.as_slice() {
        [] => format!("! age of {of} not known"),
        asked => format!("! {} of {of} not known", asked.join(" or ")),
    };
    vec![whole, format!("! {count} not known")]
}

/// For the page of a list in which no image passes, a sentence each; nothing where all were judged.
pub fn sentences(app: &App) -> Vec<String> {
    let (count, filter) = (app.browser().list.unjudged(), app.browser().list.filter());
    if count == 0 {
        return Vec::new();
    }
    let mut said = Vec::new();
    if filter.asks_for_usage() {
        said.push(usage(app));
    }
    if filter.asks_for_role() {
        said.push(format!(
            "The role of {} is not known yet. It is read when you look at an image.",
            images(count)
        ));
    }
    if filter.asks_for_tags() {
        said.push(format!(
            "The tags of {} are not known yet. They are read when you look at the tags of an image.",
            images(count)
        ));
    }
    said
}

fn images(count: usize) -> String {
    if count == 1 { "1 image".into() } else { format!("{count} images") }
}

/// Why it is not known who uses the images, or uses none.
fn usage(app: &App) -> String {
    let usage = &app.place().usage;
    let (show, again) = (app.keymap.first_key(Action::ShowUsage), app.keymap.first_key(Action::Refresh));
    if usage.running().is_some() {
        "Where images are used is being looked up: until that is done, none is known to be unused.".into()
    } else if usage.is_idle() {
        format!("Where images are used was not looked up: without the filter, {show} does that.")
    } else {
        format!(
            "Not everything could be looked at, so none is known to be unused. {show} shows why, then {again} looks again."
        )
    }
}
