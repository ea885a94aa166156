//! A change of several images, in the history.
//!
//! ```text
//! │▌◐ 2026-11-26 18:12  5 images            2 of 5 verified │
//! ```

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::wrap::Break;
use crate::edit::{Entry, PlanEntry, Subject, Verdict};
use crate::keys::Action;
use crate::view::frame::rows::LEAD;
use crate::view::text::lines::Lines;
use crate::view::text::{age, cells, diff, verdict};
use crate::view::theme::{Look, Theme};

use super::history_columns::{AGE, GAP, ROOMY, TIME};

/// How far a plan has come.
struct Progress {
    all: usize,
    verified: usize,
    /// Steps that were sent, and came to something else, or are not settled.
    others: usize,
    unsent: usize,
    /// Those of them that the service refused.
    refused: usize,
    is_running: bool,
    is_left: bool,
}

impl Progress {
    fn of(app: &App, plan: &PlanEntry) -> Self {
        let history = &app.place().history;
        let whole = Subject::of_all(plan.subjects());
        // Of several it counts how many, whatever it takes to change one.
        let amount = |steps: Vec<Subject>| {
            whole.as_ref().map_or(steps.len(), |whole| whole.amount(steps.iter().cloned()))
        };
        let unsent: Vec<_> = history.unsent(plan).iter().map(|(before, _)| before.subject()).collect();
        let entries = history.steps_of(plan);
        let is_verified = |at: usize| {
            let is_its = |entry: &&&Entry| entry.part_of.as_ref().is_some_and(|part| part.step == at);
            let entry = entries.iter().find(is_its);
            entry.is_some_and(|entry| entry.verdict == Some(Verdict::Verified))
        };
        let open = plan.subjects().enumerate().filter(|(at, _)| !is_verified(*at));
        let open = amount(open.map(|(_, subject)| subject).collect());
        let (all, unsent) = (amount(plan.subjects().collect()), amount(unsent));
        let verified = all.saturating_sub(open);
        let is_refused = |entry: &&&Entry| matches!(entry.verdict, Some(Verdict::Refused(_)));
        let refused = entries.iter().filter(is_refused).map(|entry| entry.subject()).collect();
        let refused = amount(refused).min(unsent);
        let others = open.saturating_sub(unsent);
        Self {
            all,
            verified,
            others,
            unsent,
            refused,
            is_running: app.flow_of_plan(plan).is_some(),
            is_left: plan.is_left,
        }
    }

    fn is_whole(&self) -> bool {
        self.verified == self.all
    }

    fn symbol(&self) -> &'static str {
        match () {
            () if self.is_whole() => "✔",
            () if self.is_running => "◐",
            () if self.is_left && self.others == 0 => "·",
            () => "!",
        }
    }

    fn style(&self, theme: Theme) -> Style {
        match () {
            () if self.is_whole() => theme.good(),
            () if self.is_running => theme.busy(),
            () if self.is_left && self.others == 0 => theme.dim(),
            () => theme.bad(),
        }
    }

    /// `2 of 5 verified`
    fn words(&self) -> String {
        if self.is_whole() { "verified".into() } else { format!("{} of {}", self.verified, self.all) }
    }
}

/// Draws its row.
pub fn draw_row(app: &App, plan: &PlanEntry, look: &Look, area: Rect, buffer: &mut Buffer) {
    let (theme, progress) = (look.theme, Progress::of(app, plan));
    let mut put = |x: u16, text: &str, room: u16, style| {
        cells::put(buffer, (x, area.y), text, room.min(area.right().saturating_sub(x)), style);
    };
    put(area.x + 1, progress.symbol(), 1, progress.style(theme));
    let mut x = area.x + LEAD;
    let (time, width) = if area.width >= ROOMY {
        (age::minute(plan.at, &look.zone(app)), TIME)
    } else {
        (format!("{:>4}", age::short(plan.at, app.now)), AGE)
    };
    put(x, &time, width, theme.dim());
    x += width + GAP;
    let word = progress.words();
    let used = cells::short(cells::width(&word)) + 1;
    let end = area.right().saturating_sub(used + GAP);
    let undo = if plan.undoes.is_some() { "undo: " } else { "" };
    put(x, &format!("{undo}{}", of_plan(plan)), end.saturating_sub(x), theme.plain());
    put(area.right().saturating_sub(used), &word, used, progress.style(theme));
}

/// Writes all of it: how far it came, what can be done, and each step.
pub fn write(app: &App, plan: &PlanEntry, look: &Look, lines: &mut Lines) {
    let (theme, progress) = (look.theme, Progress::of(app, plan));
    let head = [(sentence(plan, &progress), theme.plain())];
    let symbol = Span::styled(format!("{} ", progress.symbol()), progress.style(theme));
    lines.runs(symbol, &head, Break::Blanks);
    if progress.unsent > 0 && !progress.is_left {
        let leave = app.keymap.first_key(Action::LeaveRest);
        let words = if progress.is_running {
            format!("Press {leave} to skip the rest.")
        } else {
            format!(
                "Press {} to continue with the rest, {leave} to skip it.",
                app.keymap.first_key(Action::GoOn)
            )
        };
        lines.text(2, &words, theme.strong());
    }
    let entries = app.place().history.steps_of(plan);
    for (at, (before, after)) in plan.steps.iter().enumerate() {
        let entry = entries.iter().find(|entry| entry.part_of.as_ref().is_some_and(|part| part.step == at));
        let outcome = entry.and_then(|entry| entry.verdict.as_ref());
        let (symbol, word, style) = match entry {
            Some(_) => (verdict::symbol(outcome), verdict::word(outcome), verdict::style(theme, outcome)),
            None => ("·", "not sent", theme.dim()),
        };
        lines.gap();
        let name = (before.subject().to_string(), theme.strong());
        let word = (format!("  {word}"), style);
        lines.runs(Span::styled(format!("{symbol} "), style), &[name, word], Break::Blanks);
        for change in before.differences(after) {
            lines.row(Line::styled(format!("  {}", change.label), theme.plain()));
            diff::write(lines, theme, change.before.as_deref(), change.now.as_deref());
        }
    }
    lines.gap();
    let told = format!("{} ({})", age::absolute(plan.at, &look.zone(app)), age::long(plan.at, app.now));
    lines.runs(Span::styled("when    ", theme.dim()), &[(told, theme.plain())], Break::Blanks);
}

/// What a plan changes: `5 images`, `tags of sklearn`.
pub fn of_plan(plan: &PlanEntry) -> String {
    let subject = Subject::of_all(plan.subjects());
    subject.map_or_else(|| format!("{} steps", plan.steps.len()), |subject| subject.to_string())
}

fn sentence(plan: &PlanEntry, progress: &Progress) -> String {
    let Progress { all, verified, others, unsent, refused, is_running, is_left } = progress;
    let mut words = match Subject::of_all(plan.subjects()) {
        Some(subject) => format!("{} and verified", capital(&subject.changed_of(*verified, *all))),
        None => format!("{verified} of {all} steps are done and verified"),
    };
    if *others > 0 {
        let _ = write!(words, ", {others} not verified or still in progress");
    }
    if *refused > 0 {
        let _ = write!(words, ", {refused} rejected");
    }
    let unsent = unsent - refused;
    if unsent > 0 {
        let what = match (is_running, is_left) {
            (_, true) => "skipped",
            (true, false) => "not sent yet",
            (false, false) => "not sent",
        };
        let _ = write!(words, ", {unsent} {what}");
    }
    words + "."
}

/// A sentence begins with a capital; a name stays as it is.
fn capital(words: &str) -> String {
    words.strip_prefix("the ").map_or_else(|| words.to_owned(), |rest| format!("The {rest}"))
}
