//! GetCallerIdentity.

use aws_sdk_sts::config::Builder;
use aws_smithy_types::retry::RetryConfig;

use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::Text;
use crate::domain::operation::GET_CALLER_IDENTITY;
use crate::service::{Answer, Reply};

/// Most attempts: the account is for the header, and nothing waits for it.
const ATTEMPTS: u32 = 2;

/// Whose account it is.
pub(super) async fn ask(session: &SdkSession) -> Reply {
    let config = session.sts.config();
    let retry = config.retry_config().cloned().unwrap_or_else(RetryConfig::standard);
    let attempts = retry.max_attempts().min(ATTEMPTS);
    let fewer = Builder::new().retry_config(retry.with_max_attempts(attempts));
    let answer = session.sts.get_caller_identity().customize().config_override(fewer).send().await;
    let output = answer.map_err(|error| failure::of_call(&error))?;
    match output.account() {
        Some(account) => Ok(Answer::Account(Text::clean(account))),
        None => Err(body::empty(GET_CALLER_IDENTITY, "account")),
    }
}
