//! The nouns of SageMaker images, free of the SDK, the terminal and the clock.

mod arn;
mod aws_setup;
mod denied;
mod failure;
mod image;
pub mod invisible;
mod log_in;
mod mark;
mod name;
pub mod operation;
mod partition;
mod place;
mod profile;
mod recent;
mod region;
mod status;
mod text;
mod withheld;

pub use arn::RoleArn;
pub use aws_setup::{AwsSetup, ConfigFile, Found, Variable};
pub use denied::Denied;
pub use failure::{Failure, FailureClass};
pub use image::Image;
pub use log_in::{Code, LogIn};
pub use mark::{Colour, Mark};
pub use name::{BadName, ImageName};
pub use partition::Partition;
pub use place::{Aim, Location, Mode, PlaceId, PlaceKey};
pub use profile::{KeySource, Profile};
pub use recent::Recent;
pub use region::check_region;
pub use status::ImageStatus;
pub use text::{Text, is_line_break};
pub use withheld::Withheld;
