//! How the service is to be.

use std::time::Duration;

use crate::emulator::{catalogue::Catalogue, faults::Fault, store::Mfa, wire::Limits};

/// How the service is to be.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 for any free one.
    pub port: u16,
    /// The region its ARNs name, whatever region clients sign for.
    pub region: String,
    /// The account its ARNs name: twelve digits.
    pub account: String,
    /// How long every answer is held back, after the request was served.
    pub latency: Duration,
    /// How long an image is UPDATING.
    pub settle: Duration,
    /// What goes wrong, from the start.
    pub faults: Vec<Fault>,
    /// The images it begins with.
    pub catalogue: Catalogue,
    /// The role that wants an MFA code, if one does.
    pub mfa: Option<Mfa>,
    /// How much a client may take up.
    pub limits: Limits,
}

impl Default for Options {
    /// Any free port, us-east-1, account 123456789012, no latency, two seconds to settle, no faults, the built-in catalogue,
    /// no MFA, the usual limits.
    fn default() -> Self {
        Self {
            port: 0,
            region: "us-east-1".to_owned(),
            account: "123456789012".to_owned(),
            latency: Duration::ZERO,
            settle: Duration::from_secs(2),
            faults: Vec::new(),
            catalogue: Catalogue::built_in(),
            mfa: None,
            limits: Limits::default(),
        }
    }
}
