//! Which theme the person picked.

use serde::{Deserialize, Serialize};

use super::versioned::{Format, to_line};
use crate::domain::Text;

/// How each version is read.
pub const THEME: Format<Text> = Format(&[|raw| {
    let read: ThemeV1 = serde_json::from_slice(raw)?;
    Ok(Text::clean(&read.name))
}]);

/// `name` in the oldest version that can hold it.
pub fn theme_to_line(name: &Text) -> serde_json::Result<Vec<u8>> {
    to_line(1, &ThemeV1 { name: name.to_string() })
}

#[derive(Serialize, Deserialize)]
struct ThemeV1 {
    name: String,
}
