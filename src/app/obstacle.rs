//! Why something can't be done now, in a sentence.

use crate::domain::ImageName;
use crate::keys::{Action, RawAction};

use super::{App, Command, Size};

/// Why, where only the profile is read-only.
const BY_MARK: &str = "The config file says read_only for this profile.";

impl App {
    /// Why `action` can't be done by its name now; nothing where it can. What can be done, but would only say
    /// that there is nothing to do, has one too. What sends a change is never done by its name.
    #[must_use]
    pub fn obstacle(&self, action: Action) -> Option<String> {
        if sends(action) {
            let key = self.keymap.first_key(action);
            return Some(format!("That sends a change: only {key} does it, where all of it has been read."));
        }
        if !self.can(action) {
            return Some(self.lack(action));
        }
        match action {
            Action::Edit
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
                (!is_there).then(|| "sagescope has changed nothing of this image yet.".into())
            }
            Action::OpenConsole if self.mode.demo => Some("The images of the demo are in no console.".into()),
            Action::PickRegion if self.mode.demo => Some(self.one_region_words()),
            Action::Drafts => {
                let is_none = self.place().drafts().next().is_none() && self.drafts_elsewhere().is_empty();
                is_none.then(|| "There are no drafts.".into())
            }
            Action::Errors => {
                self.errors.records().is_empty().then(|| "There were no errors in this session.".into())
            }
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
                Some("Close this page first: that is about the list below it.".into())
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
        format!("Read-only: images can be looked at, not changed. {why}")
    }

    /// Why there is no region to pick in the demo.
    #[must_use]
    pub fn one_region_words(&self) -> String {
        let key = self.keymap.first_key(Action::PickProfile);
        format!("Each account of the demo is in one region; {key} goes to another account.")
    }

    /// What is missing for an action that can't be done.
    fn lack(&self, action: Action) -> String {
        let words = match action {
            Action::Edit if self.current_name().is_some() => "There is no version to edit.",
            Action::NarrowList | Action::WidenList | Action::FitPanes if !self.is_wide() => {
                return format!("List and detail stand side by side only from {} columns on.", Size::WIDE);
            }
            Action::Edit
            | Action::EditTags
            | Action::EditAliases
            | Action::NextImage
            | Action::PreviousImage
            | Action::OpenDetail
            | Action::MarkImage
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
            Action::ShowUser => "No user of the image is in focus; its usage tab lists them.",
            Action::StopScan => "Nothing is being looked up.",
            Action::MarkVersion => "No version is in focus.",
            Action::UnmarkVersion => "No version is marked.",
            Action::RemoveEntry => "There is nothing here that can be taken away.",
            Action::GoOn if self.is_plan_on_its_way() => "It is on its way already.",
            Action::LeaveRest | Action::GoOn => "Nothing of this change was left unsent.",
            Action::CopyTable => "No images are marked.",
            Action::CopyChosen
            | Action::CopyName
            | Action::CopyArn
            | Action::CopyDisplayName
            | Action::CopyRole
            | Action::CopyFailure
            | Action::CopyContainerImage
            | Action::CopyJson
            | Action::CopyYaml
            | Action::CopyDescribe
            | Action::CopyTerraform
            | Action::CopyCloudFormation
            | Action::CopyAddress => "That is not known, or not set, of what is selected.",
            Action::ClearFilter => "There is no filter to clear.",
            Action::CompleteFilter => "There is nothing to complete.",
            Action::Dismiss => "There is no message to dismiss.",
            Action::FitPanes => "They are already as wide as what they hold needs.",
            Action::CopyCommand => "There is nothing to send.",
            Action::OpenDraft | Action::DiscardDraft => "There are no drafts here.",
            Action::HistoryUndo => "There is no change to undo.",
            Action::LogIn => "No log-in is needed here.",
            Action::ToggleProcessOutput => "No process wrote anything.",
            Action::StopTrying => "No credentials are being looked for.",
            Action::TryDemo if self.mode.demo => "This is the demo.",
            Action::TryDemo => "That is offered where there are no credentials.",
            Action::Help => "The help is open.",
            Action::PickProfile | Action::PickRegion => "Answer the question first.",
            _ => NOTHING_TO_DO,
        };
        words.into()
    }

    /// Why no image is selected.
    fn no_image(&self) -> String {
        let (place, browser) = (self.place(), self.browser());
        match () {
            () if place.wants.is_some() => {
                format!("You need to log in: {} does that.", self.keymap.first_key(Action::LogIn))
            }
            () if place.is_unusable() => {
                "There is nothing to look at without credentials and a region.".into()
            }
            () if place.images.is_empty() && place.images.load.is_loading() => {
                "The images are still being listed.".into()
            }
            () if place.images.is_empty() => "There are no images here.".into(),
            () if !browser.list.filter().is_blank() => "No image matches the filter.".into(),
            () => "No image is selected.".into(),
        }
    }
}

/// For actions of which it was not thought that they can't be done.
const NOTHING_TO_DO: &str = "There is nothing here to do that to.";

/// Whether it may send a change at once.
fn sends(action: Action) -> bool {
    matches!(action, Action::Send | Action::SendWhenSettled | Action::SendUnnoted | Action::AnswerYes)
}

fn raw_lack(action: RawAction) -> &'static str {
    match action {
        RawAction::Format | RawAction::Wrap | RawAction::Copy | RawAction::Search => {
            "The answer was not read yet."
        }
        RawAction::Subject => "No image is selected.",
        RawAction::Left => "There is nothing further to the left.",
        RawAction::Right => "No line goes on to the right.",
        RawAction::NextMatch | RawAction::PreviousMatch => "Nothing was found.",
        RawAction::ClearSearch => "There is no search to clear.",
        RawAction::KeepSearch | RawAction::DropSearch => NOTHING_TO_DO,
    }
}
