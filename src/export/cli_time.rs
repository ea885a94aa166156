//! Times as the AWS CLI writes them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// `2026-09-21T17:06:40.123000+02:00`; a whole second has no fraction.
pub(super) fn written(at: Timestamp, zone: &TimeZone) -> String {
    let zoned = at.to_zoned(zone.clone());
    let seconds = zoned.strftime("%Y-%m-%dT%H:%M:%S");
    match at.subsec_microsecond() {
        0 => format!("{seconds}{}", zoned.strftime("%:z")),
        micros => format!("{seconds}.{micros:06}{}", zoned.strftime("%:z")),
    }
}
