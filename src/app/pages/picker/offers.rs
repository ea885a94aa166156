//! What can be picked now.

use crate::app::App;
use crate::domain::Text;

use super::{Offer, Pick, Picker, matching, offer};

impl Picker {
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
