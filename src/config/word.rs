//! A setting that is one of a few words.

use std::str::FromStr;

use toml::de::DeValue;

use super::profiles::Wrong;
use super::values::{Entry, kind};

/// What is set; nothing where it is not understood.
pub fn read<T: FromStr<Err = String>>(entry: &Entry<'_>, wrong: &mut Vec<Wrong>) -> Option<T> {
    let read = match entry.value.get_ref() {
        DeValue::String(written) => written.parse().map_err(|why| format!("“{}”: {why}", entry.name)),
        other => {
            Err(format!("“{}” must be a string in quotes, such as \"auto\", not {}", entry.name, kind(other)))
        }
    };
    read.map_err(|words| wrong.push((entry.value.span().start, words))).ok()
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::domain::{Hyperlinks, Notify};

    #[test]
    fn what_is_set_is_read_and_what_is_not_understood_is_told_with_its_place() {
        for (file, set, found) in [
            ("notify = \"osc9\"\nlinks = \"off\"", (Some(Notify::Osc9), Some(Hyperlinks::Off)), ""),
            ("notify = \"auto\"", (Some(Notify::Auto), None), ""),
            ("", (None, None), ""),
            (
                "links = true",
                (None, None),
                "1:9: “links” must be a string in quotes, such as \"auto\", not true or false",
            ),
            (
                "\nnotify = \"loud\"",
                (None, None),
                "2:10: “notify”: it must be auto, osc9, osc777, bell or off",
            ),
            ("link = \"on\"", (None, None), "1:1: there is no setting “link”; did you mean “links”?"),
        ] {
            let config = Config::judge(file.as_bytes());
            let findings: Vec<_> = config.findings.iter().map(ToString::to_string).collect();
            assert_eq!(((config.notify, config.links), findings.join("\n").as_str()), (set, found), "{file}");
            assert!(!config.hides_what_may_be_written, "{file}");
        }
    }
}
