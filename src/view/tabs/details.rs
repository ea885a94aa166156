//! All that is known of one image.
//!
//! ```text
//! ╭ pytorch-2.4-gpu ───────────────── ✖ UPDATE_FAILED ╮
//! │ Display name  PyTorch 2.4 (GPU)                   │
//! │ Description   Training image for the vision team  │
//! │ Status        UPDATE_FAILED                       │
//! │ Failure       The role could not be assumed…      │
//! │ …                                                 │
//! ╰ ↓ 3 more ────────────────────────── read 5m ago ──╯
//! ```

use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Pane, Remote, Shown, Target, layout};
use crate::domain::{Image, RoleArn, Text};
use crate::edit::Subject;
use crate::flow::Stage;
use crate::keys::Action;
use crate::view::frame::border::Border;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{age, cells, failure, key_name, status};
use crate::view::theme::{Look, Theme};

/// Below this width, a label stands above its value unless the value is short.
const BESIDE: usize = 38;
/// The longest label and a gap.
const LABEL: usize = "Display name".len() + 2;

/// Draws the detail in its frame and tells how far it can be scrolled.
pub fn draw(app: &App, look: &Look, area: Rect, shown: &mut Shown, buffer: &mut Buffer) -> Viewport {
    if area.width == 0 || area.height == 0 {
        return Viewport::default();
    }
    shown.clickables.add(area, Target::Detail);
    let theme = look.theme;
    let inner = cells::padded(layout::inside(area));
    let focused = app.place().overlays.is_empty() && app.browser().pane == Pane::Detail;
    let Some(image) = app.current() else {
        Border { focused, ..Border::default() }.draw(theme, area, buffer);
        return Viewport::default();
    };
    let lines = lines(app, look, &image, inner.width);
    let viewport = lines.draw(inner, app.browser().detail_scroll, buffer);
    let title = if focused { theme.strong() } else { theme.plain() };
    let frame = Border {
        focused,
        title: Line::styled(image.name.as_str(), title),
        state: status_line(theme, &image),
        more: Line::styled(viewport.words(), theme.dim()),
        note: read_state(app, theme, &image),
        is_open: false,
    };
    frame.draw(theme, area, buffer);
    viewport
}

fn lines(app: &App, look: &Look, image: &Image, width: u16) -> Lines {
    let theme = look.theme;
    let mut lines = Lines::new(width);
    let mut writer = Writer { lines: &mut lines, theme, is_known: app.place().known(&image.name).is_some() };
    writer.trouble(app, image);
    writer.work(app, image);
    writer.text("Display name", image.display_name.as_ref());
    writer.text("Description", image.description.as_ref());
    writer.status(image);
    writer.lines.gap();
    writer.role(app, image);
    writer.arn(image);
    writer.lines.gap();
    writer.time(app, look, "Created", image.created);
    writer.time(app, look, "Modified", image.modified);
    lines
}

/// Writes labels and values.
struct Writer<'a> {
    lines: &'a mut Lines,
    theme: Theme,
    /// Whether list or description ever told of the image.
    is_known: bool,
}

impl Writer<'_> {
    fn value(&mut self, label: &str, value: &str, style: Style, at: Break) {
        let label_style = self.theme.dim();
        let runs = [(value.to_owned(), style)];
        let width = self.lines.width();
        if width < BESIDE && LABEL + cells::width(value) > width {
            self.lines.row(Line::styled(label.to_owned(), label_style));
            return self.lines.runs("  ".into(), &runs, at);
        }
        self.lines.runs(Span::styled(format!("{label:LABEL$}"), label_style), &runs, at);
    }

    /// A member that every answer gives, where the image has it.
    fn text(&mut self, label: &str, text: Option<&Text>) {
        match text.map(Text::as_str) {
            None if !self.is_known => self.value(label, "not known", self.theme.dim(), Break::Blanks),
            None => self.value(label, "none", self.theme.dim(), Break::Blanks),
            Some(text) if text.trim().is_empty() => {
                let blanks = format!("{} blanks", text.chars().count());
                self.value(label, &blanks, self.theme.dim(), Break::Blanks);
            }
            Some(text) => self.value(label, text, self.theme.plain(), Break::Blanks),
        }
    }

    fn status(&mut self, image: &Image) {
        let status = image.status.as_ref();
        let style = status::style(self.theme, status);
        let words = format!("{} {}", status::symbol(status), status::word(status));
        self.value("Status", &words, style, Break::Blanks);
        if let Some(reason) = &image.failure_reason {
            self.value("Failure", reason.as_str(), self.theme.bad(), Break::Blanks);
        }
    }

    fn role(&mut self, app: &App, image: &Image) {
        let detail = app.place().details.get(&image.name).map(|detail| &detail.image);
        let missing = match detail {
            Some(Remote::Ready(_)) => "none",
            Some(Remote::Failed { .. }) => "not known: the image could not be read",
            Some(Remote::Loading { .. }) => "loading…",
            Some(Remote::Idle) | None => "not read yet",
        };
        match &image.role {
            Some(role) => {
                self.value("Role ARN", RoleArn::as_str(role), self.theme.plain(), Break::Anywhere);
            }
            None => self.value("Role ARN", missing, self.theme.dim(), Break::Blanks),
        }
    }

    fn arn(&mut self, image: &Image) {
        match &image.arn {
            Some(arn) => self.value("Image ARN", arn.as_str(), self.theme.plain(), Break::Anywhere),
            None => self.value("Image ARN", "not known", self.theme.dim(), Break::Blanks),
        }
    }

    fn time(&mut self, app: &App, look: &Look, label: &str, time: Option<Timestamp>) {
        let Some(time) = time else {
            return self.value(label, "not known", self.theme.dim(), Break::Blanks);
        };
        let told = format!("{} ({})", age::absolute(time, &look.zone(app)), age::long(time, app.now));
        self.value(label, &told, self.theme.plain(), Break::Blanks);
    }

    /// Why the newest reading came to nothing.
    fn trouble(&mut self, app: &App, image: &Image) {
        let Some(detail) = app.place().details.get(&image.name) else { return };
        let Some(failure) = detail.image.failure() else { return };
        failure::write(app, self.lines, self.theme, "The image can't be read", failure);
        let again = key_name::first(Action::Refresh);
        let old = match (detail.read_at.filter(|_| detail.image.value().is_some()), image.arn.is_some()) {
            (Some(read), _) => format!("What stands below is old: read {}.", age::long(read, app.now)),
            (None, true) => "What stands below is what the list said.".into(),
            (None, false) => "Nothing else is known of it.".into(),
        };
        self.lines.text(2, &format!("{old} {again} tries again."), self.theme.strong());
        self.lines.gap();
    }

    /// Drafts, and writes that are under way.
    fn work(&mut self, app: &App, image: &Image) {
        let before = self.lines.len();
        if let Some(write) = app.place().write(&Subject::Image(image.name.clone())) {
            let words = match write.stage {
                Stage::Checking | Stage::Noting => {
                    "checking that the image is unchanged; nothing has been sent"
                }
                Stage::Sending => "being sent",
                Stage::Settling => "accepted; waiting until the image settles",
                Stage::Unknown(_) => "outcome unknown; the image is read back to learn it",
            };
            self.value("Change", words, self.theme.busy(), Break::Blanks);
        }
        if app.place().drafts().any(|form| form.subject.touches(&image.name)) {
            let words = if app.is_read_only() {
                "changes that were not sent; read-only, they can't be opened here".into()
            } else {
                format!("changes that were not sent; {} opens them", key_name::first(Action::Edit))
            };
            self.value("Draft", &words, self.theme.busy(), Break::Blanks);
        }
        if self.lines.len() > before {
            self.lines.gap();
        }
    }
}

fn status_line(theme: Theme, image: &Image) -> Line<'static> {
    let status = image.status.as_ref();
    let words = format!("{} {}", status::symbol(status), status::word(status));
    Line::styled(words, status::style(theme, status))
}

/// How fresh the detail is.
fn read_state(app: &App, theme: Theme, image: &Image) -> Line<'static> {
    let Some(detail) = app.place().details.get(&image.name) else { return Line::default() };
    let read = |at| format!("read {}", age::long(at, app.now));
    match (&detail.image, detail.read_at) {
        (Remote::Loading { old: Some(_) }, _) => Line::styled("refreshing…", theme.busy()),
        (Remote::Loading { old: None }, _) => Line::styled("loading…", theme.busy()),
        (Remote::Ready(_), Some(at)) => Line::styled(read(at), theme.dim()),
        (Remote::Failed { old: Some(_), .. }, Some(at)) => {
            Line::styled(format!("! old, {}", read(at)), theme.bad())
        }
        (Remote::Idle | Remote::Ready(_) | Remote::Failed { .. }, _) => Line::default(),
    }
}
