//! What goes on without the terminal: requests, timers and the disk.

use crate::app::{Clip, EditorJob, Effect, PlaceId};
use crate::domain::ImageName;

use super::{Backend, DiskJob, DiskWorker, Helpers, Tasks, Timers};

/// Those that do it.
#[derive(Debug)]
pub struct Workers<'a, S> {
    /// Requests.
    pub tasks: &'a mut Tasks<S>,
    /// Timers.
    pub timers: &'a mut Timers,
    /// The disk.
    pub disk_worker: &'a mut DiskWorker,
    /// Programs that help for a moment.
    pub helpers: &'a mut Helpers,
}

/// What is left to who has the terminal, and the services of the demo.
#[derive(Debug)]
pub enum AtTerminal {
    /// Give it to a program for a while.
    HandOver {
        /// For which place.
        place: PlaceId,
        /// The program and its arguments.
        command: Vec<String>,
    },
    /// Give it to the person's editor for a while.
    OpenEditor(Box<EditorJob>),
    /// End all this and begin the demo instead.
    Demo,
    /// Put text on the person's clipboard.
    Copy(Clip),
    /// Have it report what is done with the mouse, or not any more.
    ReportMouse(bool),
    /// Ask it for its background once more.
    AskBackground,
    /// Tell the person, who looks elsewhere.
    Alert(String),
    /// Have somebody else change an image of the demo.
    EditAsSomeoneElse(ImageName),
    /// Draw every cell anew.
    Redraw,
    /// Give it back and stop, as a job that was suspended.
    Suspend,
    /// Leave.
    Quit,
    /// Leave, and print these lines.
    Print(Vec<String>),
    /// Leave, and say why.
    GiveUp(String),
}

impl<S: Backend> Workers<'_, S> {
    /// Begins what `effect` wants; gives it back if it is about the terminal. Must be called within a
    /// tokio runtime.
    #[must_use]
    pub fn begin(self, effect: Effect) -> Option<AtTerminal> {
        match effect {
            Effect::Open { place, aim } => self.tasks.open(place, &aim),
            Effect::StopKeys(place) => self.tasks.stop_keys(place),
            Effect::Call { ticket, place, request } => self.tasks.begin(ticket, place, request),
            Effect::Cancel(ticket) => self.tasks.cancel(ticket),
            Effect::After { timer, delay } => self.timers.start(timer, delay),
            Effect::Disarm(timer) => self.timers.stop(&timer),
            Effect::Remember(recent) => self.disk_worker.ask(DiskJob::Remember(recent)),
            Effect::KeepDivider(share) => self.disk_worker.ask(DiskJob::KeepDivider(share)),
            Effect::KeepTheme(name) => self.disk_worker.ask(DiskJob::KeepTheme(name)),
            Effect::RememberSort { place, sort } => {
                self.disk_worker.ask(DiskJob::RememberSort { place, sort });
            }
            Effect::NoteCommand { name, line, at } => {
                self.disk_worker.ask(DiskJob::NoteCommand { name, line, at });
            }
            Effect::Keep(draft) => self.disk_worker.ask(DiskJob::KeepDraft(draft)),
            Effect::Forget { place, subject } => {
                self.disk_worker.ask(DiskJob::RemoveDraft { place, subject });
            }
            Effect::Note { ticket, record } => self.disk_worker.ask(DiskJob::Note { ticket, record }),
            Effect::NoteOutcomes(records) => self.disk_worker.ask(DiskJob::NoteOutcomes(records)),
            Effect::Recall { place, key } => self.disk_worker.ask(DiskJob::Recall { place, key }),
            Effect::MarkLoaded { place, subjects } => {
                self.disk_worker.ask(DiskJob::MarkLoaded { place, subjects });
            }
            Effect::HandOver { place, command } => return Some(AtTerminal::HandOver { place, command }),
            Effect::OpenEditor(job) => return Some(AtTerminal::OpenEditor(job)),
            Effect::RewriteEditorFile { path, text } => {
                self.disk_worker.ask(DiskJob::RewriteEditorFile { path, text });
            }
            Effect::RemoveEditorFile(path) => self.disk_worker.ask(DiskJob::RemoveEditorFile(path)),
            Effect::Demo => return Some(AtTerminal::Demo),
            Effect::Browse(address) => self.helpers.browse(address),
            Effect::Copy(clip) => return Some(AtTerminal::Copy(clip)),
            Effect::ReportMouse(is_on) => return Some(AtTerminal::ReportMouse(is_on)),
            Effect::AskBackground => return Some(AtTerminal::AskBackground),
            Effect::Alert(words) => return Some(AtTerminal::Alert(words)),
            Effect::EditAsSomeoneElse(image) => return Some(AtTerminal::EditAsSomeoneElse(image)),
            Effect::Redraw => return Some(AtTerminal::Redraw),
            Effect::Suspend => return Some(AtTerminal::Suspend),
            Effect::Quit => return Some(AtTerminal::Quit),
            Effect::Print(lines) => return Some(AtTerminal::Print(lines)),
            Effect::GiveUp(why) => return Some(AtTerminal::GiveUp(why)),
        }
        None
    }
}
