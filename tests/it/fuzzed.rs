//! What the fuzzers found once, and some inputs of each kind: what `tests/fuzz/checks` says of any input holds of
//! these.

use std::fs;
use std::path::Path;

#[path = "../fuzz/checks/mod.rs"]
mod checks;

/// Fails where an input is not as any input has to be.
type Check = fn(&[u8]);

/// Each fuzzer with what it checks.
const CHECKS: [(&str, Check); 9] = [
    ("answer", checks::answer::check),
    ("arn", checks::arn::check),
    ("cleaner", checks::cleaner::check),
    ("config", checks::config::check),
    ("draft", checks::draft::check),
    ("filter", checks::filter::check),
    ("journal", checks::journal::check),
    ("key", checks::key::check),
    ("table", checks::table::check),
];

#[test]
fn what_the_fuzzers_found_is_mended() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fuzz");
    for (name, check) in CHECKS {
        let files = fs::read_dir(fixtures.join(name)).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{name}");
        for file in files {
            // Is to be seen where the check fails.
            println!("{}", file.display());
            check(&fs::read(&file).unwrap());
        }
    }
}
