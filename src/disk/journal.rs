//! The journal of writes: one file, one write or plan a line, only ever added to.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::format::{LONGEST_LINE, record_to_line};
use super::journal_search::JournalSearch;
use super::{Trouble, folders};
use crate::domain::PlaceKey;
use crate::edit::{Record, Subject};
use crate::plain_file::{self, Links};

/// The journal of all programs. They need no lock: each line goes out in one piece, and the kernel
/// puts it behind what is there.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    path: PathBuf,
}

impl Journal {
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), path: folder.join("journal.jsonl") }
    }

    pub fn note(&self, records: &[Record]) -> Result<(), Trouble> {
        let trouble = |error: io::Error| Trouble::io("write to the journal", &self.path, &error);
        let lines: Result<Vec<_>, _> = records.iter().map(|record| self.line(record)).collect();
        let lines = lines?;
        let mut file = self.open().map_err(trouble)?;
        lines.into_iter().try_for_each(|line| append(&mut file, line)).map_err(trouble)?;
        file.sync_data().map_err(trouble)
    }

    fn line(&self, record: &Record) -> Result<Vec<u8>, Trouble> {
        let trouble = |error: io::Error| Trouble::io("write to the journal", &self.path, &error);
        let mut line = record_to_line(record).map_err(|error| trouble(error.into()))?;
        if line.len() >= LONGEST_LINE {
            let path = self.path.display();
            return Err(Trouble::new(&match record {
                Record::Step(entry) => format!(
                    "The change is too large for the journal {path}; shorten the fields of {}.",
                    entry.subject()
                ),
                Record::Plan(plan) => {
                    let what = Subject::of_all(plan.subjects())
                        .map_or_else(|| format!("{} steps", plan.steps.len()), |all| all.to_string());
                    format!("The change to {what} is too large for the journal {path}; change fewer at once.")
                }
            }));
        }
        line.push(b'\n');
        Ok(line)
    }

    /// Opens the file to add to it, and makes it if it is missing.
    fn open(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).mode(0o600);
        let file = match plain_file::open_with(&mut options, &self.path, Links::Refused) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                folders::make(&self.folder, &self.folder)?;
                let file = plain_file::open_with(options.create(true), &self.path, Links::Refused)?;
                folders::sync(&self.folder)?;
                file
            }
            opened => opened?,
        };
        let found = file.metadata()?;
        if found.is_file() && found.permissions().mode() & 0o777 != 0o600 {
            // A file of someone else is used as it is.
            let _ = file.set_permissions(Permissions::from_mode(0o600));
        }
        Ok(file)
    }

    /// Begins to read what was noted of `place`, at most the last `most` writes,
    /// and their plans.
    pub fn search(&self, place: &PlaceKey, most: usize) -> JournalSearch {
        JournalSearch::new(&self.path, place, most)
    }
}

/// Adds a line in one piece.
fn append(file: &mut File, mut line: Vec<u8>) -> io::Result<()> {
    if is_torn(file)? {
        line.insert(0, b'\n');
    }
    let written = loop {
        match file.write(&line) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            written => break written?,
        }
    };
    // What follows begins a new line; this one is passed over when it is read.
    if written < line.len() { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
}

/// Whether the last line has no end, because a program or the machine stopped within it.
fn is_torn(file: &File) -> io::Result<bool> {
    let found = file.metadata()?;
    if !found.is_file() || found.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.read_exact_at(&mut last, found.len() - 1)?;
    Ok(last != *b"\n")
}
