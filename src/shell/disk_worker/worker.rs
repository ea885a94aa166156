//! Where the loop asks for things to be kept.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::job::{DiskJob, Order, Unkept};
use super::thread::WorkerThread;
use crate::app::Msg;
use crate::disk::Disk;

/// A disk that takes longer than this, as one over a network that is gone, is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Keeps things on a thread of its own. Dropped, it ends when everything asked for is done.
#[derive(Debug)]
pub struct DiskWorker {
    jobs: Option<mpsc::Sender<Order>>,
    told: UnboundedReceiver<Option<Msg>>,
    thread: Option<JoinHandle<Unkept>>,
    /// Jobs that were asked for and whose end was not told yet.
    open: usize,
}

impl DiskWorker {
    /// Begins to keep things in `disk`; where there is none, what is asked for is told as done, so
    /// that everything else goes on. Only the journal is told as not written: what was not noted is
    /// not sent unasked.
    #[must_use]
    pub fn begin(disk: Option<Disk>) -> Self {
        let (jobs, asked) = mpsc::channel();
        let (tell, told) = unbounded_channel();
        let keep = move || WorkerThread::new(disk.as_ref(), tell).run(&asked);
        let thread = thread::Builder::new().name("disk".into()).stack_size(256 * 1024).spawn(keep);
        Self { jobs: Some(jobs), told, thread: thread.ok(), open: 0 }
    }

    /// Asks for something.
    pub fn ask(&mut self, job: DiskJob) {
        if self.jobs.as_ref().is_some_and(|jobs| jobs.send(Order::Job(job)).is_ok()) {
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
        let asked = self.jobs.as_ref().is_some_and(|jobs| jobs.send(Order::Flush(told)).is_ok());
        if asked && is_told.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            tracing::warn!("the disk doesn't respond; what you typed last may not be saved");
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
                return Err("the disk doesn't respond; what you typed last may not be saved".into());
            }
            thread::sleep(Duration::from_millis(1));
        }
        let unkept = thread.join().unwrap_or_default();
        unkept.into_values().next().map_or(Ok(()), Err)
    }
}
