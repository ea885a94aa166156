//! What a service of one image would answer.

use serde_json::Value;

use crate::app::Reply;
use crate::domain::{AwsSetup, FailureClass, Image, ImageStatus, Location, RoleArn};

use super::play::{Asked, failure, fields, image, reply, second, version};

/// How a request is answered.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Honest,
    Foreign,
    Stale,
    Fails(FailureClass),
}

/// A service of one image: what it holds, and what it was told.
pub struct Service {
    image: Image,
    clock: i64,
    /// All that it ever held.
    pub held: Vec<[Option<String>; 3]>,
}

impl Service {
    pub fn of(image: Image) -> Self {
        Self { image, clock: 0, held: Vec::new() }
    }

    fn tick(&mut self) {
        self.clock += 1;
        self.image.modified = Some(second(self.clock));
        self.held.push(fields(&self.image));
    }

    /// Does what the body of an UpdateImage says.
    fn write(&mut self, body: &Value) {
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
            Asked::Page => {
                let listed = |image: Image| Image { role: None, ..image };
                reply::page(vec![listed(self.image.clone()), listed(image("b"))], None)
            }
            Asked::Image(asked) if *asked == self.image.name.as_str() => reply::image(self.describe(kind)),
            Asked::Image(asked) => reply::image(image(asked)),
            Asked::Versions(of) => reply::versions(vec![version(of, 2), version(of, 1)], None),
            Asked::Version(of, number) => reply::version(version(of, *number)),
            Asked::Aliases(of) => reply::aliases(of, &[("latest", 2)], 2),
            Asked::Tags(of) => reply::tags(of, &[("team", "vision")]),
            Asked::Write(body) => {
                self.write(body);
                reply::accepted()
            }
        })
    }
}
