//! What `sagescope emulator` does: serves until it is told to stop, and says what it served.

use std::io;

use jiff::{Zoned, tz::TimeZone};

use super::{emulator_handle::Emulator, options::Options, stdout_lines::StdoutLines};
use crate::emulator::store::Arrival;

/// Serves until Ctrl-C or SIGTERM.
///
/// The first line on standard output is for programs, `listening on http://127.0.0.1:PORT`; one line for each request
/// follows, with its time in `zone`. When nobody reads them any more, it serves on in silence.
///
/// # Errors
/// Where the service can't start, or the signals can't be heard.
pub async fn run(options: Options, zone: &TimeZone) -> anyhow::Result<()> {
    let region = options.region.clone();
    let emulator = Emulator::start(options).await?;
    let mut arrivals = emulator.watch();
    let mut stop = std::pin::pin!(told_to_stop()?);
    let endpoint = emulator.endpoint_url();
    let mut lines = StdoutLines::begin()?;
    lines.say(format!("listening on {endpoint}"));
    lines.say(format!(
        "try: AWS_ACCESS_KEY_ID=demo AWS_SECRET_ACCESS_KEY=demo aws --region {region} --endpoint-url {endpoint} sagemaker list-images"
    ));
    loop {
        tokio::select! {
            () = &mut stop => return Ok(()),
            Some(arrival) = arrivals.recv() => lines.say(line(&arrival, zone)),
        }
    }
}

/// One request: when, what, which image, and how it was answered.
fn line(arrival: &Arrival, zone: &TimeZone) -> String {
    let time = Zoned::new(arrival.at, zone.clone()).strftime("%H:%M:%S");
    let operation = if arrival.operation.is_empty() { "(no operation)" } else { &arrival.operation };
    let image = arrival.image_name().unwrap_or("-");
    let answer = match (arrival.status, arrival.error) {
        (Some(status), Some(error)) => format!("{status} {error}"),
        (Some(status), None) => status.to_string(),
        (None, _) => "no answer".to_owned(),
    };
    cleaned(&format!("{time}  {operation}  {image}  {answer}"))
}

/// Requests can hold anything; what would steer the terminal becomes a replacement character.
fn cleaned(text: &str) -> String {
    let steers = |letter: char| {
        letter.is_control()
            || matches!(letter,
                '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
    };
    text.chars().map(|letter| if steers(letter) { char::REPLACEMENT_CHARACTER } else { letter }).collect()
}

#[cfg(unix)]
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    // Registered before the first line is out, so that a reader of that line can already stop it.
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
