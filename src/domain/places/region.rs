//! The names of regions.

/// Most characters in the name of a region: it becomes one label of a host name (RFC 1035).
const MAX: usize = 63;

/// Judges the name of a region by its shape alone, since new regions appear.
///
/// # Errors
///
/// The reason in plain words, as the second half of a sentence.
pub fn check_region(name: &str) -> Result<(), String> {
    if name.is_empty() {
        return Err("a region can't be empty".into());
    }
    if name.len() > MAX {
        return Err(format!("a region can have at most {MAX} characters"));
    }
    if let Some(c) = name.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(format!("a region can contain lower-case letters, digits and '-', not {c:?}"));
    }
    if name.starts_with('-') || name.ends_with('-') {
        return Err("a region must begin and end with a letter or digit".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_judged_by_their_shape() {
        for good in ["us-east-1", "eusc-de-east-1", "local", "xx-new-9"] {
            assert_eq!(check_region(good), Ok(()), "{good}");
        }
        let long = "a".repeat(MAX + 1);
        for (bad, says) in [
            ("", "empty"),
            (long.as_str(), "at most 63"),
            ("US-EAST-1", "not 'U'"),
            ("us_east_1", "not '_'"),
            ("us-east-1.evil", "not '.'"),
            ("-us", "begin and end"),
            ("us-", "begin and end"),
        ] {
            let said = check_region(bad).unwrap_err();
            assert!(said.contains(says), "{bad:?}: {said}");
        }
    }
}
