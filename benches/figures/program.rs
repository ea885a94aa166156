//! A program that is measured.

use anyhow::Result;

use super::service::Service;

/// The binary, as it was built with this one.
pub const SAGESCOPE: &str = env!("CARGO_BIN_EXE_sagescope");

/// A command line, and what its screen says when all images are there.
pub struct Program {
    pub argv: Vec<String>,
    pub loaded: String,
}

impl Program {
    /// The floor: this very executable.
    pub fn floor(images: usize) -> Result<Self> {
        let this = std::env::current_exe()?.display().to_string();
        Ok(Self { argv: vec![this, "floor".into(), images.to_string()], loaded: loaded(images) })
    }

    /// The program, on a service that is a process of its own.
    pub fn sagescope(images: usize, service: &Service) -> Self {
        let argv = vec![SAGESCOPE.into(), "--endpoint-url".into(), service.url.clone()];
        Self { argv, loaded: loaded(images) }
    }
}

fn loaded(images: usize) -> String {
    format!(" 1/{images} ")
}
