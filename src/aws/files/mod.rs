//! The shared configuration files, read as the AWS CLI reads them, so that every fault can be told and
//! none spoils the rest.
//!
//! The SDK's own reader knows neither indented sections nor most names, fails at the first bad line, and
//! takes a file that it can't read for an empty one. Here each section stands for itself; the SDK gets the
//! chosen profile alone, under a name of ours, and without its keys.
//!
//! ```text
//! origin ─► shared_file ─► reader (line, heading) ─► section ─► table ─► SharedFiles ─► for_sdk
//!                                                                          └─► plan (own, sso), survey
//! ```

mod for_sdk;
mod heading;
mod key_plan;
mod key_source;
mod line;
mod origin;
mod own;
mod plan_error;
mod reader;
mod section;
mod shared_file;
mod shared_files;
mod spot;
mod sso;
mod survey;
mod table;
#[cfg(test)]
mod tests;
mod trouble;
pub(super) mod words;

pub(super) use for_sdk::NAME as SDK_NAME;
pub(super) use key_plan::{KeyPlan, Role};
pub(super) use own::{EnvironmentToken, OwnKeys, StaticKeys, WebIdentity};
pub(super) use shared_files::{DEFAULT_PROFILE, SharedFiles};
pub(super) use sso::SsoSettings;
pub(super) use survey::aws_setup;
