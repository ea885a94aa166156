//! The web console.

use std::fmt::Write as _;

use crate::domain::{ArnParts, ImageName, Partition, RoleArn, check_region};

/// What stands between the console's address and the name of an image. AWS does not publish it, and it could
/// not be verified: where it is wrong, the console opens on its start page.
const IMAGES: &str = "#/images/";

/// The address of an image in the console; nothing where none is published for the partition.
#[must_use]
pub fn console_address(region: &str, image: &ImageName) -> Option<String> {
    check_region(region).ok()?;
    let host = Partition::of(Some(region)).console_host(region)?;
    let name = encoded(image.as_str());
    Some(["https://", &host, "/sagemaker/home?region=", region, IMAGES, &name].concat())
}

/// The address of a role in the console; nothing where the ARN is none of a role, or none is published for its
/// partition.
#[must_use]
pub fn role_address(role: &RoleArn) -> Option<String> {
    if RoleArn::shape_problem(role.as_str()).is_some() {
        return None;
    }
    let arn = ArnParts::of(role.as_str())?;
    // IAM has no regions.
    let host = Partition::by_id(arn.partition)?.global_console_host()?;
    Some(["https://", host, "/iam/home#/roles/details/", &encoded(arn.name())].concat())
}

/// A name as a part of an address (RFC 3986).
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_right_for_each_partition_and_whatever_the_name_holds() {
        for (region, name, address) in [
            (
                "us-east-1",
                "a-b.c",
                Some(
                    "https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/images/a-b.c",
                ),
            ),
            (
                "cn-north-1",
                "a",
                Some("https://cn-north-1.console.amazonaws.cn/sagemaker/home?region=cn-north-1#/images/a"),
            ),
            (
                "us-gov-west-1",
                "a",
                Some("https://console.amazonaws-us-gov.com/sagemaker/home?region=us-gov-west-1#/images/a"),
            ),
            (
                "eu-west-1",
                "a b/é?#",
                Some(
                    "https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/images/a%20b%2F%C3%A9%3F%23",
                ),
            ),
            ("eusc-de-east-1", "a", None),
            ("us-iso-east-1", "a", None),
            ("evil.example/", "a", None),
        ] {
            assert_eq!(console_address(region, &ImageName::received(name)).as_deref(), address, "{region}");
        }
    }

    #[test]
    fn a_role_leads_to_its_page_in_the_console_of_its_partition() {
        for (role, address) in [
            (
                "arn:aws:iam::123456789012:role/service-role/Sage+Maker@x",
                Some("https://console.aws.amazon.com/iam/home#/roles/details/Sage%2BMaker%40x"),
            ),
            (
                "arn:aws-cn:iam::123456789012:role/a",
                Some("https://console.amazonaws.cn/iam/home#/roles/details/a"),
            ),
            (
                "arn:aws-us-gov:iam::123456789012:role/a",
                Some("https://console.amazonaws-us-gov.com/iam/home#/roles/details/a"),
            ),
            ("arn:aws-iso:iam::123456789012:role/a", None),
            ("arn:aws-evil:iam::123456789012:role/a", None),
            ("arn:aws:iam::123456789012:user/a", None),
            ("arn:aws:iam::123456789012:role/a\u{1b}]8;;https://evil.example\u{7}", None),
            ("arn:aws:iam::123456789012:role/a?b#c", None),
            ("SageMakerRole", None),
            ("", None),
        ] {
            assert_eq!(role_address(&RoleArn::received(role)).as_deref(), address, "{role}");
        }
    }
}
