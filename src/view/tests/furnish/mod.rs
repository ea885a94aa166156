//! What is put into the state past the keys. The scenes say it by name; how the state holds it is known
//! in here alone.

mod forms;
mod pages;
mod writes;

pub use forms::*;
pub use pages::*;
pub use writes::*;
