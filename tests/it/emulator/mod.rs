//! The embedded service, asked over HTTP as any client asks it.

mod catalogue;
mod command;
mod faults;
mod life_cycle;
mod limits;
mod list_images;
mod operations;
mod roles;
mod transport;
mod validation;
mod wire;
