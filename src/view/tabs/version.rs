//! The members of one version, or of two side by side.
//!
//! ```text
//! Version 7                         │               ✓ 5             7
//! Aliases          prod, stable     │ ≠ Aliases       –             prod, stable
//! Status           ● CREATED        │   Status        ● CREATED     ● CREATED
//! Base image       …/sklearn:1.5    │ ≠ Base image    …/sklearn:1.4 …/sklearn:1.5
//! ```

use std::sync::Arc;

use jiff::Timestamp;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::wrap::{self, Break};
use crate::app::{App, Remote, Versions};
use crate::domain::{Denied, Failure, FailureClass, ImageName, ImageVersion, Text};
use crate::view::text::lines::Lines;
use crate::view::text::{cells, status};
use crate::view::theme::{Look, Theme};

use super::members::{self, Members};
use super::state;

/// The longest label and a gap.
const LABEL: usize = "Programming language".len() + 2;
/// From this width on, two versions stand side by side.
const TWO_COLUMNS: usize = 68;
/// What is before the labels of two: the mark of a difference and a blank.
const MARK: usize = 2;

/// One member of a version.
struct Member {
    label: &'static str,
    text: String,
    style: Style,
    at: Break,
    /// Whether that is what the service said of it.
    is_known: bool,
    /// Where it leads.
    link: Option<Arc<str>>,
}

/// Writes all of one version.
pub fn write(app: &App, look: &Look, (image, number): (&ImageName, u32), is_marked: bool, lines: &mut Lines) {
    let theme = look.theme;
    let head = if is_marked { "✓ " } else { "" };
    lines.row(Line::styled(format!("{head}Version {number}"), theme.strong()));
    if is_marked {
        lines.text(0, "Marked. Select another version to compare them.", theme.dim());
    }
    write_trouble(app, theme, image, number, lines);
    for member in members(app, look, image, number) {
        if !(member.label == FAILURE && member.text.is_empty()) {
            let mut writer = Members { lines, theme, label: LABEL };
            writer.linked(member.label, (&member.text, member.link), member.style, member.at);
        }
    }
}

/// Writes two versions, the marked one first.
pub fn write_both(app: &App, look: &Look, image: &ImageName, numbers: (u32, u32), lines: &mut Lines) {
    let theme = look.theme;
    let (marked, focus) = (members(app, look, image, numbers.0), members(app, look, image, numbers.1));
    let pairs: Vec<_> = marked
        .into_iter()
        .zip(focus)
        .filter(|(one, other)| !(one.label == FAILURE && one.text.is_empty() && other.text.is_empty()))
        .collect();
    let differing = pairs.iter().filter(|(one, other)| differ(one, other)).count();
    let head = format!("{} ✓ and {}: {differing} of {} differ ≠", numbers.0, numbers.1, pairs.len());
    lines.row(Line::styled(head, theme.strong()));
    for number in [numbers.0, numbers.1] {
        write_trouble(app, theme, image, number, lines);
    }
    let is_beside = lines.width() >= TWO_COLUMNS;
    if is_beside {
        let room = (lines.width() - MARK - LABEL) / 2;
        let left = format!("{:indent$}{:room$}", "", format!("{} ✓", numbers.0), indent = MARK + LABEL);
        lines.row(Line::styled(format!("{left}{}", numbers.1), theme.strong()));
    }
    for (one, other) in &pairs {
        if is_beside {
            write_beside(theme, one, other, lines);
        } else {
            write_below(theme, numbers, one, other, lines);
        }
    }
}

fn differ(one: &Member, other: &Member) -> bool {
    one.is_known && other.is_known && one.text != other.text
}

fn lead(theme: Theme, one: &Member, other: &Member) -> (Span<'static>, Style) {
    if differ(one, other) {
        (Span::styled("≠ ", theme.accent()), theme.strong())
    } else {
        (Span::raw("  "), theme.dim())
    }
}

/// A member of both, beside one another.
fn write_beside(theme: Theme, one: &Member, other: &Member, lines: &mut Lines) {
    let room = (lines.width() - MARK - LABEL) / 2;
    let rows = |member: &Member| -> Vec<String> {
        let rows = wrap::rows(&member.text, room.saturating_sub(2), member.at).into_iter();
        rows.map(|row| member.text[row].trim_end_matches(' ').to_owned()).collect()
    };
    let (left, right) = (rows(one), rows(other));
    let (mark, label) = lead(theme, one, other);
    for at in 0..left.len().max(right.len()) {
        let cell = |rows: &[String]| rows.get(at).cloned().unwrap_or_default();
        let left = cell(&left);
        let blank = room.saturating_sub(cells::width(&left));
        let head = if at == 0 { one.label } else { "" };
        let mark = if at == 0 { mark.clone() } else { Span::raw("  ") };
        lines.row(Line::from(vec![
            mark,
            Span::styled(format!("{head:LABEL$}"), label),
            Span::styled(left, one.style),
            Span::raw(" ".repeat(blank)),
            Span::styled(cell(&right), other.style),
        ]));
    }
}

/// A member of both, below one another; once where it is the same.
fn write_below(theme: Theme, numbers: (u32, u32), one: &Member, other: &Member, lines: &mut Lines) {
    let (mark, label) = lead(theme, one, other);
    if one.text == other.text && one.is_known == other.is_known {
        let mut inner = lines.within(MARK);
        Members { lines: &mut inner, theme, label: LABEL }.value(one.label, &one.text, one.style, one.at);
        return lines.behind(&mark, inner);
    }
    lines.row(Line::from(vec![mark, Span::styled(one.label, label)]));
    let width = numbers.0.max(numbers.1).to_string().len();
    for (number, member) in [(numbers.0, one), (numbers.1, other)] {
        let lead = Span::styled(format!("    {number:>width$}  "), theme.dim());
        lines.runs(lead, &[(member.text.clone(), member.style)], member.at);
    }
}

const FAILURE: &str = "Failure";

/// All members of a version, always as many and in the same order.
fn members(app: &App, look: &Look, image: &ImageName, number: u32) -> Vec<Member> {
    let theme = look.theme;
    let place = app.place();
    let Some(versions) = place.versions_of(image) else { return Vec::new() };
    let known = place.known_version(image, number);
    let version = known.unwrap_or_else(|| ImageVersion::numbered(image.clone(), number));
    let described = versions.described(number).map(|described| &described.value);
    let is_described = described.is_some_and(|described| described.value().is_some());
    let missing = match described {
        Some(Remote::Failed { .. }) => "unknown",
        Some(Remote::Idle | Remote::Loading { .. } | Remote::Ready(_)) | None => "…",
    };
    let plain = |label, text: String, at| Member {
        label,
        text,
        style: theme.plain(),
        at,
        is_known: true,
        link: None,
    };
    let absent = |label, words: &str, is_known| Member {
        label,
        text: words.to_owned(),
        style: theme.dim(),
        at: Break::Blanks,
        is_known,
        link: None,
    };
    // What only the description tells.
    let told = |label, text: Option<&Text>, at| match text {
        Some(text) if text.as_str().trim().is_empty() => absent(label, &members::blanks(text.as_str()), true),
        Some(text) => plain(label, text.as_str().to_owned(), at),
        None if is_described => absent(label, "not set", true),
        None => absent(label, missing, false),
    };
    let time = |label, time: Option<Timestamp>| match time {
        Some(time) => plain(label, members::told(app, look, time), Break::Blanks),
        None => absent(label, "unknown", false),
    };
    let state = version.status.as_ref();
    let horovod = version.horovod.map(|horovod| if horovod { "yes" } else { "no" });
    vec![
        aliases(theme, versions, number),
        Member {
            style: status::style(theme, state),
            ..plain("Status", format!("{} {}", status::symbol(state), status::word(state)), Break::Blanks)
        },
        Member {
            style: theme.bad(),
            ..plain(
                FAILURE,
                version.failure_reason.as_ref().map_or("", Text::as_str).to_owned(),
                Break::Blanks,
            )
        },
        told("Base image", version.base_image.as_ref(), Break::Address),
        told("Container image", version.container_image.as_ref(), Break::Address),
        told("Vendor guidance", version.vendor_guidance.as_ref(), Break::Blanks),
        told("Job type", version.job_type.as_ref(), Break::Blanks),
        told("ML framework", version.ml_framework.as_ref(), Break::Blanks),
        told("Programming language", version.programming_lang.as_ref(), Break::Blanks),
        told("Processor", version.processor.as_ref(), Break::Blanks),
        match horovod {
            Some(word) => plain("Horovod", word.into(), Break::Blanks),
            None => told("Horovod", None, Break::Blanks),
        },
        told("Release notes", version.release_notes.as_ref(), Break::Blanks),
        time("Created", version.created),
        time("Modified", version.modified),
        match &version.arn {
            // The page of the image has its versions.
            Some(arn) => Member {
                link: app.link_of_image(image),
                ..plain("Version ARN", arn.as_str().to_owned(), Break::Blanks)
            },
            None => absent("Version ARN", "unknown", false),
        },
    ]
}

/// The aliases of a version, and why they may be others.
fn aliases(theme: Theme, versions: &Versions, number: u32) -> Member {
    let held: Vec<_> = versions.aliases_of(number).iter().map(Text::as_str).collect();
    let is_known = versions.knows_all_aliases();
    let names = if held.is_empty() && is_known { "none".to_owned() } else { held.join(", ") };
    let (text, style) = match versions.aliases().value.failure() {
        Some(failure) if is_known => (format!("{names} (old: {})", lack(failure)), theme.bad()),
        Some(failure) if held.is_empty() => (format!("unknown: {}", lack(failure)), theme.bad()),
        Some(failure) => (format!("{names} (others unknown: {})", lack(failure)), theme.bad()),
        None if held.is_empty() => (if is_known { names } else { "…".into() }, theme.dim()),
        None => (names, theme.plain()),
    };
    Member { label: "Aliases", text, style, at: Break::Blanks, is_known, link: None }
}

/// Why the aliases are not known, in a line: the permission that is missing, if one is.
fn lack(failure: &Failure) -> String {
    let denied = Denied::read(failure.message.as_str()).filter(|_| failure.class == FailureClass::Denied);
    match (denied, failure.class) {
        (Some(denied), _) => format!("{} is not allowed", denied.action),
        (None, FailureClass::Denied) => "sagemaker:ListAliases is not allowed".into(),
        (None, _) => failure.headline().to_string(),
    }
}

/// Why a version can't be described.
fn write_trouble(app: &App, theme: Theme, image: &ImageName, number: u32, lines: &mut Lines) {
    let versions = app.place().versions_of(image);
    let Some(described) = versions.and_then(|versions| versions.described(number)) else { return };
    let Some(failure) = described.value.failure() else { return };
    let what = format!("Couldn't load version {number}");
    let left = match described.value.value() {
        Some(_) => state::left(app, described.read_at),
        None => "Showing what the list returned.".into(),
    };
    state::write_trouble(app, theme, (&what, failure), &left, lines);
}
