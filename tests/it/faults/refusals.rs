//! Answers in good HTTP that are none, or that refuse.

use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::http::{Answer, Request};
use super::spoiled::HOSTILE;

/// What is answered instead of `good`. Nothing where it is no fault of this kind.
pub fn answer(fault: Fault, request: &Request, good: &Answer) -> Option<Answer> {
    refusal(fault, request).or_else(|| of_a_proxy(fault)).or_else(|| unreadable(fault, good))
}

/// What the service says where it does not do as it was asked.
fn refusal(fault: Fault, request: &Request) -> Option<Answer> {
    let code = |status, code: &str, message: &str| Answer::new(status, in_its_words(request, code, message));
    Some(match fault {
        Fault::ThrottledTwice | Fault::Throttled => code(400, "ThrottlingException", "Rate exceeded"),
        Fault::InternalFailure => code(500, "InternalFailure", "An internal error occurred"),
        Fault::Unavailable => code(503, "ServiceUnavailable", "The service is unavailable"),
        Fault::ExpiredToken => code(403, "ExpiredTokenException", "The security token has expired"),
        Fault::Denied => code(400, "AccessDeniedException", DENIED),
        Fault::ClockSkew => code(403, "InvalidSignatureException", "Signature expired: it is too old")
            .with("date", "Tue, 01 Jan 2030 00:00:00 GMT"),
        Fault::UnknownCode => code(418, "TeapotException", "I can't make coffee"),
        Fault::WordyRefusal => code(400, "ValidationException", &"words without end ".repeat(1 << 16)),
        Fault::HostileRefusal => code(400, "Validation\u{1b}[2JException", HOSTILE),
        _ => return None,
    })
}

const DENIED: &str =
    "User: arn:aws:iam::123456789012:user/mira is not authorized to perform: sagemaker:Anything";

/// STS speaks XML, which has no place for control characters.
fn in_its_words(request: &Request, code: &str, message: &str) -> String {
    if request.operation.is_empty() || !request.body.is_null() {
        return json!({"__type": code, "message": message}).to_string();
    }
    let plain = |text: &str| text.replace(|c: char| c.is_control() && c != '\u{9b}', "");
    let (code, message) = (plain(code), plain(message));
    format!("<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>")
}

/// What something between here and the service says.
fn of_a_proxy(fault: Fault) -> Option<Answer> {
    let page = |status, title: &str| {
        let page = format!("<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>");
        Answer { headers: vec![("content-type".into(), "text/html".into())], ..Answer::new(status, page) }
    };
    Some(match fault {
        Fault::TooManyRequests => Answer::new(429, ""),
        Fault::BadGateway => page(502, "502 Bad Gateway"),
        Fault::GatewayTimeout => Answer::new(504, ""),
        Fault::RequestTimeout => Answer::new(408, ""),
        Fault::ProxyPassword => page(407, "Proxy Authentication Required"),
        Fault::TooLarge => page(413, "Request Entity Too Large"),
        // Where nobody may go: the request has a signature, and what is to be changed.
        Fault::Redirected => Answer::new(307, "").with("location", "http://127.0.0.1:1/elsewhere"),
        Fault::NotModified => Answer::new(304, ""),
        Fault::LogInPage => page(200, "Log in to the network"),
        _ => return None,
    })
}

/// What is said to have gone well, and is no answer.
fn unreadable(fault: Fault, good: &Answer) -> Option<Answer> {
    let with = |body: &[u8]| Answer { body: body.to_vec(), ..good.clone() };
    let deep = format!("{{\"Deep\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    Some(match fault {
        Fault::NoContent => Answer::new(204, ""),
        Fault::MalformedJson => broken_off(good),
        Fault::EmptyBody => Answer { headers: Vec::new(), ..with(b"") },
        Fault::NoObject => with(b"[1, 2, 3]"),
        Fault::NoMembers => with(b"{}"),
        Fault::WrongTypes => wrong_types(good),
        Fault::DeeplyNested => with(deep.as_bytes()),
        Fault::NotUtf8 => with(b"{\"ImageArn\": \"\xff\xfe\"}"),
        Fault::Compressed => with(&ZIPPED).with("content-encoding", "gzip"),
        Fault::NotCompressed => good.clone().with("content-encoding", "gzip"),
        _ => return None,
    })
}

/// `{}`, compressed.
const ZIPPED: [u8; 18] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0xae, 5, 0, 0x43, 0xbf, 0xa6, 0xa3];

/// The first half, with a length that is right.
fn broken_off(good: &Answer) -> Answer {
    let half = (good.body.len() / 2).max(1);
    Answer { body: good.body[..half].to_vec(), ..good.clone() }
}

/// Texts are numbers, and all else is text.
fn wrong_types(good: &Answer) -> Answer {
    let members = serde_json::from_slice::<Map<String, Value>>(&good.body).unwrap_or_default();
    let turned = |(name, value): (String, Value)| match value {
        Value::String(_) => (name, json!(1)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            (name, json!("words"))
        }
    };
    let members: Map<String, Value> = members.into_iter().map(turned).collect();
    Answer { body: Value::Object(members).to_string().into_bytes(), ..good.clone() }
}
