//! What an operation is given.

use serde_json::Value;

use crate::emulator::store::StudioKind;

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

    /// The path of the one of a kind that the request names.
    pub(in crate::emulator) fn path_of(&self, kind: StudioKind) -> String {
        let domain = self.text("DomainId");
        match kind {
            StudioKind::Domain => domain.to_owned(),
            StudioKind::UserProfile => [domain, self.text("UserProfileName")].join("/"),
            StudioKind::Space => [domain, self.text("SpaceName")].join("/"),
            StudioKind::App => {
                let owners = [self.text("UserProfileName"), self.text("SpaceName")];
                [domain, &owners.concat(), self.text("AppType"), self.text("AppName")].join("/")
            }
            StudioKind::AppImageConfig => self.text("AppImageConfigName").to_owned(),
        }
    }
}
