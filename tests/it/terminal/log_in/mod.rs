//! Logging in: the terminal handed to the AWS CLI and taken back, and codes typed in here.

mod code;
mod console;
mod handed;
mod secrets;
pub mod world;
