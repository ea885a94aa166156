//! A run of the program on the terminal: the first frame, then everything else.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use jiff::Timestamp;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::unbounded_channel;

use crate::app::{App, Msg, PlaceId, Reach, ShellPick};
use crate::aws::{self, Connection};
use crate::clients::{Asked, Clients};
use crate::domain::{Aim, ImageArn, ImageName, Location, Mode, Text};
use crate::emulator::Options;
use crate::log_file;
use crate::service::{Local, Request};
use crate::shell::{Backend as _, Ended, Shell, Signals, TerminalControl, TerminalFeatures, Tty};
use crate::view::{Look, view};

use super::appearance::appearance;
use super::args::SessionArguments;
use super::config_file::ConfigFile;
use super::demo::Demo;
use super::kept::Kept;
use super::{demo, resources, zone};

/// What is to be run.
pub struct Session<'a> {
    /// Where it begins, and how it behaves.
    pub arguments: &'a SessionArguments,
    /// Whether nothing may be changed.
    pub read_only: bool,
    /// What it is begun for.
    pub purpose: Purpose,
}

/// What a session is for.
pub enum Purpose {
    /// To browse all images.
    Browse,
    /// To show the demo by itself.
    Tour,
    /// To browse, from the image of this name on.
    Open(ImageName),
    /// To browse, from the image of this ARN on.
    Seek(ImageArn),
    /// To pick images for a shell, with this filter.
    Pick(ShellPick, String),
}

impl Session<'_> {
    /// One run, from its first frame to its end, on the terminal `tty`.
    ///
    /// # Errors
    ///
    /// When the terminal can't be used, or the machine has too little for it.
    pub fn run(self, tty: Tty, signals: Signals) -> Result<(Ended, Signals)> {
        let arguments = self.arguments;
        let config = ConfigFile::read(arguments.config.file.as_ref())?;
        let behaviour = &arguments.service.behaviour;
        let service = arguments.is_demo().then(|| demo::options(0, behaviour)).transpose()?;
        let mut app = self.app(&config, &tty);
        app.appearance = appearance(arguments.appearance.settings(), &config.config)?;
        let size = app.size;
        let mut terminal = TerminalControl::take(tty).context("couldn't set up the terminal")?;
        terminal = terminal.with(features(arguments, &config));
        // No time is shown in the first frame, so the zone can wait.
        let look = Look::of(&app);
        terminal.paint(size, |buffer| view(&app, &look, buffer))?;
        let begun = Begun { config, app, terminal, signals, troubles: Vec::new() };
        self.go_on(service, begun)
    }

    fn app(&self, config: &ConfigFile, tty: &Tty) -> App {
        let arguments = self.arguments;
        let mode = Mode { read_only: self.read_only, demo: arguments.is_demo() };
        let wanted = match &self.purpose {
            Purpose::Open(name) => Some(name.clone()),
            Purpose::Browse | Purpose::Tour | Purpose::Seek(_) | Purpose::Pick(..) => None,
        };
        let size = tty.size().bounded();
        let mut app = App::new(aim(arguments), location(arguments), mode, wanted, size, Timestamp::now());
        match &self.purpose {
            Purpose::Browse | Purpose::Open(_) => {}
            Purpose::Tour => app.begin_tour(),
            Purpose::Seek(arn) => app.sought = Some(arn.clone()),
            Purpose::Pick(pick, query) => app.pick_for_shell(*pick, query),
        }
        app.pointer.is_on = arguments.terminal.mouse.or(config.config.mouse).unwrap_or_default();
        app.take_keys(&config.config.keymap);
        if let Some(named) = &arguments.config.file {
            app.config_file = Text::clean(&named.to_string_lossy()).into();
        }
        app
    }

    /// The first frame stands; now what takes time.
    fn go_on(&self, service: Option<Options>, mut begun: Begun) -> Result<(Ended, Signals)> {
        resources::check_threads()?;
        begun.troubles.extend(log_file::begin().err().iter().map(ToString::to_string));
        let (zone, trouble) = zone::local();
        begun.app.zone = zone;
        begun.troubles.extend(trouble);
        let runtime = runtime().context("couldn't start a thread for requests")?;
        let (ended, signals) = runtime.block_on(self.serve(service, begun))?;
        // Nothing that is left is worth waiting for.
        if ended.is_end_of_process() {
            aws::end_programs();
            std::mem::forget(runtime);
        } else {
            runtime.shutdown_background();
        }
        Ok((ended, signals))
    }

    async fn serve(&self, service: Option<Options>, begun: Begun) -> Result<(Ended, Signals)> {
        let Begun { config, mut app, terminal, signals, troubles } = begun;
        let (arguments, is_demo) = (self.arguments, self.arguments.is_demo());
        let mut kept = Kept::of(is_demo, &config);
        let read_only = app.mode.read_only || kept.read_only;
        // They serve as long as they are held.
        let profiles = std::mem::take(&mut kept.read_only_profiles);
        let (asked, services) = match service {
            Some(options) => {
                let demo = Demo::begin(options).await?;
                (Asked::Demo(demo.connections(read_only), demo.aws_setup()), Some(demo))
            }
            None => (Asked::Aws(connection(arguments, read_only, profiles)), None),
        };
        let (tell, steps) = unbounded_channel();
        let mut clients = Clients::new(asked, tell);
        clients.open(app.here(), &app.place().aim);
        make_ready(&clients, app.here());
        let mut kept = kept.open(is_demo);
        if matches!(self.purpose, Purpose::Pick(..)) {
            // Nothing is typed in it that is worth keeping, and nothing that earlier sessions left is its matter.
            kept.disk = None;
        }
        app.pace.refresh = arguments.refresh.or(config.config.refresh).unwrap_or_default();
        app.reach = reach();
        app.session = match &kept.disk {
            Some(disk) => disk.session().to_owned(),
            None => uuid::Uuid::now_v7().simple().to_string(),
        };
        let someone_else = services.as_ref().and_then(Demo::someone_else);
        let shell = Shell::new(app, terminal, signals, clients, steps, kept.disk)?.with(someone_else);
        let mut messages = kept.messages;
        messages.extend(troubles.into_iter().map(Msg::DiskTrouble));
        if is_demo {
            messages.push(Msg::Marks(demo::marks()));
        }
        let ended = shell.run(messages).await;
        // The process is about to end: nothing is gained by taking apart what they hold.
        std::mem::forget(services);
        Ok(ended?)
    }
}

/// Has the AWS configuration read while the disk is opened: it is there when the first request wants it.
fn make_ready(clients: &Clients, place: PlaceId) {
    let clients = clients.clone();
    // Whoever asks next is told what is wrong with it.
    tokio::spawn(async move { drop(clients.perform(place, Request::Local(Local::Locate)).await) });
}

/// What there is when the first frame stands.
struct Begun {
    config: ConfigFile,
    app: App,
    terminal: TerminalControl,
    signals: Signals,
    /// What went wrong so far that the person is to be told.
    troubles: Vec<String>,
}

/// One thread beside the one that draws is plenty for what is under way at a time.
fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_stack_size(1024 * 1024)
        .enable_all()
        .build()
}

fn clean(text: Option<&String>) -> Option<Text> {
    text.map(|text| Text::clean(text))
}

/// The place that the command line asks for.
fn aim(arguments: &SessionArguments) -> Aim {
    let place = &arguments.place;
    Aim { profile: clean(place.profile.as_ref()), region: clean(place.region.as_ref()) }
}

fn location(arguments: &SessionArguments) -> Location {
    if arguments.is_demo() {
        let (region, profile) = (Some(demo::REGION.into()), Some(demo::PROFILE.into()));
        return Location { profile, region, ..Location::default() };
    }
    let place = &arguments.place;
    Location {
        profile: clean(profile(place.profile.clone()).as_ref()),
        region: clean(place.region.as_ref()),
        endpoint: clean(place.endpoint_url.as_ref()),
        ..Location::default()
    }
}

/// The profile in force, for the settings that go by it.
fn profile(given: Option<String>) -> Option<String> {
    let variable = |name: &str| std::env::var(name).ok().filter(|profile| !profile.is_empty());
    given.or_else(|| variable("AWS_PROFILE")).or_else(|| variable("AWS_DEFAULT_PROFILE"))
}

fn connection(arguments: &SessionArguments, read_only: bool, profiles: BTreeSet<String>) -> Connection {
    let place = arguments.place.clone();
    Connection {
        profile: place.profile,
        region: place.region,
        endpoint_url: place.endpoint_url,
        read_only,
        read_only_profiles: Arc::new(profiles),
        ..Connection::default()
    }
}

/// What the terminal understands, as it is set, or else as the environment tells.
fn features(arguments: &SessionArguments, config: &ConfigFile) -> TerminalFeatures {
    let notify = arguments.terminal.notify.or(config.config.notify).unwrap_or_default();
    let links = arguments.terminal.links.or(config.config.links).unwrap_or_default();
    TerminalFeatures::of(notify, links, |name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

/// What of the person's desk can be reached, as the environment tells.
fn reach() -> Reach {
    let is_over_ssh = ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(is_set);
    let is_shown = ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].into_iter().any(is_set);
    let is_desktop_system = cfg!(target_os = "macos") || is_set("WSL_DISTRO_NAME");
    Reach {
        is_over_ssh,
        is_in_tmux: is_set("TMUX"),
        // Over SSH, the desktop of such a system shows itself to someone else.
        has_desktop: is_shown || is_desktop_system && !is_over_ssh,
    }
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
