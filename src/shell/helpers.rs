//! Programs that are of help for a moment: they are given a text, and nobody sees them.
//!
//! The desktop's clipboard is left to the program that the desktop has for it: it goes on serving the text
//! after this one has ended, which a library within this one could not, and it weighs nothing.

use std::io;
use std::process::Stdio;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::app::{Clip, Copied, CopyWay, Msg};
use crate::domain::Text;

use super::foreground::is_installed;

/// So long a helper may take; a clipboard's does in milliseconds.
const PATIENCE: Duration = Duration::from_secs(2);

/// Those that run.
#[derive(Debug, Default)]
pub struct Helpers {
    running: JoinSet<Msg>,
}

impl Helpers {
    /// Gives a text to the programs that put it on the clipboard; `copied` is what came of it so far. Must
    /// be called within a tokio runtime.
    pub fn copy(&mut self, clip: Clip, copied: Copied) {
        self.running.spawn(async move { Msg::Copied(copy(&clip, copied).await) });
    }

    /// Gives an address to the person's browser. Must be called within a tokio runtime.
    pub fn browse(&mut self, address: String) {
        self.running.spawn(async move {
            let trouble = browse(&address).await.err();
            Msg::Browsed { address, trouble }
        });
    }

    /// What came of one, once it is known.
    pub fn poll_told(&mut self, context: &mut Context<'_>) -> Poll<Option<Msg>> {
        match self.running.poll_join_next(context) {
            Poll::Ready(Some(Ok(told))) => Poll::Ready(Some(told)),
            // One that panicked says nothing.
            Poll::Ready(Some(Err(_)) | None) => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }

    /// Waits until each has what it was to be given.
    pub async fn finish(&mut self) {
        let all = async { while self.running.join_next().await.is_some() {} };
        let _ = timeout(PATIENCE, all).await;
    }
}

async fn copy(clip: &Clip, mut copied: Copied) -> Copied {
    for way in &clip.ways {
        let (name, given) = match way {
            // Done by who has the terminal.
            CopyWay::Terminal => continue,
            CopyWay::Tmux => ("tmux", to_tmux(&clip.text).await),
            CopyWay::Desktop => match desktop_programs().into_iter().find(|words| is_installed(words[0])) {
                Some(words) => (words[0], to_desktop(words, &clip.text).await),
                // OSC 52 may do it.
                None => continue,
            },
        };
        match given {
            Ok(()) => copied.by.push(name.to_owned()),
            Err(why) => copied.troubles.push(format!("Not by {name}: {why}.")),
        }
    }
    copied
}

/// Gives a text to tmux, which is to give it on to its own terminal. Whether it does is an option of it.
async fn to_tmux(text: &str) -> Result<(), String> {
    let mut command = Command::new("tmux");
    command.args(["load-buffer", "-w", "-", ";", "show-options", "-s", "-v", "set-clipboard"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let said = give(command, text).await?;
    if said.trim() == "off" {
        return Err("its option set-clipboard is off, so it keeps the text to itself".into());
    }
    Ok(())
}

/// The programs that put their input on the clipboard of the desktop that is there, the best first.
fn desktop_programs() -> Vec<&'static [&'static str]> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let programs: [(bool, &[&str]); 5] = [
        (cfg!(target_os = "macos"), &["pbcopy"]),
        (is_set("WAYLAND_DISPLAY"), &["wl-copy"]),
        (is_set("DISPLAY"), &["xclip", "-selection", "clipboard"]),
        (is_set("DISPLAY"), &["xsel", "--clipboard", "--input"]),
        (is_set("WSL_DISTRO_NAME"), &["clip.exe"]),
    ];
    programs.into_iter().filter_map(|(fits, words)| fits.then_some(words)).collect()
}

async fn to_desktop(words: &[&str], text: &str) -> Result<(), String> {
    let mut command = Command::new(words[0]);
    // It leaves a part of itself behind, which would keep pipes open.
    command.args(&words[1..]).stdout(Stdio::null()).stderr(Stdio::null());
    give(command, text).await.map(drop)
}

/// Runs `command` with `text` as its input; gives what it wrote.
async fn give(mut command: Command, text: &str) -> Result<String, String> {
    command.stdin(Stdio::piped()).kill_on_drop(true);
    let run = async {
        let mut child = command.spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // One that does not read ends otherwise, and says why.
            let _ = input.write_all(text.as_bytes()).await;
        }
        child.wait_with_output().await
    };
    let ended: io::Result<_> = timeout(PATIENCE, run).await.unwrap_or(Err(io::ErrorKind::TimedOut.into()));
    let ended = ended.map_err(|error| error.to_string())?;
    if ended.status.success() {
        return Ok(String::from_utf8_lossy(&ended.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    let said = said.lines().next().map(|line| Text::clean(line).to_string()).filter(|line| !line.is_empty());
    Err(said.unwrap_or_else(|| format!("it ended with {}", ended.status)))
}

/// Gives an address to the first program that opens it.
async fn browse(address: &str) -> Result<(), String> {
    let mut why = "there is no program that opens addresses".to_owned();
    for command in open::commands(address) {
        let name = Text::clean(&command.get_program().to_string_lossy());
        let mut command = Command::from(command);
        // It may be the browser itself, which goes on for longer than this program.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let Ok(mut child) = command.spawn() else { continue };
        match timeout(PATIENCE, child.wait()).await {
            Ok(Ok(status)) if !status.success() => why = format!("{name} ended with {status}"),
            Ok(Err(error)) => why = format!("{name}: {error}"),
            Ok(Ok(_)) | Err(_) => return Ok(()),
        }
    }
    Err(why)
}
