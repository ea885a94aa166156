//! The list from which a profile or a region is picked.

mod matching;
mod offer;

use crate::domain::Text;

use super::{App, Input};

pub use offer::Offer;

/// What is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A profile.
    Profile,
    /// A region.
    Region,
}

/// The picker on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What it picks.
    pub pick: Pick,
    /// What was typed to narrow it.
    pub input: Input,
    /// The row under the cursor.
    pub at: usize,
}

impl Picker {
    /// A picker of all there is.
    #[must_use]
    pub fn new(pick: Pick) -> Self {
        Self { pick, input: Input::default(), at: 0 }
    }

    /// What can be picked now: what fits the typed text, the best first; without text, what was
    /// used lately, then the rest in its own order.
    #[must_use]
    pub fn offers(&self, app: &App) -> Vec<Offer> {
        let text = self.input.text().trim();
        let all = match self.pick {
            Pick::Profile => offer::profiles(app),
            Pick::Region => offer::regions(app),
        };
        let mut offers = matching::narrow(all, text);
        // A few letters are to find a region, not to name one.
        let names_one = text.contains('-') && text.ends_with(|c: char| c.is_ascii_digit());
        if self.pick == Pick::Region && (names_one || offers.is_empty()) {
            let is_new = |typed: &Text| !offers.iter().any(|offer| offer.is_region(typed));
            let typed = offer::typed(text).filter(is_new);
            offers.extend(typed.map(Offer::Typed));
        }
        offers
    }
}
