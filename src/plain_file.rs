//! Files that are opened without waiting.
//!
//! A FIFO that nobody writes to, a terminal or `/dev/zero` may stand where a file is looked for.
//! None of them is waited for: only a plain file is one, and `/dev/null`, which is an empty one.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

/// What is done where the last part of a path is a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// It is followed: the person may have made it.
    Followed,
    /// It is refused, with an error that [`is_link`] knows: nobody makes one among our own files.
    Refused,
}

/// Opens a file to read.
///
/// # Errors
///
/// `IsADirectory`, or `InvalidInput` for what is no plain file; else as for any file.
pub fn open(path: &Path, links: Links) -> io::Result<File> {
    open_with(OpenOptions::new().read(true), path, links)
}

/// Opens a file as `options` say.
///
/// # Errors
///
/// As [`open()`].
pub fn open_with(options: &mut OpenOptions, path: &Path, links: Links) -> io::Result<File> {
    // Even to open a device can do something, so it is looked at first; what counts is the file that
    // was opened.
    let found = match links {
        Links::Followed => fs::metadata(path),
        Links::Refused => fs::symlink_metadata(path),
    };
    match found {
        Ok(found) => judge(&found)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let no_links = if links == Links::Refused { OFlags::NOFOLLOW } else { OFlags::empty() };
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY | no_links).bits();
    let file = options.custom_flags(flags.cast_signed()).open(path)?;
    judge(&file.metadata()?)?;
    Ok(file)
}

/// Reads at most `most` bytes of a file.
///
/// # Errors
///
/// As [`open()`], and `InvalidData` where it holds more.
pub fn read(path: &Path, links: Links, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path, links)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|read| read <= most) {
        return Ok(bytes);
    }
    Err(io::Error::new(ErrorKind::InvalidData, format!("it has more than {most} bytes")))
}

/// Whether a file was refused because a link stands there.
#[must_use]
pub fn is_link(error: &io::Error) -> bool {
    error.raw_os_error() == link().raw_os_error()
}

/// Refuses what `found` is, unless it is a plain file or `/dev/null`.
fn judge(found: &Metadata) -> io::Result<()> {
    let kind = found.file_type();
    match () {
        () if kind.is_file() || is_null(found) => Ok(()),
        () if kind.is_dir() => Err(ErrorKind::IsADirectory.into()),
        () if kind.is_symlink() => Err(link()),
        () => Err(ErrorKind::InvalidInput.into()),
    }
}

/// Whether it is `/dev/null`, by whatever name.
#[must_use]
pub fn is_null(found: &Metadata) -> bool {
    found.rdev() != 0 && fs::metadata("/dev/null").is_ok_and(|null| null.rdev() == found.rdev())
}

/// What the system says of a link that is not followed.
#[must_use]
pub fn link() -> io::Error {
    rustix::io::Errno::LOOP.into()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    #[test]
    fn nothing_but_a_plain_file_is_opened_and_nothing_is_waited_for() {
        let home = tempfile::TempDir::new().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::write(at("plain"), "words").unwrap();
        fs::create_dir(at("folder")).unwrap();
        mknodat(CWD, at("fifo"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        for (name, target) in [
            ("null", "/dev/null"),
            ("zero", "/dev/zero"),
            ("link", "plain"),
            ("to fifo", "fifo"),
            ("lost", "none"),
        ] {
            symlink(target, at(name)).unwrap();
        }
        let read =
            |name: &str, links| read(&at(name), links, 5).map_err(|error| (error.kind(), is_link(&error)));
        for (name, followed) in [
            ("plain", Ok(&b"words"[..])),
            ("link", Ok(b"words")),
            ("null", Ok(b"")),
            ("fifo", Err(ErrorKind::InvalidInput)),
            ("to fifo", Err(ErrorKind::InvalidInput)),
            ("socket", Err(ErrorKind::InvalidInput)),
            ("zero", Err(ErrorKind::InvalidInput)),
            ("folder", Err(ErrorKind::IsADirectory)),
            ("none", Err(ErrorKind::NotFound)),
            ("lost", Err(ErrorKind::NotFound)),
        ] {
            assert_eq!(
                read(name, Links::Followed).map_err(|(kind, _)| kind),
                followed.map(<[u8]>::to_vec),
                "{name}"
            );
            if at(name).is_symlink() {
                assert!(matches!(read(name, Links::Refused), Err((_, true))), "{name}");
            } else {
                assert_eq!(read(name, Links::Refused), read(name, Links::Followed), "{name}");
            }
        }
        assert!(super::read(&at("plain"), Links::Followed, 4).is_err());
        let mut append = OpenOptions::new();
        append.append(true).create(true);
        assert!(open_with(&mut append, &at("fifo"), Links::Refused).is_err());
        assert!(is_link(&open_with(&mut append, &at("lost"), Links::Refused).unwrap_err()));
        assert!(!at("none").exists());
        open_with(&mut append, &at("new"), Links::Refused).unwrap();
    }
}
