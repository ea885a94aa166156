//! One section of a shared file.

use super::heading::{Heading, Kind};
use super::spot::Spot;

/// A section as it stands in the file. It holds secrets, and so can't be printed.
pub(super) struct Section {
    pub heading: Heading,
    /// Where its heading stands.
    pub at: Spot,
    /// What keeps it from being used, as a sentence that names file and line.
    pub fault: Option<String>,
    pub settings: Vec<Setting>,
}

/// One setting, as it stands in the file.
pub(super) struct Setting {
    /// Its name, in lower case.
    pub name: String,
    /// Its value; lines that go on are parted by `\n`, as the SDK has it.
    pub value: String,
    pub at: Spot,
    /// The lines of the file, for the SDK to parse.
    pub lines: Vec<String>,
}

impl Section {
    /// An empty section.
    pub(super) fn new(heading: Heading, at: Spot) -> Self {
        let fault = heading.wrong.as_ref().map(|wrong| format!("{at}: {wrong}"));
        Self { heading, at, fault, settings: Vec::new() }
    }

    /// Notes what is wrong with a line; the first fault is the one that is told.
    pub(super) fn spoil(&mut self, at: &Spot, wrong: &str) {
        if self.fault.is_none() {
            self.fault = Some(format!("{at}, in {}: {wrong}", self.called()));
        }
    }

    /// Whether the SDK gets it.
    pub(super) fn is_for_sdk(&self) -> bool {
        self.fault.is_none() && matches!(self.heading.kind, Kind::Profile | Kind::SsoSession | Kind::Services)
    }

    fn called(&self) -> String {
        let Heading { kind, name, .. } = &self.heading;
        match kind {
            Kind::Other | Kind::Ignored => format!("[{name}]"),
            kind => format!("the {} {name:?}", kind.word()),
        }
    }
}
