//! What is sent to change something.

use serde_json::Value;

use crate::domain::{ImageName, invisible, operation};

use super::kind::image::UpdateImage;
use super::{Change, Changes, Field, Snapshot, Subject, command};

/// One operation of the service that changes something, with all that it is given. Sent once, never
/// repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// UpdateImage.
    UpdateImage(UpdateImage),
}

impl Call {
    /// The call that makes `changes` to what `base` was read of; nothing for several subjects, which need
    /// a call each.
    #[must_use]
    pub fn of(base: &Snapshot, changes: &Changes) -> Option<Self> {
        match base {
            Snapshot::Image(it) => {
                Some(Self::UpdateImage(UpdateImage::new(it.name.clone(), changes.clone())))
            }
            Snapshot::Images(_) => None,
        }
    }

    /// The operation, as the service calls it.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::UpdateImage(_) => operation::UPDATE_IMAGE,
        }
    }

    /// What it changes.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::UpdateImage(update) => Subject::Image(update.image.clone()),
        }
    }

    /// What it does to the fields.
    #[must_use]
    pub fn changes(&self) -> &Changes {
        match self {
            Self::UpdateImage(update) => &update.changes,
        }
    }

    /// The fields that it changes, in the order of the form.
    pub fn changed(&self) -> impl Iterator<Item = &'static Field> + '_ {
        let fields = match self {
            Self::UpdateImage(_) => super::kind::image::FIELDS,
        };
        fields.iter().filter(|field| !self.changes().of(&field.key).is_keep())
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::UpdateImage(update) => update.to_json(),
        }
    }

    /// The same body as text, on several lines if `pretty`. What can't be seen is written as
    /// `\u200f`, which means the same.
    #[must_use]
    pub fn to_json_text(&self, pretty: bool) -> String {
        let body = self.to_json();
        let text = if pretty { serde_json::to_string_pretty(&body) } else { serde_json::to_string(&body) };
        // Outside of its strings, JSON as it is written here holds nothing but ASCII.
        let shown = text.unwrap_or_default();
        shown.split('\n').map(invisible::escaped).collect::<Vec<_>>().join("\n")
    }

    /// The same request for the AWS CLI, in the words of a POSIX shell. Options such as
    /// `--profile` and `--region` are given by `place`, already in order.
    ///
    /// Each field has an option of its own, unless the CLI would take a value for something else, or
    /// a value holds what can't be seen: then all of it is one JSON text.
    #[must_use]
    pub fn to_command(&self, place: &[(&str, &str)]) -> String {
        let (operation, arguments) = match self {
            Self::UpdateImage(update) => ("update-image", update.to_arguments()),
        };
        command::command(operation, &arguments, || self.to_json_text(false), place)
    }

    /// The field of this call that a ValidationException names, as in "Value 'x' at 'displayName'
    /// failed …".
    #[must_use]
    pub fn named_field(&self, message: &str) -> Option<&'static Field> {
        self.changed().find(|field| {
            let mut camel = field.member[..1].to_ascii_lowercase();
            camel.push_str(&field.member[1..]);
            message.contains(&format!("at '{camel}'"))
        })
    }

    /// One call of every kind, each of which would change `image`: for the tests of what has to hold
    /// for all of them.
    #[must_use]
    pub fn one_of_each(image: &ImageName) -> Vec<Self> {
        let next = |call: Option<&Self>| match call {
            None => {
                let mut changes = Changes::default();
                changes.set(super::kind::image::DISPLAY_NAME, Change::Set("Changed".into()));
                Some(Self::UpdateImage(UpdateImage::new(image.clone(), changes)))
            }
            // A new kind goes between this one and the end.
            Some(Self::UpdateImage(_)) => None,
        };
        let mut calls: Vec<Self> = Vec::new();
        while let Some(call) = next(calls.last()) {
            calls.push(call);
        }
        calls
    }
}
