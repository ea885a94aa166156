//! The ARNs of the one account and region that the service plays.

/// Makes the ARNs of the one account and region that the service plays.
#[derive(Clone, Debug)]
pub(in crate::emulator) struct Arns {
    pub(in crate::emulator) region: String,
    pub(in crate::emulator) account: String,
}

/// Which partition a region's name begins with; all others are in `aws`.
const PARTITIONS: [(&str, &str); 7] = [
    ("cn-", "aws-cn"),
    ("us-gov-", "aws-us-gov"),
    ("eusc-", "aws-eusc"),
    ("us-iso-", "aws-iso"),
    ("us-isob-", "aws-iso-b"),
    ("us-isof-", "aws-iso-f"),
    ("eu-isoe-", "aws-iso-e"),
];

impl Arns {
    pub(in crate::emulator) fn partition(&self) -> &'static str {
        let named = PARTITIONS.iter().find(|(prefix, _)| self.region.starts_with(prefix));
        named.map_or("aws", |(_, partition)| partition)
    }

    /// The ARN of an image, or of all images where the name is `*`.
    pub(in crate::emulator) fn image(&self, name: &str) -> String {
        format!("arn:{}:sagemaker:{}:{}:image/{name}", self.partition(), self.region, self.account)
    }

    /// The ARN of a role given by its name or path; what is an ARN already stays as it is.
    pub(in crate::emulator) fn role(&self, role: &str) -> String {
        if role.starts_with("arn:") {
            return role.to_owned();
        }
        format!("arn:{}:iam::{}:role/{role}", self.partition(), self.account)
    }

    /// The principal that every caller is taken for.
    pub(in crate::emulator) fn caller(&self) -> String {
        format!("arn:{}:iam::{}:user/sagescope-demo", self.partition(), self.account)
    }
}
