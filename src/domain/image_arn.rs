//! ARNs of images and of their versions.

use super::{ImageName, Text};

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
        let mut parts = raw.splitn(6, ':');
        let mut next = || parts.next();
        let (Some("arn"), Some(partition), Some("sagemaker")) = (next(), next(), next()) else { return None };
        let (region, account, resource) = (next()?, next()?, next()?);
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
}
