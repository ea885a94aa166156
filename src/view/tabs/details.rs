//! All that DescribeImage says of one image.
//!
//! ```text
//! Display name  PyTorch 2.4 (GPU)
//! Description   Training image for the vision team
//! Failure       The role could not be assumed…
//! …
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::wrap::Break;
use crate::app::{App, Remote, Shown, lasting};
use crate::domain::{Image, RoleArn, Text};
use crate::edit::Subject;
use crate::flow::Stage;
use crate::keys::Action;
use crate::view::text::lines::Lines;
use crate::view::text::status;
use crate::view::text::viewport::Viewport;
use crate::view::theme::{Look, Theme};

use super::members::{BESIDE, Members};
use super::state;

/// The longest label and a gap.
const LABEL: usize = "Display name".len() + 2;

/// Draws what is known of the image and tells how far it can be scrolled. Its status is said here only
/// where the frame has no room for it.
pub fn draw(
    app: &App,
    look: &Look,
    (image, says_status): (&Image, bool),
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let lines = lines(app, look, (image, says_status), area.width);
    let viewport = lines.draw(area, app.browser().detail_scroll, buffer);
    lines.tell_links(area, viewport, &mut shown.links);
    viewport
}

fn lines(app: &App, look: &Look, (image, says_status): (&Image, bool), width: u16) -> Lines {
    let theme = look.theme;
    let mut lines = Lines::new(width).with_room();
    let mut writer = Writer { lines: &mut lines, theme, is_known: app.place().is_known(&image.name) };
    writer.trouble(app, image);
    writer.work(app, image);
    writer.text("Display name", image.display_name.as_ref());
    writer.text("Description", image.description.as_ref());
    if says_status {
        writer.status(image);
    }
    if let Some(reason) = &image.failure_reason {
        writer.value("Failure", reason.as_str(), theme.bad(), Break::Blanks);
    }
    writer.lines.gap();
    writer.role(app, image);
    writer.arn(app, image);
    writer.lines.gap();
    let mut members = writer.members();
    members.time(app, look, "Created", image.created);
    members.time(app, look, "Modified", image.modified);
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
    fn members(&mut self) -> Members<'_> {
        Members { lines: self.lines, theme: self.theme, label: LABEL }
    }

    fn value(&mut self, label: &str, value: &str, style: Style, at: Break) {
        self.members().value(label, value, style, at);
    }

    /// A member that every answer gives, where the image has it.
    fn text(&mut self, label: &str, text: Option<&Text>) {
        match text.map(Text::as_str) {
            None if !self.is_known => self.members().absent(label, "unknown"),
            None => self.members().absent(label, "not set"),
            Some(text) => self.members().text(label, text, Break::Blanks),
        }
    }

    fn status(&mut self, image: &Image) {
        let status = image.status.as_ref();
        let style = status::style(self.theme, status);
        let words = format!("{} {}", status::symbol(status), status::word(status));
        self.value("Status", &words, style, Break::Blanks);
    }

    fn role(&mut self, app: &App, image: &Image) {
        let begin = self.lines.len();
        let detail = app.place().details.get(&image.name).map(|detail| &detail.value);
        let missing = match detail {
            Some(Remote::Ready(_)) => "not set",
            Some(Remote::Failed { .. }) => "unknown: couldn't load the image",
            Some(Remote::Loading { .. }) if app.says_loading() => "loading…",
            Some(Remote::Loading { .. } | Remote::Idle) | None => "not loaded yet",
        };
        match &image.role {
            Some(role) => {
                let (style, link) = (self.theme.plain(), app.link_of_role(role));
                self.members().linked("Role ARN", (RoleArn::as_str(role), link), style, Break::Blanks);
            }
            None => self.members().absent("Role ARN", missing),
        }
        self.fill_room_of_role(begin);
    }

    /// What is below stays where it is when the role comes, and from image to image, unless a role is uncommonly
    /// long.
    fn fill_room_of_role(&mut self, begin: usize) {
        /// Cells of an ARN.
        const COMMON: usize = 50;
        let room = self.lines.width().saturating_sub(LABEL);
        if room >= BESIDE {
            let taken = self.lines.len() - begin;
            (taken..COMMON.div_ceil(room)).for_each(|_| self.lines.row(Line::default()));
        }
    }

    fn arn(&mut self, app: &App, image: &Image) {
        match &image.arn {
            Some(arn) => {
                let (style, link) = (self.theme.plain(), app.link_of_image(&image.name));
                self.members().linked("Image ARN", (arn.as_str(), link), style, Break::Blanks);
            }
            None => self.members().absent("Image ARN", "unknown"),
        }
    }

    /// Why the newest reading came to nothing.
    fn trouble(&mut self, app: &App, image: &Image) {
        let Some(detail) = app.place().details.get(&image.name) else { return };
        let Some(failure) = detail.value.failure() else { return };
        let left = match (detail.read_at.filter(|_| detail.value.value().is_some()), image.arn.is_some()) {
            (read_at @ Some(_), _) => state::left(app, read_at),
            (None, true) => "Showing what the list returned.".into(),
            (None, false) => "Nothing else is known.".into(),
        };
        let what = ("Couldn't load the image", failure);
        state::write_trouble(app, self.theme, what, &left, self.lines);
    }

    /// Drafts, and writes that are under way.
    fn work(&mut self, app: &App, image: &Image) {
        let before = self.lines.len();
        if let Some(write) = app.place().write(&Subject::Image(image.name.clone())) {
            let words = match write.stage {
                Stage::Checking | Stage::Noting => "checking that the image is unchanged; nothing sent yet",
                Stage::Sending => "sending",
                Stage::Settling => "accepted; waiting for it to take effect",
                Stage::Unknown(_) => "outcome unknown; checking the image",
            };
            let words = format!("{words}{}", lasting(write, app.now));
            self.value("Change", &words, self.theme.busy(), Break::Blanks);
        }
        for form in app.place().drafts().filter(|form| form.subject.touches(&image.name)) {
            let (what, key) = match &form.subject {
                Subject::Image(_) => ("changes", Action::Edit),
                Subject::Tags(_) => ("changes to its tags", Action::EditTags),
                Subject::Aliases(_) => ("changes to its aliases", Action::EditAliases),
                Subject::Version(..) => ("changes to a version", Action::Drafts),
                Subject::Images(_) | Subject::TagsOf(_) => ("changes to several images", Action::Drafts),
            };
            let words = if app.is_read_only() {
                format!("unsent {what}; can't be opened here, read-only")
            } else {
                let does = if key == Action::Drafts { "list" } else { "open" };
                format!("unsent {what}; press {} to {does} them", app.keymap.first_key(key))
            };
            self.value("Draft", &words, self.theme.busy(), Break::Blanks);
        }
        if self.lines.len() > before {
            self.lines.gap();
        }
    }
}

/// How fresh it is.
#[must_use]
pub fn read_state(app: &App, theme: Theme, image: &Image) -> Line<'static> {
    let place = app.place();
    let detail = place.details.get(&image.name);
    let is_pending = match detail.map(|detail| &detail.value) {
        Some(Remote::Loading { old: None }) => !app.says_loading(),
        Some(Remote::Idle) | None => true,
        Some(Remote::Loading { old: Some(_) } | Remote::Ready(_) | Remote::Failed { .. }) => false,
    };
    if is_pending && place.images.get(&image.name).is_some() {
        return Line::styled("from the list", theme.dim());
    }
    detail.map_or_else(Line::default, |detail| state::of(app, theme, &detail.value, detail.read_at))
}
