//! From which end a list is read.

/// An end of the images of a place, which are listed by name. The two orders are each other's reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListEnd {
    /// The first name.
    Front,
    /// The last name.
    Back,
}

impl ListEnd {
    /// The opposite one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Front => Self::Back,
            Self::Back => Self::Front,
        }
    }
}
