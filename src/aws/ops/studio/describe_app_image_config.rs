//! DescribeAppImageConfig.

use aws_sdk_sagemaker::Client;
use aws_sdk_sagemaker::operation::describe_app_image_config::builders::DescribeAppImageConfigFluentBuilder;

use crate::domain::Text;

/// What is asked of one app image config. Its answer is shown as it comes.
pub(in crate::aws::ops) fn request(client: &Client, name: &Text) -> DescribeAppImageConfigFluentBuilder {
    client.describe_app_image_config().app_image_config_name(name.as_str())
}
