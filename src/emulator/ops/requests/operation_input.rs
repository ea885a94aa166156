//! What an operation is given.

use serde_json::Value;

use crate::emulator::store::{InStudio, StudioKind};

/// What an operation is given of a request.
#[derive(Clone, Copy, Debug)]
pub(in crate::emulator) struct OperationInput<'request> {
    /// The body; for a form, an object of its fields.
    pub(in crate::emulator) body: &'request Value,
    /// The id of the access key that signed it.
    pub(in crate::emulator) access_key: Option<&'request str>,
    /// Whether an alias can't be taken from the version that holds it.
    pub(in crate::emulator) refuses_moves: bool,
}

impl<'request> OperationInput<'request> {
    /// A member that is a text; empty where it is absent or something else.
    pub(in crate::emulator) fn text(&self, member: &str) -> &'request str {
        self.body[member].as_str().unwrap_or_default()
    }

    /// The one of a kind that the request names.
    pub(in crate::emulator) fn in_studio(&self, kind: StudioKind) -> InStudio<'request> {
        let domain = self.text("DomainId");
        match kind {
            StudioKind::Domain => InStudio::Domain(domain),
            StudioKind::UserProfile => InStudio::UserProfile(domain, self.text("UserProfileName")),
            StudioKind::Space => InStudio::Space(domain, self.text("SpaceName")),
            StudioKind::App => {
                // A request that names both is refused; until then it is about one app, too.
                let owners = [self.text("SpaceName"), self.text("UserProfileName")];
                let owner = owners.into_iter().find(|owner| !owner.is_empty()).unwrap_or_default();
                InStudio::App(domain, owner, self.text("AppType"), self.text("AppName"))
            }
            StudioKind::AppImageConfig => InStudio::AppImageConfig(self.text("AppImageConfigName")),
        }
    }
}
