//! Edits: from the form over the review to what became of them, and all that is kept of them.

pub(super) mod alerts;
pub(super) mod armed;
pub(super) mod base;
pub(super) mod conflict;
pub(super) mod drafts;
pub(super) mod editor;
pub(super) mod flows;
pub(super) mod following;
pub(super) mod form;
pub(super) mod journal;
pub(super) mod keeping;
pub(super) mod lookup;
pub(super) mod recall;
pub(super) mod resuming;
pub(super) mod review;
pub(super) mod reviews;
pub(super) mod sending;
pub(super) mod settling;
pub(super) mod table;
pub(super) mod ticking;
pub(super) mod undo;
pub(super) mod unsettled;
