//! What the system tells the program.

use std::collections::VecDeque;
use std::io;
use std::os::unix::net::UnixStream;
use std::task::{Context, Poll};

use rustix::process::Signal as Number;
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

/// A signal that is acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGTERM, SIGINT, SIGQUIT or SIGHUP: leave; the number is kept for the exit code.
    Leave(i32),
    /// SIGTSTP from outside: suspend.
    Stop,
    /// SIGWINCH: the terminal has another size.
    Resize,
    /// SIGCONT: back from a stop that someone else arranged.
    Continue,
}

/// The signals that are listened for.
///
/// They are listened for before the terminal is touched, and so before there is a runtime: what comes
/// meanwhile waits.
#[derive(Debug)]
pub struct Signals {
    delivery: SignalDelivery<UnixStream, SignalOnly>,
    /// Tells within a runtime that a signal has come.
    bell: Option<tokio::net::UnixStream>,
    told: VecDeque<Signal>,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    ///
    /// When the system refuses a handler.
    pub fn listen() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        read.set_nonblocking(true)?;
        let numbers = MEANINGS.map(|(number, _)| number.as_raw());
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, numbers)?;
        Ok(Self { delivery, bell: None, told: VecDeque::new() })
    }

    /// Begins to tell within this runtime.
    ///
    /// # Errors
    ///
    /// When the system can't watch for signals.
    pub fn attach(&mut self) -> io::Result<()> {
        self.bell = Some(tokio::net::UnixStream::from_std(self.delivery.get_read().try_clone()?)?);
        Ok(())
    }

    /// Goes on listening without a runtime.
    pub fn detach(&mut self) {
        self.bell = None;
    }

    /// The next signal, if one is there.
    pub fn poll_signal(&mut self, context: &mut Context<'_>) -> Poll<Signal> {
        while self.told.is_empty() {
            let Some(bell) = &self.bell else { return Poll::Pending };
            let Poll::Ready(Ok(())) = bell.poll_read_ready(context) else { return Poll::Pending };
            // Before looking: what comes from now on rings again.
            while bell.try_read(&mut [0; 64]).is_ok() {}
            self.look();
        }
        self.told.pop_front().map_or(Poll::Pending, Poll::Ready)
    }

    /// A SIGCONT that has come is not told: it ended a stop that this program has arranged itself.
    pub fn drop_continue(&mut self) {
        self.look();
        self.told.retain(|signal| *signal != Signal::Continue);
    }

    fn look(&mut self) {
        let meaning = |number: i32| MEANINGS.iter().find(|(it, _)| it.as_raw() == number).map(|it| it.1);
        self.told.extend(self.delivery.pending().filter_map(meaning));
    }
}

/// What each of them means.
const MEANINGS: [(Number, Signal); 7] = [
    (Number::TERM, Signal::Leave(Number::TERM.as_raw())),
    (Number::INT, Signal::Leave(Number::INT.as_raw())),
    (Number::QUIT, Signal::Leave(Number::QUIT.as_raw())),
    (Number::HUP, Signal::Leave(Number::HUP.as_raw())),
    (Number::TSTP, Signal::Stop),
    (Number::WINCH, Signal::Resize),
    (Number::CONT, Signal::Continue),
];
