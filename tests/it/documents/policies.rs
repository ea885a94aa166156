//! IAM policies, and what they allow.

use std::collections::BTreeSet;

use sagescope::domain::{ImageName, operation};
use sagescope::edit::Call;
use serde_json::Value;

use super::document;
use super::markdown::{blocks, spans};

const PAGE: &str = "docs/permissions.md";

/// Those of STS are about the caller, not about what it may do in SageMaker.
const OF_STS: [&str; 2] = [operation::ASSUME_ROLE, operation::GET_CALLER_IDENTITY];

/// The words by which IAM knows operations.
fn actions<'a>(operations: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    operations.map(|name| format!("sagemaker:{name}")).collect()
}

/// What the program sends to change something.
fn writes() -> BTreeSet<String> {
    let calls = Call::one_of_each(&ImageName::received("a"));
    actions(calls.iter().map(Call::operation))
}

fn reads() -> BTreeSet<String> {
    let all = operation::ALL.iter().map(|(_, name)| *name).filter(|name| !OF_STS.contains(name));
    &actions(all) - &writes()
}

/// One text, or several.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(all) => all.iter().map(|it| it.as_str().unwrap()).collect(),
        one => vec![one.as_str().unwrap()],
    }
}

/// The policy that stands behind `<!-- policy: NAME -->`.
fn policy(name: &str) -> Value {
    let page = document(PAGE);
    let (_, after) = page.text.split_once(&format!("<!-- policy: {name} -->\n")).unwrap();
    let block = blocks(after).into_iter().next().unwrap();
    assert_eq!(block.language, "json");
    serde_json::from_str(&block.text).unwrap_or_else(|error| panic!("the policy {name}: {error}"))
}

/// What it allows, once each statement was found to be whole.
fn allowed(policy: &Value) -> BTreeSet<String> {
    assert_eq!(policy["Version"], "2012-10-17");
    let mut allowed = BTreeSet::new();
    let mut names = BTreeSet::new();
    for statement in policy["Statement"].as_array().unwrap() {
        assert_eq!(statement["Effect"], "Allow");
        let name = statement["Sid"].as_str().unwrap();
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric()) && names.insert(name), "{name}");
        let resources = texts(&statement["Resource"]);
        for action in texts(&statement["Action"]) {
            assert!(allowed.insert(action.to_owned()), "{action} is allowed twice");
            for resource in &resources {
                let is_listed = action.starts_with("sagemaker:List") && *resource == "*";
                assert!(is_listed || resource.starts_with("arn:aws:"), "{action} on {resource}");
            }
        }
    }
    allowed
}

#[test]
fn the_editor_may_do_what_the_program_does_and_no_more() {
    let mut wanted = &reads() | &writes();
    wanted.insert("iam:PassRole".into());
    assert_eq!(allowed(&policy("editor")), wanted);
}

#[test]
fn read_only_has_nothing_that_changes_anything() {
    assert_eq!(allowed(&policy("usage")), reads());
    let (plain, whole) = (allowed(&policy("read-only")), reads());
    assert!(plain.is_subset(&whole), "{plain:?}");
    // Without usage it is without Studio, and with all else.
    let of_images = |action: &String| action.contains("Image") && !action.contains("App");
    let (images, others): (BTreeSet<_>, _) = whole.into_iter().partition(of_images);
    assert!(images.is_subset(&plain), "{plain:?} lacks some of {images:?}");
    let rest: BTreeSet<_> = others.intersection(&plain).cloned().collect();
    assert_eq!(rest, ["sagemaker:ListAliases", "sagemaker:ListTags"].map(String::from).into());
    let words = ["No action", "one action", "two", "three", "four", "five", "six", "seven"];
    let claim = format!("is {} actions", words[plain.len()]);
    assert!(document("README.md").text.contains(&claim), "the README does not say that it {claim}");
}

#[test]
fn every_action_that_is_named_is_one_of_the_programs() {
    let of_sts = OF_STS.map(|name| format!("sts:{name}"));
    let real: BTreeSet<_> = (&reads() | &writes()).into_iter().chain(of_sts).collect();
    for span in spans(&document(PAGE).text) {
        if span.starts_with("sagemaker:") || span.starts_with("sts:") {
            assert!(real.contains(&span), "the program does not use {span}");
        }
    }
}
