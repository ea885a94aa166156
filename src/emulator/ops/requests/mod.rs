//! How requests are read: what several operations ask for in the same way.

mod list_query;
mod named_version;
mod operation_input;
mod pagination_token;
mod paging;
mod sort_words;
mod tagged_image;
mod time_span;
mod version_query;

pub(super) use list_query::ListQuery;
pub(super) use named_version::{NamedVersion, VersionChoice};
pub(in crate::emulator) use operation_input::OperationInput;
pub(super) use pagination_token::fingerprint;
pub(super) use paging::{Page, Paging};
pub(super) use sort_words::meaning;
pub(super) use tagged_image::tagged_image;
pub(super) use version_query::VersionQuery;
