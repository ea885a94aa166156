//! What is wrong with what is typed.

use crate::edit::{Clearing, Entries, Field, FieldKey, Half, Problem};

use super::{FieldState, Form};

impl Form {
    /// Why what is typed in a field can't be sent, or nothing.
    #[must_use]
    pub fn problem(&self, key: &FieldKey) -> Option<Problem> {
        self.problem_with(key, self.text(key))
    }

    /// The same as it is shown: while the person types, a blank at the end is the one before the next word, and an
    /// entry of which one half was typed waits for the other.
    #[must_use]
    pub fn shown_problem(&self, key: &FieldKey) -> Option<Problem> {
        let text = self.text(key);
        let row = |key: &FieldKey| key.as_added().map(|(row, _)| row);
        let is_begun = key.is_added() && row(&self.focus) == row(key);
        if is_begun && text.is_empty() && self.remark.is_none() {
            return None;
        }
        let is_typed_in = self.focus == *key && self.typed_in.as_ref() == Some(key);
        let so_far = text.trim_end_matches(' ');
        self.problem_with(key, if is_typed_in && !so_far.is_empty() { so_far } else { text })
    }

    /// What is wrong with `text` in the place of what is typed in a field.
    fn problem_with(&self, key: &FieldKey, text: &str) -> Option<Problem> {
        let it = self.field(key)?;
        match (self.state(key), it.field.clearing) {
            (FieldState::Clear, Clearing::Never(why)) => Some(Problem(why.into())),
            (FieldState::Unchanged | FieldState::Clear, _) => None,
            (FieldState::Set | FieldState::Unknown, _) => {
                let refused = it.refusal.as_ref();
                let refused = refused.map(|said| Problem(format!("rejected by the service: {said}")));
                let added = key.as_added();
                let in_row = || added.and_then(|(row, half)| self.problem_of_added(row, half));
                let is_value = added.is_none_or(|(_, half)| half == Half::Value);
                let of_base = || self.base.value().filter(|_| is_value).and_then(|base| base.problem(text));
                it.field.problem(text).or_else(in_row).or_else(of_base).or(refused)
            }
        }
    }

    /// The first field that can't be sent.
    #[must_use]
    pub fn first_problem(&self) -> Option<(&Field, Problem)> {
        self.rows().find_map(|it| Some((&it.field, self.problem(&it.field.key)?)))
    }

    /// What is wrong with one half of an added row besides what its own rules say.
    pub(super) fn problem_of_added(&self, row: u32, half: Half) -> Option<Problem> {
        let entries = self.entries()?;
        let added = self.used_added();
        let (name, value) = added.get(&row)?;
        let problem = |words: String| Some(Problem(words));
        match half {
            Half::Name if name.is_empty() && entries.name.label.eq_ignore_ascii_case(entries.noun) => {
                problem("needs a name".into())
            }
            Half::Name if name.is_empty() => problem("required".into()),
            Half::Name if self.field(&FieldKey::entry(name)).is_some() => {
                problem(format!("{name} already exists: edit it above"))
            }
            Half::Name if added.iter().any(|(at, (other, _))| *at < row && other == name) => {
                problem(format!("{name} is added twice"))
            }
            Half::Name => self.too_many(row, entries),
            Half::Value if value.is_empty() && entries.value.shape.needs_text() => problem("required".into()),
            Half::Value => None,
        }
    }

    /// Whether there would be more than the service takes; said at the last that is added.
    fn too_many(&self, row: u32, entries: &Entries) -> Option<Problem> {
        let most = entries.most?;
        if self.used_added().keys().next_back() != Some(&row) {
            return None;
        }
        let (base, wanted) = (self.base.value()?, self.wanted());
        let after = base.parts().into_iter().map(|part| part.after(&wanted.changes(&part)));
        let (count, of) = after.map(|part| (part.counted(), part.subject())).max()?;
        let image = of.images().next().filter(|_| self.subject.is_several());
        let who = image.map_or_else(|| "the image".to_owned(), ToString::to_string);
        let nouns = entries.nouns;
        (count > most).then(|| Problem(format!("{who} would have {count} {nouns}; the limit is {most}")))
    }

    /// Something about a field that does not keep it from being sent: a name that differs from another
    /// in case only.
    #[must_use]
    pub fn warning(&self, key: &FieldKey) -> Option<String> {
        let entries = self.entries()?;
        let (row, half) = key.as_added()?;
        let (name, _) = self.used_added().remove(&row)?;
        let above = self.rows().filter_map(|it| it.field.key.entry_name().map(str::to_owned));
        let added = self.used_added().into_iter().filter(|(at, _)| *at < row).map(|(_, (name, _))| name);
        let is_alike = |other: &String| *other != name && other.to_lowercase() == name.to_lowercase();
        let alike = above.chain(added).find(is_alike).filter(|_| half == Half::Name)?;
        Some(format!("{alike} also exists: the two {} differ only in case", entries.nouns))
    }
}
