//! The kinds of faults.

use std::{fmt, str::FromStr, time::Duration};

use super::fault::FaultError;
use crate::emulator::ops::Operation;

/// How a request goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// `throttle`: refused with `ThrottlingException`.
    Throttle,
    /// `fault-NNN`: refused with this status, 500 to 599.
    Failure(u16),
    /// `slow:MS`: done at once, answered after this long.
    Slow(Duration),
    /// `lost-answer`: done, then the connection is closed without an answer.
    LostAnswer,
    /// `reset`: the connection is reset before anything is done.
    Reset,
    /// `hang`: never answered, and nothing is done.
    Hang,
    /// `html`: a page from a proxy, with status 502; nothing is done.
    Html,
    /// `empty`: status 200 with an empty body; nothing is done.
    Empty,
    /// `truncated`: done, and answered with the first half of the body.
    Truncated,
    /// `denied`: refused with `AccessDeniedException`.
    Denied,
    /// `expired`: refused with `ExpiredTokenException`.
    Expired,
    /// `in-use`: refused with `ResourceInUse`, whatever the image's status.
    InUse,
    /// `bad-key`: refused with `UnrecognizedClientException`.
    BadKey,
    /// `skew`: refused with `InvalidSignatureException`, and a `Date` header one hour ahead.
    Skew,
    /// `repeat-token`: `ListImages` hands out the very token it was sent, for ever.
    RepeatToken,
    /// `foreign-edit`: somebody else edits the image's description just before this request is served.
    ForeignEdit,
}

/// All kinds as they are written, and what each does, for people.
const MEANINGS: [(&str, &str); 16] = [
    ("throttle", "refused with ThrottlingException"),
    ("fault-NNN", "refused with this status, 500 to 599"),
    ("slow:MS", "done at once, answered after so many milliseconds"),
    ("lost-answer", "done, then the connection is closed without an answer"),
    ("reset", "nothing is done, and the connection is reset"),
    ("hang", "nothing is done, and no answer comes"),
    ("html", "nothing is done; a proxy's page with status 502 comes instead"),
    ("empty", "nothing is done; status 200 comes with nothing in it"),
    ("truncated", "done, and answered with the first half of the answer"),
    ("denied", "refused with AccessDeniedException"),
    ("expired", "refused with ExpiredTokenException"),
    ("in-use", "refused with ResourceInUse, whatever the image's status"),
    ("bad-key", "refused with UnrecognizedClientException"),
    ("skew", "refused with InvalidSignatureException, by a clock one hour ahead"),
    ("repeat-token", "ListImages gives out the token it was sent, for ever"),
    ("foreign-edit", "somebody else edits the image's description just before"),
];

/// The kinds that take no argument.
const PLAIN: [(&str, FaultKind); 14] = [
    ("throttle", FaultKind::Throttle),
    ("lost-answer", FaultKind::LostAnswer),
    ("reset", FaultKind::Reset),
    ("hang", FaultKind::Hang),
    ("html", FaultKind::Html),
    ("empty", FaultKind::Empty),
    ("truncated", FaultKind::Truncated),
    ("denied", FaultKind::Denied),
    ("expired", FaultKind::Expired),
    ("in-use", FaultKind::InUse),
    ("bad-key", FaultKind::BadKey),
    ("skew", FaultKind::Skew),
    ("repeat-token", FaultKind::RepeatToken),
    ("foreign-edit", FaultKind::ForeignEdit),
];

impl FaultKind {
    /// Whether the kind means anything for the operation.
    #[must_use]
    pub fn fits(self, operation: Operation) -> bool {
        match self {
            Self::RepeatToken => operation.is_paged(),
            Self::ForeignEdit => operation.names_an_image(),
            _ => true,
        }
    }

    /// All kinds as they are written, each with what it does.
    #[must_use]
    pub fn meanings() -> &'static [(&'static str, &'static str)] {
        &MEANINGS
    }

    /// All kinds as they are written, for an error.
    pub(in crate::emulator) fn spellings() -> String {
        MEANINGS.map(|(kind, _)| kind).join(", ")
    }
}

impl FromStr for FaultKind {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        if let Some((_, kind)) = PLAIN.iter().find(|(word, _)| *word == text) {
            return Ok(*kind);
        }
        if let Some(status) = text.strip_prefix("fault-") {
            let status = status.parse().ok().filter(|status| (500..600).contains(status));
            return status.map(Self::Failure).ok_or_else(|| FaultError::Status(text.to_owned()));
        }
        match text.split_once(':') {
            Some(("slow", span)) => {
                let span = span.parse().map(Duration::from_millis);
                span.map(Self::Slow).map_err(|_| FaultError::Span(text.to_owned()))
            }
            Some((word, _)) if PLAIN.iter().any(|(plain, _)| *plain == word) => {
                Err(FaultError::Argument(word.to_owned()))
            }
            _ if text == "slow" => Err(FaultError::Span(text.to_owned())),
            _ => Err(FaultError::Kind(text.to_owned())),
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failure(status) => write!(out, "fault-{status}"),
            Self::Slow(span) => write!(out, "slow:{}", span.as_millis()),
            plain => {
                let word = PLAIN.iter().find(|(_, kind)| kind == plain).map_or("", |(word, _)| *word);
                out.write_str(word)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_as_it_is_written() {
        let written = |text: &str| text.replace("NNN", "503").replace("MS", "2000");
        for (kind, _) in MEANINGS {
            let kind = written(kind);
            assert_eq!(kind.parse::<FaultKind>().unwrap().to_string(), kind);
        }
        for (word, _) in PLAIN {
            assert!(MEANINGS.iter().any(|(kind, _)| *kind == word), "{word}");
        }
        assert_eq!(MEANINGS.len(), PLAIN.len() + 2);
    }
}
