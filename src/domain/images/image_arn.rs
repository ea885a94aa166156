//! ARNs of images and of their versions.

use crate::domain::{ArnParts, ImageName, Text, check_region, is_account};

/// Where an image is at home: the same name is another image elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageHome {
    /// The partition, as `aws-cn`.
    pub partition: Text,
    /// The region.
    pub region: Text,
    /// The account's id.
    pub account: Text,
}

/// The ARN of an image, or of one of its versions, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageArn {
    /// Where the image is.
    pub home: ImageHome,
    /// Its name. In the ARN of a version it may be in small letters, whatever the image's own are.
    pub name: ImageName,
    /// The number of the version as it stands there; nothing in the ARN of an image.
    pub version: Option<Text>,
}

impl ImageArn {
    /// Takes `raw` apart; nothing where it is no ARN of an image or of a version of one.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let ArnParts { partition, service, region, account, resource } = ArnParts::of(raw)?;
        if service != "sagemaker" {
            return None;
        }
        let (kind, rest) = resource.split_once('/')?;
        let (name, version) = match kind {
            "image" => (rest, None),
            "image-version" => rest.split_once('/').map(|(name, version)| (name, Some(version)))?,
            _ => return None,
        };
        if [partition, region, account, name].iter().any(|part| part.is_empty()) || name.contains('/') {
            return None;
        }
        let home = ImageHome { partition: partition.into(), region: region.into(), account: account.into() };
        Some(Self { home, name: ImageName::received(name), version: version.map(Text::clean) })
    }

    /// The same of what a person types or pastes, which has to be right in all its parts: a partition of AWS, a region, an
    /// account, a name that an image can have, and a number.
    #[must_use]
    pub fn typed(raw: &str) -> Option<Self> {
        let arn = Self::parse(raw.trim())?;
        let ImageHome { partition, region, account } = &arn.home;
        let fits = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let is_partition = match partition.as_str().strip_prefix("aws") {
            Some(rest) => rest.is_empty() || rest.starts_with('-') && fits(rest),
            None => false,
        };
        let is_home = is_partition && check_region(region.as_str()).is_ok() && is_account(account.as_str());
        let is_version = arn.version.is_none() || arn.number().is_some();
        (is_home && is_version && ImageName::parse(arn.name.as_str()).is_ok()).then_some(arn)
    }

    /// Whether `raw` begins as ARNs do, whatever it goes on with.
    #[must_use]
    pub fn is_begun(raw: &str) -> bool {
        raw.trim_start().get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("arn:"))
    }

    /// The number of the version, in the ARN of one that has such a number.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        let written = self.version.as_ref()?.as_str();
        // Rust reads `+7` and `007` too, which are no versions of the service.
        written.parse().ok().filter(|number: &u32| number.to_string() == written)
    }

    /// Whether it is the ARN of the image called `name`, or of a version of it, where that image is at `home`. Names are
    /// compared without regard to case: ARNs of versions are published as having none.
    #[must_use]
    pub fn is_of(&self, name: &ImageName, home: &ImageHome) -> bool {
        self.home == *home && self.name.as_str().eq_ignore_ascii_case(name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_are_taken_apart() {
        let arn =
            ImageArn::parse("arn:aws-cn:sagemaker:cn-north-1:123456789012:image/Ads-ranking.v3").unwrap();
        assert_eq!((arn.home.partition.as_str(), arn.home.region.as_str()), ("aws-cn", "cn-north-1"));
        assert_eq!((arn.home.account.as_str(), arn.name.as_str()), ("123456789012", "Ads-ranking.v3"));
        assert_eq!(arn.version, None);
        let version =
            ImageArn::parse("arn:aws-cn:sagemaker:cn-north-1:123456789012:image-version/ads-ranking.v3/7");
        let version = version.unwrap();
        assert_eq!((version.version.as_ref().map(Text::as_str), &version.home), (Some("7"), &arn.home));
        assert!(version.is_of(&arn.name, &arn.home) && arn.is_of(&version.name, &arn.home));
    }

    #[test]
    fn the_same_name_elsewhere_is_another_image() {
        let ours = ImageArn::parse("arn:aws:sagemaker:us-east-1:123456789012:image/a").unwrap();
        for elsewhere in [
            "arn:aws:sagemaker:us-east-2:123456789012:image/a",
            "arn:aws:sagemaker:us-east-1:081325390199:image/a",
            "arn:aws-us-gov:sagemaker:us-east-1:123456789012:image/a",
            "arn:aws:sagemaker:us-east-1:123456789012:image/b",
        ] {
            assert!(!ImageArn::parse(elsewhere).unwrap().is_of(&ours.name, &ours.home), "{elsewhere}");
        }
    }

    #[test]
    fn other_texts_are_no_arns_of_images() {
        for text in [
            "",
            "None",
            "a",
            "arn:aws:sagemaker:us-east-1:123456789012",
            "arn:aws:sagemaker:us-east-1:123456789012:image",
            "arn:aws:sagemaker:us-east-1:123456789012:image/",
            "arn:aws:sagemaker:us-east-1:123456789012:image/a/1",
            "arn:aws:sagemaker:us-east-1:123456789012:image-version/a",
            "arn:aws:sagemaker:us-east-1:123456789012:domain/d-a",
            "arn:aws:sagemaker:us-east-1::image/a",
            "arn:aws:s3:us-east-1:123456789012:image/a",
        ] {
            assert_eq!(ImageArn::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_a_person_types_is_judged_in_all_its_parts() {
        for (raw, read) in [
            ("arn:aws:sagemaker:us-east-1:123456789012:image/a-b.c", Some(("us-east-1", "a-b.c", None))),
            (" arn:aws-cn:sagemaker:cn-north-1:123456789012:image/a\n", Some(("cn-north-1", "a", None))),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/0", Some(("us-east-1", "a", Some(0)))),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/-1", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/+7", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/007", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image/", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image/a/b", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:domain/d-1", None),
            ("arn:aws:sagemaker:us-east-1:12345678901:image/a", None),
            ("arn:aws:sagemaker:us-east-1.evil:123456789012:image/a", None),
            ("arn:aws:sagemaker::123456789012:image/a", None),
            ("arn:awsx:sagemaker:us-east-1:123456789012:image/a", None),
            ("arn:aws-\0n:sagemaker:us-east-1:123456789012:image/a", None),
            (
                "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:image/a",
                Some(("us-gov-west-1", "a", None)),
            ),
            ("arn:aws:iam::123456789012:role/a", None),
            ("a", None),
            ("", None),
        ] {
            let got = ImageArn::typed(raw);
            let got = got.as_ref().map(|it| (it.home.region.as_str(), it.name.as_str(), it.number()));
            assert_eq!(got, read, "{raw:?}");
        }
        assert!(ImageArn::is_begun(" ARN:aws") && ImageArn::is_begun("arn:") && !ImageArn::is_begun("arn"));
        assert!(!ImageArn::is_begun("日本語"));
    }
}
