//! Whether what follows `ESC ]`, `ESC P`, `ESC _` or `ESC ^` is an answer of the terminal, or keys
//! behind Alt-], Alt-P, Alt-_ or Alt-^.

/// The bytes behind ESC that may begin an answer.
#[must_use]
pub fn may_begin(byte: u8) -> bool {
    matches!(byte, b']' | b'P' | b'_' | b'^')
}

/// Whether `bytes`, from their ESC on, can be nothing but the beginning of an answer.
///
/// ```text
/// OSC  a number, then ;          colours: ESC ] 1 1 ; r g b : …
/// DCS  [01]$r [01]+r >| !|       settings, capabilities, version, device
/// APC  G, a letter, =            graphics: ESC _ G i = …
/// ```
#[must_use]
pub fn is_surely(bytes: &[u8]) -> bool {
    let [_, kind, body @ ..] = bytes else { return false };
    match kind {
        b']' => {
            let digits = body.iter().take_while(|byte| byte.is_ascii_digit()).count();
            (1..=4).contains(&digits) && body.get(digits) == Some(&b';')
        }
        b'P' => {
            let body = body.strip_prefix(b"0").or_else(|| body.strip_prefix(b"1")).unwrap_or(body);
            [b"$r", b"+r", b">|", b"!|"].iter().any(|start| body.starts_with(*start))
        }
        b'_' => matches!(body, [b'G', letter, b'=', ..] if letter.is_ascii_alphabetic()),
        _ => false,
    }
}

/// Whether `byte` can stand behind `bytes` in an answer: the colour of the background has few letters.
#[must_use]
pub fn may_go_on(bytes: &[u8], byte: u8) -> bool {
    let is_of_colour = byte.is_ascii_hexdigit() || b"rgb:/#?\x1b".contains(&byte);
    !bytes.starts_with(b"\x1b]11;") || is_of_colour
}

/// Whether BEL ends it too, and not ST alone.
#[must_use]
pub fn ends_at_bel(bytes: &[u8]) -> bool {
    bytes.get(1) == Some(&b']')
}
