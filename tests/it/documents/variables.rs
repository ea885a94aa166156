//! Variables of the environment.

use std::collections::BTreeSet;

use super::literals::literals;
use super::markdown::{rows, spans};
use super::{document, documents};

/// Where all of them are told.
const PAGE: &str = "docs/configuration.md";

/// What the libraries read, so that it stands nowhere in our sources.
const OF_LIBRARIES: [&str; 4] = ["TZDIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "AWS_CREDENTIAL_EXPIRATION"];

/// Names that the sources hold and that are told of elsewhere, or of which there is nothing to tell.
const ELSEWHERE: [(&str, &str); 4] = [
    ("AWS_STS_REGIONAL_ENDPOINTS", "docs/aws-cli.md tells that it does not count"),
    ("AWS_", "it begins names"),
    ("SAGESCOPE_PANIC_AT", "CONTRIBUTING.md tells of it: only a debug build reads it"),
    ("SAGESCOPE_", "it begins names"),
];

/// Whether a text looks like the name of a variable of AWS's or ours.
fn is_name(text: &str) -> bool {
    let is_ours = ["AWS_", "SAGESCOPE_"].iter().any(|begin| text.starts_with(begin));
    is_ours && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

#[test]
fn every_variable_that_the_program_reads_is_told() {
    let told: BTreeSet<_> = spans(&document(PAGE).text).into_iter().collect();
    let read: BTreeSet<_> = literals().into_iter().map(|it| it.text).filter(|it| is_name(it)).collect();
    assert!(read.len() > 20, "{read:?}");
    let elsewhere = |name: &String| ELSEWHERE.iter().any(|(known, _)| known == name);
    let missing: Vec<_> = read.iter().filter(|it| !told.contains(*it) && !elsewhere(it)).collect();
    assert!(missing.is_empty(), "{PAGE} does not tell of {missing:#?}");
}

#[test]
fn every_variable_that_is_told_is_read() {
    let texts: Vec<_> = literals().into_iter().map(|it| it.text).collect();
    let page = document(PAGE);
    let (tables, _) = page.text.split_once("## The config file").unwrap();
    let names = rows(tables).into_iter().flatten().flat_map(|cell| cell.codes);
    let is_variable = |name: &String| {
        name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit())
    };
    let names: BTreeSet<_> = names.filter(is_variable).collect();
    assert!(names.len() > 40, "{names:?}");
    for name in names {
        let is_read = texts.iter().any(|text| text.contains(&name));
        assert!(is_read || OF_LIBRARIES.contains(&&*name), "the program does not read {name}");
    }
}

#[test]
fn no_document_names_a_variable_of_ours_that_there_is_not() {
    let texts: BTreeSet<_> = literals().into_iter().map(|it| it.text).collect();
    for document in documents() {
        for span in spans(&document.text) {
            let name = span.split(['=', ' ']).next().unwrap();
            let is_ours = name.starts_with("SAGESCOPE_") && name != "SAGESCOPE_" && name != "SAGESCOPE_…";
            assert!(!is_ours || texts.contains(name), "{}: {name}", document.path);
        }
    }
}
