//! What is kept on disk, by a thread of its own: no key waits for a disk. What is asked for is done in
//! the order in which it was asked; but what earlier sessions left, which may be much, is looked for
//! while there is nothing else to do.

use std::collections::{BTreeMap, VecDeque};
use std::sync::mpsc::{self, TryRecvError};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::app::{Msg, PlaceId, Recalled, Ticket};
use crate::disk::{self, Disk, Search};
use crate::domain::{Draft, Entry, ImageName, PlaceKey, Recent};

/// A disk that takes longer than this, as one over a network that is gone, is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// One thing for the disk to do.
#[derive(Debug)]
pub enum DiskJob {
    /// Keep a draft.
    Keep(Box<Draft>),
    /// Take a draft off the disk.
    Forget(PlaceKey, ImageName),
    /// Append to the journal, and tell when it is safe.
    Note(Ticket, Box<Entry>),
    /// Append outcomes to the journal, all at once.
    NoteOutcomes(Vec<Entry>),
    /// Keep where the person has been lately.
    Remember(Recent),
    /// Read what earlier sessions left.
    Recall(PlaceId, PlaceKey),
    /// Tell that everything before is done.
    Tell(mpsc::Sender<()>),
    /// What they left of these images is in what is kept from now on.
    TookUp(PlaceKey, Vec<ImageName>),
}

/// What could not be kept, and why, in a sentence.
type Unkept = BTreeMap<(PlaceKey, ImageName), String>;

/// The thread that keeps things. Dropped, it ends when everything asked for is done.
#[derive(Debug)]
pub struct Keeper {
    jobs: Option<mpsc::Sender<DiskJob>>,
    told: UnboundedReceiver<Option<Msg>>,
    thread: Option<JoinHandle<Unkept>>,
    /// Chores that were asked for and whose end was not told yet.
    open: usize,
}

impl Keeper {
    /// Begins to keep things in `disk`; where there is none, what is asked for is told as done, so
    /// that everything else goes on. Only the journal is told as not written: what was not noted is
    /// not sent unasked.
    #[must_use]
    pub fn begin(disk: Option<Disk>) -> Self {
        let (jobs, asked) = mpsc::channel::<DiskJob>();
        let (tell, told) = unbounded_channel();
        let keep = move || Work::new(disk.as_ref(), tell).go_on(&asked);
        let thread = thread::Builder::new().name("keeper".into()).stack_size(256 * 1024).spawn(keep);
        Self { jobs: Some(jobs), told, thread: thread.ok(), open: 0 }
    }

    /// Asks for something.
    pub fn ask(&mut self, job: DiskJob) {
        if self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok()) {
            self.open += 1;
        }
    }

    /// Whether everything asked for is done.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.open == 0
    }

    /// What a job led to, if one has ended with something to tell.
    pub fn poll_told(&mut self, context: &mut Context<'_>) -> Poll<Msg> {
        while let Poll::Ready(Some(told)) = self.told.poll_recv(context) {
            self.open = self.open.saturating_sub(1);
            if let Some(message) = told {
                return Poll::Ready(message);
            }
        }
        Poll::Pending
    }

    /// Waits until everything asked for is safe; the program is about to be stopped, and goes on.
    pub fn flush(&self) {
        let (told, is_told) = mpsc::channel();
        let asked = self.jobs.as_ref().is_some_and(|jobs| jobs.send(DiskJob::Tell(told)).is_ok());
        if asked && is_told.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            tracing::warn!("the disk does not answer; what was typed last may not be kept");
        }
    }

    /// Waits until what was typed and noted is safe; the program is about to end. What earlier sessions
    /// left is not looked for any more.
    ///
    /// # Errors
    ///
    /// Where something typed is not kept: a sentence that says why.
    pub fn finish(&mut self) -> Result<(), String> {
        self.jobs = None;
        let begun = Instant::now();
        let Some(thread) = self.thread.take() else { return Ok(()) };
        while !thread.is_finished() {
            if begun.elapsed() > PATIENCE {
                return Err("the disk does not answer; what was typed last may not be kept".into());
            }
            thread::sleep(Duration::from_millis(1));
        }
        let unkept = thread.join().unwrap_or_default();
        unkept.into_values().next().map_or(Ok(()), Err)
    }
}

/// What the thread is at.
struct Work<'a> {
    disk: Option<&'a Disk>,
    tell: UnboundedSender<Option<Msg>>,
    /// What is looked for, one after the other.
    searches: VecDeque<(PlaceId, PlaceKey, Search)>,
    unkept: Unkept,
}

impl<'a> Work<'a> {
    fn new(disk: Option<&'a Disk>, tell: UnboundedSender<Option<Msg>>) -> Self {
        Self { disk, tell, searches: VecDeque::new(), unkept: Unkept::new() }
    }

    /// Does what is asked for until nobody asks any more.
    fn go_on(mut self, asked: &mpsc::Receiver<DiskJob>) -> Unkept {
        loop {
            let next = if self.searches.is_empty() {
                asked.recv().map_err(|_| TryRecvError::Disconnected)
            } else {
                asked.try_recv()
            };
            match next {
                Ok(job) => self.perform(job),
                Err(TryRecvError::Empty) => self.search_on(),
                Err(TryRecvError::Disconnected) => return self.unkept,
            }
        }
    }

    /// Nobody listens any more when the program ends; what is asked for is done all the same.
    fn tell(&self, message: Option<Msg>) {
        let _ = self.tell.send(message);
    }

    fn perform(&mut self, job: DiskJob) {
        let disk = self.disk;
        let message = match job {
            DiskJob::Keep(draft) => self.keep(*draft),
            DiskJob::Remember(recent) => disk.and_then(|disk| trouble(disk.remember(&recent))),
            DiskJob::Forget(place, image) => {
                self.unkept.remove(&(place.clone(), image.clone()));
                disk.and_then(|disk| trouble(disk.forget(&place, &image)))
            }
            DiskJob::Note(ticket, entry) => {
                let trouble = match disk {
                    Some(disk) => disk.note(&entry).err().map(|trouble| trouble.to_string()),
                    None => Some("There is no folder in which a journal could be kept.".into()),
                };
                Some(Msg::Noted { ticket, trouble })
            }
            DiskJob::Tell(told) => {
                // Whoever asked may have lost patience.
                let _ = told.send(());
                return;
            }
            DiskJob::NoteOutcomes(entries) => disk.and_then(|disk| trouble(disk.note_all(&entries))),
            DiskJob::TookUp(place, images) => {
                if let Some(disk) = disk {
                    disk.told(&place, &images);
                }
                None
            }
            DiskJob::Recall(place, key) => match disk {
                // It is told when it has ended.
                Some(disk) => {
                    let search = disk.search(&key);
                    return self.searches.push_back((place, key, search));
                }
                None => Some(Msg::Recalled { place, key, recalled: Recalled::default() }),
            },
        };
        self.tell(message);
    }

    fn keep(&mut self, draft: Draft) -> Option<Msg> {
        let kept = self.disk.map_or(Ok(()), |disk| disk.keep(&draft));
        let Draft { place, image, .. } = draft;
        let key = (place, image.clone());
        match kept {
            Ok(()) => {
                self.unkept.remove(&key);
                None
            }
            Err(trouble) => {
                let trouble = trouble.to_string();
                self.unkept.insert(key, trouble.clone());
                Some(Msg::NotKept { image, trouble })
            }
        }
    }

    /// Looks a little further for what was left.
    fn search_on(&mut self) {
        let (Some(disk), Some((_, _, search))) = (self.disk, self.searches.front_mut()) else { return };
        if disk.step(search) {
            return;
        }
        if let Some((place, key, search)) = self.searches.pop_front() {
            let recalled = plain(disk, search.end());
            self.tell(Some(Msg::Recalled { place, key, recalled }));
        }
    }
}

fn trouble(done: Result<(), disk::Trouble>) -> Option<Msg> {
    done.err().map(|trouble| Msg::DiskTrouble(trouble.to_string()))
}

fn plain(disk: &Disk, found: disk::Recalled) -> Recalled {
    let troubles = found.troubles.iter().map(ToString::to_string).collect();
    let is_alive = |entry: &&Entry| entry.verdict.is_none() && disk.is_of_living_program(&entry.id);
    let alive = found.entries.iter().filter(is_alive).map(|entry| entry.id.clone()).collect();
    Recalled { drafts: found.drafts, entries: found.entries, alive, troubles }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use jiff::Timestamp;
    use tempfile::TempDir;

    use crate::disk::Folders;
    use crate::domain::{EntryId, Field, Image};

    use super::*;

    /// So many that they can't all be looked at between two jobs.
    const MANY: usize = 5000;

    fn key() -> PlaceKey {
        PlaceKey { account: "123456789012".into(), region: "us-east-1".into() }
    }

    fn draft(image: &str, text: &str) -> Draft {
        Draft {
            place: key(),
            image: ImageName::received(image),
            base: None,
            typed: [(Field::Description, text.to_owned())].into(),
            stashed: BTreeMap::new(),
            kept_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn entry() -> Box<Entry> {
        let image = ImageName::received("subject");
        let before = Image::named(image.clone());
        let id = EntryId("s-1".into());
        let at = Timestamp::UNIX_EPOCH;
        let (profile, undoes, verdict) = (None, None, None);
        let after = before.clone();
        Box::new(Entry { id, at, profile, place: key(), image, before, after, undoes, verdict })
    }

    fn disk(home: &Path) -> Disk {
        Disk::open(Folders { state: home.join("state"), config: home.join("config") }).unwrap()
    }

    /// Drafts of a program that has ended, without the wait for the disk that each had.
    fn leave(home: &Path, count: usize) {
        disk(home).keep(&draft("image-0", "left")).unwrap();
        let folder = home.join("state/drafts/123456789012/us-east-1");
        let first = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
        let (name, text) = (first.file_name().into_string().unwrap(), std::fs::read_to_string(first.path()));
        let text = text.unwrap();
        for number in 1..count {
            let image = format!("image-{number}");
            let file = folder.join(name.replace("image-0", &image));
            std::fs::write(file, text.replace("image-0", &image)).unwrap();
        }
    }

    /// What the thread tells of these jobs, asked for all at once and nothing after them.
    fn told(disk: &Disk, jobs: Vec<DiskJob>) -> (Vec<Msg>, Unkept) {
        let (ask, asked) = mpsc::channel();
        let (tell, mut told) = unbounded_channel();
        for job in jobs {
            ask.send(job).unwrap();
        }
        drop(ask);
        let unkept = Work::new(Some(disk), tell).go_on(&asked);
        (std::iter::from_fn(|| told.try_recv().ok()).flatten().collect(), unkept)
    }

    #[test]
    fn what_is_typed_and_noted_goes_before_what_was_left() {
        let home = TempDir::new().unwrap();
        leave(home.path(), 3);
        let disk = disk(home.path());
        let ticket = Ticket(1);
        let jobs = vec![
            DiskJob::Recall(PlaceId(0), key()),
            DiskJob::Keep(Box::new(draft("image-1", "typed now"))),
            DiskJob::Note(ticket, entry()),
        ];
        let (told, unkept) = told(&disk, jobs);
        assert!(matches!(told[..], [Msg::Noted { trouble: None, .. }]), "{told:?}");
        assert!(unkept.is_empty());
        let found = disk.recall(&key());
        assert_eq!((found.drafts.len(), found.entries.len()), (3, 1));
        assert_eq!(found.drafts[1].typed[&Field::Description], "typed now");
    }

    #[test]
    fn the_end_waits_for_what_was_typed_and_for_nothing_that_was_left() {
        let home = TempDir::new().unwrap();
        leave(home.path(), MANY);
        let mut keeper = Keeper::begin(Some(disk(home.path())));
        keeper.ask(DiskJob::Recall(PlaceId(0), key()));
        keeper.ask(DiskJob::Keep(Box::new(draft("typed", "typed now"))));
        assert_eq!(keeper.finish(), Ok(()));
        // Nothing of what was left is lost either: the next program finds all of it.
        let found = disk(home.path()).recall(&key());
        assert_eq!((found.drafts.len(), found.troubles), (MANY + 1, Vec::new()));
    }

    #[test]
    fn what_was_left_is_found_while_there_is_nothing_else_to_do() {
        let home = TempDir::new().unwrap();
        leave(home.path(), 30);
        let mut keeper = Keeper::begin(Some(disk(home.path())));
        keeper.ask(DiskJob::Recall(PlaceId(0), key()));
        keeper.ask(DiskJob::Keep(Box::new(draft("typed", "typed now"))));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let told = runtime.block_on(std::future::poll_fn(|context| keeper.poll_told(context)));
        let Msg::Recalled { recalled, .. } = told else { panic!("{told:?}") };
        assert_eq!((recalled.drafts.len(), recalled.troubles), (30, Vec::new()));
        assert!(keeper.is_idle());
    }

    #[test]
    fn words_that_can_not_be_kept_are_told_at_the_end() {
        let home = TempDir::new().unwrap();
        let disk = disk(home.path());
        std::fs::write(home.path().join("state/drafts"), "in the way").unwrap();
        let mut keeper = Keeper::begin(Some(disk));
        keeper.ask(DiskJob::Keep(Box::new(draft("typed", "typed now"))));
        let said = keeper.finish().unwrap_err();
        assert!(said.contains("Can't keep the draft"), "{said}");
        // What was thrown away, or kept at last, is no loss.
        let home = TempDir::new().unwrap();
        let disk = self::disk(home.path());
        std::fs::write(home.path().join("state/drafts"), "in the way").unwrap();
        let jobs = vec![
            DiskJob::Keep(Box::new(draft("typed", "typed now"))),
            DiskJob::Forget(key(), ImageName::received("typed")),
        ];
        let (told, unkept) = told(&disk, jobs);
        assert!(matches!(told[0], Msg::NotKept { .. }), "{told:?}");
        assert!(unkept.is_empty());
    }
}
