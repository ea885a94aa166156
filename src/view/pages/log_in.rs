//! The page of a log-in.
//!
//! ```text
//! ╭ Log in ─────────────────────────────────────────╮
//! │ The session of SSO profile production is over.  │
//! │                                                 │
//! │ Command                                         │
//! │   aws sso login --profile production            │
//! │                                                 │
//! │ Enter runs it here, b uses a browser on another │
//! │ machine, y copies it, Esc closes this.          │
//! ╰─────────────────────────────────────────────────╯
//! ╭ Log in ─────────────────────────────────────────╮
//! │ Role    arn:aws:iam::123456789012:role/Admin    │
//! │ Device  arn:aws:iam::123456789012:mfa/jo        │
//! │                                                 │
//! │ Code › •••█                                     │
//! │                                                 │
//! │ Enter logs in, Esc closes this.                 │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, LogInPage, LogInStage, Shown, WebBrowser, command, layout, line};
use crate::domain::{LogIn, Text};
use crate::keys::{Action, Keymap, Scope};
use crate::view::frame::border::Border;
use crate::view::frame::prompt;
use crate::view::text::buttons::{self, Button};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::verbosity::Verbosity;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

/// Draws it in its frame. Where rows are short, blank rows go first, then the keys, which the footer
/// has too, and then the end of the reason.
pub fn draw(
    app: &App,
    page: &LogInPage,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = cells::padded(layout::inside(area));
    cells::clear(buffer, area);
    let typed = u16::from(page.code_is_typed()).min(inner.height);
    let height = usize::from(inner.height - typed);
    let [mut reason, mut what, mut foot] = parts(&app.keymap, page, Verbosity::Full, theme, inner.width);
    for verbosity in [Verbosity::Short, Verbosity::Least] {
        if reason.len() + what.len() + foot.len() > height {
            [reason, what, foot] = parts(&app.keymap, page, verbosity, theme, inner.width);
        }
    }
    let mut head = reason.beside();
    head.take(reason, height.saturating_sub(what.len() + foot.len()).max(1));
    head.take(what, usize::MAX);
    let foot_height = cells::short(foot.len()).min(inner.height - typed);
    let head_height = cells::short(head.len()).min(inner.height - typed - foot_height);
    let viewport = head.draw(Rect { height: head_height, ..inner }, 0, buffer);
    let line = Rect { y: inner.y + head_height, height: typed, ..inner };
    let caret = prompt::draw_masked("Code › ", &page.code, theme, line, buffer);
    let below = Rect { y: line.bottom(), height: foot_height, ..inner };
    foot.draw_clickable(below, 0, &mut shown.clickables, buffer);
    let title = Line::styled("Log in", theme.strong());
    Border { focused: true, title, ..Border::default() }.draw(theme, area, buffer);
    // While a code is judged, none is typed.
    Viewport { caret: caret.filter(|_| page.stage != LogInStage::Checking), ..viewport }
}

/// Why, what, and what is below the line that is typed: shorter without heads and blank rows, and at
/// least without the keys.
fn parts(keymap: &Keymap, page: &LogInPage, verbosity: Verbosity, theme: Theme, width: u16) -> [Lines; 3] {
    let blank = |lines: &mut Lines| {
        if verbosity == Verbosity::Full {
            lines.row(Line::default());
        }
    };
    let mut reason = Lines::new(width);
    reason.text(0, page.failure.message.as_str(), theme.plain());
    blank(&mut reason);
    let (mut what, mut foot) = (reason.beside(), reason.beside());
    match &page.log_in {
        LogIn::Sso { .. } | LogIn::Console { .. } => write_command(page, verbosity, theme, &mut what),
        LogIn::Mfa { device, role } => write_device(device, role, verbosity, theme, &mut what),
    }
    blank(&mut what);
    if page.code_is_typed() {
        blank(&mut foot);
    }
    write_stage(keymap, page, theme, &mut foot);
    // The sentence that stands there then names them.
    if verbosity != Verbosity::Least && page.stage != LogInStage::NoCli {
        if page.stage != LogInStage::Asked {
            blank(&mut foot);
        }
        write_keys(keymap, page, theme, &mut foot);
    }
    [reason, what, foot]
}

fn write_command(page: &LogInPage, verbosity: Verbosity, theme: Theme, lines: &mut Lines) {
    let Some(command) = command(&page.log_in, page.browser) else { return };
    if verbosity == Verbosity::Full {
        lines.row(Line::styled("Command", theme.strong()));
    }
    lines.text(2, &line(&command), theme.strong());
    if page.browser == WebBrowser::Elsewhere && verbosity == Verbosity::Full {
        lines.text(2, "It shows a URL to open in a browser on any machine.", theme.dim());
    }
}

fn write_device(device: &Text, role: &Text, verbosity: Verbosity, theme: Theme, lines: &mut Lines) {
    for (label, arn) in [("Role", role), ("Device", device)] {
        let lead = Span::styled(format!("{label:<8}"), theme.dim());
        let without_head = arn.as_str().split_once("::").map_or(arn.as_str(), |(_, rest)| rest);
        let shown = if verbosity == Verbosity::Full { arn.as_str() } else { without_head };
        lines.runs(lead, &[(shown.to_owned(), theme.plain())], Break::Anywhere);
    }
}

fn write_stage(keymap: &Keymap, page: &LogInPage, theme: Theme, lines: &mut Lines) {
    match &page.stage {
        LogInStage::Asked => {}
        LogInStage::Checking => lines.text(0, "◐ Checking…", theme.busy()),
        LogInStage::Failed(words) => {
            let words = [(Text::clean(words).to_string(), theme.bad())];
            lines.runs(Span::styled("! ", theme.bad()), &words, Break::Blanks);
        }
        LogInStage::NoCli => {
            let [copy, again] = [Action::CopyLogIn, Action::LoggedIn].map(|action| keymap.first_key(action));
            let words = format!(
                "The AWS CLI (aws) is not on your PATH. Copy the command ({copy}), run it where aws is \
                 installed, then press {again}."
            );
            lines.runs(Span::styled("! ", theme.bad()), &[(words, theme.bad())], Break::Blanks);
        }
    }
}

fn write_keys(keymap: &Keymap, page: &LogInPage, theme: Theme, lines: &mut Lines) {
    let back = (Action::Close, "close");
    let scope = if page.code_is_typed() { Scope::Code } else { Scope::LogIn };
    let keys = match (&page.log_in, &page.stage) {
        (LogIn::Mfa { .. }, LogInStage::Checking) => vec![back],
        (LogIn::Mfa { .. }, _) => vec![(Action::SendCode, "log in with the six digits"), back],
        (LogIn::Sso { .. } | LogIn::Console { .. }, _) => {
            let other = match page.browser {
                WebBrowser::Here => "use a browser on another machine",
                WebBrowser::Elsewhere => "use a browser on this machine",
            };
            vec![
                (Action::RunLogIn, "run it here"),
                (Action::OtherBrowser, other),
                (Action::CopyLogIn, "copy it"),
                back,
            ]
        }
    };
    let key = |action| keymap.first_key_in(scope, action);
    let button = |(action, words)| Button { action, key: key(action), words: format!(" {words}") };
    buttons::write(keys.into_iter().map(button).collect(), ", ", ".", theme, lines);
}
