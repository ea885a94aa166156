//! Edits, from the key to what arrived.

mod edit;
mod editor;
mod kinds;
mod refusal;
mod several;
