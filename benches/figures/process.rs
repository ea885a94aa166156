//! What /proc knows of a process.

use std::fs::{self, read_to_string};
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::process::{Pid, Signal, kill_process};

/// The resident memory, in bytes.
pub fn resident(pid: u32) -> Result<u64> {
    let status = read_to_string(format!("/proc/{pid}/status"))?;
    Ok(number_in(&status, "VmRSS:")? * 1024)
}

/// What a process has used so far.
#[derive(Debug, Clone, Copy)]
pub struct Used {
    /// The processor time, as the scheduler counts it, of the threads that live.
    pub time: Duration,
    /// How often a thread that waited went on.
    pub wakes: u64,
}

/// What the process has used so far.
pub fn used(pid: u32) -> Result<Used> {
    let (mut time, mut wakes) = (Duration::ZERO, 0);
    for thread in fs::read_dir(format!("/proc/{pid}/task"))? {
        let thread = thread?.path();
        let schedule = read_to_string(thread.join("schedstat"))?;
        time += Duration::from_nanos(schedule.split(' ').next().context("no time")?.parse()?);
        wakes += number_in(&read_to_string(thread.join("status"))?, "voluntary_ctxt_switches:")?;
    }
    Ok(Used { time, wakes })
}

/// Stops a process where it is.
pub fn stop(pid: u32) -> Result<()> {
    signal(pid, Signal::STOP)
}

/// Has it go on.
pub fn go_on(pid: u32) -> Result<()> {
    signal(pid, Signal::CONT)
}

fn signal(pid: u32, signal: Signal) -> Result<()> {
    let pid = Pid::from_raw(pid.try_into()?).context("no process")?;
    Ok(kill_process(pid, signal)?)
}

fn number_in(status: &str, name: &str) -> Result<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    Ok(line.with_context(|| format!("no {name}"))?.trim().trim_end_matches(" kB").parse()?)
}
