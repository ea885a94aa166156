//! ListAliases.

use std::collections::BTreeSet;

use aws_sdk_sagemaker::config::Builder;
use tracing::warn;

use super::image_version;
use super::page_guard::PageGuard;
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_ALIASES;
use crate::domain::{Failure, ImageName};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// All aliases of `image`, or of its version `number`, as the service gives them, not cleaned: they are
/// asked for by them.
pub(super) async fn all(
    session: &SdkSession,
    image: &ImageName,
    number: Option<u32>,
) -> Result<BTreeSet<String>, Failure> {
    let mut guard = PageGuard::new(LIST_ALIASES);
    let (mut all, mut after) = (BTreeSet::new(), None);
    loop {
        let limits = Builder::new().timeout_config(session.limits.for_list());
        let request = session
            .sagemaker
            .list_aliases()
            .image_name(image.as_str())
            .set_version(number.map(image_version::version))
            .max_results(MAX_RESULTS)
            .set_next_token(after);
        let sent = request.customize().config_override(limits).send().await;
        let output = sent.map_err(|error| failure::of_call(&error))?;
        let Some(aliases) = output.sage_maker_image_version_aliases else {
            return Err(body::empty(LIST_ALIASES, "SageMakerImageVersionAliases"));
        };
        all.extend(aliases.into_iter().filter(|alias| is_named(alias)));
        after = guard.after(output.next_token)?;
        if after.is_none() {
            return Ok(all);
        }
    }
}

fn is_named(alias: &str) -> bool {
    if alias.is_empty() {
        warn!("{LIST_ALIASES} gave an alias without a name; it is left out");
    }
    !alias.is_empty()
}
