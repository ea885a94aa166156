//! sagescope: a terminal browser for Amazon SageMaker images.
//!
//! A functional core in a one-loop shell. Keys and replies become messages, `update` turns a
//! message and the state into a new state and effects as plain values, `view` turns the state
//! into cells, and the shell owns what is left: the terminal, the clock and the tasks.

pub mod app;
pub mod domain;
pub mod keys;
pub mod view;
