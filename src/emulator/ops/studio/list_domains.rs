//! `ListDomains`.

use super::query::{StudioList, StudioQuery};
use crate::emulator::{
    ops::{handler::Output, requests::OperationInput},
    store::{Account, ImageStore, StudioKind},
};

const LIST: StudioList =
    StudioList { kind: StudioKind::Domain, answered: "Domains", sort_by: &[], narrowings: &[] };

/// `ListDomains`: one page of domains, the oldest first.
pub(in crate::emulator::ops) fn list_domains(
    account: &Account,
    _: &ImageStore,
    input: OperationInput,
) -> Output {
    StudioQuery::read(&LIST, input.body)?.answer(account)
}
