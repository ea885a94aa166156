//! What is said of the users of an image, of how far a scan has come, and of what it could not read.

use ratatui::style::Style;

use crate::app::{App, PinTrouble, UsedBy};
use crate::domain::HolderKind;
use crate::domain::{ImageName, ImageStatus, Pin, StudioStatus};
use crate::keys::Action;
use crate::scan::{End, Role, Scan, Trouble, Use, UserKey};
use crate::view::text::lines::{Lines, Run, together};
use crate::view::text::{age, failure};
use crate::view::theme::Theme;

use super::{pins, state};

/// Blanks between the parts of a row.
const GAP: &str = "  ";

/// What a user stands below in its domain; defaults stand for themselves.
#[must_use]
pub fn heading(key: &UserKey) -> Option<&'static str> {
    match key {
        UserKey::Defaults(..) => None,
        UserKey::UserProfile(_) => Some("User profiles"),
        UserKey::Space(_) => Some("Spaces"),
        UserKey::App(_) => Some("Apps"),
    }
}

/// The status, where it is not the usual one.
pub fn unsettled(theme: Theme, status: &StudioStatus, before: &str) -> Option<Run> {
    let is_usual = status.word() == "InService";
    (!is_usual).then(|| (format!("{before}{status}"), status_style(theme, status)))
}

/// The colour of a status.
#[must_use]
pub fn status_style(theme: Theme, status: &StudioStatus) -> Style {
    match status.word() {
        "InService" => theme.good(),
        _ if status.is_failed() => theme.bad(),
        _ => theme.busy(),
    }
}

/// `JupyterLab  version 41  ✖ no such version  config lab-4`; the type of app takes so many cells.
#[must_use]
pub fn used(app: &App, theme: Theme, image: &ImageName, used: &Use, app_type: usize) -> Vec<Run> {
    let pin = &used.reference.pin;
    let mut runs = Vec::new();
    if used.role != Role::Runs {
        runs.push((format!("{:app_type$}{GAP}", used.app_type.as_str()), theme.plain()));
    }
    runs.push((pin_words(app, image, pin), theme.plain()));
    if let Some(trouble) = app.place().pin_trouble(image, pin) {
        let (words, style) = trouble_words(theme, &trouble);
        runs.push((format!("{GAP}{}", together(&format!("✖ {words}"))), style));
    } else if pins::is_unchecked(app, image, pin) {
        runs.push((format!("{GAP}{}", together("? not checked")), theme.dim()));
    }
    match &used.role {
        Role::Custom { config } => {
            runs.push((format!("{GAP}config "), theme.dim()));
            runs.push((config.as_str().to_owned(), theme.plain()));
        }
        Role::Default => runs.push((format!("{GAP}default"), theme.dim())),
        Role::Runs => {}
    }
    runs
}

fn pin_words(app: &App, image: &ImageName, pin: &Pin) -> String {
    match pin {
        Pin::Latest => "latest".into(),
        Pin::Version(number) => format!("version {number}"),
        Pin::Alias(alias) => match app.place().pinned_version(image, pin) {
            Some(number) => format!("alias {alias} (version {number})"),
            None => format!("alias {alias}"),
        },
        Pin::Unreadable(text) => format!("version ‘{text}’"),
    }
}

fn trouble_words(theme: Theme, trouble: &PinTrouble) -> (String, Style) {
    match trouble {
        PinTrouble::NoSuchVersion => ("no such version".into(), theme.bad()),
        PinTrouble::NoSuchAlias => ("no such alias".into(), theme.bad()),
        PinTrouble::NoNumber => ("not a version number".into(), theme.bad()),
        PinTrouble::Status(ImageStatus::Deleting) => ("DELETING".into(), theme.busy()),
        PinTrouble::Status(status) => (status.word().to_owned(), theme.bad()),
        PinTrouble::Archived => ("archived".into(), theme.busy()),
    }
}

/// How far a scan has come, and how to stop it; or how it ended, if not as it should.
pub fn write_head(app: &App, theme: Theme, is_empty: bool, lines: &mut Lines) {
    let usage = &app.place().usage;
    let long = |at| age::long(at, app.now);
    let stop = app.keymap.first_key(Action::StopScan);
    let again = app.keymap.first_key(Action::Refresh);
    if let Some(scan) = usage.running() {
        let doing = if usage.ended_at().is_some() { "Looking up usage again" } else { "Looking up usage" };
        let slowly = if scan.is_throttled() { " Throttled: fewer calls at once." } else { "" };
        let progress = scan.progress();
        let so_far = if progress.all > 0 { format!(": {progress}") } else { String::new() };
        let words = format!("{doing}{so_far}… Press {stop} to stop.{slowly}");
        lines.text(1, &words, theme.busy());
        if let Some(at) = usage.ended_at() {
            lines.text(1, &format!("Showing results from {}.", long(at)), theme.dim());
        }
        lines.gap();
        return;
    }
    let (Some(scan), Some(at)) = (usage.shown(), usage.ended_at()) else {
        match app.place().account.failure() {
            Some(failure) if usage.is_wanted() => {
                state::write_trouble(app, theme, ("Couldn't identify the account", failure), "", lines);
            }
            None if usage.is_wanted() => {
                lines.text(1, "Identifying the account…", theme.busy());
            }
            Some(_) | None => {}
        }
        return;
    };
    let left = format!("Showing results from {}.", long(at));
    match usage.broken_off() {
        Some((End::Halted(failure), _)) => {
            return state::write_trouble(app, theme, (UNREADABLE, failure), &left, lines);
        }
        Some((End::Stopped | End::Done, progress)) => {
            let words = format!("Stopped after {progress}. {left} Press {again} to look again.");
            lines.text(1, &words, theme.busy());
            return lines.gap();
        }
        None => {}
    }
    let progress = scan.progress();
    match scan.end() {
        Some(End::Stopped) => {
            let words = format!("Stopped after {progress}: there may be more. Press {again} to look again.");
            lines.text(1, &words, theme.busy());
        }
        Some(End::Halted(failure)) => {
            let left = format!("Stopped after {progress}.");
            state::write_trouble(app, theme, (UNREADABLE, failure), &left, lines);
        }
        Some(End::Done) if !scan.is_whole() && !is_empty => {
            let words = "Not everything could be read: there may be more. See below.";
            lines.text(1, words, theme.busy());
        }
        Some(End::Done) | None => {}
    }
    lines.gap();
}

const UNREADABLE: &str = "Couldn't look up usage";

/// That nobody uses it, or that nobody was found who does.
pub fn write_verdict(app: &App, theme: Theme, image: &ImageName, lines: &mut Lines) {
    let usage = &app.place().usage;
    match usage.of(image) {
        UsedBy::Exactly(0) => {
            lines.gap();
            let images = &app.place().images;
            let is_gone = images.load.whole_at.is_some() && images.get(image).is_none();
            let words = if is_gone { "No such image here, and not" } else { "Not" };
            lines.text(1, &format!("{words} used in this account and region."), theme.strong());
        }
        UsedBy::NotKnown if usage.ended_at().is_some() => {
            lines.gap();
            let words = "No user found, but not everything could be read: it may be in use.";
            lines.text(1, words, theme.strong());
        }
        UsedBy::NotKnown | UsedBy::AtLeast(_) | UsedBy::Exactly(_) => {}
    }
}

/// What was searched, and what was gone by the time it was to be read.
pub fn write_searched(app: &App, theme: Theme, scan: &Scan, lines: &mut Lines) {
    if scan.end().is_none() {
        return;
    }
    let mut parts = Vec::new();
    let mut vanished = 0;
    for kind in HolderKind::ALL {
        let tally = scan.tally(kind);
        vanished += tally.vanished;
        if tally.is_counted || tally.listed > 0 {
            let all = kind.counted(tally.listed);
            let is_all = tally.read + tally.vanished == tally.listed;
            parts.push(if is_all { all } else { format!("{} of {all}", tally.read) });
        }
    }
    let Some(last) = parts.pop() else { return };
    let listed = if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) };
    let mut words = format!("Searched {listed}");
    if let Some(at) = app.place().usage.ended_at() {
        words = format!("{words}, {}", age::long(at, app.now));
    }
    words.push('.');
    match vanished {
        0 => {}
        1 => words.push_str(" 1 was gone before it could be read."),
        _ => words = format!("{words} {vanished} were gone before they could be read."),
    }
    lines.gap();
    lines.text(1, &words, theme.dim());
}

/// What could not be read, and why.
pub fn write_trouble(app: &App, theme: Theme, trouble: &Trouble, lines: &mut Lines) {
    failure::write(app, lines, theme, &trouble.to_string(), &trouble.failure);
}
