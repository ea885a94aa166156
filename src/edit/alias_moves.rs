//! How an alias goes from one version to another.

/// How an alias goes from one version to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum AliasMoves {
    /// It is added to the other; the service takes it away from the one.
    #[default]
    AtOnce,
    /// It is taken away first, then added: the service would refuse the other.
    InTwo,
}
