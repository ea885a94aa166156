//! The nouns of SageMaker images and of what uses them, free of the SDK, the terminal and the clock.

mod arn;
mod auto_refresh;
mod column;
mod command_history;
mod denied;
mod failure;
mod hyperlinks;
mod images;
mod instant;
pub mod invisible;
mod list_share;
mod log_in;
mod mark;
mod nearest;
mod notify;
pub mod operation;
mod places;
mod raw_body;
mod role_arn;
mod setting;
mod sort;
mod studio;
mod text;
mod text_block;
mod withheld;

pub use arn::{ArnParts, is_account};
pub use auto_refresh::AutoRefresh;
pub use column::Column;
pub use command_history::{CommandHistory, CommandUse};
pub use denied::Denied;
pub use failure::{Failure, FailureClass};
pub use hyperlinks::Hyperlinks;
pub use images::{
    AliasMap, BadName, Image, ImageArn, ImageHome, ImageName, ImageReference, ImageStatus, ImageVersion, Pin,
    ReferredImage, TagSet,
};
pub use instant::whole_microseconds;
pub use list_share::ListShare;
pub use log_in::{Code, LogIn};
pub use mark::{Colour, Mark};
pub use nearest::{did_you_mean, nearest};
pub use notify::Notify;
pub use places::{
    Aim, AwsSetup, ConfigFile, Found, KeySource, Location, Mode, Partition, PlaceId, PlaceKey, Profile,
    Recent, Variable, check_region,
};
pub use raw_body::RawBody;
pub use role_arn::RoleArn;
pub use setting::{Named, Setting};
pub use sort::{Sort, Sorts};
pub use studio::{
    AppOwner, DomainId, Holder, HolderKind, ImageRole, ImageUse, SettingsOf, Space, SpaceKey, StudioApp,
    StudioAppKey, StudioDomain, StudioStatus, UserProfile, UserProfileKey,
};
pub use text::{Text, is_line_break, unfit};
pub use text_block::{TextBlock, TextPacker};
pub use withheld::Withheld;
