//! What is known of one image, a file a tab.

pub mod details;
