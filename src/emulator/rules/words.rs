//! The sets of words that the model knows, in its order.

/// `VendorGuidance`.
pub(in crate::emulator) const VENDOR_GUIDANCE: [&str; 4] =
    ["NOT_PROVIDED", "STABLE", "TO_BE_ARCHIVED", "ARCHIVED"];
/// `JobType`.
pub(in crate::emulator) const JOB_TYPE: [&str; 3] = ["TRAINING", "INFERENCE", "NOTEBOOK_KERNEL"];
/// `Processor`.
pub(in crate::emulator) const PROCESSOR: [&str; 2] = ["CPU", "GPU"];
