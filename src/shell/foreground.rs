//! A program that has the terminal for a while.

use std::env;
use std::fmt;
use std::fs::File;
use std::future::Future;
use std::io::{self, BufRead, BufReader, Write as _};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::pin::Pin;
use std::process::{ExitStatus, Stdio};
use std::task::{Context, Poll};

use rustix::fs::{Access, access};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};
use tokio::process::{Child, Command};

use crate::app::{Handed, PlaceId};

use super::Tty;

/// The program, as long as it runs. Dropped, it is ended.
pub struct Foreground {
    /// For which place it was begun.
    pub place: PlaceId,
    ending: Pin<Box<dyn Future<Output = Handed> + Send>>,
}

impl Foreground {
    /// Begins `command` on the terminal, which must have been given back before.
    ///
    /// # Errors
    ///
    /// When it can't be started, or there is no terminal.
    pub fn begin(place: PlaceId, command: &[String]) -> io::Result<Self> {
        let (program, arguments) = command.split_first().ok_or(io::ErrorKind::InvalidInput)?;
        let terminal = Tty::for_a_program()?;
        say(&terminal, &format!("sagescope: {}\n", command.join(" ")));
        let settings = tcgetattr(&terminal).ok();
        let child = Command::new(program)
            .args(arguments)
            // Whatever the standard streams are: it asks the person.
            .stdin(Stdio::from(terminal.try_clone()?))
            .stdout(Stdio::from(terminal.try_clone()?))
            .stderr(Stdio::from(terminal.try_clone()?))
            .kill_on_drop(true)
            .spawn()?;
        Ok(Self { place, ending: Box::pin(end(child, terminal, settings)) })
    }

    /// How it ended, once it has.
    pub fn poll_ended(&mut self, context: &mut Context<'_>) -> Poll<Handed> {
        self.ending.as_mut().poll(context)
    }
}

impl fmt::Debug for Foreground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Foreground").field("place", &self.place).finish_non_exhaustive()
    }
}

async fn end(mut child: Child, terminal: OwnedFd, settings: Option<Termios>) -> Handed {
    let ended = child.wait().await;
    // However it left the terminal, it is as it was when it got it.
    if let Some(settings) = settings {
        let _ = tcsetattr(&terminal, OptionalActions::Now, &settings);
    }
    let how = match ended {
        Ok(status) if status.success() => return Handed::Done,
        // The person stopped it: there is nothing to read.
        Ok(status) if status.code().is_none_or(|code| code == STOPPED) => {
            say(&terminal, "\n");
            return Handed::Failed("the command was stopped".into());
        }
        Ok(status) => words(status),
        Err(error) => format!("couldn't wait for it: {error}"),
    };
    // What it said can be read before the screen covers it.
    let asked = how.clone();
    let answered = tokio::task::spawn_blocking(move || wait_for_enter(&asked, terminal)).await;
    drop(answered);
    Handed::Failed(how)
}

/// The exit code of a program that a Ctrl-C has ended, as shells count.
const STOPPED: i32 = 130;

fn words(status: ExitStatus) -> String {
    format!("the command ended with exit code {}", status.code().unwrap_or_default())
}

fn wait_for_enter(how: &str, terminal: OwnedFd) -> io::Result<()> {
    // An Enter that was meant for the program is none for this; one that comes after the words is.
    let _ = tcflush(&terminal, QueueSelector::IFlush);
    say(&terminal, &format!("\nsagescope: {how}. Press Enter to go back. "));
    BufReader::new(File::from(terminal)).read_line(&mut String::new()).map(drop)
}

/// The terminal may be gone; then there is nobody to tell.
fn say(terminal: &OwnedFd, words: &str) {
    let _ = terminal.try_clone().and_then(|terminal| File::from(terminal).write_all(words.as_bytes()));
}

/// Whether a program called `name` is on the PATH.
#[must_use]
pub fn is_installed(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| can_run(&folder.join(name))))
}

fn can_run(file: &Path) -> bool {
    file.is_file() && access(file, Access::EXEC_OK).is_ok()
}
