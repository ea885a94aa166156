//! What a client of the embedded service can't do: take it up, or be a stranger.

use std::time::Duration;

use sagescope::emulator::{Emulator, Limits, Options};
use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::wire::{Ask, read, read_reply, service_of_one, write};

async fn service(limits: Limits) -> Emulator {
    Emulator::start(Options { limits, ..Options::default() }).await.unwrap()
}

fn describe() -> Ask {
    Ask::sagemaker("DescribeImage", r#"{"ImageName":"one"}"#)
}

/// Waits until the other side has ended the connection, and returns what it said before.
async fn end_of(stream: &TcpStream) -> String {
    let mut bytes = Vec::new();
    let ended = async { while read(stream, &mut bytes).await.is_ok_and(|count| count > 0) {} };
    tokio::time::timeout(Duration::from_secs(20), ended).await.expect("the connection ends");
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn what_is_not_asked_of_this_machine_is_refused() {
    let emulator = service_of_one().await;
    for (host, origin) in [
        ("evil.example", None),
        ("evil.example:4566", None),
        ("127.0.0.1.evil.example", None),
        ("", None),
        ("localhost", Some("http://evil.example")),
        ("localhost", Some("null")),
    ] {
        let reply = Ask { host, origin, ..describe() }.send(emulator.address()).await.unwrap();
        let (status, code, message) = reply.refusal();
        assert_eq!((status, code.as_str()), (403, "AccessDeniedException"), "{host} {origin:?}");
        assert!(message.contains("programs on this machine only"), "{message}");
        assert!(message.contains(origin.unwrap_or(host)), "{message}");
    }
    let body = json!({ "ImageName": "one", "DisplayName": "Theirs" }).to_string();
    let update = Ask { host: "evil.example", ..Ask::sagemaker("UpdateImage", body) };
    assert_eq!(update.send(emulator.address()).await.unwrap().status, 403);
    assert_eq!(emulator.describe("one").unwrap()["DisplayName"], "One");
    // In the service's own language, whatever was spoken.
    let form = Ask { host: "evil.example", ..Ask::sts("Action=GetCallerIdentity&Version=2011-06-15") };
    let reply = form.send(emulator.address()).await.unwrap();
    assert!(reply.status == 403 && reply.body.contains("<Code>AccessDenied</Code>"), "{reply:?}");
    let page = Ask { method: "GET", host: "evil.example", ..describe() };
    assert_eq!(page.send(emulator.address()).await.unwrap().status, 403);
    assert!(emulator.arrivals().iter().all(|arrival| arrival.status == Some(403)));
}

#[tokio::test]
async fn this_machine_has_many_names() {
    let emulator = service_of_one().await;
    for (host, origin) in [
        ("127.0.0.1:4566", None),
        ("localhost", None),
        ("LOCALHOST:1", None),
        ("[::1]:4566", None),
        ("sagemaker.localhost:4566", None),
        ("127.0.0.1", Some("http://localhost:3000")),
    ] {
        let reply = Ask { host, origin, ..describe() }.send(emulator.address()).await.unwrap();
        assert_eq!(reply.status, 200, "{host} {origin:?}: {}", reply.body);
    }
}

#[tokio::test]
async fn connections_that_say_nothing_keep_nobody_out() {
    let emulator = service(Limits { connections: 8, ..Limits::default() }).await;
    let mut silent = Vec::new();
    for number in 0..100 {
        let stream = TcpStream::connect(emulator.address()).await.unwrap();
        if number % 2 == 0 {
            write(&stream, b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{").await;
        }
        silent.push(stream);
    }
    let reply = Ask::sagemaker("ListImages", "{}").send(emulator.address()).await.unwrap();
    assert_eq!(reply.status, 200);
    // All but the last few have been ended, the oldest first.
    for stream in &silent[..90] {
        assert_eq!(end_of(stream).await, "");
    }
}

#[tokio::test]
async fn a_connection_that_is_being_served_is_not_ended_for_another() {
    let emulator = service(Limits { connections: 2, ..Limits::default() }).await;
    emulator.inject("DescribeImage=slow:300x1".parse().unwrap());
    let served = TcpStream::connect(emulator.address()).await.unwrap();
    write(&served, &Ask::sagemaker("DescribeImage", r#"{"ImageName":"base"}"#).bytes()).await;
    while emulator.arrivals().is_empty() {
        tokio::task::yield_now().await;
    }
    for _ in 0..5 {
        let other = Ask::sagemaker("ListImages", "{}").send(emulator.address()).await.unwrap();
        assert_eq!(other.status, 200);
        std::mem::forget(TcpStream::connect(emulator.address()).await.unwrap());
    }
    assert_eq!(read_reply(&served).await.unwrap().status, 200);
}

#[tokio::test]
async fn where_all_are_being_served_one_more_waits_for_its_turn() {
    let emulator = service(Limits { connections: 2, ..Limits::default() }).await;
    emulator.inject("ListImages=slow:100".parse().unwrap());
    let asks = (0..10).map(|_| {
        let address = emulator.address();
        tokio::spawn(async move { Ask::sagemaker("ListImages", "{}").send(address).await.unwrap().status })
    });
    for ask in asks.collect::<Vec<_>>() {
        assert_eq!(ask.await.unwrap(), 200);
    }
}

#[tokio::test]
async fn a_client_that_takes_too_long_is_not_waited_for() {
    // The head's is long enough for what is sent here, however busy the machine is.
    let (head, body) = (Duration::from_secs(1), Duration::from_millis(50));
    let emulator = service(Limits { head, body, ..Limits::default() }).await;
    let connect = || async { TcpStream::connect(emulator.address()).await.unwrap() };
    let (silent, head, body) = (connect().await, connect().await, connect().await);
    write(&head, b"POST / HTTP/1.1\r\nHost: local").await;
    let half = Ask::sagemaker("ListImages", "{}").bytes();
    write(&body, &half[..half.len() - 1]).await;
    assert_eq!(end_of(&silent).await, "");
    assert_eq!(end_of(&head).await, "");
    let told = end_of(&body).await;
    assert!(told.starts_with("HTTP/1.1 408") && told.contains("did not come in time"), "{told}");
    // One that has had its answer may ask again for as long, and is then ended too.
    let idle = connect().await;
    write(&idle, &Ask::sagemaker("ListImages", "{}").bytes()).await;
    assert_eq!(read_reply(&idle).await.unwrap().status, 200);
    assert_eq!(end_of(&idle).await, "");
}

/// A list within a list takes many times the memory of its two bytes.
#[tokio::test]
async fn a_body_of_many_values_is_not_read() {
    let emulator = service_of_one().await;
    let lists = |count: usize| format!(r#"{{"ImageName":"one","More":[{}[]]}}"#, "[],".repeat(count));
    for body in [lists(300_000), "[".repeat(1_000_000), format!("[{}1]", "0,".repeat(500_000))] {
        let reply = Ask::sagemaker("DescribeImage", body).send(emulator.address()).await.unwrap();
        assert_eq!((reply.status, reply.refusal().1.as_str()), (400, "SerializationException"));
    }
    let fields: Vec<_> = (0..100_000).map(|number| format!("{number}=")).collect();
    let form = format!("Action=GetCallerIdentity&Version=2011-06-15&{}", fields.join("&"));
    let reply = Ask::sts(&form).send(emulator.address()).await.unwrap();
    assert_eq!(reply.status, 400, "{}", reply.body);
    assert!(emulator.arrivals().iter().all(|arrival| arrival.body == Value::Null));
    // What it has to read it reads, and says what is wrong with it.
    let reply = Ask::sagemaker("DescribeImage", lists(2000)).send(emulator.address()).await.unwrap();
    assert_eq!(reply.refusal().2, "Unknown member: More");
}

#[tokio::test]
async fn large_arrivals_are_forgotten_sooner() {
    let emulator = service(Limits { remembered: 1 << 20, ..Limits::default() }).await;
    let mut watched = emulator.watch();
    for number in 0..20 {
        let body = json!({ "ImageName": format!("{number}"), "Pad": "x".repeat(200_000) }).to_string();
        Ask::sagemaker("DescribeImage", body).send(emulator.address()).await.unwrap();
    }
    let arrivals = emulator.arrivals();
    assert_eq!(arrivals.len(), 5);
    assert_eq!(arrivals.last().unwrap().image_name(), Some("19"));
    // Whoever watches has heard of all.
    for number in 0..20 {
        let arrival = watched.recv().await.unwrap();
        assert_eq!((arrival.image_name(), arrival.status), (Some(number.to_string().as_str()), Some(400)));
    }
    let large = json!({ "Pad": "x".repeat(1_000_000) }).to_string();
    Ask::sagemaker("DescribeImage", large).send(emulator.address()).await.unwrap();
    assert_eq!(emulator.arrivals().len(), 1);
}
