//! What is shown is read again by itself, while somebody is there to look.

mod attention;
mod recent_changes;
mod state;

pub use attention::Attention;
pub(in crate::app) use attention::Watched;
pub use recent_changes::{ChangeKind, RecentChanges};
pub use state::Refreshing;
pub(in crate::app) use state::{Round, RoundStage, heals};
