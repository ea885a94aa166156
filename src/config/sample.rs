//! A config file with every default.

use std::fmt::Write as _;

use super::keys::NONE;
use super::profile_key::ProfileKey;
use super::theme::{INHERITS, SETTINGS};
use crate::keys::{Action, Keymap, Scope, Sequence};
use crate::theme::{Role, Shade, Themes};

/// What stands above all.
const HEAD: &str = r#"## The sagescope config file, with every default. Lines with one # are settings:
## remove the # to set them. `sagescope config check` checks the file.

# version = 1

## How often to refresh automatically: a time from 1s to 24h, or "off".
# refresh = "30s"

## Whether to use the mouse: click, double-click, scroll and drag. To select text, hold Shift
## in most terminals.
# mouse = false

## How to tell that a change has settled while the terminal is out of focus:
## "osc9" or "osc777" for a notification, "bell", "off", or "auto" for what the terminal shows.
# notify = "auto"

## Whether ARNs are links to the console: "on", "off", or "auto" for terminals that show them.
# links = "auto"

"#;

/// What stands above the profiles.
const PROFILES: &str = r#"
## How an AWS profile is marked, and whether anything can be changed with it.
## The name is the profile's; "default" if none is named.
# [profiles.production]
"#;

/// What stands above a theme of one's own.
const OWN_THEME: &str = "
## A theme of your own: a built-in one with other colors, for all backgrounds, or for light or dark ones.
## A color is \"#rrggbb\", a number to 255, or one of the terminal's own, such as \"bright-blue\".
# [themes.my-theme]
";

/// What stands above the keys.
const KEYS: &str = "\
## Keys, by where they work: \"KEY\" = \"ACTION\". A key is a character or one of the names used
## below, optionally after ctrl- or alt-; keys separated by spaces, such as \"g g\", are pressed one
## after another. What you set here is added to the defaults; it replaces what the key did there.
## Of several actions in a list, the first that can be done is done.
";

/// The file.
#[must_use]
pub fn sample() -> String {
    let mut file = HEAD.to_owned();
    file.push_str(&themes());
    file.push_str(PROFILES);
    for key in ProfileKey::ALL {
        let set = format!("{} = {}", key.names().first().unwrap_or(&""), key.example());
        let _ = writeln!(file, "# {set:<20} # {}", key.help());
    }
    let _ = write!(file, "\n{KEYS}## \"{NONE}\" disables a key.\n");
    for &scope in Scope::ALL {
        let _ = writeln!(file, "\n## {}\n# [keys.{}]", scope.title(), scope.name());
        for (keys, does) in bound(scope) {
            let names: Vec<_> = does.iter().map(|(action, _)| format!("\"{}\"", action.name())).collect();
            let names =
                if let [name] = &names[..] { name.clone() } else { format!("[{}]", names.join(", ")) };
            let help: Vec<_> = does.iter().map(|(_, help)| *help).collect();
            let set = format!("{} = {names}", quoted(&keys));
            let _ = writeln!(file, "# {set:<36} # {}", help.join("; or "));
        }
    }
    file
}

/// What the screen looks like.
fn themes() -> String {
    let known = Themes::default();
    let names: Vec<_> = known.names().collect();
    let mut part = format!("## How the screen looks. The themes are {}.\n# [theme]\n", names.join(", "));
    for (name, help) in SETTINGS {
        let value = if name == "name" { Themes::DEFAULT } else { "auto" };
        let set = format!("{name} = \"{value}\"");
        let _ = writeln!(part, "# {set:<36} # {help}");
    }
    part.push_str(OWN_THEME);
    let _ = writeln!(part, "# {:<36} # what it begins with", format!("{INHERITS} = \"{}\"", Themes::DEFAULT));
    for role in Role::ALL {
        let shade = known.get(Themes::DEFAULT).and_then(|theme| theme.dark.get(*role));
        let set = format!("{} = \"{}\"", role.name(), shade.unwrap_or(Shade::Default));
        let _ = writeln!(part, "# {set:<36} # {}", role.help());
    }
    let light = known.get(Themes::DEFAULT).and_then(|theme| theme.light.get(Role::Accent));
    let _ = writeln!(part, "# [themes.my-theme.light]\n# accent = \"{}\"", light.unwrap_or(Shade::Default));
    part
}

/// The keys of a scope in the order of the table, each once, with all that it does there.
fn bound(scope: Scope) -> Vec<(Sequence, Vec<(Action, &'static str)>)> {
    let mut bound: Vec<(Sequence, Vec<(Action, &str)>)> = Vec::new();
    for row in Keymap::builtin().of(scope) {
        for keys in &row.keys {
            let does = (row.action, row.help.as_str());
            match bound.iter_mut().find(|(known, _)| known == keys) {
                Some((_, all)) => all.push(does),
                None => bound.push((keys.clone(), vec![does])),
            }
        }
    }
    bound
}

fn quoted(keys: &Sequence) -> String {
    toml::Value::String(keys.written()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::domain::{AutoRefresh, Setting};

    fn uncommented() -> String {
        let line = |line: &'static str| line.strip_prefix("# ").unwrap_or(line);
        let text: &'static str = Box::leak(sample().into_boxed_str());
        text.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_sample_says_the_defaults() {
        let config = Config::judge(uncommented().as_bytes());
        assert_eq!(config.findings, []);
        assert_eq!((config.refresh, config.mouse), (Some(AutoRefresh::default()), Some(false)));
        assert_eq!((config.notify, config.links), (Some(Setting::Auto), Some(Setting::Auto)));
        assert_eq!(config.theme.name.as_deref(), Some(Themes::DEFAULT));
        let auto = (config.theme.background, config.theme.colors, config.theme.symbols);
        assert_eq!(auto, (Some(Setting::Auto), Some(Setting::Auto), Some(Setting::Auto)));
        let (own, default) = (config.themes.get("my-theme"), config.themes.get(Themes::DEFAULT).unwrap());
        assert_eq!(own.map(|own| own.dark), Some(default.dark));
        let [(name, settings)] = &config.profiles.iter().collect::<Vec<_>>()[..] else {
            panic!("one profile")
        };
        assert_eq!((name.as_str(), settings.read_only), ("production", false));
        let table = |keymap: &Keymap| format!("{:#?}", keymap.all().collect::<Vec<_>>());
        assert_eq!(table(&config.keymap), table(Keymap::builtin()));
        assert_eq!(Config::judge(sample().as_bytes()).profiles.len(), 0);
    }

    #[test]
    fn the_sample_names_all_that_can_be_set() {
        let text = uncommented();
        for key in ProfileKey::ALL {
            assert!(text.contains(&format!("\n{} = ", key.names()[0])), "{key:?}");
        }
        for section in crate::config::file::SECTIONS {
            assert!(
                text.contains(&format!("\n{section} = "))
                    || text.contains(&format!("\n[{section}]"))
                    || text.contains(&format!("[{section}.")),
                "{section}"
            );
        }
        for name in Role::ALL.iter().map(|role| role.name()).chain(SETTINGS.map(|(name, _)| name)) {
            assert!(text.contains(&format!("\n{name} = ")), "{name}");
        }
        for action in Action::all() {
            assert!(text.contains(&format!("\"{}\"", action.name())), "{action:?}");
        }
    }
}
