//! What is known of an image in the words of other programs: pure functions from nouns to text.
//!
//! ```text
//! raw             the answer of the service as it came, in JSON and YAML
//! members         the members of DescribeImage and DescribeImageVersion, in JSON and YAML
//! cli             the command of the AWS CLI that describes it
//! terraform       a block of HCL
//! cloudformation  a template
//! table           several images, a row each
//! console         the address of the web console
//! ```
//!
//! Each of them quotes foreign words so that a reader of its language reads what went in, and nothing of
//! them is done there. What can't be seen is written as an escape wherever the language has one.
//!
//! It stands below the browser, which decides what is offered, and beside the requests of the service: it
//! knows the nouns, and how a command of the AWS CLI is quoted.

mod cli;
mod cli_time;
mod cloudformation;
mod console;
mod escape;
mod hcl;
mod json;
mod left_out;
mod members;
mod raw;
mod table;
mod terraform;
#[cfg(test)]
mod tests;
mod yaml;

pub use cli::{describe_image, describe_version};
pub use cloudformation::cloudformation;
pub use console::{console_address, role_address};
pub use members::{Members, json, members_of_image, members_of_version, yaml};
pub use raw::{RawFormat, RawText, raw_answer, raw_text};
pub use table::table;
pub use terraform::terraform;
