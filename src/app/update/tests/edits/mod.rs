//! Editing: from the first letter to what became of it.

mod alerts;
mod editor;
mod fields;
mod form;
mod guards;
mod journal;
mod lookup;
mod several;
mod sight;
mod trust;
mod typing;
mod unseen;
mod words;
mod write;
