//! Whose keys are used, and where.

use clap::Args;

/// The place to begin at.
// What stands here in words is read with the rest of the AWS configuration, so clap does not know of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Place")]
pub struct PlaceArguments {
    /// Use this profile of the AWS configuration
    #[arg(long, value_name = "PROFILE", long_help = PROFILE_HELP)]
    pub profile: Option<String>,

    /// Use this region
    #[arg(long, value_name = "REGION", long_help = REGION_HELP)]
    pub region: Option<String>,

    /// Send requests here, not to AWS's endpoint
    #[arg(long, value_name = "URL", long_help = ENDPOINT_HELP)]
    pub endpoint_url: Option<String>,
}

const PROFILE_HELP: &str = "Use this profile of the AWS configuration files. It is looked up before anything is \
                            drawn, so that a mistyped name is reported at once. Without it, the credentials are \
                            those that the AWS CLI would use.\n\n\
                            Environment variables: AWS_PROFILE, AWS_DEFAULT_PROFILE";

const REGION_HELP: &str = "Use this region. Without it, the region is that of the profile.\n\n\
                           Environment variables: AWS_REGION, AWS_DEFAULT_REGION";

const ENDPOINT_HELP: &str = "Send requests here instead of AWS's own endpoint, such as a VPC endpoint or `sagescope \
                             emulator`.\n\n\
                             Environment variables: AWS_ENDPOINT_URL_SAGEMAKER, AWS_ENDPOINT_URL";

impl PlaceArguments {
    /// What is said here, and else what is said in `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            profile: self.profile.or(others.profile),
            region: self.region.or(others.region),
            endpoint_url: self.endpoint_url.or(others.endpoint_url),
        }
    }
}
