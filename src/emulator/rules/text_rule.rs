//! What the model asks of texts.

use super::pattern::{self, Pattern};

/// What the service's model asks of one member that is a text. Lengths count Unicode scalar values.
#[derive(Clone, Copy, Debug)]
pub(in crate::emulator) struct TextRule {
    min: usize,
    max: usize,
    pattern: Option<Pattern>,
}

pub(in crate::emulator) const IMAGE_NAME: TextRule =
    TextRule { min: 1, max: 63, pattern: Some(pattern::IMAGE_NAME) };
pub(in crate::emulator) const DISPLAY_NAME: TextRule =
    TextRule { min: 1, max: 128, pattern: Some(pattern::DISPLAY_NAME) };
pub(in crate::emulator) const DESCRIPTION: TextRule =
    TextRule { min: 1, max: 512, pattern: Some(pattern::ONE_LINE) };
pub(in crate::emulator) const ROLE_ARN: TextRule =
    TextRule { min: 20, max: 2048, pattern: Some(pattern::ROLE_ARN) };
pub(in crate::emulator) const FAILURE_REASON: TextRule = TextRule { min: 0, max: 1024, pattern: None };
pub(in crate::emulator) const NAME_CONTAINS: TextRule =
    TextRule { min: 0, max: 63, pattern: Some(pattern::NAME_PART) };
pub(in crate::emulator) const NEXT_TOKEN: TextRule =
    TextRule { min: 0, max: 8192, pattern: Some(pattern::ONE_LINE) };
pub(in crate::emulator) const DELETE_PROPERTY: TextRule =
    TextRule { min: 1, max: 11, pattern: Some(pattern::DELETE_PROPERTY) };

pub(in crate::emulator) const ALIAS: TextRule = TextRule { min: 1, max: 128, pattern: Some(pattern::ALIAS) };
pub(in crate::emulator) const BASE_IMAGE: TextRule =
    TextRule { min: 1, max: 255, pattern: Some(pattern::ONE_LINE) };
pub(in crate::emulator) const CONTAINER_IMAGE: TextRule = TextRule { min: 1, max: 255, pattern: None };
pub(in crate::emulator) const RELEASE_NOTES: TextRule =
    TextRule { min: 1, max: 255, pattern: Some(pattern::ONE_LINE) };
/// `MLFramework` and `ProgrammingLang`.
pub(in crate::emulator) const NAME_AND_NUMBER: TextRule =
    TextRule { min: 1, max: 128, pattern: Some(pattern::NAME_AND_NUMBER) };

pub(in crate::emulator) const RESOURCE_ARN: TextRule =
    TextRule { min: 0, max: 256, pattern: Some(pattern::RESOURCE_ARN) };
pub(in crate::emulator) const TAG_KEY: TextRule =
    TextRule { min: 1, max: 128, pattern: Some(pattern::TAG_TEXT) };
pub(in crate::emulator) const TAG_VALUE: TextRule =
    TextRule { min: 0, max: 256, pattern: Some(pattern::TAG_TEXT) };

pub(in crate::emulator) const ASSUMED_ROLE: TextRule = TextRule { min: 20, max: 2048, pattern: None };
pub(in crate::emulator) const SESSION_NAME: TextRule =
    TextRule { min: 2, max: 64, pattern: Some(pattern::SESSION_NAME) };
pub(in crate::emulator) const EXTERNAL_ID: TextRule =
    TextRule { min: 2, max: 1224, pattern: Some(pattern::EXTERNAL_ID) };
pub(in crate::emulator) const SERIAL_NUMBER: TextRule =
    TextRule { min: 9, max: 256, pattern: Some(pattern::SERIAL_NUMBER) };
pub(in crate::emulator) const TOKEN_CODE: TextRule =
    TextRule { min: 6, max: 6, pattern: Some(pattern::TOKEN_CODE) };

impl TextRule {
    pub(super) const fn of(min: usize, max: usize, pattern: Option<Pattern>) -> Self {
        Self { min, max, pattern }
    }

    /// The constraints the text breaks, in the service's words.
    pub(in crate::emulator) fn broken_by(&self, text: &str) -> Vec<String> {
        let length = text.chars().count();
        let mut broken = Vec::new();
        if length > self.max {
            broken.push(self.upper());
        }
        if length < self.min {
            broken.push(self.lower());
        }
        if let Some(pattern) = self.pattern.filter(|pattern| !(pattern.matches)(text)) {
            broken.push(spelled(&pattern));
        }
        broken
    }

    /// All constraints of the rule, as an error lists them for the items of a list.
    pub(in crate::emulator) fn constraints(&self) -> String {
        let pattern = self.pattern.map(|pattern| spelled(&pattern));
        let all: Vec<String> = [self.upper(), self.lower()].into_iter().chain(pattern).collect();
        format!("[{}]", all.join(", "))
    }

    fn upper(&self) -> String {
        format!("Member must have length less than or equal to {}", self.max)
    }

    fn lower(&self) -> String {
        format!("Member must have length greater than or equal to {}", self.min)
    }
}

fn spelled(pattern: &Pattern) -> String {
    format!("Member must satisfy regular expression pattern: {}", pattern.text)
}
