//! An image: its three fields, UpdateImage, and what DescribeImage says of one.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::domain::{Image, ImageName, ImageStatus, RoleArn, Text};
use crate::edit::command::{Argument, Given};
use crate::edit::{
    Change, Changes, Clearing, Difference, Evidence, Field, FieldKey, Outcome, Problem, Shape,
};

/// `DisplayName`: 1 to 128 characters that neither begin nor end with a blank.
pub const DISPLAY_NAME: FieldKey = FieldKey::named("display-name");
/// `Description`: 1 to 512 characters on one line.
pub const DESCRIPTION: FieldKey = FieldKey::named("description");
/// `RoleArn`: 20 to 2048 characters; can be replaced, never cleared.
pub const ROLE: FieldKey = FieldKey::named("role");

/// The fields that UpdateImage can change, in the order of the form (`API_UpdateImage`).
pub static FIELDS: &[Field] = &[
    Field {
        key: DISPLAY_NAME,
        label: Cow::Borrowed("Display name"),
        member: "DisplayName",
        option: "--display-name",
        shape: Shape::Line { least: 1, most: 128 },
        clearing: Clearing::Can,
        rule: no_blank_edge,
    },
    Field {
        key: DESCRIPTION,
        label: Cow::Borrowed("Description"),
        member: "Description",
        option: "--description",
        shape: Shape::Line { least: 1, most: 512 },
        clearing: Clearing::Can,
        rule: |_| None,
    },
    Field {
        key: ROLE,
        label: Cow::Borrowed("Role ARN"),
        member: "RoleArn",
        option: "--role-arn",
        shape: Shape::Line { least: 20, most: 2048 },
        clearing: Clearing::Never("the role can be replaced, but not unset"),
        rule: role_shape,
    },
];

fn no_blank_edge(value: &str) -> Option<Problem> {
    (value.trim() != value).then(|| Problem("can't begin or end with a space".into()))
}

fn role_shape(value: &str) -> Option<Problem> {
    RoleArn::shape_problem(value).map(|problem| Problem(problem.into()))
}

/// What a field of an image holds.
#[must_use]
pub fn value<'a>(image: &'a Image, key: &FieldKey) -> Option<&'a str> {
    match key {
        key if *key == DISPLAY_NAME => image.display_name.as_ref().map(Text::as_str),
        key if *key == DESCRIPTION => image.description.as_ref().map(Text::as_str),
        key if *key == ROLE => image.role.as_ref().map(RoleArn::as_str),
        _ => None,
    }
}

/// Lets a field hold something else.
pub fn set(image: &mut Image, key: &FieldKey, value: Option<&str>) {
    match key {
        key if *key == DISPLAY_NAME => image.display_name = value.map(Text::clean),
        key if *key == DESCRIPTION => image.description = value.map(Text::clean),
        key if *key == ROLE => image.role = value.map(RoleArn::received),
        _ => {}
    }
}

/// What an image, read back, says of a step that began from `base`, where these fields are not as they
/// should be: it settles at CREATED or at UPDATE_FAILED, and its LastModifiedTime moves on.
#[must_use]
pub fn judge(
    base: &Image,
    image: &Image,
    differences: Vec<Difference>,
    evidence: &Evidence,
) -> Option<Outcome> {
    if image.is_changing() {
        return None;
    }
    let moved_on = image.modified > base.modified;
    let failed = Some(ImageStatus::UpdateFailed);
    if image.status == failed && (moved_on || base.status != failed) {
        return Some(Outcome::Failed(image.failure_reason.clone()));
    }
    if moved_on {
        let is_created = image.status == Some(ImageStatus::Created);
        return Some(match differences.is_empty() {
            true if is_created => Outcome::Verified,
            true => Outcome::Otherwise(image.status.clone()),
            false => Outcome::Differs(differences),
        });
    }
    // Nothing has moved: the read was stale, or the request has not arrived, or never will.
    super::unmoved(differences, evidence)
}

/// UpdateImage: the fields that change, and no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateImage {
    /// `ImageName`.
    pub image: ImageName,
    /// What is to happen to its fields. `RoleArn` is never cleared, the service has no way to do it.
    pub changes: Changes,
}

impl UpdateImage {
    /// The request that makes these changes.
    #[must_use]
    pub fn new(image: ImageName, changes: Changes) -> Self {
        Self { image, changes }
    }

    /// The fields that get a value, with their values, in the order of the form.
    pub fn given(&self) -> impl Iterator<Item = (&'static Field, &str)> + '_ {
        FIELDS.iter().filter_map(|field| match self.changes.of(&field.key) {
            Change::Set(value) => Some((field, value.as_str())),
            Change::Keep | Change::Clear => None,
        })
    }

    /// The properties that `DeleteProperties` names, in the order of the form.
    pub fn deleted(&self) -> impl Iterator<Item = &'static Field> + '_ {
        FIELDS.iter().filter(|field| matches!(self.changes.of(&field.key), Change::Clear))
    }

    /// The body of the request, member for member as it goes out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut body = Map::new();
        body.insert("ImageName".into(), json!(self.image.as_str()));
        for (field, value) in self.given() {
            body.insert(field.member.into(), json!(value));
        }
        let deleted: Vec<_> = self.deleted().map(|field| field.member).collect();
        if !deleted.is_empty() {
            body.insert("DeleteProperties".into(), json!(deleted));
        }
        Value::Object(body)
    }

    /// The arguments of `aws sagemaker update-image`.
    #[must_use]
    pub(in crate::edit) fn to_arguments(&self) -> Vec<Argument> {
        let name = Given::Name(self.image.as_str().to_owned());
        let mut arguments = vec![Argument { option: "--image-name", value: name }];
        let given = self.given().map(|(field, value)| (field.option, Given::Text(value.to_owned())));
        arguments.extend(given.map(|(option, value)| Argument { option, value }));
        let deleted: Vec<_> = self.deleted().map(|field| field.member.to_owned()).collect();
        if !deleted.is_empty() {
            arguments.push(Argument { option: "--delete-properties", value: Given::Words(deleted) });
        }
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Call, quote};

    #[test]
    fn each_field_names_what_is_wrong() {
        let role = "arn:aws:iam::123456789012:role/";
        let long = |n: usize| "é".repeat(n);
        for (field, value, says) in [
            (DISPLAY_NAME, long(128), None),
            (DISPLAY_NAME, long(129), Some("1 over the limit of 128")),
            (DISPLAY_NAME, " a".into(), Some("space")),
            (DISPLAY_NAME, "a\u{a0}".into(), Some("space")),
            (DISPLAY_NAME, "a b".into(), None),
            (DESCRIPTION, long(512), None),
            (DESCRIPTION, long(513), Some("1 over the limit of 512")),
            (DESCRIPTION, "   ".into(), None),
            (DESCRIPTION, "a\u{2028}b".into(), Some("line break")),
            (DESCRIPTION, "a\u{7}b".into(), Some("control character")),
            (ROLE, format!("{role}a"), None),
            (ROLE, format!("{role}path/to/A+b=c,d.e@f-g_h"), None),
            (ROLE, "arn:aws-us-gov:iam::123456789012:role/x".into(), None),
            (ROLE, format!("{role}{}", "a".repeat(2018)), Some("over the limit of 2048")),
            (ROLE, "role/x".into(), Some("must begin with arn:aws")),
            (ROLE, "arn:aws:s3:::bucket-name-long".into(), Some("not an IAM ARN")),
            (ROLE, "arn:aws:iam:us-east-1:123456789012:role/x".into(), Some("no region")),
            (ROLE, "arn:aws:iam::12345678901:role/x".into(), Some("12 digits")),
            (ROLE, "arn:aws:iam::123456789012:user/x".into(), Some("role/")),
            (ROLE, role.into(), Some("name is missing")),
            (ROLE, format!("{role}a b"), Some("can contain letters")),
        ] {
            let row = FIELDS.iter().find(|row| row.key == field).unwrap();
            let said = row.problem(&value).map(|problem| problem.0);
            match says {
                None => assert_eq!(said, None, "{field:?} {value:?}"),
                Some(says) => {
                    let said = said.unwrap_or_else(|| panic!("{field:?} {value:?} was taken"));
                    assert!(said.contains(says), "{field:?} {value:?}: {said}");
                }
            }
        }
    }

    fn call(changes: &[(FieldKey, Change<String>)]) -> Call {
        let mut all = Changes::default();
        for (key, change) in changes {
            all.set(key.clone(), change.clone());
        }
        Call::UpdateImage(UpdateImage::new(ImageName::parse("pytorch-2.4-gpu").unwrap(), all))
    }

    #[test]
    fn only_what_changes_is_in_the_request() {
        assert_eq!(call(&[]).to_json(), json!({"ImageName": "pytorch-2.4-gpu"}));
        let update = call(&[(DISPLAY_NAME, Change::Set("It's new".into())), (DESCRIPTION, Change::Clear)]);
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
        let name = Change::Set("-It's $HOME `x`".into());
        let update = call(&[(DISPLAY_NAME, name), (DESCRIPTION, Change::Clear)]);
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
            let update = call(&[(DISPLAY_NAME, Change::Set(value.into()))]);
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
