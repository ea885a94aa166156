//! Where an image is used: a tree of the domains and what in them uses it.
//!
//! ```text
//!  vision-and-language  d-8xk2m1q0zzst
//! ▌  Defaults for users
//!      JupyterLab     latest      config lab-4
//!      CodeEditor     version 41  ✖ no such version  config code-editor
//!    User profiles 1
//!      mira-lindqvist  JupyterLab  version 40  default
//!
//!  Searched 4 domains, 12 user profiles, 9 spaces and 14 apps.
//! ```

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Shown, Target, Usage, UsageItem};
use crate::domain::{AppOwner, DomainId, ImageName, SettingsOf};
use crate::scan::{DomainFacts, Progress, Scan, User, UserKey};
use crate::view::frame::focus::Focus;
use crate::view::text::cells;
use crate::view::text::lines::{Lines, Run, together};
use crate::view::text::viewport::Viewport;
use crate::view::theme::{Look, Theme};

use super::{pins, state, usage_words as words};

/// How far in a user of a domain stands, behind the marker of the cursor.
const USER: usize = 3;
/// The same of one that stands below a heading, and of what a user uses.
const BELOW: usize = 5;

/// Draws them, with what the cursor stands on in sight.
pub fn draw(
    app: &App,
    look: &Look,
    image: &ImageName,
    (area, focused): (Rect, bool),
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    // A blank keeps the last column from the frame.
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    let mut lines = Lines::new(area.width);
    let usage = &app.place().usage;
    let items = usage.items(image);
    let has_users = usage.first_user(image).is_some();
    // What could not be read is no place for the cursor where it stands alone: it is scrolled.
    let row = has_users.then(|| app.browser().usage.row(image, &items));
    let mut tree =
        Tree { app, theme: look.theme, image, focused, items: &items, row, focus: Focus::default() };
    tree.write(usage, &mut lines);
    let window = usize::from(area.height);
    let scroll = if has_users { tree.focus.scroll(window) } else { app.browser().detail_scroll };
    lines.draw_clickable(area, scroll, &mut shown.clickables, buffer)
}

/// How far the scan has come, or how fresh it is.
#[must_use]
pub fn read_state(app: &App, theme: Theme, image: &ImageName) -> Line<'static> {
    let usage = &app.place().usage;
    let so_far = |Progress { done, all, .. }: Progress| format!(" {done}/{all}…");
    match (usage.running(), usage.ended_at()) {
        (Some(scan), None) => state::loading(theme, &so_far(scan.progress())),
        (Some(scan), Some(_)) => state::refreshing(theme, &so_far(scan.progress())),
        (None, Some(at)) if usage.broken_off().is_some() => state::old(app, theme, at),
        (None, Some(at)) if usage.is_whole() && !pins::are_incomplete(app, image) => {
            state::read(app, theme, at)
        }
        (None, Some(_)) => Line::styled("! incomplete", theme.bad()),
        (None, None) => Line::default(),
    }
}

/// Writes the rows, and finds those that the cursor stands on.
struct Tree<'a> {
    app: &'a App,
    theme: Theme,
    image: &'a ImageName,
    /// Whether it has the keys.
    focused: bool,
    items: &'a [UsageItem],
    /// The row of the cursor.
    row: Option<usize>,
    focus: Focus,
}

impl Tree<'_> {
    fn write(&mut self, usage: &Usage, lines: &mut Lines) {
        words::write_head(self.app, self.theme, self.items.is_empty(), lines);
        let Some(scan) = usage.shown() else { return };
        let mut at = 0;
        let users = scan.found().users_of(self.image);
        for of_domain in users.chunk_by(|one, other| one.key.domain() == other.key.domain()) {
            self.write_domain(scan, of_domain, &mut at, lines);
        }
        words::write_verdict(self.app, self.theme, self.image, lines);
        words::write_searched(self.app, self.theme, scan, lines);
        pins::write_unchecked(self.app, self.theme, self.image, lines);
        for trouble in scan.troubles() {
            lines.gap();
            let begin = lines.len();
            let mut block = lines.within(1);
            words::write_trouble(self.app, self.theme, trouble, &mut block);
            let lead = self.lead(at, 1);
            lines.behind(&lead, block);
            self.end_item(at, (begin, begin), lines);
            at += 1;
        }
        if self.row == Some(0) {
            self.focus.begin = 0;
        }
        if self.row.is_some_and(|row| row + 1 >= self.items.len()) {
            self.focus.end = lines.len();
        }
    }

    fn write_domain(&mut self, scan: &Scan, users: &[&User], at: &mut usize, lines: &mut Lines) {
        let Some(first) = users.first() else { return };
        lines.gap();
        let mut begin = lines.len();
        let id = first.key.domain();
        self.write_domain_head(id, scan.found().domain(id), lines);
        let mut counts = BTreeMap::<_, usize>::new();
        for user in users {
            *counts.entry(words::heading(&user.key)).or_default() += 1;
        }
        let mut above = None;
        for user in users {
            let heading = words::heading(&user.key);
            if let Some(heading) = heading.filter(|_| heading != above) {
                let count = counts.get(&Some(heading)).copied().unwrap_or_default();
                let runs = [(format!("{heading} {count}"), self.theme.dim())];
                lines.runs(Span::raw(" ".repeat(USER)), &runs, Break::Blanks);
            }
            above = heading;
            self.write_user(user, (begin, *at), lines);
            *at += 1;
            begin = lines.len();
        }
    }

    /// `vision-and-language  d-8xk2m1q0zzst · SageMaker Unified Studio · Deleting`
    fn write_domain_head(&self, id: &DomainId, facts: Option<&DomainFacts>, lines: &mut Lines) {
        let theme = self.theme;
        let mut runs: Vec<Run> = Vec::new();
        match facts.and_then(|facts| facts.name.as_ref()) {
            Some(name) => {
                runs.push((name.as_str().to_owned(), theme.strong()));
                runs.push((format!("  {}", id.as_str()), theme.dim()));
            }
            None => runs.push((format!("domain {}", id.as_str()), theme.strong())),
        }
        if facts.is_some_and(|facts| facts.is_unified) {
            runs.push((" · SageMaker Unified Studio".into(), theme.plain()));
        }
        if let Some(status) = facts.and_then(|facts| facts.status.as_ref()) {
            runs.extend(words::unsettled(theme, status, " · "));
        }
        lines.runs(" ".into(), &runs, Break::Blanks);
    }

    fn write_user(&mut self, user: &User, (begin, at): (usize, usize), lines: &mut Lines) {
        let (theme, is_cursor) = (self.theme, Some(at) == self.row);
        let cursor = lines.len();
        let name = if is_cursor && self.focused { theme.strong() } else { theme.plain() };
        let indent = if words::heading(&user.key).is_some() { BELOW } else { USER };
        let label = label(&user.key);
        let mut head: Vec<Run> = vec![(label, name)];
        if let Some(shown) = &user.display_name {
            head.push((format!(" ({shown})"), theme.dim()));
        }
        if let UserKey::App(key) = &user.key {
            let owner = match &key.owner {
                AppOwner::UserProfile(name) => format!("  of user profile {name}"),
                AppOwner::Space(name) => format!("  of space {name}"),
            };
            head.push((owner, theme.dim()));
        }
        if let Some(status) = &user.status {
            if matches!(user.key, UserKey::App(_)) {
                head.push((format!("  {status}"), words::status_style(theme, status)));
            } else {
                head.extend(words::unsettled(theme, status, "  "));
            }
        }
        let Some(home) = self.app.place().usage.shown().map(|scan| scan.found().home()) else { return };
        let pointers: Vec<_> = user.uses_of(self.image, home).collect();
        let lead = self.lead(at, indent);
        if let [used] = pointers[..] {
            head.push(("  ".into(), theme.plain()));
            head.extend(words::used(self.app, theme, self.image, used, 0));
            lines.runs(lead, &head, Break::Blanks);
        } else {
            lines.runs(lead, &head, Break::Blanks);
            let widest = pointers.iter().map(|used| cells::width(used.app_type.as_str())).max().unwrap_or(0);
            for used in pointers {
                let runs = words::used(self.app, theme, self.image, used, widest);
                lines.runs(Span::raw(" ".repeat(indent + 2)), &runs, Break::Blanks);
            }
        }
        if let Some(reason) = &user.failure_reason {
            let runs = [(together("✖ "), theme.bad()), (reason.as_str().to_owned(), theme.plain())];
            lines.runs(Span::raw(" ".repeat(indent + 2)), &runs, Break::Blanks);
        }
        self.end_item(at, (begin, cursor), lines);
    }

    /// What stands before the first row of an item: the marker of the cursor, if that is there.
    fn lead(&self, at: usize, indent: usize) -> Span<'static> {
        let is_cursor = Some(at) == self.row;
        let style = if self.focused { self.theme.accent() } else { self.theme.dim() };
        let marker = if is_cursor { "▌" } else { " " };
        Span::styled(format!("{marker}{}", " ".repeat(indent - 1)), style)
    }

    fn end_item(&mut self, at: usize, (begin, cursor): (usize, usize), lines: &mut Lines) {
        if Some(at) == self.row {
            self.focus = Focus { begin, cursor, end: lines.len() };
        }
        if let Some(item) = self.items.get(at) {
            lines.mark_from(cursor, Target::Usage(self.image.clone(), item.clone()));
        }
    }
}

fn label(key: &UserKey) -> String {
    match key {
        UserKey::Defaults(_, SettingsOf::Users | SettingsOf::Itself) => "Defaults for users".into(),
        UserKey::Defaults(_, SettingsOf::Spaces) => "Defaults for shared spaces".into(),
        UserKey::Defaults(_, SettingsOf::RStudio) => "RStudio".into(),
        UserKey::UserProfile(_) | UserKey::Space(_) | UserKey::App(_) => key.holder().label(),
    }
}
