//! The key table as `docs/keys.md` shows it.

use std::fmt::Write as _;

use super::{Keymap, Scope};

impl Keymap {
    /// All bindings, scope by scope, as a Markdown table.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut table = String::from("| where | keys | what |\n|---|---|---|\n");
        for &scope in Scope::ALL {
            for binding in self.of(scope) {
                let keys: Vec<_> = binding.keys.iter().map(|keys| format!("`{keys}`")).collect();
                let _ = writeln!(table, "| {} | {} | {} |", scope.title(), keys.join(" "), binding.help);
            }
        }
        table
    }
}
