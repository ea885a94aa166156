//! The journal of writes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Image, ImageName, PlaceKey, Text};

/// The name of one write in the journal, over all sessions and programs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub String);

/// One write: noted before it goes out, and again when its outcome is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When the person sent it.
    pub at: Timestamp,
    /// The profile it was sent with, where one was named.
    pub profile: Option<Text>,
    /// Where the image is.
    pub place: PlaceKey,
    /// Which image.
    pub image: ImageName,
    /// The image just before.
    pub before: Image,
    /// The image as it should be afterwards: the three fields are meant, the rest is as before.
    pub after: Image,
    /// The entry that this one undoes.
    pub undoes: Option<EntryId>,
    /// What became of it; nothing while that is not known.
    pub verdict: Option<Verdict>,
}

/// What became of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Settled and read back as sent.
    Verified,
    /// Settled at UPDATE_FAILED, with the reason.
    Failed(Option<Text>),
    /// Settled, but not as sent.
    Differs,
    /// It did nothing.
    NotApplied,
    /// The service refused it, with its words.
    Refused(Text),
    /// The image is gone.
    Gone,
    /// It can't be told any more: the image was changed since, or another has its name.
    Unknowable,
}
