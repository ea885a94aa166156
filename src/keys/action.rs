//! What a key can do.

use serde::Deserialize;

/// Declares the actions together with the list of all of them, so that neither can miss one.
macro_rules! actions {
    ($($(#[doc = $words:literal])* $name:ident,)*) => {
        /// Something a person can do. The names in the key table are these, in kebab case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Action {
            $($(#[doc = $words])* $name,)*
        }

        impl Action {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

actions! {
    /// One image down.
    ListDown,
    /// One image up.
    ListUp,
    /// To the first image.
    ListFirst,
    /// To the last image.
    ListLast,
    /// One page down.
    ListPageDown,
    /// One page up.
    ListPageUp,
    /// Half a page down.
    ListHalfDown,
    /// Half a page up.
    ListHalfUp,
    /// From the list to the detail.
    OpenDetail,
    /// Begin to type a filter.
    Filter,
    /// Show all images again.
    ClearFilter,
    /// Sort by the next column.
    SortNext,
    /// Sort the other way round.
    SortReverse,
    /// Scroll the detail down.
    DetailDown,
    /// Scroll the detail up.
    DetailUp,
    /// Scroll the detail one page down.
    DetailPageDown,
    /// Scroll the detail one page up.
    DetailPageUp,
    /// Scroll the detail to its top.
    DetailTop,
    /// Scroll the detail to its bottom.
    DetailBottom,
    /// From the detail to the list.
    BackToList,
    /// Open the form.
    Edit,
    /// Put the image's ARN on the clipboard.
    CopyArn,
    /// Read everything shown again.
    Refresh,
    /// Times in UTC, or local again.
    ToggleUtc,
    /// Take the newest notice away.
    Dismiss,
    /// End typing and keep the filter.
    KeepFilter,
    /// End typing and show all images again.
    DropFilter,
    /// To the next field.
    NextField,
    /// To the field before.
    PreviousField,
    /// Review what would be sent.
    Review,
    /// Put the field back as the image has it, or bring back what was typed.
    PutBack,
    /// Close the form and keep the draft.
    CloseForm,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// One word left.
    TextWordLeft,
    /// One word right.
    TextWordRight,
    /// Delete the word to the left, as far as letters and digits go.
    TextDeleteWordLeft,
    /// Delete back to the blank before.
    TextDeleteToBlank,
    /// Delete the word to the right.
    TextDeleteWordRight,
    /// Delete all to the left.
    TextDeleteToStart,
    /// Delete all to the right.
    TextDeleteToEnd,
    /// Undo the last typing.
    TextUndo,
    /// Redo it.
    TextRedo,
    /// Send the request under review.
    Send,
    /// From the review to the form.
    BackToForm,
    /// Put the AWS CLI command on the clipboard.
    CopyCommand,
    /// Send as soon as the image has settled, or call that off.
    SendWhenSettled,
    /// Send although it can't be noted, after a question.
    SendUnnoted,
    /// Scroll the review down.
    ReviewDown,
    /// Scroll the review up.
    ReviewUp,
    /// Scroll the review one page down.
    ReviewPageDown,
    /// Scroll the review one page up.
    ReviewPageUp,
    /// To the next clash.
    NextClash,
    /// To the clash before.
    PreviousClash,
    /// Mine, for this field.
    TakeMine,
    /// Theirs, for this field.
    TakeTheirs,
    /// Write something that serves both.
    EditClash,
    /// Every clash is decided: to the review.
    Decided,
    /// From the clashes to the form.
    CloseConflict,
    /// Undo the last change of the image.
    Undo,
    /// Show the journal.
    History,
    /// One entry down.
    HistoryDown,
    /// One entry up.
    HistoryUp,
    /// Scroll the entry down.
    HistoryPageDown,
    /// Scroll the entry up.
    HistoryPageUp,
    /// Scroll the draft down.
    DraftsPageDown,
    /// Scroll the draft up.
    DraftsPageUp,
    /// The journal of all images, or of one again.
    HistoryWiden,
    /// Undo the entry.
    HistoryUndo,
    /// Close the journal.
    CloseHistory,
    /// List the drafts.
    Drafts,
    /// One draft down.
    DraftsDown,
    /// One draft up.
    DraftsUp,
    /// Open the draft.
    OpenDraft,
    /// Throw the draft away, after a question.
    DiscardDraft,
    /// Close the list of drafts.
    CloseDrafts,
    /// Show the session's errors.
    Errors,
    /// Scroll the errors down.
    ErrorsDown,
    /// Scroll the errors up.
    ErrorsUp,
    /// Show what a process that gives keys wrote on its standard error, or hide it.
    ToggleProcessOutput,
    /// Close the errors.
    CloseErrors,
    /// Put the text of the field on the clipboard.
    CopyField,
    /// Scroll the help down.
    HelpDown,
    /// Scroll the help up.
    HelpUp,
    /// Scroll the help one page down.
    HelpPageDown,
    /// Scroll the help one page up.
    HelpPageUp,
    /// Close the help.
    CloseHelp,
    /// Yes to a question.
    AnswerYes,
    /// No to a question.
    AnswerNo,
    /// Pick a profile.
    PickProfile,
    /// Pick a region.
    PickRegion,
    /// One row down in the picker.
    PickerDown,
    /// One row up in the picker.
    PickerUp,
    /// One page down in the picker.
    PickerPageDown,
    /// One page up in the picker.
    PickerPageUp,
    /// Go to what is under the cursor.
    PickerChoose,
    /// Close the picker.
    ClosePicker,
    /// Log in.
    LogIn,
    /// Send the code.
    SendCode,
    /// Close the prompt for the code.
    CloseCode,
    /// Run the command that logs in.
    RunLogIn,
    /// Somebody has logged in elsewhere: go on.
    LoggedIn,
    /// Take the browser for one on another machine, or for one on this machine again.
    OtherBrowser,
    /// Put that command on the clipboard.
    CopyLogIn,
    /// Close the page of the log-in.
    CloseLogIn,
    /// Stop looking for keys.
    StopTrying,
    /// Begin the demo.
    TryDemo,
    /// Show all keys.
    Help,
    /// Draw the screen anew.
    Redraw,
    /// Suspend the program.
    Suspend,
    /// Quit.
    Quit,
    /// Quit; the second time without asking.
    QuitNow,
}

/// How a bound key changes text that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEdit {
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
    /// Undo.
    Undo,
    /// Redo.
    Redo,
}

impl Action {
    /// What the action does to text that is typed, if that is what it is for.
    #[must_use]
    pub fn text_edit(self) -> Option<TextEdit> {
        Some(match self {
            Self::TextStart => TextEdit::Start,
            Self::TextEnd => TextEdit::End,
            Self::TextWordLeft => TextEdit::WordLeft,
            Self::TextWordRight => TextEdit::WordRight,
            Self::TextDeleteWordLeft => TextEdit::DeleteWordLeft,
            Self::TextDeleteToBlank => TextEdit::DeleteToBlank,
            Self::TextDeleteWordRight => TextEdit::DeleteWordRight,
            Self::TextDeleteToStart => TextEdit::DeleteToStart,
            Self::TextDeleteToEnd => TextEdit::DeleteToEnd,
            Self::TextUndo => TextEdit::Undo,
            Self::TextRedo => TextEdit::Redo,
            _ => return None,
        })
    }
}
