//! Answers as they came, through the SDK, from the embedded service and from one that says what a test says.

use jiff::tz::TimeZone;
use sagescope::domain::{Denied, Holder, RawBody};
use sagescope::export::{RawFormat, RawText, raw_text};
use sagescope::service::RawOf;

use super::scripted::{Scripted, good};
use super::*;

fn of_image() -> Request {
    Request::Read(Read::Raw(RawOf::Image(name())))
}

fn of_version(number: u32) -> Request {
    Request::Read(Read::Raw(RawOf::Version(name(), number)))
}

fn body(reply: Reply) -> RawBody {
    match reply.unwrap() {
        Answer::Raw(body) => body,
        other => panic!("no body: {other:?}"),
    }
}

fn laid(reply: Reply) -> RawText {
    raw_text(&body(reply), RawFormat::Json, &TimeZone::UTC)
}

#[tokio::test]
async fn all_that_the_embedded_service_says_is_there() {
    let service = service_with_image().await;
    assert!(service.impose(IMAGE, 2, "Surprise", json!({"Of": ["later", 1, null]})));
    let client = client(&service);
    for (request, told, operation) in [
        (of_image(), service.describe(IMAGE).unwrap(), "DescribeImage"),
        (of_version(2), service.describe_version(IMAGE, 2).unwrap(), "DescribeImageVersion"),
    ] {
        let laid = laid(client.perform(request).await);
        assert_eq!((laid.flaw, laid.has_times), (None, true));
        let read: Value = serde_json::from_str(&laid.text).unwrap();
        let (read, told) = (read.as_object().unwrap(), told.as_object().unwrap());
        assert!(read.keys().eq(told.keys()), "{read:?}");
        for (member, value) in told {
            match value.as_f64().filter(|_| member.ends_with("Time")) {
                Some(seconds) => {
                    let time: jiff::Timestamp = read[member].as_str().unwrap().parse().unwrap();
                    let told = jiff::SignedDuration::try_from_secs_f64(seconds).unwrap();
                    let apart = time.as_duration() - told;
                    assert!(apart.abs() < jiff::SignedDuration::from_millis(1), "{member}");
                }
                None => assert_eq!(read[member], *value, "{member}"),
            }
        }
        assert_eq!(arrived(&service, operation).len(), 1);
    }
    assert_eq!(arrived(&service, "DescribeImageVersion")[0].body, json!({"ImageName": IMAGE, "Version": 2}));
}

#[tokio::test]
async fn what_the_sdk_does_not_know_or_can_not_read_is_there() {
    for sent in [
        r#"{"ImageName":"a","Later":{"b":[1.50,"\u202e\u001b]0;x\u0007"]},"ImageName":"b"}"#,
        r#"{"Version":"seven","Horovod":{"not":"a flag"}}"#,
        r#"{"Unknown":12345678901234567890123}"#,
        "[]",
    ] {
        for request in [of_image(), of_version(7)] {
            let service = Scripted::open(move |_, _| (200, sent.to_owned())).await;
            let laid = laid(service.client().perform(request).await);
            assert_eq!(laid.flaw, None, "{sent}");
            let packed: String = laid.text.split('\n').map(str::trim).collect();
            assert_eq!(packed.replace("\": ", "\":"), sent, "member by member, in their order");
            assert!(laid.text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'));
        }
    }
}

#[tokio::test]
async fn a_body_that_is_no_json_is_there_with_a_sentence() {
    for (sent, says) in [
        ("<html>\u{1b}[2JLog in to the guest network</html>", "not JSON"),
        ("{\"ImageName\":\"a\",\"Descr", "cut off"),
        ("", "empty body"),
    ] {
        let service = Scripted::open(move |_, _| (200, sent.to_owned())).await;
        let laid = laid(service.client().perform(of_image()).await);
        assert!(laid.flaw.is_some_and(|flaw| flaw.contains(says)), "{sent:?}: {:?}", laid.flaw);
        assert_eq!(laid.text, sent.replace('\u{1b}', "\\u001b"));
    }
}

#[tokio::test]
async fn a_megabyte_is_there_whole_and_more_is_cut() {
    for (count, is_whole) in [(1_000_000, true), (1 << 21, false)] {
        let service = Scripted::open(move |_, _| {
            good(&json!({"Description": "é".repeat(count / 2), "ImageName": IMAGE}))
        })
        .await;
        let body = body(service.client().perform(of_image()).await);
        assert_eq!(body.is_cut(), !is_whole);
        assert!(body.len() >= 1_000_000 && body.len() <= 1 << 20, "{}", body.len());
        let laid = raw_text(&body, RawFormat::Yaml, &TimeZone::UTC);
        assert_eq!(laid.flaw.is_none(), is_whole);
    }
}

#[tokio::test]
async fn refusals_and_answers_that_break_off_are_failures() {
    let service = service_with_image().await;
    let client = client(&service);
    service.inject("DescribeImageVersion=denied".parse().unwrap());
    let failure = client.perform(of_version(1)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Denied);
    service.clear_faults();
    let failure = client.perform(of_version(99)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NotFound);
    let page = asked("403 Forbidden", "<html></html>", of_image()).await.unwrap_err();
    assert_ne!(page.class, FailureClass::NotFound);
}

#[tokio::test]
async fn who_uses_images_is_described_as_it_came() {
    let service = service_with_studio().await;
    let client = client(&service);
    for (of, operation, body, resource) in [
        (
            RawOf::Holder(Holder::Domain(domain_id())),
            "DescribeDomain",
            json!({ "DomainId": "d-one" }),
            "domain/d-one",
        ),
        (
            RawOf::Holder(Holder::UserProfile(user_profile_key())),
            "DescribeUserProfile",
            json!({ "DomainId": "d-one", "UserProfileName": "mira" }),
            "user-profile/d-one/mira",
        ),
        (
            RawOf::Holder(Holder::Space(space_key())),
            "DescribeSpace",
            json!({ "DomainId": "d-one", "SpaceName": "lab" }),
            "space/d-one/lab",
        ),
        (
            RawOf::Holder(Holder::App(app_key())),
            "DescribeApp",
            json!({ "DomainId": "d-one", "SpaceName": "lab", "AppType": "JupyterLab", "AppName": "default" }),
            "app/d-one/lab/JupyterLab/default",
        ),
        (
            RawOf::AppImageConfig("kernel".into()),
            "DescribeAppImageConfig",
            json!({ "AppImageConfigName": "kernel" }),
            "app-image-config/kernel",
        ),
    ] {
        assert_eq!(of.operation(), operation);
        let request = Request::Read(Read::Raw(of));
        let laid = laid(client.perform(request.clone()).await);
        let read: Value = serde_json::from_str(&laid.text).unwrap();
        assert!(body.as_object().unwrap().iter().all(|(member, value)| read[member] == *value), "{read}");
        assert_eq!(arrived(&service, operation)[0].body, body);
        service.inject(format!("{operation}=denied").parse().unwrap());
        let failure = client.perform(request).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Denied);
        let denied = Denied::read(failure.message.as_str()).unwrap();
        assert!(denied.resource.unwrap().ends_with(&format!(":{resource}")), "{operation}");
        service.clear_faults();
    }
}
