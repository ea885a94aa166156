//! Why something that was to be sent was not.

use crate::domain::{Failure, ImageStatus, Text};
use crate::edit::Difference;

/// Why something that was to be sent was not, or was refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The check or the service said no.
    Failure(Failure),
    /// The service does not take an alias from the version that holds it.
    AliasHeld(Failure),
    /// Another hand has changed the subject since the edit began, in these fields.
    Conflict(Vec<Difference>),
    /// The subject is being changed, the service would refuse.
    Changing(ImageStatus),
    /// An earlier write to the subject is not settled yet.
    Busy,
    /// What would be sent, or where to, is no longer what was on the screen.
    Moved,
    /// The journal can't be written, which a sentence says.
    NotNoted(String),
    /// The credentials may have changed, and it is not known yet whose account they are of.
    Doubt,
    /// What goes by that name, by its ARN, is in another account or region than what the edit began
    /// from.
    Another(Text),
}
