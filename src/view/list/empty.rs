//! What stands in the list when there is no row to show: why, and what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, LoadStage};
use crate::domain::{FailureClass, Text};
use crate::keys::Action;
use crate::view::text::page::Page;
use crate::view::text::{cells, failure, hint};
use crate::view::theme::Theme;

/// Lines are easier to read when they are no longer than this.
const WIDEST: u16 = 56;

/// Draws the reason in the middle of `area`.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let room = cells::padded(area);
    let mut page = Page::new(room.width.min(WIDEST));
    write(app, theme, room.height.into(), &mut page);
    let (width, height) = (page.widest(), cells::short(page.len()).min(room.height));
    let middle = Rect {
        x: room.x + room.width.saturating_sub(width) / 2,
        // A little above the middle looks like the middle.
        y: room.y + (room.height - height) * 2 / 5,
        width: width.min(room.width),
        height,
    };
    page.draw(middle, 0, buffer);
}

fn write(app: &App, theme: Theme, height: usize, page: &mut Page) {
    let images = &app.place().images;
    if !images.is_empty() {
        return no_match(app, theme, page);
    }
    match &images.load.stage {
        LoadStage::Failed { failure, .. } if failure.class == FailureClass::Stopped => {
            page.text(0, "Stopped", theme.strong());
            page.gap();
            page.text(0, failure.message.as_str(), theme.plain());
            page.text(0, &format!("{} tries again.", hint::key(Action::Refresh)), theme.plain());
        }
        LoadStage::Failed { failure, .. } => {
            let (mut what, mut advice) = (page.beside(), page.beside());
            failure::write_what(&mut what, theme, "The images can't be listed", failure);
            failure::write_advice(app, &mut advice, theme, failure);
            let again = format!("{} tries again.", hint::key(Action::Refresh));
            advice.text(2, &again, theme.strong());
            // Where rows are short, what can be done stays in sight.
            page.take(what, height.saturating_sub(advice.len()));
            page.take(advice, height);
        }
        LoadStage::Loading { got } => {
            let count = if *got > 0 { format!(" {got}") } else { String::new() };
            page.text(0, &format!("Loading images…{count}"), theme.busy());
            write_trying(app, theme, page);
        }
        LoadStage::Idle if images.load.whole_at.is_some() => none_there(app, theme, page),
        LoadStage::Idle => {
            page.text(0, "Reading the AWS configuration…", theme.busy());
            write_trying(app, theme, page);
        }
    }
}

/// What is being tried to get keys: a program, a service or a person may take their time.
fn write_trying(app: &App, theme: Theme, page: &mut Page) {
    if let Some(what) = &app.place().trying {
        let words = format!("Trying {what}… {} stops it.", hint::key(Action::StopTrying));
        page.text(0, &words, theme.plain());
    }
}

fn no_match(app: &App, theme: Theme, page: &mut Page) {
    let images = &app.place().images;
    let text = format!("/{}", app.browser().list.filter().text());
    page.text(0, &format!("No image matches ‘{text}’"), theme.strong());
    page.gap();
    let so_far = if images.load.is_loading() { " so far; more are being loaded" } else { "" };
    let images = if images.len() == 1 { "1 image".into() } else { format!("{} images", images.len()) };
    page.text(0, &format!("{images} looked at{so_far}."), theme.plain());
    let action = if app.browser().typing.is_some() { Action::DropFilter } else { Action::ClearFilter };
    page.text(0, &format!("{} clears the filter.", hint::key(action)), theme.plain());
}

fn none_there(app: &App, theme: Theme, page: &mut Page) {
    let place = app.place();
    let account = place.account.value().map_or("This account".into(), |id| format!("Account {id}"));
    let region = place.location.region.as_ref().map_or("this region", Text::as_str);
    page.text(0, "No images here", theme.strong());
    page.gap();
    page.text(0, &format!("{account} has no SageMaker images in {region}."), theme.plain());
    if app.can(Action::PickProfile) && app.can(Action::PickRegion) {
        let (profile, region) = (hint::key(Action::PickProfile), hint::key(Action::PickRegion));
        let words = format!("{profile} goes to another profile, {region} to another region.");
        page.text(0, &words, theme.plain());
    }
}
