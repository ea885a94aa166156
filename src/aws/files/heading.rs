//! What the heading of a section says, by the rules of the AWS CLI.

use aws_runtime::env_config::file::EnvConfigFileKind;

use super::line::trim;
use super::words;
use crate::domain::Text;

/// The kinds of section that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SectionKind {
    /// `[profile x]`, or `[x]` in the credentials file.
    Profile,
    /// `[sso-session x]`.
    SsoSession,
    /// `[services x]`: endpoints.
    Services,
    /// `[DEFAULT]`: settings that every section of the file has which says nothing else.
    Defaults,
    /// Any other: nobody's business.
    Other,
    /// One that its writer meant, and that the CLI passes over.
    Ignored,
}

impl SectionKind {
    /// The word before the name, in the config file.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::SsoSession => "sso-session",
            Self::Services => "services",
            Self::Defaults | Self::Other | Self::Ignored => "section",
        }
    }
}

/// The kinds that have a word before their name.
const NAMED: [SectionKind; 3] = [SectionKind::Profile, SectionKind::SsoSession, SectionKind::Services];

/// A heading, understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub kind: SectionKind,
    /// The name, fit to be shown.
    pub name: String,
    /// All of it as it stands in the file: sections with the same one are one section.
    pub raw: String,
    /// Why it can't be used and what to do, as the end of a sentence.
    pub wrong: Option<String>,
    /// The same where it can be used, but hardly is what was meant.
    pub note: Option<String>,
    /// The name that was probably meant, where that is another one.
    pub meant: Option<String>,
}

impl Heading {
    /// Reads what stands between `[` and `]`.
    pub(super) fn read(inside: &str, file: EnvConfigFileKind) -> Self {
        // To the CLI blanks at both ends are a part of the name; nobody means that.
        let name = trim(inside);
        let heading = match (inside, file) {
            ("DEFAULT", _) => Self::of(SectionKind::Defaults, inside),
            (_, EnvConfigFileKind::Config) => Self::in_config(name),
            (_, EnvConfigFileKind::Credentials) => Self::in_credentials(name),
        };
        Self { raw: inside.into(), ..heading }
    }

    /// What a heading that can't be read probably names: its second word, or its only one. The rest
    /// of such a line might be a secret.
    pub(super) fn guess(line: &str) -> Self {
        let mut words =
            line.trim_start_matches('[').split([' ', '\t', ']', '#', ';']).filter(|word| !word.is_empty());
        let first = words.next().unwrap_or_default();
        let (kind, name) = match NAMED.into_iter().find(|kind| kind.word() == first) {
            Some(kind) => (kind, words.next().unwrap_or_default()),
            None => (SectionKind::Profile, first),
        };
        let kind = if fits(name) { kind } else { SectionKind::Ignored };
        Self { raw: line.into(), ..Self::of(kind, name) }
    }

    fn in_config(inside: &str) -> Self {
        if inside == "default" {
            return Self::of(SectionKind::Profile, inside);
        }
        let Some(kind) = NAMED.into_iter().find(|kind| inside.starts_with(kind.word())) else {
            return Self::without_word(inside);
        };
        let word = kind.word();
        match words::split(inside).as_deref() {
            Ok([_, name]) => Self::named(kind, name),
            Ok([only]) if only == word => Self::nameless("this section has no name. Write [profile NAME]."),
            Ok([only]) => Self::without_word(only),
            Ok(_) => {
                let name = trim(&inside[word.len()..]);
                let bare = shown(name);
                let wrong = format!(
                    "[{word} {bare}] is ignored: a name with spaces must be in quotes. Write [{word} \
                     \"{bare}\"]."
                );
                Self::ignored(name, wrong)
            }
            Err(why) => {
                let name = trim(&inside[word.len()..]).trim_start_matches(['"', '\'']);
                let wrong = format!("this section is ignored: {why}. Write [{word} \"NAME\"].");
                Self::ignored(name, wrong)
            }
        }
    }

    /// A section of the config file that has none of the words.
    fn without_word(inside: &str) -> Self {
        let (first, rest) = inside.split_once([' ', '\t']).unwrap_or((inside, ""));
        let lower = first.to_ascii_lowercase();
        match inside {
            "" => Self::nameless("this section has no name. Write [profile NAME]."),
            "plugins" | "preview" => Self::of(SectionKind::Other, inside),
            _ if NAMED.iter().any(|kind| kind.word() == lower) => {
                Self::ignored(trim(rest), format!("this section is ignored. Write `{lower}` in lower case."))
            }
            _ if rest.is_empty() => {
                let bare = shown(inside);
                let wrong = format!("[{bare}] is ignored in this file. Write [profile {bare}].");
                Self::ignored(inside, wrong)
            }
            _ => Self::of(SectionKind::Other, trim(rest)),
        }
    }

    fn in_credentials(inside: &str) -> Self {
        let (word, rest) = inside.split_once([' ', '\t']).unwrap_or(("", inside));
        match word {
            "profile" => {
                let bare = shown(trim(rest));
                let note = format!(
                    "in this file [profile {bare}] is the profile \"profile {bare}\". Write [{bare}] if you \
                     mean that one."
                );
                Self { note: Some(note), meant: Some(bare), ..Self::named(SectionKind::Profile, inside) }
            }
            "sso-session" | "services" => Self::ignored(
                trim(rest),
                "this section is ignored in this file. Move it to the config file.".into(),
            ),
            _ if inside.is_empty() => Self::nameless("this section has no name. Write [NAME]."),
            _ => Self::named(SectionKind::Profile, inside),
        }
    }

    fn named(kind: SectionKind, name: &str) -> Self {
        let noun = kind.word();
        let wrong = match name {
            "" => Some("this section has no name. Give it one.".into()),
            name if fits(name) => None,
            _ => Some(format!("the name of this {noun} has unprintable characters. Rename it.")),
        };
        Self { wrong, ..Self::of(kind, name) }
    }

    fn nameless(wrong: &str) -> Self {
        Self { wrong: Some(wrong.into()), ..Self::of(SectionKind::Ignored, "") }
    }

    fn ignored(name: &str, wrong: String) -> Self {
        Self { wrong: Some(wrong), ..Self::of(SectionKind::Ignored, name) }
    }

    fn of(kind: SectionKind, name: &str) -> Self {
        Self { kind, name: shown(name), raw: name.into(), wrong: None, note: None, meant: None }
    }
}

/// A name that can be shown as it is: else another one could look like it.
fn fits(name: &str) -> bool {
    !name.is_empty() && Text::clean(name).as_str() == name
}

fn shown(name: &str) -> String {
    Text::clean(name).into()
}

/// A name as it has to stand in a heading.
pub(super) fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-/.%@:+".contains(c);
    if name.chars().all(plain) { name.to_owned() } else { format!("{name:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_the_config_file() {
        for (inside, kind, name, wrong) in [
            ("default", SectionKind::Profile, "default", None),
            ("profile default", SectionKind::Profile, "default", None),
            ("DEFAULT", SectionKind::Defaults, "DEFAULT", None),
            (" profile \t a ", SectionKind::Profile, "a", None),
            ("profile \"a\"", SectionKind::Profile, "a", None),
            ("profile 'a b'", SectionKind::Profile, "a b", None),
            ("profile a\\ b", SectionKind::Profile, "a b", None),
            ("profile a'b 'c", SectionKind::Profile, "ab c", None),
            ("profile (a),~{b}#&=![c]", SectionKind::Profile, "(a),~{b}#&=![c]", None),
            ("profile équipe", SectionKind::Profile, "équipe", None),
            ("profilex a", SectionKind::Profile, "a", None),
            ("profile a b", SectionKind::Ignored, "a b", Some("Write [profile \"a b\"]")),
            ("profile it's", SectionKind::Ignored, "it's", Some("a quote is not closed")),
            ("profile \"\"", SectionKind::Profile, "", Some("no name")),
            ("profile a\u{202e}b", SectionKind::Profile, "a\u{fffd}b", Some("Rename it")),
            ("sso-session s", SectionKind::SsoSession, "s", None),
            ("sso-session 'FOO BAR'", SectionKind::SsoSession, "FOO BAR", None),
            ("services \"s t\"", SectionKind::Services, "s t", None),
            ("plugins", SectionKind::Other, "plugins", None),
            ("new-thing x y", SectionKind::Other, "x y", None),
            ("a", SectionKind::Ignored, "a", Some("Write [profile a]")),
            ("profile-a", SectionKind::Ignored, "profile-a", Some("Write [profile profile-a]")),
            ("profile", SectionKind::Ignored, "", Some("no name")),
            ("", SectionKind::Ignored, "", Some("no name")),
            ("Profile a", SectionKind::Ignored, "a", Some("lower case")),
            ("Default", SectionKind::Ignored, "Default", Some("Write [profile Default]")),
        ] {
            check(&Heading::read(inside, EnvConfigFileKind::Config), kind, name, wrong);
        }
    }

    #[test]
    fn headings_of_the_credentials_file() {
        for (inside, kind, name, wrong) in [
            ("default", SectionKind::Profile, "default", None),
            ("DEFAULT", SectionKind::Defaults, "DEFAULT", None),
            ("a", SectionKind::Profile, "a", None),
            ("a b", SectionKind::Profile, "a b", None),
            ("'a b'", SectionKind::Profile, "'a b'", None),
            ("équipe [x]", SectionKind::Profile, "équipe [x]", None),
            ("profile a", SectionKind::Profile, "profile a", None),
            ("sso-session a", SectionKind::Ignored, "a", Some("config file")),
            ("", SectionKind::Ignored, "", Some("no name")),
        ] {
            check(&Heading::read(inside, EnvConfigFileKind::Credentials), kind, name, wrong);
        }
        let prefixed = Heading::read("profile a", EnvConfigFileKind::Credentials);
        assert!(prefixed.note.unwrap().contains("Write [a]"));
        assert_eq!(prefixed.meant.as_deref(), Some("a"));
    }

    #[test]
    fn a_broken_heading_is_guessed_at() {
        for (line, kind, name) in [
            ("[profile a", SectionKind::Profile, "a"),
            ("[a] aws_secret_access_key = x", SectionKind::Profile, "a"),
            ("[sso-session s x", SectionKind::SsoSession, "s"),
            ("[", SectionKind::Ignored, ""),
            ("[profile \u{fffd}", SectionKind::Profile, "\u{fffd}"),
        ] {
            check(&Heading::guess(line), kind, name, None);
        }
    }

    fn check(read: &Heading, kind: SectionKind, name: &str, wrong: Option<&str>) {
        assert_eq!((read.kind, read.name.as_str()), (kind, name));
        match (&read.wrong, wrong) {
            (Some(said), Some(wanted)) => assert!(said.contains(wanted), "{said}"),
            (said, wanted) => assert_eq!(said.as_deref(), wanted),
        }
    }
}
