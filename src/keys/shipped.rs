//! The table that comes with the program, as it stands in `assets/keys.toml`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use serde::Deserialize as _;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

use super::table::{Binding, Keymap};
use super::{Action, Scope, Sequence};

const TABLE: &str = include_str!("../../assets/keys.toml");

impl Keymap {
    /// The table that comes with the program.
    #[must_use]
    pub fn builtin() -> &'static Arc<Self> {
        static BUILTIN: OnceLock<Arc<Keymap>> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            // A test reads the table, so that what is shipped can be read.
            let bindings = rows(TABLE).unwrap_or_default();
            Arc::new(Self { bindings, ..Self::default() })
        })
    }
}

/// The rows, if they are written as those of the table are: in TOML, each value on the line of its name. A reader of
/// all of TOML would take a quarter of the processor time before the first frame.
fn rows(table: &str) -> Option<Vec<Binding>> {
    let actions: HashMap<String, Action> = Action::all().map(|action| (action.name(), action)).collect();
    let mut rows = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line == "[[binding]]" {
            rows.push(Draft::default());
        } else {
            let (name, value) = line.split_once(' ')?;
            rows.last_mut()?.set(name, value.strip_prefix("= ")?, &actions)?;
        }
    }
    rows.into_iter().map(Draft::finish).collect()
}

/// A row that is being read.
#[derive(Default)]
struct Draft {
    scope: Option<Scope>,
    action: Option<Action>,
    keys: Option<Vec<Sequence>>,
    words: Option<String>,
    help: Option<String>,
    footer: Option<u8>,
}

impl Draft {
    /// Strings, lists and numbers are written as in JSON.
    fn set(&mut self, name: &str, value: &str, actions: &HashMap<String, Action>) -> Option<()> {
        match name {
            "scope" => self.scope = Some(scope(&string(value)?)?),
            "action" => self.action = Some(*actions.get(&*string(value)?)?),
            "keys" => self.keys = Some(keys(value)?),
            "words" => self.words = Some(string(value)?.into_owned()),
            "help" => self.help = Some(string(value)?.into_owned()),
            "footer" => self.footer = Some(value.parse().ok()?),
            _ => return None,
        }
        Some(())
    }

    fn finish(self) -> Option<Binding> {
        Some(Binding {
            scope: self.scope?,
            action: self.action?,
            keys: self.keys?,
            words: self.words?,
            help: self.help?,
            footer: self.footer?,
        })
    }
}

fn scope(name: &str) -> Option<Scope> {
    Scope::deserialize(IntoDeserializer::<Error>::into_deserializer(name)).ok()
}

/// A list of strings.
fn keys(value: &str) -> Option<Vec<Sequence>> {
    match value.strip_prefix("[\"").and_then(|rest| rest.strip_suffix("\"]")) {
        Some(keys) if !keys.contains('\\') => keys.split("\", \"").map(|keys| keys.parse().ok()).collect(),
        _ => serde_json::from_str(value).ok(),
    }
}

/// A string between its quotes; hardly any has something in it that is written otherwise than it reads.
fn string(value: &str) -> Option<Cow<'_, str>> {
    let text = value.strip_prefix('"')?.strip_suffix('"')?;
    let is_as_written = !text.bytes().any(|byte| byte == b'\\' || byte == b'"');
    if is_as_written { Some(Cow::Borrowed(text)) } else { serde_json::from_str(value).ok().map(Cow::Owned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_as_any_reader_of_toml_reads_it() {
        let read: Keymap = toml::from_str(TABLE).unwrap();
        let rows = rows(TABLE).unwrap();
        assert_eq!(rows.len(), read.bindings.len());
        for (row, wanted) in rows.iter().zip(&read.bindings) {
            assert_eq!(format!("{row:?}"), format!("{wanted:?}"));
        }
    }

    #[test]
    fn what_is_written_otherwise_is_not_read() {
        for table in ["a = 1", "[[binding]]", "[[binding]]\nscope = \"list\"", "[[binding]]\nfooter=1", "[x]"]
        {
            assert!(rows(table).is_none(), "{table}");
        }
    }
}
