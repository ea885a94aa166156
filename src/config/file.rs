//! The file as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::profiles::Wrong;
use super::values::{Entry, entries};
use super::{Finding, ProfileSettings, keys, mouse, profiles, refresh, theme, word};
use crate::disk::Trouble;
use crate::domain::{AutoRefresh, Hyperlinks, Mark, Notify, Setting, nearest};
use crate::keys::Keymap;
use crate::plain_file::{self, Links};
use crate::theme::{ThemeSettings, Themes};

/// Most bytes of the file.
const MOST: u64 = 1024 * 1024;

/// The version of the format.
const VERSION: i64 = 1;

/// The sections, and the version.
pub const SECTIONS: [&str; 9] =
    ["version", "refresh", "mouse", "notify", "links", "theme", "themes", "profiles", "keys"];

/// What the file says, as far as it is understood.
#[derive(Debug, Clone)]
pub struct Config {
    /// What is set for each profile, by its name.
    pub profiles: BTreeMap<String, ProfileSettings>,
    /// How often what is shown is read again by itself, if that is set.
    pub refresh: Option<AutoRefresh>,
    /// Whether the mouse is used, if that is set.
    pub mouse: Option<bool>,
    /// What is set of the theme.
    pub theme: ThemeSettings,
    /// The themes that there are.
    pub themes: Arc<Themes>,
    /// How a person who looks elsewhere is told that a change has settled, if that is set.
    pub notify: Option<Setting<Notify>>,
    /// Whether the terminal is given links, if that is set.
    pub links: Option<Setting<Hyperlinks>>,
    /// The keys in force.
    pub keymap: Arc<Keymap>,
    /// What is wrong, from above to below.
    pub findings: Vec<Finding>,
    /// Whether it can't be judged what may be written. **Then the caller takes every profile as
    /// read-only**: a mistyped `read_only` must not allow a write.
    pub hides_what_may_be_written: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            profiles: BTreeMap::new(),
            refresh: None,
            mouse: None,
            theme: ThemeSettings::default(),
            themes: Arc::default(),
            notify: None,
            links: None,
            keymap: Arc::clone(Keymap::builtin()),
            findings: Vec::new(),
            hides_what_may_be_written: false,
        }
    }
}

impl Config {
    /// Reads the file. Where there is none, nothing is set.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        match plain_file::read(path, Links::Followed, MOST) {
            Ok(raw) => Self::judge(&raw),
            Err(error) if is_missing(&error, path) => Self::default(),
            Err(error) => {
                let words = Trouble::io("read the config file", path, &error).to_string();
                Self::unreadable(Finding::of_file(&words))
            }
        }
    }

    /// Judges what a file holds.
    #[must_use]
    pub fn judge(raw: &[u8]) -> Self {
        let text = match str::from_utf8(raw) {
            Ok(text) => text,
            Err(error) => {
                return Self::unreadable(Finding::at(raw, error.valid_up_to(), "not UTF-8"));
            }
        };
        let document = match DeTable::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let words = format!("not valid TOML: {}", error.message());
                return Self::unreadable(Finding::at(raw, at, &words));
            }
        };
        let mut config = Self::default();
        let (mut wrong, mut elsewhere): (Vec<Wrong>, Vec<Wrong>) = (Vec::new(), Vec::new());
        let mut is_newer = false;
        for entry in entries(document.get_ref()) {
            match entry.name {
                "version" => is_newer = !is_known_version(&entry, &mut wrong),
                "profiles" => config.profiles.extend(profiles::read(entry.value, &mut wrong)),
                "refresh" => config.refresh = refresh::read(entry.value, &mut elsewhere),
                "mouse" => config.mouse = mouse::read(entry.value, &mut elsewhere),
                // Below, once it is known which themes there are.
                "theme" | "themes" => {}
                "notify" => config.notify = word::read(&entry, &mut elsewhere),
                "links" => config.links = word::read(&entry, &mut elsewhere),
                "keys" => config.keymap = keys::read(entry.value, &mut elsewhere),
                _ => unknown(&entry, &mut wrong, &mut elsewhere),
            }
        }
        let mut themes = Themes::default();
        if let Some(section) = document.get_ref().get("themes") {
            theme::read_own(section, &mut themes, &mut elsewhere);
        }
        if let Some(section) = document.get_ref().get("theme") {
            config.theme = theme::read(section, &themes, &mut elsewhere);
        }
        config.themes = Arc::new(themes);
        if is_newer {
            // All else may mean something else there.
            wrong.truncate(1);
            elsewhere.clear();
            (config.refresh, config.mouse, config.keymap) = (None, None, Arc::clone(Keymap::builtin()));
            (config.notify, config.links) = (None, None);
            (config.theme, config.themes) = (ThemeSettings::default(), Arc::default());
        }
        config.hides_what_may_be_written = !wrong.is_empty();
        wrong.append(&mut elsewhere);
        wrong.sort();
        config.findings = wrong.iter().map(|(at, words)| Finding::at(raw, *at, words)).collect();
        config
    }

    /// The profiles with which nothing may be written; `default` is meant where none is named.
    #[must_use]
    pub fn read_only_profiles(&self) -> BTreeSet<String> {
        let read_only = self.profiles.iter().filter(|(_, of)| of.read_only);
        read_only.map(|(name, _)| name.clone()).collect()
    }

    /// How the profiles are marked: what tells accounts apart is shown as far as it is understood.
    #[must_use]
    pub fn marks(&self) -> BTreeMap<String, Mark> {
        let mark =
            |of: &ProfileSettings| Mark { word: of.word.clone(), colour: of.colour, read_only: of.read_only };
        self.profiles.iter().map(|(name, of)| (name.clone(), mark(of))).collect()
    }

    /// What the person is told who starts the program with the file at `path`, if something is wrong; it may
    /// have made the program read-only.
    #[must_use]
    pub fn complaint(&self, path: &Path, is_read_only: bool) -> Option<String> {
        let first = self.findings.first()?;
        let place =
            first.at.map(|(line, column)| format!("{}, line {line}, column {column}: ", path.display()));
        let more = match self.findings.len() - 1 {
            0 => String::new(),
            1 => format!(" 1 more problem: run `sagescope config check {}`.", path.display()),
            more => format!(" {more} more problems: run `sagescope config check {}`.", path.display()),
        };
        let then = if is_read_only {
            "Until that is fixed, everything is read-only."
        } else {
            "Until that is fixed, the defaults apply there."
        };
        let words = first.words.trim_end_matches(['.', '?']);
        let end = if first.words.ends_with('?') { "?" } else { "." };
        Some(format!("{}{words}{end}{more} {then}", place.unwrap_or_default()))
    }

    fn unreadable(finding: Finding) -> Self {
        Self { findings: vec![finding], hides_what_may_be_written: true, ..Self::default() }
    }
}

fn is_known_version(entry: &Entry<'_>, wrong: &mut Vec<Wrong>) -> bool {
    let number = match entry.value.get_ref() {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    };
    let words = match number {
        Some(VERSION) => return true,
        Some(number) if number > VERSION => "this “version” is for a newer sagescope",
        _ => "“version” must be a number from 1",
    };
    wrong.insert(0, (entry.value.span().start, words.to_owned()));
    false
}

/// A section that is unknown may be a mistyped `profiles`, unless it is most like another.
fn unknown(entry: &Entry<'_>, wrong: &mut Vec<Wrong>, elsewhere: &mut Vec<Wrong>) {
    let meant = nearest(entry.name, SECTIONS);
    let hint = meant.map(|name| format!("; did you mean “{name}”?")).unwrap_or_default();
    let finding = (entry.at.start, format!("there is no setting “{}”{hint}", entry.name));
    if meant.is_some_and(|name| name != "profiles" && name != "version") {
        elsewhere.push(finding);
    } else {
        wrong.push(finding);
    }
}

/// Whether there is no file. A link that leads nowhere is not the same: what it led to may have said
/// that a profile is read-only.
fn is_missing(error: &io::Error, path: &Path) -> bool {
    let leads_nowhere = |path: &Path| path.is_symlink() && fs::metadata(path).is_err();
    error.kind() == ErrorKind::NotFound && !leads_nowhere(path) && !path.parent().is_some_and(leads_nowhere)
}
