//! AssumeRole with a code. The requests themselves are made where the keys of roles are had, one role
//! after another.

use crate::aws::keys::Keyring;
use crate::domain::Code;
use crate::service::{Answer, Reply};

/// Gets the keys of the role that wants `code`.
pub(super) async fn ask(keyring: &Keyring, code: Code) -> Reply {
    keyring.log_in(code).await.map(|()| Answer::LoggedIn)
}
