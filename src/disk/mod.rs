//! All that is kept on disk: drafts, the journal of writes, and the settings file.
//!
//! ```text
//! $XDG_STATE_HOME/sagescope/             0700
//!   drafts/<account>/<region>/           0700
//!     <image>~<session>.json             0600, one draft of one program, always whole
//!     <image>~<session>t.json            the same, taken over from a program that has ended
//!   recent.json                          0600, where the person has been lately
//!   journal.jsonl                        0600, one write a line, append only
//!   sagescope.log                        0600, the log
//!   sessions/<session>.lock              held for as long as that program lives
//! $XDG_CONFIG_HOME/sagescope/config.toml read, never written
//! ```
//!
//! Nothing is waited for but the disk: what is no plain file is not read. A link at the state folder or
//! above it is the person's and followed; among our own files there is none, and it is not.
//!
//! Everything here is synchronous and may wait for the disk: it is for a thread of its own. What
//! goes wrong comes back as a [`Trouble`], a sentence for the person; the program goes on. What is
//! read back is text from outside, and cleaned. Nothing secret is kept.

mod draft_file;
mod drafts;
mod folders;
mod format;
mod journal;
mod journal_reader;
mod log;
mod path_part;
mod recent;
mod session;
mod settings;
mod trouble;
mod whole_file;

use std::path::PathBuf;

pub use folders::Folders;
pub use log::open_log;
pub use settings::{ProfileSettings, Settings};
pub use trouble::Trouble;

use crate::domain::{Draft, Entry, EntryId, ImageName, PlaceKey, Recent};
use drafts::Drafts;
use journal::Journal;
use journal_reader::Reading;
use session::Session;

/// What a running program keeps on disk. Each program has one; two in one process count as two
/// programs.
#[derive(Debug)]
pub struct Disk {
    state: PathBuf,
    drafts: Drafts,
    journal: Journal,
}

/// A search for what was left at a place, which goes on step by step.
#[derive(Debug)]
pub struct Search {
    drafts: drafts::Search,
    journal: Reading,
}

impl Search {
    /// What was found so far.
    #[must_use]
    pub fn end(self) -> Recalled {
        let (mut drafts, mut troubles) = (self.drafts.found, self.drafts.troubles);
        drafts.sort_by(|a, b| a.image.cmp(&b.image));
        let (entries, of_journal) = self.journal.end();
        troubles.extend(of_journal);
        Recalled { drafts, entries, troubles }
    }
}

/// What was found of a place.
#[derive(Debug, Default)]
pub struct Recalled {
    /// The drafts that are this program's now, by image. There are two of one where this program took
    /// one over and kept another beside it: what was typed first.
    pub drafts: Vec<Draft>,
    /// The last [`Recalled::MOST_ENTRIES`] writes, newest first.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub troubles: Vec<Trouble>,
}

impl Recalled {
    /// How many writes of a place are recalled; the older ones stay in the file.
    pub const MOST_ENTRIES: usize = 1000;
}

impl Disk {
    /// Makes what folders are missing, begins a session, and clears away the locks of programs
    /// that are gone.
    ///
    /// # Errors
    ///
    /// Where the state folder can't be made or written, or holds no locks.
    pub fn open(folders: Folders) -> Result<Self, Trouble> {
        let state = folders.state;
        folders::make(&state, &state).map_err(|error| Trouble::io("make the folder", &state, &error))?;
        let session = Session::begin(&state)?;
        Ok(Self { journal: Journal::in_folder(&state), drafts: Drafts::new(state.clone(), session), state })
    }

    /// Begins to look for the drafts and the writes of `place`, as of now. The drafts of programs that
    /// are gone become this program's; those of programs that still live are left to them.
    #[must_use]
    pub fn search(&self, place: &PlaceKey) -> Search {
        Search {
            drafts: self.drafts.search(place),
            journal: self.journal.reading(place, Recalled::MOST_ENTRIES),
        }
    }

    /// Looks a little further: at one draft, or at a part of the journal. Tells whether there may be
    /// more.
    pub fn step(&self, search: &mut Search) -> bool {
        self.drafts.step(&mut search.drafts) || search.journal.step()
    }

    /// A whole search at once, whose finds count as told.
    #[must_use]
    pub fn recall(&self, place: &PlaceKey) -> Recalled {
        let mut search = self.search(place);
        while self.step(&mut search) {}
        let recalled = search.end();
        let images: Vec<_> = recalled.drafts.iter().map(|draft| draft.image.clone()).collect();
        self.told(place, &images);
        recalled
    }

    /// The words of the drafts that were found of these images are in what is kept from now on. Until
    /// then nothing that is kept or forgotten touches them.
    pub fn told(&self, place: &PlaceKey, images: &[ImageName]) {
        self.drafts.told(place, images);
    }

    /// The name of this program's session, which begins the names of its writes.
    #[must_use]
    pub fn session(&self) -> &str {
        self.drafts.session().name()
    }

    /// Whether the write of that name is one of another program that still runs.
    #[must_use]
    pub fn is_of_living_program(&self, write: &EntryId) -> bool {
        let Some((session, _)) = write.0.rsplit_once('-') else { return false };
        session != self.session() && self.drafts.session().is_dead(session).is_ok_and(|is_dead| !is_dead)
    }

    /// Keeps `draft` in place of what this program kept of the same image before. A power cut
    /// leaves the old one or the new one, whole.
    ///
    /// # Errors
    ///
    /// Where it can't be written; what was kept before is still there.
    pub fn keep(&self, draft: &Draft) -> Result<(), Trouble> {
        self.drafts.keep(draft)
    }

    /// Removes this program's draft of `image`, if there is one. Drafts of other programs stay.
    ///
    /// # Errors
    ///
    /// Where it can't be removed.
    pub fn forget(&self, place: &PlaceKey, image: &ImageName) -> Result<(), Trouble> {
        self.drafts.forget(place, image)
    }

    /// Where the person has been lately, in this session and those before. What can't be read is as
    /// if there were nothing: it is a convenience.
    ///
    /// # Errors
    ///
    /// Where a newer sagescope wrote it: it is left as it is.
    pub fn recent(&self) -> Result<Recent, Trouble> {
        recent::read(&self.state)
    }

    /// Keeps where the person has been lately, unless a newer sagescope did before.
    ///
    /// # Errors
    ///
    /// Where it can't be written.
    pub fn remember(&self, recent: &Recent) -> Result<(), Trouble> {
        recent::write(&self.state, recent)
    }

    /// Adds `entry`, as it stands, to the journal. The newest line of an id counts.
    ///
    /// # Errors
    ///
    /// Where it can't be written and brought to the disk: then nothing should be sent either.
    pub fn note(&self, entry: &Entry) -> Result<(), Trouble> {
        self.journal.note(std::slice::from_ref(entry))
    }

    /// The same for many, of which a line each is added; the disk is waited for once.
    ///
    /// # Errors
    ///
    /// Where not all of them can be written.
    pub fn note_all(&self, entries: &[Entry]) -> Result<(), Trouble> {
        self.journal.note(entries)
    }
}
