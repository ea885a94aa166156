//! Which region is spoken to.

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::Env;

use crate::domain::{Failure, FailureClass};

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
        return Err(format!("a region has at most {MAX} characters"));
    }
    if let Some(c) = name.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(format!("a region holds lower-case letters, digits and '-', not {c:?}"));
    }
    if name.starts_with('-') || name.ends_with('-') {
        return Err("a region begins and ends with a letter or digit".into());
    }
    Ok(())
}

/// The region: `--region`, `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's `region`. The
/// instance-metadata service is never asked, because on a laptop that takes seconds to fail.
///
/// # Errors
///
/// [`FailureClass::NoRegion`] where none is set, [`FailureClass::BadConfig`] where it can't be one.
pub(super) fn find(flag: Option<&str>, env: &Env, profiles: &ProfileSet) -> Result<String, Failure> {
    let variable = |name: &str| env.get(name).ok().filter(|value| !value.is_empty());
    let places: [(&str, Option<String>); 4] = [
        ("--region", flag.map(str::to_owned)),
        ("AWS_REGION", variable("AWS_REGION")),
        ("AWS_DEFAULT_REGION", variable("AWS_DEFAULT_REGION")),
        ("the profile", profiles.get("region").filter(|value| !value.is_empty()).map(str::to_owned)),
    ];
    let found = places.into_iter().find_map(|(place, region)| region.map(|region| (place, region)));
    let Some((place, region)) = found else {
        let looked = format!(
            "No region is given by --region, AWS_REGION, AWS_DEFAULT_REGION or `region` in the profile {}.",
            profiles.selected_profile()
        );
        return Err(Failure::new(FailureClass::NoRegion, &looked));
    };
    match check_region(&region) {
        Ok(()) => Ok(region),
        Err(why) => {
            let said = format!("The region {region:?} from {place} can't be one: {why}.");
            Err(Failure::new(FailureClass::BadConfig, &said))
        }
    }
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
            ("-us", "begins and ends"),
            ("us-", "begins and ends"),
        ] {
            let said = check_region(bad).unwrap_err();
            assert!(said.contains(says), "{bad:?}: {said}");
        }
    }

    #[test]
    fn the_nearest_region_wins() {
        let none = ProfileSet::default();
        let both = Env::from_slice(&[("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "eu-west-2")]);
        let fallback = Env::from_slice(&[("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "eu-west-2")]);
        assert_eq!(find(Some("us-east-1"), &both, &none).unwrap(), "us-east-1");
        assert_eq!(find(None, &both, &none).unwrap(), "eu-west-1");
        assert_eq!(find(None, &fallback, &none).unwrap(), "eu-west-2");
        let failure = find(None, &Env::from_slice(&[]), &none).unwrap_err();
        assert_eq!(failure.class, FailureClass::NoRegion);
        assert!(failure.message.as_str().contains("AWS_DEFAULT_REGION"));
        let failure = find(Some("Moon"), &both, &none).unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
    }
}
