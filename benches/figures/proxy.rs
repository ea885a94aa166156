//! The way to a service, on which the answers about single images are disturbed.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::http::Message;

/// What becomes of an answer to `DescribeImage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disturbance {
    /// It comes as it is.
    None,
    /// It never comes.
    Stalls,
    /// It comes byte by byte, ten milliseconds apart.
    Drips,
    /// It has a text of a megabyte in it.
    Swells,
}

/// Serves until the process ends.
pub fn before(service: &str, disturbance: Disturbance) -> Result<String> {
    let service = service.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let service = service.clone();
            // Where one side goes, its connection ends.
            thread::spawn(move || serve(stream, &service, disturbance));
        }
    });
    Ok(url)
}

fn serve(mut stream: TcpStream, service: &str, disturbance: Disturbance) -> Result<()> {
    let mut behind = TcpStream::connect(service)?;
    behind.set_nodelay(true)?;
    stream.set_nodelay(true)?;
    while let Some(request) = Message::read(&mut stream)? {
        behind.write_all(&request.bytes())?;
        let answer = Message::read(&mut behind)?.context("no answer")?;
        let disturbance =
            if request.operation() == "DescribeImage" { disturbance } else { Disturbance::None };
        match disturbance {
            Disturbance::None => stream.write_all(&answer.bytes())?,
            Disturbance::Stalls => drop(stream.read(&mut [0])?),
            Disturbance::Drips => drip(&mut stream, &answer.bytes())?,
            Disturbance::Swells => stream.write_all(&swollen(&answer)?.bytes())?,
        }
    }
    Ok(())
}

fn drip(stream: &mut TcpStream, bytes: &[u8]) -> Result<()> {
    for byte in bytes {
        thread::sleep(Duration::from_millis(10));
        stream.write_all(&[*byte])?;
        // Whoever does not wait for the rest has gone.
        stream.set_nonblocking(true)?;
        let more = stream.peek(&mut [0]);
        stream.set_nonblocking(false)?;
        if !matches!(more, Err(error) if error.kind() == ErrorKind::WouldBlock) {
            return Ok(());
        }
    }
    Ok(())
}

fn swollen(answer: &Message) -> Result<Message> {
    let mut body: Value = serde_json::from_slice(&answer.body)?;
    let members = body.as_object_mut().context("no members")?;
    members.insert("Description".into(), "very long ".repeat(100 * 1024).into());
    Ok(answer.with_body(serde_json::to_vec(&body)?))
}
