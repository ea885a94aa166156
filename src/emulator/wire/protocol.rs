//! The languages that requests are written in.

use hyper::{
    Method,
    header::{CONTENT_TYPE, HeaderValue},
    http::request::Parts,
};

use crate::emulator::ops::AwsService;

/// In which language a request asks, and is to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    /// AWS JSON 1.1, SageMaker's.
    Json,
    /// The AWS query protocol, a form answered in XML: STS's.
    Query,
    /// None that the service speaks.
    Unknown,
}

impl Protocol {
    pub(super) fn of(head: &Parts) -> Self {
        if head.method != Method::POST || head.uri.path() != "/" {
            return Self::Unknown;
        }
        let content_type = head.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
        let content_type = String::from_utf8_lossy(content_type);
        match content_type.split(';').next().unwrap_or_default().trim() {
            "application/x-amz-json-1.1" => Self::Json,
            "application/x-www-form-urlencoded" => Self::Query,
            _ => Self::Unknown,
        }
    }

    /// The service that speaks it. Who speaks to none is taken to mean SageMaker.
    pub(super) fn service(self) -> AwsService {
        match self {
            Self::Json | Self::Unknown => AwsService::SageMaker,
            Self::Query => AwsService::Sts,
        }
    }
}
