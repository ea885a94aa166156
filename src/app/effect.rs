//! What `update` wants done, as plain values.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use crate::domain::{Aim, ImageName, ListShare, PlaceKey, Recent, Sort, Text};
use crate::edit::{Draft, Record, Subject};

use super::ticket::StepId;
use super::{Clip, EditorJob, PlaceId, Request, Ticket};

/// One thing for the shell to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a place ready to be asked: from now on it is what `aim` says.
    Open {
        /// Which place.
        place: PlaceId,
        /// Which profile and region.
        aim: Aim,
    },
    /// Stop looking for keys at a place.
    StopKeys(PlaceId),
    /// Give the terminal to a program, and take it back when that has ended; comes back as
    /// [`super::Msg::HandedBack`].
    HandOver {
        /// For which place.
        place: PlaceId,
        /// The program and its arguments.
        command: Vec<String>,
    },
    /// Give the terminal to the person's editor, and take it back when that has ended; comes back as
    /// [`super::Msg::EditorClosed`].
    OpenEditor(Box<EditorJob>),
    /// Put a text in the place of what stands in the file of an editor, which is kept.
    RewriteEditorFile {
        /// Where it is.
        path: PathBuf,
        /// What is to stand there.
        text: String,
    },
    /// What stood in the file of an editor was taken, or was nothing new: remove it.
    RemoveEditorFile(PathBuf),
    /// End all this and begin the demo instead.
    Demo,
    /// Keep where the person has been lately.
    Remember(Recent),
    /// Keep where the divider between list and detail was put; nothing where it goes by need again.
    KeepDivider(Option<ListShare>),
    /// Keep which theme was picked.
    KeepTheme(Text),
    /// Keep the order that was chosen for the list of a place.
    RememberSort {
        /// What the place goes by on disk.
        place: PlaceKey,
        /// The order.
        sort: Sort,
    },
    /// Note that a command was run by name.
    NoteCommand {
        /// Which.
        name: Text,
        /// What was typed.
        line: Text,
        /// When.
        at: Timestamp,
    },
    /// Ask the service, on a background task; the reply comes back with the ticket.
    Call {
        /// What the reply has to carry.
        ticket: Ticket,
        /// Whose keys, region and endpoint.
        place: PlaceId,
        /// What to ask.
        request: Request,
    },
    /// Nobody waits for this read any more: end its task.
    Cancel(Ticket),
    /// Send [`super::Msg::Timer`] after a while; a timer that runs already starts anew.
    After {
        /// Which.
        timer: Timer,
        /// How long.
        delay: Duration,
    },
    /// Stop a timer.
    Disarm(Timer),
    /// Keep a draft on disk.
    Keep(Box<Draft>),
    /// A draft is one no more: take it off the disk.
    Forget {
        /// Where its subject is.
        place: PlaceKey,
        /// Whose draft.
        subject: Subject,
    },
    /// Append to the journal; [`super::Msg::Noted`] tells when it is safe.
    Note {
        /// What the answer has to carry.
        ticket: Ticket,
        /// The line.
        record: Box<Record>,
    },
    /// Append outcomes that earlier sessions did not learn to the journal.
    NoteOutcomes(Vec<Record>),
    /// Read what earlier sessions left; comes back as [`super::Msg::Recalled`].
    Recall {
        /// For which place.
        place: PlaceId,
        /// What it goes by on disk.
        key: PlaceKey,
    },
    /// What earlier sessions left of these subjects is in what is kept from now on.
    MarkLoaded {
        /// What the place goes by on disk.
        place: PlaceKey,
        /// Whose drafts.
        subjects: Vec<Subject>,
    },
    /// Put text on the person's clipboard; [`super::Msg::Copied`] tells what became of it.
    Copy(Clip),
    /// Tell the person, who looks elsewhere, by way of the terminal: one line, clean, of bounded length.
    Alert(String),
    /// Have somebody else change an image of the demo, for its tour.
    EditAsSomeoneElse(ImageName),
    /// Open an address in the person's browser; [`super::Msg::Browsed`] tells what became of it.
    Browse(String),
    /// Have the terminal report what is done with the mouse, or not any more.
    ReportMouse(bool),
    /// Ask the terminal for its background once more; [`super::Msg::Ground`] tells.
    AskBackground,
    /// Draw every cell anew.
    Redraw,
    /// Give the terminal back and stop, as a job that was suspended.
    Suspend,
    /// Leave.
    Quit,
    /// Leave, and print these lines once the terminal is given back.
    Print(Vec<String>),
    /// Leave without what the program was begun for; why, as the second half of a sentence.
    GiveUp(String),
}

/// What a timer is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// The selection has rested: read the detail of the image it rests on.
    SelectionRested,
    /// What is read of the image on the screen has taken long: say that it is being loaded.
    Patience,
    /// Not all images were put to the filter, or in order: go on with the rest.
    Sift,
    /// The cursor over the versions of an image has rested: read the one that it rests on.
    CursorRested,
    /// A step of a flow has waited long enough to be read back.
    Step(PlaceId, StepId),
    /// A notice that passes has been shown long enough.
    Notice(u64),
    /// Ages are shown in minutes: show them anew.
    Minute,
    /// Something was typed: keep it on disk.
    Keep,
    /// The journal could not be written: try again.
    Journal,
    /// A form is open: see whether another hand has changed its subject.
    Glance,
    /// A second has passed of what is told in seconds.
    Tick,
    /// Looking up what became of writes of earlier sessions has rested.
    Lookup,
    /// The service throttles a scan: ask on.
    Scan(PlaceId),
    /// The list is to be asked for changes by itself.
    Refresh,
    /// The image on the screen is to be read again by itself.
    RefreshImage,
    /// What changed by itself was marked long enough: those changes, of that place.
    Unmark(PlaceId, u64),
    /// The tour has rested: its next step.
    Tour,
    /// What has settled while the person looks elsewhere is to be told.
    Alert,
    /// A write waits until its subject has settled: look whether it has.
    Armed(PlaceId, Subject),
}

/// What one message led to.
#[derive(Debug, Default)]
pub struct Effects {
    /// To be done, in this order.
    pub list: Vec<Effect>,
    /// Whether anything that is shown may have changed.
    pub draw: bool,
}

impl Effects {
    /// Adds an effect.
    pub fn push(&mut self, effect: Effect) {
        self.list.push(effect);
    }
}
