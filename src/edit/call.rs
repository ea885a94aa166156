//! What is sent to change something.

use serde_json::Value;

use crate::domain::{ImageName, Text, invisible, operation};

use super::kind::aliases::{self, UpdateAliases};
use super::kind::image::{self, UpdateImage};
use super::kind::tags::{self, AddTags, DeleteTags, TagCall};
use super::kind::version::{self, UpdateVersion};
use super::{AliasMoves, Change, Changes, Field, FieldKey, Snapshot, Subject, command};

/// One operation of the service that changes something, with all that it is given. Sent once, never
/// repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// UpdateImage.
    UpdateImage(UpdateImage),
    /// UpdateImageVersion: what is said of a version.
    UpdateVersion(UpdateVersion),
    /// UpdateImageVersion: which aliases a version has.
    UpdateAliases(UpdateAliases),
    /// AddTags.
    AddTags(AddTags),
    /// DeleteTags.
    DeleteTags(DeleteTags),
}

impl Call {
    /// The calls that make `changes` to what `base` was read of, in order; none for several subjects,
    /// which need calls each.
    #[must_use]
    pub fn all(base: &Snapshot, changes: &Changes, moves: AliasMoves) -> Vec<Self> {
        let changes = changes.clone();
        match base {
            _ if changes.is_empty() => Vec::new(),
            Snapshot::Image(it) => vec![Self::UpdateImage(UpdateImage::new(it.name.clone(), changes))],
            Snapshot::Version(it) => {
                let (image, version) = (it.image.clone(), it.number);
                vec![Self::UpdateVersion(UpdateVersion { image, version, changes })]
            }
            Snapshot::Aliases(it) => {
                aliases::calls(it, &changes, moves).into_iter().map(Self::UpdateAliases).collect()
            }
            Snapshot::Tags(it) => tags::calls(it, &changes).into_iter().map(Self::of_tags).collect(),
            Snapshot::Images(_) | Snapshot::TagsOf(_) => Vec::new(),
        }
    }

    fn of_tags(call: TagCall) -> Self {
        match call {
            TagCall::Add(it) => Self::AddTags(it),
            TagCall::Delete(it) => Self::DeleteTags(it),
        }
    }

    /// The call that makes `changes` to what `base` was read of, if one is enough.
    #[must_use]
    pub fn of(base: &Snapshot, changes: &Changes) -> Option<Self> {
        let mut calls = Self::all(base, changes, AliasMoves::AtOnce);
        let only = calls.pop();
        only.filter(|_| calls.is_empty())
    }

    /// The operation, as the service calls it.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::UpdateImage(_) => operation::UPDATE_IMAGE,
            Self::UpdateVersion(_) | Self::UpdateAliases(_) => operation::UPDATE_IMAGE_VERSION,
            Self::AddTags(_) => operation::ADD_TAGS,
            Self::DeleteTags(_) => operation::DELETE_TAGS,
        }
    }

    /// What it changes.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::UpdateImage(it) => Subject::Image(it.image.clone()),
            Self::UpdateVersion(it) => Subject::Version(it.image.clone(), it.version),
            Self::UpdateAliases(it) => Subject::Aliases(it.image.clone()),
            Self::AddTags(AddTags { image, .. }) | Self::DeleteTags(DeleteTags { image, .. }) => {
                Subject::Tags(image.clone())
            }
        }
    }

    /// What it does to the fields.
    #[must_use]
    pub fn changes(&self) -> &Changes {
        match self {
            Self::UpdateImage(UpdateImage { changes, .. })
            | Self::UpdateVersion(UpdateVersion { changes, .. })
            | Self::UpdateAliases(UpdateAliases { changes, .. })
            | Self::AddTags(AddTags { changes, .. })
            | Self::DeleteTags(DeleteTags { changes, .. }) => changes,
        }
    }

    /// The fields that it changes, in the order of the form.
    #[must_use]
    pub fn changed(&self) -> Vec<Field> {
        let of_table = |fields: &'static [Field]| {
            fields.iter().filter(|field| !self.changes().of(&field.key).is_keep()).cloned().collect()
        };
        let fields = self.subject().fields();
        match self {
            Self::UpdateImage(_) => of_table(image::FIELDS),
            Self::UpdateVersion(_) => of_table(version::FIELDS),
            Self::UpdateAliases(_) | Self::AddTags(_) | Self::DeleteTags(_) => {
                self.changes().all().filter_map(|(key, _)| fields.field(key)).collect()
            }
        }
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::UpdateImage(it) => it.to_json(),
            Self::UpdateVersion(it) => it.to_json(),
            Self::UpdateAliases(it) => it.to_json(),
            Self::AddTags(it) => it.to_json(),
            Self::DeleteTags(it) => it.to_json(),
        }
    }

    /// The same body as text, on several lines if `pretty`. What can't be seen is written as
    /// `\u200f`, which means the same.
    #[must_use]
    pub fn to_json_text(&self, pretty: bool) -> String {
        let body = self.to_json();
        let text = if pretty { serde_json::to_string_pretty(&body) } else { serde_json::to_string(&body) };
        invisible::escaped_lines(&text.unwrap_or_default())
    }

    /// The same request for the AWS CLI, in the words of a POSIX shell. Options such as
    /// `--profile` and `--region` are given by `place`, already in order.
    ///
    /// Each field has an option of its own, unless the CLI would take a value for something else, or
    /// a value holds what can't be seen: then all of it is one JSON text.
    #[must_use]
    pub fn to_command(&self, place: &[(&str, &str)]) -> String {
        let (operation, arguments) = match self {
            Self::UpdateImage(it) => ("update-image", it.to_arguments()),
            Self::UpdateVersion(it) => ("update-image-version", it.to_arguments()),
            Self::UpdateAliases(it) => ("update-image-version", it.to_arguments()),
            Self::AddTags(it) => ("add-tags", it.to_arguments()),
            Self::DeleteTags(it) => ("delete-tags", it.to_arguments()),
        };
        command::command(operation, &arguments, || self.to_json_text(false), place)
    }

    /// The field of this call that a ValidationException names, as in "Value 'x' at 'displayName'
    /// failed …".
    #[must_use]
    pub fn named_field(&self, message: &str) -> Option<Field> {
        self.changed().into_iter().find(|field| {
            let mut letters = field.member.chars();
            let Some(first) = letters.next() else { return false };
            let camel = format!("{}{}", first.to_ascii_lowercase(), letters.as_str());
            message.contains(&format!("at '{camel}'"))
        })
    }

    /// One call of every kind, each of which would change `image`: for the tests of what has to hold
    /// for all of them.
    #[must_use]
    pub fn one_of_each(image: &ImageName) -> Vec<Self> {
        let arn = || Text::clean(&format!("arn:aws:sagemaker:us-east-1:123456789012:image/{image}"));
        let set = |key: FieldKey, value: &str| Changes::from([(key, Change::Set(value.into()))]);
        let image = || image.clone();
        let next = |call: Option<&Self>| match call {
            None => Some(Self::UpdateImage(UpdateImage::new(image(), set(image::DISPLAY_NAME, "Changed")))),
            Some(Self::UpdateImage(_)) => {
                let changes = set(version::RELEASE_NOTES, "Changed");
                Some(Self::UpdateVersion(UpdateVersion { image: image(), version: 1, changes }))
            }
            Some(Self::UpdateVersion(_)) => {
                let changes = set(FieldKey::entry("latest"), "1");
                Some(Self::UpdateAliases(UpdateAliases { image: image(), version: 1, changes }))
            }
            Some(Self::UpdateAliases(_)) => {
                let changes = set(FieldKey::entry("team"), "vision");
                Some(Self::AddTags(AddTags { image: image(), arn: arn(), changes }))
            }
            Some(Self::AddTags(_)) => {
                let changes = [(FieldKey::entry("team"), Change::Clear)].into();
                Some(Self::DeleteTags(DeleteTags { image: image(), arn: arn(), changes }))
            }
            // A new kind goes between this one and the end.
            Some(Self::DeleteTags(_)) => None,
        };
        let mut calls: Vec<Self> = Vec::new();
        while let Some(call) = next(calls.last()) {
            calls.push(call);
        }
        calls
    }
}
