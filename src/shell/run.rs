//! The loop.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use jiff::Timestamp;
use rustix::termios::{QueueSelector, tcflush};

use tokio::sync::mpsc::UnboundedReceiver;

use crate::app::{App, Effect, Handed, Msg, PlaceId, update};
use crate::aws::Step;
use crate::disk::Disk;
use crate::tripwire::tripwire;
use crate::view::{Look, view};

use super::batch::Sources;
use super::foreground::{self, Foreground};
use super::keyboard::Keyboard;
use super::signals::{Signal, Signals};
use super::tty;
use super::{Chore, Guest, Keeper, Screen, Service, Tasks, Timers, hangup};

/// The signals of Ctrl-C and Ctrl-\, where the terminal is not raw.
const INTERRUPT: i32 = rustix::process::Signal::INT.as_raw();
const QUIT: i32 = rustix::process::Signal::QUIT.as_raw();

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person quit.
    Quit,
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal is gone.
    TerminalGone,
    /// The person wants the demo instead.
    Demo,
}

/// The program between its first frame and its end.
pub struct Shell<S> {
    /// The state.
    pub app: App,
    look: Look,
    screen: Screen<io::Stdout>,
    guest: Option<Guest>,
    sources: Sources<S>,
    ended: Option<Ended>,
    /// When the terminal came back from another program.
    back: Option<Instant>,
}

impl<S: Service> Shell<S> {
    /// Takes over after the first frame was painted. Must be called within a tokio runtime.
    ///
    /// # Errors
    ///
    /// When signals can't be listened for.
    pub fn new(
        app: App,
        look: Look,
        screen: Screen<io::Stdout>,
        guest: Guest,
        service: S,
        steps: UnboundedReceiver<Step>,
        disk: Option<Disk>,
    ) -> io::Result<Self> {
        let sources = Sources {
            tasks: Tasks::new(service),
            steps,
            foreground: None,
            timers: Timers::default(),
            keeper: Keeper::begin(disk),
            keyboard: Some(Keyboard::open()?),
            signals: Signals::listen()?,
            hangup: Some(hangup::watch()),
        };
        Ok(Self { app, look, screen, guest: Some(guest), sources, ended: None, back: None })
    }

    /// Runs until the person quits, a signal comes, or the terminal is gone. `first` is what there
    /// is to be told before anything else.
    ///
    /// # Errors
    ///
    /// When the terminal can't be taken again after a suspension.
    pub async fn run(&mut self, first: Vec<Msg>) -> io::Result<Ended> {
        let ended = self.browse(first).await;
        // However it ended, what is typed is kept before the program is gone.
        let _ = self.take(vec![Msg::Leaving]);
        self.guest = None;
        self.sources.keeper.finish();
        ended
    }

    async fn browse(&mut self, mut first: Vec<Msg>) -> io::Result<Ended> {
        first.push(Msg::Start);
        let mut draw = self.take(first)?;
        loop {
            if let Some(ended) = self.ended {
                return Ok(ended);
            }
            // While another program has the terminal, nothing is painted.
            if draw && self.guest.is_some() && self.paint().is_err() {
                return Ok(Ended::TerminalGone);
            }
            let batch = self.sources.next().await;
            // What was typed before the terminal went counts.
            draw = self.take(batch.messages)?;
            if batch.gone {
                return Ok(Ended::TerminalGone);
            }
            draw |= self.heed(&batch.signals)?;
            if let Some((place, handed)) = batch.handed_back {
                draw |= self.take_back(place, handed)?;
            }
        }
    }

    /// Gives each message to `update` and does what it wants done; tells whether to draw.
    fn take(&mut self, messages: Vec<Msg>) -> io::Result<bool> {
        let mut draw = false;
        update(&mut self.app, Msg::Clock(Timestamp::now()));
        for message in messages {
            // What was typed behind a key that gave the terminal away was meant for nobody here.
            let is_typed = matches!(message, Msg::Key(_) | Msg::Paste(_));
            if is_typed && self.guest.is_none() {
                continue;
            }
            if matches!(message, Msg::Key(_)) {
                tripwire("loop");
            }
            let effects = update(&mut self.app, message);
            draw |= effects.draw;
            for effect in effects.list {
                draw |= self.perform(effect)?;
            }
        }
        Ok(draw)
    }

    fn perform(&mut self, effect: Effect) -> io::Result<bool> {
        match effect {
            Effect::Open { place, aim } => self.sources.tasks.open(place, &aim),
            Effect::StopKeys(place) => self.sources.tasks.stop_keys(place),
            Effect::HandOver { place, command } => return self.hand_over(place, &command),
            Effect::Demo => self.ended = Some(Ended::Demo),
            Effect::Remember(recent) => self.sources.keeper.ask(Chore::Remember(recent)),
            Effect::Call { ticket, place, request } => self.sources.tasks.begin(ticket, place, request),
            Effect::Cancel(ticket) => self.sources.tasks.cancel(ticket),
            Effect::After { timer, delay } => self.sources.timers.start(timer, delay),
            Effect::Disarm(timer) => self.sources.timers.stop(&timer),
            Effect::Keep(draft) => self.sources.keeper.ask(Chore::Keep(draft)),
            Effect::Forget { place, image } => self.sources.keeper.ask(Chore::Forget(place, image)),
            Effect::Note { ticket, entry } => self.sources.keeper.ask(Chore::Note(ticket, entry)),
            Effect::Recall { place, key } => self.sources.keeper.ask(Chore::Recall(place, key)),
            Effect::Copy(text) => return self.copy(&text),
            Effect::Redraw => {
                self.screen.forget();
                return Ok(true);
            }
            Effect::Suspend => {
                self.suspend()?;
                return Ok(true);
            }
            Effect::Quit => self.ended = Some(Ended::Quit),
        }
        Ok(false)
    }

    fn heed(&mut self, signals: &[Signal]) -> io::Result<bool> {
        let mut draw = false;
        for signal in signals {
            match signal {
                // While another program has the terminal, a Ctrl-C is meant for that; size and screen are
                // looked at when the terminal is ours again.
                Signal::Leave(INTERRUPT | QUIT) | Signal::Resize | Signal::Continue
                    if self.guest.is_none() => {}
                // The one that ended that program may be told only now.
                Signal::Leave(INTERRUPT | QUIT) if self.is_just_back() => {}
                Signal::Leave(number) => self.ended = Some(Ended::Signal(*number)),
                // The whole job stops, and goes on, with the program that has the terminal.
                Signal::Stop if self.guest.is_none() => {
                    rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
                }
                Signal::Stop => {
                    self.suspend()?;
                    draw = true;
                }
                Signal::Resize => draw |= self.measure()?,
                Signal::Continue => {
                    self.screen.forget();
                    draw = true;
                }
            }
        }
        Ok(draw)
    }

    fn is_just_back(&self) -> bool {
        const LATE: Duration = Duration::from_secs(1);
        self.back.is_some_and(|back| back.elapsed() < LATE)
    }

    fn paint(&mut self) -> io::Result<()> {
        let (app, look) = (&self.app, &self.look);
        let shown = self.screen.paint(app.size, |buffer| view(app, look, buffer))?;
        update(&mut self.app, Msg::Painted(shown));
        Ok(())
    }

    /// Copies by way of the terminal (OSC 52), which works over SSH and, where it is allowed, in
    /// tmux; whether the terminal obeyed can't be known.
    fn copy(&mut self, text: &str) -> io::Result<bool> {
        let mut out = io::stdout();
        let copied = execute!(out, CopyToClipboard::to_clipboard_from(text)).and_then(|()| out.flush());
        match copied {
            Ok(()) => Ok(false),
            Err(error) => self.take(vec![Msg::CopyFailed(error.to_string())]),
        }
    }

    /// Gives the terminal back and stops the whole job; comes back when it is continued.
    fn suspend(&mut self) -> io::Result<()> {
        // The reader goes first: what is typed now belongs to the shell.
        self.leave_terminal();
        rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
        self.enter_terminal()
    }

    fn leave_terminal(&mut self) {
        if let Some(keyboard) = self.sources.keyboard.take() {
            keyboard.close();
        }
        self.guest = None;
    }

    fn enter_terminal(&mut self) -> io::Result<()> {
        self.guest = Some(Guest::enter()?);
        self.sources.keyboard = Some(Keyboard::open()?);
        self.screen.forget();
        self.measure()?;
        Ok(())
    }

    /// Gives the terminal to `command`. The loop goes on meanwhile, without keys and frames.
    fn hand_over(&mut self, place: PlaceId, command: &[String]) -> io::Result<bool> {
        if !command.first().is_some_and(|program| foreground::is_installed(program)) {
            return self.take(vec![Msg::HandedBack { place, handed: Handed::Missing }]);
        }
        self.leave_terminal();
        match Foreground::begin(place, command) {
            Ok(running) => self.sources.foreground = Some(running),
            Err(error) => {
                return self.take_back(place, Handed::Failed(format!("it can't be started: {error}")));
            }
        }
        Ok(false)
    }

    /// The terminal is ours again.
    fn take_back(&mut self, place: PlaceId, handed: Handed) -> io::Result<bool> {
        // What was typed ahead was meant for the program that had it.
        if let Ok(terminal) = tty::open() {
            let _ = tcflush(&terminal, QueueSelector::IFlush);
        }
        self.enter_terminal()?;
        self.back = Some(Instant::now());
        self.take(vec![Msg::HandedBack { place, handed }])?;
        Ok(true)
    }

    /// Takes on the size that the terminal has now.
    fn measure(&mut self) -> io::Result<bool> {
        let (width, height) = crossterm::terminal::size()?;
        self.take(vec![Msg::Resize { width, height }])
    }
}
