//! A program that has the terminal for a while.

use std::ffi::OsString;
use std::fmt;
use std::fs::File;
use std::future::Future;
use std::io::{self, BufRead, BufReader, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::{ExitStatus, Stdio};
use std::task::{Context, Poll};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};
use tokio::process::{Child, Command};

use crate::app::{EditorText, Handed, Msg, PlaceId};
use crate::disk::editor_file;

use super::Tty;
use super::editor::OpenEditor;

/// The program, as long as it runs. Dropped, it is ended.
pub struct Foreground {
    ending: Pin<Box<dyn Future<Output = Msg> + Send>>,
    child: Option<Pid>,
    /// The file that it is to leave something in.
    file: Option<PathBuf>,
}

impl Foreground {
    /// Begins `command`, which logs in at a place, on the terminal, which must have been given back before.
    ///
    /// # Errors
    ///
    /// When it can't be started, or there is no terminal.
    pub fn log_in(place: PlaceId, command: &[String]) -> io::Result<Self> {
        let words = format!("sagescope: {}\n", command.join(" "));
        let command: Vec<_> = command.iter().map(OsString::from).collect();
        let (child, terminal, settings) = begin(&command, &words)?;
        let id = pid(&child);
        let ending =
            async move { Msg::HandedBack { place, handed: end_of_log_in(child, terminal, settings).await } };
        Ok(Self { ending: Box::pin(ending), child: id, file: None })
    }

    /// Begins an editor on the terminal, likewise.
    ///
    /// # Errors
    ///
    /// When it can't be started, or there is no terminal; the editor is given back then.
    pub fn edit(editor: OpenEditor) -> Result<Self, Box<(OpenEditor, io::Error)>> {
        let name = editor.program();
        // One with a window of its own leaves nothing else to look at; it goes with the editor.
        let words = format!("\rsagescope: waiting for {name} to close the file… ");
        let (child, terminal, settings) = match begin(&editor.command, &words) {
            Ok(begun) => begun,
            Err(error) => return Err(Box::new((editor, error))),
        };
        let (id, file) = (pid(&child), editor.file().to_owned());
        let ending = async move {
            let trouble = end_of_editor(child, terminal, settings).await;
            let close = tokio::task::spawn_blocking(move || editor.close(trouble));
            match close.await {
                Ok(closed) => Msg::EditorClosed(Box::new(closed)),
                Err(error) => Msg::DiskTrouble(format!("Couldn't read what the editor left: {error}.")),
            }
        };
        Ok(Self { ending: Box::pin(ending), child: id, file: Some(file) })
    }

    /// What there is to be told once it has ended.
    pub fn poll_ended(&mut self, context: &mut Context<'_>) -> Poll<Msg> {
        self.ending.as_mut().poll(context)
    }

    /// Ends it, so that it can leave the terminal as it found it; one that does not is killed.
    pub async fn stop(mut self) {
        const PATIENCE: Duration = Duration::from_millis(700);
        for signal in [Signal::TERM, Signal::KILL] {
            if let Some(child) = self.child {
                let _ = kill_process(child, signal);
            }
            if let Ok(told) = tokio::time::timeout(PATIENCE, self.ending.as_mut()).await {
                self.drop_unchanged(&told);
                break;
            }
        }
        if let (Some(file), Ok(terminal)) = (&self.file, Tty::for_a_program()) {
            let file = editor_file::shown(file);
            say(&terminal, &format!("sagescope: what was being edited is kept in {file}\n"));
        }
    }
}

impl Foreground {
    /// Of an editor in which nothing was changed nothing is kept.
    fn drop_unchanged(&mut self, told: &Msg) {
        let Msg::EditorClosed(closed) = told else { return };
        if matches!(closed.text, EditorText::Unchanged { .. })
            && let Some(file) = self.file.take()
        {
            // It is of no use to anybody, and harms nobody.
            let _ = editor_file::remove(&file);
        }
    }
}

impl fmt::Debug for Foreground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Foreground").field("child", &self.child).finish_non_exhaustive()
    }
}

/// A program on the terminal, that terminal, and how it was set.
type Begun = (Child, OwnedFd, Option<Termios>);

/// Says `words`, then begins `command`.
fn begin(command: &[OsString], words: &str) -> io::Result<Begun> {
    let (program, arguments) = command.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let terminal = Tty::for_a_program()?;
    say(&terminal, words);
    let settings = tcgetattr(&terminal).ok();
    let child = Command::new(program)
        .args(arguments)
        // Whatever the standard streams are: it asks the person.
        .stdin(Stdio::from(terminal.try_clone()?))
        .stdout(Stdio::from(terminal.try_clone()?))
        .stderr(Stdio::from(terminal.try_clone()?))
        .kill_on_drop(true)
        .spawn()?;
    Ok((child, terminal, settings))
}

fn pid(child: &Child) -> Option<Pid> {
    child.id().and_then(|id| Pid::from_raw(id.try_into().ok()?))
}

/// However a program left the terminal, it is set as it was when it got it.
fn set_back(terminal: &OwnedFd, settings: Option<Termios>) {
    if let Some(settings) = settings {
        let _ = tcsetattr(terminal, OptionalActions::Now, &settings);
    }
}

/// Why an editor can't be counted on, once it has ended; nothing where it can.
async fn end_of_editor(mut child: Child, terminal: OwnedFd, settings: Option<Termios>) -> Option<String> {
    let ended = child.wait().await;
    set_back(&terminal, settings);
    let how = match ended {
        Ok(status) if status.success() => None,
        Ok(status) => match (status.code(), status.signal()) {
            (Some(code), _) => Some(format!("The editor ended with exit code {code}")),
            (None, Some(number)) => Some(format!("The editor was ended by signal {number}")),
            (None, None) => Some("The editor did not end well".into()),
        },
        Err(error) => Some(format!("Couldn't wait for the editor: {error}")),
    };
    if how.is_some() {
        say(&terminal, LEFT_ON);
    }
    say(&terminal, "\r\x1b[K");
    how
}

/// Turns off what an editor may have turned on and not off: the region that scrolls, the alternate screen, colours,
/// a hidden cursor, the keys of an application, the mouse and bracketed paste.
const LEFT_ON: &str =
    "\x1b[r\x1b[?1049l\x1b[m\x1b[?25h\x1b[?1l\x1b>\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l";

async fn end_of_log_in(mut child: Child, terminal: OwnedFd, settings: Option<Termios>) -> Handed {
    let ended = child.wait().await;
    set_back(&terminal, settings);
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
