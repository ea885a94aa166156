//! What the config file may hold.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use sagescope::config::schema;
use serde_json::Value;
use tempfile::TempDir;

use super::markdown::{blocks, spans};
use super::{assert_same, document};

const PAGE: &str = "docs/configuration.md";

fn example() -> String {
    let mut found = blocks(&document(PAGE).text).into_iter().filter(|block| block.language == "toml");
    found.next().expect("an example of a config file").text
}

#[test]
fn the_example_has_no_mistake() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("config.toml");
    fs::write(&file, example()).unwrap();
    let mut check = Command::new(env!("CARGO_BIN_EXE_sagescope"));
    check.args(["config", "check"]).arg(&file).env_clear().env("HOME", home.path());
    let output = check.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("no problems found"), "{said}");
}

/// The settings that the schema has, as `refresh` and `profiles.word`; scopes and keys are a matter of
/// `docs/keys.md`.
fn settings() -> BTreeSet<String> {
    let names = |of: &Value| of.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let schema = schema();
    let mut all = BTreeSet::new();
    for section in names(&schema["properties"]) {
        let about = &schema["properties"][&section];
        let below = if about["additionalProperties"].is_object() {
            &about["additionalProperties"]["properties"]
        } else {
            &about["properties"]
        };
        match below.as_object() {
            Some(_) if section != "keys" => {
                all.extend(names(below).iter().map(|it| format!("{section}.{it}")));
            }
            _ => {
                all.insert(section);
            }
        }
    }
    all
}

#[test]
fn every_setting_is_told() {
    let example: toml::Table = example().parse().unwrap();
    let mut written = BTreeSet::new();
    for (section, holds) in &example {
        let below = holds.as_table().filter(|_| section != "keys");
        let Some(below) = below else {
            written.insert(section.clone());
            continue;
        };
        // The settings of a profile stand one below its name, those of a section in it.
        for (name, value) in below {
            match value.as_table() {
                Some(named) => written.extend(named.keys().map(|it| format!("{section}.{it}"))),
                None => {
                    written.insert(format!("{section}.{name}"));
                }
            }
        }
    }
    // Other spellings are in the text.
    let spans: BTreeSet<_> = spans(&document(PAGE).text).into_iter().collect();
    let real = settings();
    written.extend(real.iter().filter(|it| spans.contains(it.rsplit('.').next().unwrap())).cloned());
    assert_same("the example of a config file", &written, &real);
}
