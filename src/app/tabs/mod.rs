//! The tabs of the detail: which there are, and how a person looks at them.

mod tab;
mod versions;

pub use tab::Tab;
pub use versions::VersionsTab;
