//! What the terminal says of its background.

use crate::theme::{Ground, Rgb};

/// The answer to the question what colour the background has: `ESC ] 11 ; rgb:rrrr/gggg/bbbb`, without its
/// end. Anything else says nothing.
#[must_use]
pub fn of_answer(bytes: &[u8]) -> Option<Ground> {
    let written = str::from_utf8(bytes.strip_prefix(b"\x1b]11;")?).ok()?;
    Some(Ground::of(colour(written)?))
}

/// Word that light or dark is wanted from now on: `ESC [ ? 997 ; 1 n` for dark, `2 n` for light.
#[must_use]
pub fn of_news(bytes: &[u8]) -> Option<Ground> {
    match bytes {
        b"\x1b[?997;1n" => Some(Ground::Dark),
        b"\x1b[?997;2n" => Some(Ground::Light),
        _ => None,
    }
}

/// A colour as X writes it: `rgb:` or `rgba:` with parts of one to four digits, or `#rrggbb`.
fn colour(written: &str) -> Option<Rgb> {
    if let Some(digits) = written.strip_prefix('#') {
        let parts = [digits.get(..2)?, digits.get(2..4)?, digits.get(4..6)?];
        return if digits.len() == 6 { of_parts(&parts) } else { None };
    }
    let parts = written.strip_prefix("rgb:").or_else(|| written.strip_prefix("rgba:"))?;
    let parts: Vec<_> = parts.split('/').collect();
    if written.starts_with("rgba:") && parts.len() == 4 { of_parts(&parts[..3]) } else { of_parts(&parts) }
}

fn of_parts(parts: &[&str]) -> Option<Rgb> {
    let [red, green, blue] = parts else { return None };
    Some(Rgb(part(red)?, part(green)?, part(blue)?))
}

/// One to four digits, as a part of 255.
fn part(digits: &str) -> Option<u8> {
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let most = (1 << (4 * digits.len())) - 1;
    u8::try_from(value * 255 / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_light_or_dark_and_anything_else_says_nothing() {
        use Ground::{Dark, Light};
        for (answer, ground) in [
            ("rgb:0000/0000/0000", Some(Dark)),
            ("rgb:ffff/ffff/ffff", Some(Light)),
            ("rgb:f/f/f", Some(Light)),
            ("rgb:28/2a/36", Some(Dark)),
            ("rgb:eee/e8e/d5d", Some(Light)),
            ("rgba:ffff/ffff/ffff/0000", Some(Light)),
            ("#fdf6e3", Some(Light)),
            ("#002b36", Some(Dark)),
            ("", None),
            ("?", None),
            ("rgb:", None),
            ("rgb:ffff/ffff", None),
            ("rgb:ffff/ffff/ffff/ffff", None),
            ("rgb:fffff/0/0", None),
            ("rgb:+f/0/0", None),
            ("rgb:-1/0/0", None),
            ("rgb:gg/00/00", None),
            ("#fff", None),
            ("#ffffff0", None),
            ("#\u{20ac}\u{20ac}", None),
            ("white", None),
        ] {
            assert_eq!(of_answer(format!("\x1b]11;{answer}").as_bytes()), ground, "{answer}");
        }
        for other in ["\x1b]10;rgb:ffff/ffff/ffff", "\x1b]111;rgb:f/f/f", "\x1bP11;rgb:f/f/f", "rgb:f/f/f"] {
            assert_eq!(of_answer(other.as_bytes()), None, "{other:?}");
        }
        assert_eq!(of_answer(b"\x1b]11;rgb:\xff\xff/f/f"), None);
    }

    #[test]
    fn news_of_it_is_taken_as_it_is_defined() {
        for (news, ground) in [
            ("\x1b[?997;1n", Some(Ground::Dark)),
            ("\x1b[?997;2n", Some(Ground::Light)),
            ("\x1b[?997;3n", None),
            ("\x1b[?997n", None),
            ("\x1b[997;1n", None),
            ("\x1b[?996;1n", None),
        ] {
            assert_eq!(of_news(news.as_bytes()), ground, "{news:?}");
        }
    }
}
