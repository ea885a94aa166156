//! A setting that is one of a few words.

use toml::de::DeValue;

use super::profiles::Wrong;
use super::values::{Entry, kind};
use crate::domain::{Named, Setting};

/// What is set; nothing where it is not understood.
pub fn read<T: Named>(entry: &Entry<'_>, wrong: &mut Vec<Wrong>) -> Option<Setting<T>> {
    let read = match entry.value.get_ref() {
        DeValue::String(written) => written.parse(),
        DeValue::Integer(number) => number.to_string().parse(),
        other => {
            Err(format!("“{}” must be a string in quotes, such as \"auto\", not {}", entry.name, kind(other)))
        }
    };
    read.map_err(|words| wrong.push((entry.value.span().start, words))).ok()
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::domain::{Hyperlinks, Notify, Setting};

    #[test]
    fn what_is_set_is_read_and_what_is_not_understood_is_told_with_its_place() {
        for (file, set, found) in [
            (
                "notify = \"osc9\"\nlinks = \"off\"",
                (Some(Setting::Is(Notify::Osc9)), Some(Setting::Is(Hyperlinks::Off))),
                "",
            ),
            ("notify = \"auto\"", (Some(Setting::Auto), None), ""),
            ("", (None, None), ""),
            (
                "links = true",
                (None, None),
                "1:9: “links” must be a string in quotes, such as \"auto\", not true or false",
            ),
            (
                "\nnotify = \"loud\"",
                (None, None),
                "2:10: “notify” must be one of auto, osc9, osc777, bell, off",
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
