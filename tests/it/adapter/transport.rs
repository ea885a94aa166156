//! Which hosts are asked, by which way, and how often: settings of environment and files.

use super::child::{assert_says, home, service, told};
use crate::server::Server;

const KEYS: [(&str, &str); 2] =
    [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "S3CRET")];

/// A proxy that lets nobody through, but hears where they want to go.
async fn gate() -> Server {
    Server::open(|_| (403, String::new())).await
}

/// The hosts that were asked for.
fn hosts(gate: &Server) -> Vec<String> {
    let mut hosts: Vec<_> = gate
        .requests()
        .iter()
        .filter_map(|request| request.strip_prefix("CONNECT ")?.split(':').next().map(str::to_owned))
        .collect();
    hosts.dedup();
    hosts
}

#[tokio::test(flavor = "multi_thread")]
async fn the_host_is_the_one_that_is_configured() {
    let (fips, dual) = ("use_fips_endpoint = true\n", "use_dualstack_endpoint = true\n");
    let role = "[profile me]\naws_access_key_id = AKIAME\naws_secret_access_key = S3CRET\n\
         [profile role]\nrole_arn = arn:aws:iam::123456789012:role/x\nsource_profile = me\n";
    let services = "services = s\n[services s]\nsts =\n  endpoint_url = https://sts.own.invalid\n\
         sagemaker =\n  endpoint_url = https://sagemaker.own.invalid\n";
    let sts_url = ("AWS_ENDPOINT_URL_STS", "https://sts.variable.invalid");
    let all_urls = ("AWS_ENDPOINT_URL", "https://all.invalid");
    let ignored = ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    let plain = "api.sagemaker.us-east-1.amazonaws.com";
    for (config, variable, ask, host) in [
        ("", None, "describe", plain),
        ("", None, "who", "sts.us-east-1.amazonaws.com"),
        (
            "",
            Some(("AWS_USE_FIPS_ENDPOINT", "true")),
            "describe",
            "api-fips.sagemaker.us-east-1.amazonaws.com",
        ),
        (fips, None, "describe", "api-fips.sagemaker.us-east-1.amazonaws.com"),
        (fips, None, "who", "sts-fips.us-east-1.amazonaws.com"),
        ("", Some(("AWS_USE_DUALSTACK_ENDPOINT", "true")), "describe", "api.sagemaker.us-east-1.api.aws"),
        (dual, None, "describe", "api.sagemaker.us-east-1.api.aws"),
        (services, None, "describe", "sagemaker.own.invalid"),
        (services, None, "who", "sts.own.invalid"),
        (services, Some(sts_url), "who", "sts.variable.invalid"),
        (services, Some(all_urls), "describe", "all.invalid"),
        ("", Some(all_urls), "who", "all.invalid"),
        (services, Some(ignored), "describe", plain),
        (services, Some(ignored), "who", "sts.us-east-1.amazonaws.com"),
        (
            role,
            Some(("AWS_USE_FIPS_ENDPOINT", "true")),
            "profile:role describe",
            "sts-fips.us-east-1.amazonaws.com",
        ),
        (role, Some(sts_url), "profile:role describe", "sts.variable.invalid"),
        (role, Some(all_urls), "profile:role describe", "all.invalid"),
    ] {
        let gate = gate().await;
        let home = home(&format!("[default]\n{config}"));
        let proxy = [("HTTPS_PROXY", gate.url.as_str()), ("AWS_MAX_ATTEMPTS", "1"), KEYS[0], KEYS[1]];
        let variables: Vec<_> = proxy.into_iter().chain(variable).collect();
        let lines = told(home.path(), &variables, &format!("region:us-east-1 {ask}"));
        assert_eq!(hosts(&gate), [host], "{config:?} {variable:?} {ask} {lines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_of_no_proxy_are_asked_themselves() {
    let service = service().await;
    let home = home("");
    // This machine by an address that a proxy could reach as well.
    let endpoint = service.endpoint_url().replace("127.0.0.1", "0.0.0.0");
    let ask = format!("region:us-east-1 endpoint:{endpoint} describe");
    let proxied = [("HTTP_PROXY", "http://127.0.0.1:1"), ("AWS_MAX_ATTEMPTS", "1"), KEYS[0], KEYS[1]];
    assert_says(&told(home.path(), &proxied, &ask), &["Unreachable"]);
    for hosts in ["0.0.0.0", "example.com,0.0.0.0/8"] {
        let variables: Vec<_> = proxied.into_iter().chain([("NO_PROXY", hosts)]).collect();
        // It is reached, and says that this is no name of its own.
        assert_says(&told(home.path(), &variables, &ask), &["names '0.0.0.0:"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_are_tried_as_often_as_configured() {
    for (config, variable, attempts) in [
        ("", None, 3),
        ("", Some(("AWS_MAX_ATTEMPTS", "2")), 2),
        ("max_attempts = 1\n", None, 1),
        ("max_attempts = 1\nretry_mode = adaptive\n", Some(("AWS_MAX_ATTEMPTS", "2")), 2),
        ("", Some(("AWS_RETRY_MODE", "standard")), 3),
    ] {
        let service = service().await;
        service.inject("DescribeImage=fault-500".parse().unwrap());
        let home = home(&format!("[default]\n{config}"));
        let variables: Vec<_> = KEYS.into_iter().chain(variable).collect();
        let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
        assert_says(&told(home.path(), &variables, &ask), &["Service"]);
        assert_eq!(service.arrivals().len(), attempts, "{config:?} {variable:?}");
    }
}
