//! How one thing of Studio is described.

use crate::emulator::{
    ops::handler::Output,
    rules::ServiceError,
    store::{Account, InStudio},
};

/// What describes one thing of Studio.
pub(super) fn described(account: &Account, what: InStudio) -> Output {
    let studio = account.studio();
    let record = studio.get(what).ok_or_else(|| ServiceError::no_such(what))?;
    Ok(record.described(&account.arns))
}
