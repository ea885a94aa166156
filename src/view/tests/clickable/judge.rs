//! What stands in a clickable, against what it stands for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::layout::Frame;
use crate::app::play::{FIELDS, called};
use crate::app::{App, Clickable, Input, Overlay, Shown, Target, UsageItem};
use crate::edit::Subject;
use crate::keys::Keymap;
use crate::view::tests::furnish::{asks, field_of, label, shows_all_history};
use crate::view::text::verdict;

use super::drawn;

pub fn text(buffer: &Buffer, area: Rect) -> String {
    area.positions().map(|at| buffer[at].symbol()).collect()
}

/// As much of a name as is never cut.
fn stem(name: &str) -> String {
    name.chars().take(3).collect()
}

/// How many rows of `area` have a name in them that begins with a number.
pub fn numbered_rows(buffer: &Buffer, area: Rect) -> usize {
    let is_numbered = |row: &Rect| {
        let text = text(buffer, *row);
        let mut names = text.match_indices('n').map(|(at, _)| &text.as_bytes()[at + 1..]);
        names.any(|behind| behind.len() > 1 && behind[..2].iter().all(u8::is_ascii_digit))
    };
    area.rows().filter(is_numbered).count()
}

pub fn has_label(text: &str, field: &str) -> bool {
    let text = text.trim_start_matches(['▌', ' ']);
    text.starts_with(label(field))
}

/// Whether the cells hold what they stand for.
fn holds(app: &App, buffer: &Buffer, Clickable { area, target }: &Clickable) -> bool {
    let cells = text(buffer, *area);
    let begins_as_drawn = |name: &str| cells.contains(&stem(name));
    let place = app.place();
    match target {
        Target::List | Target::Detail | Target::Page => cells.starts_with(['╭', '─']),
        Target::PageList => area.rows().all(|row| !text(buffer, row).starts_with(['╭', '│', '─'])),
        Target::Image(name) => begins_as_drawn(name.as_str()),
        Target::Tab(tab) => cells.contains(&tab.title()[..2]),
        Target::Usage(_, item) => match item {
            UsageItem::User(_) => !cells.trim().is_empty(),
            UsageItem::Trouble(operation) => cells.contains(&operation[..4]),
        },
        Target::Version(_, number) => cells.contains(&number.to_string()),
        Target::Draft(subject) => begins_as_drawn(&subject.to_string()),
        Target::Entry(id) if place.history.plan(id).is_some() => {
            let whole = place.history.plan(id).and_then(|plan| Subject::of_all(plan.subjects()));
            whole.is_none_or(|subject| subject.is_several() || begins_as_drawn(&subject.to_string()))
        }
        Target::Entry(id) => place.history.get(id).is_some_and(|entry| {
            let symbol = verdict::symbol(entry.verdict.as_ref());
            let is_of_all = shows_all_history(app);
            cells.chars().nth(1) == symbol.chars().next()
                && (!is_of_all || begins_as_drawn(&entry.subject().to_string()))
        }),
        Target::Offer(Some(name)) | Target::Theme(name) => begins_as_drawn(name.as_str()),
        Target::Offer(None) => {
            ["environment", "env creds", "default"].iter().any(|words| cells.contains(words))
        }
        Target::Command(name) => begins_as_drawn(name),
        Target::Copy(action) => {
            let offer = app.copy_offer(*action);
            offer.is_some_and(|offer| cells.contains(&stem(&offer.label)))
        }
        Target::FieldText(..) | Target::Line(_) => holds_text(app, &cells, target),
        Target::Divider => ["│", "┃"].iter().any(|line| cells.contains(line)),
        // An entry has its name for a label; in an empty row nothing is typed yet.
        Target::Field(key) if !FIELDS.contains(&called(key)) => {
            let form = app.form().or_else(|| place.forms.values().find(|form| form.spec(key).is_some()));
            let label = form.and_then(|form| form.spec(key)).map(|field| stem(&field.label));
            // A wide character takes two cells; what is scrolled away begins above.
            let dense = |text: &str| text.replace(' ', "");
            let begins = label.is_some_and(|label| dense(&cells).contains(&dense(&label)));
            begins || key.as_added().is_some() || area.y == Frame::of(app).body.y + 1
        }
        Target::Field(_) => {
            let field = field_of(target).unwrap();
            let others = FIELDS.into_iter().filter(|it| *it != field);
            let rows: Vec<_> = area.rows().map(|row| text(buffer, row)).collect();
            // What is scrolled away begins above.
            let begins = has_label(&rows[0], field) || area.y == Frame::of(app).body.y + 1;
            begins && others.into_iter().all(|other| !rows.iter().any(|row| has_label(row, other)))
        }
        Target::Profile => {
            let named = place.location.profile.as_ref().or(place.aim.profile.as_ref());
            let word = app.mark_of(place).and_then(|mark| mark.word.as_ref()).map(|word| stem(word.as_str()));
            named.is_some_and(|name| begins_as_drawn(name.as_str()))
                || word.is_some_and(|word| cells.contains(&word))
                || ["key", "env", "def"].iter().any(|word| cells.starts_with(word))
        }
        Target::Region => match &place.location.region {
            Some(region) => cells.starts_with(&stem(region.as_str())),
            None => cells.contains("region"),
        },
        Target::Action(action) => {
            let mut keys = Keymap::builtin().keys(*action).into_iter();
            keys.any(|key| cells.starts_with(&key.to_string()))
        }
    }
}

/// Whether a row that is typed in begins with the text from its byte on, as far as it is wide.
fn holds_text(app: &App, cells: &str, target: &Target) -> bool {
    let (text, start) = match target {
        Target::FieldText(key, start) => (app.form().map_or("", |form| form.text(key)), *start),
        Target::Line(start) => (line_of(app), *start),
        _ => return false,
    };
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    // Where nothing is typed, it is said what that means.
    first.is_none_or(|first| cells.contains(first))
}

/// What is typed on one line.
fn line_of(app: &App) -> &str {
    let browser = app.browser();
    match app.top() {
        Some(Overlay::Palette(page)) => page.input.text(),
        Some(Overlay::Picker(page)) => page.input.text(),
        Some(Overlay::Help(page)) => page.search.text(),
        _ => browser.typing.as_ref().or(browser.raw.typing.as_ref()).map_or("", Input::text),
    }
}

/// Rows of one sentence count as one.
fn is_continued(before: Option<&Clickable>, clickable: &Clickable) -> bool {
    before.is_some_and(|before| before.target == clickable.target && before.area.bottom() == clickable.area.y)
}

/// What must be so whatever is on the screen.
pub fn judge(app: &App, shown: &Shown) -> Result<(), String> {
    let all: Vec<_> = shown.clickables.iter().collect();
    let screen = Rect::new(0, 0, app.size.width, app.size.height);
    for (at, clickable) in all.iter().enumerate() {
        let Clickable { area, target } = clickable;
        if area.is_empty() || area.intersection(screen) != *area {
            return Err(format!("{clickable:?} is not on the screen"));
        }
        for other in &all[at + 1..] {
            let is_apart = !area.intersects(other.area);
            let has_others = target.is_container() || matches!(target, Target::Field(_));
            let is_within = has_others && other.area.intersection(*area) == other.area;
            if !is_apart && !is_within {
                return Err(format!("{other:?} lies on {clickable:?}"));
            }
        }
    }
    let body = Frame::of(app).body;
    let Some(asks) = asks(app) else { return Ok(()) };
    if app.size.is_too_small() {
        return if all.is_empty() { Ok(()) } else { Err("there is nothing to see".into()) };
    }
    let page = all.iter().find(|it| it.target == Target::Page).map(|it| it.area);
    let Some(page) = page else { return Err("the page can't be clicked".into()) };
    for Clickable { area, target } in all {
        let is_of_browser = matches!(
            target,
            Target::List
                | Target::Detail
                | Target::Image(_)
                | Target::Tab(_)
                | Target::Version(..)
                | Target::Usage(..)
                | Target::Divider
        );
        if is_of_browser || area.intersects(body) && area.intersection(page) != *area {
            return Err(format!("{target:?} can be clicked through the page"));
        }
        let leads_away = matches!(target, Target::Profile | Target::Region);
        if asks && leads_away {
            return Err("a question wants an answer first".into());
        }
    }
    Ok(())
}

pub fn check(app: &App) -> (Buffer, Shown) {
    let (buffer, shown) = drawn(app);
    let screen = || crate::view::tests::picture::text(&buffer);
    if let Err(wrong) = judge(app, &shown) {
        panic!("{wrong}\n{}", screen());
    }
    let mut before = None;
    for clickable in shown.clickables.iter() {
        if !is_continued(before, clickable) {
            let cells = text(&buffer, clickable.area);
            assert!(holds(app, &buffer, clickable), "{clickable:?} is {cells:?}\n{}", screen());
        }
        before = Some(clickable);
    }
    (buffer, shown)
}
