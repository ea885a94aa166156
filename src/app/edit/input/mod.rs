//! One line of text that a person types, wrapped where it is long.

use std::ops::Range;

use crossterm::event::KeyCode;
use tui_textarea::{CursorMove, TextArea};

use crate::app::cells;
use crate::app::screen::cluster;
use crate::app::wrap::{self, Break};
use crate::domain::Text;
use crate::keys::TextEdit;

use super::word;

#[cfg(test)]
mod tests;

/// An editor of one logical line. What a reader takes for one character, however many it is made
/// of, is gone over, deleted and undone as one.
#[derive(Debug, Clone)]
pub struct Input {
    /// The text, and how it came about.
    area: TextArea<'static>,
    /// Where the caret stands, in bytes; never within such a character.
    caret: usize,
    /// Where what is selected begins or ends that the caret is the other end of.
    anchor: Option<usize>,
    /// In which column, in cells, a caret stood that is moved up or down.
    goal: Option<usize>,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What is going on, of which more makes no step of its own.
    run: Run,
}

/// What goes on from key to key, and is undone at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// Nothing.
    None,
    /// A word is typed, with the blanks behind it.
    Typing,
    /// Characters are deleted, one by one, to the left.
    Deleting,
}

/// What is undone at once.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// How many changes of the text area it is.
    changes: usize,
    /// Where the caret stood before.
    before: usize,
    /// And behind it.
    after: usize,
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
    /// How many steps can be undone, and of how many changes one can be.
    const STEPS: usize = 500;
    const CHANGES: usize = 64;

    /// An editor that holds `text`, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(vec![text.to_owned()]);
        // One more for `seek`.
        area.set_max_histories(Self::STEPS * Self::CHANGES + 1);
        Self {
            area,
            caret: text.len(),
            anchor: None,
            goal: None,
            done: Vec::new(),
            undone: Vec::new(),
            run: Run::None,
        }
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// Where in the text the caret stands, in bytes.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Takes a key that is pressed without Ctrl and Alt, where the rows of the text are `width`
    /// cells wide.
    pub fn press(&mut self, key: KeyCode, width: usize) {
        match key {
            KeyCode::Left => self.go(self.selection().map_or_else(|| self.before(), |part| part.start)),
            KeyCode::Right => self.go(self.selection().map_or_else(|| self.behind(), |part| part.end)),
            KeyCode::Up => self.go_to_row(width, |row| row.checked_sub(1)),
            KeyCode::Down => self.go_to_row(width, |row| row.checked_add(1)),
            KeyCode::Backspace => self.delete_left(),
            KeyCode::Delete => self.delete(self.caret..self.behind()),
            KeyCode::Char(c) if !c.is_control() => self.type_char(c),
            _ => {}
        }
    }

    /// Does what a bound key asks for.
    pub fn edit(&mut self, edit: TextEdit) {
        let (text, caret) = (self.text(), self.caret);
        match edit {
            TextEdit::Start => self.go(0),
            TextEdit::End => self.go(text.len()),
            TextEdit::WordLeft => self.go(word::left(text, caret)),
            TextEdit::WordRight => self.go(word::right(text, caret)),
            TextEdit::DeleteWordLeft => self.delete(word::left(text, caret)..caret),
            TextEdit::DeleteToBlank => self.delete(word::blank_left(text, caret)..caret),
            TextEdit::DeleteWordRight => self.delete(caret..word::right(text, caret)),
            TextEdit::DeleteToStart => self.delete(0..caret),
            TextEdit::DeleteToEnd => self.delete(caret..text.len()),
            TextEdit::SelectLeft => self.select_to(self.before()),
            TextEdit::SelectRight => self.select_to(self.behind()),
            TextEdit::SelectUp | TextEdit::SelectStart => self.select_to(0),
            TextEdit::SelectDown | TextEdit::SelectEnd => self.select_to(text.len()),
            TextEdit::SelectWordLeft => self.select_to(word::left(text, caret)),
            TextEdit::SelectWordRight => self.select_to(word::right(text, caret)),
            TextEdit::SelectAll => {
                self.go(0);
                self.select_to(self.text().len());
            }
            TextEdit::Unselect => self.unselect(),
            TextEdit::Copy => {}
            TextEdit::Cut => self.delete(caret..caret),
            TextEdit::Undo => self.undo(),
            TextEdit::Redo => self.redo(),
        }
    }

    /// What is selected, in bytes; nothing where that would be no character.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }

    /// Nothing is selected any more.
    pub fn unselect(&mut self) {
        self.anchor = None;
    }

    /// Selects on to the row below, or the one above, where rows are `width` cells wide; from the last to the
    /// end, and from the first to the start.
    pub fn select_row(&mut self, down: bool, width: usize) {
        if self.is_at_edge(down, width) {
            return self.select_to(if down { self.text().len() } else { 0 });
        }
        let anchor = self.anchor.unwrap_or(self.caret);
        self.go_to_row(width, |row| if down { row.checked_add(1) } else { row.checked_sub(1) });
        self.anchor = Some(anchor);
    }

    /// Selects from where the caret stands, or what is selected begins, to there.
    fn select_to(&mut self, to: usize) {
        let anchor = self.anchor.unwrap_or(self.caret);
        self.go(to);
        self.anchor = Some(anchor);
    }

    /// Inserts `text` where the caret stands, in the place of what is selected. It must be one line.
    pub fn insert(&mut self, text: &str) {
        self.splice(self.selection().unwrap_or(self.caret..self.caret), text);
    }

    /// Deletes what is selected, else `part`.
    fn delete(&mut self, part: Range<usize>) {
        self.splice(self.selection().unwrap_or(part), "");
    }

    fn delete_left(&mut self) {
        let (goes_on, steps) = (self.run == Run::Deleting && self.selection().is_none(), self.done.len());
        self.delete(self.before()..self.caret);
        if goes_on && self.done.len() > steps {
            self.merge_last();
        }
        self.run = Run::Deleting;
    }

    /// Replaces a part of the text, given in bytes, and puts the caret behind it; one step that can be undone.
    pub fn complete(&mut self, part: Range<usize>, with: &str) {
        self.splice(part, with);
    }

    /// Replaces all of the text in one step that can be undone; the caret is at its end then.
    pub fn replace(&mut self, text: &str) {
        self.splice(0..self.text().len(), text);
    }

    /// The characters of a word are undone together, with the blanks behind it.
    fn type_char(&mut self, c: char) {
        let begins_word = !c.is_whitespace() && self.text()[..self.caret].ends_with(char::is_whitespace);
        let goes_on = self.run == Run::Typing && self.selection().is_none();
        let at = self.selection().map_or(self.caret, |part| part.start);
        let steps = self.done.len();
        self.insert(Text::clean(c.encode_utf8(&mut [0; 4])).as_str());
        // One that joins the one before, as an accent does, goes with it.
        let joins = !cluster::is_boundary(self.text(), at);
        if goes_on && (joins || !begins_word) && self.done.len() > steps {
            self.merge_last();
        }
        self.run = Run::Typing;
    }

    /// Makes one step of the last two.
    fn merge_last(&mut self) {
        if let [.., before, last] = &mut *self.done
            && before.changes + last.changes <= Self::CHANGES
        {
            (before.changes, before.after) = (before.changes + last.changes, last.after);
            self.done.pop();
        }
    }

    fn undo(&mut self) {
        self.rest();
        self.unselect();
        let Some(step) = self.done.pop() else { return };
        for _ in 0..step.changes {
            self.area.undo();
        }
        self.caret = step.before;
        self.undone.push(step);
    }

    fn redo(&mut self) {
        self.rest();
        self.unselect();
        let Some(step) = self.undone.pop() else { return };
        for _ in 0..step.changes {
            self.area.redo();
        }
        self.caret = step.after;
        self.done.push(step);
    }

    /// Replaces a part of the text and puts the caret behind it.
    fn splice(&mut self, part: Range<usize>, with: &str) {
        self.rest();
        self.unselect();
        let (before, behind) = (self.caret, part.start + with.len());
        let old = self.text()[part.clone()].chars().count();
        self.seek(part.start);
        let changes = usize::from(self.area.delete_str(old)) + usize::from(self.area.insert_str(with));
        if changes == 0 {
            return;
        }
        // What is before and behind it may have become one.
        self.caret = if cluster::is_boundary(self.text(), behind) {
            behind
        } else {
            cluster::end(self.text(), behind)
        };
        self.undone.clear();
        if self.done.len() == Self::STEPS {
            self.done.remove(0);
        }
        self.done.push(Step { changes, before, after: self.caret });
    }

    /// Puts the text area's own cursor where it is to change something.
    fn seek(&mut self, at: usize) {
        let column = self.text()[..at].chars().count();
        let near = u16::try_from(column).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(0, near));
        // It jumps no further. Taking a deletion back leaves the cursor behind what was deleted.
        if self.area.delete_str(column - usize::from(near)) {
            self.area.undo();
        }
    }

    fn go(&mut self, to: usize) {
        self.rest();
        self.unselect();
        self.caret = to;
    }

    /// What comes now is no more of what was under way.
    fn rest(&mut self) {
        self.goal = None;
        self.run = Run::None;
    }

    /// Whether the caret stands in the first row, or with `down` in the last, where rows are `width` cells
    /// wide.
    #[must_use]
    pub fn is_at_edge(&self, down: bool, width: usize) -> bool {
        let rows = wrap::rows(self.text(), width, Break::Typed);
        let row = wrap::row_of(&rows, self.caret);
        if down { row + 1 == rows.len() } else { row == 0 }
    }

    /// In which column, in cells, the caret stands, or stood before it was moved up or down.
    #[must_use]
    pub fn column(&self, width: usize) -> usize {
        let rows = wrap::rows(self.text(), width, Break::Typed);
        let row = wrap::row_of(&rows, self.caret);
        self.goal.unwrap_or_else(|| cells::width(&self.text()[rows[row].start..self.caret]))
    }

    /// The caret comes from above, or from below, in that column. In a text of one row it stays where it is.
    pub fn enter(&mut self, from_above: bool, column: usize, width: usize) {
        let rows = wrap::rows(self.text(), width, Break::Typed);
        if rows.len() > 1 {
            let row = if from_above { 0 } else { rows.len() - 1 };
            self.go_to_column(&rows[row], column);
        }
        self.goal = Some(column);
    }

    /// To that column behind the byte `start`, within the row that holds it, where rows are `width` cells wide. What
    /// stands there may be another text by now.
    pub fn go_to_cell(&mut self, (start, column): (usize, usize), width: usize) {
        let text = self.text();
        let is_boundary = text.is_char_boundary(start) && cluster::is_boundary(text, start);
        let start = if is_boundary { start } else { text.len() };
        let rows = wrap::rows(text, width, Break::Typed);
        let begins = rows.iter().position(|row| row.start == start);
        let row = begins.unwrap_or_else(|| wrap::row_of(&rows, start));
        let Some(end) = rows.get(row).map(|row| row.end) else { return };
        self.go_to_column(&(start..end.max(start)), column);
        self.goal = None;
    }

    /// To the same column of another row, as far as that has one.
    fn go_to_row(&mut self, width: usize, which: impl FnOnce(usize) -> Option<usize>) {
        let goal = self.column(width);
        let rows = wrap::rows(self.text(), width, Break::Typed);
        let row = wrap::row_of(&rows, self.caret);
        if let Some(to) = which(row).and_then(|row| rows.get(row)) {
            self.go_to_column(to, goal);
        }
    }

    /// To that column of a row, as far as it has one.
    fn go_to_column(&mut self, to: &Range<usize>, goal: usize) {
        let text = self.text();
        let (mut at, mut column) = (to.start, 0);
        for (start, _, cells) in cells::graphemes(&text[to.clone()]) {
            if column > goal {
                break;
            }
            (at, column) = (to.start + start, column + cells);
        }
        // Behind the last character of any other row is the start of the next.
        if column <= goal && to.end == text.len() {
            at = to.end;
        }
        self.go(at);
        self.goal = Some(goal);
    }

    /// Where the character begins that is before the caret.
    fn before(&self) -> usize {
        cluster::begin(self.text(), self.caret)
    }

    /// Where the one ends that is behind it.
    fn behind(&self) -> usize {
        cluster::end(self.text(), self.caret)
    }
}
