//! The nouns of SageMaker images, free of the SDK, the terminal and the clock.

mod arn;
mod change;
mod denied;
mod draft;
mod entry;
mod failure;
mod field;
mod image;
mod name;
mod place;
mod status;
mod text;
mod update;

pub use arn::RoleArn;
pub use change::Change;
pub use denied::Denied;
pub use draft::Draft;
pub use entry::{Entry, EntryId, Verdict};
pub use failure::{Failure, FailureClass};
pub use field::{Field, Problem};
pub use image::Image;
pub use name::{BadName, ImageName};
pub use place::{Location, Mode, PlaceKey};
pub use status::ImageStatus;
pub use text::{Text, is_line_break};
pub use update::Update;
