//! In how many places an image is used that is about to change, in the review.

use std::collections::HashSet;

use ratatui::text::Span;

use crate::app::wrap::Break;
use crate::app::{App, UsedBy};
use crate::domain::ImageName;
use crate::edit::Subject;
use crate::view::text::age;
use crate::view::text::lines::Lines;
use crate::view::theme::Theme;

/// Writes it where it is known; of what nothing was looked up, nothing is said.
pub fn write(app: &App, subject: &Subject, theme: Theme, lines: &mut Lines) {
    let usage = &app.place().usage;
    let images: Vec<_> = subject.images().collect();
    let Some(words) = (match images[..] {
        [image] => of_one(usage.of(image)),
        _ => of_several(app, &images),
    }) else {
        return;
    };
    let when = usage.ended_at().map(|at| format!(", looked up {}", age::long(at, app.now)));
    let runs = [(words, theme.plain()), (when.unwrap_or_default(), theme.dim())];
    lines.runs(Span::styled("Used  ", theme.strong()), &runs, Break::Blanks);
}

fn of_one(used: UsedBy) -> Option<String> {
    Some(match used {
        UsedBy::NotKnown => return None,
        UsedBy::Exactly(0) => "nowhere in this account and region".into(),
        UsedBy::Exactly(count) => format!("in {} in this account and region", places("", count)),
        UsedBy::AtLeast(count) => format!("in {} in this account and region", places("at least ", count)),
    })
}

/// A domain's defaults, a user profile, a space or an app is a place each.
fn places(least: &str, count: usize) -> String {
    let noun = if count == 1 { "place" } else { "places" };
    format!("{least}{count} {noun}")
}

/// `3 of 5 images, in 14 places in all`
fn of_several(app: &App, images: &[&ImageName]) -> Option<String> {
    let usage = &app.place().usage;
    let is_whole = usage.is_whole();
    let found = usage.shown()?.found();
    let users = images.iter().map(|image| found.users_of(image));
    let used = users.clone().filter(|users| !users.is_empty()).count();
    // Who uses two of them is one.
    let all = users.flatten().map(|user| &user.key).collect::<HashSet<_>>().len();
    let least = if is_whole { "" } else { "at least " };
    match (used, is_whole) {
        (0, false) => None,
        (0, true) => Some("none of these images in this account and region".into()),
        _ => Some(format!("{least}{used} of {} images, in {} in total", images.len(), places(least, all))),
    }
}
