//! The file of the log.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};

use super::{Folders, Trouble, folders};
use crate::plain_file::{self, Links};

/// A log that has grown over this many bytes is put aside at the next start.
const LARGE: u64 = 1024 * 1024;

/// Opens `sagescope.log` in the state folder to add to it, for its owner alone. Nothing where no log is
/// wanted, since the file is a link to `/dev/null`, and where there is no folder for it.
///
/// # Errors
///
/// Where something else stands there than a file: it is left as it is.
pub fn open_log(folders: &Folders) -> Result<Option<File>, Trouble> {
    let path = folders.state.join("sagescope.log");
    if fs::metadata(&path).is_ok_and(|found| plain_file::is_null(&found)) {
        return Ok(None);
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true).mode(0o600);
    let opened = folders::make(&folders.state, &folders.state).and_then(|()| {
        if fs::symlink_metadata(&path).is_ok_and(|log| log.is_file() && log.len() > LARGE) {
            fs::rename(&path, path.with_extension("log.old"))?;
        }
        plain_file::open_with(&mut options, &path, Links::Refused)
    });
    match opened {
        Ok(file) => {
            // A file of someone else is used as it is.
            let _ = file.set_permissions(Permissions::from_mode(0o600));
            Ok(Some(file))
        }
        Err(error) if plain_file::is_link(&error) || error.kind() == ErrorKind::InvalidInput => {
            Err(Trouble::io("write the log", &path, &error))
        }
        Err(_) => Ok(None),
    }
}
