//! Where the person has been lately.

use serde::{Deserialize, Serialize};

use super::versioned::{Format, to_line};
use crate::domain::{Recent, Text};

/// How each version is read.
pub const RECENT: Format<Recent> = Format(&[|raw| serde_json::from_slice::<RecentV1>(raw).map(Recent::from)]);

/// `recent` in the oldest version that can hold it.
pub fn recent_to_line(recent: &Recent) -> serde_json::Result<Vec<u8>> {
    let Recent { profiles, regions } = recent.clone();
    to_line(1, &RecentV1 { profiles, regions })
}

/// The latest first.
#[derive(Serialize, Deserialize)]
struct RecentV1 {
    #[serde(default)]
    profiles: Vec<Text>,
    #[serde(default)]
    regions: Vec<Text>,
}

impl From<RecentV1> for Recent {
    fn from(recent: RecentV1) -> Self {
        Self { profiles: recent.profiles, regions: recent.regions }
    }
}
