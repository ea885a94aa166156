//! Roles that are assumed one after another, with the codes that some of them want.

use sagescope::emulator::{Arrival, Catalogue, Emulator, Mfa, Options};

use super::child::{SECRET, assert_says, home, told};

const ADMIN: &str = "arn:aws:iam::210987654321:role/team/Admin";
const DEVICE: &str = "arn:aws:iam::123456789012:mfa/me";

/// Static keys, and a role that wants a code, between two that want none.
fn config() -> String {
    format!(
        "[profile me]\nregion = eu-west-1\naws_access_key_id = AKIAME\naws_secret_access_key = {SECRET}\n\
         [profile entry]\nrole_arn = arn:aws:iam::123456789012:role/Entry\nsource_profile = me\n\
         [profile admin]\nregion = eu-west-1\nrole_arn = {ADMIN}\nsource_profile = me\nmfa_serial = {DEVICE}\n\
         duration_seconds = 7200\nexternal_id = ours\nrole_session_name = me@home\n\
         [profile middle]\nrole_arn = {ADMIN}\nsource_profile = entry\nmfa_serial = {DEVICE}\n\
         [profile last]\nregion = eu-west-2\nrole_arn = arn:aws:iam::111122223333:role/Last\n\
         source_profile = middle\n"
    )
}

async fn service() -> Emulator {
    let mfa = Some(Mfa { role: ADMIN.into(), serial: DEVICE.into(), code: "246813".into() });
    Emulator::start(Options { catalogue: Catalogue::made(3), mfa, ..Options::default() }).await.unwrap()
}

fn record(service: &Emulator) -> Vec<String> {
    let line = |arrival: Arrival| {
        let text = |text: Option<String>| text.unwrap_or_default();
        format!("{} {} {}", arrival.operation, text(arrival.access_key), text(arrival.region))
    };
    service.arrivals().into_iter().map(line).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_had_with_the_code_of_its_device() {
    let service = service().await;
    let home = home(&config());
    let endpoint = service.endpoint_url();
    let ask = format!(
        "profile:admin endpoint:{endpoint} describe steps code:12345 code:135790 steps code:246813 describe who"
    );
    let lines = told(home.path(), &[], &ask);
    assert_says(&lines[..1], &["CodeWanted", "The role Admin needs a code", "Mfa", DEVICE, ADMIN]);
    assert_eq!(lines[1], "nothing");
    assert_says(&lines[2..3], &["CodeWanted", "six digits", "Mfa"]);
    assert_says(&lines[3..4], &["CodeWanted", "invalid MFA one time pass code", "Mfa"]);
    assert_eq!(lines[4..6], ["trying the role Admin with profile admin", "nothing"]);
    assert_says(&lines[6..7], &["Ok(LoggedIn)"]);
    assert_says(&lines[7..8], &["NotFound"]);
    // The account is the role's.
    assert_says(&lines[8..9], &["210987654321"]);
    assert!(!lines.iter().any(|line| line.contains("135790") || line.contains("246813")), "{lines:#?}");
    let role = "ASIASAGESCOPE0000001";
    let wanted = [
        "AssumeRole AKIAME eu-west-1".to_owned(),
        "AssumeRole AKIAME eu-west-1".to_owned(),
        format!("DescribeImage {role} eu-west-1"),
        format!("GetCallerIdentity {role} eu-west-1"),
    ];
    assert_eq!(record(&service), wanted);
    let asked = service.arrivals().remove(1).body;
    for (member, value) in [
        ("RoleSessionName", "me@home"),
        ("DurationSeconds", "7200"),
        ("ExternalId", "ours"),
        ("SerialNumber", DEVICE),
        ("TokenCode", "246813"),
    ] {
        assert_eq!(asked[member], value);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_in_the_middle_of_a_chain_is_wanted_when_it_is_reached() {
    let service = service().await;
    let home = home(&config());
    let endpoint = service.endpoint_url();
    let ask = format!("profile:last endpoint:{endpoint} describe steps code:246813 steps describe");
    let lines = told(home.path(), &[], &ask);
    assert_says(&lines[..1], &["CodeWanted", "Admin"]);
    assert_eq!(lines[1..3], ["trying the role Entry with profile entry", "nothing"]);
    assert_says(&lines[3..4], &["Ok(LoggedIn)"]);
    assert_eq!(
        lines[4..7],
        ["trying the role Admin with profile middle", "trying the role Last with profile last", "nothing"]
    );
    assert_says(&lines[7..8], &["NotFound"]);
    let wanted = [
        "AssumeRole AKIAME eu-west-2",
        "AssumeRole ASIASAGESCOPE0000001 eu-west-2",
        "AssumeRole ASIASAGESCOPE0000002 eu-west-2",
        "DescribeImage ASIASAGESCOPE0000003 eu-west-2",
    ];
    assert_eq!(record(&service), wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_took_a_code_outlast_failures_that_are_not_theirs() {
    let service = service().await;
    let home = home(&config());
    service.inject("DescribeImage=deniedx1".parse().unwrap());
    service.inject("DescribeImage=skewx3".parse().unwrap());
    service.inject("DescribeImage=expiredx1".parse().unwrap());
    let endpoint = service.endpoint_url();
    let ask = format!(
        "profile:admin endpoint:{endpoint} code:246813 describe describe describe describe describe describe"
    );
    let lines = told(home.path(), &[], &ask);
    assert_says(&lines[1..2], &["Denied"]);
    let expired = lines.iter().position(|line| line.contains("class: Expired")).unwrap();
    assert!(!lines[1..expired].iter().any(|line| line.contains("CodeWanted")), "{lines:#?}");
    assert_says(&lines[expired + 1..expired + 2], &["CodeWanted"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_keeps_a_role_from_being_assumed_is_said() {
    let endpoint_of = |service: &Emulator| service.endpoint_url();
    for (fault, says) in [
        (
            "AssumeRole=denied",
            &["Denied", "Couldn't assume the role Entry of profile entry", "not authorized"][..],
        ),
        ("AssumeRole=expired", &["Expired"]),
        ("AssumeRole=bad-key", &["BadKey"]),
        ("AssumeRole=fault-500", &["NoCredentials", "Entry"]),
        ("AssumeRole=reset", &["Unreachable", "Entry"]),
    ] {
        let service = service().await;
        service.inject(fault.parse().unwrap());
        let home = home(&config());
        let ask = format!("profile:entry region:us-east-1 endpoint:{} describe", endpoint_of(&service));
        assert_says(&told(home.path(), &[], &ask), says);
    }
    let service = service().await;
    let home = home(&config().replace("7200", "4300000000"));
    let ask = format!("profile:admin endpoint:{} code:246813", endpoint_of(&service));
    assert_says(&told(home.path(), &[], &ask), &["BadConfig", "duration_seconds", "profile admin"]);
    // What is no number at all is as if it were not there, as with the AWS CLI.
    let home = self::home(&config().replace("7200", "an-hour"));
    assert_says(&told(home.path(), &[], &ask), &["LoggedIn"]);
    assert_eq!(service.arrivals().last().unwrap().body.get("DurationSeconds"), None);
    let home = self::home(&config().replace("7200", "60"));
    assert_says(&told(home.path(), &[], &ask), &["BadConfig", "durationSeconds"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_sent_once() {
    let service = service().await;
    service.inject("AssumeRole=reset".parse().unwrap());
    let home = home(&config());
    let ask = format!("profile:admin endpoint:{} code:246813", service.endpoint_url());
    assert_says(&told(home.path(), &[], &ask), &["Unreachable"]);
    assert_eq!(service.arrivals().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_are_assumed_where_sts_is_configured() {
    let (sagemaker, sts) = (service().await, service().await);
    let home = home(&config());
    // An endpoint that is not on this machine is SageMaker's alone.
    let variables = [("AWS_ENDPOINT_URL_STS", sts.endpoint_url()), ("HTTP_PROXY", sagemaker.endpoint_url())];
    let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let ask = "profile:entry region:us-east-1 endpoint:http://vpce.invalid describe";
    // The service that stands in for the proxy hears it, and serves this machine only.
    assert_says(&told(home.path(), &variables, ask), &["names 'vpce.invalid'"]);
    assert_eq!(record(&sts), ["AssumeRole AKIAME us-east-1"]);
    assert_eq!(record(&sagemaker), ["DescribeImage ASIASAGESCOPE0000001 us-east-1"]);
    // What configuration says is ignored where it says so, and nothing is asked for then but AWS's own.
    let profile = format!(
        "{}[services local]\nsts =\n  endpoint_url = {}\n",
        config().replace(
            "source_profile = me\n[profile admin]",
            "source_profile = me\nservices = local\n[profile admin]"
        ),
        sts.endpoint_url()
    );
    let home = self::home(&profile);
    let proxy = [("HTTP_PROXY", sagemaker.endpoint_url())];
    let proxy = [(proxy[0].0, proxy[0].1.as_str())];
    assert_says(&told(home.path(), &proxy, ask), &["names 'vpce.invalid'"]);
    assert_eq!(sts.arrivals().len(), 2);
}
