//! GetCallerIdentity.

use aws_sdk_sts::config::Builder;

use crate::aws::failure;
use crate::aws::failure::body;
use crate::aws::session::Session;
use crate::domain::Text;
use crate::service::{Answer, Reply};

/// Most attempts: the account is for the header, and nothing waits for it.
const ATTEMPTS: u32 = 2;

/// Whose account it is.
pub(in crate::aws) async fn ask(session: &Session) -> Reply {
    let config = session.sts.config();
    let retry = config.retry_config().cloned().unwrap_or_else(aws_smithy_types::retry::RetryConfig::standard);
    let attempts = retry.max_attempts().min(ATTEMPTS);
    let calm = Builder::new().retry_config(retry.with_max_attempts(attempts));
    let answer = session.sts.get_caller_identity().customize().config_override(calm).send().await;
    let output = answer.map_err(|error| failure::of_call(&error))?;
    match output.account() {
        Some(account) => Ok(Answer::Account(Text::clean(account))),
        None => Err(body::empty("GetCallerIdentity", "account")),
    }
}
