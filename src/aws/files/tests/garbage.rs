//! Whatever the files hold.

use aws_config::profile::ProfileSet;
use proptest::prelude::*;

use super::*;
use crate::aws::files::line;

fn read(config: &[u8]) -> SharedFiles {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(files(config, config))
}

fn load(files: &SharedFiles, name: &str) -> ProfileSet {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(files.load(name)).unwrap()
}

/// Pieces that files are made of, right and wrong.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(1_u8.., 0..12),
        "\\[?(profile|sso-session|services|default|x)?[ \t]?[a-c\"#;]{0,2}\\]?[\r]?\n"
            .prop_map(String::into_bytes),
        "[ \t]{0,2}(region|role_arn|source_profile|sso_session|s3)?[ \t]?=?[ \t]?[a-c#;=]{0,2}\r{0,2}\n"
            .prop_map(String::into_bytes),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_the_files_hold_the_sdk_can_parse_what_it_gets(config in garbage()) {
        let found = read(&config);
        for name in found.names() {
            let loaded = load(&found, name);
            let entry = &found.profiles[name];
            for key in ["region", "s3"].into_iter().filter(|_| entry.fault.is_none()) {
                let ours = entry.get(key).map(|value| match value.strip_prefix('\n') {
                    None => line::without_comment(value.lines().next().unwrap_or_default()).to_owned(),
                    Some(_) => value.to_owned(),
                });
                let theirs = loaded.get(key);
                let are_below = ours.as_ref().is_some_and(|value| value.starts_with('\n'));
                prop_assert!(are_below || theirs.unwrap_or_default() == ours.unwrap_or_default(), "{} {}", name, key);
            }
            found.profile_trouble(name);
        }
        found.troubles();
    }

    #[test]
    fn a_good_profile_is_found_among_garbage(before in garbage(), after in garbage()) {
        let good = b"\n[profile good]\nregion = eu-west-1\n";
        let config = [&before[..], good, b"[profile end]\n", &after[..]].concat();
        let found = read(&config);
        let marked = before.starts_with(b"\xff\xfe") || before.starts_with(b"\xfe\xff");
        prop_assert!(marked || found.region("good") == Some("eu-west-1"));
        prop_assert!(marked || load(&found, "good").get("region") == Some("eu-west-1"));
    }
}
