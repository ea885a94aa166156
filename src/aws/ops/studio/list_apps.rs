//! ListApps.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::AppDetails;
use tracing::warn;

use super::image_uses::{instance_type, of_spec};
use super::in_domain::place;
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::ops::page_guard::next_page;
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_APPS;
use crate::domain::{AppOwner, StudioApp, StudioAppKey, StudioStatus, Text};
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of apps, from where the page before ended.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request = session.sagemaker.list_apps().max_results(MAX_RESULTS).set_next_token(after.clone());
    let output =
        request.customize().config_override(limits).send().await.map_err(|error| failure::of_call(&error))?;
    let Some(apps) = output.apps else {
        return Err(body::empty(LIST_APPS, "Apps"));
    };
    let next = next_page(LIST_APPS, after.as_deref(), output.next_token)?;
    let apps = apps.into_iter().filter_map(of_summary).collect();
    Ok(Answer::Apps { apps, next: next.map(PageToken) })
}

/// One that can't be looked up, for want of a part of its key, is left out.
fn of_summary(summary: AppDetails) -> Option<StudioApp> {
    let owner = owner(summary.user_profile_name, summary.space_name);
    let app_type = summary.app_type.map(|word| Text::clean(word.as_str()));
    let (Some((domain, name)), Some(owner), Some(app_type)) =
        (place(summary.domain_id, summary.app_name), owner, app_type)
    else {
        warn!("{LIST_APPS} gave an app without a domain, owner, type or name; it is left out");
        return None;
    };
    let spec = summary.resource_spec.as_ref();
    Some(StudioApp {
        status: summary.status.map(|word| StudioStatus::from_word(word.as_str())),
        instance_type: instance_type(spec),
        created: time(summary.creation_time),
        reference: spec.and_then(of_spec),
        ..StudioApp::of(StudioAppKey { domain, owner, app_type, name })
    })
}

/// Whose it is. Where both are given the space counts: DescribeApp takes one of them only.
fn owner(profile: Option<String>, space: Option<String>) -> Option<AppOwner> {
    let given = |name: Option<String>| name.filter(|name| !name.is_empty()).map(Text::from);
    given(space).map(AppOwner::Space).or_else(|| given(profile).map(AppOwner::UserProfile))
}
