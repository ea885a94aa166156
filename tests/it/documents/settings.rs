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

/// The config files that are shown.
fn examples() -> Vec<String> {
    let found = blocks(&document(PAGE).text).into_iter().filter(|block| block.language == "toml");
    let found: Vec<_> = found.map(|block| block.text).collect();
    assert!(!found.is_empty(), "{PAGE} has no example of a config file");
    found
}

#[test]
fn the_examples_have_no_mistake() {
    for example in examples() {
        let home = TempDir::new().unwrap();
        let file = home.path().join("config.toml");
        fs::write(&file, &example).unwrap();
        let mut check = Command::new(env!("CARGO_BIN_EXE_sagescope"));
        check.args(["config", "check"]).arg(&file).env_clear().env("HOME", home.path());
        let output = check.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("no problems found"), "{said}\n{example}");
    }
}

/// The settings that the schema has, as `refresh` and `profiles.word`; scopes and keys are a matter of
/// `docs/keys.md`.
fn settings() -> BTreeSet<String> {
    let names = |of: &Value| of.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let schema = schema();
    let mut all = BTreeSet::new();
    for section in names(&schema["properties"]) {
        let about = table_of(&schema["properties"][&section]);
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

/// What is said of a section; of one that may be a single word too, what is said of it as a section.
fn table_of(about: &Value) -> &Value {
    let forms = about["anyOf"].as_array();
    forms.and_then(|forms| forms.iter().find(|form| form["properties"].is_object())).unwrap_or(about)
}

#[test]
fn every_setting_is_told() {
    let examples = examples().into_iter().flat_map(|example| example.parse::<toml::Table>().unwrap());
    let real = settings();
    let mut written = BTreeSet::new();
    for (section, holds) in examples {
        let below = holds.as_table().filter(|_| section != "keys");
        let Some(below) = below else {
            // A word in place of a section is its name.
            let is_section = real.contains(&format!("{section}.name"));
            written.insert(if is_section { format!("{section}.name") } else { section });
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
    written.extend(real.iter().filter(|it| spans.contains(it.rsplit('.').next().unwrap())).cloned());
    assert_same("the example of a config file", &written, &real);
}
