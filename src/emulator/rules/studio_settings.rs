//! The settings of users and spaces of Studio, as the model has them.
//!
//! Members that have nothing to do with images are held to their types and lengths only.

use super::{
    shape::Shape,
    studio_rule::{IMAGE_ARN, IMAGE_VERSION_ARN, LINE, STUDIO_NAME, VERSION_ALIAS},
    text_rule::{IMAGE_NAME, ROLE_ARN, TextRule},
    words::{APP_TYPE, FEATURE_STATUS},
};

pub(super) const TEXT: Shape = Shape::Text(TextRule::of(0, 2048, None));
pub(super) const ON_OR_OFF: Shape = Shape::Word(&FEATURE_STATUS);
pub(super) const ROLE: Shape = Shape::Text(ROLE_ARN);
const MINUTES: Shape = Shape::Number(60, 525_600);
pub(super) const GIGABYTES: Shape = Shape::Number(5, 16_384);
const TEXTS: Shape = Shape::List(&TEXT, (0, 200));

pub(super) const RESOURCE_SPEC: Shape = Shape::Structure(
    &[
        ("SageMakerImageArn", Shape::Text(IMAGE_ARN)),
        ("SageMakerImageVersionArn", Shape::Text(IMAGE_VERSION_ARN)),
        ("SageMakerImageVersionAlias", Shape::Text(VERSION_ALIAS)),
        ("InstanceType", TEXT),
        ("LifecycleConfigArn", TEXT),
        ("TrainingPlanArn", TEXT),
    ],
    &[],
);

/// How many custom images a domain has at most.
const CUSTOM_IMAGES: Shape = Shape::List(&CUSTOM_IMAGE, (0, 200));

const CUSTOM_IMAGE: Shape = Shape::Structure(
    &[
        ("ImageName", Shape::Text(IMAGE_NAME)),
        ("ImageVersionNumber", Shape::Number(0, i32::MAX as i64)),
        ("AppImageConfigName", Shape::Text(STUDIO_NAME)),
    ],
    &["ImageName", "AppImageConfigName"],
);

pub(super) const CODE_REPOSITORIES: Shape =
    Shape::List(&Shape::Structure(&[("RepositoryUrl", TEXT)], &["RepositoryUrl"]), (0, 10));

const IDLE: Shape = Shape::Structure(
    &[(
        "IdleSettings",
        Shape::Structure(
            &[
                ("LifecycleManagement", ON_OR_OFF),
                ("IdleTimeoutInMinutes", MINUTES),
                ("MinIdleTimeoutInMinutes", MINUTES),
                ("MaxIdleTimeoutInMinutes", MINUTES),
            ],
            &[],
        ),
    )],
    &[],
);

pub(super) const SPACE_IDLE: Shape =
    Shape::Structure(&[("IdleSettings", Shape::Structure(&[("IdleTimeoutInMinutes", MINUTES)], &[]))], &[]);

pub(super) const JUPYTER_SERVER: Shape = Shape::Structure(
    &[
        ("DefaultResourceSpec", RESOURCE_SPEC),
        ("LifecycleConfigArns", TEXTS),
        ("CodeRepositories", CODE_REPOSITORIES),
    ],
    &[],
);

pub(super) const KERNEL_GATEWAY: Shape = Shape::Structure(
    &[
        ("DefaultResourceSpec", RESOURCE_SPEC),
        ("CustomImages", CUSTOM_IMAGES),
        ("LifecycleConfigArns", TEXTS),
    ],
    &[],
);

const JUPYTER_LAB: Shape = Shape::Structure(
    &[
        ("DefaultResourceSpec", RESOURCE_SPEC),
        ("CustomImages", CUSTOM_IMAGES),
        ("LifecycleConfigArns", TEXTS),
        ("CodeRepositories", CODE_REPOSITORIES),
        ("AppLifecycleManagement", IDLE),
        (
            "EmrSettings",
            Shape::Structure(
                &[
                    ("AssumableRoleArns", Shape::List(&ROLE, (0, 5))),
                    ("ExecutionRoleArns", Shape::List(&ROLE, (0, 5))),
                ],
                &[],
            ),
        ),
        ("BuiltInLifecycleConfigArn", TEXT),
    ],
    &[],
);

const CODE_EDITOR: Shape = Shape::Structure(
    &[
        ("DefaultResourceSpec", RESOURCE_SPEC),
        ("CustomImages", CUSTOM_IMAGES),
        ("LifecycleConfigArns", TEXTS),
        ("AppLifecycleManagement", IDLE),
        ("BuiltInLifecycleConfigArn", TEXT),
    ],
    &[],
);

const SPACE_STORAGE_DEFAULTS: Shape = Shape::Structure(
    &[(
        "DefaultEbsStorageSettings",
        Shape::Structure(
            &[("DefaultEbsVolumeSizeInGb", GIGABYTES), ("MaximumEbsVolumeSizeInGb", GIGABYTES)],
            &["DefaultEbsVolumeSizeInGb", "MaximumEbsVolumeSizeInGb"],
        ),
    )],
    &[],
);

const POSIX_USER: Shape = Shape::Structure(
    &[("Uid", Shape::Number(10_000, 4_000_000)), ("Gid", Shape::Number(1001, 4_000_000))],
    &["Uid", "Gid"],
);

const WEB_PORTAL: Shape = Shape::Structure(
    &[
        ("HiddenMlTools", TEXTS),
        ("HiddenAppTypes", Shape::List(&Shape::Word(&APP_TYPE), (0, 9))),
        ("HiddenInstanceTypes", TEXTS),
        (
            "HiddenSageMakerImageVersionAliases",
            Shape::List(
                &Shape::Structure(
                    &[
                        ("SageMakerImageName", Shape::Word(&["sagemaker_distribution"])),
                        ("VersionAliases", Shape::List(&TEXT, (0, 20))),
                    ],
                    &[],
                ),
                (0, 5),
            ),
        ),
        ("ExecutionRoleSessionNameMode", Shape::Word(&["STATIC", "USER_IDENTITY"])),
    ],
    &[],
);

pub(super) const USER_SETTINGS: Shape = Shape::Structure(
    &[
        ("ExecutionRole", ROLE),
        ("SecurityGroups", Shape::List(&TEXT, (0, 5))),
        (
            "SharingSettings",
            Shape::Structure(
                &[
                    ("NotebookOutputOption", Shape::Word(&["Allowed", "Disabled"])),
                    ("S3OutputPath", TEXT),
                    ("S3KmsKeyId", TEXT),
                ],
                &[],
            ),
        ),
        ("JupyterServerAppSettings", JUPYTER_SERVER),
        ("KernelGatewayAppSettings", KERNEL_GATEWAY),
        ("TensorBoardAppSettings", Shape::Structure(&[("DefaultResourceSpec", RESOURCE_SPEC)], &[])),
        (
            "RStudioServerProAppSettings",
            Shape::Structure(
                &[
                    ("AccessStatus", ON_OR_OFF),
                    ("UserGroup", Shape::Word(&["R_STUDIO_ADMIN", "R_STUDIO_USER"])),
                ],
                &[],
            ),
        ),
        (
            "RSessionAppSettings",
            Shape::Structure(&[("DefaultResourceSpec", RESOURCE_SPEC), ("CustomImages", CUSTOM_IMAGES)], &[]),
        ),
        ("CodeEditorAppSettings", CODE_EDITOR),
        ("JupyterLabAppSettings", JUPYTER_LAB),
        ("SpaceStorageSettings", SPACE_STORAGE_DEFAULTS),
        ("DefaultLandingUri", Shape::Text(LINE)),
        ("StudioWebPortal", ON_OR_OFF),
        ("CustomPosixUserConfig", POSIX_USER),
        ("StudioWebPortalSettings", WEB_PORTAL),
        ("AutoMountHomeEFS", Shape::Word(&["Enabled", "Disabled", "DefaultAsDomain"])),
    ],
    &[],
);

pub(super) const DEFAULT_SPACE_SETTINGS: Shape = Shape::Structure(
    &[
        ("ExecutionRole", ROLE),
        ("SecurityGroups", Shape::List(&TEXT, (0, 5))),
        ("JupyterServerAppSettings", JUPYTER_SERVER),
        ("KernelGatewayAppSettings", KERNEL_GATEWAY),
        ("JupyterLabAppSettings", JUPYTER_LAB),
        ("SpaceStorageSettings", SPACE_STORAGE_DEFAULTS),
        ("CustomPosixUserConfig", POSIX_USER),
    ],
    &[],
);
