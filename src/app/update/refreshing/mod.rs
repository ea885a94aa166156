//! Reading again by itself what is shown, while somebody is there to look.
//!
//! Nothing of it asks for keys, opens a page, or takes the foot of the screen, and what is read for somebody
//! comes first and counts more.

pub(super) mod ending;
pub(super) mod image;
pub(super) mod list;
pub(super) mod marking;
pub(super) mod pacing;
pub(super) mod presence;
