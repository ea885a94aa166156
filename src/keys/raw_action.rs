//! What a bound key does to the answer of the service as it is shown.

use super::named::named;

named! {
    /// What a bound key does to the answer of the service as it is shown.
    RawAction {
        /// As YAML, or as JSON again.
        Format,
        /// The answer about the next of image, version, user of the image and its app image config.
        Subject,
        /// Wrap long lines, or not.
        Wrap,
        /// Where lines are not wrapped: to the left.
        Left,
        /// Where lines are not wrapped: to the right.
        Right,
        /// Put the answer on the clipboard, as it is shown.
        Copy,
        /// Begin to type what is searched for.
        Search,
        /// To the next match.
        NextMatch,
        /// To the match before.
        PreviousMatch,
        /// Search for nothing any more.
        ClearSearch,
        /// End typing and keep the search.
        KeepSearch,
        /// End typing and search for nothing.
        DropSearch,
    }
}
