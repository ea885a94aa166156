//! What there is to know of a page.

use crate::app::{Seen, Viewing};
use crate::domain::ImageName;
use crate::edit::Subject;
use crate::keys::Scope;

/// As wide as is good to read.
const WIDTH: u16 = 100;
/// Questions are short.
pub(super) const QUESTION_WIDTH: u16 = 60;

/// What a page says of itself. What most have in common is the default.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The scopes of its keys, the innermost first.
    pub scopes: &'static [Scope],
    /// What takes the keys that type, if something does.
    pub typed: Option<Typed>,
    /// The most columns it takes: all pages the same, and all questions.
    pub width: u16,
    /// The most rows it takes.
    pub height: u16,
    /// The same where several places are known, each of which has something to say.
    pub height_with_places: Option<u16>,
    /// Whether it stands where the detail does, beside the list, where there is room for both.
    pub is_beside_list: bool,
    /// What in it can be moved.
    pub moves: Moves<'a>,
    /// What else closing it does.
    pub closing: Closing,
    /// What it asks, if it wants a yes or a no.
    pub question: Option<Question>,
    /// Whether it is there again when the person comes back from another place.
    pub stays: bool,
    /// The subject whose edit it is about, if it is about one.
    pub subject: Option<&'a Subject>,
}

impl Default for Page<'_> {
    fn default() -> Self {
        Self {
            scopes: &[Scope::Everywhere],
            typed: None,
            width: WIDTH,
            height: u16::MAX,
            height_with_places: None,
            is_beside_list: false,
            moves: Moves::Nothing,
            closing: Closing::Plain,
            question: None,
            stays: false,
            subject: None,
        }
    }
}

/// What takes the keys that type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The filter of the list.
    Filter,
    /// What is searched for in the open tab.
    Search,
    /// The field of the form that has the focus.
    Field,
    /// A command.
    Command,
    /// What narrows the picker.
    Pick,
    /// The code of an MFA device.
    Code,
    /// What is searched for in the help.
    Help,
}

/// What in a page can be moved; how far it has been is its `position`.
#[derive(Debug, Clone, Copy)]
pub enum Moves<'a> {
    /// Nothing.
    Nothing,
    /// It is scrolled, as far as a frame said that there are rows below.
    Rows,
    /// The same, but past no row that has to be seen and was not.
    Reading {
        /// What has been seen.
        seen: &'a Seen,
        /// Of which time that counts.
        viewing: Viewing,
    },
    /// A cursor goes over a list.
    Cursor {
        /// What is listed.
        over: Listed<'a>,
        /// Whether what is under the cursor stands below the list, and is scrolled.
        has_lower_part: bool,
    },
}

/// Where a page stands, for what moves in it.
#[derive(Debug)]
pub enum Position<'a> {
    /// Nothing moves in it.
    Fixed,
    /// Scrolled by so many rows, or with the cursor on the thing of that number.
    At(&'a mut usize),
}

/// What a page lists.
#[derive(Debug, Clone, Copy)]
pub enum Listed<'a> {
    /// The journal, of one image or of all.
    Entries(Option<&'a ImageName>),
    /// The drafts.
    Drafts,
    /// Profiles or regions that can be picked.
    Offers,
    /// The commands that fit what is typed.
    Commands,
    /// The themes.
    Themes,
    /// So many things that can be copied.
    Copies(usize),
}

/// What else closing a page does than to take it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Nothing.
    Plain,
    /// What was typed in the form is kept as a draft.
    KeepDraft,
    /// What was not sent yet is called off.
    CallOff,
    /// A code that is with the service is not waited for.
    EndLogIn,
    /// What was typed is kept as an earlier line.
    KeepLine,
    /// What processes wrote is hidden again.
    HideProcessOutput,
}

/// What a yes is an answer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether to throw a draft away.
    Discard,
    /// Whether to send what can't be noted.
    SendUnnoted,
    /// Whether to go where an image is.
    GoThere,
    /// Whether to quit all the same.
    Quit,
}
