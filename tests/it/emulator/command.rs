//! `sagescope emulator` as a program of its own.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use super::wire::{Ask, read_reply, write};

/// Ends the program even where a test fails.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(port: &str) -> Program {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sagescope"));
    command.args(["emulator", "--port", port]).stdout(Stdio::piped()).stderr(Stdio::piped());
    Program(command.spawn().unwrap())
}

/// Waits until the program has ended.
fn end(program: &mut Program) -> ExitStatus {
    let deadline = Instant::now() + crate::PATIENCE;
    loop {
        if let Some(status) = program.0.try_wait().unwrap() {
            return status;
        }
        assert!(Instant::now() < deadline, "it goes on");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[tokio::test]
async fn it_says_where_it_listens_and_what_it_served() {
    let mut program = start("0");
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let first = lines.next().unwrap();
    let address = first.strip_prefix("listening on http://").unwrap().parse().unwrap();
    let example = lines.next().unwrap();
    assert!(example.contains(&format!("--endpoint-url http://{address} sagemaker list-images")), "{example}");

    Ask::sagemaker("DescribeImage", r#"{"ImageName":"base"}"#).send(address).await.unwrap();
    assert!(lines.next().unwrap().ends_with("  DescribeImage  base  200"));
    Ask::sagemaker("DescribeImage", r#"{"ImageName":"\u001b[31m\u202e"}"#).send(address).await.unwrap();
    let hostile = lines.next().unwrap();
    assert!(
        hostile.ends_with("  DescribeImage  \u{fffd}[31m\u{fffd}  400 ValidationException"),
        "{hostile:?}"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn it_stops_when_told() {
    let mut program = start("0");
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines();
    lines.next().unwrap().unwrap();
    let pid = program.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let status = end(&mut program);
    assert!(status.success(), "{status}");
}

#[tokio::test]
async fn it_serves_on_when_nobody_reads_its_lines() {
    let mut program = start("0");
    let mut reader = BufReader::new(program.0.stdout.take().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let address: SocketAddr = first.trim().strip_prefix("listening on http://").unwrap().parse().unwrap();
    for _ in 0..3 {
        let reply = Ask::sagemaker("ListImages", "{}").send(address).await.unwrap();
        assert_eq!(reply.status, 200);
    }
}

/// A pipe that is held open and never read, as by a script that only wanted the first line.
#[cfg(unix)]
#[tokio::test]
async fn it_serves_and_stops_though_a_pipe_is_full() {
    for signal in ["-TERM", "-INT"] {
        let mut program = start("0");
        let mut reader = BufReader::with_capacity(1, program.0.stdout.take().unwrap());
        let mut first = String::new();
        reader.read_line(&mut first).unwrap();
        let address: SocketAddr = first.trim().strip_prefix("listening on http://").unwrap().parse().unwrap();
        let stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let long = format!(r#"{{"ImageName":"{}"}}"#, "x".repeat(2000));
        for _ in 0..1500 {
            write(&stream, &Ask::sagemaker("DescribeImage", &long).bytes()).await;
            read_reply(&stream).await.unwrap();
        }
        let pid = program.0.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        assert!(end(&mut program).success());
        drop(reader);
    }
}

/// What was not written is counted, so that nobody takes the record for whole.
#[tokio::test]
async fn lines_that_nobody_read_in_time_are_counted() {
    let mut program = start("0");
    let mut reader = BufReader::with_capacity(1, program.0.stdout.take().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let address: SocketAddr = first.trim().strip_prefix("listening on http://").unwrap().parse().unwrap();
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let long = format!(r#"{{"ImageName":"{}"}}"#, "x".repeat(2000));
    let ask = Ask::sagemaker("DescribeImage", &long).bytes();
    for _ in 0..1500 {
        write(&stream, &ask).await;
        read_reply(&stream).await.unwrap();
    }
    let mut lines = BufReader::new(reader).lines().map(Result::unwrap);
    lines.next().unwrap();
    let (mut read, mut sent) = (0, 1500);
    loop {
        // There may be nothing to read before the next request.
        if read >= 1000 {
            write(&stream, &ask).await;
            read_reply(&stream).await.unwrap();
            sent += 1;
        }
        let line = lines.next().unwrap();
        if line.contains("were not written") {
            let lost: usize = line.trim_start_matches('(').split(' ').next().unwrap().parse().unwrap();
            assert!(lost > 100 && read + lost < sent, "{read} of {sent}: {line}");
            assert!(lines.next().unwrap().contains("DescribeImage"));
            break;
        }
        assert!(line.contains("DescribeImage"), "{line}");
        read += 1;
    }
}

/// `/dev/zero` has no end: nothing is read from it.
#[test]
fn a_time_zone_that_never_ends_is_told() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sagescope"));
    command.arg("emulator").env("TZ", "/dev/zero").stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = Program(command.spawn().unwrap());
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with("listening on "));
    let told = BufReader::new(program.0.stderr.take().unwrap()).lines().next().unwrap().unwrap();
    assert!(told.starts_with("sagescope: Times are in UTC: /dev/zero, set by TZ"), "{told}");
}

#[tokio::test]
async fn a_port_in_use_is_told() {
    let emulator = super::wire::service_of_one().await;
    let port = emulator.address().port();
    let mut program = start(&port.to_string());
    let status = program.0.wait().unwrap();
    let mut told = String::new();
    std::io::Read::read_to_string(&mut program.0.stderr.take().unwrap(), &mut told).unwrap();
    assert!(!status.success());
    assert!(told.contains(&format!("port {port} on 127.0.0.1 is in use by another program")), "{told}");
}
