//! What the system tells the program.

use std::io;
use std::task::{Context, Poll};

use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

/// A signal that is acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGTERM, SIGINT, SIGQUIT or SIGHUP: leave; the number is kept for the exit code.
    Leave(i32),
    /// SIGTSTP from outside: suspend.
    Stop,
    /// SIGWINCH: the terminal has another size.
    Resize,
    /// SIGCONT: back from a stop that somebody else arranged.
    Continue,
}

/// The signals that are listened for.
#[derive(Debug)]
pub struct Signals {
    streams: Vec<(Signal, Stream)>,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    ///
    /// When the system refuses a handler.
    pub fn listen() -> io::Result<Self> {
        let leave = |kind: SignalKind| (Signal::Leave(kind.as_raw_value()), kind);
        let stop = SignalKind::from_raw(rustix::process::Signal::TSTP.as_raw());
        let resume = SignalKind::from_raw(rustix::process::Signal::CONT.as_raw());
        let kinds = [
            leave(SignalKind::terminate()),
            leave(SignalKind::interrupt()),
            leave(SignalKind::quit()),
            leave(SignalKind::hangup()),
            (Signal::Stop, stop),
            (Signal::Resize, SignalKind::window_change()),
            (Signal::Continue, resume),
        ];
        let listen = |(meaning, kind)| Ok((meaning, signal(kind)?));
        Ok(Self { streams: kinds.into_iter().map(listen).collect::<io::Result<_>>()? })
    }

    /// The next signal, if one is there.
    pub fn poll_signal(&mut self, context: &mut Context<'_>) -> Poll<Signal> {
        for (meaning, stream) in &mut self.streams {
            if let Poll::Ready(Some(())) = stream.poll_recv(context) {
                return Poll::Ready(*meaning);
            }
        }
        Poll::Pending
    }
}
