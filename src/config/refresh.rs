//! How often what is shown is read again by itself.

use toml::Spanned;
use toml::de::DeValue;

use super::profiles::Wrong;
use super::values::kind;
use crate::domain::AutoRefresh;

/// What is set; nothing where it is not understood.
pub fn read(value: &Spanned<DeValue<'_>>, wrong: &mut Vec<Wrong>) -> Option<AutoRefresh> {
    let read = match value.get_ref() {
        DeValue::String(written) => written.parse(),
        other => Err(format!(
            "“refresh” must be a string in quotes, such as \"30s\" or \"off\", not {}",
            kind(other)
        )),
    };
    read.map_err(|words| wrong.push((value.span().start, words))).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::config::Config;
    use crate::domain::AutoRefresh;

    #[test]
    fn it_is_a_time_or_off_and_nothing_else() {
        for (file, refresh, found) in [
            ("refresh = \"off\"", Some(AutoRefresh::Off), ""),
            ("refresh = \"2m\"", Some(AutoRefresh::Every(Duration::from_mins(2))), ""),
            ("", None, ""),
            (
                "refresh = 30",
                None,
                "1:11: “refresh” must be a string in quotes, such as \"30s\" or \"off\", not a number",
            ),
            ("\nrefresh = \"30\"", None, "2:11: it must be a time from 1s to 24h, such as 30s or 2m, or off"),
            ("refrsh = \"2m\"", None, "1:1: there is no setting “refrsh”; did you mean “refresh”?"),
        ] {
            let config = Config::judge(file.as_bytes());
            let findings: Vec<_> = config.findings.iter().map(ToString::to_string).collect();
            assert_eq!((config.refresh, findings.join("\n").as_str()), (refresh, found), "{file}");
            assert!(!config.hides_what_may_be_written, "{file}");
        }
    }
}
