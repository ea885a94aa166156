//! What names things of a domain of Studio.

use crate::domain::{DomainId, Text};

/// The domain and the name in it; nothing where one of them is missing.
pub(super) fn place(domain: Option<String>, name: Option<String>) -> Option<(DomainId, Text)> {
    let domain = domain.filter(|id| !id.is_empty())?;
    let name = name.filter(|name| !name.is_empty())?;
    Some((DomainId::received(&domain), name.into()))
}
