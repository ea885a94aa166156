//! What the tests of the terminal are made with: a program, a service, a screen and a keyboard.

pub mod display;
pub mod kept;
pub mod keys;
pub mod marks;
pub mod modes;
pub mod process;
pub mod service;
pub mod start;
pub mod tmux;
pub mod window;
