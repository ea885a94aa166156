//! Bodies of forms.

use serde_json::{Map, Value};

/// How many fields a form may have; an operation takes a dozen at most.
const MOST: usize = 1024;

/// The fields of an `application/x-www-form-urlencoded` body, as a JSON object; none where it is not one, or has
/// too many.
pub(super) fn read(bytes: &[u8]) -> Option<Value> {
    let text = str::from_utf8(bytes).ok()?;
    if text.bytes().filter(|byte| *byte == b'&').count() > MOST {
        return None;
    }
    let mut fields = Map::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        fields.insert(decoded(name)?, Value::String(decoded(value)?));
    }
    Some(Value::Object(fields))
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => bytes.push(digit(rest.next()?)? << 4 | digit(rest.next()?)?),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}
