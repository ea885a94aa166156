//! `ListImages` of the embedded service: pages, orders and filters.

use std::{collections::BTreeSet, time::Duration};

use sagescope::emulator::{Catalogue, CatalogueImage, Edit, Emulator, Options};
use serde_json::{Value, json};

use super::wire::{ok, pages, refused};

async fn service(count: usize) -> Emulator {
    Emulator::start(Options { catalogue: Catalogue::made(count), ..Options::default() }).await.unwrap()
}

fn names(page: &Value) -> Vec<String> {
    let images = page["Images"].as_array().unwrap();
    images.iter().map(|image| image["ImageName"].as_str().unwrap().to_owned()).collect()
}

async fn all_images(emulator: &Emulator, query: &Value) -> Vec<Value> {
    let pages = pages(emulator, "ListImages", query.clone()).await;
    pages.iter().flat_map(|page| page["Images"].as_array().unwrap().clone()).collect()
}

#[tokio::test]
async fn a_page_holds_ten_images_unless_asked_otherwise() {
    let emulator = service(101).await;
    let sizes = async |query: Value| {
        let pages = pages(&emulator, "ListImages", query).await;
        pages.iter().map(|page| names(page).len()).collect::<Vec<_>>()
    };
    assert_eq!(sizes(json!({})).await, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1]);
    assert_eq!(sizes(json!({ "MaxResults": 100 })).await, [100, 1]);
    assert_eq!(sizes(json!({ "MaxResults": null })).await.len(), 11);
    assert_eq!(sizes(json!({ "MaxResults": 1, "NameContains": "00042" })).await, [1]);
}

#[tokio::test]
async fn a_last_page_that_is_just_full_has_no_token() {
    let emulator = service(20).await;
    assert_eq!(pages(&emulator, "ListImages", json!({})).await.len(), 2);
}

#[tokio::test]
async fn no_images_are_one_empty_page() {
    let emulator = service(0).await;
    assert_eq!(ok(&emulator, "ListImages", json!({})).await, json!({ "Images": [] }));
}

#[tokio::test]
async fn every_order_gives_every_image_once() {
    let emulator = service(250).await;
    for (by, member) in [
        ("CREATION_TIME", "CreationTime"),
        ("LAST_MODIFIED_TIME", "LastModifiedTime"),
        ("IMAGE_NAME", "ImageName"),
    ] {
        let query = json!({ "SortBy": by, "SortOrder": "ASCENDING", "MaxResults": 7 });
        let rising = all_images(&emulator, &query).await;
        let query = json!({ "SortBy": by, "SortOrder": "DESCENDING", "MaxResults": 100 });
        let mut falling = all_images(&emulator, &query).await;
        let in_order = rising.windows(2).all(|pair| match &pair[0][member] {
            Value::String(name) => name.as_str() < pair[1][member].as_str().unwrap(),
            time => time.as_f64().unwrap() <= pair[1][member].as_f64().unwrap(),
        });
        assert!(in_order, "{by}");
        falling.reverse();
        assert_eq!(rising, falling, "{by}");
        let distinct: BTreeSet<&str> =
            rising.iter().map(|image| image["ImageName"].as_str().unwrap()).collect();
        assert_eq!(distinct.len(), 250, "{by}");
    }
}

#[tokio::test]
async fn the_newest_images_come_first_by_default() {
    let emulator = service(50).await;
    let plain = ok(&emulator, "ListImages", json!({})).await;
    let spelled = json!({ "SortBy": "CREATION_TIME", "SortOrder": "DESCENDING" });
    assert_eq!(plain, ok(&emulator, "ListImages", spelled).await);
}

#[tokio::test]
async fn images_of_the_same_time_are_not_lost_between_pages() {
    let twins = (0..30).map(|number| CatalogueImage::named(format!("twin-{number}"))).collect();
    let catalogue = Catalogue { images: twins, ..Catalogue::default() };
    let emulator = Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap();
    let images = all_images(&emulator, &json!({ "MaxResults": 4 })).await;
    let distinct: BTreeSet<&str> = images.iter().map(|image| image["ImageName"].as_str().unwrap()).collect();
    assert_eq!((images.len(), distinct.len()), (30, 30));
}

#[tokio::test]
async fn images_that_come_and_go_between_pages_disturb_no_others() {
    let emulator = service(30).await;
    let query = json!({ "SortBy": "IMAGE_NAME", "SortOrder": "ASCENDING" });
    let before = all_images(&emulator, &query).await;
    let first = ok(&emulator, "ListImages", query.clone()).await;
    let gone = names(&first);
    assert!(emulator.remove(&gone[3]) && emulator.remove(gone.last().unwrap()));
    emulator.add(CatalogueImage::named("0-comes-first"));
    let mut rest = query;
    rest["NextToken"] = first["NextToken"].clone();
    let rest = all_images(&emulator, &rest).await;
    assert_eq!(rest, before[10..]);
}

#[tokio::test]
async fn a_token_serves_its_own_query_only() {
    let emulator = service(40).await;
    let token = ok(&emulator, "ListImages", json!({})).await["NextToken"].clone();
    let text = token.as_str().unwrap();
    let made_up =
        [json!("made-up"), json!(""), json!("é".repeat(20)), json!(text[1..]), json!(format!("{text}00"))];
    let mut refusals: Vec<Value> = made_up.into_iter().map(|token| json!({ "NextToken": token })).collect();
    refusals.extend([
        json!({ "NextToken": token, "SortOrder": "ASCENDING" }),
        json!({ "NextToken": token, "SortBy": "IMAGE_NAME" }),
        json!({ "NextToken": token, "NameContains": "a" }),
        json!({ "NextToken": token, "CreationTimeAfter": 5 }),
    ]);
    for query in refusals {
        let (code, message) = refused(&emulator, "ListImages", query).await;
        assert_eq!((code.as_str(), message.as_str()), ("ValidationException", "Invalid NextToken."));
    }
    // The size of a page and a default spelled out are no other query.
    let same = json!({ "NextToken": token, "MaxResults": 100, "SortBy": "CREATION_TIME" });
    assert_eq!(names(&ok(&emulator, "ListImages", same).await).len(), 30);
}

#[tokio::test]
async fn names_are_filtered_by_a_part_of_them() {
    let images = ["alpha-gpu", "alpha-cpu", "Beta.gpu"].map(CatalogueImage::named).to_vec();
    let catalogue = Catalogue { images, ..Catalogue::default() };
    let emulator = Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap();
    let found = async |part: &str| {
        let query = json!({ "NameContains": part, "SortBy": "IMAGE_NAME", "SortOrder": "ASCENDING" });
        names(&ok(&emulator, "ListImages", query).await)
    };
    assert_eq!(found("gpu").await, ["Beta.gpu", "alpha-gpu"]);
    assert_eq!(found("alpha-").await, ["alpha-cpu", "alpha-gpu"]);
    assert_eq!(found(".").await, ["Beta.gpu"]);
    assert_eq!(found("beta").await, Vec::<String>::new());
}

#[tokio::test]
async fn times_are_filtered_with_both_ends_included() {
    let aged = |name: &str, created: u64, modified: u64| CatalogueImage {
        created_ago: Duration::from_secs(created),
        modified_ago: Duration::from_secs(modified),
        ..CatalogueImage::named(name)
    };
    let images = vec![aged("old", 3000, 10), aged("middle", 2000, 1500), aged("new", 1000, 500)];
    let catalogue = Catalogue { images, ..Catalogue::default() };
    let emulator = Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap();
    let middle = emulator.describe("middle").unwrap();
    let found = async |member: &str, time: &Value| {
        let query = json!({ member: time, "SortBy": "IMAGE_NAME", "SortOrder": "ASCENDING" });
        names(&ok(&emulator, "ListImages", query).await).join(" ")
    };
    assert_eq!(found("CreationTimeAfter", &middle["CreationTime"]).await, "middle new");
    assert_eq!(found("CreationTimeBefore", &middle["CreationTime"]).await, "middle old");
    assert_eq!(found("LastModifiedTimeAfter", &middle["LastModifiedTime"]).await, "middle new old");
    assert_eq!(found("LastModifiedTimeBefore", &middle["LastModifiedTime"]).await, "middle");
    let whole = json!(middle["CreationTime"].as_f64().unwrap().floor() + 1.0);
    assert_eq!(found("CreationTimeAfter", &whole).await, "new");
}

#[tokio::test]
async fn a_summary_holds_everything_but_the_role() {
    let emulator = super::wire::service_of_one().await;
    let mut described = ok(&emulator, "DescribeImage", json!({ "ImageName": "one" })).await;
    assert_eq!(described["RoleArn"], "arn:aws:iam::123456789012:role/Good");
    assert_eq!(described["ImageArn"], "arn:aws:sagemaker:us-east-1:123456789012:image/one");
    described.as_object_mut().unwrap().remove("RoleArn");
    let page = ok(&emulator, "ListImages", json!({})).await;
    assert_eq!(page["Images"], json!([described]));
}

#[tokio::test]
async fn an_edit_moves_an_image_to_the_front_of_the_last_modified() {
    let emulator = service(20).await;
    let query = json!({ "SortBy": "LAST_MODIFIED_TIME", "SortOrder": "ASCENDING" });
    let oldest = names(&ok(&emulator, "ListImages", query).await).remove(0);
    assert!(emulator.edit_as_someone_else(&oldest, Edit::display_name("Touched")));
    let query = json!({ "SortBy": "LAST_MODIFIED_TIME", "MaxResults": 1 });
    assert_eq!(names(&ok(&emulator, "ListImages", query).await), [oldest]);
}
