//! What holds for every call that changes something, whichever it is.

use std::sync::Arc;

use super::*;

fn calls() -> Vec<Call> {
    Call::one_of_each(&name())
}

#[tokio::test]
async fn a_write_arrives_once_however_it_goes() {
    let unsure = ["lost-answer", "reset", "fault-500", "html", "empty", "truncated"];
    let sure = ["throttle", "denied", "expired", "in-use", "bad-key", "skew"];
    for (call, fault) in
        calls().iter().flat_map(|call| unsure.into_iter().chain(sure).map(move |f| (call, f)))
    {
        let operation = call.operation();
        let service = service_with_image().await;
        let (writer, reader) = (client(&service), client(&service));
        // The second write goes over a connection that was used before, the first over a new one.
        for count in 1..=2 {
            service.inject(format!("{operation}={fault}x1").parse().unwrap());
            let failure = writer.perform(Request::Write(call.clone())).await.expect_err(fault);
            assert_eq!(failure.leaves_write_unknown(), unsure.contains(&fault), "{fault}: {failure:?}");
            assert_eq!(arrived(&service, operation).len(), count, "{operation}={fault}");
            image(reader.perform(Request::Read(Read::Describe(name()))).await);
            service.settle_now();
        }
    }
}

/// The second write goes over a connection that was used before, the first over a new one. Tells
/// whether there was time for each of them.
async fn two_writes_that_hang(call: &Call, limit: Duration) -> bool {
    let operation = call.operation();
    let service = service_with_image().await;
    let (writer, reader) = (client_giving(limit, &service), client(&service));
    for count in 1..=2 {
        service.inject(format!("{operation}=hangx1").parse().unwrap());
        let failure = writer.perform(Request::Write(call.clone())).await.unwrap_err();
        let arrived = arrived(&service, operation).len();
        assert!(arrived <= count, "{operation} arrived {arrived} times");
        if arrived < count {
            return false;
        }
        assert!(failure.leaves_write_unknown(), "{failure:?}");
        image(reader.perform(Request::Read(Read::Describe(name()))).await);
    }
    true
}

#[tokio::test]
async fn a_write_that_hangs_arrives_once() {
    'calls: for call in calls() {
        for limit in EVER_MORE {
            if two_writes_that_hang(&call, limit).await {
                continue 'calls;
            }
        }
        panic!("{} never arrives", call.operation());
    }
}

#[tokio::test]
async fn read_only_sends_no_write() {
    let service = service_with_image().await;
    let client = Client::new(Connection { read_only: true, ..connection(service.endpoint_url()) });
    for call in calls() {
        let operation = call.operation();
        let failure = client.perform(Request::Write(call)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::ReadOnly);
        assert!(failure.message.as_str().starts_with(operation), "{failure:?}");
        assert_eq!(service.arrivals(), []);
    }
    image(client.perform(Request::Read(Read::Describe(name()))).await);
}

#[tokio::test]
async fn a_profile_that_is_read_only_sends_no_write_whichever_way_it_came_to_be_in_force() {
    let read_only_profiles = Arc::new(["prod".to_owned(), "default".to_owned()].into());
    for call in calls() {
        let service = service_with_image().await;
        for (profile, is_refused) in [(Some("prod"), true), (None, true), (Some("other"), false)] {
            let client = Client::new(Connection {
                profile: profile.map(str::to_owned),
                read_only_profiles: Arc::clone(&read_only_profiles),
                ..connection(service.endpoint_url())
            });
            let class = client.perform(Request::Write(call.clone())).await.err().map(|failure| failure.class);
            assert_eq!(class == Some(FailureClass::ReadOnly), is_refused, "{profile:?}");
            image(client.perform(Request::Read(Read::Describe(name()))).await);
        }
        assert_eq!(arrived(&service, call.operation()).len(), 1);
    }
}
