//! What a service of one image would answer.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::app::{Answer, Reply};
use crate::domain::{
    AliasMap, AwsSetup, FailureClass, Image, ImageStatus, ImageVersion, Location, RoleArn, TagSet, Text,
};
use crate::edit::kind::version;
use crate::edit::{NO, Snapshot, YES};

use super::play::{Asked, aliases, failure, fields, image, reply, second, studio, tags, version};

/// How a request is answered.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Honest,
    Foreign,
    Stale,
    /// With text in all fields that a terminal can't be trusted with, or that is long.
    Hostile,
    Fails(FailureClass),
}

const HOSTILE: [&str; 8] = [
    "\u{1b}[2J\u{1b}]0;x\u{7}",
    "\u{9b}31m\0\u{7f}",
    "gpj\u{202e}exe\u{2066}",
    "שלום עולم \u{200f}",
    "e\u{301}\u{301}\u{301}\u{200d}\u{200b}",
    "日本語 👩\u{200d}👩\u{200d}👧 ﷽",
    "a\r\nb\tc\u{2028}",
    " ",
];

/// A service: what one image, and the versions, aliases and tags of all, are, and what they were.
pub struct Service {
    image: Image,
    versions: BTreeMap<(String, u32), ImageVersion>,
    aliases: BTreeMap<String, AliasMap>,
    tags: BTreeMap<String, TagSet>,
    clock: i64,
    /// All that it ever held.
    pub held: Vec<Snapshot>,
}

impl Service {
    pub fn of(image: Image) -> Self {
        Self {
            image,
            versions: BTreeMap::new(),
            aliases: BTreeMap::new(),
            tags: BTreeMap::new(),
            clock: 0,
            held: Vec::new(),
        }
    }

    fn tick(&mut self) {
        self.clock += 1;
        self.image.modified = Some(second(self.clock));
        self.held.push(Snapshot::Image(self.image.clone()));
    }

    fn version(&mut self, of: &str, number: u32) -> &mut ImageVersion {
        self.versions.entry((of.to_owned(), number)).or_insert_with(|| version(of, number))
    }

    fn aliases(&mut self, of: &str) -> &mut AliasMap {
        let begin = || AliasMap { versions: [1, 2].into(), ..aliases(of, &[("latest", 2), ("stable", 1)]) };
        self.aliases.entry(of.to_owned()).or_insert_with(begin)
    }

    fn tags(&mut self, of: &str) -> &mut TagSet {
        self.tags.entry(of.to_owned()).or_insert_with(|| tags(of, &[("team", "vision"), ("owner", "ana")]))
    }

    /// Does what the body of a request says.
    fn write(&mut self, body: &Value) {
        let text = |value: &Value| Text::clean(value.as_str().unwrap_or_default());
        let list = |member: &str| body[member].as_array().cloned().unwrap_or_default();
        let image = body["ImageName"].as_str().unwrap_or_default().to_owned();
        let number = body["Version"].as_u64().and_then(|number| u32::try_from(number).ok());
        if let Some(arn) = body["ResourceArn"].as_str() {
            let image = arn.rsplit('/').next().unwrap_or_default().to_owned();
            let tags = self.tags(&image);
            for tag in list("Tags") {
                tags.tags.insert(text(&tag["Key"]), text(&tag["Value"]));
            }
            for key in list("TagKeys") {
                tags.tags.remove(&text(&key));
            }
            let now = tags.clone().into();
            self.held.push(now);
        } else if let (Some(number), true) =
            (number, !list("AliasesToAdd").is_empty() || !list("AliasesToDelete").is_empty())
        {
            let aliases = self.aliases(&image);
            for alias in list("AliasesToAdd") {
                aliases.holders.insert(text(&alias), number);
            }
            for alias in list("AliasesToDelete") {
                aliases.holders.remove(&text(&alias));
            }
            let now = aliases.clone().into();
            self.held.push(now);
            self.change_version(&image, number, body);
        } else if let Some(number) = number {
            self.change_version(&image, number, body);
        } else {
            self.change_image(body);
        }
    }

    /// Does what the body of an UpdateImageVersion says of the version itself.
    fn change_version(&mut self, image: &str, number: u32, body: &Value) {
        let at = second(self.clock + 1);
        let version = self.version(image, number);
        let members = |body: &Value| body.as_object().cloned().unwrap_or_default();
        for field in version::FIELDS {
            match members(body).get(field.member) {
                Some(Value::Bool(yes)) => {
                    version::set(version, &field.key, Some(if *yes { YES } else { NO }));
                }
                Some(value) => version::set(version, &field.key, value.as_str()),
                None => {}
            }
        }
        version.modified = Some(at);
        let now = version.clone().into();
        self.clock += 1;
        self.held.push(now);
    }

    /// Does what the body of an UpdateImage says.
    fn change_image(&mut self, body: &Value) {
        let set = |member: &str, now: Option<String>| {
            let is_deleted =
                body["DeleteProperties"].as_array().is_some_and(|it| it.contains(&member.into()));
            let sent = body[member].as_str().map(str::to_owned);
            if is_deleted { None } else { sent.or(now) }
        };
        let [display_name, description, role] = fields(&self.image);
        self.image.display_name = set("DisplayName", display_name).map(Into::into);
        self.image.description = set("Description", description).map(Into::into);
        self.image.role = set("RoleArn", role).map(|role| RoleArn::received(&role));
        self.tick();
    }

    fn describe(&mut self, kind: Kind) -> Image {
        match kind {
            Kind::Foreign => {
                self.image.display_name = Some(format!("Theirs {}", self.clock).as_str().into());
                self.tick();
            }
            Kind::Stale => return Image { status: Some(ImageStatus::Updating), ..self.image.clone() },
            Kind::Hostile => {
                let text = HOSTILE.into_iter().cycle().nth(usize::try_from(self.clock).unwrap_or_default());
                let text = text.unwrap_or_default().repeat(if self.clock % 7 == 0 { 500 } else { 1 });
                self.image.display_name = Some(text.as_str().into());
                self.image.description = Some(format!("{text} {}", self.clock).as_str().into());
                self.image.failure_reason = self.image.description.clone();
                self.tick();
            }
            Kind::Honest | Kind::Fails(_) => {}
        }
        self.image.clone()
    }

    pub fn answer(&mut self, asked: &Asked, kind: Kind) -> Reply {
        if let Kind::Fails(class) = kind {
            // An answer that is lost may have been lost after the write.
            if let (Asked::Write(body), FailureClass::TimedOut) = (asked, class) {
                self.write(body);
            }
            return Err(failure(class));
        }
        Ok(match asked {
            Asked::Location => reply::located(Location::default()),
            Asked::Setup => reply::setup(AwsSetup::default()),
            Asked::LogIn(_) => reply::logged_in(),
            Asked::Account => reply::account("123456789012"),
            Asked::Page | Asked::Changed => {
                let listed = |image: Image| Image { role: None, ..image };
                reply::page(vec![listed(self.image.clone()), listed(image("b"))], None)
            }
            Asked::Image(asked) if *asked == self.image.name.as_str() => reply::image(self.describe(kind)),
            Asked::Image(asked) => reply::image(image(asked)),
            Asked::Versions(of) => reply::versions(vec![version(of, 2), version(of, 1)], None),
            Asked::Version(of, number) => reply::version(self.version(of, *number).clone()),
            Asked::Aliases(of) => {
                if matches!(kind, Kind::Foreign) {
                    self.aliases(of).holders.insert("latest".into(), 1);
                }
                Answer::Aliases(Box::new(self.aliases(of).clone()))
            }
            Asked::Tags(of) => {
                if matches!(kind, Kind::Foreign) {
                    let theirs = format!("theirs {}", self.clock);
                    self.clock += 1;
                    self.tags(of).tags.insert("team".into(), theirs.as_str().into());
                }
                Answer::Tags(Box::new(self.tags(of).clone()))
            }
            Asked::Studio(read) => studio::studio(read, studio::HERE, "a").unwrap(),
            Asked::Raw(of) => reply::raw(&format!("{{\"Of\":\"{of}\"}}")),
            Asked::Write(body) => {
                self.write(body);
                reply::accepted()
            }
        })
    }
}
