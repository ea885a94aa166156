//! Strings of HCL, the language of Terraform.

use std::fmt::Write as _;

use crate::domain::invisible::is_invisible;

/// `text` as a quoted string of HCL, in which nothing is a template (`${`, `%{`). What can't be seen is
/// written as an escape.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => {
                // Twice stands for once.
                quoted.push(c);
                quoted.push(c);
            }
            // Before another it might be taken for that one's twin.
            '$' | '%' if matches!(chars.peek(), Some('$' | '%')) => push_escape(&mut quoted, c),
            c if is_invisible(c) => push_escape(&mut quoted, c),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn push_escape(quoted: &mut String, c: char) {
    let code = u32::from(c);
    let _ = if code > 0xffff { write!(quoted, "\\U{code:08x}") } else { write!(quoted, "\\u{code:04x}") };
}

/// What a block is called by, made of a name: letters, digits, `_` and `-`, and no digit first.
pub(super) fn label(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let label: String = name.chars().map(plain).collect();
    if label.starts_with(|c: char| c.is_ascii_alphabetic()) { label } else { format!("image_{label}") }
}
