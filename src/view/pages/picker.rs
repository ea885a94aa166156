//! The list from which a profile or a region is picked.
//!
//! ```text
//! ╭ Profile 2/14 ─────────────────────────────── ● here ╮
//! │› prod█                                               │
//! │   NAME                    REGION      KEYS    ACCOUNT│
//! │▌● production  PROD  here  eu-west-1   SSO    1234…   │
//! │   prod-readonly           eu-west-1   role   1234…   │
//! │ ! prod-old                us-east-1   no keys here   │
//! │──────────────────────────────────────────────────────│
//! │ ! It can't be chosen: [profile prod-old] in line 12… │
//! ╰──────────────────────────────────────── ! 1 trouble ╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Offer, Pick, Picker, Shown, Target, layout};
use crate::domain::Text;
use crate::view::frame::border::Border;
use crate::view::frame::rows::{Rows, highlight};
use crate::view::frame::split::Split;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{aws_setup, cells};
use crate::view::theme::Theme;

use super::picker_row::{self, PickerColumns};

/// Draws it in its frame. The row under the cursor is always in sight.
pub fn draw(
    app: &App,
    picker: &Picker,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = layout::inside(area);
    let offers = picker.offers(app);
    let at = picker.at.min(offers.len().saturating_sub(1));
    cells::clear(buffer, area);
    let caret = crate::view::frame::prompt::draw("› ", &picker.input, theme, inner, shown, buffer);
    let rest = Rect { y: inner.y.saturating_add(1), height: inner.height.saturating_sub(1), ..inner };
    let (viewport, list) = draw_offers(app, picker, (&offers, at), theme, rest, shown, buffer);
    frame(app, picker, (&offers, at), theme).draw(theme, area, buffer);
    list.draw_bar(theme, buffer);
    Viewport { caret, ..viewport }
}

fn frame(app: &App, picker: &Picker, (offers, at): (&[Offer], usize), theme: Theme) -> Border<'static> {
    let title = match picker.pick {
        Pick::Profile => "Profile",
        Pick::Region => "Region",
    };
    let position = if offers.is_empty() { String::new() } else { format!(" {}/{}", at + 1, offers.len()) };
    let has_here = offers.iter().any(|offer| offer.is_here(app));
    let troubles = match (picker.pick, app.aws_setup.value().map_or(0, |it| it.troubles.len())) {
        (Pick::Region, _) | (_, 0) => String::new(),
        (Pick::Profile, 1) => "! 1 problem in the files".into(),
        (Pick::Profile, count) => format!("! {count} problems in the files"),
    };
    Border {
        focused: true,
        title: Line::from(vec![Span::styled(title, theme.strong()), Span::raw(position)]),
        state: Line::styled(if has_here { "● here" } else { "" }, theme.good()),
        note: Line::styled(troubles, theme.busy()),
        ..Border::default()
    }
}

fn draw_offers(
    app: &App,
    picker: &Picker,
    (offers, at): (&[Offer], usize),
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> (Viewport, Rows) {
    if offers.is_empty() {
        let mut lines = Lines::new(cells::padded(area).width);
        write_none(app, picker, theme, &mut lines);
        return (lines.draw(cells::padded(area), 0, buffer), Rows::of(area, 0, 0));
    }
    let below = below(app, picker, (offers, at), theme, area);
    let split = Split::with_below(area, below.len());
    let list = Rows::of(split.list, at, offers.len());
    let columns = PickerColumns::of(split.list.width);
    shown.clickables.add(list.area, Target::PageList);
    list.draw_heads(&columns.heads(picker.pick, split.list.width), theme, buffer);
    for ((row, place), offer) in list.places().zip(offers.iter().skip(list.top)) {
        picker_row::draw(app, offer, columns, theme, place, buffer);
        if row == at {
            highlight(place, theme, buffer);
        }
        shown.clickables.add(place, Target::Offer(offer.picked().cloned()));
    }
    if below.len() > 0 {
        split.draw_rule(theme, buffer);
        below.draw(cells::padded(split.below), 0, buffer);
    }
    let (above, window) = (list.top, list.window());
    let below = offers.len().saturating_sub(above + window);
    (Viewport { above, below, window, caret: None }, list)
}

/// What stands below the rows: what is to be known of the one under the cursor, and of the files.
fn below(app: &App, picker: &Picker, (offers, at): (&[Offer], usize), theme: Theme, area: Rect) -> Lines {
    let mut below = Lines::new(cells::padded(area).width);
    let mut of_row = below.beside();
    write_below(app, picker, offers.get(at), theme, &mut of_row);
    // The cursor's row, one beside it, and the rule.
    below.take(of_row, usize::from(area.height).saturating_sub(1 + offers.len().min(2)));
    let offers_rows = Rows::wanted(offers.len());
    // What is wrong with the files gets the rows that nothing else wants.
    let free = usize::from(area.height).saturating_sub(offers_rows + below.len() + 1);
    if picker.pick == Pick::Profile && free > 1 {
        let mut troubles = below.beside();
        let said = offers.get(at).and_then(trouble_of);
        aws_setup::write_troubles(app, said, usize::MAX, theme, &mut troubles);
        below.gap();
        below.take(troubles, free - 1);
    }
    below
}

/// What is to be known of the row under the cursor, or of why there are so few.
fn write_below(app: &App, picker: &Picker, offer: Option<&Offer>, theme: Theme, lines: &mut Lines) {
    let aws_setup = app.aws_setup.value().filter(|it| it.profiles.is_empty());
    if let (Pick::Profile, Some(aws_setup)) = (picker.pick, aws_setup) {
        let files: Vec<_> = aws_setup
            .files
            .iter()
            .map(|file| format!("{} ({})", file.path, aws_setup::found(&file.found)))
            .collect();
        let files = if files.is_empty() { String::new() } else { format!(" Read: {}.", files.join(", ")) };
        let words = format!("No profiles found.{files} Create one with `aws configure sso`.");
        lines.text(0, &words, theme.plain());
    }
    match offer {
        Some(Offer::Profile(profile)) => {
            if let Some(trouble) = &profile.trouble {
                let words = format!("Can't be used: {trouble}");
                lines.runs(Span::styled("! ", theme.bad()), &[(words, theme.plain())], Break::Blanks);
            }
        }
        Some(Offer::Chain) => {
            let words =
                "From the environment, the default profile, the container or the instance, in this order.";
            lines.text(0, words, theme.dim());
        }
        Some(Offer::Region { .. } | Offer::Typed(_)) | None => {}
    }
}

/// Why there is nothing to pick.
fn write_none(app: &App, picker: &Picker, theme: Theme, lines: &mut Lines) {
    let text = cells::shortened(picker.input.text().trim(), 40);
    match picker.pick {
        Pick::Profile if app.aws_setup.value().is_none() => match app.aws_setup.failure() {
            Some(failure) => {
                let words = format!("Couldn't read the AWS configuration: {}", failure.message);
                lines.text(0, &words, theme.bad());
            }
            None => lines.text(0, "Reading the AWS configuration…", theme.busy()),
        },
        Pick::Profile => lines.text(0, &format!("No profile matches ‘{text}’."), theme.strong()),
        Pick::Region => {
            lines.text(0, &format!("No region matches ‘{text}’."), theme.strong());
            lines.text(0, "To use one that isn't listed, type it in full, such as eu-west-1.", theme.plain());
        }
    }
}

/// By what it is known, when it is clicked.
fn trouble_of(offer: &Offer) -> Option<&Text> {
    match offer {
        Offer::Profile(profile) => profile.trouble.as_ref(),
        Offer::Chain | Offer::Region { .. } | Offer::Typed(_) => None,
    }
}
