//! Each way in which the embedded service can be told to fail.

use std::time::{Duration, Instant};

use sagescope::emulator::{Emulator, Fault, FaultError, FaultKind, Operation};
use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::wire::{Ask, Reply, ask, ok, read, service_of_one, write};

async fn service_with(fault: &str) -> Emulator {
    let emulator = service_of_one().await;
    emulator.inject(fault.parse().unwrap());
    emulator
}

fn update() -> Value {
    json!({ "ImageName": "one", "DisplayName": "New" })
}

async fn send_update(emulator: &Emulator) -> Option<Reply> {
    Ask::sagemaker("UpdateImage", update().to_string()).send(emulator.address()).await
}

fn display_name(emulator: &Emulator) -> Value {
    emulator.describe("one").unwrap()["DisplayName"].clone()
}

#[test]
fn faults_are_read_and_written_alike() {
    for text in [
        "UpdateImage=throttle",
        "DescribeImage=fault-500x2",
        "ListImages=slow:2000",
        "ListImages=slow:5x3",
        "UpdateImage=lost-answer",
        "UpdateImage=reset",
        "ListImages=hang",
        "*=html",
        "*=empty",
        "*=truncated",
        "*=denied",
        "GetCallerIdentity=expired",
        "UpdateImage=in-use",
        "*=bad-key",
        "*=skew",
        "ListImages=repeat-token",
        "UpdateImage=foreign-editx1",
        "ListTags=repeat-token",
        "UpdateImageVersion=refuse-movex2",
        "*=refuse-move",
    ] {
        let fault: Fault = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(fault.to_string(), text);
    }
    let fault: Fault = "DescribeImage=fault-503x2".parse().unwrap();
    let kind = FaultKind::Failure(503);
    assert_eq!(fault, Fault { operation: Some(Operation::DescribeImage), kind, count: Some(2) });
}

#[test]
fn a_text_that_is_no_fault_is_told_why() {
    let form = |text: &str| FaultError::Form(text.to_owned());
    let unfit = FaultError::Unfit;
    for (text, error) in [
        ("throttle", form("throttle")),
        ("", form("")),
        ("DropImage=hang", FaultError::Operation("DropImage".to_owned())),
        ("*=explode", FaultError::Kind("explode".to_owned())),
        ("*=fault-404", FaultError::Status("fault-404".to_owned())),
        ("*=slow", FaultError::Span("slow".to_owned())),
        ("*=slow:soon", FaultError::Span("slow:soon".to_owned())),
        ("*=hang:5", FaultError::Argument("hang".to_owned())),
        ("*=hangx0", FaultError::Count("0".to_owned())),
        ("*=hangx99999999999", FaultError::Count("99999999999".to_owned())),
        ("UpdateImage=repeat-token", unfit(FaultKind::RepeatToken, Operation::UpdateImage)),
        ("AddTags=repeat-token", unfit(FaultKind::RepeatToken, Operation::AddTags)),
        ("ListImages=foreign-edit", unfit(FaultKind::ForeignEdit, Operation::ListImages)),
        ("UpdateImage=refuse-move", unfit(FaultKind::RefuseMove, Operation::UpdateImage)),
    ] {
        let told = text.parse::<Fault>().unwrap_err();
        assert_eq!(told, error, "{text}");
        assert!(told.to_string().len() > 20, "{told}");
    }
}

#[tokio::test]
async fn refusals() {
    for (kind, status, code, words) in [
        ("throttle", 400, "ThrottlingException", "Rate exceeded"),
        ("fault-500", 500, "InternalFailure", "unknown error"),
        ("fault-503", 503, "ServiceUnavailable", "unavailable"),
        ("fault-599", 599, "InternalFailure", "unknown error"),
        (
            "denied",
            400,
            "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/sagescope-demo is not authorized to perform: sagemaker:UpdateImage on \
             resource: arn:aws:sagemaker:us-east-1:123456789012:image/one because",
        ),
        ("expired", 403, "ExpiredTokenException", "expired"),
        ("in-use", 400, "ResourceInUse", "image/one is in status UPDATING"),
        ("bad-key", 403, "UnrecognizedClientException", "invalid"),
        ("skew", 403, "InvalidSignatureException", "Signature expired: 20261121T101500Z is now earlier than"),
    ] {
        let emulator = service_with(&format!("UpdateImage={kind}x1")).await;
        let refusal = ask(&emulator, "UpdateImage", &update()).await.refusal();
        assert_eq!((refusal.0, refusal.1.as_str()), (status, code));
        assert!(refusal.2.contains(words), "{}", refusal.2);
        assert_eq!(display_name(&emulator), "One", "{kind} does nothing");
        ok(&emulator, "UpdateImage", update()).await;
        assert_eq!(display_name(&emulator), "New", "{kind} is spent");
    }
}

#[tokio::test]
async fn skew_sends_a_date_of_its_own() {
    let emulator = service_of_one().await;
    let date = async || {
        let reply = ask(&emulator, "ListImages", &json!({})).await;
        let header = reply.header("date").unwrap().to_owned();
        jiff::fmt::rfc2822::parse(&header).unwrap().timestamp().as_second()
    };
    let before = date().await;
    emulator.inject("ListImages=skewx1".parse().unwrap());
    let skewed = date().await;
    let after = date().await;
    assert!((before..=after).contains(&(skewed - 3600)), "{before} {skewed} {after}");
}

#[tokio::test]
async fn slow() {
    let emulator = service_with("*=slow:60x1").await;
    let start = Instant::now();
    ok(&emulator, "UpdateImage", update()).await;
    assert!(start.elapsed() >= Duration::from_millis(60));
}

#[tokio::test]
async fn a_lost_answer_is_a_write_that_was_done() {
    let emulator = service_with("UpdateImage=lost-answer").await;
    assert!(send_update(&emulator).await.is_none());
    assert_eq!(display_name(&emulator), "New");
    assert_eq!(emulator.arrivals()[0].status, None);
}

#[tokio::test]
async fn a_reset_is_a_write_that_was_not_done() {
    let emulator = service_with("UpdateImage=reset").await;
    let stream = TcpStream::connect(emulator.address()).await.unwrap();
    let ask = Ask::sagemaker("UpdateImage", update().to_string());
    write(&stream, &ask.bytes()).await;
    let error = read(&stream, &mut Vec::new()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(display_name(&emulator), "One");
}

#[tokio::test]
async fn a_hang_is_never_answered() {
    let emulator = service_with("UpdateImage=hang").await;
    let mut watched = emulator.watch();
    let mut answer = Box::pin(send_update(&emulator));
    let arrived = async {
        while emulator.arrivals().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        _ = &mut answer => panic!("it was answered"),
        () = arrived => {}
    }
    let waited = tokio::time::timeout(Duration::from_millis(50), &mut answer).await;
    assert!(waited.is_err());
    drop(answer);
    // The client went away just now, and the service heard it.
    let over = tokio::time::timeout(crate::PATIENCE, watched.recv()).await.unwrap().unwrap();
    assert_eq!((over.operation.as_str(), over.status), ("UpdateImage", None));
    assert_eq!(display_name(&emulator), "One");
}

#[tokio::test]
async fn a_proxys_page() {
    let emulator = service_with("*=html").await;
    let reply = send_update(&emulator).await.unwrap();
    assert_eq!((reply.status, reply.header("content-type")), (502, Some("text/html")));
    assert!(reply.body.starts_with("<html>") && reply.header("x-amzn-requestid").is_none());
    assert_eq!(display_name(&emulator), "One");
}

#[tokio::test]
async fn an_empty_body() {
    let emulator = service_with("*=empty").await;
    let reply = send_update(&emulator).await.unwrap();
    assert_eq!((reply.status, reply.body.as_str()), (200, ""));
    assert_eq!(display_name(&emulator), "One");
}

#[tokio::test]
async fn a_truncated_body() {
    let emulator = service_with("*=truncated").await;
    let reply = send_update(&emulator).await.unwrap();
    assert_eq!(reply.status, 200);
    assert!(reply.body.starts_with('{') && serde_json::from_str::<Value>(&reply.body).is_err());
    assert_eq!(display_name(&emulator), "New");
}

#[tokio::test]
async fn a_token_that_repeats() {
    let emulator = service_of_one().await;
    for number in 0..25 {
        emulator.add(sagescope::emulator::CatalogueImage::named(format!("more-{number}")));
    }
    emulator.inject("*=repeat-token".parse().unwrap());
    let token = ok(&emulator, "ListImages", json!({})).await["NextToken"].clone();
    assert!(token.is_string());
    for _ in 0..3 {
        assert_eq!(ok(&emulator, "ListImages", json!({ "NextToken": token })).await["NextToken"], token);
    }
}

#[tokio::test]
async fn somebody_else_edits_just_before() {
    let emulator = service_with("DescribeImage=foreign-editx1").await;
    let before = emulator.describe("one").unwrap();
    let read = ok(&emulator, "DescribeImage", json!({ "ImageName": "one" })).await;
    assert_ne!(read["Description"], before["Description"]);
    assert_eq!(read["ImageStatus"], "CREATED");
    assert_eq!(read, ok(&emulator, "DescribeImage", json!({ "ImageName": "one" })).await);
    emulator.inject("*=foreign-edit".parse().unwrap());
    ok(&emulator, "ListImages", json!({})).await;
    ok(&emulator, "UpdateImage", update()).await;
    let written = emulator.describe("one").unwrap();
    assert_eq!(written["DisplayName"], "New");
    assert_ne!(written["Description"], read["Description"]);
}

#[tokio::test]
async fn the_first_fault_with_some_count_left_wins() {
    let emulator = service_of_one().await;
    for fault in ["DescribeImage=throttlex2", "ListImages=denied", "*=fault-500x1"] {
        emulator.inject(fault.parse().unwrap());
    }
    let mut statuses = Vec::new();
    for _ in 0..4 {
        let reply = ask(&emulator, "DescribeImage", &json!({ "ImageName": "one" })).await;
        statuses.push(reply.status);
    }
    assert_eq!(statuses, [400, 400, 500, 200]);
    let (_, code, _) = ask(&emulator, "ListImages", &json!({})).await.refusal();
    assert_eq!(code, "AccessDeniedException");
    emulator.clear_faults();
    ok(&emulator, "ListImages", json!({})).await;
}

#[tokio::test]
async fn sts_fails_in_xml() {
    let emulator = service_with("GetCallerIdentity=bad-key").await;
    let ask = Ask::sts("Action=GetCallerIdentity&Version=2011-06-15");
    let reply = ask.send(emulator.address()).await.unwrap();
    assert_eq!(reply.status, 403);
    assert!(reply.body.contains("<Code>InvalidClientTokenId</Code>"), "{}", reply.body);
}
