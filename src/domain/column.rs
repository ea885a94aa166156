//! The columns of the list of images.

/// What the list shows of an image, and can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// The image's name. Sorted as it is written.
    #[default]
    Name,
    /// Its display name; images without one are sorted by their name.
    DisplayName,
    /// Its status: what failed first, what is changing next, what is settled last.
    Status,
    /// When it was changed: the latest first.
    Modified,
    /// By how many it is used: the most first, and last those of which nothing is known.
    UsedBy,
    /// When it was made: the newest first.
    Created,
    /// Its description; images without one come last.
    Description,
}

impl Column {
    /// All of them, from left to right, which is the order in which they come round.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::DisplayName,
        Self::Status,
        Self::Modified,
        Self::UsedBy,
        Self::Created,
        Self::Description,
    ];

    /// What a person reads in a sentence.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::DisplayName => "display name",
            Self::Status => "status",
            Self::Modified => "modified",
            Self::UsedBy => "used by",
            Self::Created => "created",
            Self::Description => "description",
        }
    }

    /// What a person reads over the column.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Name => "NAME",
            Self::DisplayName => "DISPLAY NAME",
            Self::Status => "STATUS",
            Self::Modified => "MODIFIED",
            Self::UsedBy => "USED BY",
            Self::Created => "CREATED",
            Self::Description => "DESCRIPTION",
        }
    }

    /// The one that comes round after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Name => Self::DisplayName,
            Self::DisplayName => Self::Status,
            Self::Status => Self::Modified,
            Self::Modified => Self::UsedBy,
            Self::UsedBy => Self::Created,
            Self::Created => Self::Description,
            Self::Description => Self::Name,
        }
    }
}
