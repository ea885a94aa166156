//! What comes of requests that go well.

use super::*;
use sagescope::edit::kind::image::{DESCRIPTION, DISPLAY_NAME, ROLE, UpdateImage};
use sagescope::edit::{Call, Change, Changes};
use sagescope::service::Local;

#[tokio::test]
async fn all_pages_are_listed_by_name() {
    let service =
        Emulator::start(Options { catalogue: Catalogue::made(250), ..Options::default() }).await.unwrap();
    let client = client(&service);
    let (mut names, mut sizes, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let (images, next) =
            page(client.perform(Request::Read(Read::List { end: ListEnd::Front, after })).await);
        sizes.push(images.len());
        names.extend(images.into_iter().map(|image| image.name.as_str().to_owned()));
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [100, 100, 50]);
    assert!(names.is_sorted_by(|a, b| a.to_lowercase() <= b.to_lowercase()), "{names:?}");
    let bodies: Vec<Value> =
        arrived(&service, "ListImages").into_iter().map(|arrival| arrival.body).collect();
    let first = json!({"MaxResults": 100, "SortBy": "IMAGE_NAME", "SortOrder": "ASCENDING"});
    assert_eq!(bodies.first(), Some(&first));
    assert!(bodies[1]["NextToken"].is_string());
}

#[tokio::test]
async fn no_images_are_a_page_of_none() {
    let service = service(Vec::new()).await;
    assert_eq!(page(client(&service).perform(list()).await), (Vec::new(), None));
}

#[tokio::test]
async fn a_description_has_what_the_service_has() {
    let service = service_with_image().await;
    service.add(CatalogueImage::named("bare"));
    let client = client(&service);
    let full = image(client.perform(Request::Read(Read::Describe(name()))).await);
    assert_eq!(full.name.as_str(), IMAGE);
    assert_eq!(full.arn.unwrap().as_str(), "arn:aws:sagemaker:us-east-1:123456789012:image/pytorch-2.4-gpu");
    assert_eq!(full.display_name.unwrap().as_str(), "PyTorch 2.4");
    assert_eq!(full.description.unwrap().as_str(), "For the vision team");
    assert!(full.role.unwrap().as_str().ends_with("/SageMakerImages"));
    assert_eq!(full.status, Some(ImageStatus::Created));
    assert!(full.created.is_some() && full.modified.is_some());
    let bare = image(client.perform(Request::Read(Read::Describe(ImageName::parse("bare").unwrap()))).await);
    assert_eq!((bare.display_name, bare.description, bare.failure_reason), (None, None, None));
    let (listed, _) = page(client.perform(list()).await);
    assert!(listed.iter().all(|image| image.role.is_none() && image.status.is_some()));
}

#[tokio::test]
async fn an_image_that_is_not_there_is_not_found() {
    let service = service(Vec::new()).await;
    let failure = client(&service).perform(Request::Read(Read::Describe(name()))).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NotFound);
    assert_eq!(failure.code.unwrap().as_str(), "ResourceNotFound");
    assert!(failure.request_id.is_some());
    assert_eq!(failure.http_status, Some(400));
    assert_eq!(arrived(&service, "DescribeImage").len(), 1);
}

#[tokio::test]
async fn an_update_carries_the_changes_and_nothing_else() {
    let service = service_with_image().await;
    let client = client(&service);
    let role = "arn:aws:iam::123456789012:role/Other";
    let mut updates = vec![
        Changes::from([(DISPLAY_NAME, Change::Set("New \u{2028}? \"name\"".replace('\u{2028}', "")))]),
        Changes::from([(DISPLAY_NAME, Change::Clear), (DESCRIPTION, Change::Clear)]),
    ];
    updates.push(Changes::from([(DESCRIPTION, Change::Clear), (ROLE, Change::Set(role.into()))]));
    let updates = updates.into_iter().map(|changes| UpdateImage::new(name(), changes));
    for update in updates {
        assert_eq!(
            client.perform(Request::Write(Call::UpdateImage(update.clone()))).await,
            Ok(Answer::Accepted)
        );
        service.settle_now();
        assert_eq!(arrived(&service, "UpdateImage").last().unwrap().body, update.to_json());
    }
}

#[tokio::test]
async fn a_refused_value_is_invalid_and_says_why() {
    let service = service_with_image().await;
    let changes = Changes::from([(DISPLAY_NAME, Change::Set(" blank".into()))]);
    let update = UpdateImage::new(name(), changes);
    let failure = client(&service).perform(Request::Write(Call::UpdateImage(update))).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Invalid);
    assert!(failure.message.as_str().contains("displayName"), "{}", failure.message);
    assert!(!failure.leaves_write_unknown());
}

#[tokio::test]
async fn the_account_is_asked_at_the_same_endpoint() {
    let service = service(Vec::new()).await;
    let account = client(&service).perform(Request::Read(Read::WhoAmI)).await;
    assert_eq!(account, Ok(Answer::Account("123456789012".into())));
    service.inject("GetCallerIdentity=fault-500".parse().unwrap());
    let failure = client(&service).perform(Request::Read(Read::WhoAmI)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Service);
    assert_eq!(arrived(&service, "GetCallerIdentity").len(), 3);
}

#[tokio::test]
async fn a_place_says_where_it_is_and_sends_nothing() {
    let service = service(Vec::new()).await;
    let Ok(Answer::Located(location)) = client(&service).perform(Request::Local(Local::Locate)).await else {
        panic!("it has a place")
    };
    assert_eq!(location.profile, None);
    assert_eq!(location.region.unwrap().as_str(), "us-east-1");
    assert_eq!(location.endpoint.unwrap().as_str(), service.endpoint_url());
    assert_eq!(service.arrivals(), []);
}

#[tokio::test]
async fn odd_images_are_taken_as_far_as_they_go() {
    let body = "{\"Images\": [{\"ImageName\": \"a\\u001b[31mb\", \"ImageStatus\": \"MOVING\", \"Surprise\": 1, \
                \"CreationTime\": 1.5, \"LastModifiedTime\": 9e17}, {\"ImageArn\": \"arn:nameless\"}], \
                \"NextToken\": \"\"}";
    let (images, next) = page(asked("200 OK", body, list()).await);
    assert_eq!((images.len(), next), (1, None));
    assert_eq!(images[0].name.as_str(), "a\u{fffd}b");
    assert_eq!(images[0].status, Some(ImageStatus::Other("MOVING".into())));
    assert_eq!(images[0].created.unwrap().as_millisecond(), 1500);
    assert_eq!(images[0].modified, None);
}

#[tokio::test]
async fn a_fixed_place_needs_a_region() {
    let client = Client::new(Connection { region: None, ..connection("http://127.0.0.1:1".into()) });
    let failure = client.perform(Request::Local(Local::Locate)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NoRegion);
    let client = Client::new(connection("http://me:secret@127.0.0.1:1".into()));
    let failure = client.perform(Request::Local(Local::Locate)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::BadConfig);
    assert!(!failure.message.as_str().contains("secret"));
}
