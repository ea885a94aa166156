//! What is kept on the disk, as the program holds it.

mod history;
mod lookups;
mod notes;
mod recall;

pub use history::{History, HistoryRow};
pub use lookups::Lookups;
pub use notes::Notes;
pub use recall::Recalled;
