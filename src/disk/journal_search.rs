//! The journal, read line by line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::format::{LONGEST_LINE, RECORD, Unreadable};
use super::newest::Newest;
use super::{Trouble, whole_file};
use crate::domain::{PlaceKey, Text};
use crate::edit::{Entry, EntryId, PlanEntry, Record};

/// So much is read at a time.
const STEP: usize = 256 * 1024;

/// A journal that is being read: for the newest entries of a place and their plans. Not much more than
/// those and one line is in memory.
#[derive(Debug)]
pub struct JournalSearch {
    path: PathBuf,
    place: PlaceKey,
    /// Nothing before the first step and after the last.
    file: Option<BufReader<File>>,
    is_over: bool,
    lines: u64,
    newest: Newest,
    skipped: Skipped,
    trouble: Option<Trouble>,
}

impl JournalSearch {
    /// Begins to read the journal at `path` for at most `most` entries of `place`, and the plans that
    /// go with them.
    pub fn new(path: &Path, place: &PlaceKey, most: usize) -> Self {
        Self {
            path: path.to_owned(),
            place: place.clone(),
            file: None,
            is_over: false,
            lines: 0,
            newest: Newest::of(most),
            skipped: Skipped::default(),
            trouble: None,
        }
    }

    /// Reads some lines; tells whether there may be more.
    pub fn step(&mut self) -> bool {
        if self.is_over {
            return false;
        }
        match self.read_some() {
            Ok(is_over) => self.is_over = is_over,
            Err(trouble) => {
                self.is_over = true;
                self.trouble = trouble;
            }
        }
        !self.is_over
    }

    /// What was found, newest first, and what was passed over.
    pub fn end(self) -> (Vec<Entry>, Vec<PlanEntry>, Option<Trouble>) {
        let trouble = self.trouble.or_else(|| self.skipped.trouble(&self.path));
        let (entries, plans) = self.newest.parted();
        (entries, plans, trouble)
    }

    fn read_some(&mut self) -> Result<bool, Option<Trouble>> {
        let mut file = match self.file.take() {
            Some(file) => file,
            None => match whole_file::open(&self.path) {
                Ok(file) => BufReader::new(file),
                Err(error) if error.kind() == ErrorKind::NotFound => return Err(None),
                Err(error) => return Err(Some(Trouble::io("read the journal", &self.path, &error))),
            },
        };
        let mut read = 0;
        while read < STEP {
            let line = next_line(&mut file);
            let line = line.map_err(|error| Trouble::io("read all of the journal", &self.path, &error))?;
            let Some(line) = line else { return Ok(true) };
            self.lines += 1;
            read += self.take(&line);
        }
        self.file = Some(file);
        Ok(false)
    }

    /// Takes a line in; tells how long it was.
    fn take(&mut self, line: &Line) -> usize {
        match line {
            Line::TooLong => {
                self.skipped.add(self.lines, Unreadable::Damaged);
                LONGEST_LINE
            }
            Line::Whole(line) => {
                if !line.trim_ascii().is_empty() {
                    match RECORD.read(line) {
                        Ok(record) if *record.place() == self.place => self.newest.add(cleaned(record)),
                        Ok(_) => {}
                        Err(why) => self.skipped.add(self.lines, why),
                    }
                }
                line.len()
            }
        }
    }
}

/// One line of the file.
enum Line {
    Whole(Vec<u8>),
    /// It is longer than any that this program writes.
    TooLong,
}

/// The next line; nothing at the end.
fn next_line(file: &mut BufReader<File>) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let most = u64::try_from(LONGEST_LINE + 1).unwrap_or(u64::MAX);
    if file.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() > LONGEST_LINE && !line.ends_with(b"\n") {
        file.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Whole(line)))
}

/// Its names; the rest cleans itself when it is read.
fn cleaned(mut record: Record) -> Record {
    let (id, others) = match &mut record {
        Record::Step(entry) => {
            let plan = entry.part_of.as_mut().map(|part| &mut part.plan);
            (&mut entry.id, [entry.undoes.as_mut(), plan])
        }
        Record::Plan(plan) => (&mut plan.id, [plan.undoes.as_mut(), None]),
    };
    for EntryId(id) in others.into_iter().flatten().chain([id]) {
        *id = Text::clean(id).into();
    }
    record
}

/// Lines that were passed over.
#[derive(Debug, Default)]
struct Skipped {
    damaged: Option<Lines>,
    newer: Option<Lines>,
}

#[derive(Debug)]
struct Lines {
    first: u64,
    count: u64,
}

impl Skipped {
    fn add(&mut self, number: u64, why: Unreadable) {
        let lines = match why {
            Unreadable::Damaged => &mut self.damaged,
            Unreadable::Newer => &mut self.newer,
        };
        lines.get_or_insert(Lines { first: number, count: 0 }).count += 1;
    }

    /// One sentence for all of them; the file is left as it is.
    fn trouble(&self, path: &Path) -> Option<Trouble> {
        let damaged = self.damaged.as_ref().map(|lines| lines.words("damaged"));
        let newer = self.newer.as_ref().map(|lines| lines.words("from a newer sagescope"));
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
