//! The kinds of things that can be edited, a file each: their fields, the calls that change them,
//! and what reading them back says of a change.

pub mod image;
pub mod images;
