//! Which offers a typed text fits, and how well.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Offer;

/// Those that `text` fits, the best first; all of them, in their order, where nothing is typed. The
/// name that was typed in full comes first, then those that begin like that, then those that fit, and
/// last what fits by something else.
pub(super) fn narrow(offers: Vec<Offer>, text: &str) -> Vec<Offer> {
    if text.is_empty() {
        return offers;
    }
    let wanted = text.to_lowercase();
    let pattern = Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut score =
        |words: &str| pattern.score(Utf32Str::new(words, &mut letters), &mut matcher).map(Reverse);
    let mut scored: Vec<_> = offers
        .into_iter()
        .filter_map(|offer| {
            let all = score(&offer.words())?;
            let of_name = score(offer.name());
            let name = offer.name().to_lowercase();
            let nearness = match () {
                () if name == wanted => 0,
                () if name.starts_with(&wanted) => 1,
                () if of_name.is_some() => 2,
                () => 3,
            };
            Some(((nearness, of_name, all), offer))
        })
        .collect();
    // Stable: where two fit as well, the one used later comes first.
    scored.sort_by_key(|(rank, _)| *rank);
    scored.into_iter().map(|(_, offer)| offer).collect()
}
