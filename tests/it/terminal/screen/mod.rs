//! What is shown and told.

mod copying;
mod links;
mod no_alternate;
mod notify;
mod resize;
mod scripts;
mod theme;
