//! What there is outside the program: other programs, the clipboard, the console.

mod command;
mod editor;
mod links;
mod log_in;
mod reach;

pub use editor::{EditorClosed, EditorContent, EditorJob, EditorTarget, EditorText};
pub use log_in::{Handed, WebBrowser, command, line};
pub use reach::{Clip, Copied, CopyWay, Reach};
