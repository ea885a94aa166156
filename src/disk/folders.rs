//! Where things are kept.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::plain_file;

/// Where things are kept. Both are `sagescope` in the XDG folders, or what a test gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Drafts, journal and locks.
    pub state: PathBuf,
    /// The config file.
    pub config: PathBuf,
}

impl Folders {
    /// Those of the person who runs the program. Nothing where there is no home folder.
    #[must_use]
    pub fn of_the_person() -> Option<Self> {
        let xdg = etcetera::base_strategy::Xdg::new().ok()?;
        Some(Self { state: xdg.state_dir()?.join("sagescope"), config: xdg.config_dir().join("sagescope") })
    }
}

/// Makes `folder`, with what is missing above it, for its owner alone. What was made is on the disk
/// afterwards. A folder from `root` downwards that others may enter is closed to them; what was
/// above `root` before is left as it is, and so is the folder that a link at `root` leads to. No link
/// below `root` is followed.
pub fn make(root: &Path, folder: &Path) -> io::Result<()> {
    refuse_links(root, folder)?;
    match fs::metadata(folder) {
        Ok(found) if !found.is_dir() => return Err(ErrorKind::NotADirectory.into()),
        Ok(found) => {
            let is_open = found.permissions().mode() & 0o777 != 0o700;
            if folder.starts_with(root) && is_open && !folder.is_symlink() {
                close(folder);
            }
            return Ok(());
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Err(_) => {}
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        make(root, above)?;
    }
    match DirBuilder::new().mode(0o700).create(folder) {
        // Another program was faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        made => made?,
    }
    close(folder);
    above.map_or(Ok(()), sync)
}

/// Refuses a way from `root` to `folder` on which a link stands: what it leads to is not ours. One at
/// `root` itself, or above, the person made.
pub fn refuse_links(root: &Path, folder: &Path) -> io::Result<()> {
    let mut below = folder.ancestors().take_while(|path| *path != root && path.starts_with(root));
    below.try_for_each(refuse_link)
}

/// Refuses `path` where a link stands there.
pub fn refuse_link(path: &Path) -> io::Result<()> {
    if path.is_symlink() { Err(plain_file::link()) } else { Ok(()) }
}

/// Leaves `folder` to its owner. One of someone else, or without modes, is used as it is: to keep
/// what was typed matters more.
fn close(folder: &Path) {
    let _ = fs::set_permissions(folder, Permissions::from_mode(0o700));
}

/// Brings the names in `folder` to the disk. A file system that has no such thing is as it is.
pub fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}
