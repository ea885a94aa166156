//! Words and rows of words.

pub mod address;
pub mod age;
pub mod aws_setup;
pub mod badge;
pub mod buttons;
pub mod cells;
pub mod diff;
pub mod differences;
pub mod failure;
pub mod key_name;
pub mod letters;
pub mod lines;
pub mod status;
pub mod typed;
pub mod verbosity;
pub mod verdict;
pub mod viewport;
