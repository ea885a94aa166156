//! What of the list changed by itself, and how old it is.

use jiff::SignedDuration;
use ratatui::style::Style;

use crate::app::{App, LoadStage};
use crate::keys::Action;
use crate::view::text::age;
use crate::view::theme::Theme;

/// Stands behind the name of an image that changed a moment ago, and before the words that say so.
pub const MARK: &str = "•";

/// What is younger than this is as good as new: nothing is said of its age.
const YOUNG: SignedDuration = SignedDuration::from_mins(1);

/// What changed a moment ago, or that it could not be asked; nothing while the list is being read for somebody, or
/// that failed. The words, then terser ones.
pub fn words(app: &App, theme: Theme) -> Option<(Vec<String>, Style)> {
    let place = app.place();
    let load = &place.images.load;
    if load.stage != LoadStage::Idle || load.is_old || place.trying.is_some() {
        return None;
    }
    if !place.refreshing.recent.is_empty() {
        let words = changes(place.refreshing.recent.counts());
        return Some((
            vec![format!("{MARK} {words} just now"), format!("{MARK} {words}")],
            theme.mark_of_change(),
        ));
    }
    let read_at = load.read_at()?;
    if place.refreshing.failure.is_some() {
        let read = age::long(read_at, app.now);
        let key = app.keymap.first_key(Action::Refresh);
        let words = ["! couldn't refresh, ", "! "].map(|lead| format!("{lead}read {read}, {key} to retry"));
        let words = words.into_iter().chain([format!("! read {read}"), "! old".into()]).collect();
        return Some((words, theme.bad()));
    }
    None
}

/// How old the list is, unless it is as good as new.
pub fn age(app: &App) -> Option<String> {
    let read_at = app.place().images.load.read_at()?;
    let is_young = app.now.duration_since(read_at) < YOUNG;
    (!is_young).then(|| format!("read {}", age::long(read_at, app.now)))
}

/// `2 changed, 1 new, 1 gone`.
fn changes((changed, new, gone): (usize, usize, usize)) -> String {
    let counted = [(changed, "changed"), (new, "new"), (gone, "gone")];
    let words = counted.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    words.collect::<Vec<_>>().join(", ")
}
