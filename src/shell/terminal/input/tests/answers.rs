//! Answers of the terminal.

use super::{Play, Script, check};

#[test]
fn answers_are_no_keys() {
    check(&[
        ("1b 5d 31 31 3b \"rgb:1e1e/1e1e/1e1e\" 1b 5c", "dark"),
        ("1b 5d 31 31 3b \"rgb:fdfd/f6f6/e3e3\" 07 6a", "light j"),
        ("1b 5d | 31 | 31 | 3b \"rgb:1e1e\" | \"/1e/1e\" | 07", "dark"),
        // Senseless.
        ("1b 5d 31 31 3b \"rgb:1e1e/1e1e\" 07 6a", "j"),
        ("1b 5d 31 31 3b 07 6a", "j"),
        ("1b 5d 31 31 3b \"unknown\" 07 6a", "j"),
        // Cut off: what is typed behind it is keys.
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | 6a | \"q\"", "j q"),
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | 0d", "Enter"),
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | 1b 5b 41", "Up"),
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | c3 a9", "é"),
        // Word that it has changed.
        ("1b 5b 3f 39 39 37 3b 31 6e", "wants-dark"),
        ("1b 5b 3f | 39 39 37 3b | 32 6e 6a", "wants-light j"),
        ("1b 5b 3f 39 39 37 3b 33 6e 6a", "j"),
        // What is answered last.
        ("1b 5b 3f 36 32 3b 32 32 63 6a", "last-answer j"),
        ("1b 5b 3f 36 | 63", "last-answer"),
        ("1b 5d 31 31 3b \"rgb:1e1e\" 1b | 5c 6a", "j"),
        ("1b 50 3e 7c \"xterm(380)\" 1b 5c 6a", "j"),
        ("1b 50 | 31 2b 72 \"544e=787465726d\" | 1b 5c", ""),
        ("1b 5f \"Gi=31;OK\" 1b 5c 6a", "j"),
        ("1b 5e \"private\" 1b 5c 6a", "j"),
        ("1b 50 \"jjDT\" 1b 5c", ""),
        ("1b 5b 3e 34 31 3b 33 38 30 3b 30 63", ""),
        ("1b 5b 31 30 3b 32 30 52", ""),
        ("1b 5b 3f 32 30 32 36 3b 32 24 79", ""),
        ("1b 5b 3f 30 75", "tells-keys-apart"),
        ("1b 5b 49 1b 5b 4f", "focus no-focus"),
        ("1b 5b 4d 20 21 21 6a", "j"),
    ]);
}

#[test]
fn an_answer_ends_in_every_way_that_there_is() {
    let begun = "1b 5d 31 31 3b \"rgb:\"";
    for (end, reported) in [
        ("1b 5c 6a", "j"),
        ("07 6a", "j"),
        ("18 6a", "j"),
        ("1a 6a", "j"),
        ("03 6a", "Ctrl-c j"),
        ("~ 6a", "j"),
        ("1b 5b 44 6a", "Left j"),
        ("1b ~ 6a", "Esc j"),
    ] {
        assert_eq!(Play::run(&Script(&format!("{begun} {end}"))).words(), reported, "{end}");
    }
    for (end, reported) in [("1b 5c 6a", "j"), ("07 6a", "j"), ("03", "Ctrl-c"), ("~ 6a", "j")] {
        let long = format!("{begun} \"{}\" {end}", "j".repeat(5_000));
        assert_eq!(Play::run(&Script(&long)).words(), reported, "{end}");
    }
}
