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
    /// Whether the next SIGCONT ends a stop that this program has arranged itself.
    awaits_continue: bool,
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
        Ok(Self { delivery, bell: None, told: VecDeque::new(), awaits_continue: false })
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

    /// The SIGCONT that ended a stop which this program has arranged itself is not told, whether it has come or is
    /// still to come: another thread may take it a little later.
    pub fn drop_continue(&mut self) {
        self.look();
        let before = self.told.len();
        self.told.retain(|signal| *signal != Signal::Continue);
        self.awaits_continue = self.told.len() == before;
    }

    fn look(&mut self) {
        let meaning = |number: i32| MEANINGS.iter().find(|(it, _)| it.as_raw() == number).map(|it| it.1);
        for signal in self.delivery.pending().filter_map(meaning) {
            let is_awaited = signal == Signal::Continue && std::mem::take(&mut self.awaits_continue);
            if !is_awaited {
                self.told.push_back(signal);
            }
        }
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

#[cfg(test)]
mod tests {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::process::{getpid, kill_process};

    use super::*;

    #[test]
    fn the_end_of_a_stop_of_our_own_is_not_told_however_late_it_comes() {
        let mut signals = Signals::listen().unwrap();
        signals.drop_continue();
        for expected in [&[][..], &[Signal::Continue]] {
            kill_process(getpid(), Number::CONT).unwrap();
            // Any thread may take it.
            let bell = signals.delivery.get_read().try_clone().unwrap();
            poll(&mut [PollFd::new(&bell, PollFlags::IN)], None).unwrap();
            signals.look();
            assert_eq!(signals.told, expected);
        }
    }
}
