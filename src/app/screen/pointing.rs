//! What a click can be meant for.

use crate::app::{App, Front, Moves, Overlay};
use crate::keys::Action;

impl App {
    /// What a frame that is drawn now is of.
    #[must_use]
    pub fn front(&self) -> Front {
        let top = self.top();
        Front {
            place: self.here(),
            size: self.size,
            pages: self.place().overlays.len(),
            page: top.map(std::mem::discriminant),
            subject: top.and_then(Overlay::subject).cloned(),
            viewing: match top {
                Some(Overlay::Review(review)) => Some(review.viewing),
                Some(Overlay::AskUnnoted(question)) => Some(question.viewing),
                _ => None,
            },
        }
    }

    /// Whether the screen shows what the program is at.
    #[must_use]
    pub fn is_front_shown(&self) -> bool {
        self.shown.front == self.front()
    }

    /// Whether a click may do what a key does: one that is in force, as long as that can be done.
    #[must_use]
    pub fn can_click(&self, action: Action) -> bool {
        let is_in_force =
            self.scopes().0.iter().any(|scope| self.keymap.of(*scope).any(|it| it.action == action));
        is_in_force && self.can(action)
    }

    /// Whether the page on the screen asks something, or sends what was read: it is answered by nobody who
    /// meant what stood there before.
    #[must_use]
    pub fn wants_an_answer(&self) -> bool {
        self.top().is_some_and(|top| {
            let page = top.page();
            page.question.is_some() || matches!(page.moves, Moves::Reading { .. })
        })
    }
}
