//! What is being tried to get keys, told while it is tried.

use tokio::sync::mpsc::UnboundedSender;

use crate::domain::{PlaceId, Text};

/// Tells, for one place, where keys are being looked for. Without a listener it tells nobody.
#[derive(Debug, Clone, Default)]
pub struct KeySteps(Option<(UnboundedSender<KeyStep>, PlaceId)>);

/// One step: which place, and what is being tried there; nothing when the keys are at hand or are
/// not to be had.
pub type KeyStep = (PlaceId, Option<Text>);

impl KeySteps {
    /// Tells `listener` what is tried for `place`.
    #[must_use]
    pub fn to(listener: UnboundedSender<KeyStep>, place: PlaceId) -> Self {
        Self(Some((listener, place)))
    }

    /// Tells that `what` is being tried, in words that go after “Trying”.
    pub(super) fn tell(&self, what: Option<&str>) {
        if let Some((listener, place)) = &self.0 {
            // Nobody listens any more when the program ends.
            let _ = listener.send((*place, what.map(Text::clean)));
        }
    }
}
