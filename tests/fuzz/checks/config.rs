//! The person's config file.

use std::path::Path;

use sagescope::config::Config;

use super::is_harmless;

/// Any file is judged: each finding is a line that can be drawn, at a place that there is. What it says is read-only
/// is; or it is said that it can't be judged, which makes everything read-only.
pub fn check(data: &[u8]) {
    let config = Config::judge(data);
    let lines: Vec<_> = data.split(|byte| *byte == b'\n').collect();
    for finding in &config.findings {
        assert!(!finding.words.is_empty() && is_harmless(&finding.to_string()), "{finding}");
        if let Some((line, column)) = finding.at {
            let held = lines.get(line - 1).map(|held| String::from_utf8_lossy(held).chars().count());
            assert!(held.is_some_and(|held| (1..=held + 1).contains(&column)), "{finding}");
        }
    }
    let places: Vec<_> = config.findings.iter().map(|finding| finding.at).collect();
    assert!(places.is_sorted() || config.hides_what_may_be_written, "{places:?}");
    let complaint = config.complaint(Path::new("config.toml"), config.hides_what_may_be_written);
    assert_eq!(complaint.is_some(), !config.findings.is_empty());
    assert!(complaint.is_none_or(|words| is_harmless(&words)));
    for mark in config.marks().values() {
        assert!(mark.word.as_ref().is_none_or(|word| is_harmless(word.as_str())));
    }
    check_read_only(data, &config);
    assert!(config.keymap.all().next().is_some());
}

/// By a reader of TOML that knows nothing of what is in it.
fn check_read_only(data: &[u8], config: &Config) {
    let Ok(text) = str::from_utf8(data) else {
        assert!(config.hides_what_may_be_written);
        return;
    };
    let Ok(table) = text.parse::<toml::Table>() else { return };
    let profiles = table.get("profiles").and_then(toml::Value::as_table);
    for (name, of) in profiles.into_iter().flatten() {
        let is_read_only = of.get("read_only").and_then(toml::Value::as_bool) == Some(true);
        let is_known = config.hides_what_may_be_written || config.read_only_profiles().contains(name);
        assert!(!is_read_only || is_known, "{name:?} may be written");
    }
}
