//! The process of the program.

use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, ExitStatus};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::PATIENCE;

use super::display::Display;

/// A process, and what it wrote. It is ended with this, even where a test fails.
pub struct Process {
    pub display: Display,
    pid: Pid,
}

impl Process {
    pub fn of(child: Box<dyn Child + Send + Sync>, display: Display) -> Self {
        let pid = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        display.see_the_end_of(child);
        Self { display, pid }
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Sends a signal to the whole job, as a shell does.
    pub fn signal_job(&self, signal: Signal) {
        kill_process_group(self.pid, signal).unwrap();
    }

    /// Waits until it is stopped, as a suspended job is.
    #[track_caller]
    pub fn is_stopped(&self) {
        waited_until("the process to be stopped", || is_stopped(self.pid));
    }

    /// Waits until it has ended and all it wrote is on the screen.
    #[track_caller]
    pub fn ends(&self) -> ExitStatus {
        let state = self.display.wait_until("its end", |state| state.status.is_some() && state.is_closed);
        state.status.clone().unwrap()
    }

    /// Waits until it has ended, though nobody reads what it wrote.
    #[track_caller]
    pub fn ends_unread(&self) -> ExitStatus {
        waited_until("its end", || self.display.state().status.is_some());
        self.display.state().status.clone().unwrap()
    }
}

/// Waits until something is so that nothing tells of.
#[track_caller]
pub fn waited_until(what: &str, is_so: impl Fn() -> bool) {
    waited_until_or(is_so, || what.to_owned());
}

/// The same where what is said of it in the end is worth a look.
#[track_caller]
pub fn waited_until_or(is_so: impl Fn() -> bool, what: impl Fn() -> String) {
    let deadline = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < deadline, "waited for: {}", what());
        thread::sleep(Duration::from_millis(5));
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.display.state().status.is_none() {
            // A shell may stand before the program, in the same group.
            let _ = kill_process_group(self.pid, Signal::KILL);
        }
    }
}

#[cfg(target_os = "linux")]
fn is_stopped(pid: Pid) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap();
    // The name stands in brackets and can hold anything.
    stat.rsplit_once(") ").unwrap().1.starts_with('T')
}

#[cfg(not(target_os = "linux"))]
fn is_stopped(pid: Pid) -> bool {
    let pid = pid.as_raw_nonzero().to_string();
    let told = std::process::Command::new("ps").args(["-o", "state=", "-p", &pid]).output().unwrap();
    told.stdout.starts_with(b"T")
}
