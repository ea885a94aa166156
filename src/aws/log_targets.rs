//! What the SDK logs under.

/// The crates of the SDK as they name themselves in the log. What goes wrong in them is told by this
/// program, and what they warn of may hold what a `credential_process` wrote.
pub const LOG_TARGETS: [&str; 8] = [
    "aws_config",
    "aws_runtime",
    "aws_smithy_runtime",
    "aws_smithy_runtime_api",
    "aws_sdk_sagemaker",
    "aws_sdk_sso",
    "aws_sdk_ssooidc",
    "aws_sdk_sts",
];
