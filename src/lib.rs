//! sagescope: a terminal browser for Amazon SageMaker images.
//!
//! A functional core in a one-loop shell. Keys and replies become messages, [`app::update`] turns
//! a message and the state into a new state and effects as plain values, [`view`] turns the state
//! into cells, and the [`shell`] owns what is left: the terminal, the clock and the tasks. The SDK
//! is known to [`aws`] alone; [`emulator`] is the embedded service of the demo and the tests.

pub mod app;
pub mod args;
pub mod aws;
mod clients;
pub mod disk;
pub mod domain;
pub mod edit;
pub mod emulator;
pub mod flow;
pub mod keys;
mod log_file;
mod panic_for_test;
mod plain_file;
pub mod service;
pub mod shell;
pub mod start;
pub mod view;

pub use clients::Clients;
