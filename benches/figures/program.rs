//! A program that is measured.

use anyhow::Result;

/// The binary, as it was built with this one.
pub const SAGESCOPE: &str = env!("CARGO_BIN_EXE_sagescope");

/// The size of a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub columns: u16,
    pub rows: u16,
}

/// What is measured unless something else is said: list and detail stand side by side.
const WIDE: Size = Size { columns: 120, rows: 40 };
/// The list stands alone.
pub const NARROW: Size = Size { columns: 80, rows: 24 };

/// A command line, and what its screen says.
#[derive(Clone)]
pub struct Program {
    pub argv: Vec<String>,
    pub size: Size,
    /// What is on the screen when all images are there.
    pub loaded: String,
    /// What is written with the first row of the list.
    pub row: &'static str,
    /// What is otherwise in its environment; nothing where a variable is not set.
    pub variables: Vec<(&'static str, Option<String>)>,
}

impl Program {
    /// The floor: this very executable.
    pub fn floor(images: usize) -> Result<Self> {
        let this = std::env::current_exe()?.display().to_string();
        let argv = vec![this, "floor".into(), images.to_string()];
        Ok(Self { argv, size: WIDE, loaded: loaded(images), row: "CREATED", variables: Vec::new() })
    }

    /// The program, on the service at `url`.
    pub fn sagescope(images: usize, url: &str) -> Self {
        let argv = vec![SAGESCOPE.into(), "--endpoint-url".into(), url.into()];
        Self { argv, size: WIDE, loaded: loaded(images), row: "▌", variables: Vec::new() }
    }

    /// The program without credentials, where the metadata service at `url` takes connections and says
    /// nothing.
    pub fn keyless(url: String) -> Self {
        let variables = vec![
            ("AWS_ACCESS_KEY_ID", None),
            ("AWS_SECRET_ACCESS_KEY", None),
            ("AWS_EC2_METADATA_DISABLED", None),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", Some(url)),
        ];
        let argv = vec![SAGESCOPE.into()];
        Self { argv, size: WIDE, loaded: "No credentials".into(), row: "No credentials", variables }
    }

    /// The same, begun by a shell that writes `mark` at the very last moment before.
    pub fn marked(self, mark: &str) -> Self {
        let script = format!("printf '{mark}'; exec \"$0\" \"$@\"");
        let mut argv = vec!["/bin/sh".into(), "-c".into(), script];
        argv.extend(self.argv);
        Self { argv, ..self }
    }

    /// The same on a terminal of another size.
    pub fn at(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// The same with these arguments too.
    pub fn with(mut self, arguments: &[&str]) -> Self {
        self.argv.extend(arguments.iter().map(|argument| (*argument).to_owned()));
        self
    }
}

fn loaded(images: usize) -> String {
    format!(" 1/{images} ")
}
