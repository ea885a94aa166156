//! The file that the person's editor is opened on.
//!
//! It has a folder to itself, which goes with it: editors leave copies beside a file.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::{Trouble, folders};
use crate::domain::{Text, unfit};
use crate::plain_file::{self, Links};

/// So many bytes are taken from an editor at the most.
const MOST: u64 = 1024 * 1024;
/// How the name of the folder begins that one file has to itself.
const FOLDER: &str = "edit-";

/// Makes the file `name`, in a folder of its own below `state` or, where nothing can be written there, where
/// temporary files are; both are for their owner alone.
///
/// # Errors
///
/// Where it can be made in neither.
pub fn create(state: Option<&Path>, name: &str, text: &str) -> Result<PathBuf, Trouble> {
    let temporary = std::env::temp_dir();
    let in_state = state.map(|state| create_below(state, &state.join("edits"), name, text));
    match in_state {
        Some(Ok(path)) => Ok(path),
        Some(Err(_)) | None => create_below(&temporary, &temporary, name, text)
            .map_err(|error| Trouble::io("make a file for the editor in", &temporary, &error)),
    }
}

fn create_below(root: &Path, above: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    if root != above {
        folders::make(root, above)?;
    }
    let mode = Permissions::from_mode(0o700);
    let folder = tempfile::Builder::new().prefix(FOLDER).permissions(mode).tempdir_in(above)?;
    let path = folder.path().join(name);
    write_new(&path, text)?;
    // From here on it goes only when it was taken.
    let _ = folder.keep();
    Ok(path)
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Puts `text` in the place of what stands in a file that is kept.
///
/// # Errors
///
/// Where it can't be written; what stood there is there still.
pub fn rewrite(path: &Path, text: &str) -> Result<(), Trouble> {
    let (folder, name) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
    super::whole_file::write(folder, &name.to_string_lossy(), ".", text.as_bytes())
        .map_err(|error| Trouble::io("write to", path, &error))
}

/// Removes the file, and the folder that it has to itself.
///
/// # Errors
///
/// Where it can't be removed.
pub fn remove(path: &Path) -> Result<(), Trouble> {
    let Some(folder) = path.parent().filter(|folder| is_own(folder)) else { return Ok(()) };
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Trouble::io("remove", folder, &error)),
        _ => Ok(()),
    }
}

/// Whether an editor has left anything else beside the file.
#[must_use]
pub fn has_others(path: &Path) -> bool {
    let beside = path.parent().filter(|folder| is_own(folder)).and_then(|folder| fs::read_dir(folder).ok());
    beside.into_iter().flatten().flatten().any(|file| Some(file.file_name().as_os_str()) != path.file_name())
}

/// Whether there is something to be kept: the file, whatever it is by now. An empty folder, left where the file is
/// gone, is removed.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    let is_there = path.symlink_metadata().is_ok();
    if let Some(folder) = path.parent().filter(|folder| !is_there && is_own(folder)) {
        // Where something else is in it, that stays.
        let _ = fs::remove_dir(folder);
    }
    is_there
}

fn is_own(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(FOLDER))
}

/// The bytes of the file.
///
/// # Errors
///
/// Why it can't be taken, as the second half of a sentence.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    plain_file::read(path, Links::Refused, MOST).map_err(|error| match error.kind() {
        ErrorKind::NotFound => "the file is gone".into(),
        ErrorKind::InvalidData => format!("it is larger than {} MiB", MOST / 1024 / 1024),
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => "it is not a regular file any more".into(),
        _ if plain_file::is_link(&error) => "it is a link now, and links are not followed there".into(),
        _ => format!("it can't be read: {error}"),
    })
}

/// What stands in the file, as text: without the line break at its end, of which one is taken away, or the
/// byte-order mark at its beginning; every line ends in `\n`.
///
/// # Errors
///
/// Why it can't be taken, as the second half of a sentence.
pub fn to_text(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = memchr::memchr_iter(b'\n', &bytes[..error.valid_up_to()]).count() + 1;
        format!("line {line} is not UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let text = text.strip_suffix('\n').unwrap_or(&text);
    if let Some((line, character)) = unfit(text) {
        let code = u32::from(character);
        return Err(format!("line {line} has a character that can't be shown or sent (U+{code:04X})"));
    }
    Ok(text.to_owned())
}

/// The path as a person reads it.
#[must_use]
pub fn shown(path: &Path) -> Text {
    Text::clean(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn the_file_and_its_folder_are_for_their_owner_alone_and_go_together() {
        let state = tempfile::TempDir::new().unwrap();
        let path = create(Some(state.path()), "description.txt", "words\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "words\n");
        let folder = path.parent().unwrap();
        assert_eq!((mode(&path), mode(folder), mode(folder.parent().unwrap())), (0o600, 0o700, 0o700));
        let other = create(Some(state.path()), "description.txt", "").unwrap();
        assert_ne!(path, other);
        rewrite(&path, "others\n").unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), mode(&path)), ("others\n", 0o600));
        fs::write(folder.join(".description.txt.swp"), "left by the editor").unwrap();
        remove(&path).unwrap();
        remove(&path).unwrap();
        assert!(!folder.exists() && other.exists());
    }

    #[test]
    fn where_the_state_folder_takes_nothing_it_is_among_the_temporary_files() {
        let home = tempfile::TempDir::new().unwrap();
        let state = home.path().join("a file");
        fs::write(&state, "").unwrap();
        let path = create(Some(&state), "a.txt", "words").unwrap();
        assert!(path.starts_with(std::env::temp_dir()), "{}", path.display());
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        remove(&path).unwrap();
        assert!(!path.exists());
    }

    #[test]
    fn what_an_editor_left_beside_the_file_is_seen_and_stays() {
        let state = tempfile::TempDir::new().unwrap();
        let made = || create(Some(state.path()), "a.txt", "words").unwrap();
        let (path, swap) = (made(), |path: &Path| path.with_file_name(".a.txt.swp"));
        assert!(!has_others(&path) && is_there(&path));
        fs::write(swap(&path), "typed").unwrap();
        assert!(has_others(&path));
        fs::remove_file(&path).unwrap();
        assert!(!is_there(&path) && swap(&path).exists());
        let gone = made();
        fs::remove_file(&gone).unwrap();
        assert!(!is_there(&gone) && !gone.parent().unwrap().exists(), "an empty folder is no use");
        let link = made();
        fs::remove_file(&link).unwrap();
        symlink("/no/such/file", &link).unwrap();
        assert!(is_there(&link));
    }

    #[test]
    fn nothing_is_removed_but_a_folder_of_ours() {
        let home = tempfile::TempDir::new().unwrap();
        let path = home.path().join("mine.txt");
        fs::write(&path, "words").unwrap();
        remove(&path).unwrap();
        assert!(path.exists());
    }

    #[test]
    fn what_an_editor_leaves_is_taken_as_text_or_refused_with_its_line() {
        for (bytes, text) in [
            (&b""[..], Ok("")),
            (b"words", Ok("words")),
            (b"words\n", Ok("words")),
            (b"words\r\n", Ok("words")),
            (b"words\n\n", Ok("words\n")),
            (b"\n", Ok("")),
            (b"a\r\nb\r\n", Ok("a\nb")),
            (b"\xef\xbb\xbfwords\n", Ok("words")),
            (b"a\tb", Ok("a\tb")),
            ("é 機械\n".as_bytes(), Ok("é 機械")),
            (b"a\nb\xffc\n", Err("line 2 is not UTF-8")),
            (b"\xff", Err("line 1 is not UTF-8")),
            (b"a\n\nb\0c", Err("line 3 has a character that can't be shown or sent (U+0000)")),
            (b"a\x1b[2Jb", Err("line 1 has a character that can't be shown or sent (U+001B)")),
            (b"a\rb", Err("line 1 has a character that can't be shown or sent (U+000D)")),
            ("a\nb\u{202e}c".as_bytes(), Err("line 2 has a character that can't be shown or sent (U+202E)")),
        ] {
            assert_eq!(to_text(bytes), text.map(str::to_owned).map_err(str::to_owned), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_file_any_more_or_too_large_is_not_read() {
        let home = tempfile::TempDir::new().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir(at("folder")).unwrap();
        symlink("/dev/zero", at("link")).unwrap();
        fs::File::create(at("large")).unwrap().set_len(1 << 30).unwrap();
        fs::File::create(at("just")).unwrap().set_len(MOST).unwrap();
        for (name, says) in [
            ("gone", "the file is gone"),
            ("folder", "it is not a regular file any more"),
            ("link", "it is a link now, and links are not followed there"),
            ("large", "it is larger than 1 MiB"),
        ] {
            assert_eq!(read(&at(name)).unwrap_err(), says);
        }
        assert_eq!(read(&at("just")).unwrap().len(), 1024 * 1024);
    }
}
