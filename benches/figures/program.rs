//! A program that is measured.

use anyhow::Result;

use super::service::Service;

/// The binary, as it was built with this one.
pub const SAGESCOPE: &str = env!("CARGO_BIN_EXE_sagescope");

/// A command line, and what its screen says when all images are there.
pub struct Program {
    pub argv: Vec<String>,
    pub loaded: String,
    /// What is otherwise in its environment; nothing where a variable is not set.
    pub variables: Vec<(&'static str, Option<String>)>,
}

impl Program {
    /// The floor: this very executable.
    pub fn floor(images: usize) -> Result<Self> {
        let this = std::env::current_exe()?.display().to_string();
        let argv = vec![this, "floor".into(), images.to_string()];
        Ok(Self { argv, loaded: loaded(images), variables: Vec::new() })
    }

    /// The program, on a service that is a process of its own.
    pub fn sagescope(images: usize, service: &Service) -> Self {
        let argv = vec![SAGESCOPE.into(), "--endpoint-url".into(), service.url.clone()];
        Self { argv, loaded: loaded(images), variables: Vec::new() }
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
        Self { argv: vec![SAGESCOPE.into()], loaded: "No credentials".into(), variables }
    }
}

fn loaded(images: usize) -> String {
    format!(" 1/{images} ")
}
