//! `ListDomains`.

use super::{
    handler::Output,
    requests::{OperationInput, StudioList, StudioQuery},
};
use crate::emulator::store::{Account, ImageStore, StudioKind};

const LIST: StudioList =
    StudioList { kind: StudioKind::Domain, answered: "Domains", sort_by: &[], narrowings: &[] };

/// `ListDomains`: one page of domains, the oldest first.
pub(super) fn list_domains(account: &Account, _: &ImageStore, input: OperationInput) -> Output {
    StudioQuery::read(&LIST, input.body)?.answer(account)
}
