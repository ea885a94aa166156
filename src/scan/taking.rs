//! What a scan makes of an answer.

use std::collections::BTreeMap;

use crate::domain::{
    Failure, FailureClass, Holder, HolderKind, Space, StudioApp, StudioDomain, StudioStatus, UserProfile,
};
use crate::service::{Answer, PageToken};

use super::scan_state::Asked;
use super::{Question, Role, Scan, Use, User, UserKey};

impl Scan {
    /// Takes an answer to a question that was out.
    pub(super) fn take(&mut self, question: &Question, answer: Answer) {
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
                let said = "the response is for another request";
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
            let said = "the service returned the same page token twice, so the list is incomplete";
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
}
