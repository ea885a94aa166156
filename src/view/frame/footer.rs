//! The keys that work here and now; while a sequence is begun, those that may follow.
//!
//! ```text
//!  Enter open  e edit  / filter  s sort  ? help  q quit
//!  g …  g first  e last
//! ```

use compact_str::{CompactString, ToCompactString as _};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Shown, Target};
use crate::keys::{Action, Binding, Chord, Found, Sequence};
use crate::view::text::cells;
use crate::view::theme::Theme;

/// What the table keeps longest.
const MOST: u8 = 9;

/// A key and what it does.
struct Hint<'a> {
    /// Nothing where other keys have to follow.
    action: Option<Action>,
    key: CompactString,
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
    // More are seldom worth a place.
    let mut hints = Vec::with_capacity(32);
    match app.begun() {
        [] => hints.extend(app.keymap.all().filter_map(|binding| hint(app, shown, binding))),
        begun => hints.extend(following(app, begun)),
    }
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
        if let Some(action) = hint.action {
            shown.clickables.add(place.intersection(area), Target::Action(action));
        }
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
    let key = working_key(app, binding)?.to_compact_string();
    // The way to all other keys is never dropped, and the way out of a page only for what has to be read there.
    let priority = match binding.action {
        Action::Help | Action::Quit => u8::MAX,
        Action::Close if app.top().is_some() => MOST + 1,
        Action::Move(_) if binding.footer == MOST => MOST + 2,
        _ => binding.footer,
    };
    Some(Hint { action: Some(binding.action), key, words: &binding.words, priority })
}

/// What was pressed of a sequence, and what may follow.
fn following<'a>(app: &'a App, begun: &[Chord]) -> impl Iterator<Item = Hint<'a>> + use<'a> {
    let pressed: Vec<_> = begun.iter().map(Chord::to_string).collect();
    let head = Hint { action: None, key: pressed.join(" ").into(), words: "…", priority: u8::MAX };
    let next = app.keymap.following(app.scopes().0, begun, |action| app.can(action));
    let next = next.into_iter().map(|(chord, found)| {
        let (action, words) = match found {
            Found::Does(binding) => (Some(binding.action), binding.words.as_str()),
            Found::Begun | Found::Nothing => (None, "…"),
        };
        Hint { action, key: chord.to_compact_string(), words, priority: 1 }
    });
    std::iter::once(head).chain(next)
}

/// The first key that leads to the action: not to that of an inner scope, nor to typed text.
fn working_key<'a>(app: &App, binding: &'a Binding) -> Option<&'a Sequence> {
    let is_typing = app.typed().is_some();
    let leads_there = |keys: &&Sequence| match app.find_keys(&keys.chords()) {
        Found::Does(found) => found.action == binding.action && !(is_typing && keys.types()),
        Found::Begun | Found::Nothing => false,
    };
    binding.keys.iter().find(leads_there)
}
