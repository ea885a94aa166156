//! Who is connected, and which connections only wait for their client.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::sync::Notify;

use crate::emulator::store::lock;

/// Who is connected, and which connections only wait for their client.
#[derive(Debug, Default)]
pub(super) struct Connections {
    open: Mutex<OpenConnections>,
    /// A connection has ended or begun to wait.
    changed: Notify,
}

#[derive(Debug, Default)]
struct OpenConnections {
    /// How many connections there are, without those that were told to close.
    count: usize,
    /// The number of the last wait that began.
    last: u64,
    /// Those that wait, by the number of their wait: the longest wait is the first.
    waiting: BTreeMap<u64, Arc<CloseNotice>>,
}

/// That a connection has to close.
#[derive(Debug, Default)]
struct CloseNotice {
    is_given: AtomicBool,
    given: Notify,
}

/// One connection among the others; it is taken off when this is dropped.
#[derive(Debug)]
pub(super) struct Connection {
    all: Arc<Connections>,
    notice: Arc<CloseNotice>,
    /// The number of the wait, while it waits.
    wait: Mutex<Option<u64>>,
}

/// As long as it is held, the connection is being served.
pub(super) struct Serving<'connection>(&'connection Connection);

impl Connections {
    /// Sees to it that there are fewer than `most` connections: tells the one that has waited longest to close, or waits
    /// until there is one.
    pub(super) async fn make_room(&self, most: usize) {
        while self.open().count >= most && !self.end_longest_wait() {
            self.changed.notified().await;
        }
    }

    /// Tells the connection that has waited longest for its client to close. False where none waits.
    pub(super) fn end_longest_wait(&self) -> bool {
        let mut open = self.open();
        let Some((_, notice)) = open.waiting.pop_first() else { return false };
        open.count = open.count.saturating_sub(1);
        notice.is_given.store(true, Ordering::Relaxed);
        notice.given.notify_one();
        true
    }

    /// Enters a connection, which waits for its first request.
    pub(super) fn enter(self: &Arc<Self>) -> Connection {
        self.open().count += 1;
        let connection = Connection { all: Arc::clone(self), notice: Arc::default(), wait: Mutex::default() };
        connection.begin_wait();
        connection
    }

    fn open(&self) -> MutexGuard<'_, OpenConnections> {
        lock(&self.open)
    }
}

impl Connection {
    /// Waits until the connection has to close. One that is being served by then stays.
    pub(super) async fn told_to_close(&self) {
        loop {
            self.notice.given.notified().await;
            let mut open = self.all.open();
            if self.wait().is_some() {
                return;
            }
            self.notice.is_given.store(false, Ordering::Relaxed);
            open.count += 1;
        }
    }

    /// The request was read whole: until the answer is made the connection does not wait for its client.
    pub(super) fn serve(&self) -> Serving<'_> {
        self.end_wait(&mut self.all.open());
        Serving(self)
    }

    fn begin_wait(&self) {
        let mut open = self.all.open();
        open.last += 1;
        let number = open.last;
        open.waiting.insert(number, Arc::clone(&self.notice));
        *self.wait() = Some(number);
        self.all.changed.notify_one();
    }

    fn end_wait(&self, open: &mut OpenConnections) {
        if let Some(number) = self.wait().take() {
            open.waiting.remove(&number);
        }
    }

    fn wait(&self) -> MutexGuard<'_, Option<u64>> {
        lock(&self.wait)
    }
}

impl Drop for Serving<'_> {
    fn drop(&mut self) {
        self.0.begin_wait();
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut open = self.all.open();
        self.end_wait(&mut open);
        if !self.notice.is_given.load(Ordering::Relaxed) {
            open.count = open.count.saturating_sub(1);
        }
        self.all.changed.notify_one();
    }
}
