//! Several images as a table: fields between tabs, as spreadsheets take them.

use jiff::tz::TimeZone;

use crate::domain::{Image, ImageStatus, Text};

use super::cli_time;

/// The columns, called as the members of the service are.
const COLUMNS: [&str; 7] = [
    "ImageName",
    "DisplayName",
    "ImageStatus",
    "LastModifiedTime",
    "ImageArn",
    "Description",
    "FailureReason",
];

/// A row an image below a row of headings; what is not known is empty, and times are in UTC.
///
/// A field that a spreadsheet would take for a formula has an apostrophe before it, by which it is a text
/// there.
#[must_use]
pub fn table(images: &[Image]) -> String {
    let heading = COLUMNS.map(str::to_owned).join("\t");
    let rows = images.iter().map(|image| fields(image).map(|text| field(&text)).join("\t"));
    std::iter::once(heading).chain(rows).map(|row| row + "\n").collect()
}

fn fields(image: &Image) -> [String; COLUMNS.len()] {
    let text = |text: &Option<Text>| text.as_ref().map(Text::to_string).unwrap_or_default();
    [
        image.name.to_string(),
        text(&image.display_name),
        image.status.as_ref().map(ImageStatus::word).unwrap_or_default().to_owned(),
        image.modified.map(|at| cli_time::written(at, &TimeZone::UTC)).unwrap_or_default(),
        text(&image.arn),
        text(&image.description),
        text(&image.failure_reason),
    ]
}

/// A text of one line as a field. An apostrophe at its begin is always one of ours, and so are quotes
/// there: readers take those for the begin of a field that is quoted.
pub(super) fn field(text: &str) -> String {
    if text.starts_with('"') {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    let is_formula = text.starts_with(['=', '+', '-', '@', '\'']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
