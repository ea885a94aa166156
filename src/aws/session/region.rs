//! Which region is spoken to.

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::Env;

use crate::aws::environment::variable;
use crate::domain::{Failure, FailureClass, check_region};

/// A region as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundRegion {
    /// Its name.
    pub region: String,
    /// Whether its FIPS endpoints are meant: it was written as `fips-us-east-1` or `us-east-1-fips`.
    pub fips: bool,
    /// As it was written.
    pub written: String,
}

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
) -> Result<FoundRegion, Failure> {
    let mut found = flag.map(|region| ("--region", region.to_owned()));
    for variable in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
        if found.is_none() {
            found = variable::read(env, variable)?.map(|region| (variable, region));
        }
    }
    let of_profile = || profiles.get("region").filter(|region| !region.is_empty());
    let found = found.or_else(|| of_profile().map(|region| ("the profile", region.to_owned())));
    let Some((place, written)) = found else {
        let looked = format!(
            "No region is given by --region, AWS_REGION, AWS_DEFAULT_REGION or `region` in the profile {name}."
        );
        return Err(Failure::new(FailureClass::NoRegion, &looked));
    };
    if written.is_empty() {
        // Not the next one, which the AWS CLI would not take either.
        let said = format!("{place} is set but empty. Unset it, or let it name a region.");
        return Err(Failure::new(FailureClass::NoRegion, &said));
    }
    let region = written.replace("fips-", "").replace("-fips", "");
    match check_region(&region) {
        Ok(()) => Ok(FoundRegion { fips: region != written, region, written }),
        Err(why) => {
            let said = format!("The region {written:?} from {place} is invalid: {why}.");
            Err(Failure::new(FailureClass::BadConfig, &said))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(flag: Option<&str>, variables: &[(&str, &str)]) -> Result<FoundRegion, Failure> {
        find(flag, &Env::from_slice(variables), &ProfileSet::default(), "p")
    }

    #[test]
    fn the_nearest_region_wins() {
        let both = [("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "eu-west-2")];
        assert_eq!(found(Some("us-east-1"), &both).unwrap().region, "us-east-1");
        assert_eq!(found(None, &both).unwrap().region, "eu-west-1");
        assert_eq!(found(None, &both[1..]).unwrap().region, "eu-west-2");
        let failure = found(None, &[]).unwrap_err();
        assert_eq!(failure.class, FailureClass::NoRegion);
        assert!(failure.message.as_str().contains("AWS_DEFAULT_REGION"));
        let failure = found(Some("Moon"), &both).unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
    }

    #[test]
    fn an_empty_variable_names_no_region_and_hides_the_next() {
        for variables in
            [&[("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "eu-west-2")][..], &[("AWS_DEFAULT_REGION", "")]]
        {
            let failure = found(None, variables).unwrap_err();
            assert_eq!(failure.class, FailureClass::NoRegion);
            let name = variables[0].0;
            assert!(failure.message.as_str().starts_with(&format!("{name} is set but empty")), "{name}");
            assert_eq!(found(Some("us-east-1"), variables).unwrap().region, "us-east-1");
        }
    }

    #[test]
    fn fips_in_the_name_of_a_region_asks_for_such_endpoints() {
        for written in ["fips-us-east-1", "us-east-1-fips"] {
            let found = found(None, &[("AWS_REGION", written)]).unwrap();
            assert_eq!(
                (found.region.as_str(), found.fips, found.written.as_str()),
                ("us-east-1", true, written)
            );
        }
        assert!(!found(Some("us-east-1"), &[]).unwrap().fips);
        assert_eq!(found(Some("fips-"), &[]).unwrap_err().class, FailureClass::BadConfig);
    }
}
