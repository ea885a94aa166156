//! Which programs are there.

use std::env;
use std::path::Path;

use rustix::fs::{Access, access};

/// Whether a program called `name` is on the PATH.
#[must_use]
pub fn is_installed(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| can_run(&folder.join(name))))
}

fn can_run(file: &Path) -> bool {
    file.is_file() && access(file, Access::EXEC_OK).is_ok()
}
