//! All operations of the service, each in the line that leads to its file.

use super::{assume_role, describe_image, get_caller_identity, list_images, update_image};
use crate::aws::session::{SdkSession, Writer};
use crate::domain::{Code, Failure, FailureClass};
use crate::edit::Call;
use crate::service::{Read, Reply};

/// Reads something, with keys that are had first.
pub(in crate::aws) async fn read(session: &SdkSession, wanted: Read) -> Reply {
    session.keyring.ready().await?;
    match wanted {
        Read::WhoAmI => get_caller_identity::ask(session).await,
        Read::List { after } => list_images::ask(session, after).await,
        Read::Describe(name) => describe_image::ask(session, &name).await,
        Read::Versions { .. } | Read::Version(..) | Read::Aliases { .. } | Read::Tags { .. } => {
            Err(Failure::new(FailureClass::Bug, "nothing asks for it yet"))
        }
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
        Call::UpdateVersion(_) | Call::UpdateAliases(_) | Call::AddTags(_) | Call::DeleteTags(_) => {
            Err(Failure::new(FailureClass::Bug, "nothing sends it yet"))
        }
    }
}
