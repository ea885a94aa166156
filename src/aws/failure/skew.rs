//! A clock that is off, recognised from the service's.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use jiff::{Timestamp, fmt::rfc2822};

/// How this machine's clock differs from the service's, as its answer's `Date` tells; nothing for
/// less than a minute, or where it can't be told.
pub(super) fn difference(answer: &HttpResponse) -> Option<String> {
    let theirs = rfc2822::parse(answer.headers().get("date")?).ok()?.timestamp();
    words(Timestamp::now(), theirs)
}

fn words(ours: Timestamp, theirs: Timestamp) -> Option<String> {
    let minutes = ours.duration_since(theirs).as_mins();
    let side = if minutes > 0 { "ahead of" } else { "behind" };
    let (count, unit) = match minutes.abs() {
        0 => return None,
        minutes @ 1..120 => (minutes, "minute"),
        minutes @ 120..2880 => (minutes / 60, "hour"),
        minutes => (minutes / 1440, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    Some(format!("This machine's clock is {count} {unit}{plural} {side} the service's."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_said_in_a_unit_that_fits() {
        let at = |second| Timestamp::from_second(second).unwrap();
        for (ours, said) in [
            (1_000_000, None),
            (1_000_059, None),
            (1_000_060, Some("This machine's clock is 1 minute ahead of the service's.")),
            (996_400, Some("This machine's clock is 60 minutes behind the service's.")),
            (1_172_799, Some("This machine's clock is 47 hours ahead of the service's.")),
            (1_172_800, Some("This machine's clock is 2 days ahead of the service's.")),
        ] {
            assert_eq!(words(at(ours), at(1_000_000)).as_deref(), said);
        }
    }
}
