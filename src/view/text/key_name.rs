//! The key of an action, for sentences that name it.

use crate::app::App;
use crate::keys::Action;

/// The first that leads there from where the person is: where text is typed, none that types.
#[must_use]
pub fn here(app: &App, action: Action) -> String {
    let (_, is_typing) = app.scopes();
    let mut bound = app.keymap.all().filter(|binding| binding.action == action);
    let key = bound.find_map(|binding| binding.keys.iter().find(|chord| !is_typing || !chord.types()));
    key.map_or_else(|| app.keymap.first_key(action), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use crate::keys::Chord;

    /// Sentences that may name a key by hand, and why.
    const BY_HAND: [(&str, &str); 3] = [
        // Words of the service, which are no keys.
        ("src/emulator/rules/words.rs", "Delete_Failed"),
        ("src/emulator/store/studio_kind.rs", "Space"),
        // Read by the terminal's own line, while another program has it: no key of ours is in force.
        ("src/shell/foreground.rs", "\\nsagescope: {how}. Press Enter to go back. "),
    ];

    /// What keys are called on the screen; `Ctrl-` and `Alt-` are found by their first part.
    fn names() -> Vec<String> {
        let named = ["enter", "esc", "tab", "backtab", "backspace", "delete", "home", "end", "pgup", "pgdn"];
        let chords = named.into_iter().chain(["space", "f1", "f2"]).map(|key| key.parse::<Chord>().unwrap());
        chords.map(|chord| chord.to_string()).chain(["Ctrl".into(), "Alt".into()]).collect()
    }

    /// The source files, without those of tests and the table of names itself.
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() && name != "tests" {
                sources(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs")
                && !["tests.rs", "chord.rs"].contains(&name)
            {
                found.push(path);
            }
        }
    }

    /// What stands between quotes in code, up to the tests at the end of a file.
    fn literals(source: &str) -> Vec<String> {
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let (mut found, mut chars) = (Vec::new(), code.chars().peekable());
        while let Some(c) = chars.next() {
            match c {
                '/' if chars.peek() == Some(&'/') => {
                    chars.by_ref().find(|c| *c == '\n');
                }
                // A quote as a character.
                '\'' if chars.peek() == Some(&'"') => {
                    chars.next();
                }
                '"' => {
                    let mut text = String::new();
                    while let Some(c) = chars.next().filter(|c| *c != '"') {
                        text.push(c);
                        text.extend((c == '\\').then(|| chars.next()).flatten());
                    }
                    found.push(text);
                }
                _ => {}
            }
        }
        found
    }

    fn names_a_key(text: &str, names: &[String]) -> bool {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        let by_table = |(at, verb): (usize, &str)| text[at + verb.len()..].trim_start().starts_with('{');
        words.any(|word| names.iter().any(|name| name == word))
            || text.match_indices("press ").any(|it| !by_table(it))
    }

    #[test]
    fn no_sentence_names_a_key_but_by_the_table() {
        let (root, names) = (Path::new(env!("CARGO_MANIFEST_DIR")), names());
        let mut files = Vec::new();
        sources(&root.join("src"), &mut files);
        let (mut by_hand, mut looked_at) = (Vec::new(), 0);
        for file in files {
            let name = file.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            let texts = literals(&std::fs::read_to_string(&file).unwrap());
            looked_at += texts.len();
            let found = texts.into_iter().filter(|text| names_a_key(text, &names));
            by_hand.extend(found.map(|text| (name.clone(), text)));
        }
        assert!(looked_at > 1000, "the sources are not where they were");
        by_hand.sort();
        let allowed = BY_HAND.map(|(file, text)| (file.to_owned(), text.to_owned()));
        assert_eq!(by_hand, allowed);
    }

    /// Words that were given up for another, so that there is one word for one thing.
    const GIVEN_UP: [(&str, &str); 17] = [
        ("another hand", "someone else"),
        ("somebody", "someone"),
        ("keys of the env", "environment credentials"),
        ("cleared", "unset"),
        ("put back", "reset"),
        ("not known", "unknown"),
        ("in focus", "selected"),
        ("log-in", "log in, or login"),
        ("under way", "in progress"),
        ("cut short", "interrupted"),
        ("tries again", "press … to try again"),
        ("looks again", "press … to look again"),
        ("in force", "apply"),
        ("by itself", "automatically"),
        ("thrown away", "discarded"),
        ("has to be", "must be"),
        ("the answer", "the response"),
    ];

    #[test]
    fn no_sentence_has_a_word_that_was_given_up() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        sources(&root.join("src"), &mut files);
        files.retain(|file| !file.starts_with(root.join("src/emulator")));
        let texts = files.iter().flat_map(|file| literals(&std::fs::read_to_string(file).unwrap()));
        let table = std::fs::read_to_string(root.join("assets/keys.toml")).unwrap();
        let is_read = |line: &&str| line.starts_with("words = ") || line.starts_with("help = ");
        let texts: Vec<_> = texts.chain(table.lines().filter(is_read).map(str::to_owned)).collect();
        assert!(texts.len() > 1000, "the sources are not where they were");
        for (given_up, instead) in GIVEN_UP {
            // A name of one word, as that of a scope, is no sentence.
            let is_found = |text: &&String| text.contains(' ') && text.to_lowercase().contains(given_up);
            let found: Vec<_> = texts.iter().filter(is_found).collect();
            assert!(found.is_empty(), "say {instead:?} instead: {found:#?}");
        }
    }

    /// Whoever asked the table that comes with the program would name keys that are not in force.
    #[test]
    fn no_one_but_the_config_takes_keys_from_the_table_that_comes_with_the_program() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        sources(&root.join("src"), &mut files);
        let mut found = Vec::new();
        for file in files {
            let source = std::fs::read_to_string(&file).unwrap();
            let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
            if code.contains("Keymap::builtin") {
                found.push(file.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
        found.sort();
        let begin = "src/app/state.rs";
        let of_the_file = ["file", "keys", "sample", "schema"].map(|name| format!("src/config/{name}.rs"));
        // What the command line says of the keys is of those that come with the program.
        let of_the_manual = ["help", "page"].map(|name| format!("src/cli/manual/{name}.rs"));
        let of_the_picker = "src/app/shell_picking.rs".to_owned();
        let all = [vec![of_the_picker, begin.to_owned()], of_the_manual.into(), of_the_file.into()];
        assert_eq!(found, all.concat());
    }

    #[test]
    fn what_names_a_key_is_found() {
        let names = names();
        for (text, is_found) in [
            ("then press Enter again", true),
            ("Ctrl-S reviews", true),
            ("{down} more lines, PgDn", true),
            ("press y to go on", true),
            ("press {key} to go on", false),
            ("at the end; the default tab", false),
            ("EndpointUrl", false),
        ] {
            assert_eq!(names_a_key(text, &names), is_found, "{text}");
        }
        assert_eq!(literals("a(\"x \\\" y\"); // \"no\"\n'\"'; b(\"z\")"), ["x \\\" y", "z"]);
    }
}
