//! An image as the list has it.

use jiff::Timestamp;

use crate::domain::{Image, ImageName, ImageStatus, Text};

use super::pool::Pool;
use super::row::{PackedArn, Row};

/// What `ListImages` said of an image; never the role. Nothing is copied before it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct ListedImage<'a> {
    row: &'a Row,
    pool: &'a Pool,
}

impl<'a> ListedImage<'a> {
    pub(in crate::app::list) fn new(row: &'a Row, pool: &'a Pool) -> Self {
        Self { row, pool }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> ImageName {
        self.pool.block(self.row).name(&self.row.name_at())
    }

    /// The characters of its name.
    #[must_use]
    pub fn name_str(&self) -> &'a str {
        self.pool.block(self.row).characters(&self.row.name_at())
    }

    /// Its display name.
    #[must_use]
    pub fn display_name(&self) -> Option<&'a str> {
        Some(self.pool.block(self.row).characters(&self.row.display_name_at()?))
    }

    /// The display name, where it says more than the name.
    #[must_use]
    pub fn own_display_name(&self) -> Option<&'a str> {
        self.display_name().filter(|display_name| *display_name != self.name_str())
    }

    /// Its description.
    #[must_use]
    pub fn description(&self) -> Option<&'a str> {
        Some(self.pool.block(self.row).characters(&self.row.description_at()?))
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> Option<&'a ImageStatus> {
        self.pool.status(self.row)
    }

    /// When it was made.
    #[must_use]
    pub fn created(&self) -> Option<Timestamp> {
        self.row.created.get()
    }

    /// When it was changed.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        self.row.modified.get()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Option<Text> {
        match self.row.arn {
            PackedArn::None => None,
            PackedArn::Head(_) => {
                let head = self.pool.head(self.row).map_or("", Text::as_str);
                Some(Text::clean(&format!("{head}{}", self.name_str())))
            }
            PackedArn::Own(_) => Some(self.pool.block(self.row).text(&self.row.own_arn_at()?)),
        }
    }

    /// All of it.
    #[must_use]
    pub fn image(&self) -> Image {
        let block = self.pool.block(self.row);
        Image {
            name: self.name(),
            arn: self.arn(),
            display_name: self.row.display_name_at().map(|at| block.text(&at)),
            description: self.row.description_at().map(|at| block.text(&at)),
            role: None,
            status: self.status().cloned(),
            failure_reason: self.failure_reason(),
            created: self.created(),
            modified: self.modified(),
        }
    }

    /// Whether a list that tells of `image` tells nothing new.
    #[must_use]
    pub fn is(&self, image: &Image) -> bool {
        self.name_str() == image.name.as_str()
            && self.row.modified == image.modified.into()
            && self.row.created == image.created.into()
            && self.status() == image.status.as_ref()
            && self.display_name() == image.display_name.as_ref().map(Text::as_str)
            && self.description() == image.description.as_ref().map(Text::as_str)
            && self.failure_reason() == image.failure_reason
            && self.has_arn(image.arn.as_ref())
    }

    pub(in crate::app::list) fn row(&self) -> &'a Row {
        self.row
    }

    fn failure_reason(&self) -> Option<Text> {
        Some(self.pool.block(self.row).text(&self.row.failure_reason_at()?))
    }

    fn has_arn(&self, arn: Option<&Text>) -> bool {
        match (self.pool.head(self.row), arn) {
            (Some(head), Some(arn)) => {
                arn.as_str().strip_prefix(head.as_str()).is_some_and(|rest| rest == self.name_str())
            }
            (Some(_), None) => false,
            (None, arn) => self.arn().as_ref() == arn,
        }
    }
}
