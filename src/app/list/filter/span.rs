//! Spans of time, as they are typed: `90d`.

use jiff::SignedDuration;

/// What a span can end in, and how many hours that is.
const UNITS: [(&str, i64); 5] = [("mo", 365 * 24 / 12), ("h", 1), ("d", 24), ("w", 7 * 24), ("y", 365 * 24)];

/// The span that `text` says: a number and `m` for minutes, `h`, `d`, `w`, `mo` or `y`.
pub fn read(text: &str) -> Option<SignedDuration> {
    if let Some(minutes) = text.strip_suffix('m') {
        return number(minutes)?.checked_mul(60).map(SignedDuration::from_secs);
    }
    UNITS.iter().find_map(|(unit, hours)| {
        let seconds = number(text.strip_suffix(unit)?)?.checked_mul(hours * 60 * 60)?;
        Some(SignedDuration::from_secs(seconds))
    })
}

fn number(digits: &str) -> Option<i64> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_a_number_and_a_unit() {
        for (text, hours) in [
            ("90d", Some(90 * 24)),
            ("1w", Some(7 * 24)),
            ("12h", Some(12)),
            ("120m", Some(2)),
            ("1mo", Some(730)),
            ("2y", Some(2 * 365 * 24)),
            ("0d", Some(0)),
            ("90", None),
            ("d", None),
            ("-1d", None),
            ("+1d", None),
            ("1.5d", None),
            ("9223372036854775807d", None),
            ("99999999999999999999d", None),
            ("", None),
        ] {
            assert_eq!(read(text), hours.map(SignedDuration::from_hours), "{text:?}");
        }
    }
}
