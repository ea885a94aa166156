//! Answers that are not the service's.

use serde::de::IgnoredAny;

use crate::domain::{Failure, FailureClass};

/// Most characters shown of such a body.
const EXCERPT: usize = 120;

/// Most characters of what the service says of an error. More would push aside all that is known.
const MOST_WORDS: usize = 1000;

/// An answer of `operation` that was read, but has nothing of what it must hold.
pub(in crate::aws) fn empty(operation: &str, missing: &str) -> Failure {
    let said = format!("The response to {operation} has no {missing}.");
    let mut failure = Failure::new(FailureClass::Unreadable, &said);
    // Whichever status of success it had: the SDK does not say.
    failure.http_status = Some(200);
    failure
}

/// What kind of body came with HTTP `status`, for people: a parser's words would tell them nothing.
pub(in crate::aws) fn described(status: u16, body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let text = text.trim();
    if text.is_empty() {
        return format!("HTTP {status} with an empty body.");
    }
    if text.starts_with('<') {
        return match title(text) {
            Some(title) => format!("HTTP {status} with a web page instead of a response: {title}"),
            None => format!("HTTP {status} with a web page instead of a response."),
        };
    }
    let is_json = serde_json::from_str::<IgnoredAny>(text).is_ok();
    if text.starts_with('{') && !is_json {
        return format!("HTTP {status} with a response that is cut off or not valid JSON.");
    }
    let what =
        if is_json { "JSON that is not a response of the service" } else { "something other than JSON" };
    format!("HTTP {status} with {what}: {}", excerpt(text))
}

fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let start = lower.find("<title>")? + "<title>".len();
    let end = start + lower.get(start..)?.find("</title>")?;
    let title = excerpt(page.get(start..end)?.trim());
    (!title.is_empty()).then_some(title)
}

/// As much of the words of the service as anybody reads.
pub(in crate::aws) fn shortened(words: &str) -> String {
    begin(words, MOST_WORDS)
}

fn excerpt(text: &str) -> String {
    begin(text, EXCERPT)
}

fn begin(text: &str, most: usize) -> String {
    let mut excerpt: String = text.chars().take(most).collect();
    if excerpt.len() < text.len() {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_described_for_people() {
        let long = "x".repeat(500);
        for (body, says) in [
            ("", "empty body"),
            (
                "<html><head><Title> 502 Bad Gateway </Title>",
                "web page instead of a response: 502 Bad Gateway",
            ),
            ("<html></html>", "web page instead of a response."),
            ("{\"Images\": [", "cut off"),
            ("{\"detail\": 1}", "not a response of the service: {"),
            ("upstream down", "something other than JSON: upstream down"),
            (long.as_str(), "x…"),
        ] {
            let said = described(502, body.as_bytes());
            assert!(said.starts_with("HTTP 502") && said.contains(says), "{said}");
        }
    }
}
