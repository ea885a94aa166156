//! One thing for the disk to do.

use std::collections::BTreeMap;
use std::sync::mpsc;

use crate::app::{PlaceId, Ticket};
use crate::domain::{Draft, Entry, ImageName, PlaceKey, Recent};

/// One thing for the disk to do.
#[derive(Debug)]
pub enum DiskJob {
    /// Keep a draft in place of the one before.
    KeepDraft(Box<Draft>),
    /// Take the draft of an image off the disk.
    RemoveDraft {
        /// Where the image is.
        place: PlaceKey,
        /// Which.
        image: ImageName,
    },
    /// The drafts that were found of these images are in forms now: what is kept from now on holds their
    /// words.
    MarkLoaded {
        /// Where the images are.
        place: PlaceKey,
        /// Which.
        images: Vec<ImageName>,
    },
    /// Append a write to the journal, and tell when it is safe.
    Note {
        /// Who waits for it.
        ticket: Ticket,
        /// The write.
        entry: Box<Entry>,
    },
    /// Append outcomes to the journal, all at once.
    NoteOutcomes(Vec<Entry>),
    /// Keep where the person has been lately.
    Remember(Recent),
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
pub type Unkept = BTreeMap<(PlaceKey, ImageName), String>;
