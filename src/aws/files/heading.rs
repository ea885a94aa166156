//! What the heading of a section says.

use aws_runtime::env_config::file::EnvConfigFileKind;

use super::line::BLANKS;
use crate::domain::Text;

/// The kinds of section that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `[profile x]`, or `[x]` in the credentials file.
    Profile,
    /// `[sso-session x]`.
    SsoSession,
    /// `[services x]`: endpoints.
    Services,
    /// Any other: nobody's business.
    Other,
    /// One that its writer meant, and that the SDK passes over.
    Ignored,
}

impl Kind {
    /// The word before the name, in the config file.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::SsoSession => "sso-session",
            Self::Services => "services",
            Self::Other | Self::Ignored => "section",
        }
    }
}

/// A heading, understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub kind: Kind,
    /// The name, fit to be shown.
    pub name: String,
    /// Whether it is `[default]` without the word `profile`, which counts less than with it.
    pub plain_default: bool,
    /// Why the SDK would not take it and what to do, as the end of a sentence.
    pub wrong: Option<String>,
}

impl Heading {
    /// Reads what stands between `[` and `]`.
    pub(super) fn read(inside: &str, file: EnvConfigFileKind) -> Self {
        let inside = inside.trim_matches(BLANKS);
        let (word, name) = match inside.split_once(BLANKS) {
            Some((word, name)) => (Some(word.trim()), name.trim()),
            None => (None, inside.trim()),
        };
        match file {
            EnvConfigFileKind::Config => Self::in_config(word, name),
            EnvConfigFileKind::Credentials => Self::in_credentials(word, name, inside),
        }
    }

    /// What a heading that can't be read probably names: its second word, or its only one. The rest
    /// of such a line might be a secret.
    pub(super) fn guess(line: &str) -> Self {
        let mut words =
            line.trim_start_matches('[').split([' ', '\t', ']', '#', ';']).filter(|word| !word.is_empty());
        let first = words.next().unwrap_or_default();
        let (kind, name) = match first {
            "profile" => (Kind::Profile, words.next().unwrap_or_default()),
            "sso-session" => (Kind::SsoSession, words.next().unwrap_or_default()),
            "services" => (Kind::Services, words.next().unwrap_or_default()),
            name => (Kind::Profile, name),
        };
        let kind = if fits(name) { kind } else { Kind::Ignored };
        Self { kind, name: shown(name), plain_default: false, wrong: None }
    }

    fn in_config(word: Option<&str>, name: &str) -> Self {
        match (word, name) {
            (None, "default") => Self { plain_default: true, ..Self::named(Kind::Profile, name) },
            (None, "plugins" | "preview") => Self::named(Kind::Other, name),
            (None, "" | "profile" | "sso-session" | "services") => {
                Self::ignored(name, "this section has no name. Write [profile NAME].".into())
            }
            (None, _) => {
                let bare = shown(name);
                let wrong = format!("[{bare}] is ignored in this file. Write [profile {bare}].");
                Self::ignored(name, wrong)
            }
            (Some("profile"), _) => Self::named(Kind::Profile, unquoted(name)),
            (Some("sso-session"), _) => Self::named(Kind::SsoSession, unquoted(name)),
            (Some("services"), _) => Self::named(Kind::Services, unquoted(name)),
            (Some(word), _) => match word.to_ascii_lowercase() {
                word if matches!(word.as_str(), "profile" | "sso-session" | "services") => {
                    let wrong = format!("this section is ignored. Write `{word}` in lower case.");
                    Self::ignored(name, wrong)
                }
                _ => Self { wrong: None, ..Self::named(Kind::Other, name) },
            },
        }
    }

    fn in_credentials(word: Option<&str>, name: &str, inside: &str) -> Self {
        match (word, name) {
            (None, "") => Self::ignored(name, "this section has no name. Write [NAME].".into()),
            (None, _) => Self::named(Kind::Profile, name),
            (Some("profile"), _) => {
                let bare = shown(name);
                let wrong = format!("[profile {bare}] is ignored in this file. Write [{bare}].");
                Self::ignored(name, wrong)
            }
            (Some("sso-session" | "services"), _) => Self::ignored(
                name,
                "this section is ignored in this file. Move it to the config file.".into(),
            ),
            (Some(_), _) => Self::named(Kind::Profile, inside),
        }
    }

    fn named(kind: Kind, name: &str) -> Self {
        let wrong = (!fits(name)).then(|| {
            let noun = kind.word();
            format!("the name of a {noun} holds ASCII letters, digits and _-/.%@:+ only. Rename it.")
        });
        Self { kind, name: shown(name), plain_default: false, wrong }
    }

    fn ignored(name: &str, wrong: String) -> Self {
        Self { kind: Kind::Ignored, name: shown(name), plain_default: false, wrong: Some(wrong) }
    }
}

/// The AWS CLI takes quotes around a name.
fn unquoted(name: &str) -> &str {
    let inside = |quote: char| name.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(name)
}

/// The SDK's rule for names; it takes the empty one too, which nobody could choose.
fn fits(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-/.%@:+".contains(c))
}

fn shown(name: &str) -> String {
    Text::clean(name).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_the_config_file() {
        for (inside, kind, name, wrong) in [
            ("default", Kind::Profile, "default", None),
            ("profile default", Kind::Profile, "default", None),
            (" profile \t a ", Kind::Profile, "a", None),
            ("profile \"a\"", Kind::Profile, "a", None),
            ("profile 'a b'", Kind::Profile, "a b", Some("Rename it")),
            ("profile a b", Kind::Profile, "a b", Some("Rename it")),
            ("profile \"\"", Kind::Profile, "", Some("Rename it")),
            ("profile a\u{202e}b", Kind::Profile, "a\u{fffd}b", Some("Rename it")),
            ("sso-session s", Kind::SsoSession, "s", None),
            ("services s", Kind::Services, "s", None),
            ("plugins", Kind::Other, "plugins", None),
            ("new-thing x y", Kind::Other, "x y", None),
            ("a", Kind::Ignored, "a", Some("Write [profile a]")),
            ("profile", Kind::Ignored, "profile", Some("no name")),
            ("", Kind::Ignored, "", Some("no name")),
            ("Profile a", Kind::Ignored, "a", Some("lower case")),
        ] {
            check(&Heading::read(inside, EnvConfigFileKind::Config), kind, name, wrong);
        }
    }

    #[test]
    fn headings_of_the_credentials_file() {
        for (inside, kind, name, wrong) in [
            ("default", Kind::Profile, "default", None),
            ("a", Kind::Profile, "a", None),
            ("a b", Kind::Profile, "a b", Some("Rename it")),
            ("profile a", Kind::Ignored, "a", Some("Write [a]")),
            ("sso-session a", Kind::Ignored, "a", Some("config file")),
            ("", Kind::Ignored, "", Some("no name")),
        ] {
            check(&Heading::read(inside, EnvConfigFileKind::Credentials), kind, name, wrong);
        }
    }

    #[test]
    fn a_broken_heading_is_guessed_at() {
        for (line, kind, name) in [
            ("[profile a", Kind::Profile, "a"),
            ("[a] aws_secret_access_key = x", Kind::Profile, "a"),
            ("[sso-session s x", Kind::SsoSession, "s"),
            ("[", Kind::Ignored, ""),
            ("[profile \u{fffd}", Kind::Ignored, "\u{fffd}"),
        ] {
            check(&Heading::guess(line), kind, name, None);
        }
    }

    fn check(read: &Heading, kind: Kind, name: &str, wrong: Option<&str>) {
        assert_eq!((read.kind, read.name.as_str()), (kind, name));
        match (&read.wrong, wrong) {
            (Some(said), Some(wanted)) => assert!(said.contains(wanted), "{said}"),
            (said, wanted) => assert_eq!(said.as_deref(), wanted),
        }
    }
}
