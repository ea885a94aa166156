//! Names from outside as parts of a path.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Most bytes of a part: with the session, the ending and a number behind it, it stays below the
/// 143 bytes that the narrowest file system in use takes.
const MAX: usize = 72;

/// Bytes of the digest that tells cut names apart.
const DIGEST: usize = 8;

/// `raw` as the name of one file or folder that can't lead elsewhere: of `A-Z a-z 0-9 . -`, the
/// rest as `%` and two digits, never empty, `.`, `..` or hidden, of bounded length.
///
/// Different names give different parts, even where the file system takes `A` and `a` for one: a
/// name with capitals, like one that had to be cut, ends in a digest of the whole.
pub fn path_part(raw: &str) -> String {
    let mut part = String::new();
    for (at, byte) in raw.bytes().enumerate() {
        let plain = byte.is_ascii_alphanumeric() || byte == b'-' || (byte == b'.' && at > 0);
        if plain {
            part.push(char::from(byte));
        } else {
            push_hex(&mut part, "%", byte);
        }
        if part.len() > MAX {
            break;
        }
    }
    if part.is_empty() {
        return "%".to_owned();
    }
    if part.len() > MAX || part.bytes().any(|byte| byte.is_ascii_uppercase()) {
        part.truncate(MAX - 2 - 2 * DIGEST);
        part.push_str("%%");
        part.push_str(&digest(raw));
    }
    part
}

/// A part for several names at once, whatever their order: how many they are, and a digest of them.
/// No single name has such a part.
pub fn path_part_of_several<'a>(names: impl Iterator<Item = &'a str>) -> String {
    // No cleaned name holds a line break.
    let names: BTreeSet<_> = names.collect();
    let all: Vec<_> = names.iter().copied().collect();
    format!("{}+{}", all.len(), digest(&all.join("\n")))
}

/// Tells texts apart, as far as that goes.
fn digest(raw: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(raw.as_bytes()).iter().take(DIGEST) {
        push_hex(&mut digits, "", *byte);
    }
    digits
}

fn push_hex(part: &mut String, before: &str, byte: u8) {
    // Writing to a String does not fail.
    let _ = write!(part, "{before}{byte:02x}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_one_harmless_part() {
        for (raw, part) in [
            ("pytorch-2.4-gpu", "pytorch-2.4-gpu"),
            ("123456789012", "123456789012"),
            ("", "%"),
            ("%", "%25"),
            (".", "%2e"),
            ("..", "%2e."),
            (".hidden", "%2ehidden"),
            ("../../x", "%2e.%2f..%2fx"),
            ("a/b", "a%2fb"),
            ("a~b", "a%7eb"),
            ("a\0b", "a%00b"),
            ("é", "%c3%a9"),
            ("CamelCase", "CamelCase%%c89dc0a1eb5d94f3"),
        ] {
            assert_eq!(path_part(raw), part, "{raw:?}");
        }
    }

    #[test]
    fn long_names_are_cut_and_told_apart() {
        let (a, b) = ("é".repeat(300), format!("{}e", "é".repeat(300)));
        assert!(path_part(&a).len() <= MAX && path_part(&b).len() <= MAX);
        assert_ne!(path_part(&a), path_part(&b));
        assert_eq!(path_part(&"a".repeat(MAX)), "a".repeat(MAX));
    }

    #[test]
    fn several_names_have_one_part_in_any_order_and_no_other_has_it() {
        let of = |names: &[&str]| path_part_of_several(names.iter().copied());
        assert_eq!(of(&["b", "a"]), "2+7e18f737311b2dc3");
        assert_eq!(of(&["a", "b"]), of(&["b", "a"]));
        for (one, other) in [(["a", "bc"], ["ab", "c"]), (["a", "b"], ["a", "B"])] {
            assert_ne!(of(&one), of(&other));
        }
        let many: Vec<_> = (0..300).map(|number| format!("image-{number}")).collect();
        assert!(path_part_of_several(many.iter().map(String::as_str)).len() <= MAX);
        let taken = of(&["a", "b"]);
        assert_ne!(path_part(&taken), taken);
    }

    proptest::proptest! {
        #[test]
        fn different_names_give_different_parts(a in "\\PC{0,80}|[.aA%~/]{0,4}", b in "\\PC{0,80}|[.aA%~/]{0,4}") {
            let (of_a, of_b) = (path_part(&a), path_part(&b));
            proptest::prop_assert!(!of_a.is_empty() && of_a.len() <= MAX && !of_a.starts_with('.'));
            proptest::prop_assert!(!of_a.contains(['/', '\0', '~']));
            proptest::prop_assert_eq!(a == b, of_a.eq_ignore_ascii_case(&of_b));
        }
    }
}
