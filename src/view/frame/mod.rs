//! The frame around what is looked at, and what frames are made of.

pub mod ascii;
pub mod border;
pub mod caption;
pub mod focus;
pub mod footer;
pub mod ground;
pub mod header;
pub mod messages;
pub mod prompt;
pub mod rows;
pub mod scroll_bar;
pub mod split;
pub mod steady;
pub mod too_small;
