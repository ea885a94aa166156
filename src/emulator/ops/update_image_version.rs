//! `UpdateImageVersion`.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::{
    at_rest::refuse_unless_at_rest,
    handler::Output,
    requests::{NamedVersion, OperationInput, VersionChoice},
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule, words},
    store::{Account, Change, ImageContents, ImageStore, ResourceKind, VersionEdit},
};

/// What an `UpdateImageVersion` request asks for.
struct VersionUpdate {
    image: String,
    version: NamedVersion,
    added: Vec<String>,
    deleted: Vec<String>,
    edit: VersionEdit,
}

/// `UpdateImageVersion`: done when it is answered; the status stays as it is.
///
/// An alias belongs to one version at a time. Whether `AliasesToAdd` takes it from the one that holds it is not documented:
/// here it does, unless the fault `refuse-move` is in force. What the service does where neither `Version` nor `Alias` is
/// sent is not documented either: here it is refused.
pub(super) fn update_image_version(
    account: &Account,
    images: &mut ImageStore,
    input: OperationInput,
) -> Output {
    let update = VersionUpdate::read(input.body)?;
    let (name, arns) = (&update.image, &account.arns);
    let contents = images.contents(name, arns).ok_or_else(|| ServiceError::not_found(name))?;
    let number = update.version.find(name, &contents)?;
    let arn = arns.image_version(name, &number);
    refuse_unless_at_rest(contents.versions[&number].status, ResourceKind::ImageVersion, &arn, &arn)?;
    let aliases = update.aliases(number, &contents, input.refuses_moves)?;
    let now = account.clock.at(Instant::now());
    if let Some(contents) = images.contents_mut(name, arns) {
        contents.aliases = aliases;
        contents.amend(number, now, update.edit);
    }
    Ok(json!({ "ImageVersionArn": arn }))
}

impl VersionUpdate {
    fn read(body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let choice = VersionChoice::read(&mut members)?;
        let added = members.texts("AliasesToAdd")?.unwrap_or_default();
        let deleted = members.texts("AliasesToDelete")?.unwrap_or_default();
        let horovod = members.flag("Horovod")?;
        let image = members.text("ImageName")?;
        let job_type = members.text("JobType")?;
        let ml_framework = members.text("MLFramework")?;
        let processor = members.text("Processor")?;
        let programming_lang = members.text("ProgrammingLang")?;
        let release_notes = members.text("ReleaseNotes")?;
        let vendor_guidance = members.text("VendorGuidance")?;
        members.finish()?;

        let mut violations = Violations::default();
        choice.check_alias(&mut violations);
        violations.items("aliasesToAdd", &added, &text_rule::ALIAS);
        violations.items("aliasesToDelete", &deleted, &text_rule::ALIAS);
        violations.required_text("imageName", image.as_deref(), &text_rule::IMAGE_NAME);
        violations.word("jobType", job_type.as_deref(), &words::JOB_TYPE);
        violations.text("mLFramework", ml_framework.as_deref(), &text_rule::NAME_AND_NUMBER);
        violations.word("processor", processor.as_deref(), &words::PROCESSOR);
        violations.text("programmingLang", programming_lang.as_deref(), &text_rule::NAME_AND_NUMBER);
        violations.text("releaseNotes", release_notes.as_deref(), &text_rule::RELEASE_NOTES);
        violations.word("vendorGuidance", vendor_guidance.as_deref(), &words::VENDOR_GUIDANCE);
        choice.check_number(&mut violations);
        violations.into_result()?;

        let version = choice.named()?;
        if matches!(version, NamedVersion::Unnamed) {
            return Err(ServiceError::invalid("Either Version or Alias must be specified."));
        }
        let edit = VersionEdit {
            vendor_guidance: set(vendor_guidance),
            job_type: set(job_type),
            ml_framework: set(ml_framework),
            programming_lang: set(programming_lang),
            processor: set(processor),
            horovod,
            release_notes: set(release_notes),
            ..VersionEdit::default()
        };
        let (added, deleted) =
            (added.into_iter().flatten().collect(), deleted.into_iter().flatten().collect());
        Ok(Self { image: image.unwrap_or_default(), version, added, deleted, edit })
    }

    /// The aliases of the image as they will be, where the version of this number is updated.
    fn aliases(
        &self,
        number: u32,
        contents: &ImageContents,
        refuses_moves: bool,
    ) -> Result<BTreeMap<Box<str>, u32>, ServiceError> {
        let mut aliases = contents.aliases.clone();
        for alias in &self.deleted {
            if self.added.contains(alias) {
                return Err(ServiceError::invalid(format!(
                    "Alias {alias} cannot be both added and deleted in the same request."
                )));
            }
            if contents.aliases.get(alias.as_str()) != Some(&number) {
                return Err(ServiceError::no_alias(&self.image, number, alias));
            }
            aliases.remove(alias.as_str());
        }
        for alias in &self.added {
            match contents.aliases.get(alias.as_str()) {
                Some(holder) if *holder != number && refuses_moves => {
                    return Err(ServiceError::alias_held(&self.image, *holder, alias));
                }
                Some(_) | None => aliases.insert(alias.as_str().into(), number),
            };
        }
        Ok(aliases)
    }
}

fn set(text: Option<String>) -> Change {
    text.map_or(Change::Keep, Change::Set)
}
