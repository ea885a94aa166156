//! How a bound key changes text that is typed.

use super::named::named;

named! {
    /// How a bound key changes text that is typed.
    TextEdit {
        /// Cursor to the start.
        Start,
        /// Cursor to the end.
        End,
        /// Cursor one word left.
        WordLeft,
        /// Cursor one word right.
        WordRight,
        /// Delete the word to the left, as far as letters and digits go.
        DeleteWordLeft,
        /// Delete back to the blank before.
        DeleteToBlank,
        /// Delete the word to the right.
        DeleteWordRight,
        /// Delete all to the left.
        DeleteToStart,
        /// Delete all to the right.
        DeleteToEnd,
        /// Undo the last typing.
        Undo,
        /// Redo it.
        Redo,
    }
}
