//! Versions, listed and described.

use sagescope::domain::ImageVersion;

use super::scripted::{Scripted, good, refused};
use super::*;

fn versions(after: Option<&str>) -> Request {
    let after = after.map(|token| PageToken(token.to_owned()));
    Request::Read(Read::Versions { image: name(), after })
}

fn version(number: u32) -> Request {
    Request::Read(Read::Version(name(), number))
}

fn listed(reply: Reply) -> (Vec<ImageVersion>, Option<PageToken>) {
    match reply.unwrap() {
        Answer::Versions { versions, next } => (versions, next),
        other => panic!("no versions: {other:?}"),
    }
}

fn described(reply: Reply) -> ImageVersion {
    match reply.unwrap() {
        Answer::Version(version) => *version,
        other => panic!("no version: {other:?}"),
    }
}

/// What comes of an answer to DescribeImageVersion.
async fn described_as(answer: Value, number: u32) -> Reply {
    Scripted::open(move |_, _| good(&answer)).await.client().perform(version(number)).await
}

#[tokio::test]
async fn a_page_of_versions_is_asked_for_from_the_newest_on() {
    let service = Scripted::open(|_, _| {
        good(&json!({
            "ImageVersions": [
                {
                    "Version": 41, "ImageVersionStatus": "CREATED", "CreationTime": 1.5, "LastModifiedTime": 2,
                    "ImageArn": "arn:image", "ImageVersionArn": "arn:version",
                },
                {"Version": 0, "ImageVersionStatus": "CREATE_FAILED", "FailureReason": "No such layer"},
            ],
            "NextToken": "more",
        }))
    })
    .await;
    let client = service.client();
    let (versions_of_page, next) = listed(client.perform(versions(None)).await);
    assert_eq!(next, Some(PageToken("more".into())));
    let [newest, oldest] = &versions_of_page[..] else { panic!("{versions_of_page:?}") };
    assert_eq!((newest.number, &newest.image), (41, &name()));
    assert_eq!(newest.status, Some(ImageStatus::Created));
    assert_eq!(newest.arn.as_ref().map(Text::as_str), Some("arn:version"));
    assert_eq!(newest.image_arn.as_ref().map(Text::as_str), Some("arn:image"));
    assert_eq!(newest.created.unwrap().as_millisecond(), 1500);
    assert_eq!(newest.modified.unwrap().as_millisecond(), 2000);
    assert_eq!((oldest.number, oldest.created), (0, None));
    assert_eq!(oldest.status, Some(ImageStatus::CreateFailed));
    assert_eq!(oldest.failure_reason.as_ref().map(Text::as_str), Some("No such layer"));
    listed(client.perform(versions(Some("here"))).await);
    let first =
        json!({"ImageName": IMAGE, "MaxResults": 100, "SortBy": "VERSION", "SortOrder": "DESCENDING"});
    let mut second = first.clone();
    second["NextToken"] = json!("here");
    let asked: Vec<Value> = service.asked().into_iter().map(|(_, body)| body).collect();
    assert_eq!(asked, [first, second]);
}

#[tokio::test]
async fn a_page_of_versions_that_leads_to_itself_is_not_followed() {
    let service = Scripted::open(|_, _| good(&json!({"ImageVersions": [], "NextToken": "here"}))).await;
    let client = service.client();
    assert_eq!(listed(client.perform(versions(None)).await).1, Some(PageToken("here".into())));
    let failure = client.perform(versions(Some("here"))).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Unreadable);
    assert!(failure.message.as_str().starts_with("ListImageVersions gave"), "{failure:?}");
}

#[tokio::test]
async fn odd_versions_are_taken_as_far_as_they_go() {
    let service = Scripted::open(|_, _| {
        good(&json!({
            "ImageVersions": [
                {"ImageVersionArn": "arn:numberless"},
                {"Version": -1, "ImageVersionStatus": "CREATED"},
                {"Version": null},
                {"Version": 3, "ImageVersionStatus": "MOVING", "FailureReason": "\u{1b}]0;x\u{7}", "Surprise": {}},
                {"Version": 2_147_483_647, "CreationTime": 9e17},
            ],
            "NextToken": "",
        }))
    })
    .await;
    let (versions, next) = listed(service.client().perform(versions(None)).await);
    assert_eq!(next, None);
    assert_eq!(versions.iter().map(|it| it.number).collect::<Vec<_>>(), [3, 2_147_483_647]);
    assert_eq!(versions[0].status, Some(ImageStatus::Other("MOVING".into())));
    assert_eq!(versions[0].failure_reason.as_ref().map(Text::as_str), Some("\u{fffd}"));
    assert_eq!(versions[1].created, None);
}

#[tokio::test]
async fn a_version_is_described_with_all_that_the_service_has() {
    let service = Scripted::open(|_, _| {
        good(&json!({
            "Version": 7, "ImageVersionStatus": "DELETE_FAILED", "FailureReason": "In use",
            "ImageArn": "arn:image", "ImageVersionArn": "arn:version",
            "BaseImage": "1.dkr.ecr.us-east-1.amazonaws.com/a:2", "ContainerImage": "1.dkr.ecr/a@sha256:9f86",
            "VendorGuidance": "TO_BE_ARCHIVED", "JobType": "NOTEBOOK_KERNEL", "MLFramework": "PyTorch 2.4",
            "ProgrammingLang": "Python 3.11", "Processor": "GPU", "Horovod": false, "ReleaseNotes": "Slow at first",
            "CreationTime": 1_700_000_000, "LastModifiedTime": 1_700_000_001.25,
        }))
    })
    .await;
    let version = described(service.client().perform(version(7)).await);
    assert_eq!(service.asked(), [("DescribeImageVersion".into(), json!({"ImageName": IMAGE, "Version": 7}))]);
    let text = |text: &str| Some(Text::clean(text));
    let expected = ImageVersion {
        arn: text("arn:version"),
        image_arn: text("arn:image"),
        status: Some(ImageStatus::DeleteFailed),
        failure_reason: text("In use"),
        base_image: text("1.dkr.ecr.us-east-1.amazonaws.com/a:2"),
        container_image: text("1.dkr.ecr/a@sha256:9f86"),
        vendor_guidance: text("TO_BE_ARCHIVED"),
        job_type: text("NOTEBOOK_KERNEL"),
        ml_framework: text("PyTorch 2.4"),
        programming_lang: text("Python 3.11"),
        processor: text("GPU"),
        horovod: Some(false),
        release_notes: text("Slow at first"),
        created: jiff::Timestamp::from_millisecond(1_700_000_000_000).ok(),
        modified: jiff::Timestamp::from_millisecond(1_700_000_001_250).ok(),
        ..ImageVersion::numbered(name(), 7)
    };
    assert_eq!(version, expected);
}

#[tokio::test]
async fn a_member_that_is_absent_is_nothing() {
    for answer in [json!({"Version": 0}), json!({"ImageVersionArn": "arn", "Horovod": null})] {
        let version = described(described_as(answer, 0).await);
        let arn = version.arn.clone();
        assert_eq!(version, ImageVersion { arn, ..ImageVersion::numbered(name(), 0) });
    }
}

#[tokio::test]
async fn foreign_text_is_cleaned_in_every_member() {
    let long = format!("\u{1b}[2J{}", "x".repeat(1 << 20));
    for raw in ["a\u{1b}[31mb", "one\r\ntwo\tthree", "\u{9b}2J\0\u{202e}", &long] {
        let members = [
            "ImageVersionStatus",
            "FailureReason",
            "ImageArn",
            "ImageVersionArn",
            "BaseImage",
            "ContainerImage",
            "VendorGuidance",
            "JobType",
            "MLFramework",
            "ProgrammingLang",
            "Processor",
            "ReleaseNotes",
        ];
        let mut answer: Value = members.into_iter().map(|member| (member, raw)).collect();
        answer["Version"] = json!(1);
        let version = described(described_as(answer, 1).await);
        let clean = Some(Text::clean(raw));
        let texts = [
            version.status.map(|status| status.word().into()),
            version.failure_reason,
            version.image_arn,
            version.arn,
            version.base_image,
            version.container_image,
            version.vendor_guidance,
            version.job_type,
            version.ml_framework,
            version.programming_lang,
            version.processor,
            version.release_notes,
        ];
        for (member, text) in members.into_iter().zip(texts) {
            assert!(text == clean, "{member} of {:?}", raw.chars().take(9).collect::<String>());
        }
    }
}

#[tokio::test]
async fn another_version_than_was_asked_for_is_unreadable() {
    for (got, says) in [
        (json!({"Version": 8}), "was asked for version 7 and gave 8"),
        (json!({"Version": -1}), "gave -1"),
        (json!({"Version": "seven"}), "HTTP 200"),
        (json!({"Version": 7, "Horovod": "maybe"}), "HTTP 200"),
        (json!({"Version": 1e12}), "HTTP 200"),
        (json!({"ReleaseNotes": "of what?"}), "has no version"),
    ] {
        let failure = described_as(got.clone(), 7).await.expect_err(&got.to_string());
        assert_eq!(failure.class, FailureClass::Unreadable, "{got}");
        assert!(failure.message.as_str().contains(says), "{got}: {failure:?}");
    }
}

#[tokio::test]
async fn a_version_that_vanished_is_not_found() {
    let service = Scripted::open(|_, _| refused("ResourceNotFound")).await;
    let failure = service.client().perform(version(4_000_000_000)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NotFound);
    // More than the service can count is asked for as the most that it can.
    assert_eq!(service.asked()[0].1["Version"], 2_147_483_647);
    let failure = service.client().perform(versions(None)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NotFound);
}
