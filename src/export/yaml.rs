//! YAML. It is written here because what can't be seen is to be an escape, and because every reader, of
//! YAML 1.1 as well as 1.2, has to take a text for a text.

use std::fmt::Write as _;

use serde_json::Value;

use crate::domain::invisible::is_invisible;

/// `value` as a document, in block style.
pub(super) fn document(value: &Value) -> String {
    let mut text = block(value).join("\n");
    text.push('\n');
    text
}

/// The rows of a value: of one that holds others, a row or more for each of those.
fn block(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().flat_map(|(key, value)| member(key, value)).collect()
        }
        Value::Array(items) if !items.is_empty() => items.iter().flat_map(item).collect(),
        Value::String(text) => vec![scalar(text)],
        // What is empty, and what has no quotes, is written as JSON has it.
        Value::Object(_) | Value::Array(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {
            vec![value.to_string()]
        }
    }
}

fn member(key: &str, value: &Value) -> Vec<String> {
    let key = scalar(key);
    let rows = block(value);
    match rows.as_slice() {
        [only] if !holds_others(value) => vec![format!("{key}: {only}")],
        _ => std::iter::once(format!("{key}:")).chain(rows.iter().map(|row| format!("  {row}"))).collect(),
    }
}

fn item(value: &Value) -> Vec<String> {
    let lead = |at| if at == 0 { "- " } else { "  " };
    block(value).iter().enumerate().map(|(at, row)| format!("{}{row}", lead(at))).collect()
}

fn holds_others(value: &Value) -> bool {
    match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// A text as a scalar: bare where no reader could take it for anything else, else in double quotes.
pub(super) fn scalar(text: &str) -> String {
    if is_bare(text) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_invisible(c) => {
                let code = u32::from(c);
                let _ = if code > 0xffff {
                    write!(quoted, "\\U{code:08X}")
                } else {
                    write!(quoted, "\\u{code:04X}")
                };
            }
            c => quoted.push(c),
        }
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
