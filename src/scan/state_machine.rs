//! A scan on its way.

use std::collections::{BTreeMap, HashSet, VecDeque};

use crate::domain::{
    Failure, FailureClass, Holder, HolderKind, ImageHome, Space, StudioApp, StudioDomain, StudioStatus,
    UserProfile,
};
use crate::service::{Answer, PageToken};

use super::chain::{Chain, Stage};
use super::{Ask, End, Event, Findings, Lanes, Progress, Question, Role, Tally, Trouble, Use, User, UserKey};

/// A question that the service throttles is asked so often in all.
const ATTEMPTS: u8 = 4;

/// Something that is to be asked, or is on its way, and how often it was asked before.
#[derive(Debug)]
struct Asked<T> {
    what: T,
    before: u8,
}

/// A scan of one account and region. At most four questions are out at once; what can't be read is noted, and
/// the rest goes on; what is gone by the time it is to be read is passed over and counted.
#[derive(Debug)]
pub struct Scan {
    chains: BTreeMap<HolderKind, Chain>,
    /// All that was ever listed: nothing is asked for twice.
    met: HashSet<Holder>,
    waiting: VecDeque<Asked<Holder>>,
    out: Vec<Asked<Question>>,
    lanes: Lanes,
    rests: bool,
    found: Findings,
    tallies: BTreeMap<HolderKind, Tally>,
    /// By what it is about, and whether it is the list.
    troubles: BTreeMap<(HolderKind, bool), Trouble>,
    end: Option<End>,
}

impl Scan {
    /// Begins with one, for the images at `home`.
    #[must_use]
    pub fn begin(home: ImageHome) -> (Self, Vec<Ask>) {
        let mut scan = Self {
            chains: HolderKind::ALL.map(|kind| (kind, Chain::new())).into(),
            met: HashSet::new(),
            waiting: VecDeque::new(),
            out: Vec::new(),
            lanes: Lanes::new(),
            rests: false,
            found: Findings::new(home),
            tallies: HolderKind::ALL.map(|kind| (kind, Tally::default())).into(),
            troubles: BTreeMap::new(),
            end: None,
        };
        let asks = scan.go_on();
        (scan, asks)
    }

    /// What is to be done after an event. An answer to what was not asked, or is not waited for any more,
    /// changes nothing.
    pub fn step(&mut self, event: Event) -> Vec<Ask> {
        let mut asks = Vec::new();
        match event {
            Event::Answered(question, reply) => {
                let Some(at) = self.out.iter().position(|out| out.what == question) else { return asks };
                let asked = self.out.swap_remove(at);
                match reply {
                    Ok(answer) => {
                        self.lanes.widen();
                        self.take(&asked.what, answer);
                    }
                    Err(failure) => asks.extend(self.fail(asked, failure)),
                }
            }
            Event::Rested => self.rests = false,
            Event::Stopped => self.finish(End::Stopped),
        }
        asks.extend(self.go_on());
        asks
    }

    /// What was found so far.
    #[must_use]
    pub fn found(&self) -> &Findings {
        &self.found
    }

    /// How it ended, once it has.
    #[must_use]
    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// Whether it has seen all there is: only then it can be said of an image that nobody uses it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.end == Some(End::Done) && !self.troubles.values().any(Trouble::hides_uses)
    }

    /// How many things of a kind there are, and what became of them.
    #[must_use]
    pub fn tally(&self, kind: HolderKind) -> Tally {
        self.tallies.get(&kind).copied().unwrap_or_default()
    }

    /// What could not be read, a trouble an operation.
    pub fn troubles(&self) -> impl Iterator<Item = &Trouble> + '_ {
        self.troubles.values()
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress { is_counted: true, ..Progress::default() };
        for (kind, tally) in &self.tallies {
            progress.is_counted &= self.chains.get(kind).is_none_or(Chain::has_ended);
            progress.all += tally.listed;
            progress.done += tally.read + tally.vanished + tally.unread;
        }
        progress
    }

    /// Whether it asks for less at once than it could, since the service throttles.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.end.is_none() && (self.rests || self.lanes.are_narrowed())
    }

    /// Asks for as much as may be out at once; ends where nothing is left.
    fn go_on(&mut self) -> Vec<Ask> {
        let mut asks = Vec::new();
        while self.end.is_none() && !self.rests && self.out.len() < self.lanes.open() {
            let Some(next) = self.next() else { break };
            asks.push(Ask::Read(next.what.clone()));
            self.out.push(next);
        }
        if self.end.is_none() && self.out.is_empty() && !self.rests {
            self.finish(End::Done);
        }
        asks
    }

    /// The lists first.
    fn next(&mut self) -> Option<Asked<Question>> {
        for (kind, chain) in &mut self.chains {
            if let Stage::Next(after, before) = &mut chain.stage {
                let asked = Asked { what: Question::Page(*kind, after.take()), before: *before };
                chain.stage = Stage::Out;
                return Some(asked);
            }
        }
        let Asked { what, before } = self.waiting.pop_front()?;
        Some(Asked { what: Question::Describe(what), before })
    }

    fn finish(&mut self, end: End) {
        if self.end.is_none() {
            self.end = Some(end);
            self.out = Vec::new();
            self.waiting = VecDeque::new();
            self.met = HashSet::new();
        }
    }

    fn take(&mut self, question: &Question, answer: Answer) {
        match (question, answer) {
            (Question::Page(HolderKind::Domain, _), Answer::Domains { domains, next }) => {
                for domain in &domains {
                    self.found.note_domain(domain);
                }
                self.take_page(domains.into_iter().map(|domain| Holder::Domain(domain.id)), next, question);
            }
            (Question::Page(HolderKind::UserProfile, _), Answer::UserProfiles { profiles, next }) => {
                let profiles = profiles.into_iter().map(|profile| Holder::UserProfile(profile.key));
                self.take_page(profiles, next, question);
            }
            (Question::Page(HolderKind::Space, _), Answer::Spaces { spaces, next }) => {
                self.take_page(spaces.into_iter().map(|space| Holder::Space(space.key)), next, question);
            }
            (Question::Page(HolderKind::App, _), Answer::Apps { apps, next }) => {
                for app in apps {
                    self.take_app(app);
                }
                self.end_page(next, question);
            }
            (Question::Describe(Holder::Domain(id)), Answer::Domain(domain)) if domain.id == *id => {
                self.take_domain(*domain);
            }
            (Question::Describe(Holder::UserProfile(key)), Answer::UserProfile(profile))
                if profile.key == *key =>
            {
                self.take_user_profile(*profile);
            }
            (Question::Describe(Holder::Space(key)), Answer::Space(space)) if space.key == *key => {
                self.take_space(*space);
            }
            (Question::Describe(Holder::App(key)), Answer::App(app)) if app.key == *key => {
                if let Some(user) = self.found.user_mut(&UserKey::App(app.key)) {
                    user.failure_reason = app.failure_reason;
                }
            }
            (Question::Page(..) | Question::Describe(_), _) => {
                let said = "the answer is to another question";
                self.give_up(question, Failure::new(FailureClass::Unreadable, said));
            }
        }
    }

    /// Takes a page of what has to be described.
    fn take_page(
        &mut self,
        listed: impl Iterator<Item = Holder>,
        next: Option<PageToken>,
        question: &Question,
    ) {
        for holder in listed {
            if self.met.insert(holder.clone()) {
                self.tally_mut(holder.kind()).listed += 1;
                self.waiting.push_back(Asked { what: holder, before: 0 });
            }
        }
        self.end_page(next, question);
    }

    fn end_page(&mut self, next: Option<PageToken>, question: &Question) {
        let kind = question.kind();
        let is_last = next.is_none();
        let leads_on = self.chains.get_mut(&kind).is_some_and(|chain| chain.go_on(next));
        self.tally_mut(kind).is_counted = is_last;
        if !leads_on {
            let said = "the service gave the same page token twice, so the list can't be read to its end";
            self.give_up(question, Failure::new(FailureClass::Unreadable, said));
        }
    }

    /// What a list says of an app is enough, unless it has failed.
    fn take_app(&mut self, app: StudioApp) {
        let holder = Holder::App(app.key.clone());
        if !self.met.insert(holder.clone()) {
            return;
        }
        let tally = self.tally_mut(HolderKind::App);
        (tally.listed, tally.read) = (tally.listed + 1, tally.read + 1);
        let Some(reference) = app.used().cloned() else { return };
        let is_failed = app.status.as_ref().is_some_and(StudioStatus::is_failed);
        if is_failed && reference.name_at(self.found.home()).is_some() {
            self.waiting.push_back(Asked { what: holder, before: 0 });
        }
        let app_type = app.key.app_type.clone();
        self.found.add(User {
            key: UserKey::App(app.key),
            display_name: None,
            status: app.status,
            failure_reason: app.failure_reason,
            uses: vec![Use { app_type, role: Role::Runs, reference }],
        });
    }

    fn take_domain(&mut self, domain: StudioDomain) {
        self.tally_mut(HolderKind::Domain).read += 1;
        self.found.note_domain(&domain);
        let mut by_settings = BTreeMap::<_, Vec<_>>::new();
        for used in domain.uses.into_iter().flatten() {
            by_settings.entry(used.settings).or_default().push(used);
        }
        for (settings, uses) in by_settings {
            self.found.add(User {
                key: UserKey::Defaults(domain.id.clone(), settings),
                display_name: None,
                status: None,
                failure_reason: None,
                uses: uses.into_iter().map(Use::from).collect(),
            });
        }
    }

    fn take_user_profile(&mut self, profile: UserProfile) {
        self.tally_mut(HolderKind::UserProfile).read += 1;
        self.found.add(User {
            key: UserKey::UserProfile(profile.key),
            display_name: None,
            status: profile.status,
            failure_reason: None,
            uses: profile.uses.into_iter().flatten().map(Use::from).collect(),
        });
    }

    fn take_space(&mut self, space: Space) {
        self.tally_mut(HolderKind::Space).read += 1;
        self.found.add(User {
            key: UserKey::Space(space.key),
            display_name: space.display_name,
            status: space.status,
            failure_reason: None,
            uses: space.uses.into_iter().flatten().map(Use::from).collect(),
        });
    }

    /// A question came to nothing. One that was throttled is asked again after a rest.
    fn fail(&mut self, asked: Asked<Question>, failure: Failure) -> Option<Ask> {
        let Asked { what, before } = asked;
        if is_hopeless(failure.class) {
            self.finish(End::Halted(failure));
            return None;
        }
        if failure.class == FailureClass::Throttled {
            if before + 1 < ATTEMPTS {
                self.ask_again(what, before + 1);
            } else {
                self.give_up(&what, failure);
            }
            // Of several that were out together, the first one speaks for all.
            return (!std::mem::replace(&mut self.rests, true)).then(|| Ask::Rest(self.lanes.narrow()));
        }
        match &what {
            Question::Describe(holder) if failure.class == FailureClass::NotFound => self.pass_over(holder),
            Question::Page(..) | Question::Describe(_) => self.give_up(&what, failure),
        }
        None
    }

    fn ask_again(&mut self, question: Question, before: u8) {
        match question {
            Question::Page(kind, after) => {
                if let Some(chain) = self.chains.get_mut(&kind) {
                    chain.stage = Stage::Next(after, before);
                }
            }
            Question::Describe(holder) => self.waiting.push_back(Asked { what: holder, before }),
        }
    }

    /// It is gone by now.
    fn pass_over(&mut self, holder: &Holder) {
        let kind = holder.kind();
        let tally = self.tally_mut(kind);
        tally.vanished += 1;
        if !kind.has_to_be_described() {
            tally.read = tally.read.saturating_sub(1);
        }
        if let Holder::App(key) = holder {
            self.found.drop_user(&UserKey::App(key.clone()));
        }
    }

    /// It can't be read.
    fn give_up(&mut self, question: &Question, failure: Failure) {
        let kind = question.kind();
        let lacking = match question {
            Question::Page(..) => {
                if let Some(chain) = self.chains.get_mut(&kind) {
                    chain.end();
                }
                None
            }
            Question::Describe(_) => {
                if kind.has_to_be_described() {
                    self.tally_mut(kind).unread += 1;
                }
                Some(0)
            }
        };
        let trouble = self.troubles.entry((kind, lacking.is_none())).or_insert_with(|| Trouble {
            operation: question.operation(),
            kind,
            lacking,
            failure,
        });
        if let Some(lacking) = &mut trouble.lacking {
            *lacking += 1;
        }
    }

    fn tally_mut(&mut self, kind: HolderKind) -> &mut Tally {
        self.tallies.entry(kind).or_default()
    }
}

/// Whether the next question would come to nothing too: it is not about what was asked.
fn is_hopeless(class: FailureClass) -> bool {
    match class {
        FailureClass::NoRegion
        | FailureClass::BadConfig
        | FailureClass::Unreachable
        | FailureClass::Stopped
        | FailureClass::Expired
        | FailureClass::BadKey
        | FailureClass::Clock
        | FailureClass::CodeWanted
        | FailureClass::NoCredentials => true,
        FailureClass::NotFound
        | FailureClass::InUse
        | FailureClass::Invalid
        | FailureClass::LimitReached
        | FailureClass::Denied
        | FailureClass::Throttled
        | FailureClass::OwnFile
        | FailureClass::TimedOut
        | FailureClass::Service
        | FailureClass::Unreadable
        | FailureClass::ReadOnly
        | FailureClass::Bug
        | FailureClass::Other => false,
    }
}
