//! The kinds of things that can be edited, a file each: their fields, the calls that change them,
//! and what reading them back says of a change.

pub mod aliases;
pub mod image;
pub mod images;
pub mod tags;
pub mod version;

use crate::domain::ImageName;

use super::command::{Argument, Given};
use super::{Difference, Evidence, Outcome};

/// What is to be said where nothing shows that a step has changed anything yet, for a kind that has no
/// status to settle in.
fn unmoved(differences: Vec<Difference>, evidence: &Evidence) -> Option<Outcome> {
    match (evidence.is_late, evidence.is_unanswered) {
        (false, _) => None,
        (true, true) => Some(Outcome::NotApplied),
        (true, false) => Some(Outcome::Differs(differences)),
    }
}

/// The arguments of the AWS CLI that name a version. The CLI renames the member, since it has an option
/// `--version` of its own.
fn image_and_version(image: &ImageName, version: u32) -> Vec<Argument> {
    vec![
        Argument { option: "--image-name", value: Given::Name(image.as_str().to_owned()) },
        Argument { option: "--version-number", value: Given::Name(version.to_string()) },
    ]
}
