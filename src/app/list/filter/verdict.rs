//! Whether an image passes a filter.

use crate::app::UsedBy;
use crate::app::list::ListedImage;
use crate::domain::{Image, ImageStatus};

use super::facts::Facts;
use super::fuzzy::Nearness;
use super::needle::fold;
use super::term::{Ask, Member, StatusAsk, Term, TextAsk};
use super::texts::Reader;

/// Whether an image passes a filter, or a term of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Passes,
    /// It is not known whether it does.
    NotKnown,
    /// It does not, but may pass a filter that goes on from this.
    Nearly,
    /// It does not, nor does it pass what goes on from this.
    Fails,
}

impl Verdict {
    fn of(passes: bool) -> Self {
        if passes { Self::Passes } else { Self::Fails }
    }

    fn negated(self) -> Self {
        match self {
            Self::Passes => Self::Fails,
            Self::NotKnown => Self::NotKnown,
            Self::Nearly | Self::Fails => Self::Passes,
        }
    }
}

/// What a filter is put to.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// As it is listed.
    pub listed: ListedImage<'a>,
    /// What else is known.
    pub facts: Facts<'a>,
}

impl Candidate<'_> {
    /// Whether it passes all of `terms`. What fails one fails, whatever is not known of the others.
    pub fn passes(&self, terms: &[Term], reader: &mut Reader) -> Verdict {
        let mut all = Verdict::Passes;
        if terms.iter().any(|term| matches!(term.ask, Ask::Text(_))) {
            reader.take(self.listed);
        }
        for term in terms {
            let verdict = self.ask(&term.ask, reader);
            match (if term.negated { verdict.negated() } else { verdict }, all) {
                (Verdict::Fails, _) => return Verdict::Fails,
                (Verdict::Nearly, _) => all = Verdict::Nearly,
                (Verdict::NotKnown, Verdict::Passes) => all = Verdict::NotKnown,
                (Verdict::NotKnown | Verdict::Passes, _) => {}
            }
        }
        all
    }

    fn ask(&self, ask: &Ask, reader: &mut Reader) -> Verdict {
        match ask {
            Ask::Text(ask) => self.text(ask, reader),
            Ask::Status(ask) => Verdict::of(self.has_status(ask)),
            Ask::Arn(end) => Verdict::of(self.listed.arn().is_some_and(|arn| end.ends(&fold(arn.as_str())))),
            Ask::Changed { before, ago } => match self.listed.modified() {
                Some(modified) => Verdict::of((self.facts.now.duration_since(modified) > *ago) == *before),
                None => Verdict::NotKnown,
            },
            Ask::Unset(member) => self.unset(*member),
            Ask::Role(needle) => match self.described() {
                Some(described) => Verdict::of(
                    described.role.as_ref().is_some_and(|role| needle.is_in(&fold(role.as_str()))),
                ),
                None => Verdict::NotKnown,
            },
            Ask::Tag(needle) => {
                match self.facts.tags.get(&self.listed.name()).and_then(|tags| tags.value.value()) {
                    Some(tags) => Verdict::of(tags.tags.iter().any(|(key, value)| {
                        needle.is_in(&fold(&format!("{}={}", key.as_str(), value.as_str())))
                    })),
                    None => Verdict::NotKnown,
                }
            }
            Ask::Used(wanted) => match self.facts.usage.of(&self.listed.name()) {
                UsedBy::NotKnown => Verdict::NotKnown,
                UsedBy::AtLeast(count) | UsedBy::Exactly(count) => Verdict::of((count > 0) == *wanted),
            },
        }
    }

    fn text(&self, ask: &TextAsk, reader: &mut Reader) -> Verdict {
        let is_there = ask.needle.is_in(reader.folded(ask.within));
        if is_there || ask.status.as_ref().is_some_and(|status| self.has_status(status)) {
            return Verdict::Passes;
        }
        let Some(fuzzy) = &ask.fuzzy else { return Verdict::Fails };
        let nearness = reader
            .best(self.listed, ask.within, |text, is_prose, matcher| fuzzy.nearness(text, is_prose, matcher));
        match nearness.unwrap_or(Nearness::No) {
            Nearness::Near => Verdict::Passes,
            Nearness::Strewn => Verdict::Nearly,
            Nearness::No => Verdict::Fails,
        }
    }

    fn has_status(&self, ask: &StatusAsk) -> bool {
        let status = self.listed.status();
        ask.busy && status.is_some_and(ImageStatus::is_changing)
            || ask.needle.is_in(&fold(status.map_or("", ImageStatus::word)))
    }

    fn unset(&self, member: Member) -> Verdict {
        let is_unset = |text: Option<&str>| Verdict::of(text.is_none());
        match member {
            Member::DisplayName => is_unset(self.listed.display_name()),
            Member::Description => is_unset(self.listed.description()),
            Member::Role => match self.described() {
                Some(described) => Verdict::of(described.role.is_none()),
                None => Verdict::NotKnown,
            },
        }
    }

    /// The image with its role, if that is known: lists do not tell.
    fn described(&self) -> Option<&Image> {
        self.facts.details.get(&self.listed.name())?.value.value()
    }
}
