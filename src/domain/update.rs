//! One exact UpdateImage request.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::{Change, Field, Image, ImageName, invisible};

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
        let mut command = String::from("aws sagemaker update-image");
        if self.values().all(is_plain_to_cli) {
            self.write_options(&mut command);
        } else {
            let _ = write!(command, " --cli-input-json {}", quote(&self.to_json_text(false)));
        }
        for (option, value) in place {
            let joint = if value.starts_with('-') { '=' } else { ' ' };
            let _ = write!(command, " {option}{joint}{}", quote(value));
        }
        command
    }

    fn values(&self) -> impl Iterator<Item = &str> + '_ {
        let set = self.changed().filter_map(|field| match self.change(field) {
            Change::Set(value) => Some(value.as_str()),
            Change::Keep | Change::Clear => None,
        });
        set.chain([self.image.as_str()])
    }

    fn write_options(&self, command: &mut String) {
        let _ = write!(command, " --image-name {}", quote(self.image.as_str()));
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
    }
}

/// Whether the AWS CLI takes the value of an option as it stands, and a person sees all of it. The CLI
/// sends what it reads there instead of a value that begins with one of these; version 1 does so
/// with web addresses too.
fn is_plain_to_cli(value: &str) -> bool {
    const READ: [&str; 4] = ["file://", "fileb://", "http://", "https://"];
    !READ.iter().any(|begin| value.starts_with(begin)) && !value.contains(invisible::is_invisible)
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

    #[test]
    fn what_the_cli_would_read_or_nobody_would_see_goes_as_json() {
        for (value, json) in [
            ("file:///etc/hostname", Some("file:///etc/hostname")),
            ("fileb://x", Some("fileb://x")),
            ("https://example.org", Some("https://example.org")),
            ("http://example.org", Some("http://example.org")),
            ("a file:// elsewhere", None),
            ("FILE://x", None),
            ("a\u{200f}b", Some(r"a\u200fb")),
            ("a\u{61c}", Some(r"a\u061c")),
            ("soft\u{ad}hyphen", Some(r"soft\u00adhyphen")),
            ("no\u{a0}break", Some(r"no\u00a0break")),
            ("tag \u{e0041}", Some(r"tag \udb40\udc41")),
            ("日本語 é e\u{301}", None),
        ] {
            let mut update = update();
            update.set_change(Field::DisplayName, Change::Set(value.into()));
            let command = update.to_command(&[("--region", "us-east-1")]);
            match json {
                None => assert_eq!(
                    command,
                    format!(
                        "aws sagemaker update-image --image-name pytorch-2.4-gpu --display-name={} --region us-east-1",
                        quote(value)
                    )
                ),
                Some(json) => assert_eq!(
                    command,
                    format!(
                        r#"aws sagemaker update-image --cli-input-json '{{"ImageName":"pytorch-2.4-gpu","DisplayName":"{json}"}}' --region us-east-1"#
                    )
                ),
            }
            let back: Value = serde_json::from_str(&update.to_json_text(true)).unwrap();
            assert_eq!(back, update.to_json(), "{value:?}");
        }
    }
}
