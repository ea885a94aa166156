//! A program that has the terminal for a while.

use std::env;
use std::future::Future;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::process::{ExitStatus, Stdio};
use std::task::{Context, Poll};

use tokio::process::Command;

use crate::app::Handed;

/// A shell waits for Enter where the program failed, so that its words can be read before they are
/// covered. The command comes as arguments and is never read as shell words.
const SCRIPT: &str = r#"printf 'sagescope: %s\n' "$*"
"$@"
code=$?
[ "$code" -eq 0 ] || { printf '\nsagescope: it ended with exit code %s. Press Enter to go back. ' "$code"; read -r _; }
exit "$code""#;

/// The program, as long as it runs. Dropped, it is ended.
pub struct Foreground(Pin<Box<dyn Future<Output = io::Result<ExitStatus>> + Send>>);

impl Foreground {
    /// Begins `command`, which gets the terminal as it is: it must have been given back before.
    ///
    /// # Errors
    ///
    /// When it can't be started.
    pub fn begin(command: &[String]) -> io::Result<Self> {
        let mut child = Command::new("/bin/sh")
            .args(["-c", SCRIPT, "sagescope"])
            .args(command)
            .stdin(Stdio::inherit())
            .stdout(Stdio::inherit())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()?;
        Ok(Self(Box::pin(async move { child.wait().await })))
    }

    /// How it ended, once it has.
    pub fn poll_ended(&mut self, context: &mut Context<'_>) -> Poll<Handed> {
        self.0.as_mut().poll(context).map(|ended| match ended {
            Ok(status) if status.success() => Handed::Done,
            Ok(status) => Handed::Failed(match status.code() {
                Some(code) => format!("the command ended with exit code {code}"),
                None => "the command was stopped".into(),
            }),
            Err(error) => Handed::Failed(format!("the command can't be waited for: {error}")),
        })
    }
}

impl std::fmt::Debug for Foreground {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Foreground")
    }
}

/// Whether a program called `name` is on the PATH.
#[must_use]
pub fn is_installed(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| can_run(&folder.join(name))))
}

fn can_run(file: &Path) -> bool {
    use rustix::fs::{Access, access};
    file.is_file() && access(file, Access::EXEC_OK).is_ok()
}
