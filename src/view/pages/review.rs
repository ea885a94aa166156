//! What would be sent, before it is.
//!
//! ```text
//! ╭ Review pytorch-2.4-gpu ────────────────────────────╮
//! │ ◐ Armed: will be sent as soon as the image has …    │
//! │                                                     │
//! │ To PROD · 123456789012 · us-east-1 · profile x      │
//! │ Used  by 12 in this account and region, looked up … │
//! │                                                     │
//! │ Display name                                        │
//! │   - PyTorch 2.4                                     │
//! │   + PyTorch 2.5                                     │
//! │                                                     │
//! │ Request  UpdateImage                                │
//! │   {                                                 │
//! │     "ImageName": "pytorch-2.4-gpu",                 │
//! │     "DisplayName": "PyTorch 2.5"                    │
//! │   }                                                 │
//! │                                                     │
//! │ Command  AWS CLI                                    │
//! │   aws sagemaker update-image --image-name …         │
//! ╰─────────────────────────────────────────────────────╯
//! ```

mod changes;
mod stop;
mod usage;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Form, PaintedReview, Review, ReviewPage, Shown};
use crate::edit::kind::image;
use crate::edit::{Call, EntryId, Plan};
use crate::flow::{Flow, Stage, Stop, Write};
use crate::keys::{Action, Scope};
use crate::view::frame::border::{self, Border};
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{address, cells, failure};
use crate::view::theme::Theme;

/// On a screen as low as this, nothing but the upper edge is left of the frame, and no row stays free.
const LOW: u16 = 9;

/// Draws the review in its frame and tells how far it can be scrolled, and what was to be seen of it.
pub fn draw(
    app: &App,
    review: &Review,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let is_open = area.height <= LOW;
    let inner = cells::padded(border::inside(area, is_open));
    let place = app.place();
    let undoes = |undoes: Option<&Option<EntryId>>| undoes.is_some_and(Option::is_some);
    let is_undo = undoes(place.flow_of(&review.subject).map(|(_, flow)| &flow.undoes))
        || undoes(place.forms.get(&review.subject).map(|form| &form.undoes));
    let mut frame = Border { focused: true, is_open, ..Border::default() };
    let word = if is_undo { "Review · undo" } else { "Review" };
    let is_named = frame.name(word, &review.subject.to_string(), theme, area.width);
    let mut lines = Lines::new(inner.width).dense(is_open);
    let essential = write(app, review, is_named, theme, &mut lines);
    cells::clear(buffer, area);
    let viewport = lines.draw(inner, review.scroll, buffer);
    let more = if is_open { viewport.few_words() } else { viewport.words() };
    frame.more = Line::styled(more, theme.strong());
    frame.draw(theme, area, buffer);
    let proposal = app.proposal(review).filter(|_| !review.sends);
    shown.review = essential.zip(proposal).map(|(essential, proposal)| PaintedReview {
        page: ReviewPage { viewing: review.viewing, proposal, size: app.size, essential },
        window: viewport.above..viewport.above + viewport.window,
    });
    viewport
}

/// Writes the page; tells which of its rows have to be seen before it can be sent.
fn write(
    app: &App,
    review: &Review,
    is_named: bool,
    theme: Theme,
    lines: &mut Lines,
) -> Option<Range<usize>> {
    let place = app.place();
    let form = place.forms.get(&review.subject);
    let flow = place.flow_of(&review.subject).map(|(_, flow)| flow);
    if let Some(stop) = &review.stop {
        if let Some(part) = &review.stopped_at {
            lines.text(0, &format!("{part}:"), theme.strong());
        }
        stop::write(app, review.stopped_at.as_ref().unwrap_or(&review.subject), stop, theme, lines);
        let changes_role = form.and_then(Form::plan).is_some_and(|plan| plan.calls().any(changes_role));
        if let (Stop::Failure(failure), true) = (stop, changes_role) {
            failure::write_role_hint(lines, theme, failure);
        }
    }
    write_waiting(app, review, theme, lines);
    let parts = review.subject.parts();
    if let Some(write) = parts.iter().find_map(|part| place.write(part)) {
        write_stage(app, write, review.sends, theme, lines);
    }
    lines.gap();
    let first = lines.len();
    address::write_bar(app, theme, lines);
    if !is_named {
        let image = (review.subject.to_string(), theme.plain());
        lines.runs(Span::styled("Image  ", theme.strong()), &[image], Break::Anywhere);
    }
    usage::write(app, &review.subject, theme, lines);
    // What is on its way stands in the flow, even if the form has moved on; an earlier write is not
    // what is reviewed here.
    let sent = flow.filter(|_| review.sends).map(Flow::plan_of);
    let Some(plan) = sent.or_else(|| form?.plan()) else {
        lines.text(
            0,
            &format!("Loading the {}: nothing to review yet.", review.subject.noun()),
            theme.plain(),
        );
        return None;
    };
    if plan.is_empty() {
        lines.text(0, &changes::nothing(&review.subject), theme.strong());
        return None;
    }
    if let Some(words) = form.filter(|form| form.undoes.is_some()).and_then(|form| form.lasting.as_ref()) {
        lines.gap();
        stop::warn(lines, theme, words);
    }
    changes::write(form, &plan, theme, lines);
    let essential = first..lines.len();
    write_requests(app, &plan, theme, lines);
    Some(essential)
}

fn changes_role(call: &Call) -> bool {
    !call.changes().of(&image::ROLE).is_keep()
}

/// Whether it waits to be sent by itself, or could.
fn write_waiting(app: &App, review: &Review, theme: Theme, lines: &mut Lines) {
    let key = app.keymap.first_key(Action::SendWhenSettled);
    if let Some(armed) = &review.armed {
        let left = armed.wait.due.duration_since(app.now).as_secs().max(0);
        let words = format!(
            "Waiting: will be sent as soon as possible; next check in {left}s. Press {key} to cancel."
        );
        let style = theme.badge();
        lines.gap();
        lines.runs(Span::styled("◐ ", style), &[(words, style)], Break::Blanks);
    } else if app.can(Action::SendWhenSettled) {
        let send = app.keymap.first_key(Action::Send);
        let words = if review.stop.is_some() {
            format!("Press {key} to send it automatically when possible, {send} to retry now.")
        } else {
            format!(
                "{} being updated, so the service would reject this. Press {key} to send it automatically \
                 when possible.",
                review.subject.the_noun_is()
            )
        };
        lines.text(2, &words, theme.strong());
    }
}

/// Each request as JSON, then each as a command.
fn write_requests(app: &App, plan: &Plan, theme: Theme, lines: &mut Lines) {
    let head = |what: &'static str, how: String| {
        Line::from(vec![Span::styled(what, theme.strong()), Span::styled(how, theme.dim())])
    };
    for call in plan.calls() {
        lines.gap();
        lines.row(head("Request", format!("  {}", call.operation())));
        for row in call.to_json_text(true).lines() {
            let text = row.trim_start_matches(' ');
            let indent = 2 + row.len() - text.len();
            lines.text(indent, text, theme.plain());
        }
    }
    lines.gap();
    lines.row(head("Command", "  the same with the AWS CLI".into()));
    for call in plan.calls() {
        lines.text(2, &app.command_of(call), theme.plain());
    }
}

fn write_stage(app: &App, write: &Write, is_own: bool, theme: Theme, lines: &mut Lines) {
    let subject = write.step.subject();
    let (noun, is) = (subject.noun(), subject.agree("is", "are"));
    let words: String = match &write.stage {
        Stage::Checking | Stage::Noting => {
            format!(
                "Checking that the {noun} {is} unchanged… Press {} to cancel",
                app.keymap.first_key_in(Scope::Review, Action::Close)
            )
        }
        Stage::Sending => "Sending…".into(),
        Stage::Settling => "Accepted; waiting for it to take effect.".into(),
        Stage::Unknown(_) => format!("Outcome unknown; checking the {noun}. Nothing is sent again."),
    };
    let words = if is_own { words } else { format!("An earlier change: {words}") };
    lines.gap();
    let style = theme.busy().patch(theme.strong());
    lines.runs(Span::styled("◐ ", style), &[(words, style)], Break::Blanks);
}
