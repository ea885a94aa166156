//! A program without a shell: keys and replies go in, calls come out.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use crate::app::{
    App, Copied, EditorJob, Effect, Effects, Msg, PlaceId, Request, ShellPick, Size, Ticket, Timer, update,
};
use crate::domain::{
    Aim, AwsSetup, CommandHistory, Failure, FailureClass, Image, ListShare, Location, Mode, PlaceKey, Recent,
    Sorts,
};
use crate::edit::{PlanEntry, Record};

pub mod asked;
mod browser;
mod clock;
mod draft;
mod form;
mod hands;
mod image;
mod mouse;
mod noted;
mod pages;
pub mod reply;
pub mod studio;
mod tabs;
mod timers;

pub use asked::Asked;
pub use browser::ListLoad;
pub use draft::{Draft, DraftJob, draft};
pub use form::{FIELDS, Proposed, called, field, fields};
pub use hands::{event, few, lines};
pub use image::{ROLE, image, name, second};
pub use noted::{Entry, entry, outcome_of_earlier};
pub use pages::Refused;
use reply::Said;
pub use tabs::{aliases, tags, version};

/// The program, and what it asked for that was not answered yet.
pub struct Play {
    pub app: App,
    pub calls: Vec<(Ticket, Request)>,
    /// Where each call went.
    pub places: BTreeMap<Ticket, PlaceId>,
    pub cancelled: Vec<Ticket>,
    pub copied: Vec<String>,
    /// The addresses that were given to a browser.
    pub browsed: Vec<String>,
    /// What the person was told who looked elsewhere.
    pub alerted: Vec<String>,
    pub timers: Vec<Timer>,
    /// How long each was told to run the last time.
    pub delays: BTreeMap<Timer, Duration>,
    /// When each runs out.
    due: BTreeMap<Timer, Timestamp>,
    pub quit: bool,
    /// What a picker printed.
    pub printed: Option<Vec<String>>,
    /// Why it printed nothing, where there was nothing to print.
    pub gave_up: Option<String>,
    /// The drafts as they are kept, by image.
    pub disk: BTreeMap<String, Draft>,
    /// The same by place and image.
    pub kept: BTreeMap<(PlaceKey, String), Draft>,
    /// What the disk was found to hold from earlier sessions, and whether that was taken up: until then
    /// nothing that is kept or forgotten touches it.
    pub left: BTreeMap<(PlaceKey, String), (Draft, bool)>,
    /// What the disk was asked to do with drafts, in order.
    pub draft_jobs: Vec<DraftJob>,
    /// Whether what is to be seen may be other than what was painted last.
    draws: bool,
    /// How the disk takes what is noted.
    pub disk_state: DiskState,
    /// The notes that a slow one has not answered yet, the oldest first.
    pub noting: VecDeque<Ticket>,
    /// What was noted, in order.
    pub journal: Vec<Entry>,
    /// The plans of several steps that were noted, line by line.
    pub plans: Vec<PlanEntry>,
    /// What the disk was asked to recall.
    pub recalls: Vec<PlaceKey>,
    /// For which place each time.
    pub recall_places: Vec<PlaceId>,
    /// Every UpdateImage that went out.
    pub sent: Vec<serde_json::Value>,
    /// The places that were made ready.
    pub opened: Vec<(PlaceId, Aim)>,
    /// The commands that were given the terminal.
    pub handed: Vec<Vec<String>>,
    /// The editors that were to be opened.
    pub editors: Vec<EditorJob>,
    /// What the files of editors were rewritten to; nothing where they were removed.
    pub editor_files: BTreeMap<PathBuf, Option<String>>,
    /// Where the person has been lately.
    pub remembered: Recent,
    pub kept_divider: Option<ListShare>,
    /// The theme that was kept, by its name.
    pub kept_theme: Option<String>,
    pub sorts: Sorts,
    /// The commands that were noted.
    pub commands: CommandHistory,
    /// The places where the search for keys was ended.
    pub stopped: Vec<PlaceId>,
    /// Whether the demo was asked for.
    pub demo: bool,
    /// What the terminal was told of the mouse, in order: to report it, or not.
    pub told_of_mouse: Vec<bool>,
    /// How often the terminal was to be asked for its background once more.
    pub background_asks: usize,
}

/// How the disk takes what is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskState {
    Quick,
    /// It takes nothing.
    Full,
    /// It answers when the test does.
    Slow,
}

pub fn failure(class: FailureClass) -> Failure {
    Failure { code: Some("SomeException".into()), ..Failure::new(class, "said the service") }
}

impl Play {
    /// Begins on a wide screen; nothing is answered yet.
    pub fn begin() -> Self {
        Self::begin_at(Size { width: 120, height: 40 }, Mode::default(), None)
    }

    pub fn begin_at(size: Size, mode: Mode, wanted: Option<&str>) -> Self {
        let mut play = Self::begin_unsurveyed(size, mode, wanted);
        play.survey(AwsSetup::default());
        play
    }

    /// The same as a picker for a shell, with a filter.
    pub fn picking(size: Size, mode: Mode, pick: ShellPick, query: &str) -> Self {
        let mut play = Self::new(size, mode, None);
        play.app.pick_for_shell(pick, query);
        play.tell(Msg::Start);
        play.survey(AwsSetup::default());
        play
    }

    /// The same, while it is still being looked up which profiles there are.
    pub fn begin_unsurveyed(size: Size, mode: Mode, wanted: Option<&str>) -> Self {
        let mut play = Self::new(size, mode, wanted);
        play.tell(Msg::Start);
        play
    }

    fn new(size: Size, mode: Mode, wanted: Option<&str>) -> Self {
        let location = Location { profile: Some("research".into()), ..Location::default() };
        let app = App::new(Aim::default(), location, mode, wanted.map(name), size, second(100));
        Self {
            app,
            calls: Vec::new(),
            places: BTreeMap::new(),
            cancelled: Vec::new(),
            copied: Vec::new(),
            browsed: Vec::new(),
            alerted: Vec::new(),
            timers: Vec::new(),
            delays: BTreeMap::new(),
            due: BTreeMap::new(),
            quit: false,
            printed: None,
            gave_up: None,
            disk: BTreeMap::new(),
            kept: BTreeMap::new(),
            left: BTreeMap::new(),
            draft_jobs: Vec::new(),
            draws: true,
            disk_state: DiskState::Quick,
            noting: VecDeque::new(),
            journal: Vec::new(),
            plans: Vec::new(),
            recalls: Vec::new(),
            recall_places: Vec::new(),
            sent: Vec::new(),
            opened: Vec::new(),
            handed: Vec::new(),
            editors: Vec::new(),
            editor_files: BTreeMap::new(),
            remembered: Recent::default(),
            kept_divider: None,
            kept_theme: None,
            sorts: Sorts::default(),
            commands: CommandHistory::default(),
            stopped: Vec::new(),
            demo: false,
            told_of_mouse: Vec::new(),
            background_asks: 0,
        }
    }

    /// Begins, located, with these images listed; the first is described.
    pub fn with(names: &[&str]) -> Self {
        let mut play = Self::begin();
        play.locate();
        play.page(names, None);
        play.rest();
        if let Some(first) = names.first() {
            play.describe(image(first));
        }
        play
    }

    /// A request has ended.
    pub fn reply(&mut self, ticket: Ticket, reply: impl Into<Said>) {
        let Said(reply) = reply.into();
        self.tell(Msg::Reply { ticket, reply });
    }

    pub fn tell(&mut self, msg: Msg) {
        let Effects { list, draw } = update(&mut self.app, msg);
        self.draws |= draw;
        for effect in list {
            match effect {
                Effect::Call { ticket, place, request } => {
                    self.places.insert(ticket, place);
                    if let Asked::Write(body) = Asked::from(&request) {
                        self.sent.push(body);
                    }
                    self.calls.push((ticket, request));
                }
                Effect::Cancel(ticket) => {
                    self.calls.retain(|(running, _)| *running != ticket);
                    self.cancelled.push(ticket);
                }
                Effect::After { timer, delay } => {
                    self.delays.insert(timer.clone(), delay);
                    let due = self.app.now.saturating_add(delay).expect("a delay that is no negative one");
                    self.due.insert(timer.clone(), due);
                    self.timers.retain(|running| *running != timer);
                    self.timers.push(timer);
                }
                Effect::ReportMouse(is_on) => self.told_of_mouse.push(is_on),
                Effect::AskBackground => self.background_asks += 1,
                Effect::Disarm(timer) => self.timers.retain(|running| *running != timer),
                Effect::Keep(draft) => self.keep(*draft),
                Effect::Forget { place, subject } => self.forget(place, &subject.to_string()),
                Effect::Note { ticket, record } => {
                    // The disk is quick here; what it does when it is not is told elsewhere.
                    let trouble = match self.disk_state {
                        DiskState::Slow => {
                            self.noting.push_back(ticket);
                            continue;
                        }
                        DiskState::Full => Some("The disk is full.".to_owned()),
                        DiskState::Quick => {
                            self.take_record(*record);
                            None
                        }
                    };
                    self.tell(Msg::Noted { ticket, trouble });
                }
                Effect::NoteOutcomes(records) => {
                    for record in records {
                        self.take_record(record);
                    }
                }
                Effect::Recall { place, key } => {
                    self.recall_places.push(place);
                    self.recalls.push(key);
                }
                Effect::MarkLoaded { place, subjects } => {
                    let images: Vec<_> = subjects.iter().map(ToString::to_string).collect();
                    self.take_up(&place, &images);
                }
                Effect::Copy(clip) => {
                    self.copied.push(clip.text);
                    let by = clip.ways.iter().map(|way| format!("{way:?}")).collect();
                    let (what, is_altered) = (clip.what, clip.is_altered);
                    self.tell(Msg::Copied(Copied { what, is_altered, by, troubles: Vec::new() }));
                }
                Effect::Alert(words) => self.alerted.push(words),
                Effect::Browse(address) => self.browsed.push(address),
                Effect::Quit => self.quit = true,
                Effect::Print(lines) => self.printed = Some(lines),
                Effect::GiveUp(why) => self.gave_up = Some(why),
                Effect::Open { place, aim } => self.opened.push((place, aim)),
                Effect::HandOver { command, .. } => self.handed.push(command),
                Effect::OpenEditor(job) => self.editors.push(*job),
                Effect::RewriteEditorFile { path, text } => drop(self.editor_files.insert(path, Some(text))),
                Effect::RemoveEditorFile(path) => drop(self.editor_files.insert(path, None)),
                Effect::RememberSort { place, sort } => self.sorts.choose(place, sort),
                Effect::NoteCommand { name, line, at } => self.commands.note(&name, &line, at),
                Effect::Remember(recent) => self.remembered = recent,
                Effect::KeepDivider(share) => self.kept_divider = share,
                Effect::KeepTheme(name) => self.kept_theme = Some(name.into()),
                Effect::StopKeys(place) => self.stopped.push(place),
                Effect::Demo => self.demo = true,
                Effect::Redraw | Effect::Suspend | Effect::EditAsSomeoneElse(_) => {}
            }
        }
    }

    fn take_record(&mut self, record: Record) {
        match record {
            Record::Step(entry) => self.journal.push(Entry(*entry)),
            Record::Plan(plan) => self.plans.push(plan),
        }
    }

    /// Opens the form of the image under the cursor; it has been read.
    pub fn open_form(&mut self, base: Image) {
        self.press("e");
        self.describe(base);
    }

    pub fn said(&self) -> String {
        let words: Vec<_> = self.app.messages().into_iter().map(|message| message.words).collect();
        words.join("\n")
    }
}
