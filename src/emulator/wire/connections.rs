//! Who is connected, and which connections only wait for their client.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::sync::Notify;

/// Who is connected, and which connections only wait for their client.
#[derive(Debug, Default)]
pub(in crate::emulator) struct Roster {
    seats: Mutex<Seats>,
    /// A connection has ended or begun to wait.
    changed: Notify,
}

#[derive(Debug, Default)]
struct Seats {
    /// How many connections there are, without those that were told to leave.
    count: usize,
    /// The number of the last wait that began.
    last: u64,
    /// Those that wait, by the number of their wait: the longest wait is the first.
    waiting: BTreeMap<u64, Arc<Notice>>,
}

/// That a connection has to leave.
#[derive(Debug, Default)]
struct Notice {
    is_given: AtomicBool,
    given: Notify,
}

/// A connection's place in the roster, given up when it is dropped.
#[derive(Debug)]
pub(in crate::emulator) struct Seat {
    roster: Arc<Roster>,
    notice: Arc<Notice>,
    /// The number of the wait, while it waits.
    wait: Mutex<Option<u64>>,
}

/// As long as it is held, the connection is being served.
pub(in crate::emulator) struct Service<'seat>(&'seat Seat);

impl Roster {
    /// Sees to it that there are fewer than `most` connections: tells the one that has waited longest to leave, or waits
    /// until there is one.
    pub(in crate::emulator) async fn make_room(&self, most: usize) {
        while self.seats().count >= most && !self.end_longest_wait() {
            self.changed.notified().await;
        }
    }

    /// Tells the connection that has waited longest for its client to leave. False where none waits.
    pub(in crate::emulator) fn end_longest_wait(&self) -> bool {
        let mut seats = self.seats();
        let Some((_, notice)) = seats.waiting.pop_first() else { return false };
        seats.count = seats.count.saturating_sub(1);
        notice.is_given.store(true, Ordering::Relaxed);
        notice.given.notify_one();
        true
    }

    /// A seat for a connection that waits for its first request.
    pub(in crate::emulator) fn seat(self: &Arc<Self>) -> Seat {
        self.seats().count += 1;
        let seat = Seat { roster: Arc::clone(self), notice: Arc::default(), wait: Mutex::default() };
        seat.begin_wait();
        seat
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat {
    /// Waits until the connection has to leave. One that is being served by then stays.
    pub(in crate::emulator) async fn told_to_leave(&self) {
        loop {
            self.notice.given.notified().await;
            let mut seats = self.roster.seats();
            if self.wait().is_some() {
                return;
            }
            self.notice.is_given.store(false, Ordering::Relaxed);
            seats.count += 1;
        }
    }

    /// The request was read whole: until the answer is made the connection does not wait for its client.
    pub(in crate::emulator) fn serve(&self) -> Service<'_> {
        self.end_wait(&mut self.roster.seats());
        Service(self)
    }

    fn begin_wait(&self) {
        let mut seats = self.roster.seats();
        seats.last += 1;
        let number = seats.last;
        seats.waiting.insert(number, Arc::clone(&self.notice));
        *self.wait() = Some(number);
        self.roster.changed.notify_one();
    }

    fn end_wait(&self, seats: &mut Seats) {
        if let Some(number) = self.wait().take() {
            seats.waiting.remove(&number);
        }
    }

    fn wait(&self) -> MutexGuard<'_, Option<u64>> {
        self.wait.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Service<'_> {
    fn drop(&mut self) {
        self.0.begin_wait();
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.roster.seats();
        self.end_wait(&mut seats);
        if !self.notice.is_given.load(Ordering::Relaxed) {
            seats.count = seats.count.saturating_sub(1);
        }
        self.roster.changed.notify_one();
    }
}
