//! ListUserProfiles.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::UserProfileDetails;
use tracing::warn;

use super::in_domain::place;
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::ops::page_guard::next_page;
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_USER_PROFILES;
use crate::domain::{StudioStatus, UserProfile, UserProfileKey};
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of user profiles, from where the page before ended.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request =
        session.sagemaker.list_user_profiles().max_results(MAX_RESULTS).set_next_token(after.clone());
    let output =
        request.customize().config_override(limits).send().await.map_err(|error| failure::of_call(&error))?;
    let Some(profiles) = output.user_profiles else {
        return Err(body::empty(LIST_USER_PROFILES, "UserProfiles"));
    };
    let next = next_page(LIST_USER_PROFILES, after.as_deref(), output.next_token)?;
    let profiles = profiles.into_iter().filter_map(of_summary).collect();
    Ok(Answer::UserProfiles { profiles, next: next.map(PageToken) })
}

/// One without a domain or name can't be looked up and is left out.
fn of_summary(summary: UserProfileDetails) -> Option<UserProfile> {
    let Some((domain, name)) = place(summary.domain_id, summary.user_profile_name) else {
        warn!("{LIST_USER_PROFILES} gave a user profile without a domain or name; it is left out");
        return None;
    };
    Some(UserProfile {
        status: summary.status.map(|word| StudioStatus::from_word(word.as_str())),
        created: time(summary.creation_time),
        modified: time(summary.last_modified_time),
        ..UserProfile::of(UserProfileKey { domain, name })
    })
}
