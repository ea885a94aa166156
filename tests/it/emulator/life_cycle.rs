//! The life of an image in the embedded service: updates, failures, and what others do.

use std::time::Duration;

use sagescope::emulator::{Catalogue, CatalogueImage, Change, Edit, Emulator, ImageStatus, Options};
use serde_json::{Value, json};

use super::wire::{ok, refused, service_of_one};

fn modified(image: &Value) -> f64 {
    image["LastModifiedTime"].as_f64().unwrap()
}

async fn service(settle: Duration) -> Emulator {
    let catalogue = Catalogue { images: vec![CatalogueImage::named("one")], ..Catalogue::default() };
    Emulator::start(Options { catalogue, settle, ..Options::default() }).await.unwrap()
}

#[tokio::test]
async fn an_update_is_applied_at_once_and_settles_later() {
    let emulator = service_of_one().await;
    let before = emulator.describe("one").unwrap();
    let body = json!({
        "ImageName": "one", "DisplayName": "New", "DeleteProperties": ["Description"],
        "RoleArn": "arn:aws:iam::123456789012:role/Other",
    });
    let answer = ok(&emulator, "UpdateImage", body).await;
    assert_eq!(answer, json!({ "ImageArn": "arn:aws:sagemaker:us-east-1:123456789012:image/one" }));
    let during = ok(&emulator, "DescribeImage", json!({ "ImageName": "one" })).await;
    assert_eq!(during["ImageStatus"], "UPDATING");
    assert_eq!(during["DisplayName"], "New");
    assert_eq!(during["RoleArn"], "arn:aws:iam::123456789012:role/Other");
    assert!(during.get("Description").is_none());
    assert!(modified(&during) > modified(&before));

    emulator.settle_now();
    let after = ok(&emulator, "DescribeImage", json!({ "ImageName": "one" })).await;
    assert_eq!(after["ImageStatus"], "CREATED");
    assert!(modified(&after) > modified(&during));
    assert_eq!(after["CreationTime"], before["CreationTime"]);
}

#[tokio::test]
async fn it_settles_by_itself_when_its_time_has_passed() {
    let emulator = service(Duration::from_millis(40)).await;
    ok(&emulator, "UpdateImage", json!({ "ImageName": "one", "DisplayName": "New" })).await;
    let start = emulator.describe("one").unwrap();
    let settled = async {
        loop {
            let image = emulator.describe("one").unwrap();
            if image["ImageStatus"] == "CREATED" {
                return image;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let end = tokio::time::timeout(crate::PATIENCE, settled).await.unwrap();
    // It settled when its time had passed, not when somebody looked.
    let took = modified(&end) - modified(&start);
    assert!((0.0385..0.0455).contains(&took) || start["ImageStatus"] == "CREATED", "{took}");
}

#[tokio::test]
async fn without_a_delay_an_update_has_settled_when_it_is_read() {
    let emulator = service(Duration::ZERO).await;
    for number in 0..3 {
        let before = emulator.describe("one").unwrap();
        ok(&emulator, "UpdateImage", json!({ "ImageName": "one", "DisplayName": number.to_string() })).await;
        let after = emulator.describe("one").unwrap();
        assert_eq!(
            (&after["ImageStatus"], &after["DisplayName"]),
            (&json!("CREATED"), &json!(number.to_string()))
        );
        assert!(modified(&after) > modified(&before));
    }
}

#[tokio::test]
async fn an_image_in_use_is_not_updated() {
    let emulator = service_of_one().await;
    ok(&emulator, "UpdateImage", json!({ "ImageName": "one", "DisplayName": "First" })).await;
    let (code, message) =
        refused(&emulator, "UpdateImage", json!({ "ImageName": "one", "DisplayName": "Second" })).await;
    assert_eq!(code, "ResourceInUse");
    assert_eq!(
        message,
        "Image arn:aws:sagemaker:us-east-1:123456789012:image/one is in status UPDATING and cannot be updated."
    );
    emulator.settle_now();
    assert_eq!(emulator.describe("one").unwrap()["DisplayName"], "First");
    for status in [ImageStatus::Creating, ImageStatus::Updating, ImageStatus::Deleting] {
        assert!(emulator.set_status("one", status, None));
        emulator.settle_now();
        let (code, message) = refused(&emulator, "UpdateImage", json!({ "ImageName": "one" })).await;
        assert_eq!(code, "ResourceInUse");
        assert!(message.contains(status.as_str()), "{message}");
    }
}

#[tokio::test]
async fn a_role_that_cant_be_assumed_fails_the_update_until_a_good_one() {
    let emulator = service_of_one().await;
    let bad = "arn:aws:iam::123456789012:role/Bad";
    ok(&emulator, "UpdateImage", json!({ "ImageName": "one", "DisplayName": "New", "RoleArn": bad })).await;
    assert_eq!(emulator.describe("one").unwrap()["ImageStatus"], "UPDATING");
    emulator.settle_now();
    let failed = emulator.describe("one").unwrap();
    assert_eq!(failed["ImageStatus"], "UPDATE_FAILED");
    assert_eq!((&failed["RoleArn"], &failed["DisplayName"]), (&json!(bad), &json!("New")));
    assert!(failed["FailureReason"].as_str().unwrap().contains(&format!("unable to assume the role {bad}")));
    assert_eq!(
        ok(&emulator, "ListImages", json!({})).await["Images"][0]["FailureReason"],
        failed["FailureReason"]
    );

    let good = "arn:aws:iam::123456789012:role/Good";
    ok(&emulator, "UpdateImage", json!({ "ImageName": "one", "RoleArn": good })).await;
    emulator.settle_now();
    let mended = emulator.describe("one").unwrap();
    assert_eq!((&mended["ImageStatus"], &mended["RoleArn"]), (&json!("CREATED"), &json!(good)));
    assert!(mended.get("FailureReason").is_none());
}

#[tokio::test]
async fn failed_images_are_updated_where_there_is_something_to_update() {
    let emulator = service_of_one().await;
    assert!(emulator.set_status("one", ImageStatus::CreateFailed, Some("No such role")));
    let (code, message) = refused(&emulator, "UpdateImage", json!({ "ImageName": "one" })).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(message, "Image one is in an invalid state: CREATE_FAILED.");
    assert!(emulator.set_status("one", ImageStatus::DeleteFailed, Some("In use by a domain")));
    assert_eq!(emulator.describe("one").unwrap()["FailureReason"], "In use by a domain");
    ok(&emulator, "UpdateImage", json!({ "ImageName": "one" })).await;
    emulator.settle_now();
    assert_eq!(emulator.describe("one").unwrap()["ImageStatus"], "CREATED");
}

#[tokio::test]
async fn somebody_elses_edit_counts_at_once() {
    let emulator = service_of_one().await;
    let before = emulator.describe("one").unwrap();
    let edit = Edit { description: Change::Clear, ..Edit::display_name("Theirs") };
    assert!(emulator.edit_as_someone_else("one", edit));
    let after = emulator.describe("one").unwrap();
    assert_eq!((&after["DisplayName"], &after["ImageStatus"]), (&json!("Theirs"), &json!("CREATED")));
    assert!(after.get("Description").is_none());
    assert!(modified(&after) > modified(&before));
    assert!(!emulator.edit_as_someone_else("none", Edit::role_arn("x")));
}

#[tokio::test]
async fn an_image_taken_away_is_not_found() {
    let emulator = service_of_one().await;
    ok(&emulator, "UpdateImage", json!({ "ImageName": "one", "DisplayName": "x" })).await;
    assert!(emulator.remove("one") && !emulator.remove("one"));
    emulator.settle_now();
    assert_eq!(emulator.describe("one"), None);
    for operation in ["DescribeImage", "UpdateImage"] {
        let (code, _) = refused(&emulator, operation, json!({ "ImageName": "one" })).await;
        assert_eq!(code, "ResourceNotFound");
    }
    emulator.add(CatalogueImage { description: Some("Back".to_owned()), ..CatalogueImage::named("one") });
    assert_eq!(emulator.describe("one").unwrap()["Description"], "Back");
}
