//! Requests and answers as bytes on a connection: as much of HTTP as the embedded service needs.

use std::io::{Read, Write};

use anyhow::{Context as _, Result, bail};

/// A request or an answer, with as much of a body as its head says.
#[derive(Debug, Clone, Default)]
pub struct Message {
    /// With the empty line at its end.
    pub head: String,
    pub body: Vec<u8>,
}

impl Message {
    /// Reads the next one; nothing where the other side has gone.
    pub fn read(from: &mut impl Read) -> Result<Option<Self>> {
        let (mut bytes, mut part) = (Vec::new(), [0; 16 * 1024]);
        loop {
            if let Some(message) = Self::of(&bytes)? {
                return Ok(Some(message));
            }
            match from.read(&mut part)? {
                0 if bytes.is_empty() => return Ok(None),
                0 => bail!("a message broke off"),
                count => bytes.extend_from_slice(&part[..count]),
            }
        }
    }

    /// The message, if it is whole.
    fn of(bytes: &[u8]) -> Result<Option<Self>> {
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
        let (head, body) = bytes.split_at(end + 4);
        let head = String::from_utf8(head.to_vec())?;
        let length = value_in(&head, "content-length").map_or(Ok(0), str::parse)?;
        Ok((body.len() >= length).then(|| Self { head, body: body[..length].to_vec() }))
    }

    /// The same with another body.
    pub fn with_body(&self, body: Vec<u8>) -> Self {
        let is_length = |line: &&str| line.to_ascii_lowercase().starts_with("content-length:");
        let lines = self.head.lines().filter(|line| !line.is_empty() && !is_length(line));
        let head: String = lines.flat_map(|line| [line, "\r\n"]).collect();
        Self { head: format!("{head}content-length: {}\r\n\r\n", body.len()), body }
    }

    /// The operation that is asked for.
    pub fn operation(&self) -> &str {
        let target = value_in(&self.head, "x-amz-target").unwrap_or_default();
        target.split_once('.').map_or("", |(_, operation)| operation)
    }

    /// All of it.
    pub fn bytes(&self) -> Vec<u8> {
        [self.head.as_bytes(), &self.body].concat()
    }
}

fn value_in<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let pairs = head.lines().filter_map(|line| line.split_once(':'));
    pairs.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
}

/// Asks for a page of images, as one program does after the other.
pub fn list_page(stream: &mut (impl Read + Write), token: Option<&str>) -> Result<Option<String>> {
    let body = serde_json::json!({ "MaxResults": 100, "NextToken": token }).to_string();
    let head = "POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-amz-json-1.1\r\n\
                x-amz-target: SageMaker.ListImages\r\nx-amz-date: 20200101T000000Z\r\n\
                authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20200101/us-east-1/sagemaker/aws4_request, \
                SignedHeaders=host, Signature=none\r\n\r\n";
    let asked = Message { head: head.into(), body: Vec::new() }.with_body(body.into_bytes());
    stream.write_all(&asked.bytes())?;
    let answer = Message::read(stream)?.context("no answer")?;
    let page: serde_json::Value = serde_json::from_slice(&answer.body)?;
    if page.get("Images").is_none() {
        bail!("no page: {page}");
    }
    Ok(page.get("NextToken").and_then(|token| token.as_str()).map(str::to_owned))
}
