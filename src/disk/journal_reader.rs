//! The journal, read line by line.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

use jiff::Timestamp;

use super::journal::LONGEST_LINE;
use super::versioned::{self, Unfit};
use super::{Trouble, whole_file};
use crate::domain::{Entry, EntryId, PlaceKey, Text};

/// The newest entries of `place`, newest first, at most `most`, and what was passed over. No more
/// than those and one line is in memory.
pub fn read(path: &Path, place: &PlaceKey, most: usize) -> (Vec<Entry>, Option<Trouble>) {
    let file = match whole_file::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return (Vec::new(), None),
        Err(error) => return (Vec::new(), Some(Trouble::io("read the journal", path, &error))),
    };
    let mut newest = Newest { most, ..Newest::default() };
    let mut skipped = Skipped::default();
    let read = each_line(BufReader::new(file), |number, line| match line.map(versioned::from_slice) {
        Some(Ok(entry)) => newest.add(cleaned(entry), place),
        Some(Err(unfit)) => skipped.add(number, unfit),
        None => skipped.add(number, Unfit::Damaged),
    });
    let trouble = match read {
        Ok(()) => skipped.trouble(path),
        Err(error) => Some(Trouble::io("read all of the journal", path, &error)),
    };
    (newest.entries(), trouble)
}

/// Hands on each line that holds something, with its number; one that is too long as nothing.
fn each_line(mut file: impl BufRead, mut hand_on: impl FnMut(u64, Option<&[u8]>)) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        let most = u64::try_from(LONGEST_LINE + 1).unwrap_or(u64::MAX);
        if file.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        number += 1;
        if line.len() > LONGEST_LINE && !line.ends_with(b"\n") {
            file.skip_until(b'\n')?;
            line = Vec::new();
            hand_on(number, None);
        } else if !line.trim_ascii().is_empty() {
            hand_on(number, Some(&line));
        }
    }
}

/// Its names; the rest cleans itself when it is read.
fn cleaned(mut entry: Entry) -> Entry {
    for EntryId(id) in entry.undoes.iter_mut().chain([&mut entry.id]) {
        *id = Text::clean(id).into();
    }
    entry
}

/// The newest entries, by when they were sent, then by where they first stood.
#[derive(Default)]
struct Newest {
    most: usize,
    lines: u64,
    entries: BTreeMap<(Timestamp, u64), Entry>,
    places: HashMap<EntryId, (Timestamp, u64)>,
}

impl Newest {
    /// Takes the entry in; the last line of an id counts.
    fn add(&mut self, entry: Entry, place: &PlaceKey) {
        if entry.place != *place {
            return;
        }
        self.lines += 1;
        let line = match self.places.get(&entry.id) {
            Some(before) => {
                self.entries.remove(before);
                before.1
            }
            None => self.lines,
        };
        let at = (entry.at, line);
        self.places.insert(entry.id.clone(), at);
        self.entries.insert(at, entry);
        if self.entries.len() > self.most
            && let Some((_, oldest)) = self.entries.pop_first()
        {
            self.places.remove(&oldest.id);
        }
    }

    fn entries(self) -> Vec<Entry> {
        self.entries.into_values().rev().collect()
    }
}

/// Lines that were passed over.
#[derive(Default)]
struct Skipped {
    damaged: Option<Lines>,
    newer: Option<Lines>,
}

struct Lines {
    first: u64,
    count: u64,
}

impl Skipped {
    fn add(&mut self, number: u64, unfit: Unfit) {
        let lines = match unfit {
            Unfit::Damaged => &mut self.damaged,
            Unfit::Newer => &mut self.newer,
        };
        lines.get_or_insert(Lines { first: number, count: 0 }).count += 1;
    }

    /// One sentence for all of them; the file is left as it is.
    fn trouble(&self, path: &Path) -> Option<Trouble> {
        let damaged = self.damaged.as_ref().map(|lines| lines.words("damaged"));
        let newer = self.newer.as_ref().map(|lines| lines.words("of a newer sagescope"));
        let words: Vec<_> = damaged.into_iter().chain(newer).collect();
        (!words.is_empty()).then(|| {
            Trouble::new(&format!(
                "In the journal {} {}; the rest was read, and the file needs no repair.",
                path.display(),
                words.join(" and ")
            ))
        })
    }
}

impl Lines {
    fn words(&self, what: &str) -> String {
        match self.count {
            1 => format!("line {} is {what}", self.first),
            count => format!("{count} lines are {what}, the first is line {}", self.first),
        }
    }
}
