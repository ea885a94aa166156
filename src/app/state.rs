//! All that the program knows.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::{
    Aim, AwsSetup, CommandHistory, ImageArn, ImageName, ListShare, Location, Mark, Mode, Recent, Sorts, Text,
};
use crate::keys::{Chord, Keymap, Scope};

use super::tour::Tour;

use super::{
    Alerts, Appearance, Attention, Browser, Errors, Filter, Form, Lookups, Notes, Notices, Offers, Overlay,
    Pace, Place, PlaceId, Pointer, Reach, Remote, ShellPick, Shown, Size, Tickets,
};

/// The whole state.
#[derive(Debug)]
pub struct App {
    /// The places that are known; the screen shows one of them.
    pub(super) places: Vec<Place>,
    /// How the person looks at each of them, in the same order.
    pub(super) browsers: Vec<Browser>,
    pub(super) here: PlaceId,
    pub(super) tickets: Tickets,
    /// The keys in force.
    pub keymap: Arc<Keymap>,
    /// The keys of a sequence that is begun, as they were pressed.
    pub(super) begun: Vec<Chord>,
    /// How the program was asked to behave.
    pub mode: Mode,
    /// How images are picked for a shell, where the program was begun for that.
    pub(super) shell_pick: Option<ShellPick>,
    /// How fast it acts by itself.
    pub pace: Pace,
    /// The terminal's size.
    pub size: Size,
    /// What the screen looks like.
    pub appearance: Appearance,
    /// The time as of this batch of messages.
    pub now: Timestamp,
    /// Whether times are shown in UTC.
    pub utc: bool,
    /// The zone of this machine, in which they are shown else.
    pub zone: TimeZone,
    /// Environment and shared files, as they were when they were last looked at.
    pub aws_setup: Remote<AwsSetup>,
    /// How profiles are marked, by their names.
    pub marks: BTreeMap<String, Mark>,
    /// Whether it was looked whether those profiles are there.
    pub(super) marks_judged: bool,
    /// Where the person has been lately.
    pub recent: Recent,
    /// How much of a wide screen the person gave to the list; nothing where it goes by need.
    pub(super) list_share: Option<ListShare>,
    /// The orders that were chosen for lists.
    pub sorts: Sorts,
    /// The commands that were run by name.
    pub command_history: CommandHistory,
    /// When one was run last in this session.
    pub(super) command_ran_at: Option<Timestamp>,
    /// What the config file is called.
    pub config_file: String,
    /// Reports at the foot of the screen.
    pub notices: Notices,
    /// Why nothing can be changed, if so.
    pub(super) why_read_only: String,
    /// The failures of this session.
    pub errors: Errors,
    /// The name of this run of the program; no other has it, now or ever.
    pub session: String,
    /// What of the person's desk can be reached.
    pub reach: Reach,
    /// How many writes this session noted.
    pub(super) noted: u64,
    /// How many flows were begun with.
    pub(super) flows_begun: u64,
    /// What is to be looked up of earlier sessions.
    pub(super) lookups: Lookups,
    /// What of that is not known to be safe.
    pub notes: Notes,
    /// How often a page had to be seen, or seen anew.
    pub(super) viewings: u64,
    /// Whether what was typed is about to be kept on disk.
    pub(super) keeping: bool,
    /// The place where the rest of the images is about to be put to the filter, or in order.
    pub(super) sifting: Option<PlaceId>,
    /// How often in a row the service throttled a read that nobody had asked for: the next comes later.
    pub(super) throttled: u32,
    /// Whether somebody is there to look, for what is read by itself.
    pub(super) attention: Attention,
    /// The mouse, and what is done with it.
    pub pointer: Pointer,
    /// What has settled while nobody looks, until it is told.
    pub(super) alerts: Alerts,
    /// The tour of the demo, while it is under way.
    pub(super) tour: Option<Tour>,
    /// What the last frame showed.
    pub(super) shown: Shown,
    /// The image that is to be opened as soon as the program begins.
    pub(super) wanted: Option<ImageName>,
    /// The image whose ARN was given, until it is known where we are.
    pub sought: Option<ImageArn>,
}

impl App {
    /// A program that has just begun, at one place, of which only what was asked for is known: `aim`
    /// on the command line, and `location` in the environment too.
    #[must_use]
    pub fn new(
        aim: Aim,
        location: Location,
        mode: Mode,
        wanted: Option<ImageName>,
        size: Size,
        now: Timestamp,
    ) -> Self {
        Self {
            places: vec![Place::new(aim, location)],
            browsers: vec![Browser::default()],
            here: PlaceId(0),
            tickets: Tickets::default(),
            keymap: Arc::new(Keymap::builtin().without(Scope::ShellPick)),
            begun: Vec::new(),
            mode,
            shell_pick: None,
            pace: Pace::default(),
            size,
            appearance: Appearance::default(),
            now,
            utc: false,
            zone: TimeZone::UTC,
            aws_setup: Remote::Idle,
            marks: BTreeMap::new(),
            marks_judged: false,
            recent: Recent::default(),
            list_share: None,
            sorts: Sorts::default(),
            command_history: CommandHistory::default(),
            command_ran_at: None,
            config_file: "config.toml".into(),
            notices: Notices::default(),
            errors: Errors::default(),
            why_read_only: "Started with --read-only.".into(),
            session: String::new(),
            reach: Reach::default(),
            noted: 0,
            flows_begun: 0,
            lookups: Lookups::default(),
            notes: Notes::default(),
            viewings: 0,
            keeping: false,
            sifting: None,
            throttled: 0,
            attention: Attention::default(),
            pointer: Pointer::default(),
            alerts: Alerts::default(),
            tour: None,
            shown: Shown::default(),
            wanted,
            sought: None,
        }
    }

    /// The tour of the demo, while it is under way.
    #[must_use]
    pub fn tour(&self) -> Option<&Tour> {
        self.tour.as_ref()
    }

    /// The place on the screen.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.places[self.here.0]
    }

    /// Which place is on the screen.
    #[must_use]
    pub fn here(&self) -> PlaceId {
        self.here
    }

    /// How the profile of a place is marked, if it is.
    #[must_use]
    pub fn mark_of(&self, place: &Place) -> Option<&Mark> {
        let profile = place.location.profile.as_ref().or(place.aim.profile.as_ref());
        self.marks.get(profile.map_or("default", Text::as_str))
    }

    /// Whether nothing may be changed at the place on the screen.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.is_read_only_at(self.place())
    }

    pub(super) fn is_read_only_at(&self, place: &Place) -> bool {
        self.mode.read_only || self.mark_of(place).is_some_and(|mark| mark.read_only)
    }

    /// Whether nothing may be sent from a place, because the account was known, and it is not known
    /// whether it still is that one.
    #[must_use]
    pub fn is_in_doubt(&self, place: PlaceId) -> bool {
        let place = &self.places[place.0];
        let is_known = matches!(place.account, Remote::Ready(_)) && !place.doubtful;
        place.account.value().is_some() && !is_known
    }

    /// The places besides the one on the screen where something typed was not sent, and how much.
    #[must_use]
    pub fn drafts_elsewhere(&self) -> Vec<(String, usize)> {
        let others = self.places.iter().enumerate().filter(|(id, _)| *id != self.here.0);
        let counted = others.map(|(_, place)| (place.label(), place.drafts().count()));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// All places, for questions about leaving.
    pub fn places(&self) -> impl Iterator<Item = &Place> + '_ {
        self.places.iter()
    }

    /// The place on the screen, for tests to furnish.
    #[cfg(test)]
    pub(crate) fn place_for_tests(&mut self) -> &mut Place {
        self.place_mut()
    }

    pub(super) fn place_mut(&mut self) -> &mut Place {
        &mut self.places[self.here.0]
    }

    /// How the person looks at the place on the screen.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browsers[self.here.0]
    }

    pub(super) fn browser_mut(&mut self) -> &mut Browser {
        &mut self.browsers[self.here.0]
    }

    /// The place on the screen and how the person looks at it.
    pub(super) fn place_and_browser(&mut self) -> (&Place, &mut Browser) {
        let here = self.here.0;
        (&self.places[here], &mut self.browsers[here])
    }

    /// Takes away what was said of the filter.
    pub(super) fn forget_said_of_filter(&mut self) {
        if let Some(said) = self.browser_mut().said_of_filter.take() {
            self.notices.remove(said);
        }
    }

    /// Puts another filter in force. What was said of the one before is not true any more, and an image whose
    /// ARN it was is not looked for.
    pub(super) fn set_filter(&mut self, filter: Filter) {
        self.forget_said_of_filter();
        let before = self.browser().list.filter().arn();
        self.sought.take_if(|sought| before.as_ref() == Some(sought));
        let now = self.now;
        let (place, browser) = self.place_and_browser();
        browser.list.set_filter(&place.images, &place.facts(now), filter);
    }

    /// The same for tests to furnish, the list being of what they did to the images.
    #[cfg(test)]
    pub(crate) fn browser_for_tests(&mut self) -> (&Place, &mut Browser) {
        self.follow_images();
        self.place_and_browser()
    }

    /// Lays a page over what is on the screen.
    pub(super) fn open(&mut self, page: Overlay) {
        self.place_mut().overlays.push(page);
    }

    /// Adds a place that nobody has been at yet.
    pub(super) fn add_place(&mut self, place: Place, browser: Browser) -> PlaceId {
        self.places.push(place);
        self.browsers.push(browser);
        PlaceId(self.places.len() - 1)
    }

    /// Lists show the images as they are known by now.
    pub(super) fn follow_images(&mut self) {
        for (place, browser) in self.places.iter().zip(&mut self.browsers) {
            browser.list.follow(&place.images, &place.facts(self.now));
            browser.marked.follow(&place.images);
        }
    }

    /// Whether it is said that something of the image on the screen is being loaded.
    #[must_use]
    pub fn says_loading(&self) -> bool {
        !self.browser().only_just_asked
    }

    /// The zone in which times are shown now.
    #[must_use]
    pub fn shown_zone(&self) -> TimeZone {
        if self.utc { TimeZone::UTC } else { self.zone.clone() }
    }

    /// What may be typed in the filter where the caret stands, while one is typed.
    #[must_use]
    pub fn filter_offers(&self) -> Option<Offers> {
        let typing = self.browser().typing.as_ref()?;
        Some(Offers::at(typing.text(), typing.caret()))
    }

    /// Whether there is nothing to look at, and it is said what can be done about that.
    #[must_use]
    pub fn shows_first_run(&self) -> bool {
        // A filter that is typed wants its line; that of a picker is always typed.
        self.place().is_unusable() && (self.browser().typing.is_none() || self.shell_pick.is_some())
    }

    /// Whether list and detail stand side by side.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.size.is_wide()
    }

    /// The form on the screen, if it or its review is.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.place().overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Form(subject) => self.place().forms.get(subject),
            _ => None,
        })
    }
}
