//! What of a frame is a link, for terminals that have them (OSC 8).

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

/// Cells of one row that are a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Which cells; never none.
    pub area: Rect,
    /// Where it leads: an https address in printable ASCII.
    pub address: Arc<str>,
}

/// All links of a frame. One that is broken over rows is several, of one address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links(Vec<Link>);

impl Links {
    /// Adds one, unless it has no cells, or the address is none that a terminal can be given.
    pub fn add(&mut self, area: Rect, address: &Arc<str>) {
        let is_safe = address.starts_with("https://") && address.bytes().all(|byte| byte.is_ascii_graphic());
        if !area.is_empty() && is_safe {
            self.0.push(Link { area, address: Arc::clone(address) });
        }
    }

    /// Takes away what was at `area`, over which something else is drawn.
    pub fn cover(&mut self, area: Rect) {
        self.0.retain(|link| !link.area.intersects(area));
    }

    /// The rows moved: each link goes where `moved` says that its row is now, or away with it.
    pub fn follow(&mut self, moved: impl Fn(u16) -> Option<u16>) {
        self.0.retain_mut(|link| match moved(link.area.y) {
            Some(y) => {
                link.area.y = y;
                true
            }
            None => false,
        });
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Link> + '_ {
        self.0.iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the cell at `position` leads, if it is of a link.
    #[must_use]
    pub fn at(&self, position: Position) -> Option<&Arc<str>> {
        self.iter().find(|link| link.area.contains(position)).map(|link| &link.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_are_safe_to_write_are_links() {
        for (address, is_link) in [
            ("https://console.aws.amazon.com/iam/home#/roles/details/a", true),
            ("http://console.aws.amazon.com/", false),
            ("https://a/\x1b\\", false),
            ("https://a/\u{7}", false),
            ("https://a/b c", false),
            ("https://a/é", false),
            ("javascript:https://", false),
            ("", false),
        ] {
            let mut links = Links::default();
            links.add(Rect::new(0, 0, 1, 1), &address.into());
            assert_eq!(!links.is_empty(), is_link, "{address:?}");
        }
        let mut links = Links::default();
        links.add(Rect::new(0, 0, 0, 1), &"https://a/".into());
        assert!(links.is_empty());
    }
}
