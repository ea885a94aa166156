//! Requests and answers as bytes on a connection.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Request {
    pub bytes: Vec<u8>,
    /// The operation that is asked for.
    pub operation: String,
    /// Its members, where it is JSON.
    pub body: Value,
}

impl Request {
    /// The next one on `stream`; nothing where it ends before one is whole.
    pub async fn read(stream: &mut TcpStream) -> Option<Self> {
        let bytes = read_message(stream).await?;
        let (head, body) = split(&bytes);
        let target = header(&head, "x-amz-target").and_then(|target| target.split('.').nth(1));
        let text = String::from_utf8_lossy(body);
        let action = text.split('&').find_map(|pair| pair.strip_prefix("Action="));
        let operation = target.or(action).unwrap_or_default().to_owned();
        let body = serde_json::from_slice(body).unwrap_or_default();
        Some(Self { bytes, operation, body })
    }
}

/// An answer that is to be written.
#[derive(Debug, Clone)]
pub struct Answer {
    pub version: &'static str,
    pub status: u16,
    /// Without the length.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// With `status` and `body`, as the service sends it.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![
            ("content-type".to_owned(), "application/x-amz-json-1.1".to_owned()),
            ("x-amzn-requestid".to_owned(), "00000000-0000-0000-0000-000000000000".to_owned()),
        ];
        Self { version: "HTTP/1.1", status, headers, body: body.into() }
    }

    /// What a service that behaves answers to `request`. Nothing where it has gone.
    pub async fn of_service(address: String, request: &Request) -> Option<Self> {
        let mut stream = TcpStream::connect(address).await.ok()?;
        stream.write_all(&request.bytes).await.ok()?;
        let bytes = read_message(&mut stream).await?;
        let (head, body) = split(&bytes);
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let pairs = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        let headers = pairs
            .filter(|(name, _)| !name.eq_ignore_ascii_case("content-length"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Some(Self { version: "HTTP/1.1", status, headers, body: body.to_vec() })
    }

    /// With one header more.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Its head, which says that so many bytes follow.
    pub fn head(&self, length: usize) -> String {
        self.clone().with("content-length", length.to_string()).head_as_it_is()
    }

    /// Its head, without a length.
    pub fn head_as_it_is(&self) -> String {
        let headers = self.headers.iter().flat_map(|(name, value)| [name, ": ", value, "\r\n"]);
        let headers: String = headers.collect();
        format!("{} {} X\r\n{headers}\r\n", self.version, self.status)
    }

    /// All of it.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.head(self.body.len()).into_bytes();
        bytes.extend(&self.body);
        bytes
    }
}

/// A message with as much of a body as it says.
async fn read_message(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        if let Some(end) = end_of_head(&bytes) {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            let length: usize = header(&head, "content-length").map_or(0, |length| length.parse().unwrap());
            if bytes.len() >= end + length {
                return Some(bytes);
            }
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

fn split(bytes: &[u8]) -> (String, &[u8]) {
    let end = end_of_head(bytes).unwrap_or(bytes.len());
    (String::from_utf8_lossy(&bytes[..end]).into_owned(), &bytes[end..])
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let pairs = head.lines().filter_map(|line| line.split_once(':'));
    pairs.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
}
