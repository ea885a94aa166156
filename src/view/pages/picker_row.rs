//! A row of the picker.
//!
//! ```text
//! ▌● production  PROD  here  eu-west-1   SSO           123456789012
//!  ! prod-old                us-east-1   no keys here
//! ▌● us-east-1       US East (N. Virginia)                  here
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::cells::middled;
use crate::app::{App, Offer, Pick};
use crate::domain::{Profile, Text};
use crate::view::frame::rows::LEAD;
use crate::view::text::{badge, cells};
use crate::view::theme::Theme;

const GAP: u16 = 2;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;
/// A name is not cut below this for the sake of another column.
const NAME: u16 = 18;
/// `ap-southeast-2`
const REGION: u16 = 14;
/// `web identity`
const KIND: u16 = 12;
const ACCOUNT: u16 = 12;
/// `configured`
const NEAR: u16 = 10;
/// Where a region is, in as many words as it takes at least.
const WHERE: u16 = 24;

/// The columns, in cells; 0 where there is no room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PickerColumns {
    name: u16,
    region: u16,
    kind: u16,
    account: u16,
    near: u16,
}

impl PickerColumns {
    /// Divides `width` cells: name, then region, then kind, then account.
    #[must_use]
    pub fn of(width: u16) -> Self {
        let mut left = width.saturating_sub(LEAD + NAME + EDGE);
        let mut take = |column: u16| {
            let rest = left.checked_sub(GAP + column);
            // What is less important does not get in where this did not.
            left = rest.unwrap_or(0);
            rest.map_or(0, |_| column)
        };
        let (region, kind, account) = (take(REGION), take(KIND), take(ACCOUNT));
        let taken: u16 = [region, kind, account].into_iter().filter(|it| *it > 0).map(|it| it + GAP).sum();
        let name = width.saturating_sub(LEAD + EDGE + taken);
        let near = if width >= LEAD + REGION + GAP + WHERE + GAP + NEAR + EDGE { NEAR } else { 0 };
        Self { name, region, kind, account, near }
    }

    /// The heads over them, each with where it begins.
    #[must_use]
    pub fn heads(self, pick: Pick, width: u16) -> Vec<(u16, &'static str)> {
        let mut x = LEAD;
        let mut heads = Vec::new();
        let mut head = |column: u16, words| {
            if column > 0 {
                heads.push((x, words));
                x += column + GAP;
            }
        };
        match pick {
            Pick::Profile => {
                head(self.name, "PROFILE");
                head(self.region, "REGION");
                head(self.kind, "CREDENTIALS");
                head(self.account, "ACCOUNT");
            }
            Pick::Region => {
                head(REGION, "REGION");
                head(width.saturating_sub(LEAD + REGION + GAP), "LOCATION");
            }
        }
        heads
    }
}

/// Draws one row.
pub fn draw(app: &App, offer: &Offer, columns: PickerColumns, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let is_bad = matches!(offer, Offer::Profile(profile) if profile.trouble.is_some());
    let (symbol, style) = match (offer.is_here(app), is_bad) {
        (_, true) => ("!", theme.bad()),
        (true, false) => ("●", theme.good()),
        (false, false) => (" ", theme.plain()),
    };
    if area.width > 1 {
        cells::put(buffer, (area.x + 1, area.y), symbol, 1, style);
    }
    let mut row = Row { x: area.x.saturating_add(LEAD), area, theme };
    match offer {
        Offer::Chain => row.chain(app, columns, buffer),
        Offer::Profile(profile) => row.profile(app, profile, columns, buffer),
        Offer::Region { name, at, is_near } => row.region(app, name, at, *is_near, columns, buffer),
        Offer::Typed(name) => {
            let words = format!("use ‘{name}’ as typed");
            row.put(&Line::raw(words), area.width.saturating_sub(LEAD + EDGE), buffer);
        }
    }
}

/// A row as it is filled, from the left.
struct Row {
    x: u16,
    area: Rect,
    theme: Theme,
}

impl Row {
    /// Fills a column.
    fn put(&mut self, line: &Line<'_>, column: u16, buffer: &mut Buffer) {
        if column > 0 {
            let left = self.area.right().saturating_sub(self.x);
            cells::put_line(buffer, (self.x, self.area.y), line, column.min(left));
            self.x = self.x.saturating_add(column + GAP);
        }
    }

    /// A name, and what is said of it behind it, which is kept as long as the name has eight cells.
    fn name(
        &mut self,
        name: &str,
        behind: Vec<Span<'static>>,
        style: ratatui::style::Style,
        column: u16,
        buffer: &mut Buffer,
    ) {
        let mut room = usize::from(column);
        let mut kept = Vec::new();
        for span in behind {
            let taken = cells::width(&span.content) + 1;
            if cells::width(name).min(8) + taken <= room {
                room -= taken;
                kept.extend([Span::raw(" "), span]);
            }
        }
        let mut spans = vec![Span::styled(middled(name, room), style)];
        spans.extend(kept);
        self.put(&Line::from(spans), column, buffer);
    }

    fn chain(&mut self, app: &App, columns: PickerColumns, buffer: &mut Buffer) {
        let theme = self.theme;
        let has_keys = app.aws_setup.value().is_some_and(|it| {
            it.variables.iter().any(|it| it.name == "AWS_ACCESS_KEY_ID" && it.value.is_some())
        });
        let name = match (has_keys, columns.name < 32) {
            (true, false) => "environment credentials",
            (true, true) => "env creds",
            (false, false) => "default credentials",
            (false, true) => "default",
        };
        let here = Offer::Chain.is_here(app).then(|| Span::styled(" here", theme.good()));
        self.name(name, here.into_iter().collect(), theme.plain(), columns.name, buffer);
    }

    fn profile(&mut self, app: &App, profile: &Profile, columns: PickerColumns, buffer: &mut Buffer) {
        let theme = self.theme;
        let plain = if profile.trouble.is_some() { theme.dim() } else { theme.plain() };
        let mark = app.marks.get(profile.name.as_str());
        let colour = mark.and_then(|mark| mark.colour);
        let word = mark.and_then(|mark| mark.word.as_ref());
        let mut behind: Vec<_> =
            word.map(|word| badge::of_word(word.as_str(), colour, theme)).into_iter().collect();
        if Offer::Profile(profile.clone()).is_here(app) {
            behind.push(Span::styled(if word.is_some() { "here" } else { " here" }, theme.good()));
        }
        let name = colour.map_or(plain, |colour| theme.colour(colour).patch(plain));
        self.name(profile.name.as_str(), behind, name, columns.name, buffer);
        let text = |text: &Option<Text>| text.as_ref().map_or("", Text::as_str).to_owned();
        self.put(&Line::from(Span::styled(text(&profile.region), plain)), columns.region, buffer);
        self.put(&Line::from(Span::styled(profile.source.word(), plain)), columns.kind, buffer);
        self.put(&Line::from(Span::styled(text(&profile.account), plain)), columns.account, buffer);
    }

    fn region(
        &mut self,
        app: &App,
        name: &Text,
        at: &'static str,
        is_near: bool,
        columns: PickerColumns,
        buffer: &mut Buffer,
    ) {
        let theme = self.theme;
        let is_here = app.place().location.region.as_ref() == Some(name);
        let near = match () {
            () if is_here => Span::styled("here", theme.good()),
            () if app.recent.regions.contains(name) => Span::styled("lately", theme.dim()),
            () if is_near => Span::styled("configured", theme.dim()),
            () => Span::raw(""),
        };
        let near_taken = if columns.near > 0 { columns.near + GAP } else { 0 };
        let room = self.area.width.saturating_sub(LEAD + REGION + GAP + near_taken + EDGE);
        // A name that is longer takes the room of what is not known of it.
        let column = if at.is_empty() { REGION + GAP + room } else { REGION };
        self.put(&Line::raw(name.as_str()), column, buffer);
        if !at.is_empty() {
            self.put(&Line::from(Span::styled(at, theme.dim())), room, buffer);
        }
        self.put(&Line::from(near), columns.near, buffer);
    }
}
