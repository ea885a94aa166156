//! The mouse in a person's hand.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use jiff::SignedDuration;
use ratatui::layout::{Position, Rect};

use crate::app::{Msg, Target};

use super::Play;

impl Play {
    /// The same, with the mouse on and a frame of it on the screen.
    pub fn with_mouse(mut self) -> Self {
        self.app.pointer.is_on = true;
        self.draws = true;
        self.paint();
        self
    }

    /// Something is done with the mouse; nothing is painted.
    pub fn mouse(&mut self, kind: MouseEventKind, at: Position) {
        self.tell(Msg::Mouse(MouseEvent { kind, column: at.x, row: at.y, modifiers: KeyModifiers::NONE }));
    }

    /// The left button is pressed and released, before anything is painted.
    pub fn click_unseen(&mut self, at: Position) {
        self.mouse(MouseEventKind::Down(MouseButton::Left), at);
        self.mouse(MouseEventKind::Up(MouseButton::Left), at);
    }

    /// The same with a frame behind each of the two, and no other click close before.
    pub fn click_at(&mut self, at: Position) {
        self.passes(1000);
        self.click_again(at);
    }

    /// The same right after another click.
    pub fn click_again(&mut self, at: Position) {
        for kind in [MouseEventKind::Down(MouseButton::Left), MouseEventKind::Up(MouseButton::Left)] {
            self.mouse(kind, at);
            self.paint();
            self.passes(50);
        }
    }

    pub fn double_click_at(&mut self, at: Position) {
        self.click_at(at);
        self.click_again(at);
    }

    /// Clicks where these words stand.
    pub fn click(&mut self, words: &str) {
        self.click_at(self.cell_of(words));
    }

    pub fn double_click(&mut self, words: &str) {
        self.double_click_at(self.cell_of(words));
    }

    /// The wheel is turned where these words stand, by so many notches; up where it is less than none.
    pub fn wheel(&mut self, words: &str, notches: i32) {
        let at = self.cell_of(words);
        let kind = if notches > 0 { MouseEventKind::ScrollDown } else { MouseEventKind::ScrollUp };
        for _ in 0..notches.abs() {
            self.mouse(kind, at);
            self.paint();
        }
    }

    /// Time passes; no timer runs out by that.
    pub fn passes(&mut self, milliseconds: i64) {
        let now = self.app.now + SignedDuration::from_millis(milliseconds);
        self.tell(Msg::Clock(now));
    }

    /// The first cell of these words on the screen.
    #[track_caller]
    pub fn cell_of(&self, words: &str) -> Position {
        let buffer = self.draw().0;
        let width = words.chars().count();
        let begins = |at: &Position| {
            let row = (at.x..buffer.area.width).map(|x| buffer[(x, at.y)].symbol()).take(width);
            row.collect::<String>() == words
        };
        let found = buffer.area.positions().find(begins);
        found.unwrap_or_else(|| panic!("{words:?} is not on the screen:\n{}", self.screen()))
    }

    /// The cells of what can be clicked on a frame that is drawn now.
    pub fn clickables(&self) -> Vec<(Rect, Target)> {
        self.draw().1.clickables.iter().map(|it| (it.area, it.target.clone())).collect()
    }
}
