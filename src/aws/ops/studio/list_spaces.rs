//! ListSpaces.

use aws_sdk_sagemaker::config::Builder;
use aws_sdk_sagemaker::types::SpaceDetails;
use tracing::warn;

use super::in_domain::place;
use crate::aws::failure::{self, body};
use crate::aws::ops::image::time;
use crate::aws::ops::page_guard::next_page;
use crate::aws::session::SdkSession;
use crate::domain::operation::LIST_SPACES;
use crate::domain::{Space, SpaceKey, StudioStatus, Text};
use crate::service::{Answer, PageToken, Reply};

/// The most that `MaxResults` may be.
const MAX_RESULTS: i32 = 100;

/// One page of spaces, from where the page before ended.
pub(in crate::aws::ops) async fn ask(session: &SdkSession, after: Option<PageToken>) -> Reply {
    let after = after.map(|token| token.0);
    let limits = Builder::new().timeout_config(session.limits.for_list());
    let request = session.sagemaker.list_spaces().max_results(MAX_RESULTS).set_next_token(after.clone());
    let output =
        request.customize().config_override(limits).send().await.map_err(|error| failure::of_call(&error))?;
    let Some(spaces) = output.spaces else {
        return Err(body::empty(LIST_SPACES, "Spaces"));
    };
    let next = next_page(LIST_SPACES, after.as_deref(), output.next_token)?;
    let spaces = spaces.into_iter().filter_map(of_summary).collect();
    Ok(Answer::Spaces { spaces, next: next.map(PageToken) })
}

/// One without a domain or name can't be looked up and is left out.
fn of_summary(summary: SpaceDetails) -> Option<Space> {
    let Some((domain, name)) = place(summary.domain_id, summary.space_name) else {
        warn!("{LIST_SPACES} gave a space without a domain or name; it is left out");
        return None;
    };
    let (settings, owner) = (summary.space_settings_summary, summary.ownership_settings_summary);
    let sharing = summary.space_sharing_settings_summary.and_then(|sharing| sharing.sharing_type);
    Some(Space {
        display_name: summary.space_display_name.map(Text::from),
        owner: owner.and_then(|owner| owner.owner_user_profile_name).map(Text::from),
        sharing: sharing.map(|word| Text::clean(word.as_str())),
        app_type: settings.and_then(|settings| settings.app_type).map(|word| Text::clean(word.as_str())),
        status: summary.status.map(|word| StudioStatus::from_word(word.as_str())),
        created: time(summary.creation_time),
        modified: time(summary.last_modified_time),
        ..Space::of(SpaceKey { domain, name })
    })
}
