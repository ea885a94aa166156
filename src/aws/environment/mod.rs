//! What this machine says: its variables, and the files that they name.

mod file_system;
pub(super) mod switch;
pub(super) mod variable;
pub(super) mod written_path;

pub(super) use file_system::FileSystem;
