//! The three fields of an image that can be changed, and the rules of the service for each.

use super::text::is_line_break;
use super::{Image, RoleArn};

/// A field that UpdateImage can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `DisplayName`: 1 to 128 characters that neither begin nor end with a blank.
    DisplayName,
    /// `Description`: 1 to 512 characters on one line.
    Description,
    /// `RoleArn`: 20 to 2048 characters; can be replaced, never cleared.
    Role,
}

/// Why a value can't be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(pub String);

impl Field {
    /// In the order of the form.
    pub const ALL: [Self; 3] = [Self::DisplayName, Self::Description, Self::Role];

    /// What a person reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::DisplayName => "Display name",
            Self::Description => "Description",
            Self::Role => "Role ARN",
        }
    }

    /// The member of UpdateImage.
    #[must_use]
    pub fn member(self) -> &'static str {
        match self {
            Self::DisplayName => "DisplayName",
            Self::Description => "Description",
            Self::Role => "RoleArn",
        }
    }

    /// The option of `aws sagemaker update-image`.
    #[must_use]
    pub fn option(self) -> &'static str {
        match self {
            Self::DisplayName => "--display-name",
            Self::Description => "--description",
            Self::Role => "--role-arn",
        }
    }

    /// Most characters (Unicode scalar values) the service takes.
    #[must_use]
    pub fn max(self) -> usize {
        match self {
            Self::DisplayName => 128,
            Self::Description => 512,
            Self::Role => 2048,
        }
    }

    /// Whether the field can be emptied by way of `DeleteProperties`.
    #[must_use]
    pub fn can_clear(self) -> bool {
        self != Self::Role
    }

    /// What the field of `image` holds.
    #[must_use]
    pub fn of(self, image: &Image) -> Option<&str> {
        match self {
            Self::DisplayName => image.display_name.as_ref().map(super::Text::as_str),
            Self::Description => image.description.as_ref().map(super::Text::as_str),
            Self::Role => image.role.as_ref().map(RoleArn::as_str),
        }
    }

    /// What is wrong with `value` as a new value, or nothing. An empty value is not judged here:
    /// whether it means unchanged or clear depends on what the field held.
    #[must_use]
    pub fn problem(self, value: &str) -> Option<Problem> {
        if value.is_empty() {
            return None;
        }
        let count = value.chars().count();
        if count > self.max() {
            let over = count - self.max();
            return Some(Problem(format!(
                "too long: {count} characters, {over} over the limit of {}",
                self.max()
            )));
        }
        if value.chars().any(is_line_break) {
            return Some(Problem("a line break can't be sent: this field is one line".into()));
        }
        if let Some(c) = value.chars().find(|c| c.is_control()) {
            return Some(Problem(format!("a control character can't be sent: {c:?}")));
        }
        self.shape_problem(value, count)
    }

    fn shape_problem(self, value: &str, count: usize) -> Option<Problem> {
        match self {
            Self::DisplayName => {
                let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
                if blank(value.chars().next()) || blank(value.chars().next_back()) {
                    return Some(Problem("can't begin or end with a blank".into()));
                }
                None
            }
            Self::Description => None,
            Self::Role => {
                if let Some(problem) = RoleArn::shape_problem(value) {
                    return Some(Problem(problem.into()));
                }
                (count < 20).then(|| Problem("too short: a role ARN has at least 20 characters".into()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_names_what_is_wrong() {
        let role = "arn:aws:iam::123456789012:role/";
        let long = |n: usize| "é".repeat(n);
        for (field, value, says) in [
            (Field::DisplayName, long(128), None),
            (Field::DisplayName, long(129), Some("1 over the limit of 128")),
            (Field::DisplayName, " a".into(), Some("blank")),
            (Field::DisplayName, "a\u{a0}".into(), Some("blank")),
            (Field::DisplayName, "a b".into(), None),
            (Field::Description, long(512), None),
            (Field::Description, long(513), Some("1 over the limit of 512")),
            (Field::Description, "   ".into(), None),
            (Field::Description, "a\u{2028}b".into(), Some("line break")),
            (Field::Description, "a\u{7}b".into(), Some("control character")),
            (Field::Role, format!("{role}a"), None),
            (Field::Role, format!("{role}path/to/A+b=c,d.e@f-g_h"), None),
            (Field::Role, "arn:aws-us-gov:iam::123456789012:role/x".into(), None),
            (Field::Role, format!("{role}{}", "a".repeat(2018)), Some("over the limit of 2048")),
            (Field::Role, "role/x".into(), Some("begins with arn:aws")),
            (Field::Role, "arn:aws:s3:::bucket-name-long".into(), Some("not one of IAM")),
            (Field::Role, "arn:aws:iam:us-east-1:123456789012:role/x".into(), Some("no region")),
            (Field::Role, "arn:aws:iam::12345678901:role/x".into(), Some("12 digits")),
            (Field::Role, "arn:aws:iam::123456789012:user/x".into(), Some("role/")),
            (Field::Role, role.into(), Some("name is missing")),
            (Field::Role, format!("{role}a b"), Some("hold letters")),
        ] {
            let said = field.problem(&value).map(|problem| problem.0);
            match says {
                None => assert_eq!(said, None, "{field:?} {value:?}"),
                Some(says) => {
                    let said = said.unwrap_or_else(|| panic!("{field:?} {value:?} was taken"));
                    assert!(said.contains(says), "{field:?} {value:?}: {said}");
                }
            }
        }
    }
}
