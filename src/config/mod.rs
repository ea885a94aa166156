//! The person's config file: read, never written.
//!
//! It is judged section by section. Where something in it is not understood, each finding says where,
//! what was found and what is meant; that section is then as if it were not there. What is remembered
//! from one run to the next is state, and not kept here.

mod file;
mod finding;
mod keys;
mod mouse;
mod profile_key;
mod profiles;
mod refresh;
mod sample;
mod schema;
mod theme;
mod values;
mod word;

pub use file::Config;
pub use finding::Finding;
pub use profiles::ProfileSettings;
pub use sample::sample;
pub use schema::schema;
