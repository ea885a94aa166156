//! The screens, as they are drawn.

mod hostile;
mod picture;
mod scene;
mod screens;
mod trust;
