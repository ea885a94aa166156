//! What the terminal reports: keys, pastes, sizes.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, EventStream};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

use super::tty;

/// The terminal's input, as long as the terminal is ours.
///
/// A thread of its own reads it. crossterm's reader does not always come back: it waits for the
/// rest of a key of which only the start has come, and never returns from a terminal that is
/// gone. The loop goes on all the same.
#[derive(Debug)]
pub struct Keyboard {
    events: UnboundedReceiver<io::Result<Event>>,
    is_closed: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    /// Never asked for events; dropped, it wakes the reader.
    _waker: EventStream,
}

impl Keyboard {
    /// Begins to read.
    ///
    /// # Errors
    ///
    /// When there can be no thread for it.
    pub fn open() -> io::Result<Self> {
        let (sender, events) = mpsc::unbounded_channel();
        let is_closed = Arc::new(AtomicBool::new(false));
        let reader = Reader { terminal: tty::open().ok(), events: sender, is_closed: Arc::clone(&is_closed) };
        let waker = EventStream::new();
        let builder = thread::Builder::new().name("keyboard".into()).stack_size(256 * 1024);
        let reader = Some(builder.spawn(move || reader.read())?);
        Ok(Self { events, is_closed, reader, _waker: waker })
    }

    /// Stops reading, and waits a little until nothing is read any more: what is typed from now on is
    /// for another program.
    pub fn close(mut self) {
        const PATIENCE: Duration = Duration::from_millis(100);
        let reader = self.reader.take();
        drop(self);
        let begun = Instant::now();
        while reader.as_ref().is_some_and(|reader| !reader.is_finished()) && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_micros(200));
        }
    }

    /// What the terminal reports next, if anything.
    pub fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Event>>> {
        // What is there is had without asking leave of the runtime, which would call a halt after
        // some hundred.
        match self.events.try_recv() {
            Ok(event) => Poll::Ready(Some(event)),
            Err(_) => self.events.poll_recv(context),
        }
    }
}

impl Drop for Keyboard {
    /// Then `_waker` goes, and the reader sees that it is not wanted any more.
    fn drop(&mut self) {
        self.is_closed.store(true, Ordering::SeqCst);
    }
}

struct Reader {
    /// Nothing where it can't be had apart from crossterm.
    terminal: Option<OwnedFd>,
    events: UnboundedSender<io::Result<Event>>,
    is_closed: Arc<AtomicBool>,
}

impl Reader {
    fn read(&self) {
        const LONG: Duration = Duration::from_hours(24);
        while !self.is_closed.load(Ordering::SeqCst) {
            let report = match event::poll(Duration::ZERO) {
                Ok(true) => event::read(),
                Ok(false) => {
                    self.rouse();
                    match event::poll(LONG) {
                        Ok(_) => continue,
                        Err(error) => Err(error),
                    }
                }
                Err(error) => Err(error),
            };
            let is_over = report.is_err();
            if self.events.send(report).is_err() || is_over {
                return;
            }
        }
    }

    /// Makes crossterm look again if there is input that it has overlooked.
    ///
    /// It is told once that input has come. Where it stops reading early, behind 1,024 bytes or
    /// because the window's size has changed too, it would let the rest lie until the next key.
    /// Settings that are set, even to what they are, make the system tell it anew.
    fn rouse(&self) {
        let Some(terminal) = &self.terminal else { return };
        let mut asked = [PollFd::new(terminal, PollFlags::IN)];
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        if poll(&mut asked, Some(&now)).is_err() || asked[0].revents() != PollFlags::IN {
            return;
        }
        // A terminal that is gone is noticed elsewhere.
        let _ = tcgetattr(terminal).and_then(|settings| tcsetattr(terminal, OptionalActions::Now, &settings));
    }
}
