//! What is on the screen, and the cheapest way to what should be.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Size;

/// A screen behind a writer. Each frame leaves in one write, between the marks of a synchronized
/// update; a frame that changes nothing writes nothing.
#[derive(Debug)]
pub struct Screen<W> {
    writer: W,
    /// Turns cells into escape sequences, into `pending`.
    backend: CrosstermBackend<Pending>,
    pending: Pending,
    shown: Buffer,
    next: Buffer,
    /// What is on the terminal is not known: the next frame begins with a clear.
    unknown: bool,
}

#[derive(Debug, Clone, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write> Screen<W> {
    /// A screen of `size` that has just been cleared.
    pub fn new(writer: W, size: Size) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        let pending = Pending::default();
        Self {
            writer,
            backend: CrosstermBackend::new(pending.clone()),
            pending,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            unknown: false,
        }
    }

    /// Paints every cell anew with the next frame.
    pub fn forget(&mut self) {
        self.unknown = true;
    }

    /// Paints what `view` draws.
    ///
    /// # Errors
    ///
    /// When the terminal can't be written to, as when it is gone.
    pub fn paint<T>(&mut self, size: Size, view: impl FnOnce(&mut Buffer) -> T) -> io::Result<T> {
        let area = Rect::new(0, 0, size.width, size.height);
        if self.next.area != area {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
            self.unknown = true;
        }
        self.next.reset();
        let seen = view(&mut self.next);
        self.pending.0.borrow_mut().clear();
        if self.unknown {
            self.shown.reset();
            queue!(self.pending, BeginSynchronizedUpdate, Clear(ClearType::All))?;
        }
        let mut changes = self.shown.diff_iter(&self.next).peekable();
        if changes.peek().is_some() || self.unknown {
            if !self.unknown {
                queue!(self.pending, BeginSynchronizedUpdate)?;
            }
            self.backend.draw(changes)?;
            queue!(self.pending, EndSynchronizedUpdate)?;
            self.writer.write_all(&self.pending.0.borrow())?;
            self.writer.flush()?;
        }
        self.unknown = false;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(seen)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    const SIZE: Size = Size { width: 10, height: 2 };

    #[test]
    fn a_frame_that_changes_nothing_writes_nothing() {
        let mut screen = Screen::new(Vec::new(), SIZE);
        let draw = |buffer: &mut Buffer| buffer.set_string(0, 0, "hello", Style::new());
        screen.paint(SIZE, draw).unwrap();
        let first = screen.writer.len();
        assert!(String::from_utf8_lossy(&screen.writer).contains("hello"));
        screen.paint(SIZE, draw).unwrap();
        assert_eq!(screen.writer.len(), first);
        screen.forget();
        screen.paint(SIZE, draw).unwrap();
        assert!(screen.writer.len() > first);
    }

    #[test]
    fn every_frame_is_one_synchronized_update() {
        let mut screen = Screen::new(Vec::new(), SIZE);
        for (size, text) in [(SIZE, "a"), (Size { width: 4, height: 1 }, "b"), (SIZE, "c")] {
            screen.paint(size, |buffer| buffer.set_string(0, 0, text, Style::new())).unwrap();
        }
        let written = String::from_utf8(screen.writer).unwrap();
        assert_eq!(written.matches("\x1b[?2026h").count(), 3);
        assert_eq!(written.matches("\x1b[?2026l").count(), 3);
        assert!(written.ends_with("\x1b[?2026l"));
    }
}
