//! Browsing.

mod hang;
mod looking;
mod palette;
mod places;
mod refreshing;
mod tabs;
mod usage;
