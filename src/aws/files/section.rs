//! One section of a shared file.

use super::heading::{Heading, SectionKind};
use super::spot::Spot;

/// A section as it stands in the file. It holds secrets, and so can't be printed.
pub(super) struct Section {
    pub heading: Heading,
    /// Where its heading stands.
    pub at: Spot,
    /// What keeps it from being used, as a sentence that names file and line.
    pub fault: Option<String>,
    /// What its writer can't have meant, though it can be used: sentences that name file and line.
    pub notes: Vec<String>,
    pub settings: Vec<Setting>,
}

/// One setting, as it stands in the file.
#[derive(Clone)]
pub(super) struct Setting {
    /// Its name, in lower case.
    pub name: String,
    /// Its value, line by line, each without the white space around it.
    pub lines: Vec<String>,
    pub at: Spot,
}

impl Section {
    /// An empty section.
    pub(super) fn new(heading: Heading, at: Spot) -> Self {
        let fault = heading.wrong.as_ref().map(|wrong| format!("{at}: {wrong}"));
        let notes = heading.note.iter().map(|note| format!("{at}: {note}")).collect();
        Self { heading, at, fault, notes, settings: Vec::new() }
    }

    /// Notes what is wrong with a line; the first fault is the one that is told.
    pub(super) fn spoil(&mut self, at: &Spot, wrong: &str) {
        if self.fault.is_none() {
            self.fault = Some(format!("{at}, in {}: {wrong}", self.called()));
        }
    }

    /// Takes the settings of a section with the same heading, further down in the file.
    pub(super) fn go_on_with(&mut self, later: Self) {
        self.fault = self.fault.take().or(later.fault);
        self.notes.extend(later.notes);
        self.settings.extend(later.settings);
    }

    /// A setting twice with the same value does no harm. With two, nobody knows which is meant: it may be
    /// another account.
    pub(super) fn settle_repeats(&mut self) {
        let mut kept: Vec<Setting> = Vec::new();
        for setting in std::mem::take(&mut self.settings) {
            match kept.iter().find(|before| before.name == setting.name) {
                Some(before) if before.value() == setting.value() => {}
                Some(before) => {
                    let (name, line) = (&setting.name, before.at.line);
                    let wrong = format!("{name} has another value in line {line}. Remove one of the two.");
                    self.spoil(&setting.at, &wrong);
                }
                None => kept.push(setting),
            }
        }
        self.settings = kept;
    }

    fn called(&self) -> String {
        let Heading { kind, name, .. } = &self.heading;
        match kind {
            SectionKind::Other | SectionKind::Ignored | SectionKind::Defaults => format!("[{name}]"),
            kind => format!("the {} {name:?}", kind.word()),
        }
    }
}

impl Setting {
    /// Its value, lines parted by `\n`. One that begins with `\n` has settings below it.
    pub(super) fn value(&self) -> String {
        super::line::trim_end(&self.lines.join("\n")).to_owned()
    }

    /// Its first line has no value, as in `s3 =`.
    pub(super) fn is_without_value(&self) -> bool {
        self.lines.first().is_none_or(String::is_empty)
    }
}
