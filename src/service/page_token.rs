//! Where a list goes on.

/// A `NextToken`: opaque, up to 8,192 characters, good for the next page only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageToken(pub String);
