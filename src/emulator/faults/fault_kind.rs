//! The kinds of faults.

use std::{fmt, time::Duration};

use crate::emulator::ops::Operation;

/// Makes the kinds from the table. Those without an argument are read and written as they stand there.
macro_rules! fault_kinds {
    (@plain $kind:ident) => { Some(FaultKind::$kind) };
    (@plain $kind:ident $argument:ty) => { None };
    ($($kind:ident $(($argument:ty))?: $written:literal, $does:literal;)+) => {
        /// How a request goes wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FaultKind {
            $(
                #[doc = concat!("`", $written, "`: ", $does, ".")]
                $kind $(($argument))?,
            )+
        }

        /// All kinds as they are written, and what each does, for people.
        const MEANINGS: &[(&str, &str)] = &[$(($written, $does)),+];

        /// All kinds as they are written, and the kind itself where it takes no argument.
        const PLAIN: &[(&str, Option<FaultKind>)] =
            &[$(($written, fault_kinds!(@plain $kind $($argument)?))),+];

        impl FaultKind {
            /// The kind as it is written, with a stand-in for its argument.
            fn written(self) -> &'static str {
                match self {
                    $(Self::$kind { .. } => $written,)+
                }
            }
        }
    };
}

fault_kinds! {
    Throttle: "throttle", "rejected with ThrottlingException";
    Failure(u16): "fault-NNN", "rejected with this status, 500 to 599";
    Slow(Duration): "slow:MS", "done at once, answered after this many milliseconds";
    LostAnswer: "lost-answer", "done, then the connection is closed without a response";
    Reset: "reset", "nothing is done, and the connection is reset";
    Hang: "hang", "nothing is done, and no response comes";
    Html: "html", "nothing is done; a proxy's page with status 502 comes instead";
    Empty: "empty", "nothing is done; status 200 comes with an empty body";
    Truncated: "truncated", "done, and answered with the first half of the response";
    Denied: "denied", "rejected with AccessDeniedException";
    Expired: "expired", "rejected with ExpiredTokenException";
    InUse: "in-use", "rejected with ResourceInUse, whatever the status";
    BadKey: "bad-key", "rejected with UnrecognizedClientException";
    Skew: "skew", "rejected with InvalidSignatureException, by a clock one hour ahead";
    RepeatToken: "repeat-token", "a list returns the token it was sent, forever";
    ForeignEdit: "foreign-edit", "someone else edits what it reads or writes, just before";
    RefuseMove: "refuse-move", "rejected with ResourceInUse where an alias would leave another version";
}

impl FaultKind {
    /// Whether the kind means anything for the operation.
    #[must_use]
    pub fn fits(self, operation: Operation) -> bool {
        match self {
            Self::RepeatToken => operation.is_paged(),
            Self::ForeignEdit => operation.is_about_something_edited(),
            Self::RefuseMove => operation.moves_aliases(),
            Self::Throttle
            | Self::Failure(_)
            | Self::Slow(_)
            | Self::LostAnswer
            | Self::Reset
            | Self::Hang
            | Self::Html
            | Self::Empty
            | Self::Truncated
            | Self::Denied
            | Self::Expired
            | Self::InUse
            | Self::BadKey
            | Self::Skew => true,
        }
    }

    /// All kinds as they are written, each with what it does.
    #[must_use]
    pub fn meanings() -> &'static [(&'static str, &'static str)] {
        MEANINGS
    }

    /// The kind that is written so and takes no argument.
    pub(super) fn plain(word: &str) -> Option<Self> {
        PLAIN.iter().find(|(written, _)| *written == word).and_then(|(_, kind)| *kind)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.written();
        match self {
            Self::Failure(status) => out.write_str(&written.replace("NNN", &status.to_string())),
            Self::Slow(span) => out.write_str(&written.replace("MS", &span.as_millis().to_string())),
            Self::Throttle
            | Self::LostAnswer
            | Self::Reset
            | Self::Hang
            | Self::Html
            | Self::Empty
            | Self::Truncated
            | Self::Denied
            | Self::Expired
            | Self::InUse
            | Self::BadKey
            | Self::Skew
            | Self::RepeatToken
            | Self::ForeignEdit
            | Self::RefuseMove => out.write_str(written),
        }
    }
}
