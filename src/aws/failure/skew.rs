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
    let (count, side) = match minutes {
        0 => return None,
        1.. => (minutes, "ahead of"),
        _ => (-minutes, "behind"),
    };
    let unit = if count == 1 { "minute" } else { "minutes" };
    Some(format!("This machine's clock is {count} {unit} {side} the service's."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_said_in_minutes() {
        let at = |second| Timestamp::from_second(second).unwrap();
        for (ours, said) in [
            (1_000_000, None),
            (1_000_059, None),
            (1_000_060, Some("This machine's clock is 1 minute ahead of the service's.")),
            (996_400, Some("This machine's clock is 60 minutes behind the service's.")),
        ] {
            assert_eq!(words(at(ours), at(1_000_000)).as_deref(), said);
        }
    }
}
