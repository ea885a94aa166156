//! The loop.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::EventStream;
use crossterm::execute;
use jiff::Timestamp;

use crate::app::{App, Effect, Msg, Size, update};
use crate::tripwire::tripwire;
use crate::view::{Look, view};

use super::batch::Sources;
use super::signals::{Signal, Signals};
use super::{Guest, Screen, Service, Tasks, Timers, hangup};

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person quit.
    Quit,
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal is gone.
    TerminalGone,
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
    ) -> io::Result<Self> {
        let sources = Sources {
            tasks: Tasks::new(service),
            timers: Timers::default(),
            events: Some(EventStream::new()),
            signals: Signals::listen()?,
            hangup: Some(hangup::watch()),
        };
        Ok(Self { app, look, screen, guest: Some(guest), sources, ended: None })
    }

    /// Runs until the person quits, a signal comes, or the terminal is gone.
    ///
    /// # Errors
    ///
    /// When the terminal can't be taken again after a suspension.
    pub async fn run(&mut self) -> io::Result<Ended> {
        let mut draw = self.take(vec![Msg::Start])?;
        loop {
            if let Some(ended) = self.ended {
                return Ok(ended);
            }
            if draw && self.paint().is_err() {
                return Ok(Ended::TerminalGone);
            }
            let batch = self.sources.next().await;
            if batch.gone {
                return Ok(Ended::TerminalGone);
            }
            draw = self.heed(&batch.signals)?;
            draw |= self.take(batch.messages)?;
        }
    }

    /// Gives each message to `update` and does what it wants done; tells whether to draw.
    fn take(&mut self, messages: Vec<Msg>) -> io::Result<bool> {
        let mut draw = false;
        update(&mut self.app, Msg::Clock(Timestamp::now()));
        for message in messages {
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
            Effect::Call { ticket, place, request } => self.sources.tasks.begin(ticket, place, request),
            Effect::Cancel(ticket) => self.sources.tasks.cancel(ticket),
            Effect::After { timer, delay } => self.sources.timers.start(timer, delay),
            Effect::Disarm(timer) => self.sources.timers.stop(&timer),
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
                Signal::Leave(number) => self.ended = Some(Ended::Signal(*number)),
                Signal::Stop => {
                    self.suspend()?;
                    draw = true;
                }
                Signal::Continue => {
                    self.screen.forget();
                    draw = true;
                }
            }
        }
        Ok(draw)
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
        self.sources.events = None;
        self.guest = None;
        rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
        self.guest = Some(Guest::enter()?);
        self.sources.events = Some(EventStream::new());
        self.screen.forget();
        let (width, height) = crossterm::terminal::size()?;
        self.app.size = Size { width, height };
        Ok(())
    }
}
