//! The model of what is told of domains of Studio and of what is in them.
//!
//! Members that have nothing to do with images are held to their types and lengths only.

use super::{
    shape::Shape,
    studio_rule::{ACCOUNT_ID, DISPLAY_NAME, DOMAIN_ID, ENTRYPOINT, LINE, MOUNT_PATH, STUDIO_NAME},
    studio_settings::{
        CODE_REPOSITORIES, DEFAULT_SPACE_SETTINGS, GIGABYTES, JUPYTER_SERVER, KERNEL_GATEWAY, ON_OR_OFF,
        RESOURCE_SPEC, ROLE, SPACE_IDLE, TEXT, USER_SETTINGS,
    },
    text_rule::{FAILURE_REASON, TextRule},
    words::{APP_STATUS, APP_TYPE, STUDIO_STATUS},
};

const UNIFIED_STUDIO: Shape = Shape::Structure(
    &[
        ("StudioWebPortalAccess", ON_OR_OFF),
        ("DomainAccountId", Shape::Text(ACCOUNT_ID)),
        ("DomainRegion", TEXT),
        ("DomainId", TEXT),
        ("ProjectId", TEXT),
        ("EnvironmentId", TEXT),
        ("ProjectS3Path", TEXT),
        ("SingleSignOnApplicationArn", TEXT),
    ],
    &[],
);

const DOMAIN_SETTINGS: Shape = Shape::Structure(
    &[
        ("SecurityGroupIds", Shape::List(&TEXT, (0, 3))),
        (
            "RStudioServerProDomainSettings",
            Shape::Structure(
                &[
                    ("DomainExecutionRoleArn", ROLE),
                    ("RStudioConnectUrl", TEXT),
                    ("RStudioPackageManagerUrl", TEXT),
                    ("DefaultResourceSpec", RESOURCE_SPEC),
                ],
                &["DomainExecutionRoleArn"],
            ),
        ),
        ("ExecutionRoleIdentityConfig", Shape::Word(&["USER_PROFILE_NAME", "DISABLED"])),
        (
            "DockerSettings",
            Shape::Structure(
                &[
                    ("EnableDockerAccess", ON_OR_OFF),
                    ("VpcOnlyTrustedAccounts", Shape::List(&Shape::Text(ACCOUNT_ID), (0, 20))),
                    ("RootlessDocker", ON_OR_OFF),
                ],
                &[],
            ),
        ),
        ("UnifiedStudioSettings", UNIFIED_STUDIO),
        ("IpAddressType", Shape::Word(&["ipv4", "dualstack"])),
    ],
    &[],
);

/// What `DescribeDomain` answers beside ARN and times.
pub(in crate::emulator) const DOMAIN: Shape = Shape::Structure(
    &[
        ("DomainId", Shape::Text(DOMAIN_ID)),
        ("DomainName", Shape::Text(STUDIO_NAME)),
        ("Status", Shape::Word(&STUDIO_STATUS)),
        ("FailureReason", Shape::Text(FAILURE_REASON)),
        ("HomeEfsFileSystemId", TEXT),
        ("SingleSignOnApplicationArn", TEXT),
        ("SecurityGroupIdForDomainBoundary", TEXT),
        ("AuthMode", Shape::Word(&["SSO", "IAM"])),
        ("DefaultUserSettings", USER_SETTINGS),
        ("DefaultSpaceSettings", DEFAULT_SPACE_SETTINGS),
        ("DomainSettings", DOMAIN_SETTINGS),
        ("AppNetworkAccessType", Shape::Word(&["PublicInternetOnly", "VpcOnly"])),
        ("SubnetIds", Shape::List(&TEXT, (0, 16))),
        ("Url", Shape::Text(LINE)),
        ("VpcId", TEXT),
        ("KmsKeyId", TEXT),
        ("AppSecurityGroupManagement", Shape::Word(&["Service", "Customer"])),
        ("TagPropagation", ON_OR_OFF),
    ],
    &["Status"],
);

/// What `DescribeUserProfile` answers beside ARN and times.
pub(in crate::emulator) const USER_PROFILE: Shape = Shape::Structure(
    &[
        ("DomainId", Shape::Text(DOMAIN_ID)),
        ("UserProfileName", Shape::Text(STUDIO_NAME)),
        ("Status", Shape::Word(&STUDIO_STATUS)),
        ("FailureReason", Shape::Text(FAILURE_REASON)),
        ("HomeEfsFileSystemUid", TEXT),
        ("SingleSignOnUserIdentifier", Shape::Word(&["UserName"])),
        ("SingleSignOnUserValue", TEXT),
        ("UserSettings", USER_SETTINGS),
    ],
    &["Status"],
);

const SPACE_SETTINGS: Shape = Shape::Structure(
    &[
        ("JupyterServerAppSettings", JUPYTER_SERVER),
        ("KernelGatewayAppSettings", KERNEL_GATEWAY),
        (
            "CodeEditorAppSettings",
            Shape::Structure(
                &[("DefaultResourceSpec", RESOURCE_SPEC), ("AppLifecycleManagement", SPACE_IDLE)],
                &[],
            ),
        ),
        (
            "JupyterLabAppSettings",
            Shape::Structure(
                &[
                    ("DefaultResourceSpec", RESOURCE_SPEC),
                    ("CodeRepositories", CODE_REPOSITORIES),
                    ("AppLifecycleManagement", SPACE_IDLE),
                ],
                &[],
            ),
        ),
        ("AppType", Shape::Word(&APP_TYPE)),
        (
            "SpaceStorageSettings",
            Shape::Structure(
                &[(
                    "EbsStorageSettings",
                    Shape::Structure(&[("EbsVolumeSizeInGb", GIGABYTES)], &["EbsVolumeSizeInGb"]),
                )],
                &[],
            ),
        ),
        ("SpaceManagedResources", ON_OR_OFF),
        ("RemoteAccess", ON_OR_OFF),
    ],
    &[],
);

/// What `DescribeSpace` answers beside ARN and times.
pub(in crate::emulator) const SPACE: Shape = Shape::Structure(
    &[
        ("DomainId", Shape::Text(DOMAIN_ID)),
        ("SpaceName", Shape::Text(STUDIO_NAME)),
        ("Status", Shape::Word(&STUDIO_STATUS)),
        ("FailureReason", Shape::Text(FAILURE_REASON)),
        ("HomeEfsFileSystemUid", TEXT),
        ("SpaceSettings", SPACE_SETTINGS),
        (
            "OwnershipSettings",
            Shape::Structure(
                &[("OwnerUserProfileName", Shape::Text(STUDIO_NAME))],
                &["OwnerUserProfileName"],
            ),
        ),
        (
            "SpaceSharingSettings",
            Shape::Structure(&[("SharingType", Shape::Word(&["Private", "Shared"]))], &["SharingType"]),
        ),
        ("SpaceDisplayName", Shape::Text(DISPLAY_NAME)),
        ("Url", Shape::Text(LINE)),
    ],
    &["Status"],
);

/// What `DescribeApp` answers beside ARN and times.
pub(in crate::emulator) const APP: Shape = Shape::Structure(
    &[
        ("DomainId", Shape::Text(DOMAIN_ID)),
        ("UserProfileName", Shape::Text(STUDIO_NAME)),
        ("SpaceName", Shape::Text(STUDIO_NAME)),
        ("AppName", Shape::Text(STUDIO_NAME)),
        ("Status", Shape::Word(&APP_STATUS)),
        ("FailureReason", Shape::Text(FAILURE_REASON)),
        ("AppType", Shape::Word(&APP_TYPE)),
        ("EffectiveTrustedIdentityPropagationStatus", ON_OR_OFF),
        ("RecoveryMode", Shape::Flag),
        ("LastHealthCheckTimestamp", Shape::Time),
        ("LastUserActivityTimestamp", Shape::Time),
        ("ResourceSpec", RESOURCE_SPEC),
        ("BuiltInLifecycleConfigArn", TEXT),
    ],
    &["Status", "AppType"],
);

const FILE_SYSTEM: Shape = Shape::Structure(
    &[
        ("MountPath", Shape::Text(MOUNT_PATH)),
        ("DefaultUid", Shape::Number(0, 65_535)),
        ("DefaultGid", Shape::Number(0, 65_535)),
    ],
    &[],
);

const LAB_OR_EDITOR: Shape = Shape::Structure(
    &[
        ("FileSystemConfig", FILE_SYSTEM),
        (
            "ContainerConfig",
            Shape::Structure(
                &[
                    ("ContainerArguments", Shape::List(&Shape::Text(DISPLAY_NAME), (0, 50))),
                    ("ContainerEntrypoint", Shape::List(&Shape::Text(ENTRYPOINT), (0, 1))),
                    ("ContainerEnvironmentVariables", Shape::Map(TextRule::of(0, 256, None), 25)),
                ],
                &[],
            ),
        ),
    ],
    &[],
);

/// What `DescribeAppImageConfig` answers beside ARN and times.
pub(in crate::emulator) const APP_IMAGE_CONFIG: Shape = Shape::Structure(
    &[
        ("AppImageConfigName", Shape::Text(STUDIO_NAME)),
        (
            "KernelGatewayImageConfig",
            Shape::Structure(
                &[
                    (
                        "KernelSpecs",
                        Shape::List(
                            &Shape::Structure(&[("Name", TEXT), ("DisplayName", TEXT)], &["Name"]),
                            (1, 5),
                        ),
                    ),
                    ("FileSystemConfig", FILE_SYSTEM),
                ],
                &["KernelSpecs"],
            ),
        ),
        ("JupyterLabAppImageConfig", LAB_OR_EDITOR),
        ("CodeEditorAppImageConfig", LAB_OR_EDITOR),
    ],
    &[],
);
