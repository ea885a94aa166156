//! The table.

use std::time::Duration;

/// A row of it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    name: String,
    images: usize,
    floor: String,
    ours: String,
    ratio: Option<f64>,
    bound: String,
    is_met: Option<bool>,
}

impl Row {
    /// Something that was measured at so many images.
    pub fn new(name: impl Into<String>, images: usize, ours: &impl ToString) -> Self {
        Self { name: name.into(), images, ours: ours.to_string(), ..Self::default() }
    }

    /// A time.
    pub fn time(name: impl Into<String>, images: usize, ours: Duration) -> Self {
        Self::new(name, images, &milliseconds(ours))
    }

    /// What was not measured, and why not.
    pub fn failed(name: &str, error: &anyhow::Error) -> Self {
        let why = format!("{error:#}");
        let first = why.lines().next().unwrap_or_default();
        Self { bound: format!("not measured: {first}"), is_met: Some(false), ..Self::new(name, 0, &"–") }
    }

    /// Beside that of the floor.
    pub fn beside(self, floor: &impl ToString) -> Self {
        Self { floor: floor.to_string(), ..self }
    }

    /// A time beside one of the floor, and how many times that it is.
    pub fn times(self, ours: Duration, floor: Duration) -> Self {
        self.beside(&milliseconds(floor)).ratio(ratio(ours, floor))
    }

    /// How many times something else it is.
    pub fn ratio(self, ratio: f64) -> Self {
        Self { ratio: Some(ratio), ..self }
    }

    /// What is wanted, in words, and whether it is so.
    pub fn bound(self, words: impl Into<String>, is_met: bool) -> Self {
        Self { bound: words.into(), is_met: Some(is_met), ..self }
    }

    /// The ratio is to be no more than this.
    pub fn ratio_within(self, most: f64, of: &str) -> Self {
        let is_met = self.ratio.is_some_and(|ratio| ratio <= most);
        self.bound(format!("≤ {most} × {of}"), is_met)
    }

    /// The time is to be no more than this.
    pub fn within(self, span: Duration, most: u64) -> Self {
        self.bound(format!("≤ {most} ms"), span <= Duration::from_millis(most))
    }
}

/// Prints the head.
pub fn print_head() {
    println!(
        "{:<34}{:>8}{:>12}{:>16}{:>8}  {:<4} bound",
        "120×40 unless said", "images", "floor", "sagescope", "ratio", "met"
    );
}

/// Prints rows, as soon as they are there.
pub fn print(rows: &[Row]) {
    for Row { name, images, floor, ours, ratio, bound, is_met } in rows {
        let images = if *images == 0 { String::new() } else { images.to_string() };
        let ratio = ratio.map_or(String::new(), |ratio| format!("{ratio:.2}"));
        let met = is_met.map_or("", |is_met| if is_met { "yes" } else { "NO" });
        println!("{name:<34}{images:>8}{floor:>12}{ours:>16}{ratio:>8}  {met:<4} {bound}");
    }
}

/// Prints how many bounds are met.
pub fn print_sum(rows: &[Row]) {
    let judged = rows.iter().filter_map(|row| row.is_met);
    let met = judged.clone().filter(|is_met| *is_met).count();
    println!("{met} of {} bounds are met", judged.count());
}

pub fn ratio(ours: Duration, other: Duration) -> f64 {
    ours.as_secs_f64() / other.as_secs_f64().max(f64::MIN_POSITIVE)
}

pub fn milliseconds(span: Duration) -> String {
    format!("{:.2} ms", span.as_secs_f64() * 1e3)
}

pub fn mebibytes(bytes: u64) -> String {
    let tenths = bytes * 10 / (1024 * 1024);
    format!("{}.{} MiB", tenths / 10, tenths % 10)
}
