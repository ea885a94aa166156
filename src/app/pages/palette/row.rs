//! What a row stands for.

use std::ops::Range;

use crate::app::Offer;
use crate::domain::{ImageArn, ImageName, Sort};
use crate::keys::Action;

use super::Command;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteRow {
    /// What it stands for.
    pub item: PaletteItem,
    /// What it is called.
    pub name: String,
    /// What it does.
    pub help: String,
    /// The key that does it, or nothing.
    pub key: String,
    /// Why it can't be done now, if so: a sentence.
    pub obstacle: Option<String>,
    /// Which characters of its name were typed, from 0, in order.
    pub name_letters: Vec<u32>,
    /// The same of what it does.
    pub help_letters: Vec<u32>,
}

impl PaletteRow {
    /// A row of which no letter was typed, and which can be run.
    #[must_use]
    pub fn new(item: PaletteItem, name: String, help: String) -> Self {
        Self {
            item,
            name,
            help,
            key: String::new(),
            obstacle: None,
            name_letters: Vec::new(),
            help_letters: Vec::new(),
        }
    }
}

/// What a row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaletteItem {
    /// What a key does.
    Action(Action),
    /// A command that waits for its word.
    Command(Command),
    /// A command with its word.
    Choice(PaletteChoice),
    /// A part of a filter, in place of those bytes of what is typed.
    Part(Range<usize>),
}

/// A command with its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaletteChoice {
    /// Go to that profile or region.
    Place(Offer),
    /// Open that image.
    Image(ImageName),
    /// Open the image of that ARN, wherever that is.
    Arn(ImageArn),
    /// Put that filter in force.
    Filter(String),
    /// Sort like that.
    Sort(Sort),
}

impl PaletteChoice {
    /// The command.
    #[must_use]
    pub fn command(&self) -> Command {
        match self {
            Self::Place(Offer::Region { .. } | Offer::Typed(_)) => Command::Region,
            Self::Place(Offer::Chain | Offer::Profile(_)) => Command::Profile,
            Self::Image(_) | Self::Arn(_) => Command::Image,
            Self::Filter(_) => Command::Filter,
            Self::Sort(_) => Command::Sort,
        }
    }
}
