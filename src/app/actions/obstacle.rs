//! Why something can't be done now, in a sentence.

use crate::app::{App, Command, Size};
use crate::domain::ImageName;
use crate::keys::{Action, CopyAction, RawAction};

/// Why, where only the profile is read-only.
const BY_MARK: &str = "The config file makes this profile read_only.";

impl App {
    /// Why `action` can't be done by its name now; nothing where it can. What can be done, but would only say
    /// that there is nothing to do, has one too. What sends a change is never done by its name.
    #[must_use]
    pub fn obstacle(&self, action: Action) -> Option<String> {
        if sends(action) {
            let key = self.keymap.first_key(action);
            return Some(format!("This sends a change: only {key} does that, once you have read all of it."));
        }
        if !self.can(action) {
            return Some(self.lack(action));
        }
        match action {
            Action::Edit
            | Action::EditTable
            | Action::EditTags
            | Action::EditAliases
            | Action::Undo
            | Action::OpenDraft
            | Action::HistoryUndo
            | Action::GoOn
                if self.is_read_only() =>
            {
                Some(self.read_only_words())
            }
            Action::Undo => {
                let is_changed = |name: &ImageName| self.place().history.last_change(name).is_some();
                let is_there = self.current_name().as_ref().is_some_and(is_changed);
                (!is_there).then(|| "sagescope hasn't changed this image yet.".into())
            }
            Action::OpenConsole if self.mode.demo => Some("Demo images aren't in the AWS console.".into()),
            Action::PickRegion if self.mode.demo => Some(self.one_region_words()),
            Action::Drafts => {
                let is_none = self.place().drafts().next().is_none() && self.drafts_elsewhere().is_empty();
                is_none.then(|| "No drafts.".into())
            }
            Action::Errors => self.errors.records().is_empty().then(|| "No errors in this session.".into()),
            Action::Filter => self.place().images.is_empty().then(|| self.no_image()),
            _ => None,
        }
    }

    /// The same of a command that takes a word.
    #[must_use]
    pub fn obstacle_of(&self, command: Command) -> Option<String> {
        match command {
            Command::Region => self.obstacle(Action::PickRegion),
            Command::Profile => self.obstacle(Action::PickProfile),
            Command::Image | Command::Filter | Command::Sort if self.acted_on().is_some() => {
                Some("Close this page first: that command is for the list.".into())
            }
            Command::Image => self.place().is_unusable().then(|| self.no_image()),
            Command::Filter => self.obstacle(Action::Filter),
            Command::Sort => self.obstacle(Action::SortNext),
        }
    }

    /// Why nothing can be changed here, where that is so.
    #[must_use]
    pub fn read_only_words(&self) -> String {
        let why = if self.mode.read_only { self.why_read_only.as_str() } else { BY_MARK };
        format!("Read-only: images can be viewed, not changed. {why}")
    }

    /// Why there is no region to pick in the demo.
    #[must_use]
    pub fn one_region_words(&self) -> String {
        let key = self.keymap.first_key(Action::PickProfile);
        format!("Each demo account has one region. Press {key} to switch accounts.")
    }

    /// What is missing for an action that can't be done.
    fn lack(&self, action: Action) -> String {
        let words = match action {
            Action::Edit if self.current_name().is_some() => "No version to edit.",
            Action::NarrowList | Action::WidenList | Action::FitPanes if !self.is_wide() => {
                return format!("List and detail are side by side only at {} columns or more.", Size::WIDE);
            }
            Action::Edit
            | Action::EditTable
            | Action::EditTags
            | Action::EditAliases
            | Action::NextImage
            | Action::PreviousImage
            | Action::OpenDetail
            | Action::MarkImage
            | Action::MarkAndDown
            | Action::MarkAndUp
            | Action::PickImage
            | Action::ShowDetails
            | Action::ShowVersions
            | Action::ShowTags
            | Action::ShowRaw
            | Action::ShowUsage
            | Action::NextTab
            | Action::PreviousTab
            | Action::CopyMenu
            | Action::OpenConsole
            | Action::MarkAll
            | Action::SortNext
            | Action::SortReverse
            | Action::NarrowList
            | Action::WidenList => return self.no_image(),
            Action::Raw(raw) => raw_lack(raw),
            Action::ShowUser => "No user is selected. The usage tab lists them.",
            Action::StopScan => "No lookup is running.",
            Action::MarkVersion => "No version is selected.",
            Action::UnmarkVersion => "No version is marked.",
            Action::OpenEditor => "No text is edited here.",
            Action::RemoveEntry => "Nothing to remove here.",
            Action::GoOn if self.is_plan_on_its_way() => "It is already in progress.",
            Action::LeaveRest | Action::GoOn => "Nothing in this change was left unsent.",
            Action::Copy(CopyAction::Table) | Action::UnmarkAll => "No images are marked.",
            Action::CopyChosen | Action::Copy(_) => "That is not set, or not loaded yet.",
            Action::ClearFilter => "No filter to clear.",
            Action::CompleteFilter => "Nothing to complete.",
            Action::Dismiss => "No message to dismiss.",
            Action::FitPanes => "The panes already fit their content.",
            Action::CopyCommand => "Nothing to send.",
            Action::OpenDraft | Action::DiscardDraft => "No drafts here.",
            Action::HistoryUndo => "Nothing to undo.",
            Action::LogIn => "No login needed here.",
            Action::ToggleProcessOutput => "No process output to show.",
            Action::StopTrying => "Not looking for credentials.",
            Action::TryDemo if self.mode.demo => "You are already in the demo.",
            Action::TryDemo => "Only available when there are no credentials.",
            Action::Help => "Help is already open.",
            Action::PickProfile | Action::PickRegion | Action::PickTheme => "Answer the question first.",
            _ => NOTHING_TO_DO,
        };
        words.into()
    }

    /// Why no image is selected.
    fn no_image(&self) -> String {
        let (place, browser) = (self.place(), self.browser());
        match () {
            () if place.wants.is_some() => {
                format!("You need to log in: press {}.", self.keymap.first_key(Action::LogIn))
            }
            () if place.is_unusable() => "Credentials and a region are needed first.".into(),
            () if place.images.is_empty() && place.images.load.is_loading() => "Still loading images.".into(),
            () if place.images.is_empty() => "No images here.".into(),
            () if !browser.list.filter().is_blank() => "No image matches the filter.".into(),
            () => "No image is selected.".into(),
        }
    }
}

/// For actions of which it was not thought that they can't be done.
const NOTHING_TO_DO: &str = "That can't be done here.";

/// Whether it may send a change at once.
fn sends(action: Action) -> bool {
    matches!(action, Action::Send | Action::SendWhenSettled | Action::SendUnnoted | Action::AnswerYes)
}

fn raw_lack(action: RawAction) -> &'static str {
    match action {
        RawAction::Format | RawAction::Wrap | RawAction::Copy | RawAction::Search => {
            "The response isn't loaded yet."
        }
        RawAction::Subject => "No image is selected.",
        RawAction::Left => "Already at the left edge.",
        RawAction::Right => "Already at the right edge.",
        RawAction::NextMatch | RawAction::PreviousMatch => "No matches.",
        RawAction::ClearSearch => "No search to clear.",
        RawAction::KeepSearch | RawAction::DropSearch => NOTHING_TO_DO,
    }
}
