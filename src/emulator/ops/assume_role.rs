//! `AssumeRole` of STS.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{handler::Output, requests::OperationInput};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, pattern, text_rule},
    store::{Account, ImageStore, RoleSession},
};

/// How long keys are good, in seconds: where nothing is asked, and the least and the most.
const SPAN: i64 = 3600;
const SPANS: (i64, i64) = (900, 43_200);

/// What an `AssumeRole` request asks for.
struct RoleRequest {
    role: String,
    name: String,
    span: i64,
    serial: Option<String>,
    code: Option<String>,
}

/// `AssumeRole` of STS: keys of any role, for everybody; one role may want an MFA code.
pub(super) fn assume_role(account: &Account, _: &ImageStore, input: OperationInput) -> Output {
    let asked = RoleRequest::of(input.body)?;
    asked.is_granted(account)?;
    let (owner, role) = parts(&asked.role).ok_or_else(|| no_role(&asked.role))?;
    let arn = format!(
        "arn:{}:sts::{owner}:assumed-role/{}/{}",
        account.arns.partition(),
        role.rsplit('/').next().unwrap_or(role),
        asked.name
    );
    let key = account.sessions().begin(RoleSession { arn: arn.clone(), account: owner.to_owned() });
    let now = Timestamp::now();
    let end = now.checked_add(SignedDuration::from_secs(asked.span)).unwrap_or(now);
    Ok(json!({
        "AssumedRoleUser": { "AssumedRoleId": format!("AROASAGESCOPEDEMOROLE:{}", asked.name), "Arn": arn },
        "Credentials": {
            "AccessKeyId": key,
            "SecretAccessKey": "role-secret",
            "SessionToken": "role-token",
            "Expiration": end.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        },
    }))
}

impl RoleRequest {
    fn of(body: &Value) -> Result<Self, ServiceError> {
        let mut fields = InputMembers::of(body)?;
        fields.text("Action")?;
        fields.text("Version")?;
        let (role, name) = (fields.text("RoleArn")?, fields.text("RoleSessionName")?);
        let (serial, code) = (fields.text("SerialNumber")?, fields.text("TokenCode")?);
        let (external, span) = (fields.text("ExternalId")?, fields.text("DurationSeconds")?);
        fields.finish()?;
        let span = span.map(|span| span.parse::<i64>().map_err(|_| not_a_number(&span))).transpose()?;
        let mut violations = Violations::default();
        violations.required_text("roleArn", role.as_deref(), &text_rule::ASSUMED_ROLE);
        violations.required_text("roleSessionName", name.as_deref(), &text_rule::SESSION_NAME);
        violations.number("durationSeconds", span, SPANS.0, SPANS.1);
        violations.text("externalId", external.as_deref(), &text_rule::EXTERNAL_ID);
        violations.text("serialNumber", serial.as_deref(), &text_rule::SERIAL_NUMBER);
        violations.text("tokenCode", code.as_deref(), &text_rule::TOKEN_CODE);
        violations.into_result()?;
        let (role, name) = (role.unwrap_or_default(), name.unwrap_or_default());
        Ok(Self { role, name, span: span.unwrap_or(SPAN), serial, code })
    }

    /// A code that is given must be right, wanted or not.
    fn is_granted(&self, account: &Account) -> Result<(), ServiceError> {
        let mut mfa = account.mfa();
        let wanted = mfa.as_ref().is_some_and(|mfa| mfa.role == self.role);
        match (&self.serial, &self.code) {
            (Some(serial), Some(code)) => {
                let taken = mfa.as_mut().is_some_and(|mfa| mfa.takes(serial, code));
                if taken { Ok(()) } else { Err(ServiceError::wrong_code()) }
            }
            (None, None) if !wanted => Ok(()),
            _ => Err(ServiceError::denied(&account.arns, "sts:AssumeRole", &self.role)),
        }
    }
}

/// Account, and name with its path.
fn parts(arn: &str) -> Option<(&str, &str)> {
    if !(pattern::ROLE_ARN.matches)(arn) {
        return None;
    }
    arn.split_once(":iam::")?.1.split_once(":role/")
}

fn no_role(arn: &str) -> ServiceError {
    ServiceError::invalid(format!("{arn} is invalid"))
}

fn not_a_number(text: &str) -> ServiceError {
    ServiceError::unreadable(format!("'{text}' is not a number"))
}
