//! Times as programs write them into their output and their files.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use jiff::fmt::strtime::BrokenDownTime;

/// What `date` prints, by `LC_ALL=C`; the CLI takes it too.
const OF_DATE: [&str; 2] = ["%a %b %e %H:%M:%S %Y %z", "%b %e %H:%M:%S %Y %z"];

/// The time that `text` says, in the forms that the AWS CLI takes: dates of ISO 8601 and of mails, with `Z`, an
/// offset, `UTC` or `GMT`. Nothing without a zone: the CLI fails there too, and to guess one would be wrong for
/// hours.
pub(super) fn read(text: &str) -> Option<SystemTime> {
    let text = text.trim();
    iso(text).or_else(|| of_mail(text)).or_else(|| of_date(text)).map(SystemTime::from)
}

fn iso(text: &str) -> Option<Timestamp> {
    let (date, time) = text
        .split_at_checked(10)
        .filter(|(date, _)| date.contains(['-', '/']))
        .or_else(|| text.split_at_checked(8))?;
    let (time, zone) = zone(time)?;
    format!("{}{}{zone}", date.replace('/', "-"), time.trim_end()).parse().ok()
}

fn of_mail(text: &str) -> Option<Timestamp> {
    rfc2822::parse(text).ok().map(|zoned| zoned.timestamp())
}

/// `Thu Jan  1 00:00:00 UTC 2099`.
fn of_date(text: &str) -> Option<Timestamp> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let place = words.iter().position(|word| ["UTC", "GMT", "Z"].contains(word))?;
    words.remove(place);
    let text = format!("{} +0000", words.join(" "));
    OF_DATE.iter().find_map(|form| BrokenDownTime::parse(form, &text).ok()?.to_timestamp().ok())
}

/// A time and its zone, as `Z` or an offset.
fn zone(time: &str) -> Option<(&str, String)> {
    let upper = time.to_ascii_uppercase();
    for name in ["UTC", "GMT", "Z"] {
        if upper.ends_with(name) {
            return Some((&time[..time.len() - name.len()], "Z".into()));
        }
    }
    let at = time.rfind(['+', '-'])?;
    let digits: String = time[at + 1..].chars().filter(|&c| c != ':').collect();
    let is_offset = matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let minutes = digits.get(2..).filter(|rest| !rest.is_empty()).unwrap_or("00");
    is_offset.then(|| (&time[..at], format!("{}{}:{minutes}", &time[at..=at], &digits[..2])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_forms_that_the_cli_takes() {
        let noon = SystemTime::UNIX_EPOCH + std::time::Duration::from_hours(1_130_820);
        for text in [
            "2099-01-01T12:00:00Z",
            "2099-01-01T12:00:00z",
            "2099-01-01t12:00:00Z",
            " 2099-01-01 12:00:00Z\n",
            "2099-01-01T12:00:00+00:00",
            "2099-01-01T12:00:00+0000",
            "2099-01-01T12:00:00+00",
            "2099-01-01T12:00:00-00:00",
            "2099-01-01T14:00:00+02:00",
            "2099-01-01T14:00:00+0200",
            "2099-01-01T06:30:00-0530",
            "2099-01-01T14:00:00 +02:00",
            "2099-01-01T12:00:00UTC",
            "2099-01-01T12:00:00 UTC",
            "2099-01-01 12:00:00 GMT",
            "2099-01-01T12:00Z",
            "2099-01-01T12:00:00.000Z",
            "2099-01-01T12:00:00.000000UTC",
            "2099-01-01T12:00:00,000+0000",
            "2099/01/01 12:00:00 UTC",
            "20990101T120000Z",
            "20990101T120000+0000",
            "Thu, 01 Jan 2099 12:00:00 GMT",
            "Thu, 01 Jan 2099 14:00:00 +0200",
            "01 Jan 2099 12:00:00 GMT",
            "Thu Jan  1 12:00:00 UTC 2099",
            "Jan 1 12:00:00 UTC 2099",
        ] {
            assert_eq!(read(text), Some(noon), "{text:?}");
        }
        let later = noon + std::time::Duration::from_micros(123_456);
        assert_eq!(read("2099-01-01T12:00:00.123456Z"), Some(later));
        for text in [
            "",
            "soon",
            "2099-01-01",
            "2099-01-01T12:00:00",
            "2099-13-01T12:00:00Z",
            "2099-01-01T12:00:00CET",
            "4070952000",
            "Z",
            "é2099-01-01T12:00:00Z",
            "2099-01-01é12:00Z",
            "+00:00",
            "2099-01-01T12:00:00+é",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
