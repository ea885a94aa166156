//! One thing for the disk to do.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc;

use jiff::Timestamp;

use crate::app::{PlaceId, Ticket};
use crate::domain::{ListShare, PlaceKey, Recent, Sort, Text};
use crate::edit::{Draft, Record, Subject};

/// One thing for the disk to do.
#[derive(Debug)]
pub enum DiskJob {
    /// Keep a draft in place of the one before.
    KeepDraft(Box<Draft>),
    /// Take the draft of a subject off the disk.
    RemoveDraft {
        /// Where the subject is.
        place: PlaceKey,
        /// Which.
        subject: Subject,
    },
    /// The drafts that were found of these subjects are in forms now: what is kept from now on holds their
    /// words.
    MarkLoaded {
        /// Where the subjects are.
        place: PlaceKey,
        /// Which.
        subjects: Vec<Subject>,
    },
    /// Append a write to the journal, and tell when it is safe.
    Note {
        /// Who waits for it.
        ticket: Ticket,
        /// The write.
        record: Box<Record>,
    },
    /// Append outcomes to the journal, all at once.
    NoteOutcomes(Vec<Record>),
    /// Keep where the person has been lately.
    Remember(Recent),
    /// Keep where the divider between list and detail was put.
    KeepDivider(Option<ListShare>),
    /// Keep which theme was picked.
    KeepTheme(Text),
    /// Keep the order that was chosen for the list of a place.
    RememberSort {
        /// Which place.
        place: PlaceKey,
        /// The order.
        sort: Sort,
    },
    /// Note that a command was run by name.
    NoteCommand {
        /// Which.
        name: Text,
        /// What was typed.
        line: Text,
        /// When.
        at: Timestamp,
    },
    /// Put a text in the place of what stands in the file of an editor.
    RewriteEditorFile {
        /// Where it is.
        path: PathBuf,
        /// What is to stand there.
        text: String,
    },
    /// Remove the file of an editor.
    RemoveEditorFile(PathBuf),
    /// Read what earlier sessions left of a place.
    Recall {
        /// Who asks.
        place: PlaceId,
        /// What is kept is kept under this.
        key: PlaceKey,
    },
}

/// What the thread is told.
pub enum Order {
    /// Do this.
    Job(DiskJob),
    /// Say when everything before is done.
    Flush(mpsc::Sender<()>),
}

/// What could not be kept, and why, in a sentence.
pub type Unkept = BTreeMap<(PlaceKey, Subject), String>;
