//! IAM Identity Center on loopback: its portal, the renewal of its tokens, and log-ins elsewhere.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use tempfile::TempDir;

use super::child::{assert_says, home, service, told};
use crate::server::Server;

/// Where the token of session `s` is, and that of the start URL: their SHA-1.
const BY_SESSION: &str = ".aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json";
const BY_URL: &str = ".aws/sso/cache/e4b1e8044c981f87320f2191155657379dc9c06d.json";

const CONFIG: &str = "[default]\nregion = eu-west-1\nsso_session = s\nsso_account_id = 123456789012\n\
     sso_role_name = r\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.invalid/start\n\
     [profile old]\nregion = eu-west-2\nsso_start_url = https://x.invalid/start\nsso_region = us-east-1\n\
     sso_account_id = 123456789012\nsso_role_name = r\n\
     [profile role]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/x\nsource_profile = old\n";

/// A portal that takes the tokens `S3CRET-good` and `S3CRET-new`, and renews with `S3CRET-refresh`.
async fn portal() -> Server {
    Server::open(|request| {
        let end = SystemTime::now().duration_since(UNIX_EPOCH).unwrap() + Duration::from_hours(1);
        if request.starts_with("POST /token") {
            let renewed = r#"{"accessToken": "S3CRET-new", "expiresIn": 3600, "tokenType": "Bearer"}"#;
            let refused = r#"{"error": "invalid_grant", "error_description": "Invalid refresh token"}"#;
            let is_good = request.contains("S3CRET-refresh");
            return if is_good { (200, renewed.into()) } else { (400, refused.into()) };
        }
        if request.contains("S3CRET-good") || request.contains("S3CRET-new") {
            let keys = r#"{"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "S3CRET",
                "sessionToken": "S3CRET-s", "expiration": END}}"#;
            return (200, keys.replace("END", &end.as_millis().to_string()));
        }
        let said = r#"{"__type": "UnauthorizedException", "message": "Session token not found or invalid"}"#;
        (401, said.into())
    })
    .await
}

fn write_token(home: &Path, file: &str, token: &str, seconds: i64, refresh: Option<&str>) {
    let at = |seconds: i64| Timestamp::from_second(Timestamp::now().as_second() + seconds).unwrap();
    let renewal = refresh.map(|refresh| {
        format!(
            r#", "refreshToken": "{refresh}", "clientId": "c", "clientSecret": "S3CRET-client",
               "registrationExpiresAt": "{}""#,
            at(86_400)
        )
    });
    let text = format!(
        r#"{{"accessToken": "{token}", "expiresAt": "{}", "startUrl": "https://x.invalid/start",
            "region": "us-east-1"{}}}"#,
        at(seconds),
        renewal.unwrap_or_default()
    );
    let path = home.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What is said with a portal and a home like this.
async fn asked(portal: &Server, home: &TempDir, ask: &str) -> (Vec<String>, Vec<(String, String)>) {
    let service = service().await;
    let variables =
        [("AWS_ENDPOINT_URL_SSO", portal.url.as_str()), ("AWS_ENDPOINT_URL_SSO_OIDC", portal.url.as_str())];
    let ask = ask.replace("ENDPOINT", &format!("endpoint:{}", service.endpoint_url()));
    let lines = told(home.path(), &variables, &ask);
    let signed = service.arrivals().into_iter();
    let signed = signed.map(|arrival| (arrival.access_key.unwrap(), arrival.region.unwrap())).collect();
    (lines, signed)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_in_gives_keys() {
    let portal = portal().await;
    let home = home(CONFIG);
    write_token(home.path(), BY_SESSION, "S3CRET-good", 3600, None);
    write_token(home.path(), BY_URL, "S3CRET-good", 3600, None);
    let (lines, signed) = asked(&portal, &home, "ENDPOINT describe steps").await;
    assert_says(&lines[..1], &["NotFound"]);
    assert_eq!(lines[1..], ["trying the SSO portal for profile default", "nothing"]);
    assert_eq!(signed, [("ASIASSO".into(), "eu-west-1".into())]);
    let (lines, signed) = asked(&portal, &home, "profile:old ENDPOINT describe").await;
    assert_says(&lines, &["NotFound"]);
    assert_eq!(signed, [("ASIASSO".into(), "eu-west-2".into())]);
    // A role has its first keys from the log-in of another profile.
    let (lines, signed) = asked(&portal, &home, "profile:role ENDPOINT describe steps").await;
    assert_eq!(
        lines[1..],
        ["trying the SSO portal for profile old", "trying the role x with profile role", "nothing"]
    );
    assert_eq!(signed[0], ("ASIASSO".into(), "eu-west-1".into()));
    assert_eq!(signed[1].0, "ASIASAGESCOPE0000001");
    let keys = portal.requests().remove(0);
    assert!(keys.starts_with("GET /federation/credentials?") && keys.contains("role_name=r"), "{keys}");
}

#[tokio::test(flavor = "multi_thread")]
async fn log_ins_that_are_missing_or_over_say_how_to_log_in() {
    let portal = portal().await;
    let sso = |profile: &str| format!("log_in: Some(Sso {{ profile: \"{profile}\" }})");
    let missing = home(CONFIG);
    for (profile, whose) in [("default", "default"), ("role", "old")] {
        let (lines, _) = asked(&portal, &missing, &format!("profile:{profile} ENDPOINT describe")).await;
        let said = format!("You haven't logged in to SSO with profile {whose} yet.");
        assert_says(&lines, &["class: Expired", &said, &sso(whose)]);
    }
    assert_eq!(portal.requests().len(), 0);
    for (token, seconds, refresh, says) in [
        ("S3CRET-good", -60, None, "The SSO login of profile default has expired."),
        ("S3CRET-bad", 3600, None, "The portal says: Session token not found or invalid"),
        ("S3CRET-bad", -60, Some("S3CRET-refused"), "The SSO login of profile default has expired."),
    ] {
        let home = home(CONFIG);
        write_token(home.path(), BY_SESSION, token, seconds, refresh);
        let (lines, signed) = asked(&portal, &home, "ENDPOINT describe").await;
        assert_says(&lines, &["class: Expired", says, &sso("default")]);
        assert_eq!(signed, []);
    }
    // A portal that can't be reached is no matter of the log-in.
    let mut closed = Server::open(|_| (500, String::new())).await;
    closed.url = "http://127.0.0.1:1".into();
    let good = home(CONFIG);
    write_token(good.path(), BY_SESSION, "S3CRET-good", 3600, None);
    let (lines, _) = asked(&closed, &good, "ENDPOINT describe").await;
    assert_says(&lines, &["class: Unreachable", "127.0.0.1:1", "log_in: None"]);
    let broken = home(CONFIG);
    write_token(broken.path(), BY_SESSION, "x", 60, None);
    fs::write(broken.path().join(BY_SESSION), r#"{"accessToken": "S3CRET""#).unwrap();
    let (lines, _) = asked(&portal, &broken, "ENDPOINT describe").await;
    assert_says(&lines, &["class: Expired", "can't be used", &sso("default")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_has_expired_is_renewed() {
    let portal = portal().await;
    let home = home(CONFIG);
    write_token(home.path(), BY_SESSION, "S3CRET-old", -60, Some("S3CRET-refresh"));
    let (lines, signed) = asked(&portal, &home, "ENDPOINT describe").await;
    assert_says(&lines, &["NotFound"]);
    assert_eq!(signed, [("ASIASSO".into(), "eu-west-1".into())]);
    assert_eq!((portal.count("POST /token"), portal.count("GET /federation/credentials")), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_in_beside_this_program_helps_the_next_request() {
    let portal = portal().await;
    let home = home(CONFIG);
    write_token(home.path(), BY_SESSION, "S3CRET-bad", 3600, None);
    write_token(home.path(), "new.json", "S3CRET-good", 3600, None);
    let ask = format!("ENDPOINT describe write:{BY_SESSION}=new.json describe");
    let (lines, signed) = asked(&portal, &home, &ask).await;
    assert_says(&lines[..1], &["class: Expired"]);
    assert_says(&lines[1..], &["NotFound"]);
    assert_eq!(signed, [("ASIASSO".into(), "eu-west-1".into())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_the_service_calls_expired_are_had_by_another_log_in() {
    let portal = portal().await;
    let home = home(CONFIG);
    write_token(home.path(), BY_SESSION, "S3CRET-good", 3600, None);
    let service = service().await;
    service.inject("DescribeImage=expiredx1".parse().unwrap());
    let ask = format!("endpoint:{} describe describe", service.endpoint_url());
    let lines = told(home.path(), &[("AWS_ENDPOINT_URL_SSO", &portal.url)], &ask);
    assert_says(&lines[..1], &["class: Expired", "Sso"]);
    assert_says(&lines[1..], &["NotFound"]);
}

/// The names that `aws configure sso` writes, and the times that older versions of the CLI wrote.
#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_any_name_is_found_and_its_renewed_token_is_kept_for_the_cli() {
    const FILE: &str = ".aws/sso/cache/0135faa6323685ba8a8ff8d3f955f0c36949d8fb.json";
    let portal = portal().await;
    let config = CONFIG
        .replace("sso_session = s", "sso_session = FOO BAR")
        .replace("[sso-session s]", "[sso-session 'FOO BAR']");
    for (seconds, refresh, renewals) in
        [(3600, None, 0), (-60, Some("S3CRET-refresh"), 1), (600, Some("S3CRET-refresh"), 2)]
    {
        let home = home(&config);
        write_token(home.path(), FILE, "S3CRET-good", seconds, refresh);
        let path = home.path().join(FILE);
        let older = fs::read_to_string(&path).unwrap().replace("Z\"", "UTC\"");
        fs::write(&path, older).unwrap();
        let (lines, signed) = asked(&portal, &home, "ENDPOINT describe").await;
        assert_says(&lines, &["NotFound"]);
        assert_eq!(signed, [("ASIASSO".into(), "eu-west-1".into())]);
        assert_eq!(portal.count("POST /token"), renewals);
        let kept = fs::read_to_string(&path).unwrap();
        assert_eq!(kept.contains("S3CRET-new"), refresh.is_some(), "{kept}");
    }
    // One that is still good is used where it can't be renewed.
    let home = home(&config);
    write_token(home.path(), FILE, "S3CRET-good", 600, Some("S3CRET-refused"));
    let (lines, _) = asked(&portal, &home, "ENDPOINT describe").await;
    assert_says(&lines, &["NotFound"]);
    assert!(fs::read_to_string(home.path().join(FILE)).unwrap().contains("S3CRET-good"));
}
