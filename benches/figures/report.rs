//! The table.

use std::time::Duration;

use super::busy::Busy;
use super::filter::Filter;
use super::round::{FLOOD, Idle, Round};
use super::scan::Scan;
use super::spread::{median, percentile};
use super::{COUNTS, FEW, MANY, VERY_MANY};

/// All that was measured.
#[derive(Default)]
pub struct Report {
    pub floor: Rounds,
    pub sagescope: Rounds,
    pub idle: Vec<(usize, Idle)>,
    /// From Enter to the rows of a place that was seen before.
    pub switch: Vec<(usize, Duration)>,
    /// Looking up where images are used.
    pub scan: Option<Scan>,
    /// Keys while very many images load and are sorted.
    pub busy: Option<Busy>,
    /// Filtering very many images.
    pub filter: Option<Filter>,
    /// From the start to the page of the first run.
    pub first_run: Vec<Duration>,
    /// Times to quit while the service hangs.
    pub quit: Vec<Duration>,
}

/// The rounds of one program, each with its number of images.
#[derive(Default)]
pub struct Rounds(Vec<(usize, Round)>);

impl Rounds {
    pub fn add(&mut self, images: usize, round: Round) {
        self.0.push((images, round));
    }

    fn median<T: Ord + Copy + Default>(&self, images: usize, figure: impl Fn(&Round) -> T) -> T {
        let those = self.0.iter().filter(|(of, _)| *of == images);
        median(those.map(|(_, round)| figure(round)).collect())
    }
}

type Figure = (&'static str, fn(&Round) -> Duration, &'static str);

const TIMES: [Figure; 6] = [
    ("to the first byte", |round| round.first_byte, ""),
    ("to the first frame", |round| round.first_frame, "≤ 1.3 × floor"),
    ("key, to its first byte", |round| round.key_first, ""),
    ("key, to its last byte", |round| round.key, "≤ 1.15 × floor"),
    ("1000 keys at once", |round| round.flood, "≤ 5 ms"),
    ("q, to the end", |round| round.quit, "≤ 3 ms"),
];

impl Report {
    pub fn print(&self) {
        println!(
            "\n{:<24}{:>8}{:>12}{:>14}{:>9}  goal",
            "120×40, medians", "images", "floor", "sagescope", "ratio"
        );
        for (name, figure, goal) in TIMES {
            for images in COUNTS {
                let (floor, ours) =
                    (self.floor.median(images, figure), self.sagescope.median(images, figure));
                let ratio = format!("{:.2}", ratio(ours, floor));
                row(name, images, &milliseconds(floor), &milliseconds(ours), &ratio, goal);
            }
        }
        self.print_key_growth();
        self.print_flood();
        self.print_memory();
        self.print_rest();
    }

    fn print_key_growth(&self) {
        let key = |images| self.sagescope.median(images, |round| round.key);
        for images in [MANY, VERY_MANY] {
            let growth = format!("{:.2}", ratio(key(images), key(FEW)));
            row("key, to one of 100", images, "", "", &growth, "≤ 1.1");
        }
    }

    fn print_flood(&self) {
        for images in COUNTS {
            let frames = self.sagescope.median(images, |round| round.flood_frames);
            let goal = format!("≤ 3 for {FLOOD} keys");
            row("… frames painted", images, "", &frames.to_string(), "", &goal);
            let [floor, ours] =
                [&self.floor, &self.sagescope].map(|rounds| rounds.median(images, |round| round.flood_bytes));
            row("… bytes written", images, &floor.to_string(), &ours.to_string(), "", "≤ 4096");
        }
    }

    fn print_memory(&self) {
        for (images, goal) in [(FEW, "≤ 9 MiB"), (MANY, "≤ 12 MiB"), (VERY_MANY, "≤ 30 MiB")] {
            let [floor, ours] =
                [&self.floor, &self.sagescope].map(|rounds| rounds.median(images, |round| round.resident));
            row("resident memory", images, &mebibytes(floor), &mebibytes(ours), "", goal);
        }
    }

    fn print_busy(&self) {
        let Some(busy) = &self.busy else { return };
        row("slowest key, loading", VERY_MANY, "", &slowest(&busy.loading), "", "≤ 16 ms");
        row("slowest key, sorting", VERY_MANY, "", &slowest(&busy.sorting), "", "≤ 16 ms");
        let stalled = median(busy.stalled.clone());
        let usual = self.sagescope.median(FEW, |round| round.key_first);
        let to_usual = format!("{:.2}", ratio(stalled, usual));
        row("key, nothing described", FEW, "", &milliseconds(stalled), &to_usual, "no slower");
    }

    fn print_rest(&self) {
        for (images, idle) in &self.idle {
            row("idle 10 s, bytes", *images, "", &idle.bytes.to_string(), "", "0");
            let used = format!("{:.2} ms, {} ticks", idle.time.as_secs_f64() * 1e3, idle.ticks);
            row("idle 10 s, processor", *images, "", &used, "", "none");
        }
        for (images, span) in &self.switch {
            row("back at a place", *images, "", &milliseconds(*span), "", "one frame");
        }
        if let Some(scan) = &self.scan {
            row("who uses it: first row", 1, "", &milliseconds(scan.first_row), "", "≤ 1 s");
            let part = format!("{:.2}", scan.part());
            row("… all, of call by call", 1, "", &milliseconds(scan.whole), &part, "≤ 0.3");
            row("… memory more", 1, "", &mebibytes(scan.memory), "", "≤ 4 MiB");
        }
        self.print_busy();
        if let Some(Filter { keys }) = &self.filter {
            let key = self.sagescope.median(VERY_MANY, |round| round.key_first);
            let middle = median(keys.clone());
            let to_key = format!("{:.2}", ratio(middle, key));
            row("filter, a letter, to key", VERY_MANY, "", &milliseconds(middle), &to_key, "");
            let slow = milliseconds(percentile(keys.clone(), 99));
            row("… 99 of 100 letters", VERY_MANY, "", &slow, "", "≤ 8 ms");
        }
        let first_run = milliseconds(median(self.first_run.clone()));
        row("no keys, metadata silent", 0, "", &first_run, "", "≤ 2 s");
        row("q while it hangs", FEW, "", &milliseconds(median(self.quit.clone())), "", "at once");
    }
}

fn slowest(spans: &[Duration]) -> String {
    milliseconds(spans.iter().copied().max().unwrap_or_default())
}

fn row(name: &str, images: usize, floor: &str, ours: &str, ratio: &str, goal: &str) {
    println!("{name:<24}{images:>8}{floor:>12}{ours:>14}{ratio:>9}  {goal}");
}

fn ratio(ours: Duration, floor: Duration) -> f64 {
    ours.as_secs_f64() / floor.as_secs_f64().max(f64::MIN_POSITIVE)
}

fn milliseconds(span: Duration) -> String {
    format!("{:.2} ms", span.as_secs_f64() * 1e3)
}

fn mebibytes(bytes: u64) -> String {
    let tenths = bytes * 10 / (1024 * 1024);
    format!("{}.{} MiB", tenths / 10, tenths % 10)
}
