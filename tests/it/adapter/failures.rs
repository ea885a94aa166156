//! What comes of requests that go wrong, and how often they arrive.

use std::sync::Arc;

use super::*;

#[tokio::test]
async fn a_page_that_leads_to_itself_is_not_followed() {
    let service =
        Emulator::start(Options { catalogue: Catalogue::made(250), ..Options::default() }).await.unwrap();
    let client = client(&service);
    let (_, next) = page(client.perform(list()).await);
    service.inject("ListImages=repeat-token".parse().unwrap());
    let failure = client.perform(Request::List { after: next }).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Unreadable);
}

#[tokio::test]
async fn each_way_to_fail_has_its_class() {
    for (fault, class, status) in [
        ("throttle", FailureClass::Throttled, Some(400)),
        ("fault-500", FailureClass::Service, Some(500)),
        ("fault-503", FailureClass::Service, Some(503)),
        ("lost-answer", FailureClass::TimedOut, None),
        ("reset", FailureClass::TimedOut, None),
        ("html", FailureClass::Service, Some(502)),
        ("empty", FailureClass::Unreadable, Some(200)),
        ("truncated", FailureClass::Unreadable, Some(200)),
        ("denied", FailureClass::Denied, Some(400)),
        ("expired", FailureClass::Expired, Some(403)),
        ("in-use", FailureClass::InUse, Some(400)),
        ("bad-key", FailureClass::BadKey, Some(403)),
        ("skew", FailureClass::Clock, Some(403)),
    ] {
        let service = service_with_image().await;
        let client = client(&service);
        for (operation, request) in
            [("DescribeImage", Request::Describe(name())), ("ListImages", list()), ("UpdateImage", rename())]
        {
            service.clear_faults();
            service.inject(format!("{operation}={fault}").parse().unwrap());
            let failure = client.perform(request).await.expect_err(fault);
            assert_eq!((failure.class, failure.http_status), (class, status), "{operation}: {failure:?}");
            let words = failure.message.as_str();
            assert!(!words.is_empty() && !words.contains(" {"), "{operation}={fault}: {words}");
        }
    }
}

#[tokio::test]
async fn a_write_arrives_once_however_it_goes() {
    let unsure = ["lost-answer", "reset", "fault-500", "html", "empty", "truncated"];
    let sure = ["throttle", "denied", "expired", "in-use", "bad-key", "skew"];
    for fault in unsure.into_iter().chain(sure) {
        let service = service_with_image().await;
        let (writer, reader) = (client(&service), client(&service));
        // The second write goes over a connection that was used before, the first over a new one.
        for count in 1..=2 {
            service.inject(format!("UpdateImage={fault}x1").parse().unwrap());
            let failure = writer.perform(rename()).await.expect_err(fault);
            assert_eq!(failure.leaves_write_unknown(), unsure.contains(&fault), "{fault}: {failure:?}");
            assert_eq!(arrived(&service, "UpdateImage").len(), count, "{fault}");
            image(reader.perform(Request::Describe(name())).await);
            service.settle_now();
        }
    }
}

#[tokio::test]
async fn a_read_is_tried_three_times() {
    for fault in ["throttle", "fault-500", "reset", "lost-answer"] {
        let service = service_with_image().await;
        service.inject(format!("DescribeImage={fault}x2").parse().unwrap());
        image(client(&service).perform(Request::Describe(name())).await);
        assert_eq!(arrived(&service, "DescribeImage").len(), 3, "{fault}");
    }
    let service = service_with_image().await;
    service.inject("DescribeImage=fault-500".parse().unwrap());
    let failure = client(&service).perform(Request::Describe(name())).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Service);
    assert_eq!(arrived(&service, "DescribeImage").len(), 3);
}

/// Asks a service that hangs, until all attempts have arrived in the time that each was given.
async fn hanging(operation: &str, attempts: usize, request: &Request) -> Failure {
    for limit in EVER_MORE {
        let service = service_with_image().await;
        service.inject(format!("{operation}=hang").parse().unwrap());
        let failure = client_giving(limit, &service).perform(request.clone()).await.unwrap_err();
        let arrived = arrived(&service, operation).len();
        assert!(arrived <= attempts, "{operation} arrived {arrived} times");
        if arrived == attempts {
            return failure;
        }
    }
    panic!("{operation} never arrives");
}

#[tokio::test]
async fn a_service_that_hangs_is_given_up() {
    for (operation, attempts, request) in [
        ("DescribeImage", 3, Request::Describe(name())),
        ("ListImages", 3, list()),
        ("UpdateImage", 1, rename()),
    ] {
        let failure = hanging(operation, attempts, &request).await;
        assert_eq!((failure.class, failure.http_status), (FailureClass::TimedOut, None), "{failure:?}");
        let words = failure.message.as_str();
        assert!(!words.is_empty() && !words.contains(" {"), "{operation}: {words}");
    }
}

/// The second write goes over a connection that was used before, the first over a new one. Tells
/// whether there was time for each of them.
async fn two_writes_that_hang(limit: Duration) -> bool {
    let service = service_with_image().await;
    let (writer, reader) = (client_giving(limit, &service), client(&service));
    for count in 1..=2 {
        service.inject("UpdateImage=hangx1".parse().unwrap());
        let failure = writer.perform(rename()).await.unwrap_err();
        let arrived = arrived(&service, "UpdateImage").len();
        assert!(arrived <= count, "it arrived {arrived} times");
        if arrived < count {
            return false;
        }
        assert!(failure.leaves_write_unknown(), "{failure:?}");
        image(reader.perform(Request::Describe(name())).await);
    }
    true
}

#[tokio::test]
async fn a_write_that_hangs_arrives_once() {
    for limit in EVER_MORE {
        if two_writes_that_hang(limit).await {
            return;
        }
    }
    panic!("it never arrives");
}

#[tokio::test]
async fn a_read_that_hangs_is_tried_three_times() {
    for limit in EVER_MORE {
        let service = service_with_image().await;
        service.inject("DescribeImage=hangx2".parse().unwrap());
        let reply = client_giving(limit, &service).perform(Request::Describe(name())).await;
        let arrived = arrived(&service, "DescribeImage").len();
        assert!(arrived <= 3, "it arrived {arrived} times");
        if arrived == 3 && reply.is_ok() {
            return;
        }
    }
    panic!("the third attempt is never answered");
}

#[tokio::test]
async fn read_only_sends_no_write() {
    let service = service_with_image().await;
    let client = Client::new(Connection { read_only: true, ..connection(service.endpoint_url()) });
    let failure = client.perform(rename()).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::ReadOnly);
    assert_eq!(service.arrivals(), []);
    image(client.perform(Request::Describe(name())).await);
}

#[tokio::test]
async fn a_profile_that_is_read_only_sends_no_write_whichever_way_it_came_to_be_in_force() {
    let service = service_with_image().await;
    let read_only_profiles = Arc::new(["prod".to_owned(), "default".to_owned()].into());
    for (profile, is_refused) in [(Some("prod"), true), (None, true), (Some("other"), false)] {
        let client = Client::new(Connection {
            profile: profile.map(str::to_owned),
            read_only_profiles: Arc::clone(&read_only_profiles),
            ..connection(service.endpoint_url())
        });
        let class = client.perform(rename()).await.err().map(|failure| failure.class);
        assert_eq!(class == Some(FailureClass::ReadOnly), is_refused, "{profile:?}");
        image(client.perform(Request::Describe(name())).await);
    }
    assert_eq!(arrived(&service, "UpdateImage").len(), 1);
}

#[tokio::test]
async fn a_refused_connection_is_unreachable_for_reads_and_writes() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = Client::new(connection(format!("http://{address}")));
    for request in [Request::Describe(name()), list(), rename(), Request::WhoAmI] {
        let failure = client.perform(request).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Unreachable);
        assert!(!failure.leaves_write_unknown());
        let words = failure.message.as_str();
        assert!(words.contains(&address.to_string()) && words.contains("refused"), "{words}");
        assert!(!words.contains("os error") && !words.contains("dispatch"), "{words}");
    }
}

#[tokio::test]
async fn a_handshake_that_fails_is_unreachable() {
    let service = service(Vec::new()).await;
    let client = Client::new(connection(service.endpoint_url().replace("http:", "https:")));
    let failure = client.perform(rename()).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Unreachable, "{failure:?}");
}

#[tokio::test]
async fn a_handshake_that_hangs_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    // Nobody ever answers: any limit shows it.
    let pace = Pace { connect: Duration::from_millis(1), ..brisk() };
    let failure = Client::new(Connection { pace, ..connection(url) }).perform(rename()).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Unreachable, "{failure:?}");
}

#[tokio::test]
async fn an_answer_that_is_not_the_services_is_unreadable() {
    for (head, body) in [
        ("200 OK", ""),
        ("200 OK", "{}"),
        ("200 OK", "{\"Images\": null}"),
        ("200 OK", "<html><title>Log in to the network</title></html>"),
        ("200 OK", "{\"Images\": [{\"ImageNa"),
        ("200 OK", "[]"),
        ("403 Forbidden", "<html><title>Blocked</title></html>"),
        ("404 Not Found", ""),
        ("404 Not Found", "{\"detail\": \"no such route\"}"),
    ] {
        for request in [list(), Request::Describe(name()), rename()] {
            let failure = asked(head, body, request).await.unwrap_err();
            assert_eq!(failure.class, FailureClass::Unreadable, "{head} {body:?}: {failure:?}");
            let words = failure.message.as_str();
            assert!(words.contains(&format!("HTTP {}", &head[..3])), "{head} {body:?}: {words}");
        }
    }
}

#[tokio::test]
async fn what_a_refused_signature_repeats_is_not_shown() {
    let body = "{\"__type\": \"InvalidSignatureException\", \"message\": \"The signature does not match.\\n\\nThe \
                Canonical String for this request should have been\\nx-amz-security-token:SECRET\"}";
    let failure: Failure = asked("403 Forbidden", body, Request::Describe(name())).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Clock);
    assert_eq!(failure.message.as_str(), "The signature does not match.");
}
