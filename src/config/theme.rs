//! The sections `theme` and `themes`.

use toml::Spanned;
use toml::de::DeValue;

use super::profiles::{Wrong, table};
use super::values::{Entry, entries, kind};
use super::word;
use crate::domain::{Text, did_you_mean};
use crate::theme::{Ground, Role, Shade, Theme, ThemeSettings, Themes};

/// What can be set in `theme`, with what the config file says of it.
pub const SETTINGS: [(&str, &str); 4] = [
    ("name", "a theme: one of those below, or your own"),
    ("background", "auto asks the terminal"),
    ("colors", "auto, none, 16, 256 or true"),
    ("symbols", "auto, unicode or ascii"),
];

/// What a theme of one's own begins with.
pub const INHERITS: &str = "inherits";
/// The tables of what is set for one kind of background alone.
pub const GROUNDS: [(&str, Ground); 2] = [("light", Ground::Light), ("dark", Ground::Dark)];

/// Adds the person's own themes, as far as they are understood.
pub fn read_own(section: &Spanned<DeValue<'_>>, themes: &mut Themes, wrong: &mut Vec<Wrong>) {
    let builtin = Themes::default();
    for Entry { name, value, .. } in table(section, "themes", wrong).map(entries).unwrap_or_default() {
        let full = format!("themes.{name}");
        let Some(of) = table(value, &full, wrong).map(entries) else { continue };
        let name = Text::clean(name.trim());
        if name.is_empty() {
            wrong.push((value.span().start, "a theme must have a name".to_owned()));
            continue;
        }
        let inherited = of.iter().find(|entry| entry.name == INHERITS);
        // One that is called as a built-in one is that one, with some colours changed.
        let own = builtin.names().find(|known| *known == name.as_str()).unwrap_or(Themes::DEFAULT);
        let base = inherited.map_or(own, |entry| inherits(entry, &builtin, wrong));
        let Some(base) = builtin.get(base) else { continue };
        let mut theme = Theme { name: name.into(), about: "your own".into(), ..base.clone() };
        for entry in of.iter().filter(|entry| entry.name != INHERITS) {
            match GROUNDS.iter().find(|(name, _)| *name == entry.name) {
                Some((name, ground)) => {
                    let inner = table(entry.value, &format!("{full}.{name}"), wrong).map(entries);
                    for entry in inner.unwrap_or_default() {
                        set(&mut theme, Some(*ground), &entry, wrong);
                    }
                }
                None => set(&mut theme, None, entry, wrong),
            }
        }
        themes.add(theme);
    }
}

fn inherits<'a>(entry: &Entry<'a>, builtin: &Themes, wrong: &mut Vec<Wrong>) -> &'a str {
    let words = match entry.value.get_ref() {
        DeValue::String(name) if builtin.get(name).is_some() => return name.as_ref(),
        DeValue::String(name) => {
            format!("there is no built-in theme “{name}”{}", did_you_mean(name, builtin.names()))
        }
        other => format!("“{INHERITS}” must be the name of a built-in theme in quotes, not {}", kind(other)),
    };
    wrong.push((entry.value.span().start, words));
    Themes::DEFAULT
}

/// Sets the colour of a role. One that is wrong is left as it was.
fn set(theme: &mut Theme, ground: Option<Ground>, entry: &Entry<'_>, wrong: &mut Vec<Wrong>) {
    let Some(role) = Role::ALL.iter().copied().find(|role| role.name() == entry.name) else {
        let inner = if ground.is_none() { &GROUNDS[..] } else { &[] };
        let names = Role::ALL.iter().map(|role| role.name()).chain(inner.iter().map(|(name, _)| *name));
        let names = names.chain(ground.is_none().then_some(INHERITS));
        let words = format!("a theme has no “{}”{}", entry.name, did_you_mean(entry.name, names));
        wrong.push((entry.at.start, words));
        return;
    };
    let shade = match entry.value.get_ref() {
        DeValue::String(written) => written.parse::<Shade>(),
        DeValue::Integer(number) => number.to_string().parse(),
        other => Err(format!(
            "“{}” must be a color in quotes, such as \"#ff8800\", not {}",
            entry.name,
            kind(other)
        )),
    };
    match shade {
        Ok(shade) => theme.set(ground, role, shade),
        Err(words) => wrong.push((entry.value.span().start, words)),
    }
}

/// What is set of the theme, as far as it is understood.
pub fn read(section: &Spanned<DeValue<'_>>, themes: &Themes, wrong: &mut Vec<Wrong>) -> ThemeSettings {
    let mut settings = ThemeSettings::default();
    // A name alone is a table of one.
    if let DeValue::String(_) = section.get_ref() {
        settings.name = name(section, themes, wrong);
        return settings;
    }
    for entry in table(section, "theme", wrong).map(entries).unwrap_or_default() {
        match entry.name {
            "name" => settings.name = name(entry.value, themes, wrong),
            "background" => settings.background = word::read(&entry, wrong),
            "colors" | "colours" => settings.colors = word::read(&entry, wrong),
            "symbols" => settings.symbols = word::read(&entry, wrong),
            other => {
                let meant = did_you_mean(other, SETTINGS.map(|(name, _)| name));
                wrong.push((entry.at.start, format!("there is no theme setting “{other}”{meant}")));
            }
        }
    }
    settings
}

fn name(value: &Spanned<DeValue<'_>>, themes: &Themes, wrong: &mut Vec<Wrong>) -> Option<String> {
    let words = match value.get_ref() {
        DeValue::String(name) if themes.get(name).is_some() => return Some(name.to_string()),
        DeValue::String(name) => {
            let names: Vec<_> = themes.names().collect();
            let meant = did_you_mean(name, names.iter().copied());
            let hint = if meant.is_empty() { format!("; there are {}", names.join(", ")) } else { meant };
            format!("there is no theme “{name}”{hint}")
        }
        other => format!("the theme must be a name in quotes, not {}", kind(other)),
    };
    wrong.push((value.span().start, words));
    None
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::domain::Setting;
    use crate::theme::{Depth, Ground, Rgb, Role, Shade, Symbols, ThemeSettings, Themes};

    fn said(config: &Config) -> String {
        config.findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_is_set_is_read() {
        let all = ThemeSettings {
            name: Some("modus".into()),
            background: Some(Setting::Is(Ground::Light)),
            colors: Some(Setting::Is(Depth::Indexed)),
            symbols: Some(Setting::Is(Symbols::Ascii)),
        };
        let name = |name: &str| ThemeSettings { name: Some(name.into()), ..ThemeSettings::default() };
        for (file, settings) in [
            ("[theme]\nname = \"modus\"\nbackground = \"light\"\ncolors = 256\nsymbols = \"ascii\"", all),
            ("theme = \"gruvbox\"", name("gruvbox")),
            // The person's own may stand below.
            ("theme = \"dusk\"\n[themes.dusk]\naccent = 12", name("dusk")),
            ("", ThemeSettings::default()),
        ] {
            let config = Config::judge(file.as_bytes());
            assert_eq!((said(&config).as_str(), &config.theme), ("", &settings), "{file}");
        }
    }

    #[test]
    fn a_theme_of_ones_own_is_another_with_some_colours_changed() {
        let file = "[themes.dusk]\ninherits = \"gruvbox\"\naccent = \"#FF8800\"\nbad = \"bright-red\"\n\
                    background = \"default\"\n[themes.dusk.light]\naccent = 130\n[themes.plain]\n";
        let config = Config::judge(file.as_bytes());
        assert_eq!(said(&config), "");
        let (own, gruvbox) = (config.themes.get("dusk").unwrap(), config.themes.get("gruvbox").unwrap());
        let at = |role| (own.light.get(role).unwrap(), own.dark.get(role).unwrap());
        assert_eq!(at(Role::Accent), (Shade::Indexed(130), Shade::Rgb(Rgb(0xff, 0x88, 0))));
        assert_eq!(at(Role::Bad), (Shade::Indexed(9), Shade::Indexed(9)));
        assert_eq!(at(Role::Background), (Shade::Default, Shade::Default));
        assert_eq!(own.dark.get(Role::Good), gruvbox.dark.get(Role::Good));
        let config = Config::judge(b"[themes.modus]\naccent = 4");
        let (own, modus) = (config.themes.get("modus").unwrap(), Themes::default());
        assert_eq!(own.light.get(Role::Accent), Some(Shade::Indexed(4)));
        assert_eq!(own.light.get(Role::Bad), modus.get("modus").unwrap().light.get(Role::Bad));
        let config = Config::judge(file.as_bytes());
        let plain = config.themes.get("plain").unwrap();
        assert_eq!(plain.dark, config.themes.get("sagescope").unwrap().dark);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place_and_the_rest_holds() {
        let theme = "theme = \"modus\"\n[themes.dusk]\ngood = \"red\"\n";
        for (file, words) in [
            ("theme = \"gruvbx\"", "1:9: there is no theme “gruvbx”; did you mean “gruvbox”?"),
            ("theme = \"q\"", "1:9: there is no theme “q”; there are sagescope, modus, catppuccin, gruvbox"),
            ("theme = 3", "1:9: “theme” must be a table, such as [theme], not a number"),
            ("[theme]\nname = 3", "2:8: the theme must be a name in quotes, not a number"),
            (
                "[theme]\nbackground = \"ligth\"",
                "2:14: “background” must be one of auto, light, dark; did you mean “light”?",
            ),
            (
                "[theme]\ncolors = true",
                "2:10: “colors” must be a string in quotes, such as \"auto\", not true or false",
            ),
            ("[theme]\ncolour = \"none\"", "2:1: there is no theme setting “colour”; did you mean “colors”?"),
            ("[themes]\ndusk = 1", "2:8: “themes.dusk” must be a table, such as [themes.dusk], not a number"),
            (
                "[themes.dusk]\naccent = \"ff8800\"",
                "2:10: “ff8800” is not a color; use #rrggbb, a number to 255, or a name such as bright-blue",
            ),
            ("[themes.dusk]\naccent = 256", "2:10: “256” is not a color: numbers end at 255"),
            (
                "[themes.dusk]\naccent = -1",
                "2:10: “-1” is not a color; use #rrggbb, a number to 255, or a name such as bright-blue",
            ),
            (
                "[themes.dusk]\naccent = true",
                "2:10: “accent” must be a color in quotes, such as \"#ff8800\", not true or false",
            ),
            ("[themes.dusk]\nacent = 1", "2:1: a theme has no “acent”; did you mean “accent”?"),
            ("[themes.dusk.dark]\nacent = 1", "2:1: a theme has no “acent”; did you mean “accent”?"),
            ("[themes.dusk.drak]\naccent = 1", "1:14: a theme has no “drak”; did you mean “dark”?"),
            (
                "[themes.dusk]\ninherits = \"gruv\"",
                "2:12: there is no built-in theme “gruv”; did you mean “gruvbox”?",
            ),
            ("[themes.\" \"]\naccent = 1", "1:1: a theme must have a name"),
        ] {
            let config = Config::judge(file.as_bytes());
            assert_eq!(said(&config), words, "{file}");
            assert!(!config.hides_what_may_be_written, "{file}");
        }
        let config = Config::judge(format!("{theme}accent = \"nope\"\nbusy = 4").as_bytes());
        assert_eq!(config.findings.len(), 1, "{}", said(&config));
        assert_eq!(config.theme.name.as_deref(), Some("modus"));
        let own = &config.themes.get("dusk").unwrap().dark;
        assert_eq!(
            (own.get(Role::Good), own.get(Role::Busy)),
            (Some(Shade::Indexed(1)), Some(Shade::Indexed(4)))
        );
        assert_eq!(own.get(Role::Accent), config.themes.get("sagescope").unwrap().dark.get(Role::Accent));
    }
}
