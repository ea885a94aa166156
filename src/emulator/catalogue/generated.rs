//! Images made by number, as many as are wanted.

use std::{num::NonZeroU32, time::Duration};

use super::{catalogue_image::CatalogueImage, dice::Dice};
use crate::emulator::store::ImageStatus;

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

/// What a made image is for.
pub(super) struct Traits {
    pub(super) team: &'static str,
    pub(super) framework: &'static str,
    title: &'static str,
    pub(super) major: u64,
    pub(super) minor: u64,
    pub(super) processor: &'static str,
}

impl Traits {
    /// Those of the made image of this number.
    pub(super) fn of(number: usize) -> Self {
        Self::thrown(&mut Dice::of(number))
    }

    fn thrown(dice: &mut Dice) -> Self {
        let team = dice.pick(&TEAMS);
        let (framework, title) = dice.pick(&FRAMEWORKS);
        let (major, minor) = (1 + dice.below(3), dice.below(20));
        let processor = dice.pick(&["cpu", "gpu"]);
        Self { team, framework, title, major, minor, processor }
    }

    /// `MLFramework`, where the service takes a name such as this.
    pub(super) fn ml_framework(&self) -> Option<String> {
        let is_taken = self.title.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_taken.then(|| format!("{} {}.{}", self.title, self.major, self.minor))
    }
}

/// The made image of this number, always the same one. Its name ends in the number, so it is the only one.
pub(super) fn image(number: usize) -> CatalogueImage {
    let mut dice = Dice::of(number);
    let Traits { team, framework, title, major, minor, processor } = Traits::thrown(&mut dice);
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
