//! The settings file.

use std::fs;
use std::os::unix::fs::symlink;

use sagescope::disk::Settings;
use sagescope::domain::Colour;

use super::*;

fn read(raw: &[u8]) -> Result<Settings, String> {
    let home = Home::new();
    fs::create_dir_all(home.folders().config).unwrap();
    fs::write(home.folders().config.join("config.toml"), raw).unwrap();
    Settings::read(&home.folders()).map_err(|trouble| trouble.to_string())
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
        let settings = read(raw.as_bytes()).unwrap();
        assert_eq!(settings.read_only_profiles().contains("prod"), named, "{raw:?}");
        assert_eq!(settings.read_only_profiles().contains("default"), default, "{raw:?}");
    }
}

#[test]
fn what_is_not_understood_is_named_with_its_line() {
    for (raw, line, says) in [
        (&b"[profiles.prod]\nreadonly = true\n"[..], 2, "`readonly`"),
        (b"\n[profile.prod]\nread_only = true\n", 2, "`profile`"),
        (b"[profiles.prod]\nread_only = \"true\"\n", 2, "boolean"),
        (b"[profiles.prod]\nread_only = 1\n", 2, "boolean"),
        (b"[profiles.prod]\nread_only = true\nread_only = false\n", 3, "duplicate"),
        (b"[profiles.prod\nread_only = true\n", 1, ""),
        (b"\n\n\nhalf", 4, ""),
        (b"profiles = 1\n", 1, "map"),
        (b"[profiles.prod]\n# \xff\n", 2, "UTF-8"),
        (b"[profiles.prod]\n\"\\u001b[2J\" = true\n", 2, "unknown"),
    ] {
        let said = read(raw).unwrap_err();
        let shown = String::from_utf8_lossy(raw);
        assert!(said.contains(&format!("config.toml, line {line},")), "{shown}: {said}");
        assert!(said.contains(says), "{shown}: {said}");
        assert!(said.contains("read-only") && !said.contains(char::is_control), "{shown}: {said}");
    }
}

#[test]
fn a_missing_file_is_fine_and_one_that_can_not_be_read_is_not() {
    let home = Home::new();
    let config = home.folders().config;
    let said = || Settings::read(&home.folders()).unwrap_err().to_string();
    assert_eq!(Settings::read(&home.folders()), Ok(Settings::default()));
    fs::create_dir_all(&config).unwrap();
    assert_eq!(Settings::read(&home.folders()), Ok(Settings::default()));
    symlink("/nowhere/at/all", config.join("config.toml")).unwrap();
    assert!(said().contains("config.toml"), "{}", said());
    fs::remove_file(config.join("config.toml")).unwrap();
    fs::create_dir(config.join("config.toml")).unwrap();
    assert!(said().contains("a folder stands"), "{}", said());
    fs::remove_dir_all(&config).unwrap();
    symlink("/nowhere/at/all", &config).unwrap();
    assert!(said().contains("config.toml"), "{}", said());
    fs::remove_file(&config).unwrap();
    fs::write(&config, "").unwrap();
    assert!(said().contains("a file stands"), "{}", said());
}

#[test]
fn what_tells_accounts_apart_is_shown_though_something_else_is_wrong() {
    let home = Home::new();
    fs::create_dir_all(home.folders().config).unwrap();
    let file = "[profiles.prod]\nword = \"PROD\"\ncolour = \"orange\"\nread_only = \"yes\"\n\
                [profiles.test]\nword = \"a word that is far too long\"\ncolor = \"green\"\n";
    for (file, marked) in [(file, true), ("[profiles.prod\n", false)] {
        fs::write(home.folders().config.join("config.toml"), file).unwrap();
        assert!(Settings::read(&home.folders()).is_err());
        let marks = Settings::marks_as_far_as_understood(&home.folders());
        assert_eq!(marks.contains_key("prod"), marked);
        if marked {
            assert_eq!(marks["prod"].word.as_ref().unwrap().as_str(), "PROD");
            assert_eq!((marks["prod"].colour, marks["prod"].read_only), (None, false));
            assert_eq!((&marks["test"].word, marks["test"].colour), (&None, Some(Colour::Green)));
        }
    }
}
