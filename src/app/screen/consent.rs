//! What would be sent, and whether the person has seen it whole.

use crate::domain::Text;
use crate::edit::{Field, Step};

use crate::app::{App, Overlay, Place, PlaceId, Proposal, Review, Seen, Shown, Viewing};

impl App {
    /// Begins a viewing.
    pub(in crate::app) fn next_viewing(&mut self) -> Viewing {
        self.viewings += 1;
        Viewing(self.viewings)
    }

    /// The reviews that `is_it` picks, at that place, have to be seen again before they can be sent; so
    /// have the questions about them.
    pub(in crate::app) fn look_again(&mut self, place: PlaceId, is_it: impl Fn(&Overlay) -> bool) {
        let next = self.next_viewing();
        for overlay in self.places[place.0].overlays.iter_mut().filter(|overlay| is_it(overlay)) {
            if let Overlay::Review(review) = overlay {
                // Read anew, it is read from the top.
                (review.viewing, review.scroll) = (next, 0);
            } else if let Overlay::AskUnnoted(question) = overlay {
                (question.viewing, question.is_seen) = (next, false);
            }
        }
    }

    /// The word that marks a place, or says that it is all a demo.
    #[must_use]
    pub fn word_of(&self, place: &Place) -> Option<&str> {
        let word = || self.mark_of(place)?.word.as_ref().map(Text::as_str);
        if self.mode.demo { Some("DEMO") } else { word() }
    }

    /// Where a write from a place would go, besides the word that marks it.
    #[must_use]
    pub fn destination(&self, place: &Place) -> String {
        let account = place.known_account().map_or("account unknown", Text::as_str);
        let region = place.location.region.as_ref().map_or("region unknown", Text::as_str);
        let mut to = format!("{account} · {region}");
        if place.location.environment_keys {
            to.push_str(" · environment credentials");
        }
        if let Some(profile) = &place.location.profile {
            to.push_str(" · profile ");
            to.push_str(profile.as_str());
        }
        if let Some(endpoint) = &place.location.endpoint {
            to.push_str(" · ");
            to.push_str(endpoint.as_str());
        }
        to
    }

    /// What the review on the screen stands for; nothing where there is nothing that could be sent.
    #[must_use]
    pub fn proposal(&self, review: &Review) -> Option<Proposal> {
        self.proposal_at(self.here, review)
    }

    /// The same at any place.
    pub(in crate::app) fn proposal_at(&self, place: PlaceId, review: &Review) -> Option<Proposal> {
        let place = &self.places[place.0];
        let plan = place.forms.get(&review.subject)?.plan().filter(|plan| !plan.is_empty())?;
        let held = |step: &Step| {
            let base = |field: &Field| step.base.value(&field.key).map(str::to_owned);
            step.call.changed().into_iter().map(|field| (field.key.clone(), base(&field))).collect()
        };
        let before = plan.steps.iter().map(held).collect();
        let calls = plan.steps.into_iter().map(|step| step.call).collect();
        let word = self.word_of(place).map_or(String::new(), |word| format!("{word} "));
        Some(Proposal { to: format!("{word}{}", self.destination(place)), calls, before })
    }

    /// What the person has seen whole of the review on the screen, as it is now: that can be sent.
    #[must_use]
    pub fn consent(&self) -> Option<Proposal> {
        let Some(Overlay::Review(review)) = self.top() else { return None };
        self.consent_in(review, &review.seen)
    }

    fn consent_in(&self, review: &Review, seen: &Seen) -> Option<Proposal> {
        let page = seen.whole()?;
        let is_this = page.viewing == review.viewing && page.size == self.size;
        let is_current = |proposal: &Proposal| is_this && *proposal == page.proposal;
        self.proposal(review).filter(is_current)
    }

    /// Whether the review on the screen can be sent as soon as a frame that shows `shown` is painted.
    #[must_use]
    pub fn consents_after(&self, shown: &Shown) -> bool {
        let Some(Overlay::Review(review)) = self.top() else { return false };
        self.consent_in(review, &seen_after(review, shown)).is_some()
    }

    /// Whether rows of the review that have to be seen remain above the window of such a frame, and
    /// below it.
    #[must_use]
    pub fn left_to_read(&self, shown: &Shown) -> (bool, bool) {
        let (Some(Overlay::Review(review)), Some(painted)) = (self.top(), &shown.review) else {
            return (false, false);
        };
        let seen = seen_after(review, shown);
        let mut missing = seen.missing(&painted.page);
        let first = missing.next();
        let last = missing.last().or(first);
        (
            first.is_some_and(|row| row < painted.window.start),
            last.is_some_and(|row| row >= painted.window.end),
        )
    }
}

fn seen_after(review: &Review, shown: &Shown) -> Seen {
    let mut seen = review.seen.clone();
    if let Some(painted) = &shown.review {
        seen.add(painted);
    }
    seen
}
