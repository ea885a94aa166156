//! One running program, and whether the others still run.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{Trouble, folders};
use crate::plain_file::{self, Links};

/// How often a lock is made anew when another program cleared it away half made.
const TRIES: u32 = 8;

/// One running program. It holds a lock on `sessions/<name>.lock` for as long as it lives; the
/// kernel lets go of it however the program ends. A name is never used twice, so a session that
/// was once found dead stays dead, and one without a file is dead.
#[derive(Debug)]
pub struct SessionLock {
    name: String,
    folder: PathBuf,
    /// Holds the lock until it is dropped.
    _lock: File,
}

impl SessionLock {
    /// Begins a session and clears away the locks of those that have ended.
    pub fn begin(state: &Path) -> Result<Self, Trouble> {
        let folder = state.join("sessions");
        let trouble = |error: io::Error| Trouble::io("keep a lock in", &folder, &error);
        folders::make(state, &folder).map_err(trouble)?;
        clear_dead(&folder);
        let name = Uuid::now_v7().simple().to_string();
        let lock = lock(&folder, &name).map_err(trouble)?;
        Ok(Self { name, folder, _lock: lock })
    }

    /// Its name: letters and digits.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the program of session `name` has ended; an error where that can't be told.
    pub fn is_dead(&self, name: &str) -> io::Result<bool> {
        if name == self.name {
            return Ok(false);
        }
        is_free(&self.folder.join(format!("{name}.lock")))
    }
}

impl Drop for SessionLock {
    fn drop(&mut self) {
        // A file that stays behind is cleared away by the next program.
        let _ = fs::remove_file(self.folder.join(format!("{}.lock", self.name)));
    }
}

/// Makes the lock file. It is locked under another name first: where its own is seen, it is held.
fn lock(folder: &Path, name: &str) -> io::Result<File> {
    for _ in 0..TRIES {
        let unfinished = tempfile::Builder::new().prefix(".").suffix(".tmp").tempfile_in(folder)?;
        match unfinished.as_file().try_lock() {
            Ok(()) => {}
            // Another program is just looking whether it was left behind, and will remove it.
            Err(TryLockError::WouldBlock) => continue,
            Err(TryLockError::Error(error)) => return Err(error),
        }
        match unfinished.persist_noclobber(folder.join(format!("{name}.lock"))) {
            Ok(lock) => return Ok(lock),
            // Another program took it for left behind before it was locked.
            Err(failed) if failed.error.kind() == ErrorKind::NotFound => {}
            Err(failed) => return Err(failed.error),
        }
    }
    Err(ErrorKind::ResourceBusy.into())
}

/// Whether nobody holds `path`. Looking takes a shared lock, so that two who look at once do not
/// take each other for the owner.
fn is_free(path: &Path) -> io::Result<bool> {
    let file = match plain_file::open(path, Links::Refused) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Removes the lock files that nobody holds. Their drafts stay, and say by the missing file that
/// their program has ended.
fn clear_dead(folder: &Path) {
    let Ok(found) = fs::read_dir(folder) else { return };
    for path in found.flatten().map(|found| found.path()) {
        let is_lock = path.extension().is_some_and(|ending| ending == "lock" || ending == "tmp");
        if is_lock && is_free(&path).unwrap_or(false) {
            // At worst it is seen again at the next start.
            let _ = fs::remove_file(&path);
        }
    }
}
