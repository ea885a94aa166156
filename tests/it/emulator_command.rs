//! `sagescope emulator` as a program of its own.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::wire::Ask;

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
    let deadline = Instant::now() + Duration::from_secs(10);
    let status = loop {
        if let Some(status) = program.0.try_wait().unwrap() {
            break status;
        }
        assert!(Instant::now() < deadline, "it goes on");
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(status.success(), "{status}");
}

#[tokio::test]
async fn it_serves_on_when_nobody_reads_its_lines() {
    let mut program = start("0");
    let mut reader = BufReader::new(program.0.stdout.take().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let address = first.trim().strip_prefix("listening on http://").unwrap().parse().unwrap();
    for _ in 0..3 {
        let reply = Ask::sagemaker("ListImages", "{}").send(address).await.unwrap();
        assert_eq!(reply.status, 200);
    }
}

#[tokio::test]
async fn a_port_in_use_is_told() {
    let emulator = crate::wire::service_of_one().await;
    let port = emulator.address().port();
    let mut program = start(&port.to_string());
    let status = program.0.wait().unwrap();
    let mut told = String::new();
    std::io::Read::read_to_string(&mut program.0.stderr.take().unwrap(), &mut told).unwrap();
    assert!(!status.success());
    assert!(told.contains(&format!("port {port} on 127.0.0.1 is in use by another program")), "{told}");
}
