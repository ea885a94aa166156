//! ListDomains.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::DomainDetails;
use tracing::warn;

use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::ops::page_guard::next_page;
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_DOMAINS;
use crate::domain::{DomainId, StudioDomain, StudioStatus, Text};
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of domains, from where the page before ended.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request = session.sagemaker.list_domains().max_results(MAX_RESULTS).set_next_token(after.clone());
    let output =
        request.customize().config_override(limits).send().await.map_err(|error| failure::of_call(&error))?;
    let Some(domains) = output.domains else {
        return Err(body::empty(LIST_DOMAINS, "Domains"));
    };
    let next = next_page(LIST_DOMAINS, after.as_deref(), output.next_token)?;
    let domains = domains.into_iter().filter_map(of_summary).collect();
    Ok(Answer::Domains { domains, next: next.map(PageToken) })
}

/// One without an id can't be looked up and is left out.
fn of_summary(summary: DomainDetails) -> Option<StudioDomain> {
    let Some(id) = summary.domain_id.filter(|id| !id.is_empty()) else {
        warn!("{LIST_DOMAINS} gave a domain without an id; it is left out");
        return None;
    };
    Some(StudioDomain {
        name: summary.domain_name.map(Text::from),
        arn: summary.domain_arn.map(Text::from),
        status: summary.status.map(|word| StudioStatus::from_word(word.as_str())),
        created: time(summary.creation_time),
        modified: time(summary.last_modified_time),
        ..StudioDomain::of(DomainId::received(&id))
    })
}
