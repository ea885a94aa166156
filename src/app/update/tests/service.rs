//! What a service of one image would answer.

use crate::app::{Answer, Request};
use crate::domain::{Call, FailureClass, Field, Image, ImageStatus};
use crate::service::{Local, Read};

use super::play::{failure, image, second};

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

pub fn fields(image: &Image) -> [Option<String>; 3] {
    Field::ALL.map(|field| field.of(image).map(str::to_owned))
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

    fn write(&mut self, update: &crate::domain::Update) {
        let set = |field| update.expected(field, &self.image).map(str::to_owned);
        let (display, description, role) =
            (set(Field::DisplayName), set(Field::Description), set(Field::Role));
        self.image.display_name = display.map(Into::into);
        self.image.description = description.map(Into::into);
        self.image.role = role.map(|role| crate::domain::RoleArn::received(&role));
        self.tick();
    }

    pub fn answer(&mut self, request: &Request, kind: Kind) -> crate::app::Reply {
        if let Kind::Fails(class) = kind {
            // An answer that is lost may have been lost after the write.
            if let (Request::Write(Call::UpdateImage(update)), FailureClass::TimedOut) = (request, class) {
                self.write(update);
            }
            return Err(failure(class));
        }
        match request {
            Request::Local(Local::Locate) => Ok(Answer::Located(crate::domain::Location::default())),
            Request::Local(Local::Survey) => Ok(Answer::Surveyed(Box::default())),
            Request::LogIn(_) => Ok(Answer::LoggedIn),
            Request::Read(Read::WhoAmI) => Ok(Answer::Account("123456789012".into())),
            Request::Read(Read::List { .. }) => Ok(Answer::Page {
                images: vec![Image { role: None, ..self.image.clone() }, Image { role: None, ..image("b") }],
                next: None,
            }),
            Request::Read(Read::Describe(asked)) if *asked == self.image.name => {
                match kind {
                    Kind::Foreign => {
                        self.image.display_name = Some(format!("Theirs {}", self.clock).as_str().into());
                        self.tick();
                    }
                    Kind::Stale => {
                        let stale = Image { status: Some(ImageStatus::Updating), ..self.image.clone() };
                        return Ok(Answer::Described(Box::new(stale)));
                    }
                    _ => {}
                }
                Ok(Answer::Described(Box::new(self.image.clone())))
            }
            Request::Read(Read::Describe(asked)) => Ok(Answer::Described(Box::new(image(asked.as_str())))),
            Request::Write(Call::UpdateImage(update)) => {
                self.write(update);
                Ok(Answer::Accepted)
            }
        }
    }
}
