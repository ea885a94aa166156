//! What is said of images that the filter could not judge, and of how old that is by which it judged.

use jiff::SignedDuration;

use crate::app::App;
use crate::domain::Column;
use crate::keys::Action;
use crate::scan::End;
use crate::view::text::age;

/// For the frame, then in fewer words; nothing where all were judged by what is known by now.
pub fn words(app: &App) -> Vec<String> {
    let (unjudged, age) = (of_unjudged(app), usage_age(app));
    let both = unjudged.iter().zip(&age).map(|(unjudged, age)| format!("{unjudged}; {age}"));
    both.collect::<Vec<_>>().into_iter().chain(unjudged.iter().cloned()).chain(age.iter().cloned()).collect()
}

/// How old what the list says of usage is, where order or filter go by that: nothing where it is fresh.
fn usage_age(app: &App) -> Vec<String> {
    let (list, usage) = (&app.browser().list, &app.place().usage);
    let goes_by_it = list.filter().asks_for_usage() || list.sort().column == Column::UsedBy;
    let Some(at) = usage.ended_at().filter(|_| goes_by_it) else { return Vec::new() };
    let when = age::long(at, app.now);
    if usage.broken_off().is_some() {
        return vec![format!("! old usage, as of {when}"), "! old usage".into()];
    }
    let is_fresh = app.now.duration_since(at) < SignedDuration::from_mins(1);
    if is_fresh {
        Vec::new()
    } else {
        vec![format!("usage as of {when}"), format!("usage {}", age::short(at, app.now))]
    }
}

fn of_unjudged(app: &App) -> Vec<String> {
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
        [] => format!("! age of {of} unknown"),
        asked => format!("! {} of {of} unknown", asked.join(" or ")),
    };
    vec![whole, format!("! {count} unknown")]
}

/// For the page of a list in which no image passes, a sentence each; nothing where all were judged.
pub fn sentences(app: &App) -> Vec<String> {
    let (count, filter) = (app.browser().list.unjudged(), app.browser().list.filter());
    if count == 0 {
        return Vec::new();
    }
    let mut said = Vec::new();
    if filter.asks_for_usage() {
        said.extend(usage(app));
    }
    if filter.asks_for_role() {
        said.push(format!("The role of {} isn't loaded yet. Select an image to load it.", images(count)));
    }
    if filter.asks_for_tags() {
        said.push(format!(
            "The tags of {} aren't loaded yet. Open an image's tags to load them.",
            images(count)
        ));
    }
    said
}

fn images(count: usize) -> String {
    if count == 1 { "1 image".into() } else { format!("{count} images") }
}

/// Why it is not known who uses the images, or uses none; a sentence each.
fn usage(app: &App) -> Vec<String> {
    let usage = &app.place().usage;
    if usage.running().is_some() {
        let words = "Still looking up usage: until that is done, no image is known to be unused.";
        return vec![words.into()];
    }
    if usage.is_wanted() {
        return vec!["Usage will be looked up once the account is known.".into()];
    }
    if usage.is_idle() {
        if app.is_out_of_scope(Action::ShowUsage) {
            return vec!["Usage is only known in the browser.".into()];
        }
        let show = once_kept(app, Action::ShowUsage);
        return vec![format!("Usage hasn't been looked up: press {show}.")];
    }
    let again = once_kept(app, Action::Refresh);
    let mut said = vec![format!(
        "Not everything could be read, so no image is known to be unused. Press {again} to look again."
    )];
    let Some(scan) = usage.shown() else { return said };
    match scan.end() {
        Some(End::Stopped) => said.push(format!("Stopped after {}.", scan.progress())),
        Some(End::Halted(failure)) => said.push(format!("Couldn't finish: {}.", failure.headline())),
        Some(End::Done) | None => {}
    }
    let troubles = scan.troubles().filter(|trouble| trouble.hides_uses());
    said.extend(troubles.map(|trouble| format!("{trouble}.")));
    said
}

/// The key of `action`, behind the one that ends the typing of the filter.
fn once_kept(app: &App, action: Action) -> String {
    let key = app.keymap.first_key(action);
    if app.browser().typing.is_none() {
        return key;
    }
    format!("{}, then {key}", app.keymap.first_key(Action::KeepFilter))
}
