//! A program that runs, and is ended where nobody waits for it any more.

use std::io;
use std::process::{ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::{Child, Command};
use tokio::time::{interval, timeout};

/// Most bytes that are read of each of its outputs.
const MAX_OUTPUT: u64 = 1024 * 1024;

/// How long its outputs are waited for once it has ended: a child of its own may hold them open.
const OUTPUT_GRACE: Duration = Duration::from_secs(1);

/// How often it is looked whether it was stopped.
const CHECK_INTERVAL: Duration = Duration::from_millis(250);

/// How long it may take to end by itself when it is asked to.
const TERMINATION_GRACE: Duration = Duration::from_secs(2);

/// The groups of all that run.
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// A program in a process group of its own.
pub(super) struct RunningProgram {
    child: Option<Child>,
    group: Option<Pid>,
}

/// What a program that has ended left behind.
pub(super) struct EndedProgram {
    pub status: ExitStatus,
    pub output: Vec<u8>,
    /// What it wrote on its standard error.
    pub errors: String,
    /// Whether its output was cut off.
    pub is_too_long: bool,
}

impl RunningProgram {
    /// Begins `program`, without input.
    ///
    /// # Errors
    ///
    /// Why it can't be begun.
    pub(super) fn begin(program: &str, arguments: &[String]) -> io::Result<Self> {
        let child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // The person's Ctrl-C is for this program; and what it starts itself ends with it.
            .process_group(0)
            .spawn()?;
        let group = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        running().extend(group);
        Ok(Self { child: Some(child), group })
    }

    /// Waits for its end.
    ///
    /// # Errors
    ///
    /// What it did instead, as the rest of a sentence. It is ended then.
    pub(super) async fn end(mut self) -> Result<EndedProgram, String> {
        let group = self.group;
        let Some(child) = self.child.as_mut() else { return Err("was not started.".into()) };
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let status = {
            let reading = async { tokio::join!(read(out, &mut output), read(err, &mut errors)) };
            tokio::pin!(reading);
            let mut looks = interval(CHECK_INTERVAL);
            let (mut ended, mut has_read) = (None, false);
            while !has_read && ended.is_none() {
                tokio::select! {
                    _ = &mut reading => has_read = true,
                    status = child.wait() => ended = Some(status),
                    _ = looks.tick() => if is_stopped(group) { return Err(STOPPED.into()) },
                }
            }
            if !has_read {
                let _ = timeout(OUTPUT_GRACE, reading).await;
            }
            match ended {
                Some(status) => status,
                None => child.wait().await,
            }
        };
        let status = status.map_err(|error| format!("can't be waited for: {error}."))?;
        self.child = None;
        forget(group);
        let is_too_long = output.len() as u64 >= MAX_OUTPUT;
        Ok(EndedProgram {
            status,
            output,
            errors: String::from_utf8_lossy(&errors).into_owned(),
            is_too_long,
        })
    }
}

/// Asks all programs that run to end, with what they started: this process ends, and takes nothing apart.
pub fn end_all() {
    for group in running().drain(..) {
        let _ = rustix::process::kill_process_group(group, Signal::TERM);
        let _ = rustix::process::kill_process_group(group, Signal::CONT);
    }
}

fn forget(group: Option<Pid>) {
    running().retain(|running| Some(*running) != group);
}

fn running() -> MutexGuard<'static, Vec<Pid>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

const STOPPED: &str = "wants to use the terminal, which sagescope needs itself. Have it ask in a window, or log in \
                       with it in another terminal first.";

async fn read(pipe: Option<impl AsyncRead + Unpin>, into: &mut Vec<u8>) {
    if let Some(pipe) = pipe {
        // What was read until a failure is kept; its end tells the rest.
        let _ = pipe.take(MAX_OUTPUT).read_to_end(into).await;
    }
}

/// Whether it was stopped, as the system does with a program in the background that reads from the terminal.
fn is_stopped(group: Option<Pid>) -> bool {
    let options = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    group.is_some_and(|pid| matches!(rustix::process::waitid(WaitId::Pid(pid), options), Ok(Some(_))))
}

impl Drop for RunningProgram {
    /// Ends it and what it started: it is asked to end, and made to where it does not.
    fn drop(&mut self) {
        let (Some(mut child), Some(group)) = (self.child.take(), self.group) else { return };
        forget(Some(group));
        let kill = move |signal| rustix::process::kill_process_group(group, signal);
        let _ = kill(Signal::TERM);
        let _ = kill(Signal::CONT);
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(async move {
                let _ = timeout(TERMINATION_GRACE, child.wait()).await;
                let _ = kill(Signal::KILL);
                let _ = child.wait().await;
            })),
            Err(_) => drop(kill(Signal::KILL)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(script: &str) -> RunningProgram {
        RunningProgram::begin("sh", &["-c".to_owned(), script.to_owned()]).unwrap()
    }

    #[tokio::test]
    async fn both_outputs_are_kept() {
        let ended = begin("echo out; echo err >&2; cat; exit 3").end().await.unwrap();
        assert_eq!((ended.output.as_slice(), ended.errors.as_str()), (&b"out\n"[..], "err\n"));
        assert_eq!((ended.status.code(), ended.is_too_long), (Some(3), false));
    }

    #[tokio::test]
    async fn a_child_that_holds_its_output_open_is_not_waited_for() {
        let ended = begin("sleep 60 & echo out").end().await.unwrap();
        assert_eq!(ended.output, b"out\n");
    }

    #[tokio::test]
    async fn endless_output_is_cut_off() {
        let running = RunningProgram::begin("yes", &[]).unwrap();
        let ended = running.end().await.unwrap();
        assert!(ended.is_too_long && !ended.status.success());
    }

    #[tokio::test]
    async fn one_that_is_stopped_is_told() {
        let Err(why) = begin("kill -STOP $$").end().await else { panic!("it went on") };
        assert!(why.contains("terminal"), "{why}");
    }

    #[tokio::test]
    async fn one_that_is_given_up_ends_with_all_it_started() {
        let folder = tempfile::TempDir::new().unwrap();
        let pids = folder.path().join("pids");
        let script = format!(
            "trap '' TERM; sh -c 'trap \"\" TERM; echo $$ >> {0}; sleep 60' & echo $$ >> {0}; wait",
            pids.display()
        );
        let running = begin(&script);
        let both = loop {
            let both = std::fs::read_to_string(&pids).unwrap_or_default();
            if both.lines().count() == 2 {
                break both;
            }
            tokio::task::yield_now().await;
        };
        drop(running);
        for pid in both.lines() {
            while is_alive(pid) {
                tokio::task::yield_now().await;
            }
        }
    }

    /// A zombie that nobody waits for is none.
    fn is_alive(pid: &str) -> bool {
        let ps = std::process::Command::new("ps").args(["-o", "stat=", "-p", pid]).output().unwrap();
        let state = String::from_utf8(ps.stdout).unwrap();
        !state.trim().is_empty() && !state.trim().starts_with('Z')
    }
}
