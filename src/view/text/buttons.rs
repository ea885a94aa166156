//! What can be done, each with its key: what is clicked instead of pressing it.

use crate::app::Target;
use crate::app::wrap::Break;
use crate::keys::Action;
use crate::view::theme::Theme;

use super::lines::Lines;

/// One thing that can be done.
#[derive(Debug)]
pub struct Button {
    /// What is done.
    pub action: Action,
    /// The key that does it, as a person reads it.
    pub key: String,
    /// What that is called, with the blank that parts it from the key.
    pub words: String,
}

/// Writes them side by side, `joint` between two and `end` behind the last.
pub fn write(buttons: Vec<Button>, joint: &str, end: &str, theme: Theme, lines: &mut Lines) {
    let (mut runs, mut targets, mut begin) = (Vec::new(), Vec::new(), 0);
    for (at, Button { action, key, words }) in buttons.into_iter().enumerate() {
        if at > 0 {
            runs.push((joint.to_owned(), theme.plain()));
            begin += joint.len();
        }
        let end = begin + key.len() + words.len();
        targets.push((begin..end, Target::Action(action)));
        runs.extend([(key, theme.strong()), (words, theme.plain())]);
        begin = end;
    }
    runs.push((end.to_owned(), theme.plain()));
    lines.runs_with("".into(), &runs, Break::Blanks, &targets);
}
