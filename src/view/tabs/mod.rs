//! What is known of one image: a frame with a row of tabs, and a file a tab.

mod bar;
mod details;
mod members;
pub mod pane;
mod pins;
mod raw;
mod state;
mod tags;
mod usage;
mod usage_words;
mod version;
mod version_columns;
mod versions;
