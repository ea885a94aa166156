//! What a key can do.

use serde::Deserialize;

use super::named::{is_written, kebab};
use super::{CopyAction, Motion, RawAction, TextEdit};

/// Declares the actions together with the list of all of them, so that neither can miss one.
macro_rules! actions {
    ($($(#[doc = $words:literal])* $name:ident,)*) => {
        /// Something a person can do. The names in the key table are these, in kebab case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(try_from = "String")]
        pub enum Action {
            $($(#[doc = $words])* $name,)*
            /// Move in what has the keys. Its name in the table is that of the motion.
            Move(Motion),
            /// Change text that is typed. Its name in the table begins with `text-`.
            Text(TextEdit),
            /// Look at the answer of the service as it came. Its name in the table begins with `raw-`.
            Raw(RawAction),
            /// Put something on the clipboard. Its name in the table begins with `copy-`.
            Copy(CopyAction),
        }

        /// Those that stand for themselves, each with its name in the code.
        const PLAIN: &[(Action, &str)] = &[$((Action::$name, stringify!($name)),)*];
    };
}

actions! {
    /// Leave what has the keys: back to what was there before, no to a question.
    Close,
    /// From the list to the detail.
    OpenDetail,
    /// Open the first tab of the detail.
    ShowDetails,
    /// Open the tab of the versions.
    ShowVersions,
    /// Open the tab of the tags.
    ShowTags,
    /// Open the tab of the usage.
    ShowUsage,
    /// Open the tab of the answer as it came.
    ShowRaw,
    /// Stop looking up where images are used.
    StopScan,
    /// Show the description of a user of the image, as it came.
    ShowUser,
    /// Open the next tab.
    NextTab,
    /// Open the tab before.
    PreviousTab,
    /// Mark the version, to compare others with it, or take its mark away.
    MarkVersion,
    /// Take the mark off a version.
    UnmarkVersion,
    /// The next image of the list, in the detail.
    NextImage,
    /// The one before.
    PreviousImage,
    /// Mark the image, or take its mark away; one down.
    MarkImage,
    /// Mark all that the filter shows, or take their marks away.
    MarkAll,
    /// Take all marks away.
    UnmarkAll,
    /// Begin to type a filter.
    Filter,
    /// Show all images again.
    ClearFilter,
    /// Sort by the next column.
    SortNext,
    /// Sort the other way round.
    SortReverse,
    /// Move the divider between list and detail to the left.
    NarrowList,
    /// Move it to the right.
    WidenList,
    /// Put it where there is need of it again.
    FitPanes,
    /// Open the form of what is shown.
    Edit,
    /// Edit the images as a table in the person's own editor.
    EditTable,
    /// Open the form of the tags.
    EditTags,
    /// Open the form of the aliases.
    EditAliases,
    /// Open the menu of what can be copied.
    CopyMenu,
    /// Copy what is under the cursor of that menu.
    CopyChosen,
    /// Open the image in the console of AWS.
    OpenConsole,
    /// Read everything shown again.
    Refresh,
    /// Print what is picked, and leave.
    PickImage,
    /// Mark the image to be printed, or not, and go one down.
    MarkAndDown,
    /// The same, and go one up.
    MarkAndUp,
    /// Times in UTC, or local again.
    ToggleUtc,
    /// Take the newest notice away.
    Dismiss,
    /// End typing and keep the filter.
    KeepFilter,
    /// End typing and show all images again.
    DropFilter,
    /// Type the first of what is offered.
    CompleteFilter,
    /// To the next field, of a form or of those that two hands changed.
    NextField,
    /// To the field before.
    PreviousField,
    /// To the row below, where a form has rows.
    NextRow,
    /// To the row above.
    PreviousRow,
    /// The next of what a field can hold.
    NextChoice,
    /// The one before.
    PreviousChoice,
    /// Take an entry away, or not after all.
    RemoveEntry,
    /// Review what would be sent.
    Review,
    /// Put the field back as the image has it, or bring back what was typed.
    PutBack,
    /// Send the request under review.
    Send,
    /// Put the AWS CLI command on the clipboard.
    CopyCommand,
    /// Send as soon as the image has settled, or call that off.
    SendWhenSettled,
    /// Send although it can't be noted, after a question.
    SendUnnoted,
    /// Mine, for this field.
    TakeMine,
    /// Theirs, for this field.
    TakeTheirs,
    /// Write something that serves both.
    EditClash,
    /// Every clash is decided: to the review.
    Decided,
    /// Undo the last change of the image.
    Undo,
    /// Show the journal.
    History,
    /// The journal of all images, or of one again.
    HistoryWiden,
    /// Undo the entry.
    HistoryUndo,
    /// Go on with what of a change of several images was not sent.
    GoOn,
    /// Leave what of a change of several images was not sent.
    LeaveRest,
    /// List the drafts.
    Drafts,
    /// Open the draft.
    OpenDraft,
    /// Throw the draft away, after a question.
    DiscardDraft,
    /// Show the session's errors.
    Errors,
    /// Show what a process that gives keys wrote on its standard error, or hide it.
    ToggleProcessOutput,
    /// Edit the text of the field in the person's own editor.
    OpenEditor,
    /// Put the text of the field on the clipboard.
    CopyField,
    /// Yes to a question.
    AnswerYes,
    /// Pick a profile.
    PickProfile,
    /// Pick a region.
    PickRegion,
    /// Pick a theme.
    PickTheme,
    /// Keep the theme under the cursor.
    ChooseTheme,
    /// Colours for a light background, or for a dark one.
    ToggleBackground,
    /// Go to what is under the cursor.
    PickerChoose,
    /// Log in.
    LogIn,
    /// Send the code.
    SendCode,
    /// Run the command that logs in.
    RunLogIn,
    /// Somebody has logged in elsewhere: go on.
    LoggedIn,
    /// Take the browser for one on another machine, or for one on this machine again.
    OtherBrowser,
    /// Put that command on the clipboard.
    CopyLogIn,
    /// Stop looking for keys.
    StopTrying,
    /// Begin the demo.
    TryDemo,
    /// Find a command by its name.
    Commands,
    /// Run the command under the cursor.
    RunCommand,
    /// Type the rest of it.
    CompleteCommand,
    /// The line that was typed before.
    EarlierCommand,
    /// The one after it again.
    LaterCommand,
    /// Show all keys.
    Help,
    /// Begin to type what is searched for in the help.
    SearchHelp,
    /// End typing and keep that search.
    KeepHelpSearch,
    /// End typing and show all of the help again.
    DropHelpSearch,
    /// Use the mouse, or not any more.
    ToggleMouse,
    /// Have the tour of the demo wait, or go on.
    PauseTour,
    /// End the tour.
    EndTour,
    /// Draw the screen anew.
    Redraw,
    /// Suspend the program.
    Suspend,
    /// Quit.
    Quit,
    /// Quit; the second time without asking.
    QuitNow,
}

impl Action {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let plain = PLAIN.iter().map(|(action, _)| *action);
        let motions = Motion::NAMED.iter().map(|(motion, _)| Self::Move(*motion));
        let edits = TextEdit::NAMED.iter().map(|(edit, _)| Self::Text(*edit));
        let raws = RawAction::NAMED.iter().map(|(raw, _)| Self::Raw(*raw));
        let copies = CopyAction::NAMED.iter().map(|(copy, _)| Self::Copy(*copy));
        plain.chain(motions).chain(edits).chain(raws).chain(copies)
    }
}

impl Action {
    /// Whether it moves about, or changes text that is typed: that is for keys alone, and so is the finding
    /// of a command itself.
    #[must_use]
    pub fn moves(self) -> bool {
        matches!(
            self,
            Self::Move(_)
                | Self::Text(_)
                | Self::NextField
                | Self::PreviousField
                | Self::NextRow
                | Self::PreviousRow
                | Self::NextChoice
                | Self::PreviousChoice
                | Self::Commands
                | Self::RunCommand
                | Self::CompleteCommand
                | Self::EarlierCommand
                | Self::LaterCommand
        )
    }

    /// As it is written in the key table.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Move(motion) => name_of(Motion::NAMED, motion),
            Self::Text(edit) => format!("text-{}", name_of(TextEdit::NAMED, edit)),
            Self::Raw(raw) => format!("raw-{}", name_of(RawAction::NAMED, raw)),
            Self::Copy(copy) => format!("copy-{}", name_of(CopyAction::NAMED, copy)),
            plain => name_of(PLAIN, plain),
        }
    }
}

impl TryFrom<String> for Action {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let plain = find(PLAIN, &name);
        let motion = || find(Motion::NAMED, &name).map(Self::Move);
        let edit = || find(TextEdit::NAMED, name.strip_prefix("text-")?).map(Self::Text);
        let raw = || find(RawAction::NAMED, name.strip_prefix("raw-")?).map(Self::Raw);
        let copy = || find(CopyAction::NAMED, name.strip_prefix("copy-")?).map(Self::Copy);
        let found = plain.or_else(motion).or_else(edit).or_else(raw).or_else(copy);
        found.ok_or_else(|| format!("there is no action {name:?}"))
    }
}

fn find<T: Copy>(named: &[(T, &str)], written: &str) -> Option<T> {
    named.iter().find(|(_, name)| is_written(name, written)).map(|(found, _)| *found)
}

fn name_of<T: Copy + PartialEq>(named: &[(T, &str)], wanted: T) -> String {
    let found = named.iter().find(|(one, _)| *one == wanted);
    found.map(|(_, name)| kebab(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
