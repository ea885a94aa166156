//! What /proc knows of a process.

use std::fs::{self, read_to_string};
use std::time::Duration;

use anyhow::{Context as _, Result};

/// The resident memory, in bytes.
pub fn resident(pid: u32) -> Result<u64> {
    let status = read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kibibytes * 1024)
}

/// The processor time used so far.
#[derive(Debug, Clone, Copy)]
pub struct Used {
    /// As the scheduler counts it, of the threads that live.
    pub time: Duration,
    /// As clocks tick: user and system.
    pub ticks: u64,
}

/// What the process has used so far.
pub fn used(pid: u32) -> Result<Used> {
    let stat = read_to_string(format!("/proc/{pid}/stat"))?;
    // The name stands in brackets and can hold anything.
    let (_, fields) = stat.rsplit_once(") ").context("no fields")?;
    let ticks = fields.split(' ').skip(11).take(2).map(str::parse::<u64>).sum::<Result<_, _>>()?;
    let mut time = Duration::ZERO;
    for thread in fs::read_dir(format!("/proc/{pid}/task"))? {
        let schedule = read_to_string(thread?.path().join("schedstat"))?;
        let nanoseconds = schedule.split(' ').next().context("no time")?.parse()?;
        time += Duration::from_nanos(nanoseconds);
    }
    Ok(Used { time, ticks })
}
