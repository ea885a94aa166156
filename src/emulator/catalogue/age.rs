//! Ages as catalogues write them: a number of days with or without a fraction.

use std::time::Duration;

use serde::{Deserialize, Deserializer, de::Error};

/// Reads an age.
pub(super) fn age<'de, D: Deserializer<'de>>(reader: D) -> Result<Duration, D::Error> {
    let days = f64::deserialize(reader)?;
    Duration::try_from_secs_f64(days * 86_400.0).map_err(D::Error::custom)
}

/// Reads an age that is there.
pub(super) fn age_if_any<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Duration>, D::Error> {
    age(reader).map(Some)
}
