//! The embedded service as an HTTP server: who gets in, and how refusals look on the wire.

use std::{collections::HashSet, time::Duration};

use sagescope::emulator::{Catalogue, CatalogueImage, Emulator, Options, StartError};
use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::wire::{Ask, Reply, authorization, read_reply, service_of_one, write};

async fn send(emulator: &Emulator, ask: Ask) -> Reply {
    ask.send(emulator.address()).await.expect("an answer")
}

fn describe() -> Ask {
    Ask::sagemaker("DescribeImage", r#"{"ImageName":"one"}"#)
}

#[tokio::test]
async fn answers_carry_what_aws_answers_carry() {
    let emulator = service_of_one().await;
    let mut ids = HashSet::new();
    for ask in [describe(), describe(), Ask::sagemaker("DescribeImage", "{}")] {
        let reply = send(&emulator, ask).await;
        assert_eq!(reply.header("content-type"), Some("application/x-amz-json-1.1"));
        assert!(reply.header("date").unwrap().ends_with(" GMT"));
        let id = reply.header("x-amzn-requestid").unwrap().to_owned();
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(ids.insert(id));
    }
}

#[tokio::test]
async fn a_connection_serves_many_requests() {
    let emulator = service_of_one().await;
    let stream = TcpStream::connect(emulator.address()).await.unwrap();
    for _ in 0..3 {
        write(&stream, &describe().bytes()).await;
        assert_eq!(read_reply(&stream).await.unwrap().status, 200);
    }
}

#[tokio::test]
async fn an_operation_it_does_not_know() {
    let emulator = service_of_one().await;
    let mut no_target = describe();
    no_target.target = None;
    let mut other_service = describe();
    other_service.target = Some("DynamoDB_20120810.ListTables".to_owned());
    let sts = Ask::sagemaker("GetCallerIdentity", "{}");
    for ask in [Ask::sagemaker("DropImages", "{}"), no_target, other_service, sts] {
        let (status, code, _) = send(&emulator, ask).await.refusal();
        assert_eq!((status, code.as_str()), (400, "UnknownOperationException"));
    }
}

#[tokio::test]
async fn what_the_front_end_cant_route() {
    let emulator = service_of_one().await;
    let asks = [
        Ask { content_type: Some("application/json"), ..describe() },
        Ask { content_type: None, ..describe() },
        Ask { method: "GET", ..describe() },
        Ask { path: "/images", ..describe() },
    ];
    for ask in asks {
        let reply = send(&emulator, ask).await;
        assert_eq!((reply.status, reply.body.trim()), (404, "<UnknownOperationException/>"));
    }
    let charset = Ask { content_type: Some("application/x-amz-json-1.1; charset=utf-8"), ..describe() };
    assert_eq!(send(&emulator, charset).await.status, 200);
}

#[tokio::test]
async fn a_body_that_cant_be_read() {
    let emulator = service_of_one().await;
    for body in [&b"{\"ImageName\":"[..], b"", b"{\"ImageName\":\"\xff\"}", b"one"] {
        let (status, code, _) = send(&emulator, Ask::sagemaker("DescribeImage", body)).await.refusal();
        assert_eq!((status, code.as_str()), (400, "SerializationException"));
    }
}

#[tokio::test]
async fn a_body_that_is_too_large() {
    let emulator = service_of_one().await;
    let limit = 1 << 20;
    let padded = |length: usize| format!(r#"{{"ImageName":"one"{}}}"#, " ".repeat(length - 19));
    let fits = send(&emulator, Ask::sagemaker("DescribeImage", padded(limit))).await;
    assert_eq!(fits.status, 200);
    let (status, code, _) =
        send(&emulator, Ask::sagemaker("DescribeImage", padded(limit + 1))).await.refusal();
    assert_eq!((status, code.as_str()), (413, "RequestEntityTooLarge"));
    let huge = send(&emulator, Ask::sagemaker("DescribeImage", padded(5 * limit))).await;
    assert_eq!(huge.status, 413);
}

#[tokio::test]
async fn requests_must_be_signed() {
    let emulator = service_of_one().await;
    let unsigned = Ask { authorization: None, ..describe() };
    let (status, code, message) = send(&emulator, unsigned).await.refusal();
    assert_eq!((status, code.as_str()), (403, "MissingAuthenticationTokenException"));
    assert_eq!(message, "Missing Authentication Token");

    let good = authorization("sagemaker");
    let incomplete = [
        "Bearer token".to_owned(),
        "AWS4-HMAC-SHA256".to_owned(),
        good.replace("Signature=", "Sig="),
        good.replace("SignedHeaders=", "Headers="),
        good.replace("/aws4_request", ""),
        good.replace("AKIDTEST", ""),
        good.replace("eu-west-1", ""),
    ];
    for header in incomplete {
        let ask = Ask { authorization: Some(header.clone()), ..describe() };
        let (status, code, _) = send(&emulator, ask).await.refusal();
        assert_eq!((status, code.as_str()), (403, "IncompleteSignatureException"), "{header}");
    }
    let dateless = send(&emulator, Ask { date: false, ..describe() }).await.refusal();
    assert!(dateless.2.contains("'X-Amz-Date' or a 'Date' header"), "{dateless:?}");
}

#[tokio::test]
async fn a_signature_must_be_for_this_service() {
    let emulator = service_of_one().await;
    let good = authorization("sagemaker");
    for header in
        [authorization("s3"), good.replace("aws4_request", "aws5_request"), good.replace("20261121", "today")]
    {
        let ask = Ask { authorization: Some(header.clone()), ..describe() };
        let (status, code, _) = send(&emulator, ask).await.refusal();
        assert_eq!((status, code.as_str()), (403, "InvalidSignatureException"), "{header}");
    }
}

#[tokio::test]
async fn who_the_caller_is() {
    let emulator = service_of_one().await;
    let reply = send(&emulator, Ask::sts("Action=GetCallerIdentity&Version=2011-06-15")).await;
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/xml")));
    assert!(reply.body.contains("<Account>123456789012</Account>"), "{}", reply.body);
    assert!(
        reply.body.contains("<Arn>arn:aws:iam::123456789012:user/sagescope-demo</Arn>"),
        "{}",
        reply.body
    );
    assert!(reply.body.contains("<UserId>AIDA"), "{}", reply.body);
    assert!(reply.body.contains(reply.header("x-amzn-requestid").unwrap()));
}

#[tokio::test]
async fn sts_refuses_in_xml() {
    let emulator = service_of_one().await;
    let form = "Action=GetCallerIdentity&Version=2011-06-15";
    let refusals = [
        (Ask::sts("Action=GetSessionToken&Version=2011-06-15"), 400, "InvalidAction"),
        (Ask::sts("Action=GetCallerIdentity"), 400, "InvalidAction"),
        (Ask::sts("Action=%3Cb%3E&Version=1"), 400, "InvalidAction"),
        (Ask { authorization: None, ..Ask::sts(form) }, 403, "MissingAuthenticationToken"),
        (
            Ask { authorization: Some(authorization("sagemaker")), ..Ask::sts(form) },
            403,
            "SignatureDoesNotMatch",
        ),
    ];
    for (ask, status, code) in refusals {
        let reply = send(&emulator, ask).await;
        assert_eq!(reply.status, status, "{}", reply.body);
        assert!(reply.body.contains(&format!("<Code>{code}</Code>")), "{}", reply.body);
        assert!(!reply.body.contains("<b>"), "{}", reply.body);
    }
}

#[tokio::test]
async fn arrivals_are_recorded_in_order() {
    let emulator = service_of_one().await;
    send(&emulator, describe()).await;
    send(&emulator, Ask::sagemaker("DescribeImage", r#"{"ImageName":"two"}"#)).await;
    send(&emulator, Ask { authorization: None, ..Ask::sagemaker("Nonsense", "{") }).await;
    send(&emulator, Ask::sts("Action=GetCallerIdentity&Version=2011-06-15")).await;
    let arrivals = emulator.arrivals();
    let seen: Vec<_> =
        arrivals.iter().map(|arrival| (arrival.operation.as_str(), arrival.status, arrival.error)).collect();
    assert_eq!(
        seen,
        [
            ("DescribeImage", Some(200), None),
            ("DescribeImage", Some(400), Some("ResourceNotFound")),
            ("Nonsense", Some(400), Some("UnknownOperationException")),
            ("GetCallerIdentity", Some(200), None),
        ]
    );
    assert_eq!(arrivals[0].body, json!({ "ImageName": "one" }));
    assert_eq!(arrivals[1].image_name(), Some("two"));
    assert_eq!(arrivals[0].access_key.as_deref(), Some("AKIDTEST"));
    assert_eq!(arrivals[0].region.as_deref(), Some("eu-west-1"));
    assert_eq!((&arrivals[2].body, arrivals[2].access_key.as_deref()), (&Value::Null, None));
    assert_eq!(arrivals[3].body["Version"], "2011-06-15");
}

#[tokio::test]
async fn only_the_last_ten_thousand_arrivals_are_kept() {
    let emulator = service_of_one().await;
    let stream = TcpStream::connect(emulator.address()).await.unwrap();
    for number in 0..10_003 {
        let body = format!(r#"{{"ImageName":"{number}"}}"#);
        write(&stream, &Ask::sagemaker("DescribeImage", body).bytes()).await;
        read_reply(&stream).await.unwrap();
    }
    let arrivals = emulator.arrivals();
    assert_eq!(arrivals.len(), 10_000);
    assert_eq!((arrivals[0].image_name(), arrivals[9_999].image_name()), (Some("3"), Some("10002")));
    assert!(arrivals.iter().all(|arrival| arrival.status == Some(400)));
}

#[tokio::test]
async fn whoever_watches_hears_of_every_request() {
    let emulator = service_of_one().await;
    let mut watched = emulator.watch();
    send(&emulator, describe()).await;
    let arrival = tokio::time::timeout(crate::PATIENCE, watched.recv()).await.unwrap().unwrap();
    assert_eq!((arrival.operation.as_str(), arrival.status), ("DescribeImage", Some(200)));
}

#[tokio::test]
async fn region_and_account_shape_the_arns() {
    for (region, partition) in
        [("eu-central-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov")]
    {
        let image = CatalogueImage { role: Some("R".to_owned()), ..CatalogueImage::named("one") };
        let options = Options {
            region: region.to_owned(),
            account: "000000000042".to_owned(),
            catalogue: Catalogue { images: vec![image], ..Catalogue::default() },
            ..Options::default()
        };
        let image = Emulator::start(options).await.unwrap().describe("one").unwrap();
        assert_eq!(image["ImageArn"], format!("arn:{partition}:sagemaker:{region}:000000000042:image/one"));
        assert_eq!(image["RoleArn"], format!("arn:{partition}:iam::000000000042:role/R"));
    }
}

#[tokio::test]
async fn it_stops_when_the_last_handle_is_dropped() {
    let emulator = service_of_one().await;
    let (address, clone) = (emulator.address(), emulator.clone());
    assert!(address.ip().is_loopback());
    assert_eq!(emulator.endpoint_url(), format!("http://{address}"));
    drop(emulator);
    let open = TcpStream::connect(address).await.unwrap();
    write(&open, &describe().bytes()).await;
    assert_eq!(read_reply(&open).await.unwrap().status, 200);
    drop(clone);
    let closed = async {
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::PATIENCE, closed).await.expect("it no longer listens");
    let last = tokio::time::timeout(crate::PATIENCE, read_reply(&open)).await;
    assert!(last.expect("open connections end too").is_none());
}

#[tokio::test]
async fn it_says_why_it_cant_start() {
    let emulator = service_of_one().await;
    let port = emulator.address().port();
    let taken = Emulator::start(Options { port, ..Options::default() }).await.unwrap_err();
    assert!(matches!(taken, StartError::PortInUse(taken) if taken == port));
    assert!(taken.to_string().contains(&format!("port {port} on 127.0.0.1 is in use")), "{taken}");
    let account = Options { account: "42".to_owned(), ..Options::default() };
    assert!(matches!(Emulator::start(account).await, Err(StartError::Account(_))));
    let region = Options { region: "us east".to_owned(), ..Options::default() };
    assert!(matches!(Emulator::start(region).await, Err(StartError::Region(_))));
}

#[tokio::test]
async fn latency_holds_every_answer_back() {
    let latency = Duration::from_millis(60);
    let emulator = Emulator::start(Options { latency, ..Options::default() }).await.unwrap();
    let start = std::time::Instant::now();
    send(&emulator, Ask::sagemaker("ListImages", "{}")).await;
    assert!(start.elapsed() >= latency);
}
