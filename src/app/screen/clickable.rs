//! What of a frame can be clicked, and what it stands for.
//!
//! A frame may be clicked long after it was drawn. So what its cells stand for is told by name, and not
//! by a number that may be another row's by then.

use ratatui::layout::{Position, Rect};

use crate::app::{Tab, UsageItem};
use crate::domain::{ImageName, Text};
use crate::edit::{EntryId, FieldKey, Subject};
use crate::keys::{Action, CopyAction};

/// What a click is meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The list of images, with its frame.
    List,
    /// The detail, with its frame.
    Detail,
    /// The topmost page, with its frame.
    Page,
    /// The list of that page, which moves by itself: entries, drafts, or what can be picked.
    PageList,
    /// An image, in the list.
    Image(ImageName),
    /// A tab of the detail.
    Tab(Tab),
    /// A version of an image, in its tab.
    Version(ImageName, u32),
    /// A user of an image, or what could not be read, in its tab.
    Usage(ImageName, UsageItem),
    /// A field, in the form or on the page of clashes.
    Field(FieldKey),
    /// A change, in the history.
    Entry(EntryId),
    /// The draft of a subject, among the drafts.
    Draft(Subject),
    /// A profile or a region in the picker, by its name; without one, the keys that are used where no
    /// profile is named.
    Offer(Option<Text>),
    /// A command in the palette, by what it is called.
    Command(String),
    /// What can be copied, in its menu.
    Copy(CopyAction),
    /// The text of a field, from that byte on.
    FieldText(FieldKey, usize),
    /// The line in which something is typed, from that byte on.
    Line(usize),
    /// The divider between list and detail.
    Divider,
    /// A theme, in the list of themes, by its name.
    Theme(Text),
    /// Whose keys are used, in the header.
    Profile,
    /// The region, in the header.
    Region,
    /// What a key does, where key and words stand: in the footer, or as the answer to a question.
    Action(Action),
}

impl Target {
    /// Whether it has others within it, and scrolls where it is longer than its window.
    #[must_use]
    pub fn is_container(&self) -> bool {
        match self {
            Self::List | Self::Detail | Self::Page | Self::PageList => true,
            Self::Image(_)
            | Self::Tab(_)
            | Self::Version(..)
            | Self::Usage(..)
            | Self::Field(_)
            | Self::Entry(_)
            | Self::Draft(_)
            | Self::Offer(_)
            | Self::Command(_)
            | Self::Copy(_)
            | Self::FieldText(..)
            | Self::Line(_)
            | Self::Divider
            | Self::Theme(_)
            | Self::Profile
            | Self::Region
            | Self::Action(_) => false,
        }
    }
}

/// Some cells of a frame that can be clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clickable {
    /// Which cells; never none.
    pub area: Rect,
    /// What they stand for.
    pub target: Target,
}

/// All that can be clicked on a frame. What lies within another comes after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clickables(Vec<Clickable>);

impl Clickables {
    /// None yet, with room for those of a screen of `rows` rows.
    #[must_use]
    pub fn with_room(rows: u16) -> Self {
        /// Header, footer, panes and buttons.
        const BESIDE: usize = 32;
        Self(Vec::with_capacity(usize::from(rows) + BESIDE))
    }

    /// Adds one, unless it has no cells.
    pub fn add(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.0.push(Clickable { area, target });
        }
    }

    /// Takes away what was at `area`, over which something else is drawn.
    pub fn cover(&mut self, area: Rect) {
        self.0.retain(|clickable| !clickable.area.intersects(area));
    }

    /// All of them, as they were drawn.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Clickable> + '_ {
        self.0.iter()
    }

    /// What a click at `position` is meant for: the innermost that is there.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<&Target> {
        self.clickable_at(position).map(|clickable| &clickable.target)
    }

    /// The same with all of its cells.
    #[must_use]
    pub fn clickable_at(&self, position: Position) -> Option<&Clickable> {
        self.all_at(position).next()
    }

    /// What scrolls there, as under a mouse wheel: the innermost again.
    #[must_use]
    pub fn container_at(&self, position: Position) -> Option<&Target> {
        self.all_at(position).map(|clickable| &clickable.target).find(|target| target.is_container())
    }

    fn all_at(&self, position: Position) -> impl Iterator<Item = &Clickable> + '_ {
        self.iter().rev().filter(move |clickable| clickable.area.contains(position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_counts_and_nothing_that_was_covered() {
        let row = || Target::Action(Action::Help);
        let mut all = Clickables::with_room(4);
        all.add(Rect::new(0, 0, 20, 1), Target::Profile);
        all.add(Rect::new(0, 1, 10, 5), Target::List);
        all.add(Rect::new(1, 2, 8, 1), row());
        all.add(Rect::new(1, 2, 8, 0), Target::Region);
        for ((x, y), target, container) in [
            ((0, 0), Some(Target::Profile), None),
            ((0, 1), Some(Target::List), Some(Target::List)),
            ((8, 2), Some(row()), Some(Target::List)),
            ((9, 2), Some(Target::List), Some(Target::List)),
            ((10, 2), None, None),
        ] {
            let at = Position { x, y };
            assert_eq!((all.at(at), all.container_at(at)), (target.as_ref(), container.as_ref()), "{at}");
        }
        all.cover(Rect::new(0, 1, 20, 9));
        let left: Vec<_> = all.iter().map(|clickable| &clickable.target).collect();
        assert_eq!(left, [&Target::Profile]);
    }
}
