//! The key table as a command prints it.

use std::fmt::Write as _;

use super::{Keymap, Scope};

impl Keymap {
    /// All rows, scope by scope: the keys, the action's name and what it does. Scopes, keys and actions
    /// are written as in the config file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let written = |keys: &[super::Sequence]| {
            let all: Vec<_> = keys.iter().map(|keys| format!("{:?}", keys.written())).collect();
            if all.is_empty() { "none".to_owned() } else { all.join(" ") }
        };
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or_default();
        let keys = widest(&mut self.all().map(|row| written(&row.keys).chars().count()));
        let names = widest(&mut self.all().map(|row| row.action.name().len()));
        let mut text = String::new();
        for &scope in Scope::ALL {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}[keys.{}]  # {}", scope.name(), scope.title());
            for row in self.of(scope) {
                let (bound, name) = (written(&row.keys), row.action.name());
                let _ = writeln!(text, "{bound:<keys$}  {name:<names$}  {}", row.help);
            }
            for (_, silenced) in self.silent.iter().filter(|(silent, _)| *silent == scope) {
                let bound = written(std::slice::from_ref(silenced));
                let _ = writeln!(text, "{bound:<keys$}  {:<names$}  nothing", "none");
            }
        }
        text
    }
}
