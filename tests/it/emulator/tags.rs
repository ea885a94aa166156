//! The tags of an image in the embedded service.

use sagescope::emulator::{CatalogueImage, Emulator};
use serde_json::{Value, json};

use super::wire::{ONE, ok, refused, service_of_versions};

/// The image's tags, as `a=b, c=`.
fn tags(emulator: &Emulator) -> String {
    let tags: Vec<String> =
        emulator.tags("one").iter().map(|(key, value)| format!("{key}={value}")).collect();
    tags.join(", ")
}

fn pairs(pairs: &[(&str, &str)]) -> Value {
    pairs.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect()
}

fn add(added: &[(&str, &str)]) -> Value {
    json!({ "ResourceArn": ONE, "Tags": pairs(added) })
}

fn delete(keys: &[&str]) -> Value {
    json!({ "ResourceArn": ONE, "TagKeys": keys })
}

#[tokio::test]
async fn they_are_listed_by_their_keys() {
    let emulator = service_of_versions().await;
    let listed = ok(&emulator, "ListTags", json!({ "ResourceArn": ONE })).await;
    assert_eq!(listed, json!({ "Tags": pairs(&[("empty", ""), ("team", "vision")]) }));
    emulator.add(CatalogueImage::named("two"));
    let two = ONE.replace("one", "two");
    assert_eq!(ok(&emulator, "ListTags", json!({ "ResourceArn": two })).await, json!({ "Tags": [] }));
}

#[tokio::test]
async fn a_page_holds_fifty() {
    let emulator = service_of_versions().await;
    for number in 0..48 {
        assert!(emulator.set_tag("one", &format!("key-{number}"), "x"));
    }
    let page = ok(&emulator, "ListTags", json!({ "ResourceArn": ONE, "MaxResults": 1000 })).await;
    assert_eq!((page["Tags"].as_array().unwrap().len(), page.get("NextToken")), (50, None));
    assert!(emulator.set_tag("one", "aws:cloudformation:stack-name", "images"));
    let first = ok(&emulator, "ListTags", json!({ "ResourceArn": ONE, "MaxResults": 50 })).await;
    let body = json!({ "ResourceArn": ONE, "NextToken": first["NextToken"] });
    let rest = ok(&emulator, "ListTags", body.clone()).await;
    assert_eq!(
        (first["Tags"].as_array().unwrap().len(), &rest),
        (50, &json!({ "Tags": pairs(&[("team", "vision")]) }))
    );
    emulator.add(CatalogueImage::named("two"));
    let mut other = body;
    other["ResourceArn"] = json!(ONE.replace("one", "two"));
    let told = refused(&emulator, "ListTags", other).await;
    assert_eq!(told, ("ValidationException".to_owned(), "Invalid NextToken.".to_owned()));
}

#[tokio::test]
async fn they_are_added_overwritten_and_deleted() {
    let emulator = service_of_versions().await;
    let added = [("team", "nlp"), ("Team", "other case"), ("日 本", "é/=+-@:. ½")];
    let answer = ok(&emulator, "AddTags", add(&added)).await;
    assert_eq!(answer, json!({ "Tags": pairs(&added) }));
    assert_eq!(tags(&emulator), "Team=other case, empty=, team=nlp, 日 本=é/=+-@:. ½");
    ok(&emulator, "AddTags", add(&[("Team", "")])).await;
    assert_eq!(ok(&emulator, "DeleteTags", delete(&["日 本", "nobody", "empty"])).await, json!({}));
    assert_eq!(tags(&emulator), "Team=, team=nlp");
    assert_eq!(ok(&emulator, "AddTags", add(&[])).await, json!({ "Tags": [] }));
}

#[tokio::test]
async fn fifty_is_the_most() {
    let emulator = service_of_versions().await;
    for number in 0..47 {
        assert!(emulator.set_tag("one", &format!("key-{number}"), "x"));
    }
    assert!(emulator.set_tag("one", "aws:cloudformation:stack-name", "images"), "it does not count");
    let told = refused(&emulator, "AddTags", add(&[("a", ""), ("b", "")])).await;
    assert_eq!(
        told,
        ("ValidationException".to_owned(), format!("The resource {ONE} would have more than 50 tags."))
    );
    assert!(!emulator.tags("one").contains_key("a"), "nothing was done by halves");
    ok(&emulator, "AddTags", add(&[("a", ""), ("team", "nlp")])).await;
    let told = refused(&emulator, "AddTags", add(&[("b", "")])).await;
    assert_eq!(told.0, "ValidationException");
    ok(&emulator, "AddTags", add(&[("a", "overwritten")])).await;
    ok(&emulator, "DeleteTags", delete(&["key-0"])).await;
    ok(&emulator, "AddTags", add(&[("b", "")])).await;
    assert_eq!(emulator.tags("one").len(), 51);
}

#[tokio::test]
async fn those_of_aws_are_nobody_elses() {
    let emulator = service_of_versions().await;
    assert!(emulator.set_tag("one", "aws:x", "theirs"));
    let words = "aws: prefixed tag key names are not allowed for external use.".to_owned();
    for key in ["aws:x", "AWS:y", "Aws:"] {
        for (operation, body) in
            [("AddTags", add(&[("a", ""), (key, "ours")])), ("DeleteTags", delete(&["team", key]))]
        {
            let told = refused(&emulator, operation, body).await;
            assert_eq!(told, ("ValidationException".to_owned(), words.clone()), "{operation} {key}");
        }
    }
    assert_eq!(tags(&emulator), "aws:x=theirs, empty=, team=vision");
    ok(&emulator, "AddTags", add(&[("awsome", ""), ("x-aws:", "")])).await;
}

#[tokio::test]
async fn a_key_has_one_value() {
    let emulator = service_of_versions().await;
    let told = refused(&emulator, "AddTags", add(&[("a", "1"), ("a", "2")])).await;
    assert_eq!(told, ("ValidationException".to_owned(), "Duplicate tag key a in the request.".to_owned()));
}

#[tokio::test]
async fn a_resource_that_is_no_image_of_the_account_and_region_is_not_found() {
    let emulator = service_of_versions().await;
    for arn in [
        "arn:aws:sagemaker:us-east-1:123456789012:image/none",
        "arn:aws:sagemaker:us-east-1:210987654321:image/one",
        "arn:aws:sagemaker:eu-west-1:123456789012:image/one",
        "arn:aws-cn:sagemaker:us-east-1:123456789012:image/one",
        "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/1",
        "arn:aws:sagemaker:us-east-1:123456789012:domain/d-1",
    ] {
        for (operation, mut body) in [
            ("ListTags", json!({})),
            ("AddTags", json!({ "Tags": [] })),
            ("DeleteTags", json!({ "TagKeys": ["a"] })),
        ] {
            body["ResourceArn"] = json!(arn);
            let told = refused(&emulator, operation, body).await;
            assert_eq!(
                told,
                ("ValidationException".to_owned(), format!("Could not find resource \"{arn}\"."))
            );
        }
    }
}

#[tokio::test]
async fn they_change_nothing_of_the_image() {
    let emulator = service_of_versions().await;
    let before = emulator.describe("one");
    ok(&emulator, "AddTags", add(&[("a", "b")])).await;
    assert_eq!(emulator.describe("one"), before);
}

#[tokio::test]
async fn somebody_elses_tags_can_be_anything() {
    let emulator = service_of_versions().await;
    assert!(emulator.set_tag("one", "\u{1b}[31m", &"x".repeat(1000)) && emulator.remove_tag("one", "team"));
    let listed = ok(&emulator, "ListTags", json!({ "ResourceArn": ONE })).await;
    assert_eq!(listed, json!({ "Tags": pairs(&[("\u{1b}[31m", &"x".repeat(1000)), ("empty", "")]) }));
    assert!(!emulator.remove_tag("one", "team") && !emulator.set_tag("none", "a", ""));
}
