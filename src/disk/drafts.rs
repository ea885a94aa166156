//! The drafts of all programs, and which of them are this one's.
//!
//! Each program writes only files that bear its session, so two of them never write the same one.
//! The draft of a program that has ended is adopted by renaming it: of two that try, one succeeds.
//! Of several such drafts of one image the newest is adopted. The older ones are left as they are
//! and come up, newest first, when a later [`Drafts::recall`] finds none of this program.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::draft_file::{self, DraftName, Found};
use super::path_part::path_part;
use super::session::Session;
use super::{Trouble, folders, versioned, whole_file};
use crate::domain::{Draft, ImageName, PlaceKey};

#[derive(Debug)]
pub struct Drafts {
    state: PathBuf,
    session: Session,
    /// One thread at a time: what was found free stays free until it is taken.
    turn: Mutex<()>,
}

impl Drafts {
    pub fn new(state: PathBuf, session: Session) -> Self {
        Self { state, session, turn: Mutex::new(()) }
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn folder(&self, place: &PlaceKey) -> PathBuf {
        let account = path_part(place.account.as_str());
        self.state.join("drafts").join(account).join(path_part(place.region.as_str()))
    }

    /// This program's session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn keep(&self, draft: &Draft) -> Result<(), Trouble> {
        let _turn = self.turn();
        let folder = self.folder(&draft.place);
        let name = DraftName::new(&draft.image, self.session.name()).file_name();
        let unready = draft_file::unready(self.session.name());
        versioned::to_line(draft)
            .map_err(Into::into)
            .and_then(|bytes| {
                folders::make(&self.state, &folder)?;
                whole_file::write(&folder, &name, &unready, &bytes)
            })
            .map_err(|error| Trouble::io("keep the draft", &folder.join(&name), &error))
    }

    pub fn forget(&self, place: &PlaceKey, image: &ImageName) -> Result<(), Trouble> {
        let _turn = self.turn();
        let folder = self.folder(place);
        let path = folder.join(DraftName::new(image, self.session.name()).file_name());
        match fs::remove_file(&path).and_then(|()| folders::sync(&folder)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Trouble::io("remove the draft", &path, &error))
            }
            _ => Ok(()),
        }
    }

    pub fn recall(&self, place: &PlaceKey) -> (Vec<Draft>, Vec<Trouble>) {
        let _turn = self.turn();
        let folder = self.folder(place);
        let found = folders::refuse_links(&self.state, &folder).and_then(|()| draft_file::list(&folder));
        let (names, unready) = match found {
            Ok(found) => found,
            Err(error) => return (Vec::new(), vec![Trouble::io("read the drafts in", &folder, &error)]),
        };
        self.clear(&folder, &unready);
        let mut search = Search { drafts: self, folder: &folder, place, troubles: Vec::new() };
        let of_each = names.chunk_by(|a, b| a.image == b.image);
        let found = of_each.filter_map(|of_image| search.of_image(of_image)).collect();
        (found, search.troubles)
    }

    /// Removes what programs that have ended did not get ready.
    fn clear(&self, folder: &Path, unready: &[String]) {
        for name in unready {
            let session = draft_file::session_of_unready(name);
            if session.is_some_and(|session| self.session.is_dead(session).unwrap_or(false)) {
                // At worst it is seen again the next time.
                let _ = fs::remove_file(folder.join(name));
            }
        }
    }
}

/// One look at the drafts of a place.
struct Search<'a> {
    drafts: &'a Drafts,
    folder: &'a Path,
    place: &'a PlaceKey,
    troubles: Vec<Trouble>,
}

impl Search<'_> {
    /// This program's draft of an image, or the newest that it can make its own.
    fn of_image(&mut self, names: &[DraftName]) -> Option<Draft> {
        let session = &self.drafts.session;
        if let Some(own) = names.iter().find(|name| name.session == session.name()) {
            match draft_file::read(self.folder, own, self.place) {
                Found::Draft(draft) => return Some(*draft),
                Found::Gone => {}
                Found::SetAside(trouble) => self.troubles.push(trouble),
                Found::Unread(trouble) => {
                    self.troubles.push(trouble);
                    return None;
                }
            }
        }
        let mut left: Vec<_> =
            names.iter().filter_map(|name| Some((self.left_behind(name)?, name))).collect();
        left.sort_by(|(a, of_a), (b, of_b)| (b.kept_at, of_b).cmp(&(a.kept_at, of_a)));
        left.into_iter().find_map(|(draft, name)| self.adopt(name).then_some(*draft))
    }

    /// The draft `name`, if its program has ended.
    fn left_behind(&mut self, name: &DraftName) -> Option<Box<Draft>> {
        let path = || self.folder.join(name.file_name());
        match self.drafts.session.is_dead(&name.session) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                let what = "tell whether another program still writes";
                self.troubles.push(Trouble::io(what, &path(), &error));
                return None;
            }
        }
        match draft_file::read(self.folder, name, self.place) {
            Found::Draft(draft) => return Some(draft),
            Found::Gone => {}
            Found::SetAside(trouble) | Found::Unread(trouble) => self.troubles.push(trouble),
        }
        None
    }

    /// Makes a draft this program's. Whether it is to be shown: not if another program was faster.
    /// One that can't be renamed is shown too, and stays where it is.
    fn adopt(&mut self, name: &DraftName) -> bool {
        let own = name.of_session(self.drafts.session.name());
        let path = self.folder.join(name.file_name());
        let renamed = fs::rename(&path, self.folder.join(own.file_name()));
        match renamed.and_then(|()| folders::sync(self.folder)) {
            Err(error) if error.kind() == ErrorKind::NotFound => false,
            Err(error) => {
                self.troubles.push(Trouble::io("take over the draft", &path, &error));
                true
            }
            Ok(()) => true,
        }
    }
}
