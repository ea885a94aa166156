//! What a list of Studio is narrowed to.

use crate::emulator::{
    rules::{studio_rule, text_rule::TextRule},
    store::StudioRecord,
};

/// A member of a request that narrows a list.
pub(super) struct Narrowing {
    /// As it is sent.
    pub(super) sent: &'static str,
    pub(super) rule: TextRule,
    /// The member of a listed thing that it is about.
    of: &'static str,
    /// Whether a part is enough.
    is_part: bool,
}

impl Narrowing {
    /// To what is in one domain.
    pub(super) const DOMAIN: Self =
        Self { sent: "DomainIdEquals", rule: studio_rule::DOMAIN_ID, of: "DomainId", is_part: false };

    /// To what has this name.
    pub(super) const fn name(sent: &'static str, of: &'static str) -> Self {
        Self { sent, rule: studio_rule::STUDIO_NAME, of, is_part: false }
    }

    /// To what has a name with this part.
    pub(super) const fn part_of_name(sent: &'static str, of: &'static str) -> Self {
        Self { is_part: true, ..Self::name(sent, of) }
    }

    /// Whether the list still has this, where it is narrowed to what was sent.
    pub(super) fn takes(&self, record: &StudioRecord, wanted: &str) -> bool {
        let has = record.text(self.of);
        if self.is_part { has.contains(wanted) } else { has == wanted }
    }
}
