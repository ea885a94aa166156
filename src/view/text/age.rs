//! Times, as they are told.

use std::fmt::Display;

use compact_str::{CompactString, format_compact};
use jiff::Timestamp;
use jiff::tz::TimeZone;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How much time has passed, in its largest unit.
enum Age {
    Ahead,
    Now,
    Minutes(i64),
    Hours(i64),
    Days(i64),
    Months(i64),
    Years(i64),
}

impl Age {
    fn between(then: Timestamp, now: Timestamp) -> Self {
        let seconds = now.as_second().saturating_sub(then.as_second());
        let days = seconds / DAY;
        match seconds {
            // Two clocks are never quite the same.
            ..-60 => Self::Ahead,
            -60..60 => Self::Now,
            60..HOUR => Self::Minutes(seconds / MINUTE),
            HOUR..DAY => Self::Hours(seconds / HOUR),
            _ if days < 30 => Self::Days(days),
            _ if days < 365 => Self::Months((days * 12 / 365).max(1)),
            _ => Self::Years(days / 365),
        }
    }
}

/// For a column: `now`, `3m`, `5h`, `12d`, `8mo`, `2y`; at most four cells in this millennium.
#[must_use]
pub fn short(then: Timestamp, now: Timestamp) -> CompactString {
    match Age::between(then, now) {
        Age::Ahead => ">now".into(),
        Age::Now => "now".into(),
        Age::Minutes(n) => format_compact!("{n}m"),
        Age::Hours(n) => format_compact!("{n}h"),
        Age::Days(n) => format_compact!("{n}d"),
        Age::Months(n) => format_compact!("{n}mo"),
        Age::Years(n) => format_compact!("{n}y"),
    }
}

/// For a sentence: `just now`, `1 minute ago`, `8 months ago`.
#[must_use]
pub fn long(then: Timestamp, now: Timestamp) -> CompactString {
    let ago = |n: i64, unit: &str| format_compact!("{n} {unit}{} ago", if n == 1 { "" } else { "s" });
    match Age::between(then, now) {
        Age::Ahead => "in the future".into(),
        Age::Now => "just now".into(),
        Age::Minutes(n) => ago(n, "minute"),
        Age::Hours(n) => ago(n, "hour"),
        Age::Days(n) => ago(n, "day"),
        Age::Months(n) => ago(n, "month"),
        Age::Years(n) => ago(n, "year"),
    }
}

/// Date, time and zone: `2026-03-02 14:05:09 +01:00`, or `2026-03-02 13:05:09 UTC`.
#[must_use]
pub fn absolute(then: Timestamp, zone: &TimeZone) -> impl Display + use<> {
    let format = if *zone == TimeZone::UTC { "%Y-%m-%d %H:%M:%S UTC" } else { "%Y-%m-%d %H:%M:%S %:z" };
    then.to_zoned(zone.clone()).strftime(format)
}

/// Date and time to the minute, for where the zone is said elsewhere: `2026-03-02 14:05`.
#[must_use]
pub fn minute(then: Timestamp, zone: &TimeZone) -> String {
    then.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// The same and how long ago, for a sentence: `2026-03-02 14:05 (8 months ago)`.
#[must_use]
pub fn told(then: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    format!("{} ({})", minute(then, zone), long(then, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_in_their_largest_unit() {
        let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        for (then, short_words, long_words) in [
            ("2026-11-21T12:05:00Z", ">now", "in the future"),
            ("2026-11-21T12:00:30Z", "now", "just now"),
            ("2026-11-21T11:59:01Z", "now", "just now"),
            ("2026-11-21T11:59:00Z", "1m", "1 minute ago"),
            ("2026-11-21T11:00:01Z", "59m", "59 minutes ago"),
            ("2026-11-21T07:00:00Z", "5h", "5 hours ago"),
            ("2026-11-20T12:00:00Z", "1d", "1 day ago"),
            ("2026-10-23T12:00:00Z", "29d", "29 days ago"),
            ("2026-10-21T12:00:00Z", "1mo", "1 month ago"),
            ("2025-11-22T12:00:00Z", "11mo", "11 months ago"),
            ("2025-11-21T12:00:00Z", "1y", "1 year ago"),
            ("1970-01-01T00:00:00Z", "56y", "56 years ago"),
        ] {
            let then = then.parse().unwrap();
            assert_eq!((short(then, now).as_str(), long(then, now).as_str()), (short_words, long_words));
        }
    }

    #[test]
    fn the_zone_is_always_said() {
        let then: Timestamp = "2026-03-02T13:05:09Z".parse().unwrap();
        let berlin = TimeZone::fixed(jiff::tz::offset(1));
        assert_eq!(absolute(then, &berlin).to_string(), "2026-03-02 14:05:09 +01:00");
        assert_eq!(absolute(then, &TimeZone::UTC).to_string(), "2026-03-02 13:05:09 UTC");
    }
}
