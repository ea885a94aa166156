//! `sagescope` itself: the first frame, then everything else.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use clap::Parser as _;
use jiff::Timestamp;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::unbounded_channel;

use super::args::Arguments;
use crate::app::{App, Msg, Reach};
use crate::aws::{self, Connection};
use crate::clients::{Asked, Clients};
use crate::domain::{Aim, ImageArn, ImageName, Location, Mode, Text, check_region};
use crate::emulator::Options;
use crate::log_file;
use crate::shell::{
    Backend as _, Ended, Shell, Signals, TerminalControl, TerminalFeatures, Tty, restore_on_panic,
};
use crate::view::{Look, view};

use super::appearance::{appearance, check_terminal};
use super::config_file::ConfigFile;
use super::demo::Demo;
use super::kept::Kept;
use super::{UsageError, demo, resources, zone};

/// Browses until the person leaves.
///
/// # Errors
///
/// [`UsageError`] for a command line that can't be followed; else when the terminal can't be used.
pub fn browse(arguments: &Arguments) -> Result<ExitCode> {
    let wanted = check(arguments)?;
    if !io::stdout().is_terminal() {
        let words = "standard output is not a terminal";
        return Err(UsageError(words.into()).into());
    }
    check_terminal()?;
    restore_on_panic();
    // Before the terminal is touched: from the first moment on, every end gives it back.
    let signals = Signals::listen().context("couldn't listen for signals")?;
    let (ended, signals) = session(arguments, wanted, signals)?;
    if ended == Ended::Demo {
        // With nothing left of what was tried before.
        let mut demo = Arguments::try_parse_from(["sagescope", "--demo"])?;
        (demo.config, demo.mouse) = (arguments.config.clone(), arguments.mouse);
        demo.appearance = arguments.appearance.clone();
        return Ok(exit_code(session(&demo, None, signals)?.0));
    }
    Ok(exit_code(ended))
}

/// The image that is to be opened.
enum Wanted {
    Name(ImageName),
    Arn(ImageArn),
}

/// One run, from its first frame to its end.
fn session(arguments: &Arguments, wanted: Option<Wanted>, signals: Signals) -> Result<(Ended, Signals)> {
    let config = ConfigFile::read(arguments.config.file.as_ref())?;
    let looks = appearance(arguments.appearance.settings(), &config.config)?;
    let service = arguments.demo.then(|| demo::options(0, &arguments.behaviour)).transpose()?;
    let tty = Tty::open().context("couldn't open the terminal")?;
    let size = tty.size().bounded();
    let mode = Mode { read_only: arguments.read_only, demo: arguments.demo };
    let (name, sought) = match wanted {
        Some(Wanted::Name(name)) => (Some(name), None),
        Some(Wanted::Arn(arn)) => (None, Some(arn)),
        None => (None, None),
    };
    let mut app = App::new(aim(arguments), location(arguments), mode, name, size, Timestamp::now());
    app.sought = sought;
    app.pointer.is_on = arguments.mouse.or(config.config.mouse).unwrap_or_default();
    app.appearance = looks;
    app.keymap = Arc::clone(&config.config.keymap);
    if let Some(named) = &arguments.config.file {
        app.config_file = Text::clean(&named.to_string_lossy()).into();
    }

    let mut terminal = TerminalControl::take(tty).context("couldn't set up the terminal")?;
    terminal = terminal.with(features(arguments, &config));
    // No time is shown in the first frame, so the zone can wait.
    let look = Look::of(&app);
    terminal.paint(size, |buffer| view(&app, &look, buffer))?;

    // The first frame stands; now what takes time.
    resources::check_threads()?;
    let mut troubles: Vec<String> = log_file::begin().err().iter().map(ToString::to_string).collect();
    let (zone, trouble) = zone::local();
    app.zone = zone;
    troubles.extend(trouble);
    let runtime = runtime().context("couldn't start a thread for requests")?;
    let begun = Begun { config, app, terminal, signals, troubles };
    let ended = runtime.block_on(run(arguments, service, begun))?;
    // Nothing that is left is worth waiting for.
    runtime.shutdown_background();
    Ok(ended)
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

async fn run(arguments: &Arguments, service: Option<Options>, begun: Begun) -> Result<(Ended, Signals)> {
    let Begun { config, mut app, terminal, signals, troubles } = begun;
    let kept = Kept::open(arguments.demo, &config);
    app.pace.refresh = arguments.refresh.or(config.config.refresh).unwrap_or_default();
    if arguments.tour {
        app.begin_tour();
    }
    app.reach = reach();
    app.session = match &kept.disk {
        Some(disk) => disk.session().to_owned(),
        None => uuid::Uuid::now_v7().simple().to_string(),
    };
    let read_only = arguments.read_only || kept.read_only;
    // They serve as long as they are held.
    let (asked, services) = match service {
        Some(options) => {
            let demo = Demo::begin(options).await?;
            (Asked::Demo(demo.connections(read_only), demo.aws_setup()), Some(demo))
        }
        None => (Asked::Aws(connection(arguments, read_only, kept.read_only_profiles)), None),
    };
    let (tell, steps) = unbounded_channel();
    let mut clients = Clients::new(asked, tell);
    clients.open(app.here(), &app.place().aim);
    let someone_else = services.as_ref().and_then(Demo::someone_else);
    let shell = Shell::new(app, terminal, signals, clients, steps, kept.disk)?.with(someone_else);
    let mut messages = kept.messages;
    messages.extend(troubles.into_iter().map(Msg::DiskTrouble));
    if arguments.demo {
        messages.push(Msg::Marks(demo::marks()));
    }
    Ok(shell.run(messages).await?)
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
fn aim(arguments: &Arguments) -> Aim {
    Aim { profile: clean(arguments.profile.as_ref()), region: clean(arguments.region.as_ref()) }
}

fn location(arguments: &Arguments) -> Location {
    let region = if arguments.demo { Some(demo::REGION.into()) } else { clean(arguments.region.as_ref()) };
    let profile = if arguments.demo { Some(demo::PROFILE.into()) } else { profile(arguments) };
    let endpoint = clean(arguments.endpoint_url.as_ref());
    Location { profile: clean(profile.as_ref()), region, endpoint, ..Location::default() }
}

/// The profile in force, for the settings that go by it.
fn profile(arguments: &Arguments) -> Option<String> {
    let variable = |name: &str| std::env::var(name).ok().filter(|profile| !profile.is_empty());
    arguments.profile.clone().or_else(|| variable("AWS_PROFILE")).or_else(|| variable("AWS_DEFAULT_PROFILE"))
}

fn connection(arguments: &Arguments, read_only: bool, profiles: BTreeSet<String>) -> Connection {
    Connection {
        profile: arguments.profile.clone(),
        region: arguments.region.clone(),
        endpoint_url: arguments.endpoint_url.clone(),
        read_only,
        read_only_profiles: Arc::new(profiles),
        ..Connection::default()
    }
}

/// Says in one sentence what can't be followed; gives the image that is to be opened.
fn check(arguments: &Arguments) -> Result<Option<Wanted>> {
    let refuse = |what: &str, given: &str, why: String| {
        // A URL may hold a password, at the wrong place too.
        let is_secret = given.contains("://") && given.contains(['@', '%', '?', '#']);
        let given = if is_secret { String::new() } else { format!(" ‘{}’", Text::clean(given)) };
        UsageError(format!("{what}{given} can't be used: {why}"))
    };
    if arguments.behaviour.is_asked_for() && !arguments.demo {
        let words = "--images, --domains, --latency, --settle and --fault, and their variables, are for the \
                     embedded service: add --demo";
        return Err(UsageError(words.into()).into());
    }
    if arguments.tour && arguments.read_only {
        let words = "--tour changes images of the demo: leave out --read-only, and SAGESCOPE_READ_ONLY";
        return Err(UsageError(words.into()).into());
    }
    if arguments.tour && (arguments.behaviour.images.is_some() || !arguments.behaviour.faults.is_empty()) {
        let words =
            "--tour goes through the built-in catalogue: leave out --images and --fault, and their variables";
        return Err(UsageError(words.into()).into());
    }
    if let Some(region) = &arguments.region {
        check_region(region).map_err(|why| refuse("the region", region, why))?;
    }
    if let Some(url) = &arguments.endpoint_url {
        aws::check_endpoint(url).map_err(|why| refuse("the endpoint URL", url, why))?;
    }
    if let Some(profile) = &arguments.profile {
        check_profile(profile)?;
    }
    let wanted = |image: &String| {
        if ImageArn::is_begun(image) {
            let why = "an image ARN looks like arn:aws:sagemaker:REGION:ACCOUNT:image/NAME";
            return ImageArn::typed(image)
                .map(Wanted::Arn)
                .ok_or_else(|| refuse("the ARN", image, why.into()));
        }
        let name = ImageName::parse(image);
        name.map(Wanted::Name).map_err(|why| refuse("the image name", image, why.to_string()))
    };
    Ok(arguments.image.as_ref().map(wanted).transpose()?)
}

/// A profile named on the command line is looked up before the first frame, so that a slip of the
/// finger is told in the shell; nothing else is read that early.
fn check_profile(profile: &str) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let given = Text::clean(profile);
    match runtime.block_on(aws::profile_exists(profile)) {
        Ok(true) => Ok(()),
        Ok(false) => {
            Err(UsageError(format!("the profile ‘{given}’ is not in the AWS configuration files")).into())
        }
        Err(failure) => {
            Err(UsageError(format!("the profile ‘{given}’ can't be used: {}", failure.message)).into())
        }
    }
}

/// What the terminal understands, as it is set, or else as the environment tells.
fn features(arguments: &Arguments, config: &ConfigFile) -> TerminalFeatures {
    let notify = arguments.notify.or(config.config.notify).unwrap_or_default();
    let links = arguments.links.or(config.config.links).unwrap_or_default();
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

fn exit_code(ended: Ended) -> ExitCode {
    match ended {
        // The demo has no demo.
        Ended::Quit | Ended::Demo => ExitCode::SUCCESS,
        // As shells count: 128 and the signal's number.
        Ended::Signal(number) => ExitCode::from(128_u8.saturating_add(u8::try_from(number).unwrap_or(127))),
        // Whether SIGHUP or its cause is seen first must not matter.
        Ended::TerminalGone => exit_code(Ended::Signal(rustix::process::Signal::HUP.as_raw())),
    }
}
