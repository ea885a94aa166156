//! Where the files of the AWS configuration are read.
//!
//! A variable may name anything. `AWS_CONFIG_FILE=<(…)` in a shell is a pipe, which can be read once; a
//! FIFO may have nobody who writes to it; a terminal is waited for, and `/dev/zero` never ends. The SDK
//! waits for all of them, and with it would whatever else its thread has to do.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[cfg(test)]
use aws_types::os_shim_internal::Fs;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use tokio::sync::Mutex;

use crate::plain_file::{self, Links};

/// How long a pipe is waited for that nobody writes to.
const FOR_WRITER: Duration = Duration::from_secs(1);

/// How long one is waited for that has a writer, from beginning to end.
const FOR_END: Duration = Duration::from_secs(5);

/// How often it is looked at meanwhile.
const TICK: Duration = Duration::from_millis(5);

/// The files of this machine, or what a test has in their place.
#[derive(Debug, Clone)]
pub(in crate::aws) enum FileSystem {
    /// Those of this machine.
    Real,
    /// Those of a test.
    #[cfg(test)]
    Made(Fs),
}

impl FileSystem {
    /// Reads a file that the person named, or the usual one. A pipe is read as long as its writer takes,
    /// but some seconds at most; what came out of it is known from then on, for as long as the program
    /// runs.
    ///
    /// # Errors
    ///
    /// `InvalidInput` for what is neither file nor pipe, `InvalidData` for more than `most` bytes,
    /// `TimedOut` for a pipe whose end did not come; else as for any file.
    pub(in crate::aws) async fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        match self {
            Self::Real => match plain_file::read(path, Links::Followed, most) {
                Err(error) if error.kind() == ErrorKind::InvalidInput => piped(path, most, error).await,
                read => read,
            },
            #[cfg(test)]
            Self::Made(files) => files.read_to_end(path).await,
        }
    }

    /// Whether the SDK would wait for `path`, or read it for ever, where it reads it itself.
    pub(in crate::aws) fn is_waited_for(path: &Path) -> bool {
        fs::metadata(path)
            .is_ok_and(|found| !found.is_file() && !found.is_dir() && !plain_file::is_null(&found))
    }
}

#[cfg(test)]
impl From<Fs> for FileSystem {
    fn from(files: Fs) -> Self {
        Self::Made(files)
    }
}

/// What came out of pipes, each by its path and number: numbers are given out again.
type Known = Vec<((PathBuf, u64), Vec<u8>)>;

/// What comes out of the pipe at `path`; `otherwise` where it is none.
async fn piped(path: &Path, most: u64, otherwise: io::Error) -> io::Result<Vec<u8>> {
    static KNOWN: Mutex<Known> = Mutex::const_new(Vec::new());
    let found = fs::metadata(path)?;
    if !found.file_type().is_fifo() {
        return Err(otherwise);
    }
    // Only one may read it, and the others get the same.
    let mut known = KNOWN.lock().await;
    let name = (path.to_owned(), found.ino());
    if let Some((_, bytes)) = known.iter().find(|(known, _)| *known == name) {
        return Ok(bytes.clone());
    }
    let bytes = drain(path, most).await?;
    known.push((name, bytes.clone()));
    Ok(bytes)
}

async fn drain(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let mut pipe = fs::OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    if !pipe.metadata()?.file_type().is_fifo() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let begun = Instant::now();
    let mut bytes = Vec::new();
    let mut has_writer = false;
    loop {
        let before = bytes.len();
        let ended = pipe.by_ref().take(most.saturating_add(1)).read_to_end(&mut bytes);
        if u64::try_from(bytes.len()).is_ok_and(|read| read > most) {
            return Err(io::Error::new(ErrorKind::InvalidData, format!("it has more than {most} bytes")));
        }
        match ended {
            // Without a writer there is an end at once: of one that was there, or of none yet.
            Ok(_) if has_writer || !bytes.is_empty() || is_hung_up(&pipe) => return Ok(bytes),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => has_writer = true,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        has_writer |= bytes.len() > before;
        let (patience, why) = if has_writer {
            (FOR_END, "it is a pipe that doesn't end")
        } else {
            (FOR_WRITER, "it is a pipe that nobody writes to")
        };
        if begun.elapsed() > patience {
            return Err(io::Error::new(ErrorKind::TimedOut, why));
        }
        tokio::time::sleep(TICK).await;
    }
}

/// Whether a writer was there and is gone.
fn is_hung_up(pipe: &fs::File) -> bool {
    let mut polled = [PollFd::new(pipe, PollFlags::IN)];
    let is_told = poll(&mut polled, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).is_ok();
    is_told && polled[0].revents().contains(PollFlags::HUP)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use tempfile::TempDir;

    use super::*;

    fn fifo(home: &TempDir) -> std::path::PathBuf {
        let path = home.path().join("fifo");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        path
    }

    #[tokio::test]
    async fn a_pipe_is_read_once_and_known_from_then_on() {
        let home = TempDir::new().unwrap();
        let path = fifo(&home);
        let writer = std::thread::spawn({
            let path = path.clone();
            // Opening it waits for the reader.
            move || {
                let mut pipe = fs::OpenOptions::new().write(true).open(path).unwrap();
                for _ in 0..3 {
                    pipe.write_all(b"words ").unwrap();
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
        });
        let (one, other) = tokio::join!(FileSystem::Real.read(&path, 100), FileSystem::Real.read(&path, 100));
        assert_eq!(
            (one.unwrap(), other.unwrap()),
            (b"words words words ".to_vec(), b"words words words ".to_vec())
        );
        writer.join().unwrap();
    }

    #[tokio::test]
    async fn a_pipe_without_an_end_is_given_up() {
        let home = TempDir::new().unwrap();
        let path = fifo(&home);
        let error = FileSystem::Real.read(&path, 100).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.to_string().as_str()),
            (ErrorKind::TimedOut, "it is a pipe that nobody writes to")
        );
        let mut held = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
        held.write_all(b"words").unwrap();
        let error = FileSystem::Real.read(&path, 4).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidData);
    }

    #[tokio::test]
    async fn a_pipe_may_hold_nothing() {
        let home = TempDir::new().unwrap();
        let path = fifo(&home);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(writer);
        let shell = format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(&reader));
        if Path::new(&shell).exists() {
            assert_eq!(FileSystem::Real.read(Path::new(&shell), 100).await.unwrap(), b"");
        }
        assert!(FileSystem::is_waited_for(&path) && FileSystem::is_waited_for(Path::new("/dev/zero")));
        assert!(
            !FileSystem::is_waited_for(Path::new("/dev/null")) && !FileSystem::is_waited_for(home.path())
        );
    }
}
