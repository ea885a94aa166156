//! The constraints that one request breaks.

use super::{service_error::ServiceError, text_rule::TextRule};

/// The constraints of the model that one request breaks, collected so that one error names them all.
///
/// Members are named in lower camel case, as the service does.
#[derive(Debug, Default)]
pub(in crate::emulator) struct Violations(Vec<String>);

impl Violations {
    /// A text that must be there.
    pub(in crate::emulator) fn required_text(&mut self, member: &str, text: Option<&str>, rule: &TextRule) {
        self.text(member, text, rule);
        self.required(member, text);
    }

    /// Something that must be there.
    pub(in crate::emulator) fn required<T: ?Sized>(&mut self, member: &str, value: Option<&T>) {
        if value.is_none() {
            self.0.push(format!(
                "Value null at '{member}' failed to satisfy constraint: Member must not be null"
            ));
        }
    }

    /// A text that may be absent.
    pub(in crate::emulator) fn text(&mut self, member: &str, text: Option<&str>, rule: &TextRule) {
        let Some(text) = text else { return };
        for constraint in rule.broken_by(text) {
            self.note(member, text, &constraint);
        }
    }

    /// A whole number that may be absent.
    pub(in crate::emulator) fn number(&mut self, member: &str, number: Option<i64>, min: i64, max: i64) {
        if let Some(number) = number.filter(|number| *number > max) {
            let constraint = format!("Member must have value less than or equal to {max}");
            self.note(member, &number.to_string(), &constraint);
        }
        self.number_from(member, number, min);
    }

    /// A whole number that may be absent and as large as it likes.
    pub(in crate::emulator) fn number_from(&mut self, member: &str, number: Option<i64>, min: i64) {
        if let Some(number) = number.filter(|number| *number < min) {
            let constraint = format!("Member must have value greater than or equal to {min}");
            self.note(member, &number.to_string(), &constraint);
        }
    }

    /// A word that may be absent, and else is one of a set.
    pub(in crate::emulator) fn word(&mut self, member: &str, word: Option<&str>, set: &[&str]) {
        let Some(word) = word.filter(|word| !set.contains(word)) else { return };
        self.note(member, word, &format!("Member must satisfy enum value set: [{}]", set.join(", ")));
    }

    /// How many items a list has.
    pub(in crate::emulator) fn length(
        &mut self,
        member: &str,
        items: &[Option<String>],
        min: usize,
        max: usize,
    ) {
        if items.len() > max {
            let constraint = format!("Member must have length less than or equal to {max}");
            self.note(member, &shown(items), &constraint);
        }
        if items.len() < min {
            let constraint = format!("Member must have length greater than or equal to {min}");
            self.note(member, &shown(items), &constraint);
        }
    }

    /// A list of texts: a bad item is reported on the list, with every constraint of its items.
    pub(in crate::emulator) fn items(&mut self, member: &str, items: &[Option<String>], rule: &TextRule) {
        let is_good =
            |item: &Option<String>| item.as_deref().is_some_and(|item| rule.broken_by(item).is_empty());
        if !items.iter().all(is_good) {
            let constraint = format!("Member must satisfy constraint: {}", rule.constraints());
            self.note(member, &shown(items), &constraint);
        }
    }

    /// The sentences, one for each broken constraint.
    pub(in crate::emulator) fn into_sentences(self) -> Vec<String> {
        self.0
    }

    /// An error that names all of them, where there are any.
    pub(in crate::emulator) fn into_result(self) -> Result<(), ServiceError> {
        match self.0.len() {
            0 => Ok(()),
            1 => Err(ServiceError::invalid(format!("1 validation error detected: {}", self.0.join("; ")))),
            count => Err(ServiceError::invalid(format!(
                "{count} validation errors detected: {}",
                self.0.join("; ")
            ))),
        }
    }

    fn note(&mut self, member: &str, value: &str, constraint: &str) {
        self.0.push(format!("Value '{value}' at '{member}' failed to satisfy constraint: {constraint}"));
    }
}

/// The name of a member as errors have it: `domainId` of `DomainId`.
pub(in crate::emulator) fn lower_camel(member: &str) -> String {
    let mut letters = member.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// A list as a refusal quotes it.
fn shown(items: &[Option<String>]) -> String {
    let items: Vec<&str> = items.iter().map(|item| item.as_deref().unwrap_or("null")).collect();
    format!("[{}]", items.join(", "))
}
