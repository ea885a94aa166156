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
        /// Select the character to the left, or let go of it.
        SelectLeft,
        /// The one to the right.
        SelectRight,
        /// Select up to the row above.
        SelectUp,
        /// Down to the row below.
        SelectDown,
        /// Select back to the start.
        SelectStart,
        /// On to the end.
        SelectEnd,
        /// Select the word to the left.
        SelectWordLeft,
        /// The one to the right.
        SelectWordRight,
        /// Select all.
        SelectAll,
        /// Nothing is selected any more.
        Unselect,
        /// Put what is selected on the clipboard.
        Copy,
        /// The same, and delete it.
        Cut,
        /// Undo the last typing.
        Undo,
        /// Redo it.
        Redo,
    }
}
