//! From the bytes of a shared file to its sections.

use std::collections::HashMap;
use std::sync::Arc;

use aws_runtime::env_config::file::EnvConfigFileKind;

use super::heading::{Heading, SectionKind};
use super::line::{self, ConfigLine, LineError, Statement};
use super::section::{Section, Setting};
use super::spot::Spot;

const NOT_UTF8: LineError = "this line is not UTF-8. Save the file as UTF-8.";

const GOES_ON: LineError = "this line is indented and so belongs to the setting above it. Start both in the \
                            same column.";

const AFTER_HEADING: &str = "what follows the ] is ignored. Put it on a line of its own.";

/// Settings whose value is one line. What an indented line adds to it can't be meant, might be a
/// secret, and must not be told as a part of the value.
const ONE_LINE: [&str; 23] = [
    "aws_access_key_id",
    "aws_account_id",
    "aws_secret_access_key",
    "aws_security_token",
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
pub(super) struct SectionReader {
    kind: EnvConfigFileKind,
    shown: Arc<str>,
    sections: Vec<Section>,
    /// Where a line stands before any section.
    stray: Option<Spot>,
    /// How far the last heading or setting is indented: what is further in goes on with a setting.
    indent: usize,
    /// Whether the last line that was no comment belongs to a setting.
    in_setting: bool,
}

impl SectionReader {
    /// The sections of `bytes`, and where a line stands before any section.
    pub(super) fn read(
        kind: EnvConfigFileKind,
        shown: Arc<str>,
        bytes: &[u8],
    ) -> (Vec<Section>, Option<Spot>) {
        let mut reader =
            Self { kind, shown, sections: Vec::new(), stray: None, indent: 0, in_setting: false };
        for (index, raw) in lines(bytes).enumerate() {
            let at = Spot { file: Arc::clone(&reader.shown), line: index + 1 };
            reader.take(raw, at);
        }
        (whole(reader.sections), reader.stray)
    }

    fn take(&mut self, raw: &[u8], at: Spot) {
        let text = String::from_utf8_lossy(raw);
        let ConfigLine::Text(bare, indent) = ConfigLine::read(&text) else {
            return self.leave_out(&text);
        };
        let is_utf8 = str::from_utf8(raw).is_ok();
        if self.in_setting && indent > self.indent {
            return if is_utf8 { self.go_on(bare, &at) } else { self.spoil(&at, NOT_UTF8) };
        }
        self.indent = indent;
        match Statement::read(bare) {
            Err(wrong) if bare.starts_with('[') => self.open_broken(bare, at, wrong),
            Ok(Statement::Heading(..)) if !is_utf8 => self.open_broken(bare, at, NOT_UTF8),
            Ok(Statement::Heading(inside, more)) => self.open(Heading::read(inside, self.kind), at, more),
            _ if !is_utf8 => self.spoil(&at, NOT_UTF8),
            Ok(Statement::Setting(name, value)) => self.add(name, value, at),
            Err(wrong) => self.spoil(&at, wrong),
        }
    }

    /// An empty line is one of the value that it stands in; a comment is nothing.
    fn leave_out(&mut self, text: &str) {
        if let Some(setting) = self.current().filter(|_| ConfigLine::read(text) == ConfigLine::Blank) {
            setting.lines.push(String::new());
        }
    }

    fn open(&mut self, heading: Heading, at: Spot, more: bool) {
        let mut section = Section::new(heading, at);
        if more {
            section.notes.push(format!("{}: {AFTER_HEADING}", section.at));
        }
        self.sections.push(section);
        self.in_setting = false;
    }

    fn open_broken(&mut self, bare: &str, at: Spot, wrong: LineError) {
        let heading = Heading { wrong: Some(wrong.into()), ..Heading::guess(bare) };
        self.open(heading, at, false);
    }

    fn add(&mut self, name: String, value: &str, at: Spot) {
        let Some(section) = self.sections.last_mut() else {
            self.stray.get_or_insert(at);
            return;
        };
        section.settings.push(Setting { name, lines: vec![value.into()], at });
        self.in_setting = true;
    }

    /// A line that belongs to the setting above it. Below an empty value it is a setting itself.
    fn go_on(&mut self, bare: &str, at: &Spot) {
        let Some(above) = self.current() else { return };
        let wrong = match () {
            () if ONE_LINE.contains(&above.name.as_str()) => Some(GOES_ON),
            () if above.is_without_value() => line::below(bare).err(),
            () => None,
        };
        match wrong {
            Some(wrong) => self.spoil(at, wrong),
            None => above.lines.push(bare.into()),
        }
    }

    fn current(&mut self) -> Option<&mut Setting> {
        let section = self.sections.last_mut().filter(|_| self.in_setting);
        section.and_then(|section| section.settings.last_mut())
    }

    fn spoil(&mut self, at: &Spot, wrong: LineError) {
        match self.sections.last_mut() {
            Some(section) => section.spoil(at, wrong),
            None => {
                self.stray.get_or_insert(at.clone());
            }
        }
    }
}

/// What stands between line breaks of any kind.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = memchr::memchr2(b'\r', b'\n', text) else { return rest.take() };
        let after = if text[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
        rest = Some(&text[after..]);
        Some(&text[..end])
    })
}

/// Each section whole, though its heading may stand in the file more than once.
fn whole(sections: Vec<Section>) -> Vec<Section> {
    let mut whole: Vec<Section> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for section in sections {
        let heading = &section.heading;
        let known = places.get(&heading.raw).filter(|_| heading.kind != SectionKind::Ignored);
        if let Some(first) = known.and_then(|&place| whole.get_mut(place)) {
            first.go_on_with(section);
        } else {
            places.insert(heading.raw.clone(), whole.len());
            whole.push(section);
        }
    }
    whole.iter_mut().for_each(Section::settle_repeats);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<Section>, Option<Spot>) {
        SectionReader::read(EnvConfigFileKind::Config, "c".into(), bytes)
    }

    /// The settings of the first section.
    fn settings(text: &str) -> Vec<(String, String)> {
        let (sections, _) = read(text.as_bytes());
        assert_eq!(sections[0].fault, None, "{text:?}");
        sections[0].settings.iter().map(|setting| (setting.name.clone(), setting.value())).collect()
    }

    #[test]
    fn a_bad_line_spoils_its_section_alone() {
        for (bad, says) in [
            (&b"word"[..], "c, line 2, in the profile \"a\": a setting is written"),
            (b"= x", "no name"),
            (b"s3 =\n  word", "c, line 3, in the profile \"a\""),
            (b"x = \xe9", "not UTF-8"),
            (b"x = y\n  \xe9", "c, line 3, in the profile \"a\": this line is not UTF-8"),
            (
                b"region = x\n  aws_secret_access_key = y",
                "c, line 3, in the profile \"a\": this line is indented",
            ),
            (b"region = x\n\n# c\n\taws_secret_access_key = y", "c, line 5"),
            (
                b"x = y\nregion = a\nREGION = b",
                "c, line 4, in the profile \"a\": region has another value in line 3",
            ),
        ] {
            let bytes = [b"[profile a]\n", bad, b"\n[profile b]\nregion = r\n"].concat();
            let (sections, stray) = read(&bytes);
            assert_eq!(stray, None);
            let fault = sections[0].fault.as_deref().unwrap_or_default();
            assert!(fault.contains(says), "{says:?} is not in {fault:?}");
            assert_eq!(sections[1].fault, None);
            assert_eq!(sections[1].settings[0].value(), "r");
        }
    }

    /// What Python's `configparser` makes of each.
    #[test]
    fn indented_lines_are_read_as_the_cli_reads_them() {
        for (text, read) in [
            ("[profile a]\n  x = 1\n  y = 2\n", &[("x", "1"), ("y", "2")][..]),
            ("[profile a]\n\tx = 1\n\ty = 2\n", &[("x", "1"), ("y", "2")]),
            ("  [profile a]\n  x = 1\ny = 2\n", &[("x", "1"), ("y", "2")]),
            ("[profile a]\n    x = 1\n  y = 2\n z = 3\n", &[("x", "1"), ("y", "2"), ("z", "3")]),
            ("[profile a]\n  x = 1\n    more\n  y = 2\n", &[("x", "1\nmore"), ("y", "2")]),
            ("[profile a]\n\tx = 1\n  y = 2\n", &[("x", "1\ny = 2")]),
            ("[profile a]\nx = 1\n\n  more\n\n\ny = 2\n", &[("x", "1\n\nmore"), ("y", "2")]),
            ("[profile a]\nx = 1\n# c\n  # d\n  more\n", &[("x", "1\nmore")]),
            ("[profile a]\nx = 1\n  [profile b]\n", &[("x", "1\n[profile b]")]),
            ("[profile a]\n  s3 =\n    u = v\n    w = x\n  y = 2\n", &[("s3", "\nu = v\nw = x"), ("y", "2")]),
            ("[profile a]\n  s3 =\n\n\n    u = v\n", &[("s3", "\n\n\nu = v")]),
            ("[profile a]\n\u{c}x = 1\n\u{a0}y = 2\n", &[("x", "1"), ("y", "2")]),
            ("[profile a]\rx = 1\r\n  more\r\r\ny = 2", &[("x", "1\nmore"), ("y", "2")]),
            ("[profile a]\nx = 1 # c\n", &[("x", "1 # c")]),
        ] {
            let wanted: Vec<_> =
                read.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
            assert_eq!(settings(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_section_may_go_on_further_down() {
        let text = "[profile a]\nx = 1\n[profile b]\n[profile a] # again\ny = 2\nx = 1\n";
        let (sections, _) = read(text.as_bytes());
        assert_eq!(sections.len(), 2);
        assert_eq!(settings(text), [("x".into(), "1".into()), ("y".into(), "2".into())]);
        let (sections, _) = read(b"[profile a]\nx = 1\n[profile a]\nx = 2\n");
        assert!(sections[0].fault.as_deref().unwrap().contains("x has another value in line 2"));
    }

    #[test]
    fn what_does_no_harm_is_taken() {
        let text =
            b"# \xe9\r\n[profile a] ; \r\nx = r\r\n  # \xe9 indented\r\n\r\ns3 =\r\n  max = 1\r\n\tmin = 2\r";
        let (sections, stray) = read(text);
        assert_eq!(stray, None);
        assert_eq!((&sections[0].fault, sections[0].notes.len()), (&None, 0));
        let values: Vec<_> = sections[0].settings.iter().map(Setting::value).collect();
        assert_eq!(values, ["r", "\nmax = 1\nmin = 2"]);
    }

    #[test]
    fn what_follows_a_heading_is_ignored_and_told() {
        let (sections, _) = read(b"[profile a] region = x\nx = 1\n");
        assert_eq!((&sections[0].fault, sections[0].settings.len()), (&None, 1));
        assert!(sections[0].notes[0].starts_with("c, line 1: what follows the ]"), "{:?}", sections[0].notes);
    }

    #[test]
    fn lines_before_any_section_are_noted() {
        let (sections, stray) = read(b"\n\nregion = r\n  word\nword\n[default]\n");
        assert_eq!(stray.unwrap().line, 3);
        assert_eq!(sections[0].fault, None);
    }

    #[test]
    fn a_broken_heading_opens_a_section_that_is_not_used() {
        for text in [&b"[profile a\nregion = r\n"[..], b"[profile a] \xe9\n", b"[profile a = b\n"] {
            let (sections, _) = read(text);
            assert_eq!(sections[0].heading.name, "a");
            assert!(sections[0].fault.as_deref().unwrap().starts_with("c, line 1: "));
        }
    }
}
