//! The ways in which the wire breaks, and what each does with a request.

use super::http::{Answer, Request};
use super::wire::{Deed, Then};
use super::{garbage, refusals};

/// Declares the faults together with the list of all of them.
macro_rules! faults {
    ($($(#[doc = $words:literal])* $name:ident,)*) => {
        /// A way in which the wire breaks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Fault {
            $($(#[doc = $words])* $name,)*
        }

        impl Fault {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

faults! {
    /// Nobody listens.
    Refused,
    /// A connection stands, and nothing comes.
    Silent,
    /// The head comes byte by byte.
    DripHead,
    /// The body comes byte by byte.
    DripBody,
    /// The connection ends before a byte of an answer.
    ClosedBefore,
    /// It is broken off there.
    ResetBefore,
    /// It is broken off within the head.
    ResetInHead,
    /// It is broken off within the body.
    ResetInBody,
    /// It ends within the body.
    Truncated,
    /// It ends within a chunk.
    ChunkTruncated,
    /// A chunk has no length.
    ChunkWithoutLength,
    /// Less is said to come than comes.
    LengthTooShort,
    /// More is said to come than comes, and nothing follows.
    LengthTooLong,
    /// Two lengths are said.
    TwoLengths,
    /// More headers than anybody reads.
    ManyHeaders,
    /// A header of a megabyte.
    HugeHeader,
    /// Headers without an end.
    EndlessHeaders,
    /// A body without an end.
    EndlessBody,
    /// Preliminary answers without an end.
    EndlessInterim,
    /// Something that is not HTTP.
    NotHttp,
    /// Throttled two times.
    ThrottledTwice,
    /// Throttled for ever.
    Throttled,
    /// Throttled by a proxy.
    TooManyRequests,
    /// HTTP 500 of the service.
    InternalFailure,
    /// HTTP 503 of the service.
    Unavailable,
    /// HTTP 502 with a web page.
    BadGateway,
    /// HTTP 504 without a body.
    GatewayTimeout,
    /// HTTP 408 without a body.
    RequestTimeout,
    /// HTTP 407 of a proxy.
    ProxyPassword,
    /// HTTP 413 with a web page.
    TooLarge,
    /// The session token has expired.
    ExpiredToken,
    /// The keys may not do this.
    Denied,
    /// The clocks differ.
    ClockSkew,
    /// A code that nobody knows.
    UnknownCode,
    /// A refusal with a megabyte of words.
    WordyRefusal,
    /// A refusal whose words are made for terminals.
    HostileRefusal,
    /// Another place is named, where the answer is.
    Redirected,
    /// HTTP 204.
    NoContent,
    /// HTTP 304.
    NotModified,
    /// JSON that breaks off.
    MalformedJson,
    /// Nothing at all.
    EmptyBody,
    /// A web page with HTTP 200.
    LogInPage,
    /// JSON, but no object.
    NoObject,
    /// An object without members.
    NoMembers,
    /// Each member is of another type.
    WrongTypes,
    /// Brackets within brackets.
    DeeplyNested,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// Compressed, where nobody asked for that.
    Compressed,
    /// Said to be compressed, and it is not.
    NotCompressed,
    /// As HTTP/1.0.
    OldHttp,
    /// In chunks.
    Chunked,
    /// Behind a preliminary answer.
    Interim,
    /// The connection is closed after each answer, without a word.
    ClosedAfter,
    /// It is broken off after each answer.
    ResetAfter,
    /// The answer comes twice.
    TwoAnswers,
}

impl Fault {
    /// What becomes of a request that is the `number`th of those that are meant, and to which a service that
    /// behaves answers `good`.
    pub fn deed(self, number: usize, request: &Request, good: &Answer) -> Deed {
        match self {
            Self::Silent => Deed::Write(Vec::new(), Then::Hang),
            Self::ClosedBefore => Deed::Write(Vec::new(), Then::Close),
            Self::ResetBefore => Deed::Write(Vec::new(), Then::Reset),
            Self::ThrottledTwice if number > 2 => Deed::Write(good.bytes(), Then::Keep),
            other => {
                let answer = refusals::answer(other, request, good);
                let answer = answer.map(|answer| Deed::Write(answer.bytes(), Then::Keep));
                let deed = answer.or_else(|| garbage::deed(other, good));
                deed.unwrap_or_else(|| panic!("{other:?} does nothing"))
            }
        }
    }

    /// Whether it takes as long as a time limit.
    pub fn takes_its_time(self) -> bool {
        matches!(
            self,
            Self::Silent | Self::DripHead | Self::DripBody | Self::LengthTooLong | Self::EndlessInterim
        )
    }

    /// How many of those that run at once it counts for: some take much memory.
    pub fn weight(self) -> u32 {
        if self == Self::EndlessBody { 16 } else { 1 }
    }
}
