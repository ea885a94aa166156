//! What a person is told of each fault, and what becomes of a write. `docs/faults.md` has it in the same words.

use super::fault::Fault;
use super::row::{Row, Write};

const fn row(
    fault: Fault,
    named: &'static str,
    told: &'static [&'static str],
    tries: usize,
    write: Write,
) -> Row {
    Row { fault, named, told, tries, write }
}

/// All faults.
pub const ROWS: &[Row] = &[
    row(
        Fault::Refused,
        "the connection is refused",
        &["the service can't be reached: no connection to …: Connection refused"],
        0,
        Write::NotSent,
    ),
    row(Fault::Silent, "connected, and nothing comes", &[SLOW], 3, Write::Unknown),
    row(Fault::DripHead, "the headers come a byte each 10 ms", &[SLOW], 3, Write::Unknown),
    row(Fault::DripBody, "the body comes a byte each 10 ms", &[SLOW], 3, Write::Unknown),
    row(
        Fault::ClosedBefore,
        "closed before a response",
        &["no response: the connection to … broke before a response came: it was closed"],
        3,
        Write::Unknown,
    ),
    row(Fault::ResetBefore, "reset before a response", &[RESET], 3, Write::Unknown),
    row(Fault::ResetInHead, "reset within the headers", &[RESET], 3, Write::Unknown),
    row(
        Fault::ResetInBody,
        "reset within the body",
        &["no complete response: The response (HTTP 200) was cut off: Connection reset by peer", RESET],
        3,
        Write::Unknown,
    ),
    row(Fault::Truncated, "closed within the body", &[ENDED], 3, Write::Unknown),
    row(Fault::ChunkTruncated, "closed within a chunk", &[ENDED], 3, Write::Unknown),
    row(
        Fault::ChunkWithoutLength,
        "a chunk without a length",
        &[
            "no complete response: The response (HTTP 200) was cut off: Invalid chunk size line: missing size digit",
        ],
        3,
        Write::Unknown,
    ),
    row(Fault::LengthTooShort, "`Content-Length` is too small", &[BROKEN_OFF, NO_ACCOUNT], 2, Write::Unknown),
    row(
        Fault::LengthTooLong,
        "`Content-Length` is too large, and nothing follows",
        &[SLOW],
        3,
        Write::Unknown,
    ),
    row(
        Fault::TwoLengths,
        "two values of `Content-Length`",
        &["the response can't be read: what … sent is not valid HTTP: invalid Content-Length"],
        1,
        Write::Unknown,
    ),
    row(Fault::ManyHeaders, "10,000 headers", &[LARGE_HEAD], 1, Write::Unknown),
    row(Fault::HugeHeader, "a header of 1 MB", &[LARGE_HEAD], 1, Write::Unknown),
    row(Fault::EndlessHeaders, "headers without an end", &[LARGE_HEAD], 1, Write::Unknown),
    row(
        Fault::EndlessBody,
        "a body without an end",
        &["the response can't be read: The response is larger than 16 MiB."],
        3,
        Write::Unknown,
    ),
    row(Fault::EndlessInterim, "`100 Continue` without an end", &[SLOW], 3, Write::Unknown),
    row(
        Fault::NotHttp,
        "something that is not HTTP",
        &["the response can't be read: what … sent is not valid HTTP: invalid HTTP version"],
        1,
        Write::Unknown,
    ),
    row(Fault::ThrottledTwice, "throttled twice", &[], 3, Write::Refused),
    row(
        Fault::Throttled,
        "throttled for good",
        &["throttled: too many requests: Rate exceeded"],
        3,
        Write::Refused,
    ),
    row(
        Fault::TooManyRequests,
        "429 without a body",
        &["throttled: too many requests: HTTP 429 with an empty body."],
        3,
        Write::Refused,
    ),
    row(
        Fault::InternalFailure,
        "500",
        &["the service failed: An internal error occurred"],
        3,
        Write::Unknown,
    ),
    row(Fault::Unavailable, "503", &["the service failed: The service is unavailable"], 3, Write::Unknown),
    row(
        Fault::BadGateway,
        "502 with a web page",
        &["the service failed: HTTP 502 with a web page instead of a response: 502 Bad Gateway"],
        3,
        Write::Unknown,
    ),
    row(
        Fault::GatewayTimeout,
        "504 without a body",
        &["the service failed: HTTP 504 with an empty body."],
        3,
        Write::Unknown,
    ),
    row(
        Fault::RequestTimeout,
        "408 without a body",
        &["no response: HTTP 408 with an empty body."],
        3,
        Write::Unknown,
    ),
    row(
        Fault::ProxyPassword,
        "407 of a proxy",
        &[
            "the service can't be reached: HTTP 407 with a web page instead of a response: Proxy Authentication Required",
        ],
        1,
        Write::Refused,
    ),
    row(
        Fault::TooLarge,
        "413 with a web page",
        &[
            "the response can't be read: HTTP 413 with a web page instead of a response: Request Entity Too Large",
        ],
        2,
        Write::Unknown,
    ),
    row(
        Fault::ExpiredToken,
        "an expired token",
        &["the credentials have expired: The security token has expired"],
        1,
        Write::Refused,
    ),
    row(
        Fault::Denied,
        "access denied",
        &[
            "access denied: User: arn:aws:iam::123456789012:user/mira is not authorized to perform: sagemaker:Anything",
        ],
        1,
        Write::Refused,
    ),
    row(
        Fault::ClockSkew,
        "a clock that is off",
        &[
            "the signature was rejected: Signature expired: it is too old. This machine's clock is … days behind the service's.",
        ],
        3,
        Write::Refused,
    ),
    row(
        Fault::UnknownCode,
        "an unknown error code",
        &["the request failed: I can't make coffee"],
        1,
        Write::Refused,
    ),
    row(
        Fault::WordyRefusal,
        "an error message of 1 MB",
        &["the service rejected a value: words without end words …"],
        1,
        Write::Refused,
    ),
    row(
        Fault::HostileRefusal,
        "an error message with control characters",
        // STS speaks XML, which has no place for most of it.
        &["the request failed: a\u{fffd}red\u{fffd}…", "the request failed: a[31mred…"],
        1,
        Write::Refused,
    ),
    row(
        Fault::Redirected,
        "307 to another host",
        &["the response can't be read: HTTP 307 with an empty body."],
        2,
        Write::Unknown,
    ),
    row(
        Fault::NoContent,
        "204",
        &[MISSING, "the response can't be read: HTTP 204 with an empty body."],
        2,
        Write::Unknown,
    ),
    row(
        Fault::NotModified,
        "304",
        &["the response can't be read: HTTP 304 with an empty body."],
        2,
        Write::Unknown,
    ),
    row(Fault::MalformedJson, "JSON that breaks off", &[BROKEN_OFF, NO_ACCOUNT], 2, Write::Unknown),
    row(
        Fault::EmptyBody,
        "an empty body",
        &[MISSING, "the response can't be read: HTTP 200 with an empty body."],
        2,
        Write::Unknown,
    ),
    row(
        Fault::LogInPage,
        "200 with a web page",
        &[
            "the response can't be read: HTTP 200 with a web page instead of a response: Log in to the network",
        ],
        2,
        Write::Unknown,
    ),
    row(Fault::NoObject, "JSON that is no object", &[OTHER_JSON], 2, Write::Unknown),
    row(Fault::NoMembers, "an object without members", &[MISSING, OTHER_JSON], 2, Write::Unknown),
    row(Fault::WrongTypes, "members of other types", &[OTHER_JSON], 2, Write::Unknown),
    row(Fault::DeeplyNested, "100,000 brackets within each other", &[OTHER_JSON], 2, Write::Unknown),
    row(Fault::NotUtf8, "bytes that are not UTF-8", &[OTHER_JSON, MISSING], 2, Write::Unknown),
    row(
        Fault::Compressed,
        "compressed without being asked",
        &["the response can't be read: HTTP 200 with something other than JSON: …"],
        2,
        Write::Unknown,
    ),
    row(Fault::NotCompressed, "`Content-Encoding: gzip`, and it is not", &[], 1, Write::Accepted),
    row(Fault::OldHttp, "HTTP/1.0", &[], 1, Write::Accepted),
    row(Fault::Chunked, "a chunk for each byte, and a trailer", &[], 1, Write::Accepted),
    row(Fault::Interim, "`100 Continue` and `103 Early Hints` first", &[], 1, Write::Accepted),
    row(Fault::ClosedAfter, "closed after each response without a word", &[], 1, Write::Accepted),
    row(Fault::ResetAfter, "reset after each response", &[], 1, Write::Accepted),
    row(Fault::TwoAnswers, "each response twice", &[], 1, Write::Accepted),
];

const SLOW: &str = "no response: No response within ….";
const RESET: &str = "no response: the connection to … broke before a response came: Connection reset by peer";
const ENDED: &str = "no complete response: The response (HTTP 200) was cut off: it ended too early";
const BROKEN_OFF: &str =
    "the response can't be read: HTTP 200 with a response that is cut off or not valid JSON.";
/// STS speaks XML, of which a half may be whole.
const NO_ACCOUNT: &str = "the response can't be read: The response to GetCallerIdentity has no account.";
const MISSING: &str = "the response can't be read: The response to … has no ….";
const OTHER_JSON: &str =
    "the response can't be read: HTTP 200 with JSON that is not a response of the service: …";
const LARGE_HEAD: &str =
    "the response can't be read: what … sent is not valid HTTP: the headers are too large";

#[test]
fn each_fault_has_one_row() {
    for fault in Fault::ALL {
        assert_eq!(ROWS.iter().filter(|row| row.fault == *fault).count(), 1, "{fault:?}");
    }
}
