//! What keys send.

/// The bytes of a key, by its name: `j`, `Enter`, `Ctrl-S`.
pub fn bytes(name: &str) -> Vec<u8> {
    let named: &[u8] = match name {
        "Enter" => b"\r",
        "Esc" => b"\x1b",
        "Tab" => b"\t",
        "End" => b"\x1b[F",
        "Home" => b"\x1b[H",
        "Down" => b"\x1b[B",
        "Up" => b"\x1b[A",
        "PgDn" => b"\x1b[6~",
        "F1" => b"\x1bOP",
        "F2" => b"\x1bOQ",
        _ => return plain(name),
    };
    named.to_vec()
}

fn plain(name: &str) -> Vec<u8> {
    match name.strip_prefix("Ctrl-") {
        Some(letter) => vec![letter.as_bytes()[0] & 0x1f],
        None => name.as_bytes().to_vec(),
    }
}
