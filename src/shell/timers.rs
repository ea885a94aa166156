//! Timers that run.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use crate::app::{Msg, Timer};

/// The timers, each with the moment it runs out.
#[derive(Debug, Default)]
pub struct Timers {
    due: BTreeMap<Timer, Instant>,
    /// Wakes the loop at the earliest of them.
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Timers {
    /// Starts `timer`, anew if it runs.
    pub fn start(&mut self, timer: Timer, delay: Duration) {
        self.due.insert(timer, Instant::now() + delay);
        self.alarm = None;
    }

    /// Stops `timer`.
    pub fn stop(&mut self, timer: &Timer) {
        self.due.remove(timer);
    }

    /// Whether a timer runs that something waits for; those that go on by themselves do not count.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        !self.due.keys().any(is_waited_for)
    }

    /// The next timer that has run out, if one has.
    pub fn poll_due(&mut self, context: &mut Context<'_>) -> Poll<Msg> {
        let Some((timer, at)) = self.due.iter().min_by_key(|(_, at)| **at) else { return Poll::Pending };
        if *at <= Instant::now() {
            let timer = timer.clone();
            self.due.remove(&timer);
            self.alarm = None;
            return Poll::Ready(Msg::Timer(timer));
        }
        let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep_until(*at)));
        if alarm.as_mut().poll(context).is_ready() {
            self.alarm = None;
            context.waker().wake_by_ref();
        }
        Poll::Pending
    }
}

fn is_waited_for(timer: &Timer) -> bool {
    match timer {
        Timer::SelectionRested
        | Timer::CursorRested
        | Timer::Sift
        | Timer::Step(..)
        | Timer::Tour
        | Timer::Keep
        | Timer::Journal
        | Timer::Lookup
        | Timer::Scan(_)
        | Timer::Armed(..) => true,
        Timer::Patience
        | Timer::Minute
        | Timer::Notice(_)
        | Timer::Glance
        | Timer::Tick
        | Timer::Alert
        | Timer::Refresh
        | Timer::RefreshImage
        | Timer::Unmark(..) => false,
    }
}
