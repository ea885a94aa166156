//! Which offers a typed text fits, and how well.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Offer;

/// Those that `text` fits, the best first; all of them, in their order, where nothing is typed.
pub(super) fn narrow(offers: Vec<Offer>, text: &str) -> Vec<Offer> {
    if text.is_empty() {
        return offers;
    }
    let pattern = Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut scored: Vec<_> = offers
        .into_iter()
        .filter_map(|offer| {
            let words = offer.words();
            let score = pattern.score(Utf32Str::new(&words, &mut letters), &mut matcher)?;
            Some((score, offer))
        })
        .collect();
    // Stable: where two fit as well, the one used later comes first.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, offer)| offer).collect()
}
