//! One draft as a file.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::format::{DRAFT, Unreadable};
use super::path_part::{path_part, path_part_of_several};
use super::{Trouble, whole_file};
use crate::domain::{ImageName, PlaceKey, Text};
use crate::edit::{Draft, FieldKey, Subject};
use crate::plain_file::{self, Links};

/// Most bytes of a draft; what can be typed has some thousand.
const MOST: u64 = 16 * 1024 * 1024;

/// The name of a draft's file: `<subject>~<session>.json`, an image as [`path_part`] gives it, several as
/// [`path_part_of_several`] does; behind a `+` what of them it is, if not the images themselves. Of one that the session took over from another, a [`TAKEN_OVER`] goes
/// behind the session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftName {
    pub subject: String,
    pub session: String,
    /// Whether the session took it over from one that had ended.
    pub is_taken_over: bool,
}

/// No name of a session ends so.
const TAKEN_OVER: &str = "t";

impl DraftName {
    pub fn new(subject: &Subject, session: &str) -> Self {
        Self { subject: part(subject), session: session.to_owned(), is_taken_over: false }
    }

    /// Reads the name of a file; nothing if it is none of a draft.
    pub fn parse(file_name: &str) -> Option<Self> {
        let (subject, session) = file_name.strip_suffix(".json")?.split_once('~')?;
        let taken_over = session.strip_suffix(TAKEN_OVER);
        let (session, is_taken_over) = (taken_over.unwrap_or(session), taken_over.is_some());
        let plain = !session.is_empty() && session.bytes().all(|byte| byte.is_ascii_alphanumeric());
        plain.then(|| Self { subject: subject.to_owned(), session: session.to_owned(), is_taken_over })
    }

    pub fn file_name(&self) -> String {
        let taken_over = if self.is_taken_over { TAKEN_OVER } else { "" };
        format!("{}~{}{taken_over}.json", self.subject, self.session)
    }

    /// The same draft, of another session.
    pub fn of_session(&self, session: &str) -> Self {
        Self { session: session.to_owned(), ..self.clone() }
    }

    /// What the session took over of the same subject.
    pub fn taken_over(&self) -> Self {
        Self { is_taken_over: true, ..self.clone() }
    }
}

/// What a subject goes by among the files: an image by its name, several by all of theirs. No two have the
/// same, not even where the file system takes `A` and `a` for one: the part of a name holds no `+`, and
/// neither `v`, `aliases` nor `tags` is a digest.
fn part(subject: &Subject) -> String {
    match subject {
        Subject::Image(image) => path_part(image.as_str()),
        Subject::Version(image, number) => format!("{}+v{number}", path_part(image.as_str())),
        Subject::Aliases(image) => format!("{}+aliases", path_part(image.as_str())),
        Subject::Tags(image) => format!("{}+tags", path_part(image.as_str())),
        Subject::TagsOf(images) => {
            format!("{}+tags", path_part_of_several(images.iter().map(ImageName::as_str)))
        }
        Subject::Images(images) => path_part_of_several(images.iter().map(ImageName::as_str)),
    }
}

/// What a file turned out to be.
pub enum DraftRead {
    /// A draft.
    Draft(Box<Draft>),
    /// It is gone: another program took it, or this one.
    Gone,
    /// It was damaged, and is no longer in the way.
    SetAside(Trouble),
    /// It can't be read, and stays where it is.
    Unread(Trouble),
}

/// Reads the draft `name` of `place` in `folder`. A damaged one is set aside.
pub fn read(folder: &Path, name: &DraftName, place: &PlaceKey) -> DraftRead {
    let path = folder.join(name.file_name());
    let raw = match plain_file::read(&path, Links::Refused, MOST) {
        Ok(raw) => raw,
        Err(error) if error.kind() == ErrorKind::NotFound => return DraftRead::Gone,
        Err(error) => return DraftRead::Unread(Trouble::io("read the draft", &path, &error)),
    };
    match DRAFT.read(&raw) {
        Ok(draft) if !belongs(&draft, name, place) => set_aside(&path),
        Ok(draft) if is_known(&draft) => DraftRead::Draft(Box::new(cleaned(draft))),
        Err(Unreadable::Damaged) => set_aside(&path),
        Ok(_) | Err(Unreadable::Newer) => DraftRead::Unread(Trouble::new(&format!(
            "The draft {} is from a newer sagescope and was left as it is. Open it with that version.",
            path.display()
        ))),
    }
}

/// Whether the draft is of the subject and place that its path says. One that is not could be neither
/// kept nor forgotten under its name.
fn belongs(draft: &Draft, name: &DraftName, place: &PlaceKey) -> bool {
    draft.place == *place && part(&draft.subject) == name.subject
}

/// Whether a form can take in all of the draft: else a newer sagescope has more fields, or writes their
/// keys otherwise, or edits more at once, and what was typed would be lost here.
fn is_known(draft: &Draft) -> bool {
    let Draft { subject, wanted, stashed, .. } = draft;
    let preset = wanted.presets.values().flat_map(|fields| fields.keys());
    let mut keys = wanted.typed.keys().chain(&wanted.removed).chain(preset).chain(stashed.keys());
    let has = |key: &FieldKey| subject.fields().field(key).is_some_and(|field| field.key == *key);
    subject.images().count() <= Subject::MOST_IMAGES && keys.all(has)
}

/// What was typed is cleaned as a paste is; the rest cleans itself when it is read.
fn cleaned(mut draft: Draft) -> Draft {
    let Draft { wanted, stashed, .. } = &mut draft;
    let preset = wanted.presets.values_mut().flat_map(|fields| fields.values_mut().flatten());
    for text in wanted.typed.values_mut().chain(preset).chain(stashed.values_mut().flatten()) {
        *text = Text::clean(text).into();
    }
    draft
}

fn set_aside(path: &Path) -> DraftRead {
    match whole_file::set_aside(path) {
        Ok(aside) => DraftRead::SetAside(Trouble::new(&format!(
            "Couldn't read a damaged draft. What you typed is in {}.",
            aside.display()
        ))),
        Err(error) if error.kind() == ErrorKind::NotFound => DraftRead::Gone,
        Err(error) => DraftRead::Unread(Trouble::io("set aside the damaged draft", path, &error)),
    }
}

/// The names of drafts in `folder`, and of what was left behind half written. A folder that is not
/// there holds none.
pub fn list(folder: &Path) -> io::Result<(Vec<DraftName>, Vec<String>)> {
    let found = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((Vec::new(), Vec::new())),
        found => found?,
    };
    let (mut drafts, mut unfinished) = (Vec::new(), Vec::new());
    for file in found {
        let Ok(name) = file?.file_name().into_string() else { continue };
        match DraftName::parse(&name) {
            _ if name.starts_with('.') => unfinished.push(name),
            Some(draft) => drafts.push(draft),
            None => {}
        }
    }
    drafts.sort();
    Ok((drafts, unfinished))
}

/// The beginning of the name of what `session` has not written whole yet.
pub fn unfinished(session: &str) -> String {
    format!(".{session}~")
}

/// Whose half written file it is.
pub fn session_of_unfinished(name: &str) -> Option<&str> {
    let (session, _) = name.strip_prefix('.')?.strip_suffix(".tmp")?.split_once('~')?;
    Some(session)
}

#[cfg(test)]
mod tests {
    use proptest::collection::btree_set;
    use proptest::prelude::*;

    use super::*;

    fn name() -> impl Strategy<Value = ImageName> {
        let raw = "[aAbB2]{1,2}|[0-9]{1,3}|v[0-9]|tags|aliases|[+~.%/]{1,3}|[aA+v7tgs%~]{0,12}|\\PC{0,90}";
        raw.prop_map(|raw| ImageName::received(&raw))
    }

    fn subject() -> impl Strategy<Value = Subject> {
        prop_oneof![
            name().prop_map(Subject::Image),
            (name(), 0..12_u32).prop_map(|(name, number)| Subject::Version(name, number)),
            (name(), any::<u32>()).prop_map(|(name, number)| Subject::Version(name, number)),
            name().prop_map(Subject::Aliases),
            name().prop_map(Subject::Tags),
            btree_set(name(), 0..4).prop_map(Subject::Images),
            btree_set(name(), 0..4).prop_map(Subject::TagsOf),
        ]
    }

    proptest! {
        #[test]
        fn no_two_subjects_have_one_file_even_where_case_does_not_count(a in subject(), b in subject()) {
            let (of_a, of_b) = (part(&a), part(&b));
            prop_assert!(of_a.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.%+".contains(&byte)));
            prop_assert!(!of_a.starts_with('.'));
            prop_assert_eq!(a == b, of_a.eq_ignore_ascii_case(&of_b), "{} {}", of_a, of_b);
        }

        #[test]
        fn the_name_of_a_file_is_read_as_it_was_written_and_fits_everywhere(it in subject()) {
            let session = "01a2192c8f4e723da36ea459741bc43c";
            for name in [DraftName::new(&it, session), DraftName::new(&it, session).taken_over()] {
                let file = name.file_name();
                prop_assert!(format!("{file}.damaged.9999").len() <= 143, "{}", file);
                prop_assert_eq!(DraftName::parse(&file), Some(name));
            }
        }
    }

    #[test]
    fn what_looks_alike_has_files_apart() {
        let name = |raw: &str| ImageName::received(raw);
        let two = || [name("a"), name("b")].into();
        let of_two = part(&Subject::Images(two()));
        let all = [
            Subject::Image(name("a")),
            Subject::Image(name("A")),
            Subject::Image(name("a+v7")),
            Subject::Image(name("a+tags")),
            Subject::Image(name(&of_two)),
            Subject::Image(name(&format!("{of_two}+tags"))),
            Subject::Version(name("a"), 7),
            Subject::Version(name("A"), 7),
            Subject::Version(name("a"), 77),
            Subject::Aliases(name("a")),
            Subject::Aliases(name("a+aliases")),
            Subject::Tags(name("a")),
            Subject::Tags(name("2")),
            Subject::Tags(name(&of_two)),
            Subject::Images(two()),
            Subject::TagsOf(two()),
        ];
        let parts: std::collections::BTreeSet<_> = all.iter().map(|it| part(it).to_lowercase()).collect();
        assert_eq!(parts.len(), all.len(), "{parts:?}");
        assert_eq!(part(&Subject::Version(name("sklearn-1.4"), 7)), "sklearn-1.4+v7");
        assert_eq!(part(&Subject::Aliases(name("sklearn-1.4"))), "sklearn-1.4+aliases");
        assert_eq!(part(&Subject::Tags(name("sklearn-1.4"))), "sklearn-1.4+tags");
        assert_eq!(part(&Subject::TagsOf(two())), "2+7e18f737311b2dc3+tags");
    }
}
