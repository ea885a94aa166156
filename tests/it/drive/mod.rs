//! The program without a terminal: the real `update`, the real tasks and timers, the real SDK, and
//! the embedded service behind it, over HTTP. It is idle when no task and no timer is left.

mod anything;
mod asks;
mod edit;
mod hazards;
mod journal;
mod kinds;
mod places;
mod screen;
mod several;
mod tour;
mod usage;

use std::future::poll_fn;
use std::path::PathBuf;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sagescope::Clients;
use sagescope::app::{App, Msg, Pace, Size, update};
use sagescope::aws::{Connection, KeysFrom};
use sagescope::disk::{Disk, Folders};
use sagescope::domain::{Aim, AutoRefresh, ImageName, Location, Mode};
use sagescope::emulator::{Catalogue, CatalogueImage, Edit, Emulator, Options};
use sagescope::keys::Chord;
use sagescope::shell::{AtTerminal, DiskWorker, Helpers, Tasks, Timers, Workers};
use sagescope::view::{Look, Theme, view};
use serde_json::Value;
use tempfile::TempDir;

use crate::PATIENCE;

/// A role that the service accepts.
pub const ROLE: &str = "arn:aws:iam::123456789012:role/SageMakerImages";

/// A role that it can't assume.
pub const UNASSUMABLE: &str = "arn:aws:iam::123456789012:role/Retired";

/// A person at the program.
pub struct Drive {
    pub app: App,
    pub service: Emulator,
    pub copied: Vec<String>,
    pub quit: bool,
    tasks: Tasks<Clients>,
    timers: Timers,
    disk_worker: DiskWorker,
    /// The person's home, as long as it is needed.
    home: Arc<TempDir>,
}

/// A service that holds one image, `subject`, with all of its fields.
pub async fn service() -> Emulator {
    let mut subject = CatalogueImage::named("subject");
    subject.display_name = Some("Subject".into());
    subject.description = Some("An image for the vision team".into());
    subject.role = Some(ROLE.into());
    let mut catalogue = Catalogue::empty();
    catalogue.images.push(subject);
    catalogue.unassumable_roles.push(UNASSUMABLE.into());
    let settle = Duration::from_millis(20);
    Emulator::start(Options { catalogue, settle, ..Options::default() }).await.unwrap()
}

fn folders(home: &TempDir) -> Folders {
    Folders { state: home.path().join("state"), config: home.path().join("config") }
}

impl Drive {
    /// Opens the program on `subject`; everything is read.
    pub async fn open() -> Self {
        Self::open_on(service().await, Mode::default()).await
    }

    /// The same, on a service that was prepared.
    pub async fn open_on(service: Emulator, mode: Mode) -> Self {
        Self::open_at(service, mode, Arc::new(TempDir::new().unwrap())).await
    }

    /// The next program of the same person, after this one was killed: what was not kept is gone.
    pub async fn killed_and_opened_again(self) -> Self {
        let Self { service, home, tasks, mut disk_worker, .. } = self;
        drop(tasks);
        disk_worker.finish().unwrap();
        Self::open_at(service, Mode::default(), home).await
    }

    /// Where the program keeps its journal.
    pub fn journal(&self) -> PathBuf {
        folders(&self.home).state.join("journal.jsonl")
    }

    /// A second program of the same person, beside this one.
    pub async fn open_beside(&self) -> Self {
        Self::open_at(self.service.clone(), Mode::default(), Arc::clone(&self.home)).await
    }

    /// Opens the program on a service that is reached by another way.
    pub async fn open_by(service: Emulator, connection: Connection) -> Self {
        let home = Arc::new(TempDir::new().unwrap());
        Box::pin(Self::open_with(service, Mode::default(), home, connection)).await
    }

    async fn open_at(service: Emulator, mode: Mode, home: Arc<TempDir>) -> Self {
        let connection = Connection {
            region: Some("us-east-1".into()),
            endpoint_url: Some(service.endpoint_url()),
            read_only: mode.read_only,
            keys: KeysFrom::Fixed,
            ..Connection::default()
        };
        Box::pin(Self::open_with(service, mode, home, connection)).await
    }

    async fn open_with(service: Emulator, mode: Mode, home: Arc<TempDir>, connection: Connection) -> Self {
        let size = Size { width: 120, height: 40 };
        // The demo begins at its list, with its tour.
        let wanted = ImageName::parse("subject").ok().filter(|_| !mode.demo);
        let mut app = App::new(Aim::default(), Location::default(), mode, wanted, size, Timestamp::now());
        let disk = Disk::open(folders(&home)).unwrap();
        disk.session().clone_into(&mut app.session);
        app.pace = Pace {
            selection_rest: Duration::from_millis(1),
            read_back: Duration::from_millis(8),
            glance: Duration::from_hours(1),
            journal: Duration::from_millis(50),
            notice: Duration::from_mins(1),
            second_key: Duration::ZERO,
            tour: Duration::from_millis(5),
            refresh: AutoRefresh::Off,
            ..Pace::default()
        };
        let clients = Clients::at(connection);
        let mut drive = Self {
            app,
            service,
            copied: Vec::new(),
            quit: false,
            tasks: Tasks::new(clients),
            timers: Timers::default(),
            disk_worker: DiskWorker::begin(Some(disk)),
            home,
        };
        if mode.demo {
            drive.app.begin_tour();
            drive.tell(Msg::Start);
            return drive;
        }
        drive.tell(Msg::Start);
        drive.settle().await;
        drive
    }

    /// Opens the form and waits until the image was read.
    pub async fn open_form(&mut self) {
        self.press("e");
        self.settle().await;
    }

    /// Goes on until nothing is under way.
    pub async fn settle(&mut self) {
        let begun = Instant::now();
        while !self.is_idle() {
            assert!(begun.elapsed() < PATIENCE, "it never becomes idle: {}", self.said());
            self.step().await;
        }
    }

    /// Goes on until `it` holds.
    pub async fn until(&mut self, it: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !it(self) {
            assert!(begun.elapsed() < PATIENCE, "it never holds: {}", self.said());
            assert!(!self.is_idle(), "idle, and it does not hold");
            self.step().await;
        }
    }

    fn is_idle(&self) -> bool {
        self.tasks.is_idle() && self.timers.is_idle() && self.disk_worker.is_idle()
    }

    /// Waits for one thing to happen, but no longer than this.
    pub async fn step_within(&mut self, limit: Duration) {
        let _ = tokio::time::timeout(limit, self.step()).await;
    }

    async fn step(&mut self) {
        let (tasks, timers, disk_worker) = (&mut self.tasks, &mut self.timers, &mut self.disk_worker);
        let next = poll_fn(|context| {
            if let Poll::Ready(Some(reply)) = tasks.poll_reply(context) {
                return Poll::Ready(Some(reply));
            }
            if let Poll::Ready(told) = disk_worker.poll_told(context) {
                return Poll::Ready(Some(told));
            }
            if let Poll::Ready(due) = timers.poll_due(context) {
                return Poll::Ready(Some(due));
            }
            // A job may have ended without a word.
            if disk_worker.is_idle() && tasks.is_idle() && timers.is_idle() {
                Poll::Ready(None)
            } else {
                Poll::Pending
            }
        });
        let message = tokio::time::timeout(PATIENCE, next).await.expect("nothing happens");
        if let Some(message) = message {
            self.tell(message);
        }
    }

    pub fn tell(&mut self, message: Msg) {
        update(&mut self.app, Msg::Clock(Timestamp::now()));
        for effect in update(&mut self.app, message).list {
            let (tasks, timers, disk_worker) = (&mut self.tasks, &mut self.timers, &mut self.disk_worker);
            let helpers = &mut Helpers::default();
            match (Workers { tasks, timers, disk_worker, helpers }).begin(effect) {
                Some(AtTerminal::Copy(clip)) => self.copied.push(clip.text),
                Some(AtTerminal::EditAsSomeoneElse(image)) => {
                    assert!(self.service.edit_as_someone_else(image.as_str(), Edit::description("Theirs")));
                }
                Some(AtTerminal::Quit) => self.quit = true,
                Some(
                    AtTerminal::Alert(_)
                    | AtTerminal::Redraw
                    | AtTerminal::ReportMouse(_)
                    | AtTerminal::Suspend
                    | AtTerminal::HandOver { .. }
                    | AtTerminal::OpenEditor(_)
                    | AtTerminal::Demo
                    | AtTerminal::Print(_)
                    | AtTerminal::GiveUp(_)
                    | AtTerminal::AskBackground,
                )
                | None => {}
            }
        }
        // What stands on the screen now has been seen.
        let area = Rect::new(0, 0, self.app.size.width, self.app.size.height);
        let look = Look { theme: Theme::new(false), zone: TimeZone::UTC };
        let shown = view(&self.app, &look, &mut Buffer::empty(area));
        update(&mut self.app, Msg::Painted(shown));
    }

    /// Presses keys, written as in the key table and apart by blanks.
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let chord: Chord = key.parse().unwrap();
            self.tell(Msg::Key(chord.into()));
        }
    }

    /// Types text over what the field that has the focus holds.
    pub fn fill(&mut self, text: &str) {
        self.press("end ctrl-u");
        self.type_text(text);
    }

    /// Every UpdateImage that reached the service.
    pub fn arrived(&self) -> Vec<Value> {
        let arrivals = self.service.arrivals();
        let updates = arrivals.into_iter().filter(|arrival| arrival.operation == "UpdateImage");
        updates.map(|arrival| arrival.body).collect()
    }
}
