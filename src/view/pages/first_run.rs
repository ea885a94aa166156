//! Where there are no keys or no region: the ways on, and what was looked for and found.
//!
//! ```text
//! ╭ No credentials ─────────────────────────────────╮
//! │ P  choose one of 3 profiles                     │
//! │ R  choose a region                              │
//! │ T  try the demo: it needs no credentials        │
//! │ r  look again                                   │
//! │                                                 │
//! │ No credentials were found.                      │
//! │                                                 │
//! │ Files                                           │
//! │   ~/.aws/config       3 profiles, 1 SSO session │
//! │   ~/.aws/credentials  not there                 │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, LoadStage, Shown, Target, layout};
use crate::domain::Failure;
use crate::keys::Action;
use crate::view::frame::border::Border;
use crate::view::text::buttons::{self, Button};
use crate::view::text::lines::Lines;
use crate::view::text::verbosity::Verbosity;
use crate::view::text::{aws_setup, cells, failure as failures};
use crate::view::theme::Theme;

/// Lines are easier to read when they are no longer than this.
const WIDEST: u16 = 90;
/// From this width on, there is room to say why the demo always works.
const ROOMY: usize = 50;

/// Draws the page over the whole body.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
    let LoadStage::Failed { failure, .. } = &app.place().images.load.stage else { return };
    let room = cells::padded(layout::inside(area));
    let room = Rect { width: room.width.min(WIDEST), ..room };
    let height = usize::from(room.height);
    let mut lines = Lines::new(room.width);
    let mut ways = lines.beside();
    write_ways(app, theme, height, &mut ways);
    let left = height.saturating_sub(ways.len() + 1);
    let mut head = lines.beside();
    for verbosity in [Verbosity::Full, Verbosity::Short, Verbosity::Least] {
        head = lines.beside();
        write_head(app, theme, failure, verbosity, &mut head);
        if head.len() <= left {
            break;
        }
    }
    // Whatever there is to say, it begins with what can be done.
    lines.take(ways, height);
    lines.gap();
    lines.take(head, left);
    lines.draw_clickable(room, 0, &mut shown.clickables, buffer);
    let frame = Border {
        focused: app.place().overlays.is_empty(),
        title: Line::styled(headline(failure), theme.strong()),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
}

/// `No credentials`
fn headline(failure: &Failure) -> String {
    let words = failure.headline();
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// More than this of what is wrong elsewhere would push away what was looked for.
const MOST_TROUBLES: usize = 3;

/// What is missing, and what there is: shorter without the variables, and at least without heads and
/// blank rows.
fn write_head(app: &App, theme: Theme, failure: &Failure, verbosity: Verbosity, lines: &mut Lines) {
    lines.text(0, failure.message.as_str(), theme.bad());
    failures::write_way_to_output(app, lines, theme, failure);
    if verbosity != Verbosity::Least {
        lines.gap();
    }
    let Some(found) = app.aws_setup.value() else {
        if app.aws_setup.failure().is_none() {
            lines.text(0, "Reading the environment and AWS configuration…", theme.busy());
        }
        return;
    };
    if verbosity == Verbosity::Full {
        lines.text(0, "Environment", theme.strong());
        aws_setup::write_variables(found, theme, lines);
    }
    if verbosity != Verbosity::Least {
        lines.text(0, "Files", theme.strong());
    }
    aws_setup::write_files(found, theme, lines);
    aws_setup::write_troubles(app, None, MOST_TROUBLES, theme, lines);
}

/// What can be done, each with its key.
fn write_ways(app: &App, theme: Theme, height: usize, lines: &mut Lines) {
    let ways = ways(app, lines.width() >= ROOMY);
    if ways.len() + 3 > height {
        // Where rows are short, in one paragraph.
        let key = |action| app.keymap.first_key(action);
        let button =
            |(action, _, short)| Button { action, key: key(action), words: format!("\u{a0}{short}") };
        return buttons::write(ways.into_iter().map(button).collect(), "  ", "", theme, lines);
    }
    for (action, words, _) in ways {
        let (begin, key) = (lines.len(), app.keymap.first_key(action));
        let lead = Span::styled(format!("{key}  "), theme.strong());
        lines.runs(lead, &[(words, theme.plain())], Break::Blanks);
        lines.mark_from(begin, Target::Action(action));
    }
}

/// What is done, in words, and in a word or two for where there is little room.
fn ways(app: &App, is_roomy: bool) -> Vec<(Action, String, &'static str)> {
    let profiles = app.aws_setup.value().map_or(0, |found| found.profiles.len());
    let profile = match profiles {
        0 => "choose a profile".into(),
        1 => "choose a profile (1 found)".into(),
        count => format!("choose a profile ({count} found)"),
    };
    let demo = if is_roomy { "try the demo (no credentials needed)" } else { "try the demo" };
    [
        (Action::LogIn, "log in".into(), "log\u{a0}in"),
        (Action::PickProfile, profile, "profile"),
        (Action::PickRegion, "choose a region".into(), "region"),
        (Action::TryDemo, demo.into(), "demo"),
        (Action::Refresh, "try again".into(), "again"),
    ]
    .into_iter()
    .filter(|(action, ..)| app.can(*action))
    .collect()
}
