//! Tables and values as they stand in the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A name in a table, and what is set for it.
pub struct Entry<'a> {
    pub name: &'a str,
    /// Where the name stands.
    pub at: Range<usize>,
    pub value: &'a Spanned<DeValue<'a>>,
}

/// What stands in a table, in the order of the file.
pub fn entries<'a>(table: &'a DeTable<'a>) -> Vec<Entry<'a>> {
    let entry = |(name, value): (&'a Spanned<_>, &'a Spanned<DeValue<'a>>)| {
        let written: &std::borrow::Cow<'a, str> = name.get_ref();
        Entry { name: written.as_ref(), at: name.span(), value }
    };
    let mut entries: Vec<_> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.at.start);
    entries
}

/// What kind of value it is, for sentences that say that it is the wrong one.
pub fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
