//! The terminal as the program has it: taken, painted on, given away for a while.

use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;

use crate::app::Shown;
use crate::app::Size;

use super::Screen;
use super::terminal::{Inbox, Outbox, TerminalGuard, Tty};
use super::terminal_features::{Notifier, TerminalFeatures};

/// An answer that has not come by then does not come.
const OVERDUE: Duration = Duration::from_millis(500);

/// The terminal, and what is on it.
#[derive(Debug)]
pub struct TerminalControl {
    tty: Arc<Tty>,
    screen: Screen<Outbox>,
    /// Nothing while another program has the terminal.
    guard: Option<TerminalGuard>,
    /// Whether the terminal tells keys apart that look alike otherwise.
    tells_keys_apart: bool,
    /// Whether the terminal is to report what is done with the mouse.
    reports_mouse: bool,
    /// Whether the terminal is asked for its background.
    asks_background: bool,
    /// When it was asked, as long as it has not answered all.
    asked: Option<Instant>,
    notifier: Notifier,
    /// What the newest frame shows, until the terminal has taken all of it.
    unpainted: Option<Shown>,
}

impl TerminalControl {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// When it can't be set up; it is left as it was.
    pub fn take(tty: Tty) -> io::Result<Self> {
        let tty = Arc::new(tty);
        let guard = Some(TerminalGuard::take(&tty)?);
        let mut screen = Screen::new(Outbox::new(Arc::clone(&tty)), tty.size().bounded());
        // Not every terminal has an alternate screen, which is blank at first.
        screen.forget();
        Ok(Self {
            tty,
            screen,
            guard,
            tells_keys_apart: false,
            reports_mouse: false,
            asks_background: false,
            asked: None,
            notifier: Notifier::Off,
            unpainted: None,
        })
    }

    /// The same, with what this terminal understands.
    #[must_use]
    pub fn with(mut self, features: TerminalFeatures) -> Self {
        self.screen.show_links(features.links);
        Self { notifier: features.notifier, ..self }
    }

    /// Tells the person something who looks elsewhere, unless another program has the terminal.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn alert(&mut self, words: &str) -> io::Result<()> {
        if !self.is_ours() {
            return Ok(());
        }
        let out = self.screen.writer();
        out.write_all(&self.notifier.bytes(words))?;
        out.flush()
    }

    /// Begins to listen to the terminal.
    ///
    /// # Errors
    ///
    /// When there can be no thread for it.
    pub fn listen(&self) -> io::Result<Inbox> {
        Inbox::begin(Arc::clone(&self.tty))
    }

    /// Whether no other program has the terminal.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.guard.is_some()
    }

    /// Whether the terminal has hung up.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.tty.is_gone()
    }

    /// The size that the terminal has now.
    #[must_use]
    pub fn size(&self) -> Size {
        self.tty.size()
    }

    /// What is written to the terminal.
    pub fn out(&mut self) -> &mut Outbox {
        self.screen.writer()
    }

    /// What waits to be taken by the terminal; nothing while another program has it.
    pub fn waiting(&mut self) -> Option<&mut Outbox> {
        if self.is_ours() { Some(self.screen.writer()) } else { None }
    }

    /// Whether a frame can be painted: the terminal is ours, and has taken what it was given before.
    pub fn can_paint(&mut self) -> bool {
        self.is_ours() && self.screen.writer().is_empty()
    }

    /// Paints what `view` draws; gives what can be seen then, if the terminal has taken all of it.
    ///
    /// # Errors
    ///
    /// When the terminal can't be written to, as when it is gone.
    pub fn paint(
        &mut self,
        size: Size,
        view: impl FnOnce(&mut Buffer) -> Shown,
    ) -> io::Result<Option<Shown>> {
        let shown = self.screen.paint_with_links(size, |buffer| {
            let mut shown = view(buffer);
            let (caret, links) = (shown.caret, std::mem::take(&mut shown.links));
            (shown, caret, links)
        })?;
        self.unpainted = Some(shown);
        Ok(if self.screen.writer().is_empty() { self.unpainted.take() } else { None })
    }

    /// The terminal has taken everything: what can be seen now, if that is new.
    pub fn delivered(&mut self) -> Option<Shown> {
        self.unpainted.take()
    }

    /// Paints every cell anew with the next frame.
    pub fn forget(&mut self) {
        self.screen.forget();
    }

    /// Throws away what was typed and not read.
    pub fn drop_typed(&self) {
        self.tty.drop_typed();
    }

    /// Gives the terminal back. The reader goes first: what is typed now belongs to another program.
    pub fn leave(&mut self, inbox: &mut Inbox) {
        let Some(guard) = self.guard.take() else { return };
        inbox.pause();
        if self.screen.writer().discard() {
            guard.is_half_written();
        }
        self.unpainted = None;
        if self.asked.take().is_some_and(|asked| asked.elapsed() > OVERDUE) {
            guard.awaits_no_answer();
        }
    }

    /// Takes the terminal again.
    ///
    /// # Errors
    ///
    /// When it can't be set up, as when it is gone.
    pub fn enter(&mut self, inbox: &Inbox) -> io::Result<()> {
        self.guard = Some(TerminalGuard::take(&self.tty)?);
        inbox.go_on();
        self.screen.forget();
        self.report_mouse(self.reports_mouse)?;
        if self.tells_keys_apart {
            self.tell_keys_apart()?;
        }
        // Its background may have changed meanwhile.
        self.ask(self.asks_background)
    }

    /// Takes the terminal from whoever had it while this program was stopped without a warning.
    ///
    /// # Errors
    ///
    /// When it can't be set up, as when it is gone.
    pub fn take_again(&mut self) -> io::Result<()> {
        self.screen.forget();
        match &self.guard {
            Some(guard) => guard.take_again(self.screen.writer()),
            None => Ok(()),
        }
    }

    /// Asks whether the terminal can tell keys apart, and, if `of_background`, what its background is.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn ask(&mut self, of_background: bool) -> io::Result<()> {
        let Some(guard) = &self.guard else { return Ok(()) };
        self.asks_background = of_background;
        self.asked = Some(Instant::now());
        guard.ask(of_background, self.screen.writer())
    }

    /// Asks the same again, unless an answer is on its way: a terminal that has something to tell at each question
    /// is not asked without end.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn ask_again(&mut self) -> io::Result<()> {
        if self.asked.is_some_and(|asked| asked.elapsed() <= OVERDUE) {
            return Ok(());
        }
        self.ask(self.asks_background)
    }

    /// It has answered all that it was asked.
    pub fn has_answered(&mut self) {
        self.asked = None;
        if let Some(guard) = &self.guard {
            guard.awaits_no_answer();
        }
    }

    /// It can: has it do so.
    ///
    /// # Errors
    ///
    /// When it can't be written to.
    pub fn tell_keys_apart(&mut self) -> io::Result<()> {
        let Some(guard) = &self.guard else { return Ok(()) };
        self.tells_keys_apart = true;
        guard.tell_keys_apart(self.screen.writer())
    }

    /// Has the terminal report what is done with the mouse, or not any more.
    ///
    /// # Errors
    ///
    /// When the terminal can't be written to.
    pub fn report_mouse(&mut self, is_on: bool) -> io::Result<()> {
        self.reports_mouse = is_on;
        match &self.guard {
            Some(guard) => guard.report_mouse(is_on, self.screen.writer()),
            None => Ok(()),
        }
    }
}
