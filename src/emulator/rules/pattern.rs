//! The patterns of the model.

/// A pattern of the service's model: its text, as refusals quote it, and what it means.
///
/// The meaning is that of a whole match in Java, in which the service is written: `\S`, `\d` and `\w` know ASCII only, and
/// `.` stops at every line terminator of Unicode.
#[derive(Clone, Copy, Debug)]
pub(in crate::emulator) struct Pattern {
    pub(in crate::emulator) text: &'static str,
    pub(in crate::emulator) matches: fn(&str) -> bool,
}

pub(in crate::emulator) const IMAGE_NAME: Pattern =
    Pattern { text: r"^[a-zA-Z0-9]([-.]?[a-zA-Z0-9]){0,62}$", matches: is_image_name };
pub(in crate::emulator) const DISPLAY_NAME: Pattern =
    Pattern { text: r"^\S(.*\S)?$", matches: is_display_name };
pub(in crate::emulator) const ONE_LINE: Pattern = Pattern { text: ".*", matches: is_one_line };
pub(in crate::emulator) const ROLE_ARN: Pattern =
    Pattern { text: r"^arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$", matches: is_role_arn };
pub(in crate::emulator) const NAME_PART: Pattern =
    Pattern { text: r"[a-zA-Z0-9\-.]+", matches: is_name_part };
pub(in crate::emulator) const DELETE_PROPERTY: Pattern =
    Pattern { text: "(^DisplayName$)|(^Description$)", matches: is_delete_property };

pub(in crate::emulator) const SESSION_NAME: Pattern =
    Pattern { text: r"[\w+=,.@-]*", matches: is_session_name };
pub(in crate::emulator) const EXTERNAL_ID: Pattern =
    Pattern { text: r"[\w+=,.@:\/-]*", matches: is_external_id };
pub(in crate::emulator) const SERIAL_NUMBER: Pattern =
    Pattern { text: r"[\w+=/:,.@-]*", matches: is_external_id };
pub(in crate::emulator) const TOKEN_CODE: Pattern = Pattern { text: r"[\d]*", matches: is_digits };

fn is_image_name(text: &str) -> bool {
    let mut alphanumerics = 0;
    // A separator must stand between two alphanumerics, so it counts as "before" both ends.
    let mut after_separator = true;
    for byte in text.bytes() {
        match byte {
            b'-' | b'.' if !after_separator => after_separator = true,
            byte if byte.is_ascii_alphanumeric() => {
                after_separator = false;
                alphanumerics += 1;
            }
            _ => return false,
        }
    }
    !after_separator && alphanumerics <= 63
}

fn is_display_name(text: &str) -> bool {
    let mut letters = text.chars();
    let (first, last) = (letters.next(), letters.next_back());
    let ends = [first, last].into_iter().flatten();
    first.is_some() && ends.into_iter().all(|end| !is_blank(end)) && is_one_line(letters.as_str())
}

fn is_one_line(text: &str) -> bool {
    !text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
}

fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r')
}

fn is_role_arn(text: &str) -> bool {
    let Some((partition, rest)) = text.strip_prefix("arn:aws").and_then(|rest| rest.split_once(":iam::"))
    else {
        return false;
    };
    let Some((account, path)) = rest.split_once(":role") else { return false };
    partition.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && is_account(account)
        && !path.is_empty()
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@-/".contains(&byte))
}

/// Twelve digits, as an account's number is.
pub(in crate::emulator) fn is_account(text: &str) -> bool {
    text.len() == 12 && is_digits(text)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_session_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte))
}

fn is_external_id(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@:/-".contains(&byte))
}

fn is_name_part(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
}

fn is_delete_property(text: &str) -> bool {
    matches!(text, "DisplayName" | "Description")
}
