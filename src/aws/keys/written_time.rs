//! Times as programs write them into their output and their files.

use std::time::SystemTime;

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// The time that `text` says, in the forms that the AWS CLI takes: any order of a date, a time and a zone that
/// people and programs write, the zone as `Z`, an offset, `UTC` or `GMT`. Nothing without a zone: the CLI fails
/// there too, and to guess one would be wrong for hours.
pub(super) fn read(text: &str) -> Option<SystemTime> {
    let (body, zone) = zone(text.trim())?;
    let words = words(&body);
    let (time, date): (Vec<&str>, Vec<&str>) =
        words.iter().map(String::as_str).partition(|word| is_of_time(word));
    let ((year, month, day), compact) = date_of(&date)?;
    let (hour, minute, second, nanosecond) = match compact {
        Some(time) if words.len() == 2 => compact_time(time)?,
        _ => time_of(&time)?,
    };
    let moment = DateTime::new(year, month, day, hour, minute, second, nanosecond).ok()?;
    let zoned = moment.to_zoned(TimeZone::fixed(zone)).ok()?;
    Some(SystemTime::from(zoned.timestamp()))
}

/// The text without its zone, and that.
fn zone(text: &str) -> Option<(String, Offset)> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    // `date` writes it before the year.
    if let Some(place) = words.iter().position(|word| is_utc(word)) {
        words.remove(place);
        return Some((words.join(" "), Offset::UTC));
    }
    let end = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if is_utc(&text[end.len()..]) && end.ends_with(|c: char| c.is_ascii_digit()) {
        return Some((end.to_owned(), Offset::UTC));
    }
    let at = text.rfind(['+', '-'])?;
    let (body, offset) = text.split_at(at);
    let digits: String = offset[1..].chars().filter(|&c| c != ':').collect();
    let is_offset = matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    // What is before it is a time, and it is no part of a date.
    if !is_offset || !(body.contains(':') || body.contains(['T', 't'])) {
        return None;
    }
    let hours: i32 = digits[..2].parse().ok()?;
    let minutes: i32 = if digits.len() == 4 { digits[2..].parse().ok()? } else { 0 };
    let seconds = (hours * 60 + minutes) * 60;
    let offset = Offset::from_seconds(if offset.starts_with('-') { -seconds } else { seconds });
    Some((body.to_owned(), offset.ok()?))
}

fn is_utc(word: &str) -> bool {
    ["UTC", "GMT", "Z"].iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// The words, without commas and the `T` between a date and its time.
fn words(body: &str) -> Vec<String> {
    let letters: Vec<char> = body.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let plain = letters.iter().enumerate().map(|(at, &letter)| match letter {
        'T' | 't' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => ' ',
        // That of a fraction of a second stays.
        ',' if !is_digit(at.checked_sub(1)) || !is_digit(Some(at + 1)) => ' ',
        letter => letter,
    });
    let plain: String = plain.collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

fn is_of_time(word: &str) -> bool {
    word.contains(':') || ["am", "pm"].iter().any(|half| half.eq_ignore_ascii_case(word))
}

type CalendarDay = (i16, i8, i8);
type TimeOfDay = (i8, i8, i8, i32);

/// Year, month and day; and the time of day where that has no colons.
fn date_of<'a>(words: &[&'a str]) -> Option<(CalendarDay, Option<&'a str>)> {
    const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let is_weekday =
        |word: &&&str| word.get(..3).is_some_and(|day| WEEKDAYS.contains(&&*day.to_ascii_lowercase()));
    let first = words.first().filter(is_weekday);
    let words = &words[usize::from(first.is_some())..];
    let numbers: Vec<&str> = words.iter().flat_map(|word| word.split(['-', '/', '.'])).collect();
    match numbers[..] {
        [day] if day.len() == 8 => Some((compact_day(day)?, None)),
        [day, time] if day.len() == 8 => Some((compact_day(day)?, Some(time))),
        [year, month, day] if year.len() == 4 => {
            Some(((year.parse().ok()?, month_of(month)?, day.parse().ok()?), None))
        }
        [one, two, year] if year.len() == 4 => Some((of_year(one, two, year)?, None)),
        _ => None,
    }
}

/// The month is the first, as in America, where it can be.
fn of_year(one: &str, two: &str, year: &str) -> Option<CalendarDay> {
    let is_word = two.starts_with(|c: char| c.is_ascii_alphabetic());
    let (month, day) = match month_of(one).filter(|_| !is_word) {
        Some(month) => (month, two),
        None => (month_of(two)?, one),
    };
    Some((year.parse().ok()?, month, day.parse().ok()?))
}

fn month_of(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Ok(month) = word.parse() {
        return (1..=12).contains(&month).then_some(month);
    }
    let lower = word.to_ascii_lowercase();
    let place = MONTHS.iter().position(|month| *month == lower || month.get(..3) == Some(&lower))?;
    i8::try_from(place + 1).ok()
}

fn compact_day(text: &str) -> Option<CalendarDay> {
    Some((text.get(..4)?.parse().ok()?, text.get(4..6)?.parse().ok()?, text.get(6..)?.parse().ok()?))
}

fn compact_time(text: &str) -> Option<TimeOfDay> {
    let second = text.get(4..).filter(|second| !second.is_empty()).unwrap_or("0");
    Some((text.get(..2)?.parse().ok()?, text.get(2..4)?.parse().ok()?, second.parse().ok()?, 0))
}

/// `H:M`, `H:M:S` or with a fraction; in the halves of a day too.
fn time_of(words: &[&str]) -> Option<TimeOfDay> {
    let (time, half) = match words {
        [time] => (*time, None),
        [time, half] => (*time, Some(half.to_ascii_lowercase())),
        _ => return None,
    };
    let mut parts = time.split(':');
    let (hour, minute) = (parts.next()?.parse::<i8>().ok()?, parts.next()?.parse().ok()?);
    let second = parts.next().unwrap_or("0");
    let (second, fraction) = second.split_once(['.', ',']).unwrap_or((second, ""));
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let nanosecond = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    let hour = match half.as_deref() {
        None => hour,
        Some("am") => hour % 12,
        Some(_) => hour % 12 + 12,
    };
    Some((hour, minute, second.parse().ok()?, nanosecond))
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
            "2099-01-01T12:00:00 utc",
            "2099-01-01 12:00:00 GMT",
            "2099-01-01T12:00Z",
            "2099-1-1T12:0:0Z",
            "2099-01-01T12:00:00.000Z",
            "2099-01-01T12:00:00.000000UTC",
            "2099-01-01T12:00:00,000+0000",
            "2099-01-01T12:00:00 PM UTC",
            "2099/01/01 12:00:00 UTC",
            "2099.01.01 12:00:00Z",
            "01/01/2099 12:00:00Z",
            "20990101T120000Z",
            "20990101T1200Z",
            "20990101T120000+0000",
            "Thu, 01 Jan 2099 12:00:00 GMT",
            "Thu, 01 Jan 2099 14:00:00 +0200",
            "01 Jan 2099 12:00:00 GMT",
            "1 January 2099 12:00 UTC",
            "January 1, 2099 12:00 UTC",
            "1-Jan-2099 12:00:00 GMT",
            "Thu Jan  1 12:00:00 UTC 2099",
            "Jan 1 12:00:00 UTC 2099",
        ] {
            assert_eq!(read(text), Some(noon), "{text:?}");
        }
        let later = noon + std::time::Duration::from_micros(123_456);
        assert_eq!(read("2099-01-01T12:00:00.123456Z"), Some(later));
        assert_eq!(read("2099-01-01T12:00:00.1234560001Z"), Some(later));
        assert_eq!(read("13/01/2099 12:00Z"), read("2099-01-13T12:00Z"));
        assert_eq!(read("02/03/2099 12:00Z"), read("2099-02-03T12:00Z"));
        for text in [
            "",
            "soon",
            "2099-01-01",
            "2099-01-01T12:00:00",
            "2099-13-01T12:00:00Z",
            "2099-02-30T12:00:00Z",
            "2099-01-01T25:00:00Z",
            "2099-01-01T12:00:00CET",
            "2099-01-01Z",
            "4070952000",
            "Z",
            "é2099-01-01T12:00:00Z",
            "2099-01-01é12:00Z",
            "2099-01-01T12:00:00:00Z",
            "2099-01-01T12:00:00.éZ",
            "+00:00",
            "2099-01-01T12:00:00+é",
            "12:00Z",
            "ééé 2099 12:00Z",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_written_is_a_panic(text in "[0-9TtZzé:+,./ -]{0,24}", any in ".{0,24}") {
            read(&text);
            read(&any);
        }
    }
}
