//! What of a place is on the screen.

use crate::keys::Scope;

use super::{Input, ListView, Marked, RawTab, Sort, Tab, Typed, UsageTab, VersionsTab};

/// Which half of the browser has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The list of images.
    #[default]
    List,
    /// The detail of one.
    Detail,
}

/// How the person looks at a place: cursor, filter and scrolling, as they are found again on the way
/// back.
#[derive(Debug, Default)]
pub struct Browser {
    /// The list.
    pub list: ListView,
    /// Whether the person chose its order since the program began.
    pub(super) chose_sort: bool,
    /// The images that are marked in it.
    pub marked: Marked,
    /// Which half has the keys.
    pub pane: Pane,
    /// The filter as it is typed, while it is.
    pub typing: Option<Input>,
    /// The notice that says why the image whose ARN is in the filter can't be gone to.
    pub said_of_filter: Option<u64>,
    /// Which tab of the detail is open.
    pub tab: Tab,
    /// Whether what is read of the image on the screen was asked for only just now: most of it is here before anybody
    /// could read that it is being loaded.
    pub(super) only_just_asked: bool,
    /// How far that tab is scrolled, in rows; of the versions, what stands below their list.
    pub detail_scroll: usize,
    /// The cursor over the versions, and which is marked.
    pub versions: VersionsTab,
    /// The answer of the service that is shown, and how.
    pub raw: RawTab,
    /// The cursor over the users of an image.
    pub usage: UsageTab,
    /// How far the lower part of history and drafts is scrolled, in rows.
    pub below_scroll: usize,
}

impl Browser {
    /// A browser that was not used yet, with its list in that order.
    #[must_use]
    pub fn sorted(sort: Sort) -> Self {
        Self { list: ListView::sorted(sort), ..Self::default() }
    }

    /// The scopes of its keys, the innermost first.
    pub(super) fn scopes(&self) -> &'static [Scope] {
        match (self.typed(), self.pane) {
            (Some(Typed::Search), _) => &[Scope::Search, Scope::Text, Scope::Everywhere],
            (Some(_), _) => &[Scope::Filter, Scope::Text, Scope::Everywhere],
            (None, Pane::List) => &[Scope::List, Scope::Image, Scope::Everywhere],
            (None, Pane::Detail) if self.tab == Tab::Raw => {
                &[Scope::Raw, Scope::Detail, Scope::Image, Scope::Everywhere]
            }
            (None, Pane::Detail) => &[Scope::Detail, Scope::Image, Scope::Everywhere],
        }
    }

    /// What takes the keys that type, if something does.
    pub(super) fn typed(&self) -> Option<Typed> {
        let search = self.raw.typing.as_ref().map(|_| Typed::Search);
        self.typing.as_ref().map(|_| Typed::Filter).or(search)
    }
}
