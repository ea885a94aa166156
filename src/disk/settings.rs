//! The settings file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::{Folders, Trouble};
use crate::domain::{Colour, Mark, Text};
use crate::plain_file::{self, Links};

/// Most bytes of the file.
const MOST: u64 = 1024 * 1024;

/// Longer words would push account and region out of the header.
const LONGEST_WORD: usize = 12;

/// What `config.toml` says:
///
/// ```toml
/// version = 1   # may be left out
///
/// [profiles.production]
/// read_only = true
/// word = "PROD"
/// colour = "red"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// By the name of the profile.
    pub profiles: BTreeMap<String, ProfileSettings>,
}

/// Reads the whole file of one version.
type Reader = fn(&str) -> Result<Settings, toml::de::Error>;

/// How each version is read, from the first on.
const READERS: [Reader; 1] =
    [|text| toml::from_str::<SettingsV1>(text).map(|read| Settings { profiles: read.profiles })];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsV1 {
    #[serde(rename = "version")]
    _version: Option<IgnoredAny>,
    #[serde(default)]
    profiles: BTreeMap<String, ProfileSettings>,
}

/// What is looked at first; all else waits for the reader of that version.
#[derive(Deserialize)]
struct Head {
    version: Option<Spanned<toml::Value>>,
}

/// What is set for one profile.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileSettings {
    /// No write leaves the program with this profile.
    #[serde(default)]
    pub read_only: bool,
    /// A word for the header, at most 12 characters, as `PROD`.
    #[serde(default, deserialize_with = "word")]
    pub word: Option<Text>,
    /// The colour of that word: red, yellow, green, cyan, blue or magenta.
    #[serde(default, deserialize_with = "colour", alias = "color")]
    pub colour: Option<Colour>,
}

impl Settings {
    /// Reads the file. Where there is none, nothing is set.
    ///
    /// # Errors
    ///
    /// Where the file can't be read, or holds anything that is not understood: a mistyped
    /// `read_only` must not allow a write. **On an error the caller takes every profile as
    /// read-only.**
    pub fn read(folders: &Folders) -> Result<Self, Trouble> {
        let path = folders.config.join("config.toml");
        let raw = match plain_file::read(&path, Links::Followed, MOST) {
            Ok(raw) => raw,
            Err(error) if is_missing(&error, &path, &folders.config) => return Ok(Self::default()),
            Err(error) => return Err(Trouble::io("read the settings", &path, &error)),
        };
        let text = str::from_utf8(&raw)
            .map_err(|error| trouble(&path, &raw, error.valid_up_to(), "it is not UTF-8"))?;
        let bad = |error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            trouble(&path, &raw, at, error.message())
        };
        let head: Head = toml::from_str(text).map_err(bad)?;
        let Some(version) = head.version else { return READERS[0](text).map_err(bad) };
        let at = version.span().start;
        let number = version.into_inner().as_integer().and_then(|version| usize::try_from(version).ok());
        let Some(before) = number.and_then(|version| version.checked_sub(1)) else {
            return Err(trouble(&path, &raw, at, "`version` is a number from 1 on"));
        };
        match READERS.get(before) {
            Some(read) => read(text).map_err(bad),
            None => Err(trouble(&path, &raw, at, "this `version` is for a newer sagescope")),
        }
    }

    /// The marks of a file of which something else is not understood: what tells accounts apart is
    /// shown as far as it can be. Nothing may be written then, whatever they say.
    #[must_use]
    pub fn marks_as_far_as_understood(folders: &Folders) -> BTreeMap<String, Mark> {
        let raw = plain_file::read(&folders.config.join("config.toml"), Links::Followed, MOST);
        let raw = raw.ok().and_then(|raw| String::from_utf8(raw).ok()).unwrap_or_default();
        let table: toml::Table = toml::from_str(&raw).unwrap_or_default();
        let Some(profiles) = table.get("profiles").and_then(toml::Value::as_table) else {
            return BTreeMap::new();
        };
        let one = |settings: &toml::Value| -> ProfileSettings {
            let mut good = toml::Table::new();
            for (name, value) in settings.as_table().into_iter().flatten() {
                let alone = toml::Table::from_iter([(name.clone(), value.clone())]);
                if alone.try_into::<ProfileSettings>().is_ok() {
                    good.insert(name.clone(), value.clone());
                }
            }
            good.try_into().unwrap_or_default()
        };
        let profiles = profiles.iter().map(|(name, settings)| (name.clone(), one(settings))).collect();
        Self { profiles }.marks()
    }

    /// The profiles with which nothing may be written; `default` is meant where none is named.
    #[must_use]
    pub fn read_only_profiles(&self) -> BTreeSet<String> {
        let read_only = self.profiles.iter().filter(|(_, of)| of.read_only);
        read_only.map(|(name, _)| name.clone()).collect()
    }

    /// How the profiles are marked.
    #[must_use]
    pub fn marks(&self) -> BTreeMap<String, Mark> {
        let mark =
            |of: &ProfileSettings| Mark { word: of.word.clone(), colour: of.colour, read_only: of.read_only };
        self.profiles.iter().map(|(name, of)| (name.clone(), mark(of))).collect()
    }
}

fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Text>, D::Error> {
    let word = Text::clean(String::deserialize(from)?.trim());
    if word.is_empty() || word.as_str().chars().count() > LONGEST_WORD {
        return Err(D::Error::custom(format!("`word` has 1 to {LONGEST_WORD} characters")));
    }
    Ok(Some(word))
}

fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Colour>, D::Error> {
    let given = String::deserialize(from)?;
    let found = Colour::ALL.iter().find(|(name, _)| given.eq_ignore_ascii_case(name));
    let names = Colour::ALL.map(|(name, _)| name).join(", ");
    found
        .map(|(_, colour)| Some(*colour))
        .ok_or_else(|| D::Error::custom(format!("`colour` is one of {names}")))
}

/// Whether there is no settings file. A link that leads nowhere is not the same: what it led to may
/// have said that a profile is read-only.
fn is_missing(error: &io::Error, path: &Path, folder: &Path) -> bool {
    let leads_nowhere = |path: &Path| path.is_symlink() && fs::metadata(path).is_err();
    error.kind() == ErrorKind::NotFound && !leads_nowhere(path) && !leads_nowhere(folder)
}

fn trouble(path: &Path, raw: &[u8], at: usize, what: &str) -> Trouble {
    let line = 1 + raw.iter().take(at).filter(|byte| **byte == b'\n').count();
    Trouble::new(&format!(
        "The settings in {}, line {line}, are not understood: {what}; correct them and start again, \
         until then everything is read-only.",
        path.display()
    ))
}
