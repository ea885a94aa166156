//! The answer of the service as it came, laid out for a person.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::invisible::escaped_lines;
use crate::domain::{RawBody, whole_microseconds};

use super::cli_time;
use super::json::{Json, LaidOut, NoJson};
use super::yaml;

/// As what an answer is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RawFormat {
    /// JSON on several lines.
    #[default]
    Json,
    /// YAML in block style.
    Yaml,
}

impl RawFormat {
    /// What a person reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Json => Self::Yaml,
            Self::Yaml => Self::Json,
        }
    }
}

/// An answer, laid out. Nothing in it is left that can't be seen, but for the ends of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawText {
    /// Lines, without an end behind the last.
    pub text: String,
    /// Why it is not laid out but stands as it came; a sentence.
    pub flaw: Option<&'static str>,
    /// Whether times in it were seconds.
    pub has_times: bool,
    /// The byte at which each member of an object and each item of a list begins, in their order, which is the
    /// same in every format. None where it is not laid out.
    pub begins: Vec<usize>,
}

/// Lays out a body. Seconds since 1970 become times in `zone`, as the AWS CLI writes them; where they are
/// is told by their names, since the body says nothing of what is a time.
#[must_use]
pub fn raw_text(body: &RawBody, format: RawFormat, zone: &TimeZone) -> RawText {
    match read(body) {
        Ok(mut value) => {
            let has_times = write_times(&mut value, zone);
            let LaidOut { text, begins } = laid_out(&value, format);
            RawText { text, flaw: None, has_times, begins }
        }
        Err(flaw) => {
            let text = escaped_lines(body.text());
            RawText { text, flaw: Some(flaw), has_times: false, begins: Vec::new() }
        }
    }
}

/// The same of a body that can be laid out, unless the thing that it is about was modified after that: then
/// it is not what is known of it by now.
#[must_use]
pub fn raw_answer(
    body: &RawBody,
    format: RawFormat,
    zone: &TimeZone,
    modified: Option<Timestamp>,
) -> Option<String> {
    let mut value = read(body).ok()?;
    let answered = value.member("LastModifiedTime").and_then(Json::bare).and_then(time);
    // Below milliseconds, the SDK reads them less exactly.
    if let (Some(answered), Some(modified)) = (answered, modified)
        && answered.as_millisecond() < modified.as_millisecond()
    {
        return None;
    }
    write_times(&mut value, zone);
    Some(laid_out(&value, format).text)
}

/// What a body holds, or why it can't be laid out.
fn read(body: &RawBody) -> Result<Json, &'static str> {
    match Json::read(body.text()) {
        Ok(value) if body.is_text() && !body.is_cut() => Ok(value),
        Ok(_) => Err(sentence(body, None)),
        Err(flaw) => Err(sentence(body, Some(flaw))),
    }
}

fn laid_out(value: &Json, format: RawFormat) -> LaidOut {
    let mut out = match format {
        RawFormat::Json => value.laid_out(),
        RawFormat::Yaml => yaml::laid_out(value),
    };
    out.text.truncate(out.text.trim_end_matches('\n').len());
    out
}

fn sentence(body: &RawBody, flaw: Option<NoJson>) -> &'static str {
    match flaw {
        _ if body.is_cut() => "The response is longer than 1 MiB. This is its beginning, as received.",
        _ if body.text().trim().is_empty() => "The response has an empty body.",
        _ if !body.is_text() => "The response is not UTF-8 text. It is shown as received.",
        Some(NoJson::BreaksOff) => "The response was cut off. This is what arrived.",
        Some(NoJson::TooDeep) => "The response is nested too deeply to format. It is shown as received.",
        Some(NoJson::Other) | None => "The response is not JSON. It is shown as received.",
    }
}

/// Puts times in place of seconds, and tells whether there was one.
fn write_times(value: &mut Json, zone: &TimeZone) -> bool {
    match value {
        Json::Bare(_) | Json::Text(_) => false,
        Json::List(items) => items.iter_mut().fold(false, |any, item| write_times(item, zone) | any),
        Json::Object(members) => members.iter_mut().fold(false, |any, (name, value)| {
            let time = match value {
                Json::Bare(seconds) if is_of_times(name) => time(seconds),
                Json::Bare(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
            };
            match time {
                Some(time) => {
                    *value = Json::Text(cli_time::written(time, zone));
                    true
                }
                None => write_times(value, zone) | any,
            }
        }),
    }
}

/// Whether a member of that name is a time, as far as the names of the service go.
fn is_of_times(name: &str) -> bool {
    name.ends_with("Time") || name.ends_with("Timestamp")
}

/// What a number of seconds is a time of: from 1973 on, since a small number is a duration.
fn time(seconds: &str) -> Option<Timestamp> {
    const EARLIEST: i64 = 100_000_000;
    let time = match seconds.split_once('.') {
        _ if seconds.contains(['e', 'E']) => of_float(seconds.parse().ok()?)?,
        None => Timestamp::from_second(seconds.parse().ok()?).ok()?,
        Some((whole, fraction)) => {
            let nanos: String = fraction.chars().chain("000000000".chars()).take(9).collect();
            Timestamp::new(whole.parse().ok()?, nanos.parse().ok()?).ok()?
        }
    };
    let time = whole_microseconds(time);
    (time.as_second() >= EARLIEST).then_some(time)
}

fn of_float(seconds: f64) -> Option<Timestamp> {
    let duration = jiff::SignedDuration::try_from_secs_f64(seconds).ok()?;
    Timestamp::UNIX_EPOCH.checked_add(duration).ok()
}
