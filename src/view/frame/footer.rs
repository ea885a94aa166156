//! The keys that work here and now.
//!
//! ```text
//!  Enter open  e edit  / filter  s sort  ? help  q quit
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Shown, Target};
use crate::keys::{Action, Binding, Chord, Scope};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// A key and what it does.
struct Hint<'a> {
    action: Action,
    key: String,
    words: &'a str,
    priority: u8,
}

impl Hint<'_> {
    fn width(&self) -> usize {
        cells::width(&self.key) + 1 + cells::width(self.words)
    }
}

/// Draws as many keys as there is room for, those the table keeps longest first. What can be done may
/// depend on what the frame shows.
pub fn draw(app: &App, shown: &mut Shown, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let mut hints: Vec<_> = app.keymap.all().filter_map(|binding| hint(app, shown, binding)).collect();
    let room = usize::from(area.width).saturating_sub(2);
    while hints.len() > 1 && width(&hints) > room {
        // The first of the least important, from the right.
        let least = hints.iter().enumerate().rev().min_by_key(|(_, hint)| hint.priority);
        let Some((least, _)) = least else { break };
        hints.remove(least);
    }
    let mut x = area.x.saturating_add(1);
    for hint in hints {
        let begin = x;
        x += cells::put(buffer, (x, area.y), &hint.key, area.right().saturating_sub(x), theme.strong());
        x += 1;
        x += cells::put(buffer, (x, area.y), hint.words, area.right().saturating_sub(x), theme.dim());
        let place = Rect { x: begin, width: x - begin, height: 1, ..area };
        shown.clickables.add(place.intersection(area), Target::Action(hint.action));
        x += 2;
    }
}

fn width(hints: &[Hint<'_>]) -> usize {
    hints.iter().map(|hint| hint.width() + 2).sum::<usize>().saturating_sub(2)
}

/// The hint of a binding that is in force, can be done now and is worth a place.
fn hint<'a>(app: &App, shown: &Shown, binding: &'a Binding) -> Option<Hint<'a>> {
    let (scopes, _) = app.scopes();
    if binding.footer == 0 || !scopes.contains(&binding.scope) || !app.offers(binding.action, shown) {
        return None;
    }
    let key = working_key(app, binding)?.to_string();
    // The way out and the way to all other keys are never dropped.
    let stays = matches!(binding.action, Action::Help | Action::Quit)
        || (binding.scope, binding.action) == (Scope::Help, Action::Close);
    let priority = if stays { u8::MAX } else { binding.footer };
    Some(Hint { action: binding.action, key, words: &binding.words, priority })
}

/// The first key that leads to the action: not to that of an inner scope, nor to typed text.
fn working_key(app: &App, binding: &Binding) -> Option<Chord> {
    let (scopes, is_typing) = app.scopes();
    let leads_there = |chord: &Chord| {
        let found = app.keymap.action(scopes, *chord, |action| app.can(action));
        found == Some(binding.action) && !(is_typing && chord.types())
    };
    binding.keys.iter().copied().find(leads_there)
}
