//! Tags, listed to the end.

use std::collections::BTreeMap;

use sagescope::domain::TagSet;

use super::scripted::{Answered, Scripted, good, refused};
use super::*;

const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/pytorch-2.4-gpu";

fn tags(arn: Option<&str>) -> Request {
    Request::Read(Read::Tags { image: name(), arn: arn.map(Text::clean) })
}

fn set(reply: Reply) -> TagSet {
    match reply.unwrap() {
        Answer::Tags(set) => *set,
        other => panic!("no tags: {other:?}"),
    }
}

async fn set_of(script: impl Fn(&str, &Value) -> Answered + Send + Sync + 'static) -> TagSet {
    set(Scripted::open(script).await.client().perform(tags(Some(ARN))).await)
}

#[tokio::test]
async fn all_pages_are_read() {
    let service = Scripted::open(|_, body| {
        let page = body["NextToken"].as_str().map_or(0, |token| token.parse::<usize>().unwrap());
        let tags: Vec<_> =
            (0..20).map(|it| json!({"Key": format!("key-{page}-{it}"), "Value": page.to_string()})).collect();
        let next = (page < 2).then(|| (page + 1).to_string());
        good(&json!({"Tags": tags, "NextToken": next}))
    })
    .await;
    let set = set(service.client().perform(tags(Some(ARN))).await);
    assert_eq!((set.tags.len(), set.unclean.len()), (60, 0));
    assert_eq!((set.arn.as_str(), &set.image), (ARN, &name()));
    assert_eq!(set.tags[&Text::from("key-2-19")].as_str(), "2");
    let bodies: Vec<Value> = service.asked().into_iter().map(|(_, body)| body).collect();
    let first = json!({"ResourceArn": ARN, "MaxResults": 100});
    let after = |token: &str| json!({"ResourceArn": ARN, "MaxResults": 100, "NextToken": token});
    assert_eq!(bodies, [first, after("1"), after("2")]);
}

#[tokio::test]
async fn an_arn_that_is_not_known_is_asked_for_first() {
    let service = Scripted::open(|operation, _| match operation {
        "DescribeImage" => good(&json!({"ImageName": IMAGE, "ImageArn": ARN})),
        _ => good(&json!({"Tags": [{"Key": "team", "Value": "vision"}]})),
    })
    .await;
    let set = set(service.client().perform(tags(None)).await);
    assert_eq!(set.arn.as_str(), ARN);
    assert_eq!(set.tags, [("team".into(), "vision".into())].into());
    let asked = [
        ("DescribeImage".to_owned(), json!({"ImageName": IMAGE})),
        ("ListTags".to_owned(), json!({"ResourceArn": ARN, "MaxResults": 100})),
    ];
    assert_eq!(service.asked(), asked);
}

#[tokio::test]
async fn without_an_arn_no_tags_are_asked_for() {
    for (answer, class) in [
        (good(&json!({"ImageName": IMAGE})), FailureClass::Unreadable),
        (refused("ResourceNotFound"), FailureClass::NotFound),
        (refused("AccessDeniedException"), FailureClass::Denied),
    ] {
        let service = Scripted::open(move |_, _| answer.clone()).await;
        let failure = service.client().perform(tags(None)).await.unwrap_err();
        assert_eq!(failure.class, class, "{failure:?}");
        assert_eq!(service.count("ListTags"), 0);
    }
}

#[tokio::test]
async fn tags_that_never_end_are_not_followed() {
    for circle in [&["a"][..], &["a", "b"], &["a", "b", "c"]] {
        let service = Scripted::open(move |_, body| {
            let at = circle.iter().position(|token| body["NextToken"] == **token);
            good(&json!({"Tags": [], "NextToken": circle[at.map_or(0, |at| (at + 1) % circle.len())]}))
        })
        .await;
        let failure = service.client().perform(tags(Some(ARN))).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Unreadable);
        assert!(failure.message.as_str().starts_with("ListTags gave"), "{failure:?}");
        assert_eq!(service.count("ListTags"), circle.len() + 1);
    }
}

#[tokio::test]
async fn odd_tags_are_shown_and_locked() {
    let set = set_of(|_, _| {
        good(&json!({"NextToken": "", "Tags": [
            {"Key": "team", "Value": "vision"},
            {"Key": "Team", "Value": ""},
            {"Key": "empty"},
            {"Key": "aws:cloudformation:stack-name", "Value": "images"},
            {"Key": "note", "Value": "one\ntwo"},
            {"Key": "a\u{1b}[31m", "Value": "first"},
            {"Key": "a\u{1b}[32m", "Value": "second"},
            {"Value": "keyless"},
            {"Key": "", "Value": "nameless"},
            {"Key": null, "Value": null, "Surprise": 1},
        ]}))
    })
    .await;
    let shown: BTreeMap<&str, &str> =
        set.tags.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let expected = [
        ("team", "vision"),
        ("Team", ""),
        ("empty", ""),
        ("aws:cloudformation:stack-name", "images"),
        ("note", "one two"),
        ("a\u{fffd}", "first"),
        ("a\u{fffd} (2)", "second"),
    ];
    assert_eq!(shown, expected.into());
    let locked = set.tags.keys().filter(|key| set.is_locked(key.as_str())).map(Text::as_str);
    let expected = ["aws:cloudformation:stack-name", "a\u{fffd}", "a\u{fffd} (2)", "note"];
    assert_eq!(locked.collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn a_megabyte_of_a_tag_is_cut_and_not_taken_for_all_of_it() {
    let long = "x".repeat(1 << 20);
    let answer = json!({"Tags": [{"Key": long, "Value": "1"}, {"Key": "long", "Value": long}]});
    let set = set_of(move |_, _| good(&answer)).await;
    let cut = Text::clean(&long);
    assert!(cut.as_str().len() < 20_000 && cut.as_str().ends_with('…'));
    assert!(set.tags == [(cut.clone(), Text::from("1")), ("long".into(), cut.clone())].into());
    assert!(set.unclean == [cut, "long".into()].into());
}
