//! Where settings of Studio, as the SDK gives them, point to images.

use aws_sdk_sagemaker::types::{
    CustomImage, DefaultSpaceSettings, DomainSettings, JupyterServerAppSettings, KernelGatewayAppSettings,
    ResourceSpec, SpaceSettings, UserSettings,
};
use tracing::warn;

use crate::domain::{ImageReference, ImageRole, ImageUse, SettingsOf, Text};

const JUPYTER_SERVER: &str = "JupyterServer";
const KERNEL_GATEWAY: &str = "KernelGateway";
const TENSOR_BOARD: &str = "TensorBoard";
const CODE_EDITOR: &str = "CodeEditor";
const JUPYTER_LAB: &str = "JupyterLab";
const RSTUDIO: &str = "RStudioServerPro";
const RSESSION: &str = "RSessionGateway";

/// Collects the uses in settings of one kind.
pub(super) struct ImageUses {
    settings: SettingsOf,
    found: Vec<ImageUse>,
}

impl ImageUses {
    /// Those of a domain, with those for its users, for its spaces and for RStudio.
    pub(super) fn of_domain(
        users: Option<&UserSettings>,
        spaces: Option<&DefaultSpaceSettings>,
        own: Option<&DomainSettings>,
    ) -> Vec<ImageUse> {
        let mut all = Self { settings: SettingsOf::Users, found: Vec::new() };
        all.user_settings(users);
        all.settings = SettingsOf::Spaces;
        all.default_space_settings(spaces);
        all.settings = SettingsOf::RStudio;
        let server = own.and_then(DomainSettings::r_studio_server_pro_domain_settings);
        all.default(RSTUDIO, server.and_then(|server| server.default_resource_spec()));
        all.found
    }

    /// Those of a user profile.
    pub(super) fn of_user_profile(settings: Option<&UserSettings>) -> Vec<ImageUse> {
        let mut uses = Self { settings: SettingsOf::Itself, found: Vec::new() };
        uses.user_settings(settings);
        uses.found
    }

    /// Those of a space.
    pub(super) fn of_space(settings: Option<&SpaceSettings>) -> Vec<ImageUse> {
        let mut uses = Self { settings: SettingsOf::Itself, found: Vec::new() };
        let Some(settings) = settings else { return uses.found };
        uses.kernel_gateway(settings.kernel_gateway_app_settings());
        uses.jupyter_server(settings.jupyter_server_app_settings());
        let lab = settings.jupyter_lab_app_settings();
        uses.default(JUPYTER_LAB, lab.and_then(|lab| lab.default_resource_spec()));
        let editor = settings.code_editor_app_settings();
        uses.default(CODE_EDITOR, editor.and_then(|editor| editor.default_resource_spec()));
        uses.found
    }

    fn user_settings(&mut self, settings: Option<&UserSettings>) {
        let Some(settings) = settings else { return };
        self.kernel_gateway(settings.kernel_gateway_app_settings());
        if let Some(lab) = settings.jupyter_lab_app_settings() {
            self.custom(JUPYTER_LAB, lab.custom_images());
            self.default(JUPYTER_LAB, lab.default_resource_spec());
        }
        if let Some(editor) = settings.code_editor_app_settings() {
            self.custom(CODE_EDITOR, editor.custom_images());
            self.default(CODE_EDITOR, editor.default_resource_spec());
        }
        if let Some(session) = settings.r_session_app_settings() {
            self.custom(RSESSION, session.custom_images());
            self.default(RSESSION, session.default_resource_spec());
        }
        self.jupyter_server(settings.jupyter_server_app_settings());
        let board = settings.tensor_board_app_settings();
        self.default(TENSOR_BOARD, board.and_then(|board| board.default_resource_spec()));
    }

    fn default_space_settings(&mut self, settings: Option<&DefaultSpaceSettings>) {
        let Some(settings) = settings else { return };
        self.kernel_gateway(settings.kernel_gateway_app_settings());
        if let Some(lab) = settings.jupyter_lab_app_settings() {
            self.custom(JUPYTER_LAB, lab.custom_images());
            self.default(JUPYTER_LAB, lab.default_resource_spec());
        }
        self.jupyter_server(settings.jupyter_server_app_settings());
    }

    fn kernel_gateway(&mut self, settings: Option<&KernelGatewayAppSettings>) {
        if let Some(settings) = settings {
            self.custom(KERNEL_GATEWAY, settings.custom_images());
            self.default(KERNEL_GATEWAY, settings.default_resource_spec());
        }
    }

    fn jupyter_server(&mut self, settings: Option<&JupyterServerAppSettings>) {
        self.default(JUPYTER_SERVER, settings.and_then(|settings| settings.default_resource_spec()));
    }

    /// One without a name points to nothing and is left out.
    fn custom(&mut self, app_type: &'static str, images: &[CustomImage]) {
        for image in images {
            let Some(name) = image.image_name().filter(|name| !name.is_empty()) else {
                warn!("settings for {app_type} have a custom image without a name; it is left out");
                continue;
            };
            let reference = ImageReference::by_name(name, image.image_version_number().map(i64::from));
            let config = Text::clean(image.app_image_config_name().unwrap_or_default());
            self.add(app_type, ImageRole::Custom { config }, reference);
        }
    }

    fn default(&mut self, app_type: &'static str, spec: Option<&ResourceSpec>) {
        if let Some(reference) = spec.and_then(of_spec) {
            self.add(app_type, ImageRole::Default, reference);
        }
    }

    fn add(&mut self, app_type: &'static str, role: ImageRole, reference: ImageReference) {
        self.found.push(ImageUse { settings: self.settings, app_type, role, reference });
    }
}

/// The image that a resource spec points to.
pub(super) fn of_spec(spec: &ResourceSpec) -> Option<ImageReference> {
    ImageReference::by_arn(
        spec.sage_maker_image_arn(),
        spec.sage_maker_image_version_arn(),
        spec.sage_maker_image_version_alias(),
    )
}

/// The `InstanceType` of a resource spec.
pub(super) fn instance_type(spec: Option<&ResourceSpec>) -> Option<Text> {
    Some(Text::clean(spec?.instance_type()?.as_str()))
}
