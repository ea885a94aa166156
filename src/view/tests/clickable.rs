//! What can be clicked is what stands there.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::layout::Frame;
use crate::app::play::{FIELDS, Play, called};
use crate::app::{
    App, Clickable, Input, LogInStage, Overlay, Pane, Pick, Remote, Shown, Tab, Target, Typed, UsageItem,
};
use crate::domain::{Image, KeySource, Profile, Text};
use crate::edit::Subject;
use crate::keys::{Action, Keymap};
use crate::view::text::verdict;
use crate::view::{Look, Theme, view};

use super::furnish::{
    Furnish, ask_to_send_unnoted, asks, field_of, form, label, open_drafts, open_history, put_form,
    put_history, shows_all_history, with_image,
};
use super::hostile::{scenes, spoilt_scenes};
use super::scene::{self, now};
use super::{places, trust};

const SIZES: [(u16, u16); 8] =
    [(30, 8), (33, 9), (40, 12), (62, 16), (80, 24), (100, 30), (120, 40), (200, 60)];

/// A name that begins with its number and goes on as it likes.
fn hostile_name(at: usize) -> String {
    let rest = [
        "-plain",
        "-機械学習のイメージ",
        "e\u{301}\u{323}x",
        "👩\u{200d}🚀🇩🇪",
        "שלום",
        "\u{200b}กำ ☰",
        "-with-a-name-that-is-longer-than-any-column-has-room-for-it-to-be",
    ];
    format!("n{at:02}{}", rest[at % rest.len()])
}

fn hostile_images() -> Vec<Image> {
    (0..60).map(|at| scene::image(&hostile_name(at), Some("a display name"), "CREATED", 5)).collect()
}

fn listing(cursor: usize) -> App {
    let mut app = scene::located();
    let place = app.place_for_tests();
    place.images.merge(hostile_images());
    place.images.load.whole_at = Some(now());
    place.location.profile = Some(Text::clean("n98機械-profile"));
    place.location.region = Some(Text::clean("n99-קצת-region"));
    scene::select(&mut app, &hostile_name(cursor));
    app
}

fn history(at: usize) -> App {
    let mut app = listing(0);
    let entries = trust::entries().into_iter().enumerate();
    put_history(&mut app, entries.map(|(at, entry)| with_image(entry, &hostile_name(at))).collect());
    open_history(&mut app, None, at);
    app
}

fn drafts(at: usize) -> App {
    let mut app = listing(0);
    for (at, image) in hostile_images().into_iter().enumerate().step_by(3) {
        let mut form = form(&image);
        form.type_over("display name", &format!("typed {at}"));
        put_form(&mut app, form);
    }
    open_drafts(&mut app, at);
    app
}

fn picking(pick: Pick, at: usize) -> App {
    let mut app = places::picking(listing(0), pick, "", at);
    let Remote::Ready(found) = &mut app.aws_setup else { return app };
    found.profiles = (0..30)
        .map(|at| Profile {
            name: Text::clean(&hostile_name(at)),
            region: None,
            source: KeySource::Sso,
            account: None,
            trouble: None,
        })
        .collect();
    app
}

fn drawn(app: &App) -> (Buffer, Shown) {
    let look = Look { theme: Theme::new(false), zone: jiff::tz::TimeZone::UTC };
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    let shown = view(app, &look, &mut buffer);
    (buffer, shown)
}

fn text(buffer: &Buffer, area: Rect) -> String {
    area.positions().map(|at| buffer[at].symbol()).collect()
}

/// As much of a name as is never cut.
fn stem(name: &str) -> String {
    name.chars().take(3).collect()
}

/// How many rows of `area` have a name in them that begins with a number.
fn numbered_rows(buffer: &Buffer, area: Rect) -> usize {
    let is_numbered = |row: &Rect| {
        let text = text(buffer, *row);
        let mut names = text.match_indices('n').map(|(at, _)| &text.as_bytes()[at + 1..]);
        names.any(|behind| behind.len() > 1 && behind[..2].iter().all(u8::is_ascii_digit))
    };
    area.rows().filter(is_numbered).count()
}

fn has_label(text: &str, field: &str) -> bool {
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
fn judge(app: &App, shown: &Shown) -> Result<(), String> {
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

fn check(app: &App) -> (Buffer, Shown) {
    let (buffer, shown) = drawn(app);
    let screen = || super::picture::text(&buffer);
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

/// The areas of those that `is_it` picks.
fn areas(shown: &Shown, is_it: impl Fn(&Target) -> bool) -> Vec<Rect> {
    shown.clickables.iter().filter(|it| is_it(&it.target)).map(|it| it.area).collect()
}

#[test]
fn each_clickable_holds_what_it_stands_for() {
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            check(&app);
        }
    }
}

#[test]
fn every_row_of_a_list_can_be_clicked_whatever_it_is_called() {
    let is_row = |target: &Target| {
        matches!(target, Target::Image(_) | Target::Entry(_) | Target::Draft(_) | Target::Offer(_))
    };
    for make in [
        || listing(0),
        || listing(31),
        || listing(59),
        || history(0),
        || history(8),
        || drafts(0),
        || drafts(17),
        || picking(Pick::Profile, 0),
        || picking(Pick::Profile, 29),
    ] as [fn() -> App; 9]
    {
        for size in SIZES {
            let app = scene::sized(make(), size);
            let (buffer, shown) = check(&app);
            let within = areas(&shown, |target| matches!(target, Target::List | Target::PageList));
            let rows = areas(&shown, is_row);
            assert_eq!(within.len(), 1);
            let chain = areas(&shown, |target| *target == Target::Offer(None)).len();
            assert_eq!(
                rows.len(),
                numbered_rows(&buffer, within[0]) + chain,
                "{}",
                super::picture::text(&buffer)
            );
            assert!(!rows.is_empty());
            for row in rows {
                let found = row.positions().map(|at| shown.clickables.at(at)).collect::<Vec<_>>();
                assert!(found.iter().all(|target| target.is_some_and(is_row)), "{row}");
            }
        }
    }
}

#[test]
fn regions_are_told_by_their_names() {
    for size in SIZES {
        let app = scene::sized(picking(Pick::Region, 7), size);
        let (buffer, shown) = check(&app);
        for clickable in shown.clickables.iter() {
            if let Target::Offer(name) = &clickable.target {
                let name = name.as_ref().unwrap().as_str();
                assert!(text(&buffer, clickable.area).contains(name), "{name}");
            }
        }
    }
}

#[test]
fn the_footer_is_made_of_what_can_be_clicked() {
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            let (buffer, shown) = drawn(&app);
            let footer = Frame::of(&app).footer;
            let in_footer = shown.clickables.iter().filter(|it| it.area.intersects(footer));
            let words: Vec<_> = in_footer.map(|it| text(&buffer, it.area).trim_end().to_owned()).collect();
            assert_eq!(words.join("  "), text(&buffer, footer).trim());
        }
    }
}

#[test]
fn every_field_in_sight_can_be_clicked() {
    for make in [
        scene::form_with_problems as fn() -> App,
        scene::form_unread,
        || trust::in_conflict(trust::clashing(), "description"),
        trust::half_decided,
    ] {
        for size in SIZES {
            let app = scene::sized(make(), size);
            let (buffer, shown) = check(&app);
            let page = areas(&shown, |target| *target == Target::Page)[0];
            for row in page.rows().map(|row| Rect { x: row.x + 1, width: row.width - 2, ..row }) {
                // Labels of fields, and not what is said of others.
                let label = FIELDS.into_iter().find(|field| {
                    let words = text(&buffer, row);
                    has_label(&words, field) && (words.contains('/') || words.contains(['?', '✔']))
                });
                if let Some(field) = label {
                    let middle = Rect { x: row.x + 4, width: 1, ..row };
                    let at = shown.clickables.at(middle.as_position());
                    assert_eq!(at.and_then(field_of), Some(field), "{}", super::picture::text(&buffer));
                }
            }
        }
    }
}

/// Rows that stand below one another in a list of a page, and those that can be clicked, are the same.
#[test]
fn every_command_and_every_text_that_can_be_copied_can_be_clicked() {
    for (what, keys) in [
        ("all commands", ":"),
        ("words of a command", ": s o r t space"),
        ("parts of a filter", ": f i l t e r space s t"),
        ("regions", ": r e g i o n space u s"),
        ("texts", "y"),
    ] {
        for size in SIZES {
            let mut play = Play::with(&["alpha", "bravo"]);
            play.press(keys);
            let app = scene::sized(play.app, size);
            let (buffer, shown) = check(&app);
            let list = areas(&shown, |target| *target == Target::PageList)[0];
            let rows = areas(&shown, |target| matches!(target, Target::Command(_) | Target::Copy(_)));
            let written = list.rows().filter(|row| !text(&buffer, *row).trim().is_empty()).count();
            assert_eq!(rows.len(), written, "{what}\n{}", super::picture::text(&buffer));
        }
    }
}

#[test]
fn every_tab_whose_name_stands_there_can_be_clicked() {
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            let (buffer, shown) = drawn(&app);
            let Some(detail) = areas(&shown, |target| *target == Target::Detail).first().copied() else {
                continue;
            };
            let bar = text(&buffer, Rect { y: detail.y + 1, height: 1, ..detail });
            let tabs = areas(&shown, |target| matches!(target, Target::Tab(_)));
            for tab in Tab::ALL.iter().filter(|tab| bar.contains(tab.title()) && bar.contains('[')) {
                let is_there = shown.clickables.iter().any(|it| it.target == Target::Tab(*tab));
                assert!(is_there, "{tab:?}\n{}", super::picture::text(&buffer));
            }
            assert!(tabs.iter().all(|area| area.y == detail.y + 1));
        }
    }
}

/// Wherever a caret stands in a form or a line, a click there leads to a text.
#[test]
fn where_something_is_typed_it_can_be_clicked() {
    let mut carets = 0;
    for mut app in scenes() {
        for size in SIZES {
            app = scene::sized(app, size);
            let (buffer, shown) = drawn(&app);
            let Some(caret) = shown.caret else { continue };
            // What nobody else shall read has no place to click on; nor has what is chosen with keys.
            let is_masked = matches!(app.typed(), Some(Typed::Code));
            let is_choice =
                app.typed() == Some(Typed::Field) && app.form().is_some_and(|it| it.options().is_some());
            if is_masked || is_choice {
                continue;
            }
            let at = shown.clickables.at(caret);
            let is_text = matches!(at, Some(Target::FieldText(..) | Target::Line(_)));
            assert!(is_text, "{caret}: {at:?}\n{}", super::picture::text(&buffer));
            carets += 1;
        }
    }
    assert!(carets > 40, "{carets}");
}

#[test]
fn the_divider_lies_between_list_and_detail() {
    for size in SIZES {
        let app = scene::sized(listing(4), size);
        let (_, shown) = check(&app);
        let divider = areas(&shown, |target| *target == Target::Divider);
        if app.is_wide() {
            let [left, right] = divider[..] else { panic!("{divider:?}") };
            assert_eq!((left.right(), left.height, right.height), (right.x, left.height, left.height));
        } else {
            assert_eq!(divider, []);
        }
    }
}

fn asking_unnoted() -> App {
    let mut app = scene::browsing();
    ask_to_send_unnoted(&mut app, "pytorch-2.4-gpu");
    app
}

#[test]
fn answers_can_be_clicked() {
    let asking = [
        (trust::discarding as fn() -> App, "discard", "keep"),
        (scene::asking, "quit", "stay"),
        (places::quitting, "quit", "stay"),
        (asking_unnoted, "send it", "go back"),
        (super::copying::elsewhere, "go there", "stay"),
    ];
    for (make, yes, no) in asking {
        for size in SIZES {
            let app = scene::sized(make(), size);
            let (buffer, shown) = check(&app);
            let page = areas(&shown, |target| *target == Target::Page)[0];
            for (action, key, words) in [(Action::AnswerYes, "y", yes), (Action::Close, "n", no)] {
                let of_action = areas(&shown, |target| *target == Target::Action(action));
                let rows = of_action.into_iter().filter(|area| page.contains(area.as_position()));
                let rows: Vec<_> = rows.map(|area| text(&buffer, area)).collect();
                assert_eq!(rows.join(" "), format!("{key} {words}"));
            }
        }
    }
}

#[test]
fn the_ways_out_of_a_log_in_and_of_nothing_can_be_clicked() {
    let sso = || places::logging_in(places::expired(), "", LogInStage::Asked);
    let mfa = || places::logging_in(places::code_wanted(), "1234", LogInStage::Asked);
    for (make, actions) in [
        (sso as fn() -> App, &[Action::RunLogIn, Action::OtherBrowser, Action::CopyLogIn][..]),
        (mfa, &[Action::SendCode]),
        (
            places::no_credentials,
            &[Action::PickProfile, Action::PickRegion, Action::TryDemo, Action::Refresh],
        ),
    ] {
        for size in [(80, 24), (120, 40), (200, 60)] {
            let app = scene::sized(make(), size);
            let (_, shown) = check(&app);
            let body = Frame::of(&app).body;
            for action in actions {
                let found = areas(&shown, |target| *target == Target::Action(*action));
                assert!(found.iter().any(|area| area.intersects(body)), "{action:?} {size:?}");
            }
        }
    }
}

#[test]
fn the_browser_is_all_of_list_and_detail() {
    for pane in [Pane::List, Pane::Detail] {
        for size in SIZES {
            let mut app = scene::sized(listing(4), size);
            app.browser_for_tests().1.pane = pane;
            let (_, shown) = check(&app);
            let detail = areas(&shown, |target| *target == Target::Detail);
            for at in Frame::of(&app).body.positions() {
                let is_detail = detail.iter().any(|area| area.contains(at));
                let expected = if is_detail { Target::Detail } else { Target::List };
                assert_eq!(shown.clickables.container_at(at), Some(&expected), "{at}");
            }
            assert_eq!(detail.len(), usize::from(app.is_wide() || pane == Pane::Detail));
        }
    }
}

#[test]
fn where_to_is_asked_by_a_click_on_where_we_are() {
    for make in
        [|| listing(0), places::crowded, || places::environment(None), scene::in_detail] as [fn() -> App; 4]
    {
        for width in 30..=160 {
            let (_, shown) = check(&scene::sized(make(), (width, 24)));
            let region = areas(&shown, |target| *target == Target::Region);
            assert_eq!(region.len(), 1, "{width}");
            assert!(region[0].y < 2);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_lies_on_anything_else_whatever_there_is_to_show(
        width in 0u16..=200,
        height in 0u16..=60,
        words in "[ -~]{0,9}(機械|e\u{301}|👩\u{200d}🚀|🇩🇪|\u{200b}|ﷺ|กำ|\\PC){0,9}",
        scroll in 0usize..90,
    ) {
        for app in spoilt_scenes(&words, scroll) {
            let app = scene::sized(app, (width, height));
            let (_, shown) = drawn(&app);
            prop_assert_eq!(judge(&app, &shown), Ok(()));
        }
    }
}
