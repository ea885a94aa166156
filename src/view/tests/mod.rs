//! The screens, as they are drawn.

mod allocations;
mod caret;
mod clickable;
mod copying;
mod furnish;
mod hostile;
mod kinds;
mod links;
mod litter;
mod palette;
mod picture;
mod places;
mod raw;
mod reaching;
mod scene;
mod screens;
mod shell_picking;
mod sizes;
mod spoil;
mod tabs;
mod themes;
mod trust;
