//! What belongs to the images that are made by number.

use std::time::Duration;

use super::{
    catalogue_image::CatalogueImage,
    catalogue_version::CatalogueVersion,
    dice::Dice,
    generated::{self, Traits},
};
use crate::emulator::{
    rules::words,
    store::{Arns, ImageContents, ImageStatus, StoredImage},
};

const PYTHONS: [&str; 4] = ["Python 3.9", "Python 3.10", "Python 3.11", "Python 3.12"];
const NOTES: [&str; 6] = [
    "Security updates only.",
    "Rebuilt on the new base image.",
    "Smaller by a third: the compilers are gone.",
    "Libraries as of the team's lock file.",
    "Candidate for the next release.",
    "Notebooks start without a network.",
];
const CLASSES: [&str; 4] = ["public", "internal", "confidential", ""];

/// What belongs to a made image: always the same, whatever has been changed of the image itself.
pub(in crate::emulator) fn contents(stored: &StoredImage, arns: &Arns) -> ImageContents {
    let Some(number) = stored.made else { return ImageContents::default() };
    let mut image = filled(usize::try_from(number.get() - 1).unwrap_or_default());
    // The moment that the ages count from: an image is created once.
    let start = stored.created.plus(image.created_ago);
    image.take_contents(arns, start).unwrap_or_default()
}

/// The made image of this number with its versions and tags.
fn filled(number: usize) -> CatalogueImage {
    let mut image = generated::image(number);
    let (traits, mut dice) = (Traits::of(number), Dice::others_of(number));
    if !matches!(image.status, ImageStatus::Creating | ImageStatus::CreateFailed) {
        image.versions = versions(&traits, image.created_ago, &mut dice);
    }
    let mut tag = |key: &str, value: String| image.tags.insert(key.to_owned(), value);
    tag("team", traits.team.to_owned());
    tag("cost-center", (1000 + dice.below(9000)).to_string());
    if dice.below(3) == 0 {
        tag("data-classification", dice.pick(&CLASSES).to_owned());
    }
    image
}

/// One to six versions, evenly over the life of an image of this age.
fn versions(traits: &Traits, age: Duration, dice: &mut Dice) -> Vec<CatalogueVersion> {
    let count = 1 + u32::try_from(dice.below(6)).unwrap_or_default();
    let born = |number: u32| age * (count + 1 - number) / (count + 1);
    let mut versions: Vec<_> =
        (1..=count).map(|number| version(traits, number, born(number), dice)).collect();
    let is_made = |version: &CatalogueVersion| version.status == ImageStatus::Created;
    let made: Vec<usize> = (0..versions.len()).filter(|at| is_made(&versions[*at])).collect();
    // The newest is on trial, and the one before it, if there is one, is in use.
    for (alias, holder) in [("latest", made.last()), ("stable", made.get(made.len().saturating_sub(2)))] {
        if let Some(holder) = holder.and_then(|at| versions.get_mut(*at)) {
            holder.aliases.push(alias.to_owned());
        }
    }
    versions
}

fn version(traits: &Traits, number: u32, age: Duration, dice: &mut Dice) -> CatalogueVersion {
    let Traits { team, framework, major, minor, processor, .. } = traits;
    let has_failed = dice.below(12) == 0;
    let reason = "The role's policy does not allow the action ecr:BatchGetImage on the repository.";
    let age_in_millis = u64::try_from(age.as_millis()).unwrap_or_default();
    CatalogueVersion {
        number,
        status: if has_failed { ImageStatus::CreateFailed } else { ImageStatus::Created },
        failure_reason: has_failed.then(|| reason.to_owned()),
        base_image: format!("{team}/{framework}:{major}.{minor}.{number}-{processor}"),
        vendor_guidance: (dice.below(3) > 0).then(|| dice.pick(&words::VENDOR_GUIDANCE).to_owned()),
        job_type: Some(dice.pick(&words::JOB_TYPE).to_owned()),
        ml_framework: traits.ml_framework(),
        programming_lang: Some(dice.pick(&PYTHONS).to_owned()),
        processor: Some(processor.to_uppercase()),
        horovod: (dice.below(4) == 0).then(|| dice.below(2) == 0),
        release_notes: (dice.below(3) > 0).then(|| dice.pick(&NOTES).to_owned()),
        aliases: Vec::new(),
        created_ago: age,
        modified_ago: Duration::from_millis(dice.below(age_in_millis + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_made_images_obeys_the_services_own_rules() {
        for number in 0..2_000 {
            let image = filled(number);
            assert_eq!(image.broken_rules(), Vec::<String>::new(), "{}", image.name);
            assert_eq!(image, filled(number));
        }
    }

    #[test]
    fn what_belongs_to_made_images_is_of_many_kinds() {
        let images: Vec<CatalogueImage> = (0..2_000).map(filled).collect();
        let versions: Vec<&CatalogueVersion> = images.iter().flat_map(|image| &image.versions).collect();
        assert!(images.iter().any(|image| image.versions.is_empty()));
        assert!(images.iter().any(|image| image.versions.len() == 6));
        assert!(images.iter().any(|image| image.tags.values().any(String::is_empty)));
        assert!(versions.iter().any(|version| version.status == ImageStatus::CreateFailed));
        assert!(versions.iter().any(|version| version.aliases == ["latest", "stable"]));
        assert!(versions.iter().any(|version| version.aliases == ["stable"]));
        assert!(versions.iter().any(|version| version.release_notes.is_none()));
    }
}
