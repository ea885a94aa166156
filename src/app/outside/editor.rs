//! What the person's own editor is opened on, and what came of it.

use std::path::PathBuf;

use crate::app::PlaceId;
use crate::edit::{FieldKey, Subject};

/// An editor that is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorJob {
    /// For which place.
    pub place: PlaceId,
    /// What is edited in it.
    pub target: EditorTarget,
    /// What it is opened on.
    pub content: EditorContent,
}

/// What is edited in an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorTarget {
    /// The text of one field of a form.
    Field(Subject, FieldKey),
    /// The table of the images of a form.
    Table(Subject),
}

/// What an editor is opened on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorContent {
    /// A new file.
    New {
        /// Its name: letters, digits and hyphens, and an ending.
        name: String,
        /// What stands in it.
        text: String,
    },
    /// A file that was kept, since what stands in it could not be taken.
    Kept(PathBuf),
}

/// An editor has ended, or could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorClosed {
    /// For which place it was opened.
    pub place: PlaceId,
    /// What was edited in it.
    pub target: EditorTarget,
    /// The file it was opened on; nothing where there is none.
    pub file: Option<PathBuf>,
    /// Why it can't be counted on, in a sentence without its stop: it failed, was killed, or never began.
    pub trouble: Option<String>,
    /// What stands in the file.
    pub text: EditorText,
}

impl EditorClosed {
    /// It was not opened; `why`, in a sentence without its stop. A file that was kept is kept still.
    #[must_use]
    pub fn not_opened(job: EditorJob, why: String) -> Self {
        let EditorJob { place, target, content } = job;
        let file = match content {
            EditorContent::Kept(file) => Some(file),
            EditorContent::New { .. } => None,
        };
        let text = EditorText::Unchanged { is_quick: false };
        Self { place, target, file, trouble: Some(why), text }
    }
}

/// What an editor has left in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorText {
    /// What stood there before.
    Unchanged {
        /// Whether it ended sooner than a person would close it.
        is_quick: bool,
    },
    /// This text.
    Changed(String),
    /// What is no text that can be taken; why, as the second half of a sentence.
    Unusable(String),
}
