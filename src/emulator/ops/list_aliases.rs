//! `ListAliases`.

use serde_json::json;

use super::{
    handler::Output,
    requests::{NamedVersion, OperationInput, Page, Paging, VersionChoice, fingerprint},
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{Account, ImageStore, Position},
};

/// `ListAliases`: the aliases of an image, or of the version that `Version` or `Alias` names; in order, without telling
/// which version each of them stands for.
pub(super) fn list_aliases(account: &Account, images: &ImageStore, input: OperationInput) -> Output {
    let mut members = InputMembers::of(input.body)?;
    let name = members.text("ImageName")?;
    let choice = VersionChoice::read(&mut members)?;
    let paging = Paging::read(&mut members)?;
    members.finish()?;
    let mut violations = Violations::default();
    choice.check_alias(&mut violations);
    violations.required_text("imageName", name.as_deref(), &text_rule::IMAGE_NAME);
    paging.check_size(&mut violations);
    paging.check_token(&mut violations);
    choice.check_number(&mut violations);
    violations.into_result()?;
    let (name, version) = (name.unwrap_or_default(), choice.named()?);
    let contents = images.contents(&name, &account.arns).ok_or_else(|| ServiceError::not_found(&name))?;
    let holder = match version {
        NamedVersion::Unnamed => None,
        NamedVersion::Number(_) | NamedVersion::Alias(_) => Some(version.find(&name, &contents)?),
    };
    let query = fingerprint("ListAliases", &(&name, holder));
    let beyond = paging.beyond(query)?;
    let wanted = contents.aliases.iter().filter(|(alias, of)| {
        holder.is_none_or(|holder| holder == **of) && beyond.as_ref().is_none_or(|last| ***alias > *last.name)
    });
    let aliases = wanted.map(|(alias, _)| &**alias);
    let page = Page::of(aliases, paging.size(), query, |alias| Position::of_name(alias));
    Ok(page.answer("SageMakerImageVersionAliases", |alias| json!(alias)))
}
