//! The section `profiles`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::profile_key::{LONGEST_WORD, ProfileKey};
use super::values::{Entry, entries, kind};
use crate::domain::{Colour, Text, did_you_mean};

/// What is set for one profile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfileSettings {
    /// No write leaves the program with this profile.
    pub read_only: bool,
    /// A word for the header, at most 12 characters, as `PROD`.
    pub word: Option<Text>,
    /// The colour of that word.
    pub colour: Option<Colour>,
}

/// Where something is wrong, and what.
pub type Wrong = (usize, String);

/// What is set for each profile, as far as it is understood.
pub fn read(section: &Spanned<DeValue<'_>>, wrong: &mut Vec<Wrong>) -> Vec<(String, ProfileSettings)> {
    let Some(profiles) = table(section, "profiles", wrong) else { return Vec::new() };
    let one = |entry: Entry<'_>| {
        let name = format!("profiles.{}", entry.name);
        let settings = table(entry.value, &name, wrong).map(|of| read_one(of, wrong));
        (entry.name.to_owned(), settings.unwrap_or_default())
    };
    entries(profiles).into_iter().map(one).collect()
}

/// The table that a section is; else it is wrong.
pub fn table<'a>(
    value: &'a Spanned<DeValue<'a>>,
    name: &str,
    wrong: &mut Vec<Wrong>,
) -> Option<&'a DeTable<'a>> {
    if let DeValue::Table(table) = value.get_ref() {
        return Some(table);
    }
    let words = format!("“{name}” must be a table, such as [{name}], not {}", kind(value.get_ref()));
    wrong.push((value.span().start, words));
    None
}

fn read_one(of: &DeTable<'_>, wrong: &mut Vec<Wrong>) -> ProfileSettings {
    let mut settings = ProfileSettings::default();
    let mut seen: Vec<ProfileKey> = Vec::new();
    for Entry { name, at, value } in entries(of) {
        let Some(key) = ProfileKey::find(name) else {
            let names = ProfileKey::ALL.into_iter().flat_map(|key| key.names().iter().copied());
            let words = format!("there is no profile setting “{name}”{}", did_you_mean(name, names));
            wrong.push((at.start, words));
            continue;
        };
        if seen.contains(&key) {
            wrong.push((at.start, format!("“{name}” is set twice, in two spellings")));
            continue;
        }
        seen.push(key);
        if let Err(words) = set(&mut settings, key, value.get_ref()) {
            wrong.push((value.span().start, format!("“{name}” {words}")));
        }
    }
    settings
}

fn set(settings: &mut ProfileSettings, key: ProfileKey, value: &DeValue<'_>) -> Result<(), String> {
    match key {
        ProfileKey::ReadOnly => match value {
            DeValue::Boolean(given) => settings.read_only = *given,
            _ => return Err(format!("must be true or false, without quotes, not {}", kind(value))),
        },
        ProfileKey::Word => {
            let word = Text::clean(text(value)?.trim());
            if word.is_empty() || word.as_str().chars().count() > LONGEST_WORD {
                return Err(format!("must have 1 to {LONGEST_WORD} characters"));
            }
            settings.word = Some(word);
        }
        ProfileKey::Colour => {
            let given = text(value)?;
            let found = Colour::ALL.iter().find(|(name, _)| given.eq_ignore_ascii_case(name));
            let names = Colour::ALL.map(|(name, _)| name);
            let no_colour = || format!("must be one of {}{}", names.join(", "), did_you_mean(given, names));
            settings.colour = Some(found.ok_or_else(no_colour)?.1);
        }
    }
    Ok(())
}

fn text<'a>(value: &'a DeValue<'_>) -> Result<&'a str, String> {
    match value {
        DeValue::String(text) => Ok(text.as_ref()),
        _ => Err(format!("must be a string in quotes, not {}", kind(value))),
    }
}
