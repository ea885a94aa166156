//! A picture of every screen, at the sizes that people have.

use crate::app::play::Play;
use crate::app::{App, Pane, Remote, Tone};
use crate::domain::{Mode, Text};

use super::furnish::{
    Form, Furnish, ask_to_send_unnoted, close_all, difference, form, form_of, is_busy, is_changing, met,
    not_noted, open_form, open_help, refused, review,
};
use super::picture::{draw, picture, text};
use super::scene::{self, sized};
use super::sizes;
use super::trust;

const WIDE: (u16, u16) = (120, 40);
const USUAL: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (40, 12);

pub fn check(name: &str, picture: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

/// With colour and styles where it is wide, as text at the other sizes.
pub fn at_every_size(name: &str, make: impl Fn() -> App) {
    check(&format!("{name}@120x40"), &picture(&draw(&sized(make(), WIDE), true)));
    for size in [USUAL, SMALL] {
        check(&format!("{name}@{}x{}", size.0, size.1), &text(&draw(&sized(make(), size), true)));
    }
}

pub fn without_colour(name: &str, make: impl Fn() -> App) {
    check(&format!("{name}@80x24-plain"), &picture(&draw(&sized(make(), USUAL), false)));
}

#[test]
fn list_and_detail() {
    at_every_size("list", scene::browsing);
    at_every_size("detail", scene::in_detail);
    without_colour("list", scene::browsing);
    without_colour("detail", scene::in_detail);
}

#[test]
fn detail_in_its_other_states() {
    at_every_size("detail-not-read", || {
        let mut app = scene::in_detail();
        app.utc = true;
        scene::select(&mut app, "sklearn-base");
        app
    });
    at_every_size("detail-unreadable", || {
        let mut app = scene::refresh_failed();
        app.browser_for_tests().1.pane = Pane::Detail;
        app
    });
    at_every_size("detail-draft", || {
        let mut app = scene::sending("settling");
        close_all(&mut app);
        app.browser_for_tests().1.pane = Pane::Detail;
        app.browser_for_tests().1.detail_scroll = 3;
        let detail = app.place_for_tests().details.get_mut(&scene::name("pytorch-2.4-gpu"));
        detail.unwrap().value.start();
        app
    });
}

#[test]
fn the_detail_says_the_status_once_at_every_size() {
    let longest = "rstudio-4.4-with-a-name-that-is-as-long-as-a-name-may-well-be";
    for image in ["pytorch-2.4-gpu", longest] {
        for (width, rows) in [(120, 40), (99, 24), (80, 24), (40, 40), (33, 40), (30, 40)] {
            let mut app = scene::in_detail();
            scene::select(&mut app, image);
            let shown = text(&draw(&sized(app, (width, rows)), true));
            let edges = shown.replace('┃', "│").replace("╮╭", "││");
            let detail: String = edges.lines().map(|line| line.rsplit("││").next().unwrap()).collect();
            let said = detail.matches("UPDATE_FAILED").count() + detail.matches("CREATED").count();
            assert_eq!(said, 1, "{width}\n{shown}");
        }
    }
}

#[test]
fn the_list_with_nothing_in_it() {
    at_every_size("not-located", scene::begun);
    at_every_size("first-load", || scene::loading(0));
    at_every_size("empty-account", scene::empty_account);
    at_every_size("first-load-failed", scene::first_load_failed);
    at_every_size("no-match", || scene::filtered("xyz", true));
}

#[test]
fn the_list_in_its_other_states() {
    at_every_size("loading", || scene::loading(9));
    at_every_size("filter-typed", || scene::filtered("py -2.5", true));
    at_every_size("filter-kept", || scene::filtered("status:failed", false));
    at_every_size("refresh-failed", scene::refresh_failed);
}

#[test]
fn the_list_of_many_whose_names_begin_alike() {
    at_every_size("crowded", scene::crowded);
    check("crowded@200x50", &text(&draw(&sized(scene::crowded(), (200, 50)), true)));
    check("crowded@300x20", &text(&draw(&sized(scene::crowded(), (300, 20)), true)));
    check("list@200x50", &text(&draw(&sized(scene::browsing(), (200, 50)), true)));
}

#[test]
fn the_columns_stay_where_they_are_while_the_list_scrolls() {
    let heads = |image: &str| {
        let mut app = scene::browsing();
        scene::select(&mut app, image);
        let shown = text(&draw(&sized(app, USUAL), true));
        assert!(shown.contains(image), "{shown}");
        shown.lines().find(|line| line.contains("NAME↑")).unwrap().to_owned()
    };
    // The longest name and display name are in the first window only.
    assert_eq!(heads("base-python-3.12"), heads("zero-shot"));
    assert_eq!(heads("base-python-3.12"), heads("team-30"));
}

#[test]
fn the_header_where_much_is_to_be_said() {
    at_every_size("header", || {
        let mut app = scene::browsing();
        app.mode = Mode { read_only: true, demo: false };
        app.place_for_tests().location.endpoint =
            Some(Text::clean("https://vpce-0123.sagemaker.example.com"));
        app
    });
    at_every_size("header-demo", || {
        let mut app = scene::browsing();
        app.mode = Mode { read_only: true, demo: true };
        app.place_for_tests().account = Remote::Ready(Text::clean("000000000000"));
        app.place_for_tests().location.endpoint = Some(Text::clean("http://127.0.0.1:41234"));
        app.notices.add(Tone::Good, false, None, "Copied the ARN of pytorch-2.4-gpu".into());
        app
    });
}

#[test]
fn messages_that_are_long() {
    at_every_size("messages", || {
        let mut app = scene::sending("settling");
        close_all(&mut app);
        let long = "pytorch-2.4-gpu: the change failed. The role could not be assumed: its trust policy does not name sagemaker.amazonaws.com, and so nothing of it was done; the image is as it was before.";
        app.notices.add(Tone::Bad, true, None, long.into());
        app
    });
}

#[test]
fn the_form() {
    at_every_size("form", || scene::with_form(scene::edited()));
    at_every_size("form-problems", scene::form_with_problems);
    at_every_size("form-not-read", scene::form_unread);
    at_every_size("form-unreadable", scene::form_failed);
    without_colour("form", || scene::with_form(scene::edited()));
}

#[test]
fn the_form_stands_beside_the_list_where_there_is_room() {
    for (width, is_beside) in [(99, false), (100, true), (120, true), (200, true)] {
        let shown = text(&draw(&sized(scene::with_form(scene::edited()), (width, 40)), true));
        assert_eq!(shown.contains("─ Images 6/50 ─"), is_beside, "{width}\n{shown}");
        assert!(shown.contains("─ Edit pytorch-2.4-gpu ─"), "{shown}");
    }
    for size in [(40, 12), (80, 24), (120, 40), (200, 50)] {
        let longest = "rstudio-4.4-with-a-name-that-is-as-long-as-a-name-may-well-be";
        let mut app = scene::crowded();
        let listed = scene::image(longest, Some("RStudio"), "CREATED", 5);
        app.place_for_tests().images.merge(vec![listed.clone()]);
        scene::select(&mut app, longest);
        open_form(&mut app, form(&listed));
        let name = format!("form-long-name@{}x{}", size.0, size.1);
        check(&name, &text(&draw(&sized(app, size), true)));
    }
}

#[test]
fn what_is_said_in_a_form_moves_no_field() {
    let rows = |app: App| {
        let shown = text(&draw(&sized(app, (100, 30)), true));
        let labels = ["Display name", "Description  ", "Role ARN"];
        labels.map(|label| shown.lines().position(|row| row.contains(label)).unwrap())
    };
    let plain = rows(scene::with_form(scene::untouched()));
    let with = |change: fn(&mut Form)| {
        let mut form = scene::untouched();
        change(&mut form);
        rows(scene::with_form(form))
    };
    assert_eq!(with(|form| form.remark = Some("Something to tell. ".repeat(9))), plain);
    assert_eq!(with(|form| form.foreign = vec![difference("role", "arn:a", "arn:b")]), plain);
    assert_eq!(with(|form| form.base.start()), plain);
    assert_eq!(with(|form| form.type_over("display name", "Short")), plain);
}

#[test]
fn the_review() {
    at_every_size("review", || scene::reviewing(scene::edited(), None));
    at_every_size("review-cleared", || scene::reviewing(scene::cleared(), None));
    at_every_size("review-nothing", || scene::reviewing(scene::untouched(), None));
    at_every_size("review-refused", || scene::reviewing(scene::edited(), Some(refused(scene::denied()))));
    at_every_size("review-conflict", || scene::reviewing(scene::edited(), Some(met(scene::foreign()))));
    at_every_size("review-changing", || scene::reviewing(scene::edited(), Some(is_changing())));
    // An earlier write is under way; what stands in the review is this one.
    at_every_size("review-second", || {
        let mut app = scene::sending("settling");
        review(&mut app).sends = false;
        form_of(&mut app, "pytorch-2.4-gpu").type_over("description", "The words of the second edit.");
        app
    });
    at_every_size("review-busy", || scene::reviewing(scene::edited(), Some(is_busy())));
    at_every_size("review-checking", || scene::sending("checking"));
    at_every_size("review-sending", || scene::sending("sending"));
    without_colour("review", || scene::reviewing(scene::edited(), None));
    let unwritten = "Couldn't write to the journal /home/jo/.local/state/sagescope/journal.jsonl: the disk is \
                     full; free some space.";
    at_every_size("review-not-noted", || scene::reviewing(scene::edited(), Some(not_noted(unwritten))));
    at_every_size("review-unnoted", || {
        let mut app = scene::reviewing(scene::edited(), Some(not_noted(unwritten)));
        ask_to_send_unnoted(&mut app, "pytorch-2.4-gpu");
        app
    });
}

#[test]
fn a_review_where_there_is_little_room() {
    for size in [(30, 8), (32, 10)] {
        for (name, scroll) in [("review", 0), ("review-below", 3)] {
            let mut app = scene::reviewing(scene::edited(), None);
            review(&mut app).scroll = scroll;
            check(&format!("{name}@{}x{}", size.0, size.1), &text(&draw(&sized(app, size), true)));
        }
    }
}

#[test]
fn a_question_where_there_is_little_room() {
    let mut app = scene::reviewing(scene::edited(), Some(not_noted("The disk is full.")));
    ask_to_send_unnoted(&mut app, "pytorch-2.4-gpu");
    let shown = text(&draw(&sized(app, (30, 8)), true));
    for words in ["Send unrecorded?", "unless the journal", "written by then.", "y send it, n go back"] {
        assert!(shown.contains(words), "{shown}");
    }
}

#[test]
fn where_two_texts_differ_in_what_can_not_be_seen_it_is_written_out() {
    let mut form = scene::untouched();
    form.type_over("display name", "PyTorch\u{200f} 2.4 (GPU)\u{ad}");
    let shown = text(&draw(&sized(scene::reviewing(form, None), WIDE), true));
    assert!(shown.contains(r"+ PyTorch\u200f 2.4 (GPU)\u00ad"), "{shown}");
    assert!(shown.contains(r#""DisplayName": "PyTorch\u200f 2.4 (GPU)\u00ad""#), "{shown}");
    assert!(shown.contains("--cli-input-json"), "{shown}");
}

#[test]
fn two_hands() {
    let undecided = || trust::in_conflict(trust::clashing(), "display name");
    at_every_size("conflict", undecided);
    without_colour("conflict", undecided);
    at_every_size("conflict-half-decided", trust::half_decided);
    at_every_size("conflict-decided", trust::decided);
    at_every_size("conflict-with-nothing", || {
        trust::in_conflict(trust::clashing_with_nothing(), "display name")
    });
    at_every_size("form-clashing", || trust::clashing_form(false));
    at_every_size("form-chosen", || trust::clashing_form(true));
}

#[test]
fn what_was_changed_before() {
    at_every_size("history", || trust::history(false, 1));
    without_colour("history", || trust::history(false, 2));
    at_every_size("history-not-known", || trust::history(false, 0));
    at_every_size("history-all", || trust::history(true, 3));
    at_every_size("history-last", || trust::history(true, 99));
    at_every_size("history-empty", trust::no_history);
    at_every_size("form-undoes", trust::undo_form);
    at_every_size("review-undo", || scene::reviewing(trust::undoing(), None));
}

#[test]
fn what_was_not_sent() {
    at_every_size("drafts", || trust::drafts(0));
    at_every_size("drafts-gone", || trust::drafts(2));
    at_every_size("drafts-empty", trust::no_drafts);
    at_every_size("discard", trust::discarding);
    at_every_size("form-recalled", || scene::with_form(trust::recalled()));
    at_every_size("review-armed", trust::armed);
}

#[test]
fn what_went_wrong() {
    at_every_size("errors", trust::errors);
    at_every_size("errors-empty", trust::no_errors);
    at_every_size("errors-process", || trust::process_failed(false));
    at_every_size("errors-process-asked", || trust::process_failed(true));
    at_every_size("review-role-denied", trust::role_denied);
}

#[test]
fn help_and_question() {
    at_every_size("help", || {
        let mut app = scene::browsing();
        open_help(&mut app, 0);
        app
    });
    sizes::at_every_size("help-searched", || {
        let mut play = Play::with(&["pytorch-2.4-gpu"]);
        play.press("? /");
        play.type_text("copy the");
        play
    });
    at_every_size("quit", scene::asking);
}

#[test]
fn a_screen_that_is_too_small() {
    check("too-small@20x5", &text(&draw(&sized(scene::browsing(), (20, 5)), true)));
    check("too-small@29x7", &text(&draw(&sized(scene::browsing(), (29, 7)), true)));
    check("narrow@30x8", &text(&draw(&sized(scene::browsing(), (30, 8)), true)));
}
