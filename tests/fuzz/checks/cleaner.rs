//! The cleaner: whatever comes from outside.

use sagescope::domain::invisible::{escaped, escaped_lines, is_invisible};
use sagescope::domain::{ImageName, RoleArn, Text, is_line_break, unfit};

use super::is_harmless;

/// Any text is clean afterwards, once and for all; what was fit stays as it was; and that something was replaced is
/// said.
pub fn check(data: &[u8]) {
    let raw = String::from_utf8_lossy(data);
    let clean = Text::clean(&raw);
    assert!(is_harmless(clean.as_str()), "{clean:?}");
    assert_eq!(clean.is_altered(), clean.as_str() != raw);
    let again = Text::clean(clean.as_str());
    assert_eq!((again.as_str(), again.is_altered()), (clean.as_str(), false));
    if is_harmless(&raw) {
        assert_eq!(clean.as_str(), raw);
    }
    check_unfit(&raw);
    check_kept(&clean);
    let name = ImageName::received(&raw);
    assert_eq!((name.as_str(), RoleArn::received(&raw).as_str()), (clean.as_str(), clean.as_str()));
    assert!(!escaped(&raw).chars().any(is_invisible));
    assert!(!escaped_lines(&raw).chars().any(|c| is_invisible(c) && c != '\n'));
    assert_eq!(escaped_lines(&raw).matches('\n').count(), raw.matches('\n').count());
}

/// A text of several lines is fit where each of them is.
fn check_unfit(raw: &str) {
    let fit = |line: &str| is_harmless(&line.replace('\t', " "));
    match unfit(raw) {
        Some((number, c)) => {
            let line = raw.split('\n').nth(number - 1).expect("the line that is named");
            assert!(line.contains(c) && !fit(line), "{number} {c:?}");
            assert!(raw.split('\n').take(number - 1).all(fit));
        }
        None => assert!(raw.split('\n').all(fit), "{raw:?}"),
    }
    assert!(raw.chars().filter(|c| is_line_break(*c)).all(|c| !is_harmless(&c.to_string())));
}

/// What is written to a file is read as it was.
fn check_kept(clean: &Text) {
    let line = serde_json::to_vec(clean).expect("a text is JSON");
    let read: Text = serde_json::from_slice(&line).expect("JSON is a text");
    assert_eq!(read.as_str(), clean.as_str());
}
