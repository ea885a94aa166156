//! What becomes of two files, and of sections with the same name.

use super::*;
use crate::aws::files::{SDK_NAME, for_sdk};

#[tokio::test]
async fn the_sdk_gets_the_chosen_profile_and_none_of_its_keys() {
    let config = format!(
        "[profile 'My Team']\n  region = x # here\n  services = s t\n  credential_process = {SECRET}\n  s3 =\n    a = b\n\
         [services \"s t\"]\nsso_oidc =\n  endpoint_url = u\n[profile other]\nregion = y\n"
    );
    let keys = format!(
        "[My Team]\naws_access_key_id = AKIA\naws_secret_access_key = {SECRET}\nretry_mode = adaptive\n"
    );
    let found = files(config.as_bytes(), keys.as_bytes()).await;
    let loaded = found.load("My Team").await.unwrap();
    for (setting, value) in
        [("region", "x"), ("retry_mode", "adaptive"), ("s3", "\na = b"), ("services", SDK_NAME)]
    {
        assert_eq!(loaded.get(setting), Some(value));
    }
    let written = for_sdk::text(found.profiles.get("My Team"), found.services.get("s t"));
    assert!(!written.contains("AKIA") && !written.contains("credential_process"), "{written}");
    assert!(written.contains("[services selected]") && written.contains("endpoint_url = u"), "{written}");
    assert_eq!(loaded.profiles().collect::<Vec<_>>(), [SDK_NAME]);
}

#[tokio::test]
async fn both_files_are_merged_as_the_cli_merges_them() {
    let config = b"region = lost\n[profile  a]\nregion = x\noutput = json\n[default]\nregion = z\n[c]\n";
    let found = files(config, b"[a]\nregion = w\n[b]\nword\n[profile d]\n").await;
    let loaded = found.load("a").await.unwrap();
    assert_eq!((loaded.get("region"), loaded.get("output")), (Some("w"), Some("json")));
    assert_eq!(found.region("a"), Some("w"));
    assert_eq!(found.names(), ["default", "a", "b", "profile d"]);
    assert!(found.profile_trouble("b").unwrap().contains("~/.aws/credentials, line 4"));
    assert_eq!(found.troubles().len(), 4, "{:?}", found.troubles());
    assert!(found.missing("c").contains("Write [profile c]"), "{}", found.missing("c"));
    assert!(found.missing("d").contains("Write [d]"));
}

/// Of two headings with the same name the CLI takes the later one, and nothing of the other.
#[tokio::test]
async fn a_later_heading_replaces_an_earlier_one_with_the_same_name() {
    for (config, region) in [
        ("[default]\nregion = x\n[profile default]\noutput = json\n", None),
        ("[profile default]\nregion = x\n[default]\nregion = y\n", Some("y")),
        ("[profile default]\nregion = x\n[profile 'default']\nregion = y\n", Some("y")),
        ("[DEFAULT]\nregion = x\n[default]\noutput = json\n", Some("x")),
        ("[default]\nregion = y\n[DEFAULT]\nregion = x\n", Some("y")),
        ("[DEFAULT]\nregion = x\n", None),
    ] {
        assert_eq!(files(config.as_bytes(), b"").await.region("default"), region, "{config}");
    }
}
