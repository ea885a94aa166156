//! One row of the list.

use crate::app::Usage;
use crate::domain::{Image, ImageStatus, Text};

use super::filter::{Filter, fold};

/// An image in the list.
#[derive(Debug, Clone)]
pub struct Row {
    /// What ListImages said of it; never the role.
    pub image: Image,
    /// Name and display name as the filter compares them.
    folded: Box<str>,
    /// The round of loading that brought it last.
    pub(super) round: u32,
}

impl Row {
    pub(super) fn new(image: Image, round: u32) -> Self {
        let display_name = image.display_name.as_ref().map_or("", Text::as_str);
        let folded = fold(&format!("{}\n{display_name}", image.name.as_str())).into();
        Self { image, folded, round }
    }

    pub(super) fn passes(&self, filter: &Filter, usage: &Usage) -> bool {
        let status = self.image.status.as_ref().map_or("", ImageStatus::word);
        let arn = self.image.arn.as_ref().map_or("", Text::as_str);
        filter.passes(&self.folded, status, arn, || usage.of(&self.image.name))
    }
}
