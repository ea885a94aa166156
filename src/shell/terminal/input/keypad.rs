//! What keyboards send that the library does not know.

/// The key on a keypad that is in its application mode, which another program may have left on:
/// `ESC O` and a letter.
#[must_use]
pub fn key(letter: u8) -> Option<char> {
    match letter {
        b'M' => Some('\r'),
        b'I' => Some('\t'),
        b'X' => Some('='),
        b' ' => Some(' '),
        b'j'..=b'y' => Some(char::from(letter - b'j' + b'*')),
        _ => None,
    }
}

/// A chord as xterm sends it with `modifyOtherKeys`, and tmux with `extended-keys`, in the shorter spelling of the same:
/// `ESC [ 27 ; 5 ; 115 ~` is `ESC [ 115 ; 5 u`.
#[must_use]
pub fn in_short_spelling(sequence: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(sequence).ok()?.strip_prefix("\x1b[27;")?.strip_suffix('~')?;
    let (modifier, code) = text.split_once(';')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(modifier) && is_number(code)).then(|| format!("\x1b[{code};{modifier}u").into_bytes())
}

/// A sequence as rxvt spells Shift and Ctrl, in xterm's spelling: `ESC [ 3 ^` is `ESC [ 3 ; 5 ~`.
#[must_use]
pub fn in_xterm_spelling(sequence: &[u8]) -> Option<Vec<u8>> {
    let arrow = |letter: &u8, modifier: u8| {
        letter
            .is_ascii_lowercase()
            .then(|| vec![0x1b, b'[', b'1', b';', modifier, letter.to_ascii_uppercase()])
    };
    match sequence {
        [0x1b, b'[', letter @ b'a'..=b'd'] => arrow(letter, b'2'),
        [0x1b, b'O', letter @ b'a'..=b'd'] => arrow(letter, b'5'),
        [0x1b, b'[', number @ .., last] if number.iter().all(u8::is_ascii_digit) && !number.is_empty() => {
            let modifier = match last {
                b'$' => b'2',
                b'^' => b'5',
                b'@' => b'6',
                _ => return None,
            };
            Some([b"\x1b[", number, &[b';', modifier, b'~']].concat())
        }
        _ => None,
    }
}

/// A chord as the key that it is on a Latin keyboard: `ESC [ 1089 :: 99 ; 5 u`, Ctrl with a Cyrillic
/// letter, is `ESC [ 99 ; 5 u`. Where the key types one of ASCII, that counts, wherever it lies.
#[must_use]
pub fn on_latin_keyboard(sequence: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(sequence).ok()?.strip_prefix("\x1b[")?.strip_suffix('u')?;
    let (key, rest) = text.split_once(';')?;
    let mut codes = key.split(':');
    let typed: u32 = codes.next()?.parse().ok()?;
    let base: u32 = codes.nth(1)?.parse().ok()?;
    let is_chord = rest.split([':', ';']).next()?.parse::<u32>().ok()?.saturating_sub(1) & ALT_OR_CTRL != 0;
    (is_chord && typed > 0x7f && base < 0x80).then(|| format!("\x1b[{base};{rest}u").into_bytes())
}

/// Alt and Ctrl, as the kitty keyboard protocol counts them.
const ALT_OR_CTRL: u32 = 0b110;
