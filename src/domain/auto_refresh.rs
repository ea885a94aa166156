//! How often what is shown is read again by itself.

use std::str::FromStr;
use std::time::Duration;

/// How often the list is asked for changes by itself. What else is read by itself follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AutoRefresh {
    /// Never, and nothing else is read by itself.
    Off,
    /// As often as this, while somebody is there to look.
    Every(Duration),
}

/// The service is not to be asked more often than this.
const SHORTEST: Duration = Duration::from_secs(1);
/// What is longer is as good as never.
const LONGEST: Duration = Duration::from_hours(24);

impl Default for AutoRefresh {
    fn default() -> Self {
        Self::Every(Duration::from_secs(30))
    }
}

impl AutoRefresh {
    /// How often the image on the screen is read again: three times while the list is asked twice.
    #[must_use]
    pub fn of_image(self) -> Option<Duration> {
        match self {
            Self::Off => None,
            Self::Every(time) => Some(time * 2 / 3),
        }
    }
}

impl FromStr for AutoRefresh {
    type Err = String;

    /// Reads `30s`, `2m`, `1h` or `off`.
    ///
    /// # Errors
    ///
    /// For anything else, a sentence that says what can be written.
    fn from_str(written: &str) -> Result<Self, Self::Err> {
        if written == "off" {
            return Ok(Self::Off);
        }
        let wanted = || "it must be a time from 1s to 24h, such as 30s or 2m, or off".to_owned();
        let (digits, unit) = written.split_at_checked(written.len().saturating_sub(1)).ok_or_else(wanted)?;
        let seconds = match unit {
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            _ => return Err(wanted()),
        };
        let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
        let count: u64 = digits.parse().ok().filter(|_| is_number).ok_or_else(wanted)?;
        let time = count.checked_mul(seconds).map(Duration::from_secs);
        time.filter(|time| (SHORTEST..=LONGEST).contains(time)).map(Self::Every).ok_or_else(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_its_unit() {
        let every = |seconds| Ok(AutoRefresh::Every(Duration::from_secs(seconds)));
        for (written, read) in [
            ("off", Ok(AutoRefresh::Off)),
            ("1s", every(1)),
            ("30s", every(30)),
            ("2m", every(120)),
            ("24h", every(86_400)),
        ] {
            assert_eq!(written.parse(), read, "{written}");
        }
        for written in [
            "",
            "s",
            "0s",
            "30",
            "25h",
            "-1s",
            "+5s",
            "1.5s",
            "Off",
            "5 s",
            "30ms",
            "é",
            "99999999999999999999s",
        ] {
            let said = written.parse::<AutoRefresh>().unwrap_err();
            assert!(said.contains("30s or 2m, or off"), "{written}: {said}");
        }
    }

    #[test]
    fn by_default_the_image_is_read_every_20_seconds() {
        assert_eq!(AutoRefresh::default().of_image(), Some(Duration::from_secs(20)));
        assert_eq!(AutoRefresh::Off.of_image(), None);
    }
}
