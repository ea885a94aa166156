//! Which region is spoken to.

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::Env;

use crate::domain::{Failure, FailureClass, check_region};

/// The region: `--region`, `AWS_REGION`, `AWS_DEFAULT_REGION`, the `region` of the profile `name`. The
/// instance-metadata service is never asked, because on a laptop that takes seconds to fail.
///
/// # Errors
///
/// [`FailureClass::NoRegion`] where none is set, [`FailureClass::BadConfig`] where it can't be one.
pub(super) fn find(
    flag: Option<&str>,
    env: &Env,
    profiles: &ProfileSet,
    name: &str,
) -> Result<String, Failure> {
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
            "No region is given by --region, AWS_REGION, AWS_DEFAULT_REGION or `region` in the profile {name}."
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
    fn the_nearest_region_wins() {
        let none = ProfileSet::default();
        let both = Env::from_slice(&[("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "eu-west-2")]);
        let fallback = Env::from_slice(&[("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "eu-west-2")]);
        assert_eq!(find(Some("us-east-1"), &both, &none, "p").unwrap(), "us-east-1");
        assert_eq!(find(None, &both, &none, "p").unwrap(), "eu-west-1");
        assert_eq!(find(None, &fallback, &none, "p").unwrap(), "eu-west-2");
        let failure = find(None, &Env::from_slice(&[]), &none, "p").unwrap_err();
        assert_eq!(failure.class, FailureClass::NoRegion);
        assert!(failure.message.as_str().contains("AWS_DEFAULT_REGION"));
        let failure = find(Some("Moon"), &both, &none, "p").unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
    }
}
