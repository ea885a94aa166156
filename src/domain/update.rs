//! One exact UpdateImage request.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::{Change, Field, Image, ImageName};

/// What UpdateImage is asked to do: the fields that change, and no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Which image.
    pub image: ImageName,
    /// `DisplayName`.
    pub display_name: Change<String>,
    /// `Description`.
    pub description: Change<String>,
    /// `RoleArn`; [`Change::Clear`] never occurs, the service has no way to do it.
    pub role: Change<String>,
}

impl Update {
    /// A request that changes nothing.
    #[must_use]
    pub fn nothing(image: ImageName) -> Self {
        Self { image, display_name: Change::Keep, description: Change::Keep, role: Change::Keep }
    }

    /// The change to `field`.
    #[must_use]
    pub fn change(&self, field: Field) -> &Change<String> {
        match field {
            Field::DisplayName => &self.display_name,
            Field::Description => &self.description,
            Field::Role => &self.role,
        }
    }

    /// Sets the change to `field`.
    pub fn set_change(&mut self, field: Field, change: Change<String>) {
        match field {
            Field::DisplayName => self.display_name = change,
            Field::Description => self.description = change,
            Field::Role => self.role = change,
        }
    }

    /// The fields that change, in the order of the form.
    pub fn changed(&self) -> impl Iterator<Item = Field> + '_ {
        Field::ALL.into_iter().filter(|&field| !self.change(field).is_keep())
    }

    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed().next().is_none()
    }

    /// What `field` holds afterwards, if nobody else writes and `before` was the image.
    #[must_use]
    pub fn expected<'a>(&'a self, field: Field, before: &'a Image) -> Option<&'a str> {
        match self.change(field) {
            Change::Keep => field.of(before),
            Change::Set(value) => Some(value),
            Change::Clear => None,
        }
    }

    /// The image as it should be afterwards, if nobody else writes and `before` was the image.
    #[must_use]
    pub fn applied(&self, before: &Image) -> Image {
        let mut after = before.clone();
        for field in Field::ALL {
            after.set(field, self.expected(field, before));
        }
        after
    }

    /// The properties that `DeleteProperties` names, in the order of the form.
    pub fn deleted(&self) -> impl Iterator<Item = Field> + '_ {
        self.changed().filter(|&field| matches!(self.change(field), Change::Clear))
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("ImageName".into(), json!(self.image.as_str()));
        for field in self.changed() {
            if let Change::Set(value) = self.change(field) {
                body.insert(field.member().into(), json!(value));
            }
        }
        let deleted: Vec<_> = self.deleted().map(Field::member).collect();
        if !deleted.is_empty() {
            body.insert("DeleteProperties".into(), json!(deleted));
        }
        Value::Object(body)
    }

    /// The same request for the AWS CLI, in the words of a POSIX shell. Options such as
    /// `--profile` and `--region` are given by `place`, already in order.
    #[must_use]
    pub fn to_command(&self, place: &[(&str, &str)]) -> String {
        let mut command = format!("aws sagemaker update-image --image-name {}", quote(self.image.as_str()));
        for field in self.changed() {
            if let Change::Set(value) = self.change(field) {
                // With `=`, a value that begins with a hyphen is not read as an option.
                let _ = write!(command, " {}={}", field.option(), quote(value));
            }
        }
        let mut deleted = self.deleted().peekable();
        if deleted.peek().is_some() {
            command.push_str(" --delete-properties");
            for field in deleted {
                let _ = write!(command, " {}", field.member());
            }
        }
        for (option, value) in place {
            let _ = write!(command, " {option} {}", quote(value));
        }
        command
    }
}

/// One word of a POSIX shell command: bare where that is safe, else in single quotes.
#[must_use]
pub fn quote(word: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || "-_./:=@+,".contains(c);
    if !word.is_empty() && word.chars().all(bare) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn update() -> Update {
        Update::nothing(ImageName::parse("pytorch-2.4-gpu").unwrap())
    }

    #[test]
    fn only_what_changes_is_in_the_request() {
        let mut update = update();
        assert!(update.is_empty());
        assert_eq!(update.to_json(), json!({"ImageName": "pytorch-2.4-gpu"}));
        update.set_change(Field::DisplayName, Change::Set("It's new".into()));
        update.set_change(Field::Description, Change::Clear);
        assert_eq!(
            update.to_json(),
            json!({
                "ImageName": "pytorch-2.4-gpu",
                "DisplayName": "It's new",
                "DeleteProperties": ["Description"],
            })
        );
    }

    #[test]
    fn the_command_survives_a_shell() {
        let mut update = update();
        update.set_change(Field::DisplayName, Change::Set("-It's $HOME `x`".into()));
        update.set_change(Field::Description, Change::Clear);
        let command = update.to_command(&[("--profile", "my team"), ("--region", "us-east-1")]);
        assert_eq!(
            command,
            "aws sagemaker update-image --image-name pytorch-2.4-gpu \
             --display-name='-It'\\''s $HOME `x`' --delete-properties Description \
             --profile 'my team' --region us-east-1"
        );
        let shown = std::process::Command::new("sh")
            .args(["-c", &format!("printf '%s\\n' {command}")])
            .output()
            .unwrap();
        let words = String::from_utf8(shown.stdout).unwrap();
        assert!(words.lines().any(|word| word == "--display-name=-It's $HOME `x`"), "{words}");
    }
}
