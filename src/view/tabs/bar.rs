//! The row of tabs.
//!
//! ```text
//! [Details] Versions 7  Tags 4  Usage 12
//! ```
//!
//! Where there is little room, numbers go first, then the tabs that are furthest from the open one.

use std::ops::Range;

use compact_str::{CompactString, ToCompactString as _};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Shown, Tab, Target};
use crate::domain::ImageName;
use crate::view::text::cells;
use crate::view::theme::Theme;

/// Draws the tabs of an image, as many as fit; always the open one.
pub fn draw(app: &App, theme: Theme, image: &ImageName, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let open = app.tab();
    let counted = |tab: Tab| count(app, image, tab);
    let (tabs, has_counts) = fitting(open, area.width.into(), counted);
    let mut x = area.x;
    for &tab in &Tab::ALL[tabs] {
        let count = counted(tab).filter(|_| has_counts);
        let (gap, count) = count.as_deref().map_or(("", ""), |count| (" ", count));
        let (style, left, right) =
            if tab == open { (theme.strong(), "[", "]") } else { (theme.dim(), " ", " ") };
        let begin = x;
        for piece in [left, tab.title(), gap, count, right] {
            x += cells::put(buffer, (x, area.y), piece, area.right().saturating_sub(x), style);
        }
        shown.clickables.add(Rect { x: begin, width: x - begin, ..area }, Target::Tab(tab));
    }
}

/// Which tabs fit, and whether their numbers do too.
fn fitting(open: Tab, room: usize, count: impl Fn(Tab) -> Option<CompactString>) -> (Range<usize>, bool) {
    let width = |tabs: &Range<usize>, has_counts: bool| -> usize {
        let tabs = Tab::ALL[tabs.clone()].iter();
        let of_count = |tab| count(tab).filter(|_| has_counts).map_or(0, |count| count.len() + 1);
        tabs.map(|tab| tab.title().len() + of_count(*tab) + 2).sum()
    };
    let mut tabs = 0..Tab::ALL.len();
    if width(&tabs, true) <= room {
        return (tabs, true);
    }
    let at = Tab::ALL.iter().position(|tab| *tab == open).unwrap_or(0);
    while tabs.len() > 1 && width(&tabs, false) > room {
        if tabs.end - 1 - at > at - tabs.start {
            tabs.end -= 1;
        } else {
            tabs.start += 1;
        }
    }
    (tabs, false)
}

/// How many things a tab has, once that is known.
fn count(app: &App, image: &ImageName, tab: Tab) -> Option<CompactString> {
    let place = app.place();
    match tab {
        Tab::Details | Tab::Raw => None,
        Tab::Versions => place.versions_of(image)?.count().map(|count| count.to_compact_string()),
        Tab::Usage => place.usage.of(image).counted(),
        Tab::Tags => place.known_tags(image).map(|tags| tags.tags.len().to_compact_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_first_then_what_is_furthest_and_the_open_one_stays() {
        let count = |tab| matches!(tab, Tab::Versions | Tab::Tags).then(|| "40".into());
        for (open, room, expected) in [
            (Tab::Details, 43, (0..5, true)),
            (Tab::Details, 42, (0..5, false)),
            (Tab::Details, 36, (0..4, false)),
            (Tab::Details, 29, (0..3, false)),
            (Tab::Details, 24, (0..2, false)),
            (Tab::Usage, 24, (2..5, false)),
            (Tab::Raw, 12, (3..5, false)),
            (Tab::Versions, 18, (1..3, false)),
            (Tab::Versions, 15, (1..2, false)),
            (Tab::Usage, 3, (3..4, false)),
        ] {
            assert_eq!(fitting(open, room, count), expected, "{open:?} in {room}");
        }
    }
}
