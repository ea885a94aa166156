//! What a person sees, and what a person does with a review.

use crossterm::event::KeyCode;
use jiff::tz::TimeZone;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use sagescope::app::Msg;
use sagescope::view::{Look, Theme, view};

use super::Drive;

impl Drive {
    /// What is on the screen, a line a row.
    pub fn screen(&self) -> String {
        let area = Rect::new(0, 0, self.app.size.width, self.app.size.height);
        let look = Look { theme: Theme::new(false), zone: TimeZone::UTC };
        let mut buffer = Buffer::empty(area);
        drop(view(&self.app, &look, &mut buffer));
        let rows = buffer.content.chunks(area.width.into());
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>() + "\n").collect()
    }

    /// Every message, the newest first, each dismissed to see the one behind it.
    pub fn told(&mut self) -> String {
        let mut told = self.said();
        while self.said().contains(" more message") {
            self.press("x");
            assert!(!told.ends_with(&self.said()), "it is not dismissed: {told}");
            told = told + "\n" + &self.said();
        }
        told
    }

    /// After a kill, that stands on top in these words: what became of the steps that were sent is no good
    /// news without the rest. The history tells it, and says so much of the whole.
    #[track_caller]
    pub fn must_be_cut_short(&mut self, words: &str, in_history: &str) {
        assert!(self.said().starts_with(words), "{}", self.said());
        assert!(self.screen().contains(words), "{}", self.screen());
        let told = self.told();
        assert!(!told.contains("verified"), "{told}");
        self.press("H a");
        assert!(self.screen().contains(in_history), "{}", self.screen());
        self.press("esc");
    }

    /// Types text where the caret stands.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.tell(Msg::Key(KeyCode::Char(c).into()));
        }
    }

    /// Reviews what the form on the screen holds, unless that is done, reads the review to its end and sends
    /// it.
    #[track_caller]
    pub fn send(&mut self) {
        if self.top() == "form" {
            self.press("ctrl-s");
        }
        assert_eq!(self.top(), "review", "{}\n{}", self.said(), self.screen());
        for _ in 0..12 {
            self.press("pgdn");
        }
        self.press("enter");
    }
}
