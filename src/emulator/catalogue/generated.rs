//! Images made by number, as many as are wanted.

use std::{num::NonZeroU32, time::Duration};

use super::catalogue_image::CatalogueImage;
use crate::emulator::store::{Arns, ImageContents, ImageStatus, StoredImage};

const TEAMS: [&str; 12] = [
    "vision", "nlp", "search", "ads", "fraud", "pricing", "speech", "maps", "growth", "risk", "robotics",
    "genomics",
];
const FRAMEWORKS: [(&str, &str); 8] = [
    ("pytorch", "PyTorch"),
    ("tensorflow", "TensorFlow"),
    ("jax", "JAX"),
    ("huggingface", "Hugging Face"),
    ("sklearn", "scikit-learn"),
    ("xgboost", "XGBoost"),
    ("triton", "Triton"),
    ("r-base", "R"),
];
const STAGES: [&str; 5] = ["dev", "staging", "prod", "nightly", "lts"];
const ROLES: [&str; 4] =
    ["SageMakerExecution", "service-role/AmazonSageMaker-ImageBuild", "ml/ImagePublisher", "ResearchImages"];

/// Three years, the longest age of a made image, in milliseconds.
const OLDEST: u64 = 3 * 365 * 86_400_000;

/// The made image of this number, always the same one. Its name ends in the number, so it is the only one.
pub(super) fn image(number: usize) -> CatalogueImage {
    let mut dice = Dice::of(number);
    let team = dice.pick(&TEAMS);
    let (framework, title) = dice.pick(&FRAMEWORKS);
    let (major, minor) = (1 + dice.below(3), dice.below(20));
    let processor = dice.pick(&["cpu", "gpu"]);
    let stage = dice.pick(&STAGES);
    let has_display_name = dice.below(5) > 0;
    let has_description = dice.below(4) > 0;
    let has_role = dice.below(10) > 0;
    let role = dice.pick(&ROLES);
    let created = dice.below(OLDEST);
    let modified = dice.below(created + 1);
    let (status, failure_reason) = fate(dice.below(100));
    CatalogueImage {
        name: format!("{team}-{framework}-{major}.{minor}-{processor}-{number:05}"),
        display_name: has_display_name
            .then(|| format!("{title} {major}.{minor} for {team} ({})", processor.to_uppercase())),
        description: has_description.then(|| {
            format!("{title} {major}.{minor} with the {team} team's libraries, {stage} line, build {number} for {processor}.")
        }),
        role: has_role.then(|| role.to_owned()),
        status,
        failure_reason: failure_reason.map(str::to_owned),
        created_ago: Duration::from_millis(created),
        modified_ago: Duration::from_millis(modified),
        made: u32::try_from(number + 1).ok().and_then(NonZeroU32::new),
        ..CatalogueImage::default()
    }
}

/// What belongs to a made image, always the same.
pub(in crate::emulator) fn contents(_image: &StoredImage, _arns: &Arns) -> ImageContents {
    ImageContents::default()
}

/// A few images of a hundred are not at rest.
fn fate(percent: u64) -> (ImageStatus, Option<&'static str>) {
    match percent {
        0 => (ImageStatus::Creating, None),
        1 => (ImageStatus::Updating, None),
        2 => (ImageStatus::UpdateFailed, Some("The execution role could not be assumed by SageMaker.")),
        3 => (ImageStatus::CreateFailed, Some("The execution role does not exist.")),
        _ => (ImageStatus::Created, None),
    }
}

/// A small generator of even numbers (splitmix64), the same for the same seed.
struct Dice(u64);

impl Dice {
    fn of(number: usize) -> Self {
        Self(u64::try_from(number).unwrap_or_default())
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }

    fn pick<T: Copy, const N: usize>(&mut self, things: &[T; N]) -> T {
        let count = u64::try_from(N).unwrap_or(1);
        things[usize::try_from(self.below(count)).unwrap_or_default()]
    }
}
