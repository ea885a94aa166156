//! From the bytes of a shared file to its sections.

use std::sync::Arc;

use aws_runtime::env_config::file::EnvConfigFileKind;

use super::heading::Heading;
use super::line::{self, Line, Wrong};
use super::section::{Section, Setting};
use super::spot::Spot;

const NOT_UTF8: Wrong = "this line is not UTF-8. Save the file as UTF-8.";
const LOOSE: Wrong = "this line begins with a blank but follows no setting. Remove the blanks before it.";

const GOES_ON: Wrong =
    "this line begins with a blank and so belongs to the setting above it. Remove the blanks before it.";

/// Settings whose value is one line. What an indented line adds to it can't be meant, might be a
/// secret, and must not be told as a part of the value.
const ONE_LINE: [&str; 22] = [
    "aws_access_key_id",
    "aws_account_id",
    "aws_secret_access_key",
    "aws_session_token",
    "ca_bundle",
    "credential_source",
    "endpoint_url",
    "external_id",
    "login_session",
    "max_attempts",
    "mfa_serial",
    "region",
    "retry_mode",
    "role_arn",
    "role_session_name",
    "services",
    "source_profile",
    "sso_account_id",
    "sso_region",
    "sso_role_name",
    "sso_session",
    "sso_start_url",
];

/// Reads a file line by line; a line that can't be read spoils its section and no other.
pub(super) struct Reader {
    kind: EnvConfigFileKind,
    shown: Arc<str>,
    sections: Vec<Section>,
    /// Where a line stands before any section.
    stray: Option<Spot>,
}

impl Reader {
    /// The sections of `bytes`, and where a line stands before any section.
    pub(super) fn read(
        kind: EnvConfigFileKind,
        shown: Arc<str>,
        bytes: &[u8],
    ) -> (Vec<Section>, Option<Spot>) {
        let mut reader = Self { kind, shown, sections: Vec::new(), stray: None };
        for (index, raw) in bytes.split(|&byte| byte == b'\n').enumerate() {
            let at = Spot { file: Arc::clone(&reader.shown), line: index + 1 };
            let end = raw.iter().rposition(|&byte| byte != b'\r').map_or(0, |last| last + 1);
            reader.take(&raw[..end], at);
        }
        (reader.sections, reader.stray)
    }

    fn take(&mut self, raw: &[u8], at: Spot) {
        let Ok(text) = str::from_utf8(raw) else {
            return self.take_odd(raw, at);
        };
        match Line::read(text) {
            Ok(Line::Nothing) => {}
            Ok(Line::Heading(inside)) => {
                self.sections.push(Section::new(Heading::read(inside, self.kind), at));
            }
            Ok(Line::Setting(name, value)) => self.add(name, value, text, at),
            Ok(Line::Indented(more)) => self.go_on(more, text, at),
            Err(wrong) if text.starts_with('[') => self.open_broken(text, at, wrong),
            Err(wrong) => self.spoil(at, wrong),
        }
    }

    /// A line that is not UTF-8 does no harm where it is a comment.
    fn take_odd(&mut self, raw: &[u8], at: Spot) {
        let text = String::from_utf8_lossy(raw);
        match Line::read(&text) {
            Ok(Line::Nothing) => {}
            Ok(Line::Heading(_)) => self.open_broken(&text, at, NOT_UTF8),
            Err(_) if text.starts_with('[') => self.open_broken(&text, at, NOT_UTF8),
            _ => self.spoil(at, NOT_UTF8),
        }
    }

    fn open_broken(&mut self, text: &str, at: Spot, wrong: Wrong) {
        let heading = Heading { wrong: Some(wrong.into()), ..Heading::guess(text) };
        self.sections.push(Section::new(heading, at));
    }

    fn add(&mut self, name: String, value: &str, text: &str, at: Spot) {
        let Some(section) = self.sections.last_mut() else {
            return self.spoil(at, LOOSE);
        };
        section.settings.push(Setting { name, value: value.into(), at, lines: vec![text.into()] });
    }

    /// A line that belongs to the setting above it. Below an empty value it is a setting itself.
    fn go_on(&mut self, more: &str, text: &str, at: Spot) {
        let above = self.sections.last_mut().and_then(|section| section.settings.last_mut());
        let Some(above) = above else {
            return self.spoil(at, LOOSE);
        };
        if ONE_LINE.contains(&above.name.as_str()) {
            return self.spoil(at, GOES_ON);
        }
        if let Some(Err(wrong)) = above.has_settings_below().then(|| line::setting(more)) {
            return self.spoil(at, wrong);
        }
        above.value.push('\n');
        above.value.push_str(more);
        above.lines.push(text.into());
    }

    fn spoil(&mut self, at: Spot, wrong: Wrong) {
        match self.sections.last_mut() {
            Some(section) => section.spoil(&at, wrong),
            None => {
                self.stray.get_or_insert(at);
            }
        }
    }
}

impl Setting {
    /// Its first line has no value, as in `s3 =`.
    fn has_settings_below(&self) -> bool {
        self.value.is_empty() || self.value.starts_with('\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<Section>, Option<Spot>) {
        Reader::read(EnvConfigFileKind::Config, "c".into(), bytes)
    }

    #[test]
    fn a_bad_line_spoils_its_section_alone() {
        for (bad, says) in [
            (&b"word"[..], "c, line 2, in the profile \"a\": a setting is written"),
            (b"= x", "no name"),
            (b"  x = y", "follows no setting"),
            (b"s3 =\n  word", "c, line 3, in the profile \"a\""),
            (b"x = \xe9", "not UTF-8"),
            (b"region = x\n  aws_secret_access_key = y", "c, line 3, in the profile \"a\": this line begins"),
        ] {
            let bytes = [b"[profile a]\n", bad, b"\n[profile b]\nregion = r\n"].concat();
            let (sections, stray) = read(&bytes);
            assert_eq!(stray, None);
            let fault = sections[0].fault.as_deref().unwrap();
            assert!(fault.contains(says), "{fault}");
            assert!(sections[1].is_for_sdk());
            assert_eq!(sections[1].settings[0].value, "r");
        }
    }

    #[test]
    fn what_does_no_harm_is_taken() {
        let text = b"# \xe9\r\n[profile a] ; \r\nregion = r # x\r\n  # indented\r\n\r\ns3 =\r\n  max = 1\r\n\tmin = 2\r";
        let (sections, stray) = read(text);
        assert_eq!(stray, None);
        assert!(sections[0].is_for_sdk());
        let values: Vec<_> = sections[0].settings.iter().map(|setting| setting.value.as_str()).collect();
        assert_eq!(values, ["r", "\nmax = 1\nmin = 2"]);
    }

    #[test]
    fn lines_before_any_section_are_noted() {
        let (sections, stray) = read(b"\n\nregion = r\nword\n[default]\n");
        assert_eq!(stray.unwrap().line, 3);
        assert!(sections[0].is_for_sdk());
    }

    #[test]
    fn a_broken_heading_opens_a_section_that_is_not_used() {
        for text in [&b"[profile a\nregion = r\n"[..], b"[profile a] x\n", b"[profile a] \xe9\n"] {
            let (sections, _) = read(text);
            assert_eq!(sections[0].heading.name, "a");
            assert!(sections[0].fault.as_deref().unwrap().starts_with("c, line 1: "));
        }
    }
}
