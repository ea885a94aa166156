//! A program without a shell: keys and replies go in, calls come out.

use std::collections::{BTreeMap, VecDeque};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;

use crate::app::{App, Effect, Effects, Msg, PlaceId, Request, Shown, Size, Ticket, Timer, update};
use crate::domain::{
    Aim, AwsSetup, Failure, FailureClass, Image, ImageName, ImageStatus, Location, Mode, PlaceKey, Recent,
    RoleArn,
};
use crate::view::{Look, Theme, view};

pub mod asked;
mod browser;
mod draft;
mod form;
mod noted;
mod pages;
pub mod reply;
mod timers;

pub use asked::Asked;
pub use browser::ListLoad;
pub use draft::{Draft, DraftJob, draft};
pub use form::{FIELDS, Proposed, field, fields};
pub use noted::{Entry, entry, outcome_of_earlier};
pub use pages::Refused;
use reply::Said;

pub const ROLE: &str = "arn:aws:iam::123456789012:role/SageMakerImages";

/// The program, and what it asked for that was not answered yet.
pub struct Play {
    pub app: App,
    pub calls: Vec<(Ticket, Request)>,
    /// Where each call went.
    pub places: BTreeMap<Ticket, PlaceId>,
    pub cancelled: Vec<Ticket>,
    pub copied: Vec<String>,
    pub timers: Vec<Timer>,
    pub quit: bool,
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
    /// Where the person has been lately.
    pub remembered: Recent,
    /// The places where the search for keys was ended.
    pub stopped: Vec<PlaceId>,
    /// Whether the demo was asked for.
    pub demo: bool,
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

pub fn name(text: &str) -> ImageName {
    ImageName::parse(text).unwrap()
}

pub fn second(at: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + at).unwrap()
}

/// An image with all of its fields, last modified at second 0.
pub fn image(text: &str) -> Image {
    Image {
        name: name(text),
        arn: Some(format!("arn:aws:sagemaker:us-east-1:123456789012:image/{text}").as_str().into()),
        display_name: Some(format!("{text} shown").as_str().into()),
        description: Some("An image for the vision team".into()),
        role: Some(RoleArn::received(ROLE)),
        status: Some(ImageStatus::Created),
        failure_reason: None,
        created: Some(second(-86_400)),
        modified: Some(second(0)),
    }
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
        let location = Location { profile: Some("research".into()), ..Location::default() };
        let app = App::new(Aim::default(), location, mode, wanted.map(name), size, second(100));
        let mut play = Self {
            app,
            calls: Vec::new(),
            places: BTreeMap::new(),
            cancelled: Vec::new(),
            copied: Vec::new(),
            timers: Vec::new(),
            quit: false,
            disk: BTreeMap::new(),
            kept: BTreeMap::new(),
            left: BTreeMap::new(),
            draft_jobs: Vec::new(),
            draws: true,
            disk_state: DiskState::Quick,
            noting: VecDeque::new(),
            journal: Vec::new(),
            recalls: Vec::new(),
            recall_places: Vec::new(),
            sent: Vec::new(),
            opened: Vec::new(),
            handed: Vec::new(),
            remembered: Recent::default(),
            stopped: Vec::new(),
            demo: false,
        };
        play.tell(Msg::Start);
        play.survey(AwsSetup::default());
        play
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

    /// Paints what is to be seen now, if that may be other than before.
    pub fn paint(&mut self) {
        if std::mem::take(&mut self.draws) {
            let shown = self.draw().1;
            self.tell(Msg::Painted(shown));
        }
    }

    /// What the screen would show now, and what a frame of it tells.
    pub fn draw(&self) -> (Buffer, Shown) {
        let look = Look { theme: Theme::new(true), zone: TimeZone::UTC };
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.app.size.width, self.app.size.height));
        let shown = view(&self.app, &look, &mut buffer);
        (buffer, shown)
    }

    /// The text of the screen.
    pub fn screen(&self) -> String {
        lines(&self.draw().0).join("\n")
    }

    pub fn later(&mut self, seconds: i64) {
        let now = self.app.now + SignedDuration::from_secs(seconds);
        self.tell(Msg::Clock(now));
    }

    /// Presses keys, written as in the key table and apart by blanks; a frame is painted after
    /// each.
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.press_unseen(key);
            self.paint();
        }
    }

    /// Presses one key before anything is painted.
    pub fn press_unseen(&mut self, key: &str) {
        self.tell(Msg::Key(event(key)));
    }

    /// Types text, character by character.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.tell(Msg::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
        }
    }

    /// Replaces all of the text in the field that has the focus.
    pub fn fill(&mut self, text: &str) {
        self.press("end ctrl-u");
        self.type_text(text);
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
                Effect::After { timer, .. } => {
                    self.timers.retain(|running| *running != timer);
                    self.timers.push(timer);
                }
                Effect::Disarm(timer) => self.timers.retain(|running| *running != timer),
                Effect::Keep(draft) => self.keep(*draft),
                Effect::Forget { place, image } => self.forget(place, image.as_str()),
                Effect::Note { ticket, entry } => {
                    // The disk is quick here; what it does when it is not is told elsewhere.
                    let trouble = match self.disk_state {
                        DiskState::Slow => {
                            self.noting.push_back(ticket);
                            continue;
                        }
                        DiskState::Full => Some("The disk is full.".to_owned()),
                        DiskState::Quick => {
                            self.journal.push(Entry(*entry));
                            None
                        }
                    };
                    self.tell(Msg::Noted { ticket, trouble });
                }
                Effect::NoteOutcomes(entries) => self.journal.extend(entries.into_iter().map(Entry)),
                Effect::Recall { place, key } => {
                    self.recall_places.push(place);
                    self.recalls.push(key);
                }
                Effect::MarkLoaded { place, images } => {
                    let images: Vec<_> = images.iter().map(ToString::to_string).collect();
                    self.take_up(&place, &images);
                }
                Effect::Copy(text) => self.copied.push(text),
                Effect::Quit => self.quit = true,
                Effect::Open { place, aim } => self.opened.push((place, aim)),
                Effect::HandOver { command, .. } => self.handed.push(command),
                Effect::Remember(recent) => self.remembered = recent,
                Effect::StopKeys(place) => self.stopped.push(place),
                Effect::Demo => self.demo = true,
                Effect::Redraw | Effect::Suspend => {}
            }
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

/// The text of a frame, row by row.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let line = |cells: &[Cell]| {
        let mut line = String::new();
        let mut covered = 0;
        for cell in cells {
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = cell.cell_width();
            }
            covered = covered.saturating_sub(1);
        }
        line
    };
    buffer.content().chunks(usize::from(buffer.area.width).max(1)).map(line).collect()
}

pub fn event(key: &str) -> KeyEvent {
    let (rest, modifiers) = match (key.strip_prefix("ctrl-"), key.strip_prefix("alt-")) {
        (Some(rest), _) => (rest, KeyModifiers::CONTROL),
        (_, Some(rest)) => (rest, KeyModifiers::ALT),
        _ => (key, KeyModifiers::NONE),
    };
    let code = match rest {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "down" => KeyCode::Down,
        "up" => KeyCode::Up,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgdn" => KeyCode::PageDown,
        "pgup" => KeyCode::PageUp,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "backspace" => KeyCode::Backspace,
        c => KeyCode::Char(c.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
