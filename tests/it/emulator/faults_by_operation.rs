//! What faults mean that depend on the operation: each for what it is about.

use sagescope::emulator::{CatalogueImage, CatalogueVersion, Emulator, Fault, InStudio};
use serde_json::{Value, json};

use super::wire::{Ask, ONE, domain_one, ok, refused, service_of_versions};

/// A request that each operation of SageMaker serves on an image with versions, aliases and tags.
const REQUESTS: [(&str, &str); 19] = [
    ("ListImages", "{}"),
    ("DescribeImage", r#"{"ImageName":"one"}"#),
    ("UpdateImage", r#"{"ImageName":"one"}"#),
    ("ListImageVersions", r#"{"ImageName":"one"}"#),
    ("DescribeImageVersion", r#"{"ImageName":"one","Version":2}"#),
    ("UpdateImageVersion", r#"{"ImageName":"one","Version":2}"#),
    ("ListAliases", r#"{"ImageName":"one"}"#),
    ("ListTags", r#"{"ResourceArn":"arn:aws:sagemaker:us-east-1:123456789012:image/one"}"#),
    ("AddTags", r#"{"ResourceArn":"arn:aws:sagemaker:us-east-1:123456789012:image/one","Tags":[]}"#),
    ("DeleteTags", r#"{"ResourceArn":"arn:aws:sagemaker:us-east-1:123456789012:image/one","TagKeys":["x"]}"#),
    ("ListDomains", "{}"),
    ("DescribeDomain", r#"{"DomainId":"d-one"}"#),
    ("ListUserProfiles", "{}"),
    ("DescribeUserProfile", r#"{"DomainId":"d-one","UserProfileName":"mira"}"#),
    ("ListSpaces", "{}"),
    ("DescribeSpace", r#"{"DomainId":"d-one","SpaceName":"lab"}"#),
    ("ListApps", "{}"),
    (
        "DescribeApp",
        r#"{"DomainId":"d-one","UserProfileName":"mira","AppType":"JupyterLab","AppName":"default"}"#,
    ),
    ("DescribeAppImageConfig", r#"{"AppImageConfigName":"kernel"}"#),
];

fn in_studio(noun: &str, resource: &str, status: &str) -> String {
    let arn = format!("arn:aws:sagemaker:us-east-1:123456789012:{resource}");
    format!("{noun} {arn} is in status {status} and cannot be updated.")
}

#[tokio::test]
async fn an_operation_is_in_use_by_the_name_of_what_it_is_about() {
    let version = ONE.replace("image/", "image-version/") + "/2";
    for (operation, body) in REQUESTS {
        let emulator = service_of_versions().await;
        let body: Value = serde_json::from_str(body).unwrap();
        ok(&emulator, operation, body.clone()).await;
        emulator.settle_now();
        emulator.inject(format!("{operation}=in-use").parse().unwrap());
        let (code, words) = refused(&emulator, operation, body).await;
        assert_eq!(code, "ResourceInUse");
        let expected = match operation {
            // A version is never UPDATING.
            "DescribeImageVersion" | "UpdateImageVersion" => {
                format!("ImageVersion {version} is in status CREATING and cannot be updated.")
            }
            "ListImages" => "Image arn:aws:sagemaker:us-east-1:123456789012:image/* is in status UPDATING and cannot be updated.".to_owned(),
            "ListDomains" => in_studio("Domain", "domain/*", "Updating"),
            "DescribeDomain" => in_studio("Domain", "domain/d-one", "Updating"),
            "ListUserProfiles" => in_studio("UserProfile", "user-profile/*", "Updating"),
            "DescribeUserProfile" => in_studio("UserProfile", "user-profile/d-one/mira", "Updating"),
            "ListSpaces" => in_studio("Space", "space/*", "Updating"),
            "DescribeSpace" => in_studio("Space", "space/d-one/lab", "Updating"),
            // An app is never Updating.
            "ListApps" => in_studio("App", "app/*", "Pending"),
            "DescribeApp" => in_studio("App", "app/d-one/mira/JupyterLab/default", "Pending"),
            "DescribeAppImageConfig" => in_studio("AppImageConfig", "app-image-config/kernel", "Updating"),
            _ => format!("Image {ONE} is in status UPDATING and cannot be updated."),
        };
        assert_eq!(words, expected, "{operation}");
    }
}

#[tokio::test]
async fn every_list_can_repeat_its_token() {
    for (operation, body) in REQUESTS {
        let kind: Result<Fault, _> = format!("{operation}=repeat-token").parse();
        if !operation.starts_with("List") {
            kind.unwrap_err();
            continue;
        }
        let emulator = service_of_versions().await;
        for number in 0..60 {
            emulator.add(CatalogueImage::named(format!("more-{number}")));
            assert!(emulator.add_version("one", CatalogueVersion::numbered(10 + number)));
            assert!(emulator.set_alias("one", &format!("a{number}"), 1));
            assert!(emulator.set_tag("one", &format!("a{number}"), ""));
            let mut domain = domain_one();
            domain.id = format!("d-{number}");
            emulator.add_domain(domain);
        }
        emulator.inject(kind.unwrap());
        let mut body: Value = serde_json::from_str(body).unwrap();
        body["NextToken"] = ok(&emulator, operation, body.clone()).await["NextToken"].clone();
        assert!(body["NextToken"].is_string(), "{operation}");
        for _ in 0..3 {
            assert_eq!(
                ok(&emulator, operation, body.clone()).await["NextToken"],
                body["NextToken"],
                "{operation}"
            );
        }
    }
}

/// Everything that is kept: the image itself, its versions, aliases and tags, then what is in Studio, each as JSON.
fn everything(emulator: &Emulator) -> Vec<Value> {
    let in_studio = [
        InStudio::Domain("d-one"),
        InStudio::UserProfile("d-one", "mira"),
        InStudio::Space("d-one", "lab"),
        InStudio::AppImageConfig("kernel"),
    ];
    let versions: Vec<Value> = emulator
        .versions("one")
        .iter()
        .filter_map(|number| emulator.describe_version("one", *number))
        .collect();
    let of_image = [
        json!(emulator.describe("one")),
        json!(versions),
        json!(emulator.aliases("one")),
        json!(emulator.tags("one")),
    ];
    let in_studio = in_studio.map(|what| json!(emulator.describe_in_studio(what)));
    of_image.into_iter().chain(in_studio).collect()
}

#[tokio::test]
async fn somebody_else_edits_what_the_operation_reads_or_writes() {
    // What changes: the image, its versions, its aliases, its tags; the domain, the user profile, the space, the config.
    for (operation, changed) in [
        ("DescribeImage", 0),
        ("UpdateImage", 0),
        ("ListImageVersions", 1),
        ("DescribeImageVersion", 1),
        ("UpdateImageVersion", 1),
        ("ListAliases", 2),
        ("ListTags", 3),
        ("AddTags", 3),
        ("DeleteTags", 3),
        ("DescribeDomain", 4),
        ("DescribeUserProfile", 5),
        ("DescribeSpace", 6),
        ("DescribeAppImageConfig", 7),
    ] {
        let emulator = service_of_versions().await;
        let (_, body) = REQUESTS.into_iter().find(|(named, _)| *named == operation).unwrap();
        emulator.inject(format!("{operation}=foreign-editx2").parse().unwrap());
        let mut seen = vec![everything(&emulator)];
        for _ in 0..2 {
            let before = everything(&emulator);
            ok(&emulator, operation, serde_json::from_str(body).unwrap()).await;
            emulator.settle_now();
            let after = everything(&emulator);
            for (at, (before, after)) in before.iter().zip(&after).enumerate() {
                assert_eq!(before != after, at == changed, "{operation}: {before} {after}");
            }
            assert!(!seen.iter().any(|seen| seen[changed] == after[changed]), "{operation}: each is another");
            seen.push(after);
        }
    }
}

#[test]
fn nobody_edits_what_is_only_listed_or_an_app() {
    for operation in ["ListDomains", "ListUserProfiles", "ListSpaces", "ListApps", "DescribeApp"] {
        let fault: Result<Fault, _> = format!("{operation}=foreign-edit").parse();
        fault.unwrap_err();
    }
}

#[tokio::test]
async fn somebody_elses_edits_are_told_apart() {
    let emulator = service_of_versions().await;
    emulator.inject("*=foreign-edit".parse().unwrap());
    let read = ok(&emulator, "DescribeImageVersion", json!({ "ImageName": "one", "Alias": "prod" })).await;
    assert_eq!((&read["Version"], &read["ReleaseNotes"]), (&json!(2), &json!("Edited by someone else (1)")));
    let read = ok(&emulator, "DescribeImageVersion", json!({ "ImageName": "one" })).await;
    assert_eq!((&read["Version"], &read["ReleaseNotes"]), (&json!(3), &json!("Edited by someone else (2)")));
    let read = ok(&emulator, "ListTags", json!({ "ResourceArn": ONE })).await;
    assert_eq!(read["Tags"][0], json!({ "Key": "edited-by-someone-else", "Value": "3" }));
    for holder in [3, 2, 3] {
        ok(&emulator, "ListAliases", json!({ "ImageName": "one" })).await;
        assert_eq!(emulator.aliases("one")["edited-by-someone-else"], holder);
    }
    // What is not there can't be edited, and is not found as ever.
    for body in [json!({ "ImageName": "none" }), json!({ "ImageName": "one", "Version": 9 })] {
        assert_eq!(refused(&emulator, "DescribeImageVersion", body).await.0, "ResourceNotFound");
    }
    // An update sets what it sends, whatever someone else has just written there.
    let body = json!({ "ImageName": "one", "Version": 1, "ReleaseNotes": "Mine" });
    ok(&emulator, "UpdateImageVersion", body).await;
    assert_eq!(emulator.describe_version("one", 1).unwrap()["ReleaseNotes"], "Mine");
}

#[tokio::test]
async fn a_lost_answer_is_a_write_that_was_done_also_of_aliases_and_tags() {
    let emulator = service_of_versions().await;
    emulator.inject("*=lost-answer".parse().unwrap());
    for (operation, body) in [
        ("UpdateImageVersion", json!({ "ImageName": "one", "Version": 3, "AliasesToAdd": ["prod"] })),
        ("AddTags", json!({ "ResourceArn": ONE, "Tags": [{ "Key": "new", "Value": "" }] })),
        ("DeleteTags", json!({ "ResourceArn": ONE, "TagKeys": ["team"] })),
    ] {
        let ask = Ask::sagemaker(operation, body.to_string());
        assert!(ask.send(emulator.address()).await.is_none(), "{operation}");
    }
    assert_eq!(emulator.aliases("one")["prod"], 3);
    assert!(emulator.tags("one").keys().eq(["empty", "new"]));
}
