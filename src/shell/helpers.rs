//! Programs that are of help for a moment: they are given a text, and nobody sees them.
//!
//! The desktop's clipboard is left to the program that the desktop has for it: it goes on serving the text
//! after this one has ended, which a library within this one could not, and it weighs nothing.

use std::io;
use std::process::{Output, Stdio};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::app::{Clip, Copied, CopyWay, Msg};
use crate::domain::Text;

use super::installed::is_installed;
use super::terminal::doubt;
use super::tmux::{Clipboard, QUESTIONS};
use super::web_browser;

/// So long a helper may take; a clipboard's does in milliseconds.
const PATIENCE: Duration = Duration::from_secs(2);

/// Those that run.
#[derive(Debug, Default)]
pub struct Helpers {
    running: JoinSet<Msg>,
}

impl Helpers {
    /// Gives a text to the programs that put it on the clipboard; `terminal` is what came of asking the
    /// terminal, if that was a way. Must be called within a tokio runtime.
    pub fn copy(&mut self, clip: Clip, terminal: Option<Result<(), String>>) {
        self.running.spawn(async move { Msg::Copied(copy(&clip, terminal).await) });
    }

    /// Gives an address to the person's browser. Must be called within a tokio runtime.
    pub fn browse(&mut self, address: String) {
        self.running.spawn(async move {
            let named = std::env::var("BROWSER").unwrap_or_default();
            let trouble = web_browser::browse(&address, &named).await.err();
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

async fn copy(clip: &Clip, terminal: Option<Result<(), String>>) -> Copied {
    let mut copied = Copied { what: clip.what.clone(), is_altered: clip.is_altered, ..Copied::default() };
    let is_in_tmux = clip.ways.contains(&CopyWay::Tmux);
    let tmux = if is_in_tmux { ask_tmux().await } else { Clipboard::default() };
    for way in &clip.ways {
        let (name, given) = match way {
            // tmux has it in another way, or says why not.
            CopyWay::Terminal if tmux.drops_osc52() => continue,
            CopyWay::Terminal => match terminal.clone() {
                Some(given) => ("OSC 52", given),
                None => continue,
            },
            CopyWay::Tmux => ("tmux", to_tmux(&clip.text, tmux).await),
            CopyWay::Desktop => match desktop_programs().as_slice() {
                // A browser that is shown somewhere, and no more.
                [] => continue,
                programs => to_desktop(programs, &clip.text).await,
            },
        };
        match given {
            Ok(()) => copied.by.push(name.to_owned()),
            Err(why) => copied.troubles.push(format!("Not via {name}: {why}.")),
        }
    }
    let is_by_terminal = copied.by.iter().any(|by| by == "OSC 52" || by == "tmux");
    copied.troubles.extend(doubt(&clip.text).filter(|_| is_by_terminal));
    copied
}

/// What tmux does with a text for the clipboard; nothing is known of that where it does not say so.
async fn ask_tmux() -> Clipboard {
    let mut command = Command::new("tmux");
    command.args(QUESTIONS).stdout(Stdio::piped()).stderr(Stdio::null());
    // It answers what it can, and ends with an error where it can't answer all.
    let said = run(command, "").await.map(|ended| Clipboard::read(&String::from_utf8_lossy(&ended.stdout)));
    said.unwrap_or_default()
}

/// Gives a text to tmux, which gives it on to its own terminal.
async fn to_tmux(text: &str, tmux: Clipboard) -> Result<(), String> {
    let mut command = Command::new("tmux");
    command.args(["load-buffer", "-w", "-"]).stdout(Stdio::null()).stderr(Stdio::piped());
    match give(command, text).await {
        Ok(()) if tmux.reaches_terminal == Some(false) => {
            Err("only in its own buffer, since its terminal has no Ms capability".into())
        }
        Err(why) if why.starts_with("usage: load-buffer") || why.ends_with("unknown flag -w") => {
            Err("it is older than version 3.2".into())
        }
        given => given,
    }
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

/// Gives a text to the first of these programs that is installed; tells which that is.
async fn to_desktop(programs: &[&[&'static str]], text: &str) -> (&'static str, Result<(), String>) {
    let Some(words) = programs.iter().find(|words| is_installed(words[0])) else {
        let names: Vec<_> = programs.iter().map(|words| words[0]).collect();
        return ("the desktop", Err(format!("there is no {}", names.join(" or "))));
    };
    let mut command = Command::new(words[0]);
    // It leaves a part of itself behind, which would keep pipes open.
    command.args(&words[1..]).stdout(Stdio::null()).stderr(Stdio::null());
    (words[0], give(command, text).await)
}

/// Runs `command` with `text` as its input; where it fails, tells why.
async fn give(command: Command, text: &str) -> Result<(), String> {
    let ended = run(command, text).await.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "it is not on the PATH".into(),
        io::ErrorKind::TimedOut => format!("it took longer than {} s", PATIENCE.as_secs()),
        _ => error.to_string(),
    })?;
    if ended.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    let said = said.lines().next().map(|line| Text::clean(line).to_string()).filter(|line| !line.is_empty());
    Err(said.unwrap_or_else(|| format!("it failed with {}", ended.status)))
}

async fn run(mut command: Command, text: &str) -> io::Result<Output> {
    command.stdin(Stdio::piped()).kill_on_drop(true);
    let run = async {
        let mut child = command.spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // One that does not read ends otherwise, and says why.
            let _ = input.write_all(text.as_bytes()).await;
        }
        child.wait_with_output().await
    };
    timeout(PATIENCE, run).await.unwrap_or(Err(io::ErrorKind::TimedOut.into()))
}
