//! Why keys can't be had.

/// What keeps a profile's keys from being had.
pub(super) struct PlanError {
    /// The profile whose settings are at fault.
    pub at: String,
    /// A sentence that names file and line.
    pub said: String,
}
