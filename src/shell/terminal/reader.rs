//! Reads the terminal on a thread of its own.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::pipe::{PipeFlags, pipe_with};
use tokio::sync::mpsc::error::TryRecvError;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::Tty;

/// What the thread tells.
#[derive(Debug, PartialEq, Eq)]
pub enum ReaderEvent {
    /// These bytes came, at that time.
    Bytes(Vec<u8>, Instant),
    /// The terminal takes output again.
    TakesOutput,
    /// The terminal is gone.
    Gone,
}

/// The thread that reads. It sleeps in `poll` until there is something to do; where another program
/// has the terminal, it only waits for the terminal to hang up. Dropped, it ends.
#[derive(Debug)]
pub struct TerminalReader {
    told: Receiver<ReaderEvent>,
    orders: Arc<Orders>,
    /// Wakes the thread.
    bell: OwnedFd,
}

/// What the thread is to do.
#[derive(Debug, Default)]
struct Orders {
    task: AtomicU8,
    /// Whether it does what it was told last.
    is_obeyed: AtomicBool,
    /// Who waits for that.
    waiting: Mutex<Option<thread::Thread>>,
    wants_output: AtomicBool,
}

impl Orders {
    fn obey(&self) {
        if !self.is_obeyed.swap(true, Ordering::SeqCst)
            && let Some(waiting) = &*self.waiting()
        {
            waiting.unpark();
        }
    }

    fn set_waiting(&self, thread: Option<thread::Thread>) {
        *self.waiting() = thread;
    }

    fn waiting(&self) -> MutexGuard<'_, Option<thread::Thread>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const READ: u8 = 0;
const PAUSE: u8 = 1;
const END: u8 = 2;

/// So much is read at once, in bytes.
const AT_ONCE: usize = 16 * 1024;
/// So much may wait to be looked at, in reads. While more does not, the terminal waits.
const WAITING: usize = 64;
/// So long the thread may wait for room before it is given some, when it is to obey.
const LOOK_AGAIN: Duration = Duration::from_micros(200);
/// The thread is not waited for any longer.
const PATIENCE: Duration = Duration::from_millis(100);

impl TerminalReader {
    /// Begins to read.
    ///
    /// # Errors
    ///
    /// When there can be no thread for it, or no pipe to wake it.
    pub fn begin(tty: Arc<Tty>) -> io::Result<Self> {
        let (hears, bell) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK)?;
        let (tell, told) = mpsc::channel(WAITING);
        let orders = Arc::new(Orders::default());
        let thread = Thread { tty, hears, tell, orders: Arc::clone(&orders) };
        thread::Builder::new().name("terminal".into()).stack_size(128 * 1024).spawn(move || thread.run())?;
        Ok(Self { told, orders, bell })
    }

    /// What the thread has told, if anything.
    pub fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<ReaderEvent> {
        // What is there is had without asking leave of the runtime, which would call a halt after
        // some hundred.
        match self.told.try_recv() {
            Ok(told) => Poll::Ready(told),
            Err(_) => self.told.poll_recv(context).map(|told| told.unwrap_or(ReaderEvent::Gone)),
        }
    }

    /// Has it told when the terminal takes output again.
    pub fn want_output(&self) {
        if !self.orders.wants_output.swap(true, Ordering::SeqCst) {
            self.ring();
        }
    }

    /// Stops reading, and waits until nothing is read any more: what is typed from now on is for
    /// another program.
    pub fn pause(&mut self) {
        self.orders.set_waiting(Some(thread::current()));
        self.order(PAUSE);
        let begun = Instant::now();
        let mut has_ended = self.drop_told();
        while !has_ended && !self.orders.is_obeyed.load(Ordering::SeqCst) && begun.elapsed() < PATIENCE {
            thread::park_timeout(LOOK_AGAIN);
            // It may wait for room.
            has_ended = self.drop_told();
        }
        self.orders.set_waiting(None);
        self.drop_told();
    }

    /// Throws away what the thread has told; tells whether it has ended, as it does where the terminal is gone.
    fn drop_told(&mut self) -> bool {
        loop {
            match self.told.try_recv() {
                Ok(_) => {}
                Err(why) => return why == TryRecvError::Disconnected,
            }
        }
    }

    /// Goes on reading.
    pub fn go_on(&self) {
        self.order(READ);
    }

    fn order(&self, task: u8) {
        self.orders.is_obeyed.store(false, Ordering::SeqCst);
        self.orders.task.store(task, Ordering::SeqCst);
        self.ring();
    }

    /// A full pipe wakes it as well.
    fn ring(&self) {
        let _ = rustix::io::write(&self.bell, b".");
    }
}

impl Drop for TerminalReader {
    fn drop(&mut self) {
        self.order(END);
    }
}

struct Thread {
    tty: Arc<Tty>,
    hears: OwnedFd,
    tell: Sender<ReaderEvent>,
    orders: Arc<Orders>,
}

impl Thread {
    fn run(&self) {
        let mut buffer = vec![0; AT_ONCE];
        loop {
            let task = self.orders.task.load(Ordering::SeqCst);
            self.orders.obey();
            if task == END {
                return;
            }
            let Ok(found) = self.wait(task == READ) else { return };
            if found.contains(PollFlags::OUT) && self.orders.wants_output.swap(false, Ordering::SeqCst) {
                let _ = self.tell.blocking_send(ReaderEvent::TakesOutput);
            }
            let is_over = match (task, found.contains(PollFlags::IN)) {
                // Ordered otherwise meanwhile: what came is not ours.
                (READ, true) if self.orders.task.load(Ordering::SeqCst) == READ => {
                    self.read(&mut buffer).is_err()
                }
                _ => found.intersects(PollFlags::HUP | PollFlags::ERR),
            };
            if is_over {
                let _ = self.tell.blocking_send(ReaderEvent::Gone);
                return;
            }
        }
    }

    /// Waits until the terminal has something, takes something, or is gone, or the bell rings.
    fn wait(&self, reads: bool) -> rustix::io::Result<PollFlags> {
        let mut what = PollFlags::empty();
        what.set(PollFlags::IN, reads);
        what.set(PollFlags::OUT, self.orders.wants_output.load(Ordering::SeqCst));
        let mut asked = [PollFd::new(&*self.tty, what), PollFd::new(&self.hears, PollFlags::IN)];
        match poll(&mut asked, None) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error),
        }
        let (found, is_rung) = (asked[0].revents(), !asked[1].revents().is_empty());
        if is_rung {
            let _ = rustix::io::read(&self.hears, &mut [0; 64][..]);
        }
        Ok(found)
    }

    /// Tells what came; an error means that the terminal is gone, or nobody listens.
    fn read(&self, buffer: &mut [u8]) -> io::Result<()> {
        match self.tty.read(buffer) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                let told = ReaderEvent::Bytes(buffer[..count].to_vec(), Instant::now());
                self.tell.blocking_send(told).map_err(|_| io::ErrorKind::BrokenPipe.into())
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
            Err(error) => Err(error),
        }
    }
}
