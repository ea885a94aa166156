//! What holds of any input. The fuzzers look for one of which it does not; `tests/it/fuzzed.rs` tries again what
//! they once found.

pub mod answer;
pub mod arn;
pub mod cleaner;
pub mod config;
pub mod draft;
pub mod filter;
pub mod journal;
mod kept;
pub mod key;
pub mod table;

/// Whether a terminal can be given `text` as one line: nothing in it moves the cursor, ends a line, changes the
/// direction of what follows or is taken for a command. Read from the standards, apart from the cleaner's own list.
fn is_harmless(text: &str) -> bool {
    let is_control = |c: char| matches!(u32::from(c), 0..=0x1f | 0x7f..=0x9f);
    let ends_line = |c: char| matches!(c, '\u{2028}' | '\u{2029}');
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_noted = |c: char| matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    !text.chars().any(|c| is_control(c) || ends_line(c) || turns(c) || is_noted(c))
}
