//! DescribeAppImageConfig.

use aws_sdk_sagemaker::types::KernelSpec;

use super::image::time;
use super::image_uses::{CODE_EDITOR, JUPYTER_LAB, KERNEL_GATEWAY};
use crate::aws::failure::{self, body};
use crate::aws::session::SdkSession;
use crate::domain::operation::DESCRIBE_APP_IMAGE_CONFIG;
use crate::domain::{AppImageConfig, Text};
use crate::service::{Answer, Reply};

/// The app image config of this name, as an answer.
pub(super) async fn ask(session: &SdkSession, name: Text) -> Reply {
    let request = session.sagemaker.describe_app_image_config().app_image_config_name(name.as_str());
    let output = request.send().await.map_err(|error| failure::of_call(&error))?;
    // Every member may be absent, but all of them only where the answer is not the service's.
    if output.app_image_config_name.is_none() && output.app_image_config_arn.is_none() {
        return Err(body::empty(DESCRIBE_APP_IMAGE_CONFIG, "app image config"));
    }
    let told = [
        (KERNEL_GATEWAY, output.kernel_gateway_image_config.is_some()),
        (JUPYTER_LAB, output.jupyter_lab_app_image_config.is_some()),
        (CODE_EDITOR, output.code_editor_app_image_config.is_some()),
    ];
    let kernels = output.kernel_gateway_image_config.and_then(|config| config.kernel_specs);
    Ok(Answer::AppImageConfig(Box::new(AppImageConfig {
        name,
        arn: output.app_image_config_arn.map(Text::from),
        app_types: told.into_iter().filter_map(|(app_type, is_told)| is_told.then_some(app_type)).collect(),
        kernels: kernels.into_iter().flatten().filter_map(kernel).collect(),
        created: time(output.creation_time),
        modified: time(output.last_modified_time),
    })))
}

/// What people call it; its own name where it has no other.
fn kernel(spec: KernelSpec) -> Option<Text> {
    spec.display_name.filter(|name| !name.is_empty()).or(spec.name).map(Text::from)
}
