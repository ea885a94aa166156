//! Looking up where images are used, over all domains, user profiles, spaces and apps of a place.
//!
//! A pure state machine, as an edit on its way is. It is told what happened as an [`Event`] and says what
//! is to be done as [`Ask`]s; it knows no screen and no service. One scan serves all images of a place.
//!
//! ```text
//! ListDomains ──────► DescribeDomain each ──────────┐
//! ListUserProfiles ─► DescribeUserProfile each ─────┤
//! ListSpaces ───────► DescribeSpace each ───────────┼─► findings, and what could not be read
//! ListApps ─────────► DescribeApp, of failed ones ──┘
//! ```
//!
//! The lists come first, so that it is soon known how much there is to read.

mod ask;
mod chain;
mod end;
mod event;
mod failing;
mod findings;
mod lanes;
mod question;
mod scan_state;
mod state_machine;
mod taking;
mod tally;
#[cfg(test)]
mod tests;
mod trouble;
mod user;

pub use ask::Ask;
pub use end::End;
pub use event::Event;
pub use findings::{DomainFacts, Findings};
pub use lanes::Lanes;
pub use question::Question;
pub use scan_state::Scan;
pub use tally::{Progress, Tally};
pub use trouble::Trouble;
pub use user::{Role, Use, User, UserKey};
