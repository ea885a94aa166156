//! What someone else changes just before a request is done.

use serde_json::{Map, Value};
use tokio::time::Instant;

use super::requests::OperationInput;
use crate::emulator::store::{Account, Edit, ImageContents, StudioKind, VersionEdit};

/// The alias that someone else moves, and the tag that someone else sets.
const MARK: &str = "edited-by-someone-else";

/// What the fault `foreign-edit` changes just before an operation is done: what the operation reads or writes, each time
/// to something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ForeignEdit {
    /// Nothing: the operation is about nothing that could be edited.
    Nothing,
    /// The description of the image.
    Description,
    /// The release notes of the version that the request names, or of the latest.
    ReleaseNotes,
    /// The alias `edited-by-someone-else` goes to a version that does not hold it, if there is one: the latest, or the one
    /// before.
    Alias,
    /// The tag `edited-by-someone-else` gets a new value.
    Tag,
    /// A thing of Studio that the request names: where a domain or user profile leads after the log-in, how a space is
    /// called, where a config mounts the home folder.
    InStudio(StudioKind),
}

impl ForeignEdit {
    /// Makes the edit, as far as what the request names exists.
    pub(super) fn make(self, account: &Account, input: OperationInput) {
        let image = input.text("ImageName");
        let number = account.count_foreign_edit();
        let words = format!("Edited by someone else ({number})");
        match self {
            Self::Nothing => {}
            Self::Description => {
                account.edit(image, Edit::description(words));
            }
            Self::ReleaseNotes => change(account, image, |contents| {
                let now = account.clock.at(Instant::now());
                if let Some(version) = version(contents, input) {
                    contents.amend(version, now, VersionEdit::release_notes(words));
                }
            }),
            Self::Alias => change(account, image, |contents| {
                let held_by = contents.aliases.get(MARK).copied();
                let other = contents.versions.keys().rev().find(|number| Some(**number) != held_by).copied();
                contents.aliases.extend(other.map(|number| (MARK.into(), number)));
            }),
            Self::Tag => {
                let image = account.arns.image_of(input.text("ResourceArn")).unwrap_or_default();
                change(account, image, |contents| {
                    contents.tags.insert(MARK.into(), number.to_string().into());
                });
            }
            Self::InStudio(kind) => {
                let now = account.clock.at(Instant::now());
                account.studio().amend(input.in_studio(kind), now, |record| {
                    edit_in_studio(&mut record.members, kind, &words, number);
                });
            }
        }
    }
}

fn change(account: &Account, image: &str, edit: impl FnOnce(&mut ImageContents)) {
    account.images().contents_mut(image, &account.arns).map(edit);
}

/// App image configs hold no text that is free; nobody can edit an app.
fn edit_in_studio(members: &mut Map<String, Value>, kind: StudioKind, words: &str, number: u64) {
    match kind {
        StudioKind::Domain => set(members, &["DefaultUserSettings", "DefaultLandingUri"], words),
        StudioKind::UserProfile => set(members, &["UserSettings", "DefaultLandingUri"], words),
        StudioKind::Space => set(members, &["SpaceDisplayName"], words),
        StudioKind::AppImageConfig => {
            let place = ["CodeEditorAppImageConfig", "FileSystemConfig", "MountPath"];
            set(members, &place, &format!("/{MARK}-{number}"));
        }
        StudioKind::App => {}
    }
}

/// Sets a text at a place among members; what is on the way to it is made.
fn set(members: &mut Map<String, Value>, place: &[&str], text: &str) {
    match place {
        [] => {}
        [member] => drop(members.insert((*member).to_owned(), text.into())),
        [member, rest @ ..] => {
            let inside = members.entry(*member).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inside) = inside {
                set(inside, rest, text);
            }
        }
    }
}

/// The number of the version that the request names.
fn version(contents: &ImageContents, input: OperationInput) -> Option<u32> {
    let number = input.body.get("Version").and_then(Value::as_u64);
    match input.body.get("Alias").and_then(Value::as_str) {
        Some(alias) => contents.aliases.get(alias).copied(),
        None => number.map_or_else(|| contents.latest(), |number| u32::try_from(number).ok()),
    }
}
