//! The thread that the disk is waited for on.

use std::collections::VecDeque;
use std::sync::mpsc::{self, TryRecvError};

use tokio::sync::mpsc::UnboundedSender;

use super::job::{DiskJob, Order, Unkept};
use crate::app::{Msg, PlaceId, Recalled};
use crate::disk::{Disk, PlaceRecords, PlaceSearch, Trouble, editor_file};
use crate::domain::PlaceKey;
use crate::edit::{Draft, Entry};

/// What the thread is at.
pub struct WorkerThread<'a> {
    disk: Option<&'a Disk>,
    tell: UnboundedSender<Option<Msg>>,
    /// What is looked for, one after the other.
    searches: VecDeque<(PlaceId, PlaceKey, PlaceSearch)>,
    unkept: Unkept,
}

impl<'a> WorkerThread<'a> {
    pub fn new(disk: Option<&'a Disk>, tell: UnboundedSender<Option<Msg>>) -> Self {
        Self { disk, tell, searches: VecDeque::new(), unkept: Unkept::new() }
    }

    /// Does what is asked for until nobody asks any more.
    pub fn run(mut self, asked: &mpsc::Receiver<Order>) -> Unkept {
        loop {
            let next = if self.searches.is_empty() {
                asked.recv().map_err(|_| TryRecvError::Disconnected)
            } else {
                asked.try_recv()
            };
            match next {
                Ok(Order::Job(job)) => self.perform(job),
                // Whoever asked may have lost patience.
                Ok(Order::Flush(done)) => drop(done.send(())),
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
            DiskJob::KeepDraft(draft) => self.keep(*draft),
            DiskJob::Remember(recent) => disk.and_then(|disk| trouble(disk.remember(&recent))),
            DiskJob::KeepDivider(share) => disk.and_then(|disk| trouble(disk.keep_divider(share))),
            DiskJob::KeepTheme(name) => disk.and_then(|disk| trouble(disk.keep_theme(&name))),
            DiskJob::RememberSort { place, sort } => {
                disk.and_then(|disk| trouble(disk.remember_sort(&place, sort)))
            }
            DiskJob::NoteCommand { name, line, at } => {
                disk.and_then(|disk| trouble(disk.note_command(&name, &line, at)))
            }
            DiskJob::RemoveDraft { place, subject } => {
                self.unkept.remove(&(place.clone(), subject.clone()));
                disk.and_then(|disk| trouble(disk.forget(&place, &subject)))
            }
            DiskJob::Note { ticket, record } => {
                let trouble = match disk {
                    Some(disk) => disk.note(&record).err().map(|trouble| trouble.to_string()),
                    None => Some("There is no folder for the journal.".into()),
                };
                Some(Msg::Noted { ticket, trouble })
            }
            DiskJob::NoteOutcomes(entries) => disk.and_then(|disk| trouble(disk.note_all(&entries))),
            DiskJob::MarkLoaded { place, subjects } => {
                if let Some(disk) = disk {
                    disk.mark_loaded(&place, &subjects);
                }
                None
            }
            DiskJob::RewriteEditorFile { path, text } => trouble(editor_file::rewrite(&path, &text)),
            DiskJob::RemoveEditorFile(path) => trouble(editor_file::remove(&path)),
            DiskJob::Recall { place, key } => match disk {
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
        let Draft { place, subject, .. } = draft;
        let key = (place, subject.clone());
        match kept {
            Ok(()) => {
                self.unkept.remove(&key);
                None
            }
            Err(trouble) => {
                let trouble = trouble.to_string();
                self.unkept.insert(key, trouble.clone());
                Some(Msg::NotKept { subject, trouble })
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
            let recalled = recalled(disk, search.end());
            self.tell(Some(Msg::Recalled { place, key, recalled }));
        }
    }
}

fn trouble(done: Result<(), Trouble>) -> Option<Msg> {
    done.err().map(|trouble| Msg::DiskTrouble(trouble.to_string()))
}

/// What was found, as the browser takes it: with the writes and plans of programs that still run.
fn recalled(disk: &Disk, found: PlaceRecords) -> Recalled {
    let troubles = found.troubles.iter().map(ToString::to_string).collect();
    let has_no_outcome = |entry: &&Entry| entry.verdict.is_none();
    let entries = found.entries.iter().filter(has_no_outcome).map(|entry| &entry.id);
    let ids = entries.chain(found.plans.iter().map(|plan| &plan.id));
    let alive = ids.filter(|id| disk.is_of_living_program(id)).cloned().collect();
    Recalled { drafts: found.drafts, entries: found.entries, plans: found.plans, alive, troubles }
}
