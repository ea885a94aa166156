//! The aliases of an image: which name stands for which version. An alias is an entry whose value is the
//! number of the version that holds it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::domain::{AliasMap, ImageName, Text};
use crate::edit::command::{Argument, Given};
use crate::edit::{
    AliasMoves, Change, Changes, Clearing, Difference, Entries, Evidence, FieldKey, Outcome, Problem, Shape,
    Word,
};

/// What aliases are (`API_UpdateImageVersion`, `SageMakerImageVersionAlias`).
pub static ENTRIES: Entries = Entries {
    noun: "alias",
    nouns: "aliases",
    name: Word { label: "Alias", shape: Shape::Line { least: 1, most: 128 }, rule: name_problem },
    value: Word { label: "Version", shape: Shape::Line { least: 1, most: 10 }, rule: number_problem },
    clearing: Clearing::Can,
    most: None,
};

/// The service's rule: `(?!^[.-])^([a-zA-Z0-9-_.]+)`.
fn name_problem(value: &str) -> Option<Problem> {
    if value.starts_with(['.', '-']) {
        return Some(Problem("can't begin with a dot or a hyphen".into()));
    }
    let odd = value.chars().find(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.'))?;
    Some(Problem(format!("can contain only letters, digits and - _ . , not {odd:?}")))
}

fn number_problem(value: &str) -> Option<Problem> {
    let is_number = value.parse::<u32>().is_ok_and(|number| number.to_string() == value);
    (!is_number).then(|| Problem("must be a version number".into()))
}

/// The aliases that were read of an image, with the numbers as a form shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aliases {
    map: AliasMap,
    /// The numbers of the versions that hold aliases, as text.
    numbers: BTreeMap<u32, String>,
}

impl From<AliasMap> for Aliases {
    fn from(map: AliasMap) -> Self {
        let numbers = map.holders.values().map(|number| (*number, number.to_string())).collect();
        Self { map, numbers }
    }
}

impl Aliases {
    /// What was read.
    #[must_use]
    pub fn map(&self) -> &AliasMap {
        &self.map
    }

    /// The number of the version that holds an alias.
    #[must_use]
    pub fn value(&self, key: &FieldKey) -> Option<&str> {
        let holder = self.map.holders.get(key.entry_name()?)?;
        self.numbers.get(holder).map(String::as_str)
    }

    /// Gives an alias to another version, or to none.
    pub fn set(&mut self, key: &FieldKey, value: Option<&str>) {
        let Some(name) = key.entry_name().map(Text::clean) else { return };
        let mut map = self.map.clone();
        match value.and_then(|value| value.parse().ok()) {
            Some(number) => drop(map.holders.insert(name, number)),
            None => drop(map.holders.remove(&name)),
        }
        *self = map.into();
    }

    /// Whether it is known of the alias of that key who holds it, or that nobody does.
    #[must_use]
    pub fn knows(&self, key: &FieldKey) -> bool {
        key.entry_name().is_some_and(|name| self.map.knows(name))
    }

    /// What is wrong with a version as the holder of an alias: it does not exist.
    #[must_use]
    pub fn problem(&self, value: &str) -> Option<Problem> {
        let number: u32 = value.parse().ok()?;
        let newest = self.map.versions.last()?;
        let words = || format!("there is no version {number}; the newest is {newest}");
        (!self.map.versions.contains(&number)).then(|| Problem(words()))
    }
}

/// What the mapping, read back, says of a step, where these of the aliases that it changes are not as they
/// should be.
#[must_use]
pub fn judge(differences: Vec<Difference>, evidence: &Evidence) -> Option<Outcome> {
    if differences.is_empty() { Some(Outcome::Verified) } else { super::unmoved(differences, evidence) }
}

/// The calls that make these changes, in order: one for each version that gets or loses an alias. Where
/// the service does not move an alias from one version to another, it is taken away there first.
#[must_use]
pub fn calls(base: &Aliases, changes: &Changes, moves: AliasMoves) -> Vec<UpdateAliases> {
    let mut calls: Vec<UpdateAliases> = Vec::new();
    let mut apart = Vec::new();
    for (key, change) in changes.all() {
        let holder = base.value(key).and_then(|held| held.parse().ok());
        let to = match change {
            Change::Keep => continue,
            Change::Set(value) => value.parse().ok(),
            Change::Clear => None,
        };
        match (holder, to, moves) {
            (Some(from), Some(to), AliasMoves::InTwo) => apart.push((from, to, key.clone(), change.clone())),
            (holder, to, _) => {
                let Some(version) = to.or(holder) else { continue };
                add(&mut calls, base, version, key, change.clone());
            }
        }
    }
    // Those two stand side by side, so that the time in which nobody holds the name is short.
    apart.sort_by_key(|(from, to, ..)| (*from, *to));
    for pair in apart.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let mut both = [Vec::new(), Vec::new()];
        for (from, to, key, change) in pair {
            add(&mut both[0], base, *from, key, Change::Clear);
            add(&mut both[1], base, *to, key, change.clone());
        }
        calls.extend(both.into_iter().flatten());
    }
    calls
}

fn add(calls: &mut Vec<UpdateAliases>, base: &Aliases, version: u32, key: &FieldKey, change: Change<String>) {
    if let Some(call) = calls.iter_mut().find(|call| call.version == version) {
        return call.changes.set(key.clone(), change);
    }
    let changes = [(key.clone(), change)].into();
    calls.push(UpdateAliases { image: base.map.image.clone(), version, changes });
}

/// UpdateImageVersion, for the aliases of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateAliases {
    /// `ImageName`.
    pub image: ImageName,
    /// `Version`: which gets aliases, and loses some.
    pub version: u32,
    /// What is to happen to the aliases: each is set to this version, or cleared.
    pub changes: Changes,
}

impl UpdateAliases {
    /// `AliasesToAdd`.
    pub fn added(&self) -> impl Iterator<Item = &str> + '_ {
        self.changes.all().filter(|(_, change)| matches!(change, Change::Set(_))).filter_map(name)
    }

    /// `AliasesToDelete`.
    pub fn deleted(&self) -> impl Iterator<Item = &str> + '_ {
        self.changes.all().filter(|(_, change)| matches!(change, Change::Clear)).filter_map(name)
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("ImageName".into(), json!(self.image.as_str()));
        body.insert("Version".into(), json!(self.version));
        for (member, _, names) in self.lists() {
            body.insert(member.into(), json!(names));
        }
        Value::Object(body)
    }

    /// The arguments of `aws sagemaker update-image-version`.
    #[must_use]
    pub(in crate::edit) fn to_arguments(&self) -> Vec<Argument> {
        let mut arguments = super::image_and_version(&self.image, self.version);
        let lists = self.lists();
        arguments.extend(
            lists.into_iter().map(|(_, option, names)| Argument { option, value: Given::Words(names) }),
        );
        arguments
    }

    /// The lists that are not empty: what each is as a member, as an option, and its names.
    fn lists(&self) -> Vec<(&'static str, &'static str, Vec<String>)> {
        let added: Vec<_> = self.added().map(str::to_owned).collect();
        let deleted: Vec<_> = self.deleted().map(str::to_owned).collect();
        let all = [
            ("AliasesToAdd", "--aliases-to-add", added),
            ("AliasesToDelete", "--aliases-to-delete", deleted),
        ];
        all.into_iter().filter(|(.., names)| !names.is_empty()).collect()
    }
}

fn name<'a>((key, _): (&'a FieldKey, &Change<String>)) -> Option<&'a str> {
    key.entry_name()
}
