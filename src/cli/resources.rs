//! What the system has to give before anything is begun: files and threads.
//!
//! Where it gives too few, the libraries that need them panic; said beforehand, it is one sentence, and
//! the terminal is as it was found.

use std::io;
use std::os::fd::AsRawFd;
use std::sync::mpsc;
use std::thread;

use anyhow::{Result, anyhow};
use rustix::io::fcntl_dupfd_cloexec;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// How many files have to be free: terminal, signals, log, locks, drafts and some connections.
const FILES: i32 = 32;

/// How many files are to be had where the system allows more than it gives unasked.
const ENOUGH: u64 = 256;

/// How many threads have to be free: requests, keyboard, disk, and one to wait for the system.
const THREADS: usize = 6;

/// Sees to it that enough files can be opened.
///
/// # Errors
///
/// That there are too few, and what to do.
pub fn check_files() -> Result<()> {
    raise_limit();
    has_files().map_err(|_| {
        let limit =
            getrlimit(Resource::Nofile).current.map_or("too low".to_owned(), |limit| limit.to_string());
        anyhow!(
            "too few files can be opened here (the limit is {limit}): raise it, as with `ulimit -n {ENOUGH}`"
        )
    })
}

/// Looks whether enough threads can be started. It takes too long to be done before the first frame.
///
/// # Errors
///
/// That there are too few, and what to do.
pub fn check_threads() -> Result<()> {
    start_threads().map_err(|_| {
        anyhow!(
            "too few threads can be started here: end other programs, or raise the limit, as with `ulimit -u`"
        )
    })
}

/// The limit that is in force may be lower than the one that may be.
fn raise_limit() {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.map_or(ENOUGH, |maximum| maximum.min(ENOUGH));
    if current.is_some_and(|current| current < wanted) {
        // If not, it is told below how many there are.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum });
    }
}

/// The numbers of files are given out from the lowest on, so the last one that is needed tells enough.
fn has_files() -> io::Result<()> {
    let first = fcntl_dupfd_cloexec(io::stderr(), 0)?;
    fcntl_dupfd_cloexec(io::stderr(), first.as_raw_fd() + FILES - 1)?;
    Ok(())
}

/// Starts as many threads as are needed, all at once, and lets them end.
fn start_threads() -> io::Result<()> {
    // Each waits for a word that never comes; it ends when there is nobody left to say it.
    let mut waiting = Vec::new();
    for _ in 0..THREADS {
        let (word, wait) = mpsc::channel::<()>();
        let thread = thread::Builder::new().spawn(move || wait.recv().is_ok())?;
        waiting.push((word, thread));
    }
    for (word, thread) in waiting {
        drop(word);
        // It can't have panicked.
        let _ = thread.join();
    }
    Ok(())
}
