//! What is kept on disk, by a thread of its own: no key waits for a disk. What is asked for is done in
//! the order in which it was asked; but what earlier sessions left, which may be much, is looked for
//! while there is nothing else to do.
//!
//! ```text
//! job     one thing for the disk to do
//! worker  where the loop asks, and hears what came of it
//! thread  the thread itself
//! ```

mod job;
#[cfg(test)]
mod tests;
mod thread;
mod worker;

pub use job::DiskJob;
pub use worker::DiskWorker;
