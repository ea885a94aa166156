//! The embedded service, asked over HTTP as any client asks it.

mod aliases;
mod catalogue;
mod command;
mod faults;
mod faults_by_operation;
mod life_cycle;
mod limits;
mod list_images;
mod operations;
mod roles;
mod studio;
mod tags;
mod transport;
mod validation;
mod validation_of_contents;
mod validation_of_studio;
mod versions;
mod wire;
