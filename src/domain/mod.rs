//! The nouns of SageMaker images and of what uses them, free of the SDK, the terminal and the clock.

mod alias_map;
mod arn;
mod auto_refresh;
mod aws_setup;
mod command_history;
mod denied;
mod failure;
mod image;
mod image_arn;
mod image_reference;
mod image_version;
mod instant;
pub mod invisible;
mod list_share;
mod log_in;
mod mark;
mod name;
mod nearest;
pub mod operation;
mod partition;
mod place;
mod profile;
mod raw_body;
mod recent;
mod region;
mod role_arn;
mod sort;
mod status;
mod studio;
mod tag_set;
mod text;
mod withheld;

pub use alias_map::AliasMap;
pub use arn::{ArnParts, is_account};
pub use auto_refresh::AutoRefresh;
pub use aws_setup::{AwsSetup, ConfigFile, Found, Variable};
pub use command_history::{CommandHistory, CommandUse};
pub use denied::Denied;
pub use failure::{Failure, FailureClass};
pub use image::Image;
pub use image_arn::{ImageArn, ImageHome};
pub use image_reference::{ImageReference, Pin, ReferredImage};
pub use image_version::ImageVersion;
pub use instant::whole_microseconds;
pub use list_share::ListShare;
pub use log_in::{Code, LogIn};
pub use mark::{Colour, Mark};
pub use name::{BadName, ImageName};
pub use nearest::{did_you_mean, nearest};
pub use partition::Partition;
pub use place::{Aim, Location, Mode, PlaceId, PlaceKey};
pub use profile::{KeySource, Profile};
pub use raw_body::RawBody;
pub use recent::Recent;
pub use region::check_region;
pub use role_arn::RoleArn;
pub use sort::{Column, Sort, Sorts};
pub use status::ImageStatus;
pub use studio::{
    AppOwner, DomainId, Holder, HolderKind, ImageRole, ImageUse, SettingsOf, Space, SpaceKey, StudioApp,
    StudioAppKey, StudioDomain, StudioStatus, UserProfile, UserProfileKey,
};
pub use tag_set::TagSet;
pub use text::{Text, is_line_break};
pub use withheld::Withheld;
