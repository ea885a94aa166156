//! YAML. It is written here because what can't be seen is to be an escape, and because every reader, of
//! YAML 1.1 as well as 1.2, has to take a text for a text.

use super::escape;
use super::json::{Json, LaidOut};

/// One row.
struct Row {
    /// How many levels it stands to the right.
    level: usize,
    text: String,
    /// How many members and items begin in it.
    begins: usize,
}

impl Row {
    fn new(text: String) -> Self {
        Self { level: 0, text, begins: 0 }
    }
}

/// `value` as a document, in block style.
pub(super) fn document(value: &Json) -> String {
    laid_out(value).text
}

/// The same, and where each member and each item begins in it.
pub(super) fn laid_out(value: &Json) -> LaidOut {
    let mut out = LaidOut::default();
    for row in block(value) {
        out.begins.extend(std::iter::repeat_n(out.text.len(), row.begins));
        out.text.extend(std::iter::repeat_n("  ", row.level));
        out.text.push_str(&row.text);
        out.text.push('\n');
    }
    out
}

/// The rows of a value: of one that holds others, a row or more for each of those.
fn block(value: &Json) -> Vec<Row> {
    match value {
        Json::Object(members) if !members.is_empty() => {
            members.iter().flat_map(|(key, value)| begun(member(key, value))).collect()
        }
        Json::List(items) if !items.is_empty() => {
            items.iter().flat_map(|item| begun(behind("- ", block(item)))).collect()
        }
        Json::Text(text) => vec![Row::new(scalar(text))],
        // What is empty, and what has no quotes, is written as JSON has it.
        Json::Object(_) => vec![Row::new("{}".into())],
        Json::List(_) => vec![Row::new("[]".into())],
        Json::Bare(text) => vec![Row::new(number(text))],
    }
}

/// The rows of one member or item.
fn begun(mut rows: Vec<Row>) -> Vec<Row> {
    if let Some(first) = rows.first_mut() {
        first.begins += 1;
    }
    rows
}

fn member(key: &str, value: &Json) -> Vec<Row> {
    const LONGEST_KEY: usize = 1000;
    let key = scalar(key);
    let rows = block(value);
    // Readers look no further than 1,024 characters for the colon behind a key.
    if key.len() > LONGEST_KEY {
        return std::iter::once(Row::new(format!("? {key}"))).chain(behind(": ", rows)).collect();
    }
    match rows.as_slice() {
        [only] if !value.holds_others() => vec![Row::new(format!("{key}: {}", only.text))],
        _ => {
            let below = rows.into_iter().map(|row| Row { level: row.level + 1, ..row });
            std::iter::once(Row::new(format!("{key}:"))).chain(below).collect()
        }
    }
}

/// The rows behind a lead of two cells, which the first of them has.
fn behind(lead: &str, mut rows: Vec<Row>) -> Vec<Row> {
    for (at, row) in rows.iter_mut().enumerate() {
        if at == 0 {
            row.text.insert_str(0, lead);
        } else {
            row.level += 1;
        }
    }
    rows
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
