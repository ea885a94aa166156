//! Accounts, regions and profiles: where images are looked at.

mod aws_setup;
mod partition;
mod place;
mod profile;
mod recent;
mod region;

pub use aws_setup::{AwsSetup, ConfigFile, Found, Variable};
pub use partition::Partition;
pub use place::{Aim, Location, Mode, PlaceId, PlaceKey};
pub use profile::{KeySource, Profile};
pub use recent::Recent;
pub use region::check_region;
