//! The drafts of all programs, and which of them are this one's.
//!
//! Each program writes only files that bear its session, so two of them never write the same one.
//! The draft of a program that has ended is taken over by renaming it: of two that try, one succeeds.
//! Of several such drafts of one subject the newest is taken over. The older ones are left as they are
//! and come up, newest first, when a later search finds none of this program.
//!
//! What was taken over has a name of its own beside what is typed now, so that neither is written over
//! by the other; it goes when what is typed holds its words too. A rename needs no wait for the disk:
//! a kill does not undo it, and after a power cut the draft has the old name or the new one, and is of
//! a program that has ended either way.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::draft_file::{self, DraftName, DraftRead};
use super::format::draft_to_line;
use super::path_part::path_part;
use super::session_lock::SessionLock;
use super::{Trouble, folders, whole_file};
use crate::domain::PlaceKey;
use crate::edit::{Draft, Subject};

#[derive(Debug)]
pub struct Drafts {
    state: PathBuf,
    session: SessionLock,
    /// What was taken over and whose words are nowhere else yet. One thread at a time: what was found
    /// free stays free until it is taken.
    not_loaded: Mutex<BTreeSet<PathBuf>>,
}

impl Drafts {
    pub fn new(state: PathBuf, session: SessionLock) -> Self {
        Self { state, session, not_loaded: Mutex::default() }
    }

    fn not_loaded(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.not_loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn folder(&self, place: &PlaceKey) -> PathBuf {
        let account = path_part(place.account.as_str());
        self.state.join("drafts").join(account).join(path_part(place.region.as_str()))
    }

    /// This program's session.
    pub fn session(&self) -> &SessionLock {
        &self.session
    }

    fn own(&self, subject: &Subject) -> DraftName {
        DraftName::new(subject, self.session.name())
    }

    pub fn keep(&self, draft: &Draft) -> Result<(), Trouble> {
        let not_loaded = self.not_loaded();
        let folder = self.folder(&draft.place);
        let own = self.own(&draft.subject);
        let name = own.file_name();
        let unfinished = draft_file::unfinished(self.session.name());
        draft_to_line(draft)
            .map_err(Into::into)
            .and_then(|bytes| {
                folders::make(&self.state, &folder)?;
                whole_file::write(&folder, &name, &unfinished, &bytes)
            })
            .map_err(|error| Trouble::io("keep the draft", &folder.join(&name), &error))?;
        // What stays behind comes up once more, at worst.
        let _ = remove_loaded(&not_loaded, &folder.join(own.taken_over().file_name()));
        Ok(())
    }

    pub fn forget(&self, place: &PlaceKey, subject: &Subject) -> Result<(), Trouble> {
        let not_loaded = self.not_loaded();
        let folder = self.folder(place);
        let own = self.own(subject);
        let path = folder.join(own.file_name());
        let typed = remove(&path);
        let taken_over = remove_loaded(&not_loaded, &folder.join(own.taken_over().file_name()));
        let removed = typed.and_then(|typed| Ok(typed | taken_over?));
        let done = removed.and_then(|any| if any { folders::sync(&folder) } else { Ok(()) });
        done.map_err(|error| Trouble::io("remove the draft", &path, &error))
    }

    /// The words of these drafts are in what is kept from now on.
    pub fn mark_loaded(&self, place: &PlaceKey, subjects: &[Subject]) {
        let folder = self.folder(place);
        let mut not_loaded = self.not_loaded();
        for subject in subjects {
            not_loaded.remove(&folder.join(self.own(subject).taken_over().file_name()));
        }
    }

    /// Begins to look for the drafts of `place`: what this program kept so far is read at once.
    pub fn search(&self, place: &PlaceKey) -> DraftSearch {
        let _turn = self.not_loaded();
        let mut search = DraftSearch {
            folder: self.folder(place),
            place: place.clone(),
            left: Vec::new(),
            found: Vec::new(),
            troubles: Vec::new(),
        };
        let listed = folders::refuse_links(&self.state, &search.folder)
            .and_then(|()| draft_file::list(&search.folder));
        match listed {
            Ok((names, unfinished)) => {
                self.clear(&search.folder, &unfinished);
                for of_subject in names.chunk_by(|a, b| a.subject == b.subject) {
                    if !search.take_own(&self.session, of_subject) {
                        search.left.push(of_subject.to_vec());
                    }
                }
                search.left.reverse();
            }
            Err(error) => {
                search.troubles.push(Trouble::io("read the drafts in", &search.folder, &error));
            }
        }
        search
    }

    /// Looks at the drafts of one subject more; tells whether there may be others.
    pub fn step(&self, search: &mut DraftSearch) -> bool {
        let Some(of_subject) = search.left.pop() else { return false };
        let mut not_loaded = self.not_loaded();
        if let Some(draft) = search.newest(&self.session, &mut not_loaded, &of_subject) {
            search.found.push(draft);
        }
        true
    }

    /// Removes what programs that have ended did not get ready.
    fn clear(&self, folder: &Path, unfinished: &[String]) {
        for name in unfinished {
            let session = draft_file::session_of_unfinished(name);
            if session.is_some_and(|session| self.session.is_dead(session).unwrap_or(false)) {
                // At worst it is seen again the next time.
                let _ = fs::remove_file(folder.join(name));
            }
        }
    }
}

/// Removes a file; tells whether it was there.
fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        removed => removed.map(|()| true),
    }
}

/// Removes a draft that was taken over, unless its words are nowhere else.
fn remove_loaded(not_loaded: &BTreeSet<PathBuf>, path: &Path) -> io::Result<bool> {
    if not_loaded.contains(path) { Ok(false) } else { remove(path) }
}

/// One look at the drafts of a place.
#[derive(Debug)]
pub struct DraftSearch {
    folder: PathBuf,
    place: PlaceKey,
    /// What is to be looked at, subject by subject, the first one last.
    left: Vec<Vec<DraftName>>,
    /// What was found, by subject.
    pub found: Vec<Draft>,
    /// What could not be read.
    pub troubles: Vec<Trouble>,
}

impl DraftSearch {
    /// Takes this program's drafts of a subject; tells whether that is all there is to find.
    fn take_own(&mut self, session: &SessionLock, names: &[DraftName]) -> bool {
        let mut is_all = false;
        for own in names.iter().filter(|name| name.session == session.name()) {
            match draft_file::read(&self.folder, own, &self.place) {
                DraftRead::Draft(draft) => {
                    self.found.push(*draft);
                    is_all = true;
                }
                DraftRead::Gone => {}
                DraftRead::SetAside(trouble) => self.troubles.push(trouble),
                DraftRead::Unread(trouble) => {
                    self.troubles.push(trouble);
                    is_all = true;
                }
            }
        }
        is_all
    }

    /// The newest draft of a subject that can be made this program's.
    fn newest(
        &mut self,
        session: &SessionLock,
        not_loaded: &mut BTreeSet<PathBuf>,
        names: &[DraftName],
    ) -> Option<Draft> {
        let mut left: Vec<_> =
            names.iter().filter_map(|name| Some((self.left_behind(session, name)?, name))).collect();
        left.sort_by(|(a, of_a), (b, of_b)| (b.kept_at, of_b).cmp(&(a.kept_at, of_a)));
        left.into_iter().find_map(|(draft, name)| self.take_over(session, not_loaded, name).then_some(*draft))
    }

    /// The draft `name`, if its program has ended.
    fn left_behind(&mut self, session: &SessionLock, name: &DraftName) -> Option<Box<Draft>> {
        let path = || self.folder.join(name.file_name());
        match session.is_dead(&name.session) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                let what = "tell whether another program still writes";
                self.troubles.push(Trouble::io(what, &path(), &error));
                return None;
            }
        }
        match draft_file::read(&self.folder, name, &self.place) {
            DraftRead::Draft(draft) => return Some(draft),
            DraftRead::Gone => {}
            DraftRead::SetAside(trouble) | DraftRead::Unread(trouble) => self.troubles.push(trouble),
        }
        None
    }

    /// Makes a draft this program's. Whether it is to be shown: not if another program was faster, or
    /// another search of this one. One that can't be renamed is shown too, and stays where it is.
    fn take_over(
        &mut self,
        session: &SessionLock,
        not_loaded: &mut BTreeSet<PathBuf>,
        name: &DraftName,
    ) -> bool {
        let (from, to) = (self.folder.join(name.file_name()), name.of_session(session.name()).taken_over());
        let to = self.folder.join(to.file_name());
        if to.exists() {
            return false;
        }
        match fs::rename(&from, &to) {
            Err(error) if error.kind() == ErrorKind::NotFound => return false,
            Err(error) => self.troubles.push(Trouble::io("take over the draft", &from, &error)),
            Ok(()) => drop(not_loaded.insert(to)),
        }
        true
    }
}
