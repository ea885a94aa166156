//! Places: gone to, looked for, in doubt.

mod doubt;
mod log_in;
mod picking;
mod seeking;
mod switching;
mod wandered;
mod wandering;

use crate::domain::{AwsSetup, Image, ImageStatus, KeySource, Profile, Text};

use super::play::{Play, asked, image, reply};

pub const OURS: &str = "123456789012";
pub const THEIRS: &str = "210987654321";

pub fn profile(name: &str, region: Option<&str>) -> Profile {
    Profile {
        name: name.into(),
        region: region.map(Text::clean),
        source: KeySource::Sso,
        account: None,
        trouble: None,
    }
}

pub fn aws_setup() -> AwsSetup {
    let profiles = vec![
        profile("research", Some("us-east-1")),
        profile("admin", Some("us-east-1")),
        profile("production", Some("eu-west-1")),
        profile("nowhere", None),
        Profile { trouble: Some("It is broken: line 7.".into()), ..profile("broken", None) },
    ];
    let regions = vec!["us-east-1".into(), "eu-west-1".into()];
    AwsSetup { profiles, regions, ..AwsSetup::default() }
}

impl Play {
    /// An edit of `a` that waits until the image has settled.
    pub fn armed() -> Self {
        let mut play = Self::with(&["a"]);
        play.open_form(image("a"));
        play.fill("Mine");
        play.press("ctrl-s enter");
        play.describe(Image { status: Some(ImageStatus::Updating), ..image("a") });
        play.paint();
        play.press("w");
        play
    }

    /// Picks what fits `text` best, with the key that opens the picker.
    pub fn pick(&mut self, key: &str, text: &str) {
        self.press(key);
        self.survey(aws_setup());
        self.type_text(text);
        self.press("enter");
    }

    /// The newest place answers where it is and whose.
    pub fn resolve(&mut self, profile: &str, region: &str, account: &str) {
        self.answer(asked::location, reply::location(profile, region));
        self.answer(asked::account, reply::account(account));
    }
}

pub fn at(profile: &str, account: &str, region: &str) -> (String, String, String) {
    (profile.into(), account.into(), region.into())
}
