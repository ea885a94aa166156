//! An MFA device.

/// An MFA device, and the role that can't be assumed without its code.
#[derive(Clone, Debug)]
pub struct Mfa {
    /// The ARN of the role that wants it.
    pub role: String,
    /// The device's serial number, as `arn:aws:iam::123456789012:mfa/me`.
    pub serial: String,
    /// What it shows: six digits that are good once. Empty when they are spent.
    pub code: String,
}

impl Mfa {
    /// Whether the code is what the device shows; it is spent then.
    pub(in crate::emulator) fn takes(&mut self, serial: &str, code: &str) -> bool {
        let right = self.serial == serial && self.code == code && !code.is_empty();
        if right {
            self.code.clear();
        }
        right
    }
}
