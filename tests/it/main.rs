//! The tests of the program from outside, in one binary.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says no by panicking")]

mod adapter;
mod aws_cli;
mod aws_config;
mod command_line;
mod disk;
mod documents;
mod drive;
mod emulator;
mod faults;
mod fuzzed;
mod house;
mod server;
mod terminal;

/// Longer than anything takes here, however busy the machine is: what has not happened by then never
/// will.
const PATIENCE: std::time::Duration = std::time::Duration::from_mins(1);
