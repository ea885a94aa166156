//! What a flow does, as tables: what happens, what it wants done, and how far each step has come.

mod armed;
mod earlier;
mod one_step;
mod property;
mod script;
mod several;
mod stages;
