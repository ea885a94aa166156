//! How it reads when what is asked of versions, aliases and tags is refused, and answers that are none.

use sagescope::domain::Denied;
use sagescope::edit::kind::aliases::UpdateAliases;
use sagescope::edit::kind::tags::{AddTags, DeleteTags};
use sagescope::edit::kind::version::{RELEASE_NOTES, UpdateVersion, VENDOR_GUIDANCE};
use sagescope::edit::{Changes, FieldKey};
use sagescope::emulator::ImageStatus as Status;

use super::scripted::{Scripted, refused};
use super::*;

fn notes(version: u32, changes: Changes) -> Call {
    Call::UpdateVersion(UpdateVersion { image: name(), version, changes })
}

fn noted(version: u32) -> Call {
    notes(version, [(RELEASE_NOTES, Change::Set("Changed".into()))].into())
}

/// Gives an alias to a version, or takes it away there.
fn alias(version: u32, alias: &str, is_added: bool) -> Call {
    let change = if is_added { Change::Set(version.to_string()) } else { Change::Clear };
    Call::UpdateAliases(UpdateAliases {
        image: name(),
        version,
        changes: [(FieldKey::entry(alias), change)].into(),
    })
}

fn tag(arn: Text, key: &str) -> Call {
    Call::AddTags(AddTags {
        image: name(),
        arn,
        changes: [(FieldKey::entry(key), Change::Set("x".into()))].into(),
    })
}

/// An image with versions in every state, and as many tags as it can have.
async fn full_service() -> Emulator {
    let service = service_with_image().await;
    for (number, status, reason) in [
        (3, Status::Creating, None),
        (4, Status::CreateFailed, Some("No such layer")),
        (5, Status::Deleting, None),
    ] {
        assert!(service.add_version(IMAGE, CatalogueVersion::numbered(number)));
        assert!(service.set_version_status(IMAGE, number, status, reason));
    }
    for number in 1..50 {
        assert!(service.set_tag(IMAGE, &format!("key-{number}"), "x"));
    }
    service
}

#[tokio::test]
async fn what_the_service_refuses_has_a_class_and_its_own_words() {
    use FailureClass::{InUse, Invalid, NotFound};
    let (gone, of_aws) = (Text::from("arn:aws:sagemaker:us-east-1:123456789012:image/gone"), "aws:team");
    let long = |key| notes(1, [(key, Change::Set("x".repeat(256)))].into());
    for (call, class, says) in [
        (noted(9), NotFound, "Version 9 does not exist"),
        (noted(3), InUse, "CREATING"),
        (noted(5), InUse, "DELETING"),
        (noted(4), Invalid, "CREATE_FAILED"),
        (long(RELEASE_NOTES), Invalid, "at 'releaseNotes'"),
        (long(VENDOR_GUIDANCE), Invalid, "at 'vendorGuidance'"),
        (alias(9, "new", true), NotFound, "Version 9 does not exist"),
        (alias(1, "latest", false), NotFound, "Alias latest of ImageVersion 1"),
        (alias(1, "-", true), Invalid, "at 'aliasesToAdd'"),
        (alias(1, "latest", true), InUse, "Alias latest is already in use by ImageVersion 2"),
        (tag(arn(), "one-more"), Invalid, "more than 50 tags"),
        (tag(arn(), of_aws), Invalid, "aws:"),
        (tag(gone, "team"), Invalid, "Could not find resource"),
    ] {
        let service = full_service().await;
        service.inject("UpdateImageVersion=refuse-move".parse().unwrap());
        let failure = client(&service).perform(Request::Write(call.clone())).await.unwrap_err();
        assert_eq!((failure.class, failure.http_status), (class, Some(400)), "{call:?}: {failure:?}");
        assert!(failure.message.as_str().contains(says), "{call:?}: {failure:?}");
        assert!(!failure.leaves_write_unknown() && failure.code.is_some());
        assert_eq!(service.arrivals().len(), 1);
    }
}

/// How the service refuses a move is not documented; whichever way, it is told that nothing was done.
#[tokio::test]
async fn a_move_that_is_refused_is_surely_not_done() {
    for (code, class, head) in [
        ("ResourceInUse", FailureClass::InUse, "in use, or being changed"),
        ("ResourceInUseException", FailureClass::InUse, "in use, or being changed"),
        ("ConflictException", FailureClass::InUse, "in use, or being changed"),
        ("ValidationException", FailureClass::Invalid, "the service rejected a value"),
        ("ResourceLimitExceeded", FailureClass::LimitReached, "a service limit is reached"),
    ] {
        let service = Scripted::open(move |_, _| refused(code)).await;
        let reply = service.client().perform(Request::Write(alias(1, "latest", true))).await;
        let failure = reply.unwrap_err();
        assert_eq!((failure.class, failure.headline()), (class, head));
        assert_eq!(failure.message.as_str(), format!("{code}, because the test says so"));
        assert!(!failure.leaves_write_unknown());
        assert_eq!(service.count("UpdateImageVersion"), 1);
    }
}

#[tokio::test]
async fn a_denial_names_the_action_and_what_it_was_to_be_done_to() {
    let (image, version) = (arn().to_string(), "arn:aws:sagemaker:us-east-1:123456789012:image-version");
    let writes = Call::one_of_each(&name()).into_iter().map(|call| (call.operation(), Request::Write(call)));
    let reads = reads_of_contents().into_iter();
    for (operation, request) in reads.chain(writes) {
        let service = service_with_image().await;
        service.inject(format!("{operation}=denied").parse().unwrap());
        let failure = client(&service).perform(request).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Denied, "{operation}");
        let denied = Denied::read(failure.message.as_str()).expect(operation);
        assert_eq!(denied.action, format!("sagemaker:{operation}"));
        let is_of_version = ["DescribeImageVersion", "UpdateImageVersion"].contains(&operation);
        let resource = if is_of_version { format!("{version}/{IMAGE}/1") } else { image.clone() };
        assert_eq!(denied.resource, Some(resource), "{operation}");
        assert_eq!(arrived(&service, operation).len(), 1, "what is denied is not asked for again");
    }
}

#[tokio::test]
async fn what_is_read_has_the_class_of_what_went_wrong() {
    for (fault, class, attempts) in [
        ("throttle", FailureClass::Throttled, 3),
        ("fault-500", FailureClass::Service, 3),
        ("lost-answer", FailureClass::TimedOut, 3),
        ("reset", FailureClass::TimedOut, 3),
        ("html", FailureClass::Service, 3),
        ("empty", FailureClass::Unreadable, 2),
        ("truncated", FailureClass::Unreadable, 2),
        ("expired", FailureClass::Expired, 1),
        ("in-use", FailureClass::InUse, 1),
        ("bad-key", FailureClass::BadKey, 1),
        // The SDK tries again by the service's clock.
        ("skew", FailureClass::Clock, 3),
    ] {
        let service = service_with_studio().await;
        for (number, (operation, request)) in (1..).zip(reads()) {
            // All clients of a region share so many retries, over all that they ask for.
            let region = Some(format!("{fault}-{number}"));
            let client = Client::new(Connection { region, ..connection(service.endpoint_url()) });
            service.inject(format!("{operation}={fault}").parse().unwrap());
            let failure = client.perform(request.clone()).await.expect_err(fault);
            assert_eq!(failure.class, class, "{operation}={fault}: {failure:?}");
            assert_eq!(arrived(&service, operation).len(), attempts, "{operation}={fault}");
            service.clear_faults();
            // Once more it goes well.
            client.perform(request).await.unwrap();
        }
    }
}

#[tokio::test]
async fn an_answer_that_breaks_off_once_is_no_trouble() {
    let service = service_with_studio().await;
    for (operation, request) in reads() {
        let client = Client::new(connection(service.endpoint_url()));
        service.inject(format!("{operation}=truncatedx1").parse().unwrap());
        let reply = client.perform(request).await;
        assert!(reply.is_ok(), "{operation}: {reply:?}");
        // Some reads take several.
        assert!(arrived(&service, operation).len() >= 2, "{operation}");
        service.clear_faults();
    }
}

#[tokio::test]
async fn an_answer_that_is_not_the_services_is_unreadable_for_each_kind_of_call() {
    let reads = || reads().map(|(_, request)| request);
    let writes = || Call::one_of_each(&name()).into_iter().map(Request::Write);
    for (head, body) in [
        ("200 OK", ""),
        ("200 OK", "<html><title>Log in to the network</title></html>"),
        ("200 OK", "{\"ImageVersionArn\": \"arn"),
        ("200 OK", "[]"),
        ("200 OK", "null"),
        ("403 Forbidden", "<html><title>Blocked</title></html>"),
        ("404 Not Found", "{\"detail\": \"no such route\"}"),
    ] {
        for request in reads().chain(writes()) {
            let failure = asked(head, body, request.clone()).await.unwrap_err();
            assert_eq!(failure.class, FailureClass::Unreadable, "{head} {body:?}: {request:?} {failure:?}");
            let words = failure.message.as_str();
            let is_of_service = head == "200 OK" && words.contains(" has no ");
            let says = format!("HTTP {}", &head[..3]);
            assert!(is_of_service || words.contains(&says), "{head} {body:?}: {words}");
        }
    }
    for request in reads().chain(writes()) {
        // An object without members is an answer only where there are none.
        let reply = asked("200 OK", "{}", request.clone()).await;
        match request {
            Request::Write(Call::DeleteTags(DeleteTags { .. })) => assert_eq!(reply, Ok(Answer::Accepted)),
            _ => assert_eq!(reply.unwrap_err().class, FailureClass::Unreadable, "{request:?}"),
        }
    }
}
