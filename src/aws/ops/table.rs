//! All operations of the service, each in the line that leads to its file.

use super::studio::{
    describe_app, describe_domain, describe_space, describe_user_profile, list_apps, list_domains,
    list_spaces, list_user_profiles,
};
use super::{
    add_tags, alias_map, assume_role, delete_tags, describe_image, describe_image_version,
    get_caller_identity, list_image_versions, list_images, list_tags, raw, update_image,
    update_image_version,
};
use crate::aws::session::{SdkSession, Writer};
use crate::domain::Code;
use crate::edit::Call;
use crate::service::{Read, Reply};

/// Reads something, with keys that are had first.
pub(in crate::aws) async fn read(session: &SdkSession, wanted: Read) -> Reply {
    session.keyring.ready().await?;
    match wanted {
        Read::WhoAmI => get_caller_identity::ask(session).await,
        Read::List { end, after } => list_images::ask(session, end, after).await,
        Read::Changed { since, after } => list_images::ask_changed(session, since, after).await,
        Read::Describe(name) => describe_image::ask(session, &name).await,
        Read::Versions { image, after } => list_image_versions::ask(session, &image, after).await,
        Read::Version(image, number) => describe_image_version::ask(session, &image, number).await,
        Read::Aliases { image, versions, instead } => {
            alias_map::ask(session, &image, versions, instead).await
        }
        Read::Tags { image, arn } => list_tags::ask(session, &image, arn).await,
        Read::Domains { after } => list_domains::ask(session, after).await,
        Read::Domain(id) => describe_domain::ask(session, id).await,
        Read::UserProfiles { after } => list_user_profiles::ask(session, after).await,
        Read::UserProfile(key) => describe_user_profile::ask(session, key).await,
        Read::Spaces { after } => list_spaces::ask(session, after).await,
        Read::Space(key) => describe_space::ask(session, key).await,
        Read::Apps { after } => list_apps::ask(session, after).await,
        Read::App(key) => describe_app::ask(session, key).await,
        Read::Raw(of) => raw::ask(session, &of).await,
    }
}

/// Gets keys with a code.
pub(in crate::aws) async fn log_in(session: &SdkSession, code: Code) -> Reply {
    assume_role::ask(&session.keyring, code).await
}

/// Changes something, with keys that are had first.
pub(in crate::aws) async fn write(session: &SdkSession, call: &Call) -> Reply {
    session.keyring.ready().await?;
    send(&session.writer, call).await
}

/// Each is given a [`Writer`], so that it is sent once.
async fn send(writer: &Writer, call: &Call) -> Reply {
    match call {
        Call::UpdateImage(update) => update_image::send(writer, update).await,
        Call::UpdateVersion(update) => update_image_version::send_version(writer, update).await,
        Call::UpdateAliases(update) => update_image_version::send_aliases(writer, update).await,
        Call::AddTags(update) => add_tags::send(writer, update).await,
        Call::DeleteTags(update) => delete_tags::send(writer, update).await,
    }
}
