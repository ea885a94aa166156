//! What comes of requests that go wrong, and how often they arrive.

use super::*;

#[tokio::test]
async fn a_page_that_leads_to_itself_is_not_followed() {
    let service =
        Emulator::start(Options { catalogue: Catalogue::made(250), ..Options::default() }).await.unwrap();
    let client = client(&service);
    let (_, next) = page(client.perform(list()).await);
    service.inject("ListImages=repeat-token".parse().unwrap());
    let failure =
        client.perform(Request::Read(Read::List { end: ListEnd::Front, after: next })).await.unwrap_err();
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
        for (operation, request) in [
            ("DescribeImage", Request::Read(Read::Describe(name()))),
            ("ListImages", list()),
            ("UpdateImage", rename()),
        ] {
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
async fn a_read_is_tried_three_times() {
    for fault in ["throttle", "fault-500", "reset", "lost-answer"] {
        let service = service_with_image().await;
        service.inject(format!("DescribeImage={fault}x2").parse().unwrap());
        image(client(&service).perform(Request::Read(Read::Describe(name()))).await);
        assert_eq!(arrived(&service, "DescribeImage").len(), 3, "{fault}");
    }
    let service = service_with_image().await;
    service.inject("DescribeImage=fault-500".parse().unwrap());
    let failure = client(&service).perform(Request::Read(Read::Describe(name()))).await.unwrap_err();
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
        ("DescribeImage", 3, Request::Read(Read::Describe(name()))),
        ("ListImages", 3, list()),
        ("UpdateImage", 1, rename()),
    ] {
        let failure = hanging(operation, attempts, &request).await;
        assert_eq!((failure.class, failure.http_status), (FailureClass::TimedOut, None), "{failure:?}");
        let words = failure.message.as_str();
        assert!(!words.is_empty() && !words.contains(" {"), "{operation}: {words}");
    }
}

#[tokio::test]
async fn a_read_that_hangs_is_tried_three_times() {
    for limit in EVER_MORE {
        let service = service_with_image().await;
        service.inject("DescribeImage=hangx2".parse().unwrap());
        let reply = client_giving(limit, &service).perform(Request::Read(Read::Describe(name()))).await;
        let arrived = arrived(&service, "DescribeImage").len();
        assert!(arrived <= 3, "it arrived {arrived} times");
        if arrived == 3 && reply.is_ok() {
            return;
        }
    }
    panic!("the third attempt is never answered");
}

#[tokio::test]
async fn a_refused_connection_is_unreachable_for_reads_and_writes() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = Client::new(connection(format!("http://{address}")));
    for request in [Request::Read(Read::Describe(name())), list(), rename(), Request::Read(Read::WhoAmI)] {
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
    let limits = TimeLimits { connect: Duration::from_millis(1), ..brisk() };
    let failure = Client::new(Connection { limits, ..connection(url) }).perform(rename()).await.unwrap_err();
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
        for request in [list(), Request::Read(Read::Describe(name())), rename()] {
            let failure = asked(head, body, request).await.unwrap_err();
            assert_eq!(failure.class, FailureClass::Unreadable, "{head} {body:?}: {failure:?}");
            let words = failure.message.as_str();
            let is_of_service = head == "200 OK" && words.contains(" has no ");
            let says = format!("HTTP {}", &head[..3]);
            assert!(is_of_service || words.contains(&says), "{head} {body:?}: {words}");
        }
    }
}

#[tokio::test]
async fn what_a_refused_signature_repeats_is_not_shown() {
    let body = "{\"__type\": \"InvalidSignatureException\", \"message\": \"The signature does not match.\\n\\nThe \
                Canonical String for this request should have been\\nx-amz-security-token:SECRET\"}";
    let failure: Failure =
        asked("403 Forbidden", body, Request::Read(Read::Describe(name()))).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Clock);
    assert_eq!(failure.message.as_str(), "The signature does not match.");
}
