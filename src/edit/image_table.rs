//! Images as a table that a person edits as text: a line an image.
//!
//! ```text
//! # name | display name | description
//! pytorch-2.4-gpu | PyTorch 2.4 (GPU) | Training image for the vision team
//! sklearn-base    |                   | Either this \| or that
//! ```
//!
//! Blanks around a cell are no part of it. Within a cell `\|`, `\\` and `\ ` stand for what is behind the
//! backslash, so that any value of a field can be written.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use crate::domain::ImageName;

use super::kind::image::{DESCRIPTION, DISPLAY_NAME, FIELDS};
use super::{Field, FieldKey};

/// The fields that have a column, in order, behind the name of the image.
pub static COLUMNS: [FieldKey; 2] = [DISPLAY_NAME, DESCRIPTION];

/// What each image is to hold: nothing means absent. Images that are not in it stay as they are.
pub type Rows = BTreeMap<ImageName, BTreeMap<FieldKey, Option<String>>>;

/// Lines that begin so are left out.
const COMMENT: char = '#';
/// Lines that begin so say what was wrong with the table the last time.
const PROBLEM: &str = "#! ";
/// Columns are as wide as what stands in them, up to this many cells; what is wider moves its own line only.
const WIDEST: usize = 48;

/// What is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The same table, with what is wrong noted at its top.
    pub text: String,
    /// What is wrong, each with its line in that text; at least one.
    pub problems: Vec<String>,
}

/// The table of these images; `heading` is said at its top, a line each.
#[must_use]
pub fn write(heading: &[String], rows: &Rows) -> String {
    let names: Vec<_> = columns().map(|field| field.label.to_lowercase()).collect();
    let head = format!("name | {}", names.join(" | "));
    let rules = [
        "",
        head.as_str(),
        "",
        "A line is an image. An empty cell clears its value. An image whose line is taken out, or begins",
        "with #, stays as it is. Names can't be changed.",
        r"In a value, write | as \|, \ as \\, and a space at its beginning or end as \ and the space.",
        "",
        "Save and close. You see what will change before anything is sent.",
    ];
    let mut text = String::new();
    for line in heading.iter().map(String::as_str).chain(rules) {
        text.push_str(format!("{COMMENT} {line}").trim_end());
        text.push('\n');
    }
    text.push('\n');
    let lines: Vec<Vec<String>> = rows.iter().map(|(name, values)| line(name, values)).collect();
    let widths: Vec<_> = (0..COLUMNS.len()).map(|at| width(&lines, at)).collect();
    for line in lines {
        let mut padded = String::new();
        for (at, cell) in line.iter().enumerate() {
            let free = widths.get(at).map_or(0, |width| width.saturating_sub(cell.width()));
            let gap = if at > 0 { " | " } else { "" };
            let _ = write!(padded, "{gap}{cell}{}", " ".repeat(free));
        }
        text.push_str(padded.trim_end_matches(' '));
        // The blank that is part of a value at the end of a line.
        if padded.ends_with("\\ ") {
            text.push(' ');
        }
        text.push('\n');
    }
    text
}

fn columns() -> impl Iterator<Item = &'static Field> {
    COLUMNS.iter().filter_map(|key| FIELDS.iter().find(|field| field.key == *key))
}

fn line(name: &ImageName, values: &BTreeMap<FieldKey, Option<String>>) -> Vec<String> {
    let value = |key| values.get(key).and_then(Option::as_deref).unwrap_or_default();
    let cells = COLUMNS.iter().map(|key| cell(value(key)));
    std::iter::once(name.to_string()).chain(cells).collect()
}

fn width(lines: &[Vec<String>], column: usize) -> usize {
    let widths = lines.iter().filter_map(|line| Some(line.get(column)?.width()));
    widths.filter(|width| *width <= WIDEST).max().unwrap_or(0)
}

/// A value as it is written in a cell.
fn cell(value: &str) -> String {
    let last = value.chars().count().saturating_sub(1);
    let mut written = String::new();
    for (at, c) in value.chars().enumerate() {
        if matches!(c, '|' | '\\') || (c == ' ' && (at == 0 || at == last)) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// Reads a table of these images, line ends being `\n`. What an image holds already is never wrong.
///
/// # Errors
///
/// All that is wrong with it.
pub fn read(text: &str, images: &Rows) -> Result<Rows, Refused> {
    let body: Vec<_> = text.split('\n').filter(|line| !line.starts_with(PROBLEM)).collect();
    let (mut rows, mut lines, mut problems) = (Rows::new(), BTreeMap::new(), Vec::new());
    for (at, line) in body.iter().enumerate() {
        let trimmed = line.trim_matches([' ', '\t']);
        if trimmed.is_empty() || trimmed.starts_with(COMMENT) {
            continue;
        }
        match row(line, images) {
            Ok((name, values)) => match lines.insert(name.clone(), at) {
                Some(first) => problems.push((at, Problem::Twice(name, first))),
                None => drop(rows.insert(name, values)),
            },
            Err(said) => problems.extend(said.into_iter().map(|said| (at, Problem::Said(said)))),
        }
    }
    if problems.is_empty() {
        return Ok(rows);
    }
    // What is noted at the top moves the lines.
    let noted = problems.len() + 1;
    let words = |(at, problem): &(usize, Problem)| {
        let said = match problem {
            Problem::Said(said) => said.clone(),
            Problem::Twice(name, first) => format!("{name} is on line {} already", first + 1 + noted),
        };
        format!("line {}: {said}", at + 1 + noted)
    };
    let problems: Vec<_> = problems.iter().map(words).collect();
    let mut text = format!("{PROBLEM}This table was not taken:\n");
    for problem in &problems {
        let _ = writeln!(text, "{PROBLEM}{problem}");
    }
    text.push_str(&body.join("\n"));
    text.push('\n');
    Err(Refused { text, problems })
}

/// What is wrong with a line.
enum Problem {
    Said(String),
    /// Its image has a line before.
    Twice(ImageName, usize),
}

type Row = (ImageName, BTreeMap<FieldKey, Option<String>>);

fn row(line: &str, images: &Rows) -> Result<Row, Vec<String>> {
    let cells = cells(line).map_err(|why| vec![why])?;
    let count = COLUMNS.len() + 1;
    if cells.len() != count {
        let labels: Vec<_> = columns().map(|field| field.label.to_lowercase()).collect();
        let more = if cells.len() > count { r"; write a | in a value as \|" } else { "" };
        let have = if cells.len() == 1 { "1 cell".to_owned() } else { format!("{} cells", cells.len()) };
        return Err(vec![format!("{have}, not {count}: name | {}{more}", labels.join(" | "))]);
    }
    let mut cells = cells.into_iter();
    let name = cells.next().unwrap_or_default();
    let Some((name, before)) = images.iter().find(|(image, _)| image.as_str() == name) else {
        return Err(vec![format!("‘{name}’ is not one of the images of this table; names can't be changed")]);
    };
    let (mut values, mut problems) = (BTreeMap::new(), Vec::new());
    for (field, value) in columns().zip(cells) {
        let value = Some(value).filter(|value| !value.is_empty());
        if before.get(&field.key) != Some(&value) {
            let problem = value.as_deref().and_then(|value| field.problem(value));
            problems.extend(problem.map(|problem| format!("{} {}", field.label, problem.0)));
        }
        values.insert(field.key.clone(), value);
    }
    if problems.is_empty() { Ok((name.clone(), values)) } else { Err(problems) }
}

/// The cells of a line, without the blanks around them.
fn cells(line: &str) -> Result<Vec<String>, String> {
    let mut cells = vec![Cell::default()];
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        let cell = match cells.last_mut() {
            Some(cell) if c != '|' => cell,
            _ => {
                cells.push(Cell::default());
                continue;
            }
        };
        match c {
            '\\' => match chars.next() {
                Some(meant @ ('|' | '\\' | ' ')) => cell.push(meant),
                Some(other) => return Err(format!(r"‘\{other}’ means nothing; write a \ in a value as \\")),
                None => return Err(r"a \ stands at its end; write a \ in a value as \\".into()),
            },
            ' ' | '\t' => cell.blank(c),
            c => cell.push(c),
        }
    }
    Ok(cells.into_iter().map(|cell| cell.value).collect())
}

/// A cell as it is read.
#[derive(Default)]
struct Cell {
    value: String,
    /// The blanks behind it, which are part of it only if something follows.
    behind: String,
}

impl Cell {
    fn push(&mut self, c: char) {
        self.value.push_str(&std::mem::take(&mut self.behind));
        self.value.push(c);
    }

    fn blank(&mut self, c: char) {
        if !self.value.is_empty() {
            self.behind.push(c);
        }
    }
}

#[cfg(test)]
mod tests;
