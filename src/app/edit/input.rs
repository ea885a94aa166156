//! One line of text that a person types, wrapped where it is long.

use crossterm::event::KeyEvent;
use tui_textarea::{CursorMove, TextArea, WrapMode};

use crate::keys::TextEdit;

/// An editor of one logical line.
#[derive(Debug, Clone)]
pub struct Input {
    area: TextArea<'static>,
}

impl PartialEq for Input {
    /// By what is typed.
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl Eq for Input {}

impl Default for Input {
    fn default() -> Self {
        Self::new("")
    }
}

impl Input {
    /// An editor that holds `text`, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(vec![text.to_owned()]);
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_max_histories(500);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// The widget behind it, for drawing.
    #[must_use]
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Takes a key that is typed. Line breaks are no part of a field.
    pub fn type_key(&mut self, key: KeyEvent) {
        use crossterm::event::KeyCode as Code;
        match key.code {
            Code::Left => self.area.move_cursor(CursorMove::Back),
            Code::Right => self.area.move_cursor(CursorMove::Forward),
            Code::Up => self.area.move_cursor(CursorMove::Up),
            Code::Down => self.area.move_cursor(CursorMove::Down),
            Code::Char(_) | Code::Backspace | Code::Delete => {
                self.area.input_without_shortcuts(key);
            }
            _ => {}
        }
    }

    /// Does what a bound key asks for.
    pub fn edit(&mut self, edit: TextEdit) {
        match edit {
            TextEdit::Start => self.area.move_cursor(CursorMove::Head),
            TextEdit::End => self.area.move_cursor(CursorMove::End),
            TextEdit::WordLeft => self.area.move_cursor(CursorMove::WordBack),
            TextEdit::WordRight => self.area.move_cursor(CursorMove::WordForward),
            TextEdit::DeleteWordLeft => drop(self.area.delete_word()),
            TextEdit::DeleteWordRight => drop(self.area.delete_next_word()),
            TextEdit::DeleteToStart => drop(self.area.delete_line_by_head()),
            TextEdit::DeleteToEnd => drop(self.area.delete_line_by_end()),
            TextEdit::Undo => drop(self.area.undo()),
            TextEdit::Redo => drop(self.area.redo()),
        }
    }

    /// Inserts `text` where the cursor stands. It must be one line.
    pub fn insert(&mut self, text: &str) {
        self.area.insert_str(text);
    }

    /// Replaces all of the text in one step that can be undone.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        if text.is_empty() {
            self.area.cut();
        } else {
            self.area.insert_str(text);
        }
        self.area.move_cursor(CursorMove::End);
    }
}
