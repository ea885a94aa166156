//! Whether the mouse is used.

use toml::Spanned;
use toml::de::DeValue;

use super::profiles::Wrong;
use super::values::kind;

/// What is set; nothing where it is not understood.
pub fn read(value: &Spanned<DeValue<'_>>, wrong: &mut Vec<Wrong>) -> Option<bool> {
    match value.get_ref() {
        DeValue::Boolean(is_on) => Some(*is_on),
        other => {
            let words = format!("“mouse” must be true or false, without quotes, not {}", kind(other));
            wrong.push((value.span().start, words));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    #[test]
    fn it_is_true_or_false_and_nothing_else() {
        for (file, mouse, found) in [
            ("mouse = true", Some(true), ""),
            ("mouse = false", Some(false), ""),
            ("", None, ""),
            ("mouse = \"on\"", None, "1:9: “mouse” must be true or false, without quotes, not a string"),
            ("\nmouse = 1", None, "2:9: “mouse” must be true or false, without quotes, not a number"),
            ("muose = true", None, "1:1: there is no setting “muose”; did you mean “mouse”?"),
        ] {
            let config = Config::judge(file.as_bytes());
            let findings: Vec<_> = config.findings.iter().map(ToString::to_string).collect();
            assert_eq!((config.mouse, findings.join("\n").as_str()), (mouse, found), "{file}");
            assert!(!config.hides_what_may_be_written, "{file}");
        }
    }
}
