//! What the person does to the field that has the focus.

use crate::domain::Text;
use crate::edit::{FieldKey, Half};

use super::{Choice, FieldState, Form, Input};

impl Form {
    /// Lets the person type in the field that has the focus.
    pub fn type_in(&mut self, change: impl FnOnce(&mut Input)) {
        let focus = self.focus.clone();
        let Some(field) = self.field_mut(&focus) else { return };
        let before = field.input.text().to_owned();
        change(&mut field.input);
        if field.input.text() != before {
            field.touched = true;
            field.removed = false;
            field.refusal = None;
            self.typed_in = Some(focus.clone());
            self.remark = None;
            self.untouched_undo = false;
            // An editor that opens by itself must not get what is typed here.
            self.for_table.is_next = false;
            self.note_by_hand(&focus);
            self.lay_out(None);
        }
    }

    /// What can be chosen in the field that has the focus; nothing where text is typed in it.
    #[must_use]
    pub fn options(&self) -> Option<&'static [&'static str]> {
        self.spec(&self.focus)?.shape.options()
    }

    /// Chooses the next of what can be chosen, or the one before, round and round. Nothing is no choice: it
    /// is had again by putting the field back.
    pub fn choose_next(&mut self, forward: bool) {
        let Some(options) = self.options() else { return };
        let count = options.len();
        let at = options.iter().position(|option| *option == self.text(&self.focus));
        let to = match (at, forward) {
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        self.type_in(|input| input.replace(options[to]));
    }

    /// Chooses the next one that begins with a letter.
    pub fn choose_by_letter(&mut self, letter: char) {
        let Some(options) = self.options() else { return };
        let begins = |option: &&&str| option.chars().next().is_some_and(|c| c.eq_ignore_ascii_case(&letter));
        let at = options.iter().position(|option| *option == self.text(&self.focus));
        let behind = options.iter().skip(at.map_or(0, |at| at + 1));
        let Some(to) = behind.chain(options).find(begins) else { return };
        self.type_in(|input| input.replace(to));
    }

    /// Pastes into the field that has the focus. Line breaks become blanks, and it is said so.
    pub fn paste(&mut self, text: &str) {
        let (line, broken) = one_line(text);
        if let Some(options) = self.options() {
            match options.iter().find(|option| option.eq_ignore_ascii_case(line.trim())) {
                Some(option) => self.type_in(|input| input.replace(option)),
                None => self.remark = Some(format!("Not pasted: choose one of {}.", options.join(", "))),
            }
            return;
        }
        self.type_in(|input| input.insert(&line));
        if broken {
            self.remark = Some("Pasted on one line: each line break became a space.".into());
        }
    }

    /// Takes the entry that has the focus away, or not after all; empties the row of one that is being
    /// added.
    pub fn toggle_removed(&mut self) {
        let focus = self.focus.clone();
        if let Some((row, _)) = focus.as_added() {
            self.drop_added(row);
            self.lay_out(None);
            let below = self.added_rows().into_iter().find(|at| *at >= row);
            if let Some(below) = below {
                self.focus = FieldKey::added(below, Half::Name);
            }
        } else if let Some(it) = self.field_mut(&focus).filter(|it| it.field.key.entry_name().is_some()) {
            it.refusal = None;
            if it.removed {
                self.keep_after_all(&focus);
            } else {
                it.removed = true;
                self.note_by_hand(&focus);
            }
            self.untouched_undo = false;
            self.remark = None;
        }
        self.lay_out(None);
    }

    /// An entry is not taken away after all: where another hand did that, and it was agreed to, what stood
    /// in it comes back.
    pub(super) fn keep_after_all(&mut self, key: &FieldKey) {
        if self.clash(key).is_some_and(|clash| clash.choice == Some(Choice::Theirs)) {
            self.choose(key, Choice::Mine);
        } else if let Some(it) = self.field_mut(key) {
            it.removed = false;
        }
    }

    /// Puts the field that has the focus back as the subject has it; where it was put back before
    /// and not typed in since, brings what was typed back.
    pub fn put_back(&mut self) {
        if self.base.value().is_none() {
            self.remark = Some(format!(
                "{} still loading: the field's value isn't known yet.",
                self.subject.the_noun_is()
            ));
            return;
        }
        let focus = self.focus.clone();
        let is_agreed = self.clash(&focus).is_some_and(|clash| clash.choice == Some(Choice::Theirs));
        let Some(field) = self.field_mut(&focus) else { return };
        field.refusal = None;
        let (is_removed, has_words) = (field.removed, !field.stashed.is_empty());
        if is_removed && !(is_agreed && has_words) {
            self.remark = None;
            self.keep_after_all(&focus);
        } else if !is_removed && self.is_other(&focus) {
            self.stash(&focus);
        } else if has_words {
            self.remark = None;
            self.bring_back(&focus);
        }
        self.lay_out(None);
    }

    /// Whether a field has to be put back to be as the subject has it.
    fn is_other(&self, key: &FieldKey) -> bool {
        self.text(key) != self.base_text(key).unwrap_or_default() || self.is_emptied(key)
    }

    /// Whether a field is emptied that holds nothing, or not the same everywhere.
    fn is_emptied(&self, key: &FieldKey) -> bool {
        self.state(key) == FieldState::Clear && self.base_text(key).unwrap_or_default().is_empty()
    }

    /// Puts a field back. Where two hands changed it, that is theirs.
    fn stash(&mut self, key: &FieldKey) {
        self.remark = Some("Reset. Press the same key to get your text back.".into());
        if self.clash(key).is_some() {
            return self.choose(key, Choice::Theirs);
        }
        let (text, is_emptied) = (self.base_text(key).unwrap_or_default().to_owned(), self.is_emptied(key));
        let Some(field) = self.field_mut(key) else { return };
        field.stashed.push(field.input.text().to_owned());
        field.stashed.retain(|words| !words.is_empty() || !is_emptied);
        field.input.replace(&text);
        field.touched = false;
    }

    /// Brings words back that were stashed, round and round, so that all of them can be had again.
    fn bring_back(&mut self, key: &FieldKey) {
        let Some(field) = self.field_mut(key).filter(|field| !field.stashed.is_empty()) else { return };
        let typed = field.stashed.remove(0);
        field.input.replace(&typed);
        (field.touched, field.removed) = (true, false);
        self.note_by_hand(key);
    }

    /// Lets go of words that were stashed: what was wanted is done.
    pub fn forget_stashed(&mut self) {
        for field in self.rows_mut() {
            field.stashed.clear();
        }
        self.lay_out(None);
    }

    /// Notes what the service said of the value typed in a field.
    pub fn refuse(&mut self, key: &FieldKey, said: Text) {
        if let Some(field) = self.field_mut(key) {
            field.refusal = Some(said);
            self.focus = key.clone();
        }
    }
}

/// `text` as one line without control characters, and whether it held line breaks.
fn one_line(text: &str) -> (String, bool) {
    let text = text.trim_end_matches(['\n', '\r']);
    let broken = text.chars().any(crate::domain::is_line_break);
    (Text::clean(text).as_str().to_owned(), broken)
}
