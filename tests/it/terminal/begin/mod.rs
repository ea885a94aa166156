//! How it begins.

mod bad_input;
mod config;
mod demo;
mod first_run;
mod in_place;
mod pick;
mod read_only;
