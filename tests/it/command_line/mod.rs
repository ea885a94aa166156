//! What the program says of its command line: help, completions and the manual page.

mod completions;
mod flags;
mod help;
mod man;
