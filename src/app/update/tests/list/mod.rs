//! The list.

mod browsing;
mod filter;
mod selection;
mod sorting;
