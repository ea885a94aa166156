//! One-line reports at the foot of the screen.

use crate::app::PlaceId;

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It went well.
    Good,
    /// It should be known.
    Plain,
    /// It went badly, or may have.
    Bad,
}

/// One report. Good and plain ones pass; bad ones and outcomes of writes stay until dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Tells notices apart.
    pub id: u64,
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub words: String,
    /// The place it is about, if it is about one.
    pub place: Option<PlaceId>,
    /// Whether it stays until the person dismisses it.
    pub stays: bool,
    /// What it is about, if a newer one about that takes its place.
    pub topic: Option<Topic>,
}

/// What notices may be about of which only the newest is worth a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// What is on the clipboard.
    Clipboard,
    /// That a review is not read yet.
    Unread,
}

/// The notices that are to be seen, newest last.
#[derive(Debug, Default)]
pub struct Notices {
    issued: u64,
    shown: Vec<Notice>,
}

/// More than this are not kept: the oldest give way, those that pass anyway first.
const KEPT: usize = 20;

impl Notices {
    /// Adds a notice and gives its id. The same words again replace the earlier ones.
    pub fn add(&mut self, tone: Tone, stays: bool, place: Option<PlaceId>, words: String) -> u64 {
        self.shown.retain(|notice| notice.words != words || notice.place != place);
        self.issued += 1;
        self.shown.push(Notice { id: self.issued, tone, words, place, stays, topic: None });
        if self.shown.len() > KEPT {
            let passing = self.shown.iter().position(|notice| !notice.stays);
            self.shown.remove(passing.unwrap_or(0));
        }
        self.issued
    }

    /// Takes the place of earlier ones about the same that pass anyway: the newest notice is about `topic`.
    pub fn replace(&mut self, topic: Topic) {
        let Some(newest) = self.shown.pop() else { return };
        self.shown.retain(|notice| notice.stays || notice.topic != Some(topic));
        self.shown.push(Notice { topic: Some(topic), ..newest });
    }

    /// The notice to show and how many wait behind it.
    ///
    /// What went badly is not covered by what is just to be known.
    #[must_use]
    pub fn newest(&self) -> Option<(&Notice, usize)> {
        let at = self.foremost()?;
        self.shown.get(at).map(|notice| (notice, self.shown.len() - 1))
    }

    fn foremost(&self) -> Option<usize> {
        let last = self.shown.len().checked_sub(1)?;
        let bad = self.shown.iter().rposition(|notice| notice.tone == Tone::Bad);
        let is_plain = self.shown.get(last).is_some_and(|notice| notice.tone == Tone::Plain);
        if is_plain { bad.or(Some(last)) } else { Some(last) }
    }

    /// Takes away what is said about `topic`.
    pub fn forget(&mut self, topic: Topic) {
        self.shown.retain(|notice| notice.topic != Some(topic));
    }

    /// Takes away what would pass anyway, as when other work begins.
    pub fn clear_passing(&mut self) {
        self.shown.retain(|notice| notice.stays);
    }

    /// Takes one notice away; tells whether it was there.
    pub fn remove(&mut self, id: u64) -> bool {
        let before = self.shown.len();
        self.shown.retain(|notice| notice.id != id);
        before != self.shown.len()
    }

    /// Takes the newest notice away; tells whether there was one.
    pub fn dismiss(&mut self) -> bool {
        let at = self.foremost();
        at.map(|at| self.shown.remove(at)).is_some()
    }
}
