//! A tmux with a server of its own.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::terminal::{Start, Window};

use super::process::waited_until_or;

/// A server with one window. It is ended with this, even where a test fails.
pub struct Tmux {
    socket: PathBuf,
    start: Start,
}

impl Tmux {
    /// What `start` says runs in its window. Nothing, and it is said so, where there is no tmux on the PATH.
    pub fn running(start: Start) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            println!("skipped: there is no tmux on the PATH");
            return None;
        }
        let mut tmux = Self { socket: start.home.path().join("tmux"), start };
        let mut line = ["tmux", "-u", "-f", "/dev/null", "-S"].map(str::to_owned).to_vec();
        line.push(tmux.socket.to_str().unwrap().to_owned());
        let (width, height) = tmux.start.size;
        let (width, height) = (width.to_string(), height.to_string());
        line.extend(["new-session", "-d", "-x", &width, "-y", &height].map(str::to_owned));
        tmux.start.argv.splice(0..0, line.into_iter().map(Into::into));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let begun = tmux.start.piped().env("PATH", path).stdin(Stdio::null()).output().unwrap();
        assert!(begun.status.success(), "{begun:?}");
        Some(tmux)
    }

    /// Nothing goes on in its window.
    pub fn idle() -> Option<Self> {
        Self::running(Start::of(["sleep", "600"].map(Into::into).into(), Vec::new(), TempDir::new().unwrap()))
    }

    /// A client of it, in a terminal of this size.
    pub fn attach(&self, size: (u16, u16)) -> Window {
        let line = ["tmux", "-u", "-S", self.socket.to_str().unwrap(), "attach"].map(Into::into);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let env = [("PATH", path), ("TERM", "xterm-256color".into()), ("LANG", "C.UTF-8".into())];
        let env = env.map(|(name, value)| (name.into(), value)).into();
        Start::of(line.into(), env, TempDir::new().unwrap()).size(size).open()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.env_remove("TMUX").stdin(Stdio::null());
        command.args(["-u", "-S"]).arg(&self.socket).args(arguments).output().unwrap()
    }

    /// What it answers to a command, which it has to know.
    #[track_caller]
    pub fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What `TMUX` holds for a program in its window.
    #[track_caller]
    pub fn variable(&self) -> String {
        self.says(&["display-message", "-p", "#{socket_path},#{pid},0"]).trim().to_owned()
    }

    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.says(&[&["send-keys"], keys].concat());
    }

    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.says(&["send-keys", "-l", text]);
    }

    /// What is on the screen.
    #[track_caller]
    pub fn contents(&self) -> String {
        self.says(&["capture-pane", "-p"])
    }

    /// Waits until the screen is as it is wanted.
    #[track_caller]
    pub fn wait_for(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        waited_until_or(|| is_so(&self.contents()), || format!("{what}\n{}", self.contents()));
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}
