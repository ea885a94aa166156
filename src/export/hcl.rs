//! Strings of HCL, the language of Terraform.

use super::escape;

/// `text` as a quoted string of HCL, in which nothing is a template (`${`, `%{`). What can't be seen is
/// written as an escape.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            // Twice stands for once.
            ('$' | '%', Some('{')) => quoted.extend([c, c]),
            // Before another it might be taken for that one's twin.
            ('$' | '%', Some('$' | '%')) => escape::push_code(&mut quoted, c),
            (c, _) => escape::push(&mut quoted, c),
        }
    }
    quoted.push('"');
    quoted
}

/// What a block is called by, made of a name: letters, digits, `_` and `-`, and no digit first.
pub(super) fn label(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let label: String = name.chars().map(plain).collect();
    if label.starts_with(|c: char| c.is_ascii_alphabetic()) { label } else { format!("image_{label}") }
}
