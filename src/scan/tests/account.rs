//! A made-up account, and a service that answers for it.

use std::time::Duration;

use crate::domain::{
    AppOwner, DomainId, Failure, FailureClass, ImageHome, ImageName, ImageReference, ImageRole, ImageUse,
    SettingsOf, Space, SpaceKey, StudioApp, StudioAppKey, StudioDomain, StudioStatus, UserProfile,
    UserProfileKey,
};
use crate::domain::{Holder, HolderKind};
use crate::scan::{Ask, Event, Question, Scan};
use crate::service::{Answer, PageToken, Reply};

pub const IMAGE: &str = "base";

pub fn home() -> ImageHome {
    ImageHome { partition: "aws".into(), region: "us-east-1".into(), account: "123456789012".into() }
}

pub fn name(text: &str) -> ImageName {
    ImageName::received(text)
}

pub fn domain(at: usize) -> DomainId {
    DomainId::received(&format!("d-{at}"))
}

pub fn custom(image: &str, version: Option<i64>, settings: SettingsOf) -> ImageUse {
    ImageUse {
        settings,
        app_type: "JupyterLab",
        role: ImageRole::Custom { config: "lab".into() },
        reference: ImageReference::by_name(image, version),
    }
}

pub fn failure(class: FailureClass) -> Failure {
    Failure::new(class, "said the service")
}

/// So many of each, listed in pages of so many; all of them use [`IMAGE`].
#[derive(Debug, Clone, Copy)]
pub struct Account {
    pub domains: usize,
    pub profiles: usize,
    pub spaces: usize,
    pub apps: usize,
    pub page: usize,
}

impl Account {
    pub const SMALL: Self = Self { domains: 2, profiles: 5, spaces: 3, apps: 4, page: 2 };

    fn count(self, kind: HolderKind) -> usize {
        match kind {
            HolderKind::Domain => self.domains,
            HolderKind::UserProfile => self.profiles,
            HolderKind::Space => self.spaces,
            HolderKind::App => self.apps,
        }
    }

    /// How many calls it takes, if nothing goes wrong: a third of the apps have failed.
    pub fn calls(self) -> usize {
        let pages: usize =
            HolderKind::ALL.iter().map(|kind| self.count(*kind).div_ceil(self.page).max(1)).sum();
        pages + self.domains + self.profiles + self.spaces + self.apps.div_ceil(3)
    }

    /// By how many [`IMAGE`] is used: domains for their users and for their spaces.
    pub fn users(self) -> usize {
        self.domains * 2 + self.profiles + self.spaces + self.apps
    }

    fn place(self, at: usize) -> DomainId {
        domain(at % self.domains.max(1))
    }

    pub fn profile(self, at: usize) -> UserProfileKey {
        UserProfileKey { domain: self.place(at), name: format!("p-{at:03}").as_str().into() }
    }

    pub fn space(self, at: usize) -> SpaceKey {
        SpaceKey { domain: self.place(at), name: format!("s-{at:03}").as_str().into() }
    }

    pub fn app(self, at: usize) -> StudioApp {
        let key = StudioAppKey {
            domain: self.place(at),
            owner: AppOwner::Space(self.space(at).name),
            app_type: "JupyterLab".into(),
            name: "default".into(),
        };
        let status = if at.is_multiple_of(3) { "Failed" } else { "InService" };
        let arn = "arn:aws:sagemaker:us-east-1:123456789012:image/base";
        StudioApp {
            status: Some(StudioStatus::from_word(status)),
            reference: ImageReference::by_arn(Some(arn), None, None),
            ..StudioApp::of(key)
        }
    }

    /// What the service says if all goes well.
    pub fn answer(self, question: &Question) -> Answer {
        match question {
            Question::Page(kind, after) => self.page_of(*kind, after.as_ref()),
            Question::Describe(Holder::Domain(id)) => Answer::Domain(Box::new(StudioDomain {
                is_unified: Some(false),
                uses: Some(vec![
                    custom(IMAGE, Some(1), SettingsOf::Users),
                    custom(IMAGE, None, SettingsOf::Users),
                    custom(IMAGE, None, SettingsOf::Spaces),
                ]),
                ..StudioDomain::of(id.clone())
            })),
            Question::Describe(Holder::UserProfile(key)) => Answer::UserProfile(Box::new(UserProfile {
                uses: Some(vec![custom(IMAGE, None, SettingsOf::Itself)]),
                ..UserProfile::of(key.clone())
            })),
            Question::Describe(Holder::Space(key)) => Answer::Space(Box::new(Space {
                uses: Some(vec![custom(IMAGE, None, SettingsOf::Itself)]),
                ..Space::of(key.clone())
            })),
            Question::Describe(Holder::App(key)) => Answer::App(Box::new(StudioApp {
                failure_reason: Some("It ran out of memory.".into()),
                ..StudioApp::of(key.clone())
            })),
        }
    }

    fn page_of(self, kind: HolderKind, after: Option<&PageToken>) -> Answer {
        let from = after.map_or(0, |token| token.0.parse().unwrap());
        let to = (from + self.page).min(self.count(kind));
        let next = (to < self.count(kind)).then(|| PageToken(to.to_string()));
        match kind {
            HolderKind::Domain => {
                Answer::Domains { domains: (from..to).map(|at| StudioDomain::of(domain(at))).collect(), next }
            }
            HolderKind::UserProfile => Answer::UserProfiles {
                profiles: (from..to).map(|at| UserProfile::of(self.profile(at))).collect(),
                next,
            },
            HolderKind::Space => {
                Answer::Spaces { spaces: (from..to).map(|at| Space::of(self.space(at))).collect(), next }
            }
            HolderKind::App => Answer::Apps { apps: (from..to).map(|at| self.app(at)).collect(), next },
        }
    }
}

/// A scan, and what it asked for that was not answered yet.
pub struct Run {
    pub account: Account,
    pub scan: Scan,
    pub out: Vec<Question>,
    /// All that was ever asked.
    pub asked: Vec<Question>,
    pub rests: usize,
    /// How long all rests were together.
    pub rested: Duration,
    /// The most that was out at once.
    pub most: usize,
}

impl Run {
    pub fn begin(account: Account) -> Self {
        let (scan, asks) = Scan::begin(home());
        let mut run = Self {
            account,
            scan,
            out: Vec::new(),
            asked: Vec::new(),
            rests: 0,
            rested: Duration::ZERO,
            most: 0,
        };
        run.take(asks);
        run
    }

    fn take(&mut self, asks: Vec<Ask>) {
        for ask in asks {
            match ask {
                Ask::Read(question) => {
                    self.asked.push(question.clone());
                    self.out.push(question);
                }
                Ask::Rest(delay) => {
                    self.rests += 1;
                    self.rested += delay;
                }
            }
        }
        self.most = self.most.max(self.out.len());
    }

    pub fn tell(&mut self, event: Event) {
        let asks = self.scan.step(event);
        self.take(asks);
    }

    /// Answers the question at `at` among those that are out, or otherwise.
    pub fn answer(&mut self, at: usize, otherwise: Option<Reply>) {
        let question = self.out.remove(at);
        let reply = otherwise.unwrap_or_else(|| Ok(self.account.answer(&question)));
        self.tell(Event::Answered(question, reply));
    }

    pub fn rest(&mut self) {
        self.rests -= 1;
        self.tell(Event::Rested);
    }

    /// Answers everything, the oldest first; `otherwise` says of which not as usual.
    pub fn finish(&mut self, otherwise: impl Fn(&Question) -> Option<Reply>) {
        while self.scan.end().is_none() {
            if self.out.is_empty() {
                self.rest();
            } else {
                let reply = otherwise(&self.out[0]);
                self.answer(0, reply);
            }
        }
    }

    pub fn count(&self) -> usize {
        self.scan.found().count(&name(IMAGE))
    }
}
