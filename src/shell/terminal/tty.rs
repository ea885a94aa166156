//! The handle on the terminal.

use std::env;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr};

use crate::app::Size;

/// The terminal, opened afresh: that this handle never waits does not concern the shell, which
/// shares the inherited ones.
#[derive(Debug)]
pub struct Tty {
    terminal: OwnedFd,
    /// Whether the handle is the shell's too, since no other was to be had: then it may wait, and
    /// is asked first.
    is_shared: bool,
}

/// The size where the terminal knows none and the environment neither.
const USUAL: Size = Size { width: 80, height: 24 };
/// What a shared handle is given at once: all terminals take so much without waiting.
const LITTLE: usize = 256;

impl Tty {
    /// Opens the terminal that standard output is, or else standard input or standard error, or the
    /// one that the process belongs to.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn open() -> io::Result<Self> {
        match open_anew(OFlags::NONBLOCK) {
            Ok(terminal) => Ok(Self { terminal, is_shared: false }),
            Err(error) => {
                let shared = with_inherited(|inherited| inherited.try_clone_to_owned().ok());
                shared.map(|terminal| Self { terminal, is_shared: true }).ok_or(error)
            }
        }
    }

    /// A handle for another program, which waits as programs expect.
    ///
    /// # Errors
    ///
    /// When couldn't open the terminal.
    pub fn for_a_program() -> io::Result<OwnedFd> {
        open_anew(OFlags::empty())
    }

    /// The size of the terminal in cells. Where it knows none, as on a serial line, the environment
    /// tells.
    #[must_use]
    pub fn size(&self) -> Size {
        let told = tcgetwinsize(&self.terminal).ok();
        let (width, height) = told.map_or((0, 0), |told| (told.ws_col, told.ws_row));
        let variable = |name: &str| env::var(name).ok()?.trim().parse().ok().filter(|cells| *cells > 0);
        let known = |cells: u16, name: &str, usual: u16| match cells {
            0 => variable(name).unwrap_or(usual),
            cells => cells,
        };
        Size { width: known(width, "COLUMNS", USUAL.width), height: known(height, "LINES", USUAL.height) }
    }

    /// What is there to read, into `buffer`; nothing read means that the terminal is gone.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::WouldBlock`] where there is nothing; anything else means that the terminal
    /// is gone.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_shared && !self.is_ready(PollFlags::IN, Duration::ZERO) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        again(|| rustix::io::read(&self.terminal, &mut *buffer))
    }

    /// Writes as much of `bytes` as the terminal takes now, and tells how much that is.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::WouldBlock`] where it takes nothing.
    pub fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_shared {
            return again(|| rustix::io::write(&self.terminal, bytes));
        }
        if !self.is_ready(PollFlags::OUT, Duration::ZERO) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        again(|| rustix::io::write(&self.terminal, &bytes[..bytes.len().min(LITTLE)]))
    }

    /// Writes all of `bytes`, but gives up when the terminal has not taken them within `patience`.
    ///
    /// # Errors
    ///
    /// When it has not, or can't be written to.
    pub fn write_within(&self, mut bytes: &[u8], patience: Duration) -> io::Result<()> {
        let begun = Instant::now();
        while !bytes.is_empty() {
            match self.write(bytes) {
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    let left = patience.saturating_sub(begun.elapsed());
                    if !self.is_ready(PollFlags::OUT, left) {
                        return Err(io::ErrorKind::TimedOut.into());
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Whether the terminal has hung up.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        let mut asked = [PollFd::new(&self.terminal, PollFlags::empty())];
        poll(&mut asked, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).is_ok()
            && asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR)
    }

    /// How the terminal is set.
    ///
    /// # Errors
    ///
    /// When it can't be asked.
    pub fn settings(&self) -> io::Result<Termios> {
        Ok(tcgetattr(&self.terminal)?)
    }

    /// Sets the terminal.
    ///
    /// # Errors
    ///
    /// When it can't be set.
    pub fn set(&self, settings: &Termios) -> io::Result<()> {
        Ok(tcsetattr(&self.terminal, OptionalActions::Now, settings)?)
    }

    /// Throws away what was typed and not read.
    pub fn drop_typed(&self) {
        // A terminal that is gone has nothing typed.
        let _ = tcflush(&self.terminal, QueueSelector::IFlush);
    }

    /// Reads and throws away what comes until `is_last` takes a part of it for the last, or nothing of that
    /// kind has come within `patience`.
    pub fn read_past(&self, is_last: impl Fn(&[u8]) -> bool, patience: Duration) {
        let begun = Instant::now();
        let mut come = Vec::new();
        let mut buffer = [0; 256];
        loop {
            match self.read(&mut buffer) {
                Ok(0) => return,
                Ok(count) => come.extend_from_slice(&buffer[..count]),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    let left = patience.saturating_sub(begun.elapsed());
                    if left.is_zero() || !self.is_ready(PollFlags::IN, left) {
                        return;
                    }
                }
                Err(_) => return,
            }
            // More than a terminal answers is typed, or no terminal's.
            if is_last(&come) || come.len() > 4 * 1024 {
                return;
            }
        }
    }

    fn is_ready(&self, what: PollFlags, patience: Duration) -> bool {
        let patience = Timespec::try_from(patience).unwrap_or(Timespec { tv_sec: 0, tv_nsec: 0 });
        let mut asked = [PollFd::new(&self.terminal, what)];
        // One that is gone is ready too: reading and writing tell.
        matches!(again(|| poll(&mut asked, Some(&patience))), Ok(ready) if ready > 0)
    }
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.terminal.as_fd()
    }
}

/// Calls again where a signal came between.
fn again<T>(mut call: impl FnMut() -> rustix::io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(Errno::INTR) => {}
            other => return Ok(other?),
        }
    }
}

fn open_anew(how: OFlags) -> io::Result<OwnedFd> {
    let how = how | OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    let by_name = with_inherited(|inherited| {
        let name = rustix::termios::ttyname(inherited, Vec::new()).ok()?;
        open(name, how, Mode::empty()).ok()
    });
    // Under another user, as with sudo, the device may not be opened by its name.
    match by_name {
        Some(terminal) => Ok(terminal),
        None => Ok(open("/dev/tty", how, Mode::empty())?),
    }
}

/// What `find` makes of the first of the standard streams that are terminals.
fn with_inherited<T>(find: impl Fn(BorrowedFd<'_>) -> Option<T>) -> Option<T> {
    let (output, input, error) = (io::stdout(), io::stdin(), io::stderr());
    let streams = [
        output.is_terminal().then(|| output.as_fd()),
        input.is_terminal().then(|| input.as_fd()),
        error.is_terminal().then(|| error.as_fd()),
    ];
    streams.into_iter().flatten().find_map(find)
}
