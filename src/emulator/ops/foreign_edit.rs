//! What somebody else changes just before a request is done.

use serde_json::Value;
use tokio::time::Instant;

use super::requests::OperationInput;
use crate::emulator::store::{Account, Edit, ImageContents, VersionEdit};

/// The alias that somebody else moves, and the tag that somebody else sets.
const MARK: &str = "edited-by-somebody-else";

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
    /// The alias `edited-by-somebody-else` goes to a version that does not hold it, if there is one: the latest, or the one
    /// before.
    Alias,
    /// The tag `edited-by-somebody-else` gets a new value.
    Tag,
}

impl ForeignEdit {
    /// Makes the edit, as far as what the request names exists.
    pub(super) fn make(self, account: &Account, input: OperationInput) {
        let image = input.text("ImageName");
        let number = account.count_foreign_edit();
        let words = format!("Edited by somebody else ({number})");
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
        }
    }
}

fn change(account: &Account, image: &str, edit: impl FnOnce(&mut ImageContents)) {
    account.images().contents_mut(image, &account.arns).map(edit);
}

/// The number of the version that the request names.
fn version(contents: &ImageContents, input: OperationInput) -> Option<u32> {
    let number = input.body.get("Version").and_then(Value::as_u64);
    match input.body.get("Alias").and_then(Value::as_str) {
        Some(alias) => contents.aliases.get(alias).copied(),
        None => number.map_or_else(|| contents.latest(), |number| u32::try_from(number).ok()),
    }
}
