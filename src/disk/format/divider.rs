//! Where the person put the divider between list and detail.

use serde::{Deserialize, Serialize};

use super::versioned::{Format, to_line};
use crate::domain::ListShare;

/// How each version is read.
pub const DIVIDER: Format<Option<ListShare>> = Format(&[|raw| {
    let read: DividerV1 = serde_json::from_slice(raw)?;
    Ok(read.list_thousandths.map(ListShare::in_thousandths))
}]);

/// `share` in the oldest version that can hold it.
pub fn divider_to_line(share: Option<ListShare>) -> serde_json::Result<Vec<u8>> {
    to_line(1, &DividerV1 { list_thousandths: share.map(ListShare::thousandths) })
}

/// The list's share of the width; nothing where it goes by need.
#[derive(Serialize, Deserialize)]
struct DividerV1 {
    list_thousandths: Option<u32>,
}
