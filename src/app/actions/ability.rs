//! What can be done now, and what of it is worth an offer.

use crate::app::{
    App, Form, HistoryRow, LogInStage, Moves, Offer, Overlay, Palette, Pane, RawPage, Shown, Tab, layout,
};
use crate::domain::FailureClass;
use crate::domain::ImageName;
use crate::edit::{PlanEntry, Snapshot, Subject};
use crate::flow::{Flow, Stage, Stop, Write};
use crate::keys::{Action, Motion, RawAction};

impl App {
    /// Whether `action` makes sense now; what does not is neither offered nor done, and leaves its key to
    /// the next row of the table. An action that is not named here can always be done: it is for that
    /// action to say why there is nothing to do, and a write is held back where it is sent.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        if self.is_out_of_scope(action) {
            return false;
        }
        match action {
            Action::Edit => self.current_name().is_some() && !self.lacks_a_version(),
            Action::EditTable => match self.acted_on() {
                Some(Overlay::Form(_)) => self.form().is_some_and(Form::has_table),
                _ => self.current_name().is_some(),
            },
            Action::NextImage
            | Action::PreviousImage
            | Action::OpenDetail
            | Action::EditTags
            | Action::EditAliases
            | Action::MarkImage
            | Action::MarkAndDown
            | Action::MarkAndUp
            | Action::ShowDetails
            | Action::ShowVersions
            | Action::ShowTags
            | Action::ShowRaw
            | Action::NextTab
            | Action::PreviousTab
            | Action::CopyMenu
            | Action::OpenConsole => self.current_name().is_some(),
            Action::ShowUsage => {
                self.current_name().is_some() || self.lacks_images_for_usage() && self.place().usage.is_idle()
            }
            Action::Raw(raw) => self.can_raw(raw),
            Action::ShowUser => {
                self.shows_detail() && self.tab() == Tab::Usage && self.user_in_focus().is_some()
            }
            Action::StopScan => {
                self.tab() == Tab::Usage && self.shows_detail() && self.place().usage.running().is_some()
            }
            Action::PickImage => self.current_name().is_some() || !self.browser().marked.is_empty(),
            Action::MarkVersion => self.current_version().is_some(),
            Action::UnmarkVersion => self.marked_version().is_some(),
            Action::RemoveEntry => self.form().is_some_and(Form::can_remove),
            Action::OpenEditor => self.form().is_some_and(Form::has_text_focus),
            Action::NextChoice | Action::PreviousChoice => {
                self.form().is_some_and(|form| form.options().is_some())
            }
            Action::NextRow => self.leaves_field(true),
            Action::PreviousRow => self.leaves_field(false),
            Action::UnmarkAll => !self.browser().marked.is_empty(),
            Action::MarkAll => !self.browser().list.is_empty(),
            Action::LeaveRest => self.chosen_plan().is_some_and(|plan| self.has_unsent(plan)),
            Action::GoOn => self
                .chosen_plan()
                .is_some_and(|plan| self.has_unsent(plan) && self.flow_of_plan(plan).is_none()),
            Action::CopyChosen => self.open_copy_menu().is_some_and(|menu| !menu.offers.is_empty()),
            Action::Copy(copy) => self.can_copy(copy),
            Action::ClearFilter => !self.browser().list.filter().is_blank(),
            Action::CompleteFilter => {
                !self.shows_first_run()
                    && self.filter_offers().is_some_and(|offers| !offers.values.is_empty())
            }
            Action::Dismiss => self.notices.newest().is_some(),
            Action::SortNext | Action::SortReverse => !self.place().images.is_empty(),
            Action::NarrowList | Action::WidenList => self.is_wide() && !self.place().is_unusable(),
            Action::FitPanes => self.is_wide() && self.list_share.is_some(),
            Action::Send | Action::CopyCommand => self.can_send(),
            Action::SendUnnoted => self.can_send() && self.is_stopped_by_the_journal(),
            Action::OpenDraft | Action::DiscardDraft => self.place().drafts().next().is_some(),
            Action::HistoryUndo => match self.acted_on() {
                Some(Overlay::History(page)) => !self.place().history.rows(page.image.as_ref()).is_empty(),
                _ => false,
            },
            Action::SendWhenSettled => self.can_wait_to_send(),
            Action::PickProfile | Action::PickRegion => self.can_leave(),
            Action::PickTheme => self.can_leave() && !matches!(self.top(), Some(Overlay::Themes(_))),
            Action::LogIn => {
                self.place().wants.is_some()
                    && !matches!(self.acted_on(), Some(Overlay::LogIn(page)) if page.code_is_typed())
            }
            Action::ToggleProcessOutput => self.errors.has_process_output(),
            Action::StopTrying => self.place().trying.is_some(),
            Action::TryDemo => !self.mode.demo && self.place().is_unusable(),
            Action::Commands => self.can_leave() && !matches!(self.top(), Some(Overlay::Palette(_))),
            Action::EarlierCommand => self.palette().is_some_and(|palette| {
                let next = palette.recalled.as_ref().map_or(0, |(_, at)| at + 1);
                (palette.at == 0 || next > 0) && next < self.command_history.lines.len()
            }),
            Action::LaterCommand => self.palette().is_some_and(|palette| palette.recalled.is_some()),
            Action::Help => !matches!(self.acted_on(), Some(Overlay::Help(_))),
            _ => true,
        }
    }

    /// Whether the footer of a frame that shows `shown` offers `action`. A few do no more than say why
    /// there is nothing to do: those work, but are not offered.
    #[must_use]
    pub fn offers(&self, action: Action, shown: &Shown) -> bool {
        let worth_it = match action {
            Action::Edit | Action::EditTable | Action::OpenDraft => !self.is_read_only(),
            // Each beside what it is about.
            Action::EditTags => !self.is_read_only() && self.tab() != Tab::Versions,
            Action::EditAliases => !self.is_read_only() && self.tab() == Tab::Versions,
            Action::Send | Action::SendUnnoted => !self.is_read_only() && self.consents_after(shown),
            Action::SendWhenSettled => self.is_armed() || self.consents_after(shown),
            Action::Move(motion) => self.leads_on(motion, shown),
            Action::Undo => {
                let change = |name: &ImageName| self.place().history.last_change(name).is_some();
                !self.is_read_only() && self.current_name().as_ref().is_some_and(change)
            }
            Action::Drafts => self.place().drafts().next().is_some() || !self.drafts_elsewhere().is_empty(),
            Action::Filter => !self.place().images.is_empty(),
            // The page of a log-in has a key of its own for it.
            Action::LogIn => !matches!(self.top(), Some(Overlay::LogIn(_))),
            Action::PickerChoose => self.is_choosable(),
            Action::RunLogIn => {
                !matches!(self.top(), Some(Overlay::LogIn(page)) if page.stage == LogInStage::NoCli)
            }
            // In pages the footer is for what is theirs.
            Action::Commands => self.top().is_none(),
            Action::Errors => !self.errors.records().is_empty(),
            Action::PickRegion | Action::OpenConsole => !self.mode.demo,
            _ => true,
        };
        worth_it && self.can(action)
    }

    /// Whether a key that goes down leads out of the field that has the focus, or one that goes up: within a
    /// text of several rows it leads to the next of these.
    fn leaves_field(&self, down: bool) -> bool {
        let Some(form) = self.form() else { return false };
        let width = layout::typed_width(self);
        let is_at_edge = form.input(&form.focus).is_none_or(|input| input.is_at_edge(down, width));
        is_at_edge || form.options().is_some()
    }

    /// Whether a motion is worth an offer: to read what has to be seen, where that is.
    fn leads_on(&self, motion: Motion, shown: &Shown) -> bool {
        let is_reading = self.top().is_some_and(|top| matches!(top.page().moves, Moves::Reading { .. }));
        let (is_above, is_below) = self.left_to_read(shown);
        match motion {
            Motion::Up => !is_reading || is_above,
            Motion::Down => !is_reading || is_below,
            Motion::PageDown
            | Motion::PageUp
            | Motion::HalfDown
            | Motion::HalfUp
            | Motion::First
            | Motion::Last => true,
        }
    }

    /// The same of what is done to the answer as it is shown.
    fn can_raw(&self, action: RawAction) -> bool {
        let tab = &self.browser().raw;
        match action {
            RawAction::Format | RawAction::Wrap | RawAction::Copy | RawAction::Search => tab.page.is_some(),
            RawAction::Subject => self.current_name().is_some(),
            RawAction::Left => tab.column > 0,
            RawAction::Right => self.can_go_right(),
            RawAction::NextMatch | RawAction::PreviousMatch => {
                tab.page.as_ref().is_some_and(|page| !page.found().is_empty())
            }
            RawAction::ClearSearch => !tab.wanted.is_empty(),
            RawAction::KeepSearch | RawAction::DropSearch => true,
        }
    }

    /// The palette, where it has the keys.
    #[must_use]
    pub fn palette(&self) -> Option<&Palette> {
        match self.top() {
            Some(Overlay::Palette(palette)) => Some(palette),
            _ => None,
        }
    }

    /// Whether lines of the answer go on behind the edge.
    fn can_go_right(&self) -> bool {
        let tab = &self.browser().raw;
        let widest = tab.page.as_ref().map_or(0, RawPage::widest);
        tab.is_cut && tab.column + layout::raw_width(self) < widest
    }

    /// Whether the keys are among versions of which there is none.
    fn lacks_a_version(&self) -> bool {
        let is_there = self.browser().pane == Pane::Detail && self.tab() == Tab::Versions;
        is_there && self.current_version().is_none()
    }

    /// What is under the cursor of the history.
    #[must_use]
    pub fn chosen_row(&self) -> Option<HistoryRow<'_>> {
        let Some(Overlay::History(page)) = self.acted_on() else { return None };
        self.place().history.rows(page.image.as_ref()).get(page.at).copied()
    }

    /// The change of several that it is, or is part of.
    #[must_use]
    pub fn chosen_plan(&self) -> Option<&PlanEntry> {
        match self.chosen_row()? {
            HistoryRow::Plan(plan) => Some(plan),
            HistoryRow::Step(entry) => self.place().history.plan_of(entry),
        }
    }

    /// The flow that sends a plan, while it is on its way.
    #[must_use]
    pub fn flow_of_plan(&self, plan: &PlanEntry) -> Option<&Flow> {
        self.place().flows.values().find(|flow| flow.plan.as_ref() == Some(&plan.id))
    }

    /// Whether the change under the cursor of the history is being sent.
    pub(in crate::app) fn is_plan_on_its_way(&self) -> bool {
        self.chosen_plan().is_some_and(|plan| self.flow_of_plan(plan).is_some())
    }

    fn has_unsent(&self, plan: &PlanEntry) -> bool {
        !plan.is_left && !self.place().history.unsent(plan).is_empty()
    }

    /// Whether another place can be gone to from here: a question wants an answer first.
    fn can_leave(&self) -> bool {
        !self.acted_on().is_some_and(Overlay::is_question)
    }

    /// Whether what is under the cursor of the picker can be gone to.
    fn is_choosable(&self) -> bool {
        let Some(Overlay::Picker(picker)) = self.top() else { return false };
        match picker.offers(self).get(picker.at) {
            Some(Offer::Profile(profile)) => profile.trouble.is_none(),
            offer => offer.is_some(),
        }
    }

    /// Whether the review on the screen waits to be sent by itself.
    fn is_armed(&self) -> bool {
        matches!(self.acted_on(), Some(Overlay::Review(review)) if review.armed.is_some())
    }

    fn is_stopped_by_the_journal(&self) -> bool {
        let stop = match self.acted_on() {
            Some(Overlay::Review(review)) => review.stop.as_ref(),
            _ => None,
        };
        matches!(stop, Some(Stop::NotNoted(_)))
    }

    /// Whether the review on the screen stands for something that has not gone out.
    fn can_send(&self) -> bool {
        let Some(Overlay::Review(review)) = self.acted_on() else { return false };
        let form = self.place().forms.get(&review.subject);
        form.is_some_and(Form::changes_something) && !self.is_going_out(&review.subject)
    }

    /// Whether something of a subject is about to go out, or has not been answered.
    fn is_going_out(&self, subject: &Subject) -> bool {
        let is_before_its_answer = |write: &Write| match write.stage {
            Stage::Checking | Stage::Noting | Stage::Sending => true,
            Stage::Settling | Stage::Unknown(_) => false,
        };
        let of_form = self.place().flow_of(subject).is_some_and(|(_, flow)| {
            flow.awaits_its_plan() || flow.has_to_go_on() || flow.all_out().any(is_before_its_answer)
        });
        of_form || self.place().write(subject).is_some_and(is_before_its_answer)
    }

    /// Whether the review on the screen can wait until nothing is in its way: its subject is being
    /// changed.
    #[must_use]
    pub fn can_wait_to_send(&self) -> bool {
        let Some(Overlay::Review(review)) = self.acted_on() else { return false };
        let form = self.place().forms.get(&review.subject);
        let base = form.and_then(|form| form.base.value());
        let is_in_the_way = base.and_then(Snapshot::changing).is_some()
            || match &review.stop {
                Some(Stop::Changing(_) | Stop::Busy) => true,
                Some(Stop::Failure(failure)) => {
                    matches!(failure.class, FailureClass::InUse | FailureClass::Throttled)
                }
                Some(
                    Stop::AliasHeld(_)
                    | Stop::Conflict(_)
                    | Stop::Moved
                    | Stop::NotNoted(_)
                    | Stop::Doubt
                    | Stop::Another(_),
                )
                | None => false,
            };
        review.armed.is_some() || (is_in_the_way && !review.sends)
    }
}
