//! The sets of words that the model knows, in its order.

/// `VendorGuidance`.
pub(in crate::emulator) const VENDOR_GUIDANCE: [&str; 4] =
    ["NOT_PROVIDED", "STABLE", "TO_BE_ARCHIVED", "ARCHIVED"];
/// `JobType`.
pub(in crate::emulator) const JOB_TYPE: [&str; 3] = ["TRAINING", "INFERENCE", "NOTEBOOK_KERNEL"];
/// `Processor`.
pub(in crate::emulator) const PROCESSOR: [&str; 2] = ["CPU", "GPU"];

/// `DomainStatus`, `UserProfileStatus` and `SpaceStatus`.
pub(in crate::emulator) const STUDIO_STATUS: [&str; 7] =
    ["Deleting", "Failed", "InService", "Pending", "Updating", "Update_Failed", "Delete_Failed"];
/// `AppStatus`.
pub(in crate::emulator) const APP_STATUS: [&str; 5] =
    ["Deleted", "Deleting", "Failed", "InService", "Pending"];
/// `AppType`.
pub(in crate::emulator) const APP_TYPE: [&str; 9] = [
    "JupyterServer",
    "KernelGateway",
    "DetailedProfiler",
    "TensorBoard",
    "CodeEditor",
    "JupyterLab",
    "RStudioServerPro",
    "RSessionGateway",
    "Canvas",
];
/// `FeatureStatus`, and what else is on or off.
pub(in crate::emulator) const FEATURE_STATUS: [&str; 2] = ["ENABLED", "DISABLED"];
