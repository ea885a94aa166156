//! A made-up Studio, that uses the images `a` and `pytorch-2.4-gpu`.

use crate::app::{Answer, Reply};
use crate::domain::{
    AppOwner, DomainId, ImageReference, ImageRole, ImageUse, SettingsOf, Space, SpaceKey, StudioApp,
    StudioAppKey, StudioDomain, StudioStatus, UserProfile, UserProfileKey,
};
use crate::service::Read;

use super::{Asked, Play};

/// Its domains.
const DOMAINS: [(&str, &str, &str); 2] =
    [("d-8xk2m1q0zzst", "vision-and-language", "InService"), ("d-unified00001", "analytics", "Deleting")];

fn domain(at: usize) -> StudioDomain {
    let (id, name, status) = DOMAINS[at];
    StudioDomain {
        name: Some(name.into()),
        status: Some(StudioStatus::from_word(status)),
        ..StudioDomain::of(DomainId::received(id))
    }
}

fn id() -> DomainId {
    domain(0).id
}

fn custom(image: &str, version: Option<i64>, settings: SettingsOf, app_type: &'static str) -> ImageUse {
    let role = ImageRole::Custom { config: "lab-4".into() };
    ImageUse { settings, app_type, role, reference: ImageReference::by_name(image, version) }
}

fn arn(place: (&str, &str), image: &str) -> String {
    format!("arn:aws:sagemaker:{}:{}:image/{image}", place.0, place.1)
}

fn uses_of_domain(place: (&str, &str), image: &str) -> Vec<ImageUse> {
    let at = arn(place, image);
    let alias = ImageReference::by_arn(Some(&at), None, Some("prod")).unwrap();
    let default = |settings, reference| ImageUse {
        settings,
        app_type: "JupyterLab",
        role: ImageRole::Default,
        reference,
    };
    let gone = ImageReference::by_arn(Some(&at), None, Some("gone")).unwrap();
    vec![
        custom(image, Some(11), SettingsOf::Users, "KernelGateway"),
        custom(image, None, SettingsOf::Users, "JupyterLab"),
        default(SettingsOf::Users, alias),
        default(SettingsOf::Spaces, gone),
        custom("elsewhere", None, SettingsOf::Users, "JupyterLab"),
    ]
}

fn app(place: (&str, &str), image: &str, space: &str, status: &str) -> StudioApp {
    let key = StudioAppKey {
        domain: id(),
        owner: AppOwner::Space(space.into()),
        app_type: "JupyterLab".into(),
        name: "default".into(),
    };
    StudioApp {
        status: Some(StudioStatus::from_word(status)),
        reference: ImageReference::by_arn(Some(&arn(place, image)), None, None),
        ..StudioApp::of(key)
    }
}

fn profile(name: &str) -> UserProfile {
    let key = UserProfileKey { domain: id(), name: name.into() };
    UserProfile { status: Some(StudioStatus::from_word("InService")), ..UserProfile::of(key) }
}

fn space(name: &str) -> Space {
    Space::of(SpaceKey { domain: id(), name: name.into() })
}

/// What it answers in that region and account, where it uses `image`. Nothing, where it is asked for something
/// else.
pub fn studio(read: &Read, place: (&str, &str), image: &str) -> Option<Answer> {
    Some(match read {
        Read::Domains { .. } => Answer::Domains { domains: vec![domain(0), domain(1)], next: None },
        Read::Domain(of) => {
            let is_first = *of == id();
            let other = || vec![custom(image, None, SettingsOf::Users, "JupyterLab")];
            let uses = if is_first { uses_of_domain(place, image) } else { other() };
            let own = domain(usize::from(!is_first));
            Answer::Domain(Box::new(StudioDomain { uses: Some(uses), is_unified: Some(!is_first), ..own }))
        }
        Read::UserProfiles { .. } => Answer::UserProfiles {
            profiles: vec![profile("mira-lindqvist"), profile("wei-zhang")],
            next: None,
        },
        Read::UserProfile(key) => {
            let uses = match key.name.as_str() {
                "mira-lindqvist" => vec![custom(image, Some(77), SettingsOf::Itself, "KernelGateway")],
                _ => Vec::new(),
            };
            Answer::UserProfile(Box::new(UserProfile { uses: Some(uses), ..profile(key.name.as_str()) }))
        }
        Read::Spaces { .. } => {
            Answer::Spaces { spaces: vec![space("mira-lab"), space("weekly")], next: None }
        }
        Read::Space(key) => {
            let uses = vec![
                custom(image, Some(9), SettingsOf::Itself, "KernelGateway"),
                custom(image, Some(5), SettingsOf::Itself, "CodeEditor"),
            ];
            Answer::Space(Box::new(Space {
                key: key.clone(),
                display_name: Some("Vision weekly 週次".into()),
                uses: Some(if key.name.as_str() == "weekly" { uses } else { Vec::new() }),
                ..space("weekly")
            }))
        }
        Read::Apps { .. } => Answer::Apps {
            apps: vec![
                app(place, image, "mira-lab", "Failed"),
                app(place, image, "weekly", "InService"),
                app(place, image, "old", "Deleted"),
            ],
            next: None,
        },
        Read::App(key) => Answer::App(Box::new(StudioApp {
            failure_reason: Some("The container did not start: /opt/lab/bin/start was not found.".into()),
            ..StudioApp::of(key.clone())
        })),
        _ => return None,
    })
}

/// To choose from, whichever version is the latest.
pub fn latest(image: &str) -> ImageUse {
    custom(image, None, SettingsOf::Itself, "JupyterLab")
}

/// A space that uses these.
pub fn space_with(key: &SpaceKey, uses: Vec<ImageUse>) -> Answer {
    Answer::Space(Box::new(Space { uses: Some(uses), ..Space::of(key.clone()) }))
}

/// Where [`Play`] is by itself.
pub const HERE: (&str, &str) = ("us-east-1", "123456789012");

impl Play {
    /// The operations of Studio that are out, the oldest first.
    pub fn asked_of_studio(&self) -> Vec<&'static str> {
        let told = |(_, asked)| match asked {
            Asked::Studio(read) => Some(read.operation()),
            _ => None,
        };
        self.out().into_iter().filter_map(told).collect()
    }

    /// Everything that is asked of Studio is answered, until nothing more is; `image` is used there.
    /// `otherwise` says what is answered in another way.
    pub fn answer_studio(&mut self, image: &str, otherwise: impl Fn(&Read) -> Option<Reply>) {
        while self.answer_one_of_studio(image, &otherwise) {}
    }

    /// The oldest question to Studio is answered, if one is out.
    pub fn answer_one_of_studio(&mut self, image: &str, otherwise: impl Fn(&Read) -> Option<Reply>) -> bool {
        let Some((ticket, Asked::Studio(read))) =
            self.out().into_iter().find(|(_, asked)| matches!(asked, Asked::Studio(_)))
        else {
            return false;
        };
        self.calls.retain(|(out, _)| *out != ticket);
        let reply = otherwise(&read).unwrap_or_else(|| Ok(studio(&read, HERE, image).unwrap()));
        self.reply(ticket, reply);
        true
    }
}
