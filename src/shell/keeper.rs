//! What is kept on disk, by a thread of its own: no key waits for a disk, and what is asked is done
//! in the order in which it was asked.

use std::sync::mpsc;
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::app::{Msg, PlaceId, Recalled, Ticket};
use crate::disk::{self, Disk};
use crate::domain::{Draft, Entry, ImageName, PlaceKey, Recent};

/// A disk that takes longer than this, as one over a network that is gone, is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// One thing for the disk to do.
#[derive(Debug)]
pub enum Chore {
    /// Keep a draft.
    Keep(Box<Draft>),
    /// Take a draft off the disk.
    Forget(PlaceKey, ImageName),
    /// Append to the journal, and tell when it is safe if there is a ticket.
    Note(Option<Ticket>, Box<Entry>),
    /// Keep where the person has been lately.
    Remember(Recent),
    /// Read what earlier sessions left.
    Recall(PlaceId, PlaceKey),
    /// Tell that everything before is done.
    Tell(mpsc::Sender<()>),
}

/// The thread that keeps things. Dropped, it ends when everything asked for is done.
#[derive(Debug)]
pub struct Keeper {
    chores: Option<mpsc::Sender<Chore>>,
    told: UnboundedReceiver<Option<Msg>>,
    thread: Option<JoinHandle<()>>,
    /// Chores that were asked for and whose end was not told yet.
    open: usize,
}

impl Keeper {
    /// Begins to keep things in `disk`; where there is none, what is asked for is told as done, so
    /// that everything else goes on.
    #[must_use]
    pub fn begin(disk: Option<Disk>) -> Self {
        let (chores, asked) = mpsc::channel::<Chore>();
        let (tell, told) = unbounded_channel();
        let keep = move || keep(disk.as_ref(), &asked, &tell);
        let thread = thread::Builder::new().name("keeper".into()).stack_size(256 * 1024).spawn(keep);
        Self { chores: Some(chores), told, thread: thread.ok(), open: 0 }
    }

    /// Asks for something.
    pub fn ask(&mut self, chore: Chore) {
        if self.chores.as_ref().is_some_and(|chores| chores.send(chore).is_ok()) {
            self.open += 1;
        }
    }

    /// Whether everything asked for is done.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.open == 0
    }

    /// What a chore led to, if one has ended with something to tell.
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
        let asked = self.chores.as_ref().is_some_and(|chores| chores.send(Chore::Tell(told)).is_ok());
        if asked && is_told.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            tracing::warn!("the disk does not answer; what was typed last may not be kept");
        }
    }

    /// Waits until everything asked for is safe; the program is about to end.
    pub fn finish(&mut self) {
        self.chores = None;
        let begun = Instant::now();
        let Some(thread) = self.thread.take() else { return };
        while !thread.is_finished() {
            if begun.elapsed() > PATIENCE {
                eprintln!("sagescope: the disk does not answer; what was typed last may not be kept");
                return;
            }
            thread::sleep(Duration::from_millis(1));
        }
        let _ = thread.join();
    }
}

fn keep(disk: Option<&Disk>, asked: &mpsc::Receiver<Chore>, tell: &UnboundedSender<Option<Msg>>) {
    for chore in asked {
        if let Chore::Tell(told) = chore {
            // Whoever asked may have lost patience.
            let _ = told.send(());
            continue;
        }
        // Nobody listens any more when the program ends; what is asked for is done all the same.
        let _ = tell.send(perform(disk, chore));
    }
}

fn perform(disk: Option<&Disk>, chore: Chore) -> Option<Msg> {
    match chore {
        Chore::Keep(draft) => {
            let trouble = disk?.keep(&draft).err()?.to_string();
            Some(Msg::NotKept { image: draft.image, trouble })
        }
        Chore::Remember(recent) => told(disk?.remember(&recent)),
        Chore::Forget(place, image) => told(disk?.forget(&place, &image)),
        Chore::Note(ticket, entry) => {
            let trouble = disk.and_then(|disk| disk.note(&entry).err()).map(|trouble| trouble.to_string());
            match ticket {
                Some(ticket) => Some(Msg::Noted { ticket, trouble }),
                None => trouble.map(Msg::DiskTrouble),
            }
        }
        Chore::Recall(place, key) => {
            let recalled = disk.map(|disk| plain(disk, disk.recall(&key))).unwrap_or_default();
            Some(Msg::Recalled { place, key, recalled })
        }
        Chore::Tell(_) => None,
    }
}

fn told(done: Result<(), disk::Trouble>) -> Option<Msg> {
    done.err().map(|trouble| Msg::DiskTrouble(trouble.to_string()))
}

fn plain(disk: &Disk, found: disk::Recalled) -> Recalled {
    let troubles = found.troubles.iter().map(ToString::to_string).collect();
    let is_alive = |entry: &&Entry| entry.verdict.is_none() && disk.is_of_living_program(&entry.id);
    let alive = found.entries.iter().filter(is_alive).map(|entry| entry.id.clone()).collect();
    Recalled { drafts: found.drafts, entries: found.entries, alive, troubles }
}
