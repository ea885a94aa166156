//! What the stand-in answers: keys that tell whose they are, and one image.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use serde_json::json;

use super::arrival::{Arrival, decoded};

/// Status, content type, body.
pub type Answer = (u16, &'static str, String);

const JSON: &str = "application/x-amz-json-1.1";

pub fn of(arrival: &Arrival) -> Answer {
    match arrival.operation {
        "ListImages" => (200, JSON, images()),
        "GetCallerIdentity" => (200, "text/xml", identity()),
        action @ ("AssumeRole" | "AssumeRoleWithWebIdentity") => {
            let role = arrival.form.get("RoleArn").map_or("none", String::as_str);
            (200, "text/xml", role_keys(action, &role.rsplit('/').next().unwrap_or(role).to_uppercase()))
        }
        "GetRoleCredentials" => (200, JSON, portal_keys(&arrival.path)),
        "CreateToken" => (200, JSON, renewed()),
        "ecs" => (200, JSON, instance_keys("ASIAECS", "tok-ecs")),
        "imds-token" => (200, "text/plain", "imdstoken".into()),
        "imds-role" => (200, "text/plain", "inst".into()),
        "imds-keys" => (200, JSON, instance_keys("ASIAIMDS", "tok-imds")),
        "" => (404, "text/plain", String::new()),
        _ => (400, JSON, r#"{"__type":"AccessDeniedException","Message":"no"}"#.into()),
    }
}

/// Once, and then it works.
pub fn failure() -> Answer {
    (500, JSON, r#"{"__type":"InternalFailure","Message":"boom"}"#.into())
}

fn images() -> String {
    json!({"Images": [{
        "ImageArn": "arn:aws:sagemaker:us-east-1:123456789012:image/team-0-image",
        "ImageName": "team-0-image",
        "ImageStatus": "CREATED",
        "CreationTime": 1.7e9,
        "LastModifiedTime": 1.7e9,
    }]})
    .to_string()
}

fn identity() -> String {
    "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
     <Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AIDA</UserId><Account>123456789012</Account>\
     </GetCallerIdentityResult></GetCallerIdentityResponse>"
        .into()
}

fn role_keys(action: &str, role: &str) -> String {
    let end = in_an_hour();
    format!(
        "<{action}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{action}Result><Credentials>\
         <AccessKeyId>ASIA{role}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
         <SessionToken>tok-{role}</SessionToken><Expiration>{end}</Expiration></Credentials><AssumedRoleUser>\
         <Arn>arn:aws:sts::123456789012:assumed-role/{role}/s</Arn><AssumedRoleId>AROA:s</AssumedRoleId>\
         </AssumedRoleUser></{action}Result></{action}Response>"
    )
}

fn portal_keys(path: &str) -> String {
    let asked = path.split_once('?').map_or("", |(_, query)| query).split('&');
    let role = asked.filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == "role_name");
    let role = decoded(role.map_or("", |(_, role)| role));
    let end = (SystemTime::now() + Duration::from_hours(1)).duration_since(UNIX_EPOCH).unwrap().as_millis();
    json!({"roleCredentials": {
        "accessKeyId": format!("ASIASSO{role}"),
        "secretAccessKey": "s",
        "sessionToken": "tok-sso",
        "expiration": u64::try_from(end).unwrap(),
    }})
    .to_string()
}

fn renewed() -> String {
    json!({"accessToken": "refreshed", "tokenType": "Bearer", "expiresIn": 3600, "refreshToken": "r2"})
        .to_string()
}

fn instance_keys(key: &str, token: &str) -> String {
    json!({
        "Code": "Success",
        "Type": "AWS-HMAC",
        "LastUpdated": Timestamp::now(),
        "AccessKeyId": key,
        "SecretAccessKey": "s",
        "Token": token,
        "Expiration": in_an_hour(),
    })
    .to_string()
}

fn in_an_hour() -> String {
    Timestamp::from_second(Timestamp::now().as_second() + 3600).unwrap().to_string()
}
