//! Where the loop asks for things to be kept.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

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
    /// What is not kept, once the thread has done everything; nothing where there is no thread.
    ended: Option<mpsc::Receiver<Unkept>>,
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
        let (end, ended) = mpsc::channel();
        let keep = move || {
            let unkept = WorkerThread::new(disk.as_ref(), tell).run(&asked);
            // Its lock is gone before the program is.
            drop(disk);
            let _ = end.send(unkept);
        };
        let thread = thread::Builder::new().name("disk".into()).stack_size(256 * 1024).spawn(keep);
        Self { jobs: Some(jobs), told, ended: thread.ok().map(|_| ended), open: 0 }
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
        let Some(ended) = self.ended.take() else { return Ok(()) };
        match ended.recv_timeout(PATIENCE) {
            Ok(unkept) => unkept.into_values().next().map_or(Ok(()), Err),
            Err(RecvTimeoutError::Timeout) => {
                Err("the disk doesn't respond; what you typed last may not be saved".into())
            }
            // It has panicked, which is in the log.
            Err(RecvTimeoutError::Disconnected) => Ok(()),
        }
    }
}
