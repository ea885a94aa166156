//! The tabs of the detail: which there are, and how a person looks at them.

mod found;
mod raw;
mod raw_page;
mod tab;
mod usage;
mod versions;

pub use found::Found;
pub use raw::{RawSubject, RawTab};
pub use raw_page::{Laying, RawPage};
pub use tab::Tab;
pub use usage::UsageTab;
pub use versions::VersionsTab;
