//! The patterns of the model.

use icu_properties::props::{EnumeratedProperty as _, GeneralCategory, GeneralCategoryGroup};

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

pub(in crate::emulator) const ALIAS: Pattern =
    Pattern { text: r"(?!^[.-])^([a-zA-Z0-9-_.]+)", matches: is_alias };
pub(in crate::emulator) const NAME_AND_NUMBER: Pattern =
    Pattern { text: r"[a-zA-Z]+ ?\d+\.\d+(\.\d+)?", matches: is_name_and_number };

pub(in crate::emulator) const RESOURCE_ARN: Pattern =
    Pattern { text: r"arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+", matches: is_resource_arn };
pub(in crate::emulator) const TAG_TEXT: Pattern =
    Pattern { text: r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)", matches: is_tag_text };

pub(in crate::emulator) const SESSION_NAME: Pattern =
    Pattern { text: r"[\w+=,.@-]*", matches: is_session_name };
pub(in crate::emulator) const EXTERNAL_ID: Pattern =
    Pattern { text: r"[\w+=,.@:\/-]*", matches: is_external_id };
pub(in crate::emulator) const SERIAL_NUMBER: Pattern =
    Pattern { text: r"[\w+=/:,.@-]*", matches: is_external_id };
pub(in crate::emulator) const TOKEN_CODE: Pattern = Pattern { text: r"[\d]*", matches: is_digits };

pub(super) fn is_image_name(text: &str) -> bool {
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

pub(super) fn is_one_line(text: &str) -> bool {
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

pub(super) fn is_digits(text: &str) -> bool {
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

fn is_alias(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(['.', '-'])
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

fn is_name_and_number(text: &str) -> bool {
    let number = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let has_name = number.len() < text.len();
    let parts: Vec<&str> = number.strip_prefix(' ').unwrap_or(number).split('.').collect();
    has_name && matches!(parts.len(), 2 | 3) && parts.iter().all(|part| !part.is_empty() && is_digits(part))
}

fn is_resource_arn(text: &str) -> bool {
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    let &["arn", partition, "sagemaker", region, account, resource] = parts.as_slice() else { return false };
    let is_small = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
    partition.strip_prefix("aws").is_some_and(|rest| rest.bytes().all(is_small))
        && region.bytes().all(|byte| is_small(byte) || byte.is_ascii_digit())
        && is_account(account)
        && !resource.is_empty()
        && is_one_line(resource)
}

fn is_tag_text(text: &str) -> bool {
    let groups =
        [GeneralCategoryGroup::Letter, GeneralCategoryGroup::Separator, GeneralCategoryGroup::Number];
    text.chars().all(|letter| {
        let category = GeneralCategory::for_char(letter);
        "_.:/=+-@".contains(letter) || groups.iter().any(|group| group.contains(category))
    })
}

/// How many tags a resource and a request have at most; those of AWS on a resource do not count.
pub(in crate::emulator) const MOST_TAGS: usize = 50;

/// Whether a tag's key is one of those that only AWS can write: they begin with `aws:`, in any case.
pub(in crate::emulator) fn is_key_of_aws(key: &str) -> bool {
    key.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("aws:"))
}
