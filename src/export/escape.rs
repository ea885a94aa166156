//! Characters between double quotes, as HCL and YAML both read them.

use std::fmt::Write as _;

use crate::domain::invisible::is_invisible;

/// Writes `c` so that it stands for itself. What can't be seen is written as an escape.
pub(super) fn push(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if is_invisible(c) => push_code(out, c),
        c => out.push(c),
    }
}

/// Writes `c` by its number: `\u200f`, or `\U000e0041` beyond `U+FFFF`.
pub(super) fn push_code(out: &mut String, c: char) {
    let code = u32::from(c);
    // Writing to a string does not fail.
    let _ = if code > 0xffff { write!(out, "\\U{code:08x}") } else { write!(out, "\\u{code:04x}") };
}
