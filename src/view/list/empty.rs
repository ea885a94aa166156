//! What stands in the list when there is no row to show: why, and what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, LoadStage};
use crate::domain::{FailureClass, Text};
use crate::keys::{Action, TextEdit};
use crate::view::text::lines::Lines;
use crate::view::text::{cells, failure};
use crate::view::theme::Theme;

use super::unjudged;

/// Lines are easier to read when they are no longer than this.
const WIDEST: u16 = 56;

/// Draws the reason in the middle of `area`.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let room = cells::padded(area);
    let mut lines = Lines::new(room.width.min(WIDEST));
    write(app, theme, room.height.into(), &mut lines);
    let (width, height) = (lines.widest(), cells::short(lines.len()).min(room.height));
    let middle = Rect {
        x: room.x + room.width.saturating_sub(width) / 2,
        // A little above the middle looks like the middle.
        y: room.y + (room.height - height) * 2 / 5,
        width: width.min(room.width),
        height,
    };
    lines.draw(middle, 0, buffer);
}

fn write(app: &App, theme: Theme, height: usize, lines: &mut Lines) {
    let images = &app.place().images;
    if !images.is_empty() {
        return no_match(app, theme, lines);
    }
    match &images.load.stage {
        LoadStage::Failed { failure, .. } if failure.class == FailureClass::Stopped => {
            lines.text(0, "Stopped", theme.strong());
            lines.gap();
            lines.text(0, failure.message.as_str(), theme.plain());
            lines.text(
                0,
                &format!("Press {} to try again.", app.keymap.first_key(Action::Refresh)),
                theme.plain(),
            );
        }
        LoadStage::Failed { failure, .. } => {
            let (mut what, mut advice) = (lines.beside(), lines.beside());
            failure::write_what(&mut what, theme, "Couldn't list images", failure);
            failure::write_advice(app, &mut advice, theme, failure);
            let again = format!("Press {} to try again.", app.keymap.first_key(Action::Refresh));
            advice.text(2, &again, theme.strong());
            // Where rows are short, what can be done stays in sight.
            lines.take(what, height.saturating_sub(advice.len()));
            lines.take(advice, height);
        }
        LoadStage::Loading { got } => {
            let count = if *got > 0 { format!(" {got}") } else { String::new() };
            lines.text(0, &format!("Loading images…{count}"), theme.busy());
            write_trying(app, theme, lines);
        }
        LoadStage::Idle if images.load.whole_at.is_some() => none_there(app, theme, lines),
        LoadStage::Idle => {
            lines.text(0, "Reading the AWS configuration…", theme.busy());
            write_trying(app, theme, lines);
        }
    }
}

/// What is being tried to get keys: a program, a service or a person may take their time.
fn write_trying(app: &App, theme: Theme, lines: &mut Lines) {
    if let Some(what) = &app.place().trying {
        let stop = || format!(" Press {} to stop.", app.keymap.first_key(Action::StopTrying));
        let stop = app.can(Action::StopTrying).then(stop).unwrap_or_default();
        lines.text(0, &format!("Trying {what}…{stop}"), theme.plain());
    }
}

fn no_match(app: &App, theme: Theme, lines: &mut Lines) {
    let listed = &app.place().images;
    let text = format!("/{}", app.browser().list.filter().text());
    lines.text(0, &format!("No image matches ‘{text}’"), theme.strong());
    lines.gap();
    let so_far = if listed.load.is_loading() { " so far; still loading" } else { "" };
    let count = if listed.len() == 1 { "1 image".into() } else { format!("{} images", listed.len()) };
    lines.text(0, &format!("Searched {count}{so_far}."), theme.plain());
    for words in unjudged::sentences(app) {
        lines.text(0, &words, theme.busy());
    }
    let action = if app.is_out_of_scope(Action::DropFilter) {
        Action::Text(TextEdit::DeleteToStart)
    } else if app.browser().typing.is_some() {
        Action::DropFilter
    } else {
        Action::ClearFilter
    };
    lines.text(0, &format!("Press {} to clear the filter.", app.keymap.first_key(action)), theme.plain());
}

fn none_there(app: &App, theme: Theme, lines: &mut Lines) {
    let place = app.place();
    let account = place.account.value().map_or("This account".into(), |id| format!("Account {id}"));
    let region = place.location.region.as_ref().map_or("this region", Text::as_str);
    lines.text(0, "No images here", theme.strong());
    lines.gap();
    lines.text(0, &format!("{account} has no SageMaker images in {region}."), theme.plain());
    if app.can(Action::PickProfile) && app.can(Action::PickRegion) {
        let (profile, region) =
            (app.keymap.first_key(Action::PickProfile), app.keymap.first_key(Action::PickRegion));
        let words = format!("Press {profile} to switch profiles, {region} to switch regions.");
        lines.text(0, &words, theme.plain());
    }
}
