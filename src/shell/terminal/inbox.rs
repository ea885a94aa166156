//! What the terminal sends, as it comes.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::time::{Sleep, sleep_until};

use super::input::{Framer, Report, decode};
use super::reader::{ReaderEvent, TerminalReader};
use super::{Outbox, Tty};

/// The terminal's input, and word of when it takes output again.
#[derive(Debug)]
pub struct Inbox {
    reader: TerminalReader,
    framer: Framer,
    reports: VecDeque<Report>,
    /// Wakes the loop when the framer has waited long enough.
    alarm: Option<(Instant, Pin<Box<Sleep>>)>,
    is_gone: bool,
}

/// What has come.
#[derive(Debug, PartialEq, Eq)]
pub enum Received {
    /// The terminal reports something.
    Report(Report),
    /// The terminal takes output again.
    TakesOutput,
    /// The terminal is gone.
    Gone,
}

/// What came so long after a deadline that the loop was too busy to see pass, came after it; what
/// came sooner may have been late on its way.
const GRACE: Duration = Duration::from_millis(100);

impl Inbox {
    /// Begins to listen.
    ///
    /// # Errors
    ///
    /// When there can be no thread for it.
    pub fn begin(tty: Arc<Tty>) -> io::Result<Self> {
        let reader = TerminalReader::begin(tty)?;
        Ok(Self { reader, framer: Framer::default(), reports: VecDeque::new(), alarm: None, is_gone: false })
    }

    /// Stops reading: what is typed from now on is for another program. What has come only in part
    /// was for it too.
    pub fn pause(&mut self) {
        self.reader.pause();
        self.framer = Framer::default();
        self.reports.clear();
        self.alarm = None;
    }

    /// Goes on reading.
    pub fn go_on(&self) {
        self.reader.go_on();
    }

    /// What has come next, if anything. While something waits in `out`, it is told when the terminal
    /// takes it.
    pub fn poll_received(&mut self, context: &mut Context<'_>, out: Option<&Outbox>) -> Poll<Received> {
        if out.is_some_and(|out| !out.is_empty()) {
            self.reader.want_output();
        }
        while self.reports.is_empty() && !self.is_gone {
            match self.reader.poll_event(context) {
                Poll::Ready(ReaderEvent::Bytes(bytes, at)) => self.take(&bytes, at),
                Poll::Ready(ReaderEvent::TakesOutput) => return Poll::Ready(Received::TakesOutput),
                Poll::Ready(ReaderEvent::Gone) => self.is_gone = true,
                // Only now: what was there already was not late.
                Poll::Pending if self.poll_alarm(context).is_pending() => return Poll::Pending,
                Poll::Pending => {}
            }
        }
        Poll::Ready(self.reports.pop_front().map_or(Received::Gone, Received::Report))
    }

    fn take(&mut self, bytes: &[u8], at: Instant) {
        if self.framer.deadline().is_some_and(|deadline| at > deadline + GRACE) {
            self.framer.expire(at);
        }
        self.framer.feed(bytes, at);
        self.take_frames();
    }

    /// Lets the framer give up waiting when it is time; ready when that gave something.
    fn poll_alarm(&mut self, context: &mut Context<'_>) -> Poll<()> {
        while let Some(deadline) = self.framer.deadline() {
            if self.alarm.as_ref().is_none_or(|(at, _)| *at != deadline) {
                self.alarm = Some((deadline, Box::pin(sleep_until(deadline.into()))));
            }
            if let Some((_, sleep)) = &mut self.alarm {
                std::task::ready!(sleep.as_mut().poll(context));
            }
            self.alarm = None;
            self.framer.expire(Instant::now());
            self.take_frames();
            if !self.reports.is_empty() {
                return Poll::Ready(());
            }
        }
        self.alarm = None;
        Poll::Pending
    }

    fn take_frames(&mut self) {
        while let Some(frame) = self.framer.next_frame() {
            self.reports.extend(decode(frame));
        }
    }
}
