//! The chosen profile in the SDK's grammar.
//!
//! The SDK takes few letters in names, and cuts comments off values: it gets the profile under a name of
//! ours, and none of the settings by which keys are had, because those are had here.

use std::fmt::Write;

use super::line;
use super::table::MergedSection;

/// What the SDK knows the chosen profile by.
pub(in crate::aws) const NAME: &str = "selected";

/// Settings that the SDK has no business with.
const OF_KEYS: [&str; 20] = [
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_security_token",
    "aws_session_token",
    "credential_process",
    "credential_source",
    "duration_seconds",
    "external_id",
    "login_session",
    "mfa_serial",
    "role_arn",
    "role_session_name",
    "services",
    "source_profile",
    "sso_account_id",
    "sso_region",
    "sso_role_name",
    "sso_session",
    "sso_start_url",
    "web_identity_token_file",
];

/// A file that holds `profile` and its services section.
pub(super) fn text(profile: Option<&MergedSection>, services: Option<&MergedSection>) -> String {
    let mut text = String::new();
    section(&mut text, "profile", profile);
    if services.is_some() {
        text.push_str("services = ");
        text.push_str(NAME);
        text.push('\n');
        section(&mut text, "services", services);
    }
    text
}

/// A service without settings of its own: they were not indented, and the SDK would speak to AWS itself.
pub(super) fn unused_service(name: &str, services: &MergedSection) -> Option<String> {
    let all = services.all();
    let flat = all.iter().filter(|(_, value)| !value.starts_with('\n')).map(|(service, _)| service);
    let service = flat.min_by_key(|service| services.spot(service).line)?;
    let at = services.spot(service);
    Some(format!(
        "{at}, in the services {name:?}: {service} has no settings below it. Indent the lines that belong to it."
    ))
}

fn section(text: &mut String, kind: &str, entry: Option<&MergedSection>) {
    // Writing to a String can't fail.
    let _ = writeln!(text, "[{kind} {NAME}]");
    let settings = entry.map(MergedSection::all).unwrap_or_default();
    for (name, value) in settings.into_iter().filter(|(name, _)| is_name(name) && !OF_KEYS.contains(name)) {
        let (first, below) = value.split_once('\n').unwrap_or((value, ""));
        let _ = writeln!(text, "{name} = {first}");
        let below = below.split('\n').filter(|_| first.is_empty()).filter_map(|line| line::below(line).ok());
        for (name, value) in below.filter(|(name, _)| is_name(name)) {
            let _ = writeln!(text, "  {name} = {value}");
        }
    }
}

/// Whether the SDK could take it for one of its own settings.
fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !name.is_empty() && name.chars().all(fits)
}
