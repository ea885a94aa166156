//! YAML. It is written here because what can't be seen is to be an escape, and because every reader, of
//! YAML 1.1 as well as 1.2, has to take a text for a text.

use super::escape;
use super::json::Json;

/// `value` as a document, in block style.
pub(super) fn document(value: &Json) -> String {
    let mut text = block(value).join("\n");
    text.push('\n');
    text
}

/// The rows of a value: of one that holds others, a row or more for each of those.
fn block(value: &Json) -> Vec<String> {
    match value {
        Json::Object(members) if !members.is_empty() => {
            members.iter().flat_map(|(key, value)| member(key, value)).collect()
        }
        Json::List(items) if !items.is_empty() => items.iter().flat_map(item).collect(),
        Json::Text(text) => vec![scalar(text)],
        // What is empty, and what has no quotes, is written as JSON has it.
        Json::Object(_) => vec!["{}".into()],
        Json::List(_) => vec!["[]".into()],
        Json::Bare(text) => vec![number(text)],
    }
}

fn member(key: &str, value: &Json) -> Vec<String> {
    const LONGEST_KEY: usize = 1000;
    let key = scalar(key);
    let rows = block(value);
    // Readers look no further than 1,024 characters for the colon behind a key.
    if key.len() > LONGEST_KEY {
        let below = rows.iter().enumerate().map(|(at, row)| format!("{}{row}", [": ", "  "][at.min(1)]));
        return std::iter::once(format!("? {key}")).chain(below).collect();
    }
    match rows.as_slice() {
        [only] if !value.holds_others() => vec![format!("{key}: {only}")],
        _ => std::iter::once(format!("{key}:")).chain(rows.iter().map(|row| format!("  {row}"))).collect(),
    }
}

fn item(value: &Json) -> Vec<String> {
    let lead = |at| if at == 0 { "- " } else { "  " };
    block(value).iter().enumerate().map(|(at, row)| format!("{}{row}", lead(at))).collect()
}

/// A number with an exponent has a point and a sign, without which readers of YAML 1.1 take it for a text.
fn number(text: &str) -> String {
    let Some((digits, exponent)) = text.split_once(['e', 'E']).filter(|_| text.ends_with(is_digit)) else {
        return text.to_owned();
    };
    let point = if digits.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(is_digit) { "+" } else { "" };
    format!("{digits}{point}e{sign}{exponent}")
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A text as a scalar: bare where no reader could take it for anything else, else in double quotes.
pub(super) fn scalar(text: &str) -> String {
    if is_bare(text) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        escape::push(&mut quoted, c);
    }
    quoted.push('"');
    quoted
}

/// Whether a text needs no quotes. It begins with a letter, so it is no number, date, tag or sign; and it is
/// none of the words that stand for something else in YAML 1.1.
fn is_bare(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@+ ".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(is_plain)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}
