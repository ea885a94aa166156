//! Other people's AWS configuration: the program does with it what the AWS CLI did.
//!
//! A report is a file of cases in `tests/fixtures/aws-config`, one a line: files, environment and command
//! line, and what AWS CLI 2 sent then. Where sagescope does otherwise on purpose, `here.json` beside them says
//! so: by the name of the case, why, and what it does instead.

mod answers;
mod arrival;
mod authority;
mod case;
mod stand_in;
mod world;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use serde::Deserialize;

use case::{Case, Recorded};
use stand_in::Net;
use world::World;

/// Where sagescope does otherwise than the AWS CLI.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Here {
    /// For the people who would expect it to do the same.
    why: String,
    /// Nothing: the case is not run.
    #[serde(flatten)]
    does: Option<Recorded>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/aws-config")
}

/// The cases of all reports.
fn cases() -> Vec<Case> {
    let mut reports: Vec<_> = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path()).collect();
    reports.retain(|path| path.extension().is_some_and(|it| it == "jsonl"));
    reports.sort();
    let mut cases = Vec::new();
    for report in reports {
        for (index, line) in fs::read_to_string(&report).unwrap().lines().enumerate() {
            let case = serde_json::from_str(line);
            cases.push(
                case.unwrap_or_else(|error| panic!("{}, line {}: {error}", report.display(), index + 1)),
            );
        }
    }
    cases
}

fn differences() -> BTreeMap<String, Here> {
    serde_json::from_str(&fs::read_to_string(folder().join("here.json")).unwrap()).unwrap()
}

/// Does `work` for each case, some at a time; what it has to say, in the order of the cases.
fn each(cases: &[Case], work: impl Fn(&Case) -> Option<String> + Sync) -> Vec<String> {
    let at_a_time = thread::available_parallelism().map_or(2, |count| count.get() + 1);
    let (next, said) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..at_a_time {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(case) = cases.get(index) else { break };
                    if let Some(words) = work(case) {
                        said.lock().unwrap().insert(index, format!("{}: {words}", case.name));
                    }
                }
            });
        }
    });
    said.into_inner().unwrap().into_values().collect()
}

fn json(recorded: &Recorded) -> String {
    serde_json::to_string(recorded).unwrap()
}

#[test]
fn configuration_leads_where_it_leads_the_aws_cli() {
    let (cases, here, net) = (cases(), differences(), Net::new());
    let wrong = each(&cases, |case| {
        let known = match here.get(&case.name) {
            Some(Here { does: None, .. }) => return None,
            Some(Here { does, .. }) => does.as_ref(),
            None => None,
        };
        let does = World::of(case, &net).observe_program();
        if known.is_some() && does.is_like(&case.cli) {
            return Some("it does as the AWS CLI does: strike it from here.json".into());
        }
        let wanted = known.unwrap_or(&case.cli);
        let said = || format!("\n  wanted: {}\n  does:   {}", json(wanted), json(&does));
        (!does.is_like(wanted)).then(said)
    });
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_difference_is_of_a_case_and_has_a_reason() {
    let names: Vec<String> = cases().into_iter().map(|case| case.name).collect();
    let unique: HashSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "two cases have the same name");
    for (name, here) in differences() {
        assert!(names.contains(&name), "{name} is no case");
        assert!(!here.why.is_empty(), "{name}: why?");
    }
}

#[test]
fn the_aws_cli_still_does_what_was_recorded() {
    let version = Command::new("aws").arg("--version").output();
    let version =
        version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if !version.starts_with("aws-cli/2") {
        println!("skipped: there is no AWS CLI of version 2 on the PATH");
        return;
    }
    let (cases, net) = (cases(), Net::new());
    let wrong = each(&cases, |case| {
        let does = World::of(case, &net).observe_aws_cli();
        let wanted = || format!("\n  recorded: {}\n  does:     {}", json(&case.cli), json(&does));
        (!does.is_like(&case.cli)).then(wanted)
    });
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
