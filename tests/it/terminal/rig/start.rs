//! How the program is begun.

use std::ffi::OsString;
use std::path::PathBuf;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::terminal::{Service, WIDE, Window};

/// A command line, the environment it gets and the size of the terminal it stands in.
///
/// The environment is its own: nothing of the person who runs the tests is in it, least of all
/// their AWS configuration.
pub struct Start {
    pub argv: Vec<OsString>,
    pub size: (u16, u16),
    /// Whether the terminal does not know its size.
    pub is_unsized: bool,
    env: Vec<(OsString, OsString)>,
    /// The current folder, below the home folder.
    folder: PathBuf,
    pub home: TempDir,
}

impl Start {
    /// `sagescope` with these arguments.
    pub fn with(args: &[&str]) -> Self {
        let line = std::iter::once(env!("CARGO_BIN_EXE_sagescope")).chain(args.iter().copied());
        let home = TempDir::new().unwrap();
        let absent = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
        let env = vec![
            ("HOME", absent("")),
            ("TERM", "xterm-256color".into()),
            ("LANG", "C.UTF-8".into()),
            ("TZ", "UTC".into()),
            ("AWS_CONFIG_FILE", absent("no-config")),
            ("AWS_SHARED_CREDENTIALS_FILE", absent("no-credentials")),
            ("AWS_EC2_METADATA_DISABLED", "true".into()),
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE".into()),
            ("AWS_SECRET_ACCESS_KEY", "not-a-secret".into()),
            ("AWS_REGION", "us-east-1".into()),
            // Requests are counted: none comes by itself unless a test wants it.
            ("SAGESCOPE_REFRESH", "off".into()),
            // Nothing may leave this machine, not even by mistake.
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:9".into()),
        ];
        let env = env.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self::of(line.map(OsString::from).collect(), env, home)
    }

    /// This command line in this environment.
    pub fn of(argv: Vec<OsString>, env: Vec<(OsString, OsString)>, home: TempDir) -> Self {
        Self { argv, size: WIDE, is_unsized: false, env, folder: PathBuf::new(), home }
    }

    /// `sagescope` on the service.
    pub fn on(service: &Service) -> Self {
        Self::with(&["--endpoint-url", &service.endpoint_url()])
    }

    /// `sagescope` as the person has it whose `~/.aws/config` this is: nothing in the environment.
    pub fn at_home(config: &str) -> Self {
        let start = Self::with(&[]).without(&[
            "AWS_CONFIG_FILE",
            "AWS_SHARED_CREDENTIALS_FILE",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_REGION",
            "AWS_ENDPOINT_URL",
        ]);
        let folder = start.home.path().join(".aws");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("config"), config).unwrap();
        start
    }

    /// One argument more.
    pub fn arg(mut self, arg: &str) -> Self {
        self.argv.push(arg.into());
        self
    }

    /// One variable more.
    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Without these variables.
    pub fn without(mut self, names: &[&str]) -> Self {
        self.env.retain(|(name, _)| !names.iter().any(|it| name == it));
        self
    }

    /// In this folder, below the home folder.
    pub fn within(mut self, folder: &str) -> Self {
        self.folder = folder.into();
        self
    }

    /// In a terminal of this many columns and rows.
    pub fn size(mut self, size: (u16, u16)) -> Self {
        self.size = size;
        self
    }

    /// In a terminal that does not know its size, as a serial line.
    pub fn unsized_terminal(mut self) -> Self {
        self.is_unsized = true;
        self
    }

    /// From a shell script, in which `"$@"` stands for the program.
    pub fn under_shell(mut self, script: &str) -> Self {
        let shell = ["/bin/sh", "-c", script, "sh"].map(OsString::from);
        self.argv.splice(0..0, shell);
        self
    }

    /// In a terminal.
    pub fn open(self) -> Window {
        Window::open(self)
    }

    /// As a command for a pseudo-terminal.
    pub fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::from_argv(self.argv.clone());
        command.env_clear();
        command.cwd(self.folder());
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command
    }

    /// As a command for pipes.
    pub fn piped(&self) -> std::process::Command {
        let mut command = std::process::Command::new(&self.argv[0]);
        command.args(&self.argv[1..]).env_clear().current_dir(self.folder());
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join(&self.folder)
    }
}
