//! AssumeRole of the embedded service, without any SDK.

use sagescope::emulator::{Catalogue, Emulator, Mfa, Options};

use super::wire::{Ask, Reply};

const ROLE: &str = "RoleArn=arn%3Aaws%3Aiam%3A%3A210987654321%3Arole%2Fteam%2FAdmin";
const DEVICE: &str = "SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fme";

async fn service(mfa: Option<Mfa>) -> Emulator {
    Emulator::start(Options { catalogue: Catalogue::empty(), mfa, ..Options::default() }).await.unwrap()
}

async fn assume(service: &Emulator, rest: &str) -> Reply {
    let ask = Ask::sts(&format!("Action=AssumeRole&Version=2011-06-15&{rest}"));
    ask.send(service.address()).await.unwrap()
}

#[tokio::test]
async fn a_role_is_given_keys() {
    let service = service(None).await;
    let reply =
        assume(&service, &format!("{ROLE}&RoleSessionName=me&DurationSeconds=900&ExternalId=ours")).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    for part in [
        "<Credentials><AccessKeyId>ASIASAGESCOPE0000001</AccessKeyId>",
        "<Expiration>",
        "<Arn>arn:aws:sts::210987654321:assumed-role/Admin/me</Arn>",
    ] {
        assert!(reply.body.contains(part), "{}", reply.body);
    }
    let mut who = Ask::sts("Action=GetCallerIdentity&Version=2011-06-15");
    let signed = who.authorization.take().unwrap().replace("AKIDTEST", "ASIASAGESCOPE0000001");
    who.authorization = Some(signed);
    let reply = who.send(service.address()).await.unwrap();
    assert!(reply.body.contains("<Account>210987654321</Account>"), "{}", reply.body);
}

#[tokio::test]
async fn what_is_asked_is_validated() {
    let service = service(None).await;
    for (rest, code, says) in [
        ("RoleSessionName=me".into(), "ValidationError", "Value null at 'roleArn'"),
        (ROLE.into(), "ValidationError", "Value null at 'roleSessionName'"),
        (format!("{ROLE}&RoleSessionName=m"), "ValidationError", "greater than or equal to 2"),
        (format!("{ROLE}&RoleSessionName=a%20b"), "ValidationError", r"[\w+=,.@-]*"),
        (
            format!("{ROLE}&RoleSessionName=me&DurationSeconds=899"),
            "ValidationError",
            "greater than or equal to 900",
        ),
        (
            format!("{ROLE}&RoleSessionName=me&DurationSeconds=43201"),
            "ValidationError",
            "less than or equal to 43200",
        ),
        (format!("{ROLE}&RoleSessionName=me&DurationSeconds=long"), "MalformedQueryString", "not a number"),
        (format!("{ROLE}&RoleSessionName=me&{DEVICE}&TokenCode=12345"), "ValidationError", "'tokenCode'"),
        (format!("{ROLE}&RoleSessionName=me&{DEVICE}&TokenCode=12345x"), "ValidationError", r"[\d]*"),
        (
            "RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fx&RoleSessionName=me".into(),
            "ValidationError",
            "is invalid",
        ),
    ] {
        let reply = assume(&service, &rest).await;
        assert_eq!(reply.status, 400, "{rest}: {}", reply.body);
        assert!(
            reply.body.contains(&format!("<Code>{code}</Code>")) && reply.body.contains(says),
            "{}",
            reply.body
        );
    }
}

#[tokio::test]
async fn a_code_is_good_once() {
    let mfa = Mfa {
        role: "arn:aws:iam::210987654321:role/team/Admin".into(),
        serial: "arn:aws:iam::123456789012:mfa/me".into(),
        code: "246813".into(),
    };
    let service = service(Some(mfa)).await;
    let with = |code: &str| format!("{ROLE}&RoleSessionName=me&{DEVICE}&TokenCode={code}");
    let denied = assume(&service, &format!("{ROLE}&RoleSessionName=me")).await;
    assert!(denied.body.contains("not authorized to perform: sts:AssumeRole"), "{}", denied.body);
    for (code, taken) in [("135790", false), ("246813", true), ("246813", false)] {
        let reply = assume(&service, &with(code)).await;
        assert_eq!(reply.status == 200, taken, "{code}: {}", reply.body);
        assert!(taken || reply.body.contains("MultiFactorAuthentication failed"), "{}", reply.body);
    }
    service.show_code("975310");
    assert_eq!(assume(&service, &with("975310")).await.status, 200);
    let other = with("1").replace("Admin", "Other").replace(&format!("&{DEVICE}&TokenCode=1"), "");
    assert_eq!(assume(&service, &other).await.status, 200);
}
