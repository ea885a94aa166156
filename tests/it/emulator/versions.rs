//! The versions of an image in the embedded service: listed, described and updated.

use sagescope::emulator::{CatalogueVersion, Change, Emulator, ImageStatus, VersionEdit};
use serde_json::{Value, json};

use super::wire::{self, ok, refused, service_of_one, service_of_versions};

fn modified(version: &Value) -> f64 {
    version["LastModifiedTime"].as_f64().unwrap()
}

fn numbers(page: &Value) -> Vec<u64> {
    let versions = page["ImageVersions"].as_array().unwrap();
    versions.iter().map(|version| version["Version"].as_u64().unwrap()).collect()
}

/// The numbers of the versions that a query finds, with the image's name put in.
async fn listed(emulator: &Emulator, mut query: Value) -> Vec<u64> {
    query["ImageName"] = json!("one");
    numbers(&ok(emulator, "ListImageVersions", query).await)
}

/// The numbers on all pages of a query.
async fn pages(emulator: &Emulator, mut query: Value) -> Vec<Vec<u64>> {
    query["ImageName"] = json!("one");
    wire::pages(emulator, "ListImageVersions", query).await.iter().map(numbers).collect()
}

#[tokio::test]
async fn they_are_listed_in_every_order() {
    let emulator = service_of_versions().await;
    for (query, order) in [
        (json!({}), [3, 2, 1]),
        (json!({ "SortBy": "CREATION_TIME", "SortOrder": "ASCENDING" }), [1, 2, 3]),
        (json!({ "SortBy": "LAST_MODIFIED_TIME" }), [1, 2, 3]),
        (json!({ "SortBy": "LAST_MODIFIED_TIME", "SortOrder": "ASCENDING" }), [3, 2, 1]),
        (json!({ "SortBy": "VERSION" }), [3, 2, 1]),
        (json!({ "SortBy": "VERSION", "SortOrder": "ASCENDING" }), [1, 2, 3]),
    ] {
        assert_eq!(listed(&emulator, query.clone()).await, order, "{query}");
        let mut single = query.clone();
        single["MaxResults"] = json!(1);
        assert_eq!(pages(&emulator, single).await, order.map(|number| vec![number]), "{query}");
    }
}

#[tokio::test]
async fn a_page_holds_ten_unless_asked_otherwise() {
    let emulator = service_of_versions().await;
    for number in 4..=23 {
        assert!(emulator.add_version("one", CatalogueVersion::numbered(number)));
    }
    let sizes = async |query| pages(&emulator, query).await.iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(json!({})).await, [10, 10, 3]);
    assert_eq!(sizes(json!({ "MaxResults": 23 })).await, [23], "a last page that is just full has no token");
    assert_eq!(sizes(json!({ "MaxResults": 100, "SortBy": "VERSION" })).await, [23]);
    // Twenty of them were created in the same moment.
    let all = pages(&emulator, json!({ "MaxResults": 3 })).await.concat();
    assert!(all.into_iter().eq((1..=23).rev()));
}

#[tokio::test]
async fn versions_that_come_and_go_between_pages_disturb_no_others() {
    let emulator = service_of_versions().await;
    let mut query = json!({ "ImageName": "one", "MaxResults": 1, "SortBy": "VERSION" });
    let first = ok(&emulator, "ListImageVersions", query.clone()).await;
    assert!(emulator.remove_version("one", 3) && !emulator.remove_version("one", 3));
    assert!(emulator.add_version("one", CatalogueVersion::numbered(4)));
    query["NextToken"] = first["NextToken"].clone();
    assert_eq!(numbers(&ok(&emulator, "ListImageVersions", query).await), [2]);
}

#[tokio::test]
async fn a_token_serves_its_own_query_only() {
    let emulator = service_of_versions().await;
    emulator.add(sagescope::emulator::CatalogueImage::named("two"));
    let query = json!({ "ImageName": "one", "MaxResults": 1 });
    let token = ok(&emulator, "ListImageVersions", query).await["NextToken"].clone();
    for query in [
        json!({ "ImageName": "two", "NextToken": token }),
        json!({ "ImageName": "one", "NextToken": token, "SortBy": "VERSION" }),
        json!({ "ImageName": "one", "NextToken": token, "SortOrder": "ASCENDING" }),
        json!({ "ImageName": "one", "NextToken": token, "CreationTimeAfter": 5 }),
        json!({ "ImageName": "one", "NextToken": "made up" }),
    ] {
        let told = refused(&emulator, "ListImageVersions", query).await;
        assert_eq!(told, ("ValidationException".to_owned(), "Invalid NextToken.".to_owned()));
    }
    let (code, _) =
        refused(&emulator, "ListAliases", json!({ "ImageName": "one", "NextToken": token })).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(listed(&emulator, json!({ "NextToken": token, "MaxResults": 100 })).await, [2, 1]);
}

#[tokio::test]
async fn times_are_filtered_with_both_ends_included() {
    let emulator = service_of_versions().await;
    let second = emulator.describe_version("one", 2).unwrap();
    for (member, time, found) in [
        ("CreationTimeAfter", "CreationTime", vec![3, 2]),
        ("CreationTimeBefore", "CreationTime", vec![2, 1]),
        ("LastModifiedTimeAfter", "LastModifiedTime", vec![2, 1]),
        ("LastModifiedTimeBefore", "LastModifiedTime", vec![3, 2]),
    ] {
        assert_eq!(listed(&emulator, json!({ member: second[time] })).await, found, "{member}");
    }
}

#[tokio::test]
async fn a_summary_holds_arns_number_status_and_times() {
    let emulator = service_of_versions().await;
    assert!(emulator.set_version_status("one", 3, ImageStatus::CreateFailed, Some("No such tag")));
    let page = ok(&emulator, "ListImageVersions", json!({ "ImageName": "one", "MaxResults": 1 })).await;
    let described = emulator.describe_version("one", 3).unwrap();
    let mut summary = page["ImageVersions"][0].clone();
    for time in ["CreationTime", "LastModifiedTime"] {
        assert_eq!(summary[time], described[time]);
        summary.as_object_mut().unwrap().remove(time);
    }
    let expected = json!({
        "ImageArn": "arn:aws:sagemaker:us-east-1:123456789012:image/one",
        "ImageVersionArn": "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/3",
        "ImageVersionStatus": "CREATE_FAILED", "FailureReason": "No such tag", "Version": 3,
    });
    assert_eq!(summary, expected);
}

#[tokio::test]
async fn one_is_described_by_number_by_alias_or_as_the_latest() {
    let emulator = service_of_versions().await;
    for (body, number) in [
        (json!({ "ImageName": "one", "Version": 1 }), 1),
        (json!({ "ImageName": "one", "Alias": "prod" }), 2),
        (json!({ "ImageName": "one", "Alias": "stable", "Version": null }), 2),
        (json!({ "ImageName": "one" }), 3),
    ] {
        let described = ok(&emulator, "DescribeImageVersion", body).await;
        assert_eq!(described, emulator.describe_version("one", number).unwrap());
        assert_eq!(described["Version"], number);
    }
    let described = emulator.describe_version("one", 1).unwrap();
    let repository = "123456789012.dkr.ecr.us-east-1.amazonaws.com/images/base";
    assert_eq!(described["BaseImage"], format!("{repository}:1"));
    let container = described["ContainerImage"].as_str().unwrap();
    let digest = container.strip_prefix(&format!("{repository}@sha256:")).expect(container);
    assert!(digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()), "{container}");
    // Nothing was ever said of these, and an alias is not told at all.
    for member in ["VendorGuidance", "JobType", "MLFramework", "ProgrammingLang", "Processor", "Horovod"] {
        assert!(described.get(member).is_none(), "{member}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let emulator = service_of_versions().await;
    emulator.add(sagescope::emulator::CatalogueImage::named("bare"));
    let no_version = |wanted: &str| format!("ImageVersion with ImageName one and {wanted} does not exist.");
    let no_latest =
        "Latest ImageVersion with ImageName bare does not exist. Please provide a valid ImageName."
            .to_owned();
    let no_image = "No Image with the name none found.".to_owned();
    for (operation, body, words) in [
        ("DescribeImageVersion", json!({ "ImageName": "one", "Version": 7 }), no_version("Version 7")),
        ("DescribeImageVersion", json!({ "ImageName": "one", "Alias": "beta" }), no_version("Alias beta")),
        ("DescribeImageVersion", json!({ "ImageName": "bare" }), no_latest),
        ("DescribeImageVersion", json!({ "ImageName": "none" }), no_image.clone()),
        ("ListImageVersions", json!({ "ImageName": "none" }), no_image.clone()),
        ("ListAliases", json!({ "ImageName": "none" }), no_image.clone()),
        ("ListAliases", json!({ "ImageName": "one", "Version": 0 }), no_version("Version 0")),
        ("UpdateImageVersion", json!({ "ImageName": "none", "Version": 1 }), no_image),
        (
            "UpdateImageVersion",
            json!({ "ImageName": "one", "Version": 5_000_000_000_i64 }),
            no_version("Version 5000000000"),
        ),
        ("UpdateImageVersion", json!({ "ImageName": "one", "Alias": "beta" }), no_version("Alias beta")),
    ] {
        let told = refused(&emulator, operation, body.clone()).await;
        assert_eq!(told, ("ResourceNotFound".to_owned(), words), "{operation} {body}");
    }
    assert_eq!(
        ok(&emulator, "ListImageVersions", json!({ "ImageName": "bare" })).await,
        json!({ "ImageVersions": [] })
    );
}

#[tokio::test]
async fn an_update_is_done_at_once_and_the_status_stays() {
    let emulator = service_of_versions().await;
    let before = emulator.describe_version("one", 2).unwrap();
    let members = json!({
        "VendorGuidance": "STABLE", "JobType": "NOTEBOOK_KERNEL", "MLFramework": "PyTorch 2.4.1",
        "ProgrammingLang": "Python3.11", "Processor": "GPU", "Horovod": false, "ReleaseNotes": "\u{1b}[31m é 日本 ",
    });
    let mut body = members.clone();
    body["ImageName"] = json!("one");
    body["Alias"] = json!("prod");
    let answer = ok(&emulator, "UpdateImageVersion", body).await;
    let arn = "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/2";
    assert_eq!(answer, json!({ "ImageVersionArn": arn }));
    let after = emulator.describe_version("one", 2).unwrap();
    for (member, value) in members.as_object().unwrap() {
        assert_eq!(&after[member], value, "{member}");
    }
    assert_eq!(after["ImageVersionStatus"], "CREATED");
    assert!(modified(&after) > modified(&before));
    assert_eq!(after["CreationTime"], before["CreationTime"]);

    // What is not sent stays, and a null is not sent.
    let body =
        json!({ "ImageName": "one", "Version": 2, "Horovod": true, "ReleaseNotes": null, "JobType": null });
    ok(&emulator, "UpdateImageVersion", body).await;
    let last = emulator.describe_version("one", 2).unwrap();
    let mut expected = after.clone();
    expected["Horovod"] = json!(true);
    expected["LastModifiedTime"] = last["LastModifiedTime"].clone();
    assert_eq!(last, expected);
    assert!(modified(&last) > modified(&after));
}

#[tokio::test]
async fn one_that_is_being_changed_or_was_never_made_is_not_updated() {
    let emulator = service_of_versions().await;
    let body = json!({ "ImageName": "one", "Version": 2, "ReleaseNotes": "New", "AliasesToAdd": ["new"] });
    let arn = "arn:aws:sagemaker:us-east-1:123456789012:image-version/one/2";
    for (status, code, words) in [
        (
            ImageStatus::Creating,
            "ResourceInUse",
            format!("ImageVersion {arn} is in status CREATING and cannot be updated."),
        ),
        (
            ImageStatus::Deleting,
            "ResourceInUse",
            format!("ImageVersion {arn} is in status DELETING and cannot be updated."),
        ),
        (
            ImageStatus::CreateFailed,
            "ValidationException",
            format!("ImageVersion {arn} is in an invalid state: CREATE_FAILED."),
        ),
    ] {
        assert!(emulator.set_version_status("one", 2, status, None));
        let before = emulator.describe_version("one", 2);
        assert_eq!(refused(&emulator, "UpdateImageVersion", body.clone()).await, (code.to_owned(), words));
        assert_eq!(emulator.describe_version("one", 2), before);
    }
    assert!(!emulator.aliases("one").contains_key("new"));
    assert!(emulator.set_version_status("one", 2, ImageStatus::DeleteFailed, Some("In use")));
    ok(&emulator, "UpdateImageVersion", body).await;
    let updated = emulator.describe_version("one", 2).unwrap();
    assert_eq!(
        (&updated["ImageVersionStatus"], &updated["FailureReason"]),
        (&json!("DELETE_FAILED"), &json!("In use"))
    );
}

#[tokio::test]
async fn somebody_elses_edits_count_at_once_whatever_they_are() {
    let emulator = service_of_versions().await;
    let before = emulator.describe_version("one", 2).unwrap();
    let edit = VersionEdit {
        base_image: Change::Set("x".repeat(300)),
        container_image: Change::Clear,
        ..VersionEdit::vendor_guidance("PERFECT")
    };
    assert!(emulator.edit_version_as_someone_else("one", 2, edit));
    let after = emulator.describe_version("one", 2).unwrap();
    assert_eq!((&after["VendorGuidance"], after.get("ContainerImage")), (&json!("PERFECT"), None));
    assert_eq!(after["BaseImage"].as_str().unwrap().len(), 300);
    assert!(modified(&after) > modified(&before));

    assert!(emulator.impose("one", 2, "ImageVersionStatus", json!("RESTING")));
    assert!(emulator.impose("one", 2, "Colour", json!(["red"])));
    let page = ok(&emulator, "ListImageVersions", json!({ "ImageName": "one" })).await;
    for told in [&page["ImageVersions"][1], &emulator.describe_version("one", 2).unwrap()] {
        assert_eq!((&told["ImageVersionStatus"], &told["Colour"]), (&json!("RESTING"), &json!(["red"])));
    }
    for (image, number) in [("one", 9), ("none", 1)] {
        assert!(!emulator.edit_version_as_someone_else(image, number, VersionEdit::release_notes("x")));
        assert!(!emulator.set_version_status(image, number, ImageStatus::Created, None));
        assert!(!emulator.impose(image, number, "Version", json!(1)));
        assert_eq!(emulator.describe_version(image, number), None);
    }
    assert!(!emulator.add_version("none", CatalogueVersion::numbered(1)));
}

#[tokio::test]
async fn they_go_with_their_image() {
    let emulator = service_of_one().await;
    assert!(emulator.add_version("one", CatalogueVersion::numbered(1)) && emulator.set_tag("one", "a", "b"));
    assert_eq!((emulator.versions("one"), emulator.tags("one").len()), (vec![1], 1));
    assert!(emulator.remove("one"));
    emulator.add(sagescope::emulator::CatalogueImage::named("one"));
    assert_eq!((emulator.versions("one"), emulator.tags("one").len()), (Vec::new(), 0));
}
