//! The config file.

use std::fs;
use std::os::unix::fs::symlink;

use sagescope::config::Config;
use sagescope::domain::Colour;
use sagescope::keys::Keymap;

use super::*;

fn path(home: &Home) -> PathBuf {
    home.folders().config.join("config.toml")
}

#[test]
fn a_profile_is_read_only_if_the_file_says_so() {
    for (raw, named, default) in [
        ("", false, false),
        ("# nothing\n", false, false),
        ("[profiles]\n", false, false),
        ("[profiles.prod]\n", false, false),
        ("[profiles.prod]\nread_only = true\n", true, false),
        ("[profiles.prod]\r\nread_only = false\r\n", false, false),
        ("\u{feff}[profiles.prod]\nread_only = true\n", true, false),
        ("profiles = { prod = { read_only = true }, default = { read_only = true } }", true, true),
        ("[profiles.default]\nread_only = true\n", false, true),
        ("[profiles.Prod]\nread_only = true\n", false, false),
    ] {
        let config = Config::judge(raw.as_bytes());
        assert_eq!((config.findings.len(), config.hides_what_may_be_written), (0, false), "{raw:?}");
        assert_eq!(config.read_only_profiles().contains("prod"), named, "{raw:?}");
        assert_eq!(config.read_only_profiles().contains("default"), default, "{raw:?}");
    }
}

/// What may be written can't be judged then.
#[test]
fn what_is_wrong_about_profiles_is_named_and_makes_all_read_only() {
    for (raw, at, says) in [
        (
            &b"[profiles.prod]\nreadonly = true\n"[..],
            (2, 1),
            "no profile setting “readonly”; did you mean “read_only”?",
        ),
        (b"\n[profile.prod]\nread_only = true\n", (2, 2), "no setting “profile”; did you mean “profiles”?"),
        (b"[profiles.prod]\nread_only = \"true\"\n", (2, 13), "true or false, without quotes, not a string"),
        (b"[profiles.prod]\nread_only = 1\n", (2, 13), "true or false, without quotes, not a number"),
        (b"[profiles.prod]\nread_only = true\nread_only = false\n", (3, 1), "duplicate"),
        (b"[profiles.prod]\ncolour = \"yelow\"\n", (2, 10), "did you mean “yellow”?"),
        (b"[profiles.prod]\ncolour = \"red\"\ncolor = \"red\"\n", (3, 1), "twice"),
        (b"[profiles.prod]\nword = \"much too long a word\"\n", (2, 8), "1 to 12 characters"),
        (b"[profiles.prod]\nword = 7\n", (2, 8), "a string in quotes, not a number"),
        (b"[profiles.prod\nread_only = true\n", (1, 15), "not valid TOML"),
        (b"\n\n\nhalf", (4, 5), "not valid TOML"),
        (b"profiles = 1\n", (1, 12), "must be a table, such as [profiles], not a number"),
        (b"[profiles]\nprod = true\n", (2, 8), "must be a table, such as [profiles.prod], not true or false"),
        (b"[profiles.prod]\n# \xff\n", (2, 3), "UTF-8"),
        ("[profiles.\"größe\"]\n\"ö\" = 1\n".as_bytes(), (2, 1), "no profile setting “ö”"),
        (b"[profiles.prod]\n\"\\u001b[2J\" = true\n", (2, 1), "no profile setting “"),
        (b"[colors]\n", (1, 2), "no setting “colors”"),
    ] {
        let config = Config::judge(raw);
        let shown = String::from_utf8_lossy(raw);
        assert!(config.hides_what_may_be_written, "{shown}");
        let [finding] = &config.findings[..] else { panic!("{shown}: {:?}", config.findings) };
        assert_eq!(finding.at, Some(at), "{shown}: {finding}");
        assert!(
            finding.words.contains(says) && !finding.words.contains(char::is_control),
            "{shown}: {finding}"
        );
    }
}

/// The default keys are in force then, and what may be written is as the file says.
#[test]
fn what_is_wrong_about_keys_is_named_and_leaves_profiles_alone() {
    for (keys, at, says) in [
        ("[keys.lst]", (1, 7), "no scope “lst”; did you mean “list”?"),
        ("[kyes.list]", (1, 2), "did you mean “keys”?"),
        ("keys = 1", (1, 8), "must be a table, such as [keys]"),
        ("[keys]\nlist = 1", (2, 8), "must be a table, such as [keys.list]"),
        ("[keys.list]\n\"ctrl-n\" = \"donw\"", (2, 12), "no action “donw”; did you mean “down”?"),
        ("[keys.list]\n\"ctrl-n\" = \"non\"", (2, 12), "did you mean “none”?"),
        ("[keys.list]\n\"ctrl-n\" = false", (2, 12), "\"none\", not true or false"),
        ("[keys.list]\n\"ctrl-n\" = []", (2, 12), "not a list"),
        ("[keys.list]\n\"cntrl-n\" = \"down\"", (2, 1), "no key “cntrl-n”; did you mean “ctrl-n”?"),
        ("[keys.list]\n\"pgdwn\" = \"down\"", (2, 1), "did you mean “pgdn”?"),
        ("[keys.list]\n\"ctrl-lft\" = \"down\"", (2, 1), "did you mean “ctrl-left”?"),
        ("[keys.list]\n\"ctrl-i\" = \"down\"", (2, 1), "a terminal sends Tab for it"),
        ("[keys.list]\n\"ctrl-1\" = \"down\"", (2, 1), "letters only"),
        ("[keys.list]\n\"g  g\" = \"first\"", (2, 1), "separate keys by one space"),
        ("[keys.list]\n\"z esc\" = \"first\"", (2, 1), "“esc” ends a sequence"),
        ("[keys.form]\nn = \"next-field\"", (2, 1), "types text there"),
        ("[keys.list]\nz = \"raw-wrap\"", (2, 5), "can't be used in “list”, only in “raw”"),
        ("[keys.list]\n\"ctrl-n\" = \"down\"\n\"Ctrl-N\" = \"up\"", (3, 1), "is set twice"),
        ("[keys.list]\ne = \"down\"", (2, 1), "“e” is “down” in “list” and “edit” in “image”"),
        ("[keys.list]\n\"g g\" = \"first\"", (2, 1), "write \"g\" = \"none\" in [keys.list]"),
        ("[keys.review]\n\"ctrl-s\" = \"send\"", (2, 1), "can't be on “ctrl-s”"),
        ("[keys.review]\n\"x\" = \"send\"", (2, 1), "a key that types"),
        ("[keys.form]\nesc = \"none\"", (2, 1), "no key is left that closes"),
        ("[keys.everywhere]\nctrl-c = \"none\"", (2, 1), "no key is left that quits"),
    ] {
        let raw = format!("{keys}\n[profiles.prod]\nread_only = true\n");
        let config = Config::judge(raw.as_bytes());
        assert!(!config.hides_what_may_be_written && config.read_only_profiles().contains("prod"), "{keys}");
        let first = config.findings.first().unwrap_or_else(|| panic!("nothing is said of {keys}"));
        assert_eq!(first.at, Some(at), "{keys}: {first}");
        assert!(first.words.contains(says), "{keys}: {first}");
        assert_eq!(config.keymap.to_text(), Keymap::builtin().to_text(), "{keys}");
    }
}

#[test]
fn keys_of_the_file_are_in_the_table_and_every_finding_is_told() {
    let raw = "[keys.list]\n\"ctrl-n\" = \"down\"\nq = \"none\"\ng = \"none\"\n\"g g\" = \"first\"\n\
               esc = [\"stop-scan\", \"clear-filter\"]\n";
    let config = Config::judge(raw.as_bytes());
    assert_eq!(config.findings, []);
    let text = config.keymap.to_text();
    for row in ["\"ctrl-n\" \"j\" \"down\" ", "\"g g\" \"home\" ", "\"q\"  "] {
        assert!(text.lines().any(|line| line.starts_with(row)), "{row}:\n{text}");
    }
    let config = Config::judge(b"[keys.list]\nz = \"donw\"\n[profiles.prod]\nwrod = \"X\"\n[wht]\n");
    let at: Vec<_> = config.findings.iter().map(|finding| finding.at.unwrap().0).collect();
    assert_eq!(at, [2, 4, 5]);
    let said = config.complaint(Path::new("/c"), config.hides_what_may_be_written).unwrap();
    assert!(said.starts_with("/c, line 2, column 5: there is no action “donw”"), "{said}");
    assert!(said.contains("2 more problems: run") && said.ends_with("everything is read-only."), "{said}");
}

#[test]
fn a_missing_file_is_fine_and_one_that_can_not_be_read_is_not() {
    let home = Home::new();
    let config = home.folders().config;
    let said = || {
        let config = Config::read(&path(&home));
        assert_eq!(config.findings.is_empty(), !config.hides_what_may_be_written);
        config.complaint(&path(&home), config.hides_what_may_be_written).unwrap_or_default()
    };
    assert_eq!(said(), "");
    fs::create_dir_all(&config).unwrap();
    assert_eq!(said(), "");
    symlink("/nowhere/at/all", config.join("config.toml")).unwrap();
    assert!(said().contains("config.toml"), "{}", said());
    fs::remove_file(config.join("config.toml")).unwrap();
    fs::create_dir(config.join("config.toml")).unwrap();
    assert!(said().contains("there is a folder"), "{}", said());
    fs::remove_dir_all(&config).unwrap();
    symlink("/nowhere/at/all", &config).unwrap();
    assert!(said().contains("config.toml"), "{}", said());
    fs::remove_file(&config).unwrap();
    fs::write(&config, "").unwrap();
    assert!(said().contains("there is a file"), "{}", said());
}

#[test]
fn what_tells_accounts_apart_is_shown_though_something_else_is_wrong() {
    let file = "[profiles.prod]\nword = \"PROD\"\ncolour = \"orange\"\nread_only = \"yes\"\n\
                [profiles.test]\nword = \"a word that is far too long\"\ncolor = \"green\"\n";
    let config = Config::judge(file.as_bytes());
    assert_eq!(config.findings.len(), 3);
    let marks = config.marks();
    assert_eq!(marks["prod"].word.as_ref().unwrap().as_str(), "PROD");
    assert_eq!((marks["prod"].colour, marks["prod"].read_only), (None, false));
    assert_eq!((&marks["test"].word, marks["test"].colour), (&None, Some(Colour::Green)));
    assert!(Config::judge(b"[profiles.prod\n").marks().is_empty());
}
