//! Files that are always whole.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::folders;
use crate::plain_file::{self, Links};

/// Writes `bytes` as the file `name` of `folder`, for its owner alone. Whatever happens on the way,
/// there is the old file or the new one, whole; afterwards the new one is on the disk. What is not
/// ready yet has a name that begins with `unfinished` and ends in `.tmp`. A link is not replaced.
pub fn write(folder: &Path, name: &str, unfinished: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(name);
    folders::refuse_link(&path)?;
    let mut file = tempfile::Builder::new().prefix(unfinished).suffix(".tmp").tempfile_in(folder)?;
    file.as_file().set_permissions(Permissions::from_mode(0o600))?;
    file.as_file_mut().write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    folders::sync(folder)
}

/// Opens a file of ours to read; `InvalidInput` for what is no plain file, and might never end. A link
/// is not followed.
pub fn open(path: &Path) -> io::Result<File> {
    plain_file::open(path, Links::Refused)
}

/// Gives `path` the ending `.damaged`, or `.damaged.2` and so on where that is taken, and tells the
/// new name.
pub fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = free_name(path)?;
    fs::rename(path, &aside).inspect_err(|_| {
        // The empty file only.
        let _ = fs::remove_file(&aside);
    })?;
    Ok(aside)
}

/// Takes the name with an empty file, so that no other program's is overwritten.
fn free_name(path: &Path) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let mut aside = path.as_os_str().to_owned();
        aside.push(".damaged");
        if number > 1 {
            aside.push(format!(".{number}"));
        }
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside) {
            Ok(_) => return Ok(aside.into()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 10_000 => number += 1,
            Err(error) => return Err(error),
        }
    }
}
