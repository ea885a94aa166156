//! Where what is on the screen leads to. In the demo nothing leads anywhere: none of it is in a real console.

use std::sync::Arc;

use crate::app::App;
use crate::domain::{ImageName, RoleArn};
use crate::export;

impl App {
    /// The page of an image in the console, for its ARN and for those of its versions.
    #[must_use]
    pub fn link_of_image(&self, image: &ImageName) -> Option<Arc<str>> {
        if self.mode.demo {
            return None;
        }
        self.console_address(image).map(Into::into)
    }

    /// The page of a role in the console.
    #[must_use]
    pub fn link_of_role(&self, role: &RoleArn) -> Option<Arc<str>> {
        if self.mode.demo {
            return None;
        }
        export::role_address(role).map(Into::into)
    }
}
