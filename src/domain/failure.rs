//! Why a request did not do what it was asked.

use super::{LogIn, Text, Withheld};

/// The kind of a failure, which decides the words and whether a retry makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FailureClass {
    /// `ResourceNotFound`: no such image, version or alias here.
    NotFound,
    /// `ResourceInUse`: another change is under way, or what is wanted is taken.
    InUse,
    /// The service refused a value.
    Invalid,
    /// The service allows no more of it, as a fifty-first tag.
    LimitReached,
    /// The keys are good but may not do this.
    Denied,
    /// Too many requests.
    Throttled,
    /// The keys or the log-in have expired.
    Expired,
    /// The keys are not known to this partition or region.
    BadKey,
    /// The signature was refused, as with a clock that is off.
    Clock,
    /// A code of an MFA device is wanted, or the one that was typed was not taken.
    CodeWanted,
    /// No credentials were found or could be had.
    NoCredentials,
    /// No region is configured.
    NoRegion,
    /// The configuration itself can't be used.
    BadConfig,
    /// A file that sagescope keeps, or its settings.
    OwnFile,
    /// The host could not be reached: name, connection, TLS or proxy.
    Unreachable,
    /// No answer came in time or the connection was lost: of a write, the outcome is unknown.
    TimedOut,
    /// The service failed (5xx).
    Service,
    /// The answer could not be read.
    Unreadable,
    /// The person stopped it.
    Stopped,
    /// The program was told not to write.
    ReadOnly,
    /// The task that asked ended in a panic: a bug of this program.
    Bug,
    /// Another code.
    Other,
}

impl FailureClass {
    /// Whether it is about what was asked, or about that moment: another question may go well all the same.
    #[must_use]
    pub fn is_about_what_was_asked(self) -> bool {
        match self {
            Self::NoRegion
            | Self::BadConfig
            | Self::Unreachable
            | Self::Stopped
            | Self::Expired
            | Self::BadKey
            | Self::Clock
            | Self::CodeWanted
            | Self::NoCredentials => false,
            Self::NotFound
            | Self::InUse
            | Self::Invalid
            | Self::LimitReached
            | Self::Denied
            | Self::Throttled
            | Self::OwnFile
            | Self::TimedOut
            | Self::Service
            | Self::Unreadable
            | Self::ReadOnly
            | Self::Bug
            | Self::Other => true,
        }
    }

    /// Whether it is about the keys: with others, or with new ones, the same request may go well.
    #[must_use]
    pub fn is_about_keys(self) -> bool {
        match self {
            Self::Expired | Self::BadKey | Self::Clock | Self::CodeWanted | Self::NoCredentials => true,
            Self::NotFound
            | Self::InUse
            | Self::Invalid
            | Self::LimitReached
            | Self::Denied
            | Self::Throttled
            | Self::NoRegion
            | Self::BadConfig
            | Self::OwnFile
            | Self::Unreachable
            | Self::TimedOut
            | Self::Service
            | Self::Unreadable
            | Self::Stopped
            | Self::ReadOnly
            | Self::Bug
            | Self::Other => false,
        }
    }
}

/// A failure, with all that may help: for the screen and the log, already cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The kind.
    pub class: FailureClass,
    /// The error code, as `ValidationException`, where the service gave one.
    pub code: Option<Text>,
    /// The message, or the chain of causes.
    pub message: Text,
    /// The request id, for AWS support, where an answer came.
    pub request_id: Option<Text>,
    /// The HTTP status, where an answer came.
    pub http_status: Option<u16>,
    /// How new keys can be had, where that would help.
    pub log_in: Option<LogIn>,
    /// What the process that was to give keys wrote on its standard error.
    pub process_said: Withheld,
}

impl Failure {
    /// A failure of which only the kind and the words are known.
    #[must_use]
    pub fn new(class: FailureClass, message: &str) -> Self {
        Self {
            class,
            code: None,
            message: Text::clean(message),
            request_id: None,
            http_status: None,
            log_in: None,
            process_said: Withheld::default(),
        }
    }

    /// Whether a write that ended like this may have been done all the same.
    #[must_use]
    pub fn leaves_write_unknown(&self) -> bool {
        match self.class {
            FailureClass::TimedOut | FailureClass::Service | FailureClass::Unreadable | FailureClass::Bug => {
                true
            }
            FailureClass::NotFound
            | FailureClass::InUse
            | FailureClass::Invalid
            | FailureClass::LimitReached
            | FailureClass::Denied
            | FailureClass::Throttled
            | FailureClass::Expired
            | FailureClass::BadKey
            | FailureClass::Clock
            | FailureClass::CodeWanted
            | FailureClass::NoCredentials
            | FailureClass::NoRegion
            | FailureClass::BadConfig
            | FailureClass::OwnFile
            | FailureClass::Unreachable
            | FailureClass::Stopped
            | FailureClass::ReadOnly
            | FailureClass::Other => false,
        }
    }

    /// What happened, in a few words: the head line of any report.
    #[must_use]
    pub fn headline(&self) -> &'static str {
        // Where the service said nothing, it may well be that nobody ever logged in.
        let is_of_log_in = self.log_in.as_ref().is_some_and(LogIn::is_in_browser) && self.code.is_none();
        match self.class {
            FailureClass::Expired if is_of_log_in => "you need to log in",
            FailureClass::NotFound => "not found",
            FailureClass::InUse => "in use, or being changed",
            FailureClass::Invalid => "the service rejected a value",
            FailureClass::LimitReached => "a service limit is reached",
            FailureClass::Denied => "access denied",
            FailureClass::Throttled => "throttled: too many requests",
            FailureClass::Expired => "the credentials have expired",
            FailureClass::BadKey => "the access key was rejected",
            FailureClass::Clock => "the signature was rejected",
            FailureClass::CodeWanted => "an MFA code is needed",
            FailureClass::NoCredentials => "no credentials",
            FailureClass::NoRegion => "no region",
            FailureClass::BadConfig => "the AWS configuration is invalid",
            FailureClass::OwnFile => "a sagescope file can't be used",
            FailureClass::Unreachable => "the service can't be reached",
            FailureClass::TimedOut if self.is_cut_off() => "no complete response",
            FailureClass::TimedOut => "no response",
            FailureClass::Service => "the service failed",
            FailureClass::Unreadable => "the response can't be read",
            FailureClass::Stopped => "stopped",
            FailureClass::ReadOnly => "read-only",
            FailureClass::Bug => "a bug in sagescope",
            FailureClass::Other => "the request failed",
        }
    }

    /// Whether a response began to come and did not end.
    fn is_cut_off(&self) -> bool {
        self.class == FailureClass::TimedOut && matches!(self.http_status, Some(200..=299))
    }

    /// What the person can do about it.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match self.class {
            FailureClass::NotFound => "Check the name, and the account and region in the header.",
            FailureClass::InUse => {
                "Try again when nothing else is changing it. An alias may have to be removed from its \
                 version first."
            }
            FailureClass::Invalid => "Fix the value and try again.",
            FailureClass::LimitReached => "Remove some first, or ask AWS for a higher limit.",
            FailureClass::Denied => "Ask for that permission, or use another profile.",
            FailureClass::Throttled => "Wait a little, then try again.",
            FailureClass::Expired => "Log in again or get new credentials, then try again.",
            FailureClass::BadKey => "Check the credentials, and that this region is enabled for the account.",
            FailureClass::Clock => "Check this machine's clock and the secret key.",
            FailureClass::CodeWanted => "Type the code that the device shows.",
            FailureClass::NoCredentials => {
                "Set a profile (--profile or AWS_PROFILE), log in, or try `sagescope --demo`."
            }
            FailureClass::NoRegion => "Set --region, AWS_REGION, or a region in the profile.",
            FailureClass::BadConfig => "Fix that file or setting, then restart sagescope.",
            FailureClass::OwnFile => "Fix that file.",
            FailureClass::Unreachable => {
                "Check the network, proxy, endpoint and AWS_CA_BUNDLE, then try \
                                          again."
            }
            FailureClass::TimedOut | FailureClass::Service => "Try again in a moment.",
            FailureClass::Unreadable => "Check whether a proxy or another server answers at this endpoint.",
            FailureClass::Stopped => "You stopped it.",
            FailureClass::ReadOnly => {
                "To change images, remove --read-only, or read_only from the config file."
            }
            FailureClass::Bug => "Please report it with the log file. What you typed is kept.",
            FailureClass::Other => "See the message, then try again.",
        }
    }

    /// Code, message and request id on one line, as far as each is known.
    #[must_use]
    pub fn detail(&self) -> String {
        let mut detail = String::new();
        if let Some(code) = &self.code {
            detail.push_str(code.as_str());
            detail.push_str(": ");
        }
        detail.push_str(self.message.as_str());
        if let Some(id) = &self.request_id {
            detail.push_str(" (request id ");
            detail.push_str(id.as_str());
            detail.push(')');
        }
        detail
    }
}
