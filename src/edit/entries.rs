//! What is edited as names with values, as tags are: names come and go, and get other values.

use super::{Clearing, Field, FieldKey, Problem, Shape};

/// How the names and values of one kind of subject are.
#[derive(Debug)]
pub struct Entries {
    /// What one of them is called in a sentence: `tag`.
    pub noun: &'static str,
    /// Several of them: `tags`.
    pub nouns: &'static str,
    /// What the names are.
    pub name: Word,
    /// What the values are.
    pub value: Word,
    /// Whether an empty value takes the name away, or is a value too.
    pub clearing: Clearing,
    /// Most of them, if there is a limit.
    pub most: Option<usize>,
}

/// What stands on one side of an entry.
#[derive(Debug)]
pub struct Word {
    /// What a person reads beside it: `Key`.
    pub label: &'static str,
    /// What it can hold.
    pub shape: Shape,
    /// A rule besides its shape.
    pub rule: fn(&str) -> Option<Problem>,
}

/// Which half of an entry that is being added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// Its name.
    Name,
    /// Its value.
    Value,
}

impl Half {
    /// Both, as they are read.
    pub const BOTH: [Self; 2] = [Self::Name, Self::Value];
}

const ENTRY: &str = "entry:";
const ADDED_NAME: &str = "added-name:";
const ADDED_VALUE: &str = "added-value:";

impl FieldKey {
    /// The key of the entry of that name.
    #[must_use]
    pub fn entry(name: &str) -> Self {
        Self::made(format!("{ENTRY}{name}"))
    }

    /// The name of the entry, if it is the key of one.
    #[must_use]
    pub fn entry_name(&self) -> Option<&str> {
        self.as_str().strip_prefix(ENTRY)
    }

    /// The key of one half of an entry that is being added, in that row.
    #[must_use]
    pub fn added(row: u32, half: Half) -> Self {
        let begin = match half {
            Half::Name => ADDED_NAME,
            Half::Value => ADDED_VALUE,
        };
        Self::made(format!("{begin}{row}"))
    }

    /// Whether it is of an entry that is being added.
    #[must_use]
    pub fn is_added(&self) -> bool {
        self.as_added().is_some()
    }

    /// The row and the half, if it is the key of one.
    #[must_use]
    pub fn as_added(&self) -> Option<(u32, Half)> {
        let halves = [(ADDED_NAME, Half::Name), (ADDED_VALUE, Half::Value)];
        halves.into_iter().find_map(|(begin, half)| {
            let row = self.as_str().strip_prefix(begin)?;
            Some((row.parse().ok()?, half))
        })
    }
}

impl Entries {
    /// The field of the entry of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Field {
        Field { label: name.to_owned().into(), ..self.of(FieldKey::entry(name), &self.value) }
    }

    /// The field for one half of an entry that is being added.
    #[must_use]
    pub fn added(&self, row: u32, half: Half) -> Field {
        let word = match half {
            Half::Name => &self.name,
            Half::Value => &self.value,
        };
        self.of(FieldKey::added(row, half), word)
    }

    fn of(&self, key: FieldKey, word: &Word) -> Field {
        Field {
            key,
            label: word.label.into(),
            member: "",
            option: "",
            shape: word.shape.clone(),
            clearing: self.clearing,
            rule: word.rule,
        }
    }
}

/// The fields of a kind of subject.
#[derive(Debug, Clone, Copy)]
pub enum Fields {
    /// The same for each of the kind, in the order of the form.
    Table(&'static [Field]),
    /// One for each name in it.
    Entries(&'static Entries),
}

impl Fields {
    /// The field of that key, if the kind can have one.
    #[must_use]
    pub fn field(self, key: &FieldKey) -> Option<Field> {
        match self {
            Self::Table(fields) => fields.iter().find(|field| field.key == *key).cloned(),
            Self::Entries(entries) => match (key.entry_name(), key.as_added()) {
                (Some(name), _) => Some(entries.field(name)),
                (None, Some((row, half))) => Some(entries.added(row, half)),
                (None, None) => None,
            },
        }
    }
}
