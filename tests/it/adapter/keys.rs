//! Where keys come from: container, instance, token file, process, and what is told meanwhile.

use std::fs;
use std::process::Command;

use sagescope::emulator::Emulator;
use tokio::net::TcpListener;

use super::child::{assert_says, home, service, told};
use crate::server::Server;

/// What containers and instances answer with.
const KEYS: &str = r#"{"Code": "Success", "Type": "AWS-HMAC", "LastUpdated": "2020-01-01T00:00:00Z",
    "AccessKeyId": "ASIAMACHINE", "SecretAccessKey": "S3CRET", "Token": "S3CRET-token",
    "Expiration": "2099-01-01T00:00:00Z"}"#;

fn signed_with(service: &Emulator) -> Vec<(String, String, String)> {
    let arrivals = service.arrivals().into_iter();
    let text = |text: Option<String>| text.unwrap_or_default();
    arrivals.map(|arrival| (arrival.operation, text(arrival.access_key), text(arrival.region))).collect()
}

fn signed(operation: &str, key: &str, region: &str) -> (String, String, String) {
    (operation.into(), key.into(), region.into())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_metadata_service_that_never_answers_costs_a_second() {
    let service = service().await;
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let listening = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = format!("http://{}", listening.local_addr().unwrap());
    let home = home("");
    let ask = format!("region:us-east-1 endpoint:{} describe steps", service.endpoint_url());
    let refused = "instance metadata: could not communicate with IMDS: no connection to 127.0.0.1";
    for (place, ask, says, limit) in [
        (&silent, ask.clone(), "instance metadata: no response within 1 s.", 1),
        // One that refuses is not waited for, however long it is given.
        (&closed, format!("metadata {ask}"), refused, crate::PATIENCE.as_secs()),
    ] {
        let variables =
            [("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", place.as_str())];
        let lines = told(home.path(), &variables, &ask);
        assert_says(&lines[..1], &["NoCredentials", says]);
        let trying = format!("trying the instance metadata service ({limit} s at most)");
        assert_eq!(lines[1..], [&trying, "nothing"]);
    }
    drop(listening);
    assert_eq!(service.arrivals(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_of_the_instance_waits_no_longer_for_it() {
    let service = service().await;
    let listening = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = format!("http://{}", listening.local_addr().unwrap());
    let role = "role_arn = arn:aws:iam::123456789012:role/x\ncredential_source = Ec2InstanceMetadata\n";
    let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
    for config in [
        format!("[default]\n{role}"),
        // Without a role the SDK itself asks the source.
        "[default]\ncredential_source = Ec2InstanceMetadata\n".to_owned(),
    ] {
        let home = home(&config);
        let variables =
            [("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", &silent)];
        let lines = told(home.path(), &variables, &ask);
        assert_says(&lines, &["NoCredentials", "no response within 1 s"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_instance_gives_keys() {
    let service = service().await;
    let metadata = Server::open(|request| match request.split_whitespace().nth(1) {
        Some("/latest/api/token") => (200, "S3CRET-imds".into()),
        Some("/latest/meta-data/iam/security-credentials/") => (200, "role".into()),
        _ => (200, KEYS.into()),
    })
    .await;
    let ask = format!("metadata region:eu-west-1 endpoint:{} describe steps", service.endpoint_url());
    let on = ("AWS_EC2_METADATA_DISABLED", "false");
    let plain = home("");
    let lines = told(plain.path(), &[on, ("AWS_EC2_METADATA_SERVICE_ENDPOINT", &metadata.url)], &ask);
    assert_says(&lines, &["NotFound"]);
    // The profile that is asked for may say where it is; a proxy has no part in it.
    let placed = home(&format!("[profile p]\nec2_metadata_service_endpoint = {}\n", metadata.url));
    let proxy = ("HTTP_PROXY", "http://127.0.0.1:1");
    assert_says(&told(placed.path(), &[on, proxy], &format!("profile:p {ask}")), &["NotFound"]);
    assert_eq!(signed_with(&service), vec![signed("DescribeImage", "ASIAMACHINE", "eu-west-1"); 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_container_gives_keys() {
    let service = service().await;
    let container = Server::open(|_| (200, KEYS.into())).await;
    let home = home("");
    let uri = format!("{}/keys", container.url);
    let ask = format!("region:us-east-1 endpoint:{} describe steps", service.endpoint_url());
    let variables = [
        ("AWS_CONTAINER_CREDENTIALS_FULL_URI", uri.as_str()),
        ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "S3CRET-pod"),
    ];
    let lines = told(home.path(), &variables, &ask);
    assert_says(&lines[..1], &["NotFound"]);
    assert_eq!(lines[1..], ["trying the container's credentials", "nothing"]);
    assert_eq!(signed_with(&service), [signed("DescribeImage", "ASIAMACHINE", "us-east-1")]);
    let request = container.requests().remove(0);
    assert!(request.starts_with("GET /keys") && request.contains("S3CRET-pod"), "{request}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_file_gives_keys() {
    let service = service().await;
    let sts = Server::open(|_| {
        let body = "<AssumeRoleWithWebIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\
             <AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIATOKEN</AccessKeyId>\
             <SecretAccessKey>S3CRET</SecretAccessKey><SessionToken>S3CRET-t</SessionToken>\
             <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>\
             </AssumeRoleWithWebIdentityResponse>";
        (200, body.into())
    })
    .await;
    let role = "arn:aws:iam::123456789012:role/pod";
    let config = format!("[profile p]\nrole_arn = {role}\nweb_identity_token_file = TOKEN\n");
    let home = home("");
    let token = home.path().join("token");
    fs::write(&token, "S3CRET-jwt").unwrap();
    let token = token.to_str().unwrap();
    fs::write(home.path().join(".aws/config"), config.replace("TOKEN", token)).unwrap();
    let sts_url = ("AWS_ENDPOINT_URL_STS", sts.url.as_str());
    let ask = format!("region:us-east-1 endpoint:{} describe steps", service.endpoint_url());
    let pod = [sts_url, ("AWS_WEB_IDENTITY_TOKEN_FILE", token), ("AWS_ROLE_ARN", role)];
    let lines = told(home.path(), &pod, &ask);
    assert_says(&lines, &["NotFound", "trying the token file from the environment"]);
    let lines = told(home.path(), &[sts_url], &format!("profile:p {ask}"));
    assert_says(&lines, &["NotFound", "trying the token file of profile p"]);
    assert_eq!(signed_with(&service), vec![signed("DescribeImage", "ASIATOKEN", "us-east-1"); 2]);
    assert!(sts.requests().iter().all(|request| request.contains("Action=AssumeRoleWithWebIdentity")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_is_stopped_and_begins_anew() {
    let service = service().await;
    let home = home("");
    let path = |name: &str| home.path().join(name).display().to_string();
    for fifo in ["began", "gate"] {
        assert!(Command::new("mkfifo").arg(path(fifo)).status().unwrap().success());
    }
    let script = format!(
        "echo run >> '{runs}'\necho $$ > '{pid}'\nexec 3<>'{gate}'\n[ -e '{go}' ] || {{ echo > '{began}'; read line <&3; }}\n\
         echo '{{\"Version\": 1, \"AccessKeyId\": \"AKIAPROCESS\", \"SecretAccessKey\": \"S3CRET\"}}'\n",
        runs = path("runs"),
        pid = path("pid"),
        gate = path("gate"),
        go = path("go"),
        began = path("began")
    );
    fs::write(home.path().join("keys.sh"), script).unwrap();
    let config = format!("[default]\nregion = us-east-1\ncredential_process = sh {}\n", path("keys.sh"));
    fs::write(home.path().join(".aws/config"), config).unwrap();
    let lines = told(home.path(), &[], &format!("endpoint:{} stop steps", service.endpoint_url()));
    assert_says(&lines[..1], &["Stopped"]);
    assert_eq!(lines[1], "the process has ended");
    assert_says(&lines[2..3], &["NotFound"]);
    assert_says(&lines[3..4], &["trying credential_process of profile default"]);
    assert_eq!(lines.last().unwrap(), "nothing");
    assert_eq!(fs::read_to_string(home.path().join("runs")).unwrap().lines().count(), 2);
    assert_eq!(signed_with(&service), [signed("DescribeImage", "AKIAPROCESS", "us-east-1")]);
}

#[test]
fn keys_of_the_environment_are_never_those_of_a_profile_that_is_asked_for() {
    let home = home("[profile p]\nregion = us-east-1\n");
    let keys = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "S3CRET")];
    let lines = told(home.path(), &keys, "profile:p endpoint:http://127.0.0.1:1 describe steps");
    assert_says(
        &lines[..1],
        &["NoCredentials", "No credentials were found. profile p: no credentials there; container"],
    );
    assert_eq!(lines[1..], ["nothing"]);
}

/// What a header can't hold is named where it comes from, and never shown: it was a panic.
#[tokio::test(flavor = "multi_thread")]
async fn keys_that_cannot_be_sent_are_named() {
    let service = service().await;
    let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
    let home = home("");
    let both = [("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "S3CRET")];
    for (more, says) in [
        (("AWS_ACCESS_KEY_ID", "S3CRETID\r"), "The variable AWS_ACCESS_KEY_ID ends in a carriage return"),
        (("AWS_SESSION_TOKEN", "S3CRET\nT"), "The variable AWS_SESSION_TOKEN holds a line break"),
        (
            ("AWS_SECURITY_TOKEN", "S3CRET\u{1}"),
            "The variable AWS_SECURITY_TOKEN ends in a control character",
        ),
    ] {
        let variables: Vec<_> = both.into_iter().chain([more]).collect();
        assert_says(&told(home.path(), &variables, &ask), &["BadConfig", says]);
    }
    let id = "aws_access_key_id = AKIAS3CRET\u{1}\naws_secret_access_key = s\n";
    let process = r#"credential_process = printf '%s' '{"Version": 1, "AccessKeyId": "S3CRET\n", "SecretAccessKey": "s"}'"#;
    for (config, says) in [
        (id, "The aws_access_key_id of profile default ends in a control character"),
        (process, "The access key id from credential_process of profile default ends in a line break"),
    ] {
        let home = self::home(&format!("[default]\n{config}\n"));
        assert_says(&told(home.path(), &[], &ask), &["BadConfig", says]);
    }
    let container = Server::open(|_| (200, KEYS.replace("S3CRET-token", "S3CRET\\r\\n"))).await;
    let uri = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.url.as_str())];
    let lines = told(home.path(), &uri, &ask);
    assert_says(&lines, &["BadConfig", "The session token from container ends in a carriage return"]);
    assert_eq!(service.arrivals(), []);
}

/// Each part of a token file may be the environment's, unless the profile was asked for.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_file_of_the_environment_goes_before_the_keys_of_a_profile() {
    let service = service().await;
    let role = "arn:aws:iam::123456789012:role/pod";
    let file = "web_identity_token_file = /no/such/token\n";
    let keys = "aws_access_key_id = AKIAFILE\naws_secret_access_key = S3CRET\n";
    let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
    let outside = ("AWS_WEB_IDENTITY_TOKEN_FILE", "/no/such/outside");
    let arn = ("AWS_ROLE_ARN", role);
    for (config, variables, flag, says) in [
        (
            keys.to_owned(),
            &[outside, arn][..],
            "",
            "/no/such/outside (AWS_WEB_IDENTITY_TOKEN_FILE) can't be read",
        ),
        (keys.to_owned(), &[outside, arn], "profile:default ", "NotFound"),
        (keys.to_owned(), &[outside], "", "AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not"),
        (keys.to_owned(), &[arn], "", "NotFound"),
        (keys.to_owned(), &[("AWS_WEB_IDENTITY_TOKEN_FILE", ""), arn], "", "NotFound"),
        (file.to_owned(), &[arn], "", "/no/such/token (web_identity_token_file) can't be read: No such file"),
        (file.to_owned(), &[arn], "profile:default ", "has a web_identity_token_file but no role_arn"),
        (format!("{file}role_arn = {role}\n"), &[], "profile:default ", "/no/such/token (web_identity"),
    ] {
        let home = home(&format!("[default]\n{config}"));
        assert_says(&told(home.path(), variables, &format!("{flag}{ask}")), &[says]);
    }
}
