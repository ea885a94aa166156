//! Who signed a request.

use hyper::{HeaderMap, header::AUTHORIZATION};

use crate::emulator::rules::ServiceError;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// Who signed a request, and for where. The signature itself can't be verified: the service knows no secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signer {
    pub(super) access_key: String,
    pub(super) region: String,
}

/// The `Authorization` header taken apart, as far as it can be.
struct Authorization<'header> {
    credential: Option<&'header str>,
    signed_headers: Option<&'header str>,
    signature: Option<&'header str>,
}

impl Signer {
    /// Reads the signature's scope, which must be `KEY/DATE/REGION/SERVICE/aws4_request` with the service that is asked.
    pub(super) fn of(headers: &HeaderMap, service: &str) -> Result<Self, ServiceError> {
        let header = headers.get(AUTHORIZATION).ok_or_else(ServiceError::missing_signature)?;
        let header = header.to_str().map_err(|_| incomplete("The Authorization header is not readable."))?;
        let credential = Authorization::of(header)?.credential(header, headers)?;
        let scope: Vec<&str> = credential.split('/').collect();
        let [access_key, date, region, signed_service, terminator] = scope[..] else {
            return Err(incomplete(&format!(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'"
            )));
        };
        if access_key.is_empty() || region.is_empty() {
            return Err(incomplete(&format!(
                "Credential must name an access key and a region, got '{credential}'"
            )));
        }
        if date.len() != 8 || !date.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(scope_refused(&format!(
                "Date in Credential scope is not of the form YYYYMMDD: '{date}'"
            )));
        }
        if signed_service != service {
            return Err(scope_refused(&format!(
                "Credential should be scoped to correct service: '{service}'."
            )));
        }
        if terminator != "aws4_request" {
            let words = format!(
                "Credential should be scoped with a valid terminator: 'aws4_request', not '{terminator}'."
            );
            return Err(scope_refused(&words));
        }
        Ok(Self { access_key: access_key.to_owned(), region: region.to_owned() })
    }
}

impl<'header> Authorization<'header> {
    fn of(header: &'header str) -> Result<Self, ServiceError> {
        let (algorithm, parameters) = header.split_once(' ').unwrap_or((header, ""));
        if algorithm != ALGORITHM {
            return Err(incomplete(&format!("Unsupported AWS 'algorithm': '{algorithm}'.")));
        }
        let parameter = |name: &str| {
            let pairs = parameters.split(',').filter_map(|pair| pair.trim().split_once('='));
            pairs.filter(|(key, value)| *key == name && !value.is_empty()).map(|(_, value)| value).next()
        };
        Ok(Self {
            credential: parameter("Credential"),
            signed_headers: parameter("SignedHeaders"),
            signature: parameter("Signature"),
        })
    }

    /// The credential, where the header and the date beside it are complete.
    fn credential(&self, header: &str, headers: &HeaderMap) -> Result<&'header str, ServiceError> {
        let parameters = [
            ("Credential", self.credential),
            ("Signature", self.signature),
            ("SignedHeaders", self.signed_headers),
        ];
        let absent = parameters.iter().filter(|(_, value)| value.is_none());
        let mut missing: String = absent
            .map(|(name, _)| ["Authorization header requires '", name, "' parameter. "].concat())
            .collect();
        if !headers.contains_key("x-amz-date") && !headers.contains_key("date") {
            missing +=
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        }
        match self.credential {
            Some(credential) if missing.is_empty() => Ok(credential),
            _ => Err(incomplete(&format!("{missing}Authorization={header}"))),
        }
    }
}

fn incomplete(words: &str) -> ServiceError {
    ServiceError::incomplete_signature(words)
}

fn scope_refused(words: &str) -> ServiceError {
    ServiceError::invalid_signature(words)
}
