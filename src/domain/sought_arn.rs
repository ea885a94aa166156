//! ARNs of images and of their versions, as a person pastes them.

use super::{ImageName, Text, check_region};

/// Where an image is, and which: all that its ARN says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtArn {
    /// The region.
    pub region: Text,
    /// The account, 12 digits.
    pub account: Text,
    /// The image. The service may have written it in lower case.
    pub name: ImageName,
    /// The version, in the ARN of one.
    pub version: Option<u32>,
}

impl SoughtArn {
    /// Reads `arn:aws:sagemaker:REGION:ACCOUNT:image/NAME`, or `…:image-version/NAME/NUMBER`; nothing
    /// where it is anything else.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let mut parts = raw.trim().splitn(6, ':');
        let mut next = || parts.next().unwrap_or_default();
        let (arn, partition, service, region, account, resource) =
            (next(), next(), next(), next(), next(), next());
        let is_partition = partition == "aws" || partition.starts_with("aws-");
        let is_account = account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit());
        if arn != "arn" || !is_partition || service != "sagemaker" || !is_account {
            return None;
        }
        check_region(region).ok()?;
        let (kind, rest) = resource.split_once('/')?;
        let (name, version) = match kind {
            "image" => (rest, None),
            "image-version" => {
                let (name, number) = rest.split_once('/')?;
                (name, Some(number.parse().ok()?))
            }
            _ => return None,
        };
        let name = ImageName::parse(name).ok()?;
        Some(Self { region: region.into(), account: account.into(), name, version })
    }

    /// Whether `raw` begins as ARNs do, whatever it goes on with.
    #[must_use]
    pub fn is_begun(raw: &str) -> bool {
        raw.trim_start().get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("arn:"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_of_images_and_versions_are_read_and_no_others() {
        for (raw, read) in [
            ("arn:aws:sagemaker:us-east-1:123456789012:image/a-b.c", Some(("us-east-1", "a-b.c", None))),
            (" arn:aws-cn:sagemaker:cn-north-1:123456789012:image/a\n", Some(("cn-north-1", "a", None))),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/0", Some(("us-east-1", "a", Some(0)))),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image-version/a/-1", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image/", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:image/a/b", None),
            ("arn:aws:sagemaker:us-east-1:123456789012:domain/d-1", None),
            ("arn:aws:sagemaker:us-east-1:12345678901:image/a", None),
            ("arn:aws:sagemaker:us-east-1.evil:123456789012:image/a", None),
            ("arn:aws:sagemaker::123456789012:image/a", None),
            ("arn:awsx:sagemaker:us-east-1:123456789012:image/a", None),
            ("arn:aws:iam::123456789012:role/a", None),
            ("a", None),
            ("", None),
        ] {
            let got = SoughtArn::parse(raw);
            let got = got.as_ref().map(|it| (it.region.as_str(), it.name.as_str(), it.version));
            assert_eq!(got, read, "{raw:?}");
        }
        assert!(
            SoughtArn::is_begun(" ARN:aws") && SoughtArn::is_begun("arn:") && !SoughtArn::is_begun("arn")
        );
        assert!(!SoughtArn::is_begun("日本語"));
    }
}
