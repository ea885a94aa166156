//! Several images, marked and changed by one form.

use serde_json::{Value, json};

use crate::app::Size;
use crate::app::play::{DiskState, Play, asked, failure, image, reply, second};
use crate::domain::{FailureClass, Image, ImageStatus};

const FIVE: [&str; 5] = ["a", "b", "c", "d", "e"];

/// All five are marked, their form is open and read.
fn form() -> Play {
    let mut play = Play::with(&FIVE);
    play.press("* e");
    read_all(&mut play);
    play
}

/// Every image that is asked for is as it was.
fn read_all(play: &mut Play) {
    while let Some(name) = asked_for(play) {
        play.describe(image(&name));
    }
}

fn asked_for(play: &Play) -> Option<String> {
    play.asked_images().into_iter().next()
}

/// What is typed for all of them, reviewed and read to its end.
fn reviewed(text: &str) -> Play {
    let mut play = form();
    play.press("tab");
    play.fill(text);
    play.press("ctrl-s");
    read_on(&mut play);
    play
}

fn read_on(play: &mut Play) {
    for _ in 0..12 {
        play.press("pgdn");
    }
}

/// An image as the change of its description has left it.
fn changed(name: &str, text: &str) -> Image {
    let modified = Some(second(200));
    Image { description: Some(text.into()), modified, ..image(name) }
}

/// The step that is out goes all the way.
fn goes_well(play: &mut Play, name: &str, text: &str) {
    play.describe(image(name));
    play.answer_write(reply::accepted());
    settles(play, name, text);
}

fn settles(play: &mut Play, name: &str, text: &str) {
    play.wait();
    // The next step may be checked meanwhile.
    let wanted = asked::Asked::Image(name.into());
    play.answer(|asked| *asked == wanted, reply::image(changed(name, text)));
}

fn names_sent(play: &Play) -> Vec<&str> {
    play.sent.iter().filter_map(|body| body["ImageName"].as_str()).collect()
}

#[test]
fn marks_stay_through_filter_and_sort_and_are_counted() {
    let mut play = Play::with(&FIVE);
    play.press("space space");
    assert_eq!(play.selected(), "c", "marking goes on to the next");
    assert!(play.screen().contains("2 marked"), "{}", play.screen());
    play.press("/");
    play.type_text("name:e");
    play.press("enter *");
    assert!(play.screen().contains("3 marked"), "{}", play.screen());
    play.press("esc s");
    assert!(play.screen().contains("✓ a"), "{}", play.screen());
    play.press("* *");
    assert!(!play.screen().contains("marked"), "{}", play.screen());
    play.press("* / a enter");
    play.press("esc");
    assert!(play.screen().contains("5 marked"), "first the filter is cleared: {}", play.screen());
    play.press("esc");
    assert!(!play.screen().contains("marked"), "then the marks are: {}", play.screen());
    play.press("e");
    assert_eq!(play.form().image(), play.selected(), "without a mark it is the image under the cursor");
}

#[test]
fn one_form_says_where_they_differ_and_leaves_that_alone() {
    let mut play = Play::with(&FIVE);
    play.press("* e");
    assert!(play.screen().contains("◐ loading 0 of 5…"), "{}", play.screen());
    assert_eq!(play.asked(asked::read), 4, "at most four are read at once");
    read_all(&mut play);
    let screen = play.screen();
    assert!(screen.contains("Edit 5 images") && screen.contains("a, b, c, d, e"), "{screen}");
    assert!(screen.contains("5 different values; unchanged unless you"), "{screen}");
    assert_eq!(play.form().state("display name"), "unchanged");
    assert_eq!(play.typed("description"), "An image for the vision team", "this one is the same in all");
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s");
    let bodies: Vec<Value> = play
        .app
        .place()
        .forms
        .values()
        .next()
        .unwrap()
        .plan()
        .unwrap()
        .calls()
        .map(crate::edit::Call::to_json)
        .collect();
    let body = |name: &str| json!({"ImageName": name, "Description": "Another"});
    assert_eq!(bodies, FIVE.map(body));
}

#[test]
fn what_has_it_already_is_not_sent() {
    let mut play = Play::with(&FIVE);
    play.press("* e");
    while let Some(name) = asked_for(&play) {
        let found = if name == "b" { changed("b", "Another") } else { image(&name) };
        play.describe(found);
    }
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s");
    read_on(&mut play);
    assert!(play.screen().contains("4 of 5 images will change"), "{}", play.screen());
    play.press("enter");
    goes_well(&mut play, "a", "Another");
    assert_eq!(play.asked(asked::read), 1);
    play.describe(image("c"));
    assert_eq!(names_sent(&play), ["a", "c"]);
}

#[test]
fn nothing_is_sent_before_all_of_it_was_seen() {
    let mut play = form();
    play.tell(crate::app::Msg::Resize { width: 80, height: 14 });
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s enter");
    assert_eq!((play.top(), play.asked(asked::read)), ("review", 0));
    assert!(play.said().contains("Not sent yet"), "{}", play.said());
    play.press("esc");
    assert!(!play.said().contains("Not sent yet"), "there the key would be typed: {}", play.said());
    play.press("ctrl-s");
    read_on(&mut play);
    read_on(&mut play);
    play.press("enter");
    assert_eq!(play.asked(asked::read), 1, "the first is checked, and no other");
}

#[test]
fn the_first_goes_alone_until_it_is_verified_and_then_one_after_another() {
    let mut play = reviewed("Another");
    play.press("enter");
    assert_eq!(play.plans.len(), 1, "the plan is noted before anything goes out");
    assert_eq!(play.plans[0].steps.len(), 5);
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    assert_eq!((play.top(), play.asked(asked::read)), ("browser", 0), "the person goes on meanwhile");
    assert!(play.said().contains("5 images: 0 verified; a is in progress"), "{}", play.said());
    settles(&mut play, "a", "Another");
    for name in ["b", "c", "d"] {
        play.describe(image(name));
        assert!(play.journal.iter().any(|entry| entry.image() == name), "{name} is noted before it goes out");
        play.answer_write(reply::accepted());
    }
    assert_eq!(names_sent(&play), ["a", "b", "c", "d"]);
    play.describe(image("e"));
    play.answer_write(reply::accepted());
    for name in ["b", "c", "d", "e"] {
        settles(&mut play, name, "Another");
    }
    assert!(play.said().contains("5 images: verified"), "{}", play.said());
    assert!(play.drafts_here().is_empty() && play.writes_out().is_empty());
    assert_eq!(play.history_len(), 5);
    play.press("H a");
    let screen = play.screen();
    assert!(screen.contains("5 images") && screen.contains("History 1/6 all images"), "{screen}");
}

#[test]
fn a_conflict_at_the_third_stops_the_rest_and_says_how_far_it_came() {
    let mut play = reviewed("Another");
    play.press("enter");
    goes_well(&mut play, "a", "Another");
    goes_well(&mut play, "b", "Another");
    play.describe(Image { display_name: Some("Theirs".into()), modified: Some(second(150)), ..image("c") });
    assert_eq!(names_sent(&play), ["a", "b"]);
    let said = play.said();
    assert!(said.contains("2 of 5 images changed and verified, 3 were not sent"), "{said}");
    assert!(said.contains("c: someone else changed it"), "{said}");
    assert_eq!(play.drafts_here().len(), 1, "what was typed is a draft for the rest");
    play.press("H a");
    assert!(play.screen().contains("2 of 5"), "{}", play.screen());
    play.press("c");
    while let Some(name) = asked_for(&play) {
        let theirs = Image { display_name: Some("Theirs".into()), modified: Some(second(150)), ..image("c") };
        let found = match name.as_str() {
            "a" | "b" => changed(&name, "Another"),
            "c" => theirs,
            _ => image(&name),
        };
        play.describe(found);
    }
    play.press("ctrl-s");
    read_on(&mut play);
    play.press("enter");
    let theirs = Image { display_name: Some("Theirs".into()), modified: Some(second(150)), ..image("c") };
    play.describe(theirs);
    assert_eq!(names_sent(&play), ["a", "b", "c"], "it goes on where it was stopped");
}

#[test]
fn a_lost_answer_in_the_middle_keeps_the_next_from_going_out_until_it_is_known() {
    let mut play = reviewed("Another");
    play.press("enter");
    goes_well(&mut play, "a", "Another");
    play.describe(image("b"));
    play.answer_write(Err(failure(FailureClass::TimedOut)));
    assert_eq!(play.asked(asked::read), 0);
    assert!(play.said().contains("unknown"), "{}", play.said());
    play.wait();
    play.describe(changed("b", "Another"));
    assert_eq!(asked_for(&play).as_deref(), Some("c"), "known to be done, it goes on");
    assert_eq!(names_sent(&play), ["a", "b"], "nothing is sent twice");
}

#[test]
fn a_refusal_and_a_failure_stop_the_rest() {
    for fails in [true, false] {
        let mut play = reviewed("Another");
        play.press("enter");
        goes_well(&mut play, "a", "Another");
        play.describe(image("b"));
        if fails {
            play.answer_write(reply::accepted());
            let failed = Image { status: Some(ImageStatus::UpdateFailed), ..changed("b", "Another") };
            play.describe(image("c"));
            play.answer_write(reply::accepted());
            play.wait();
            play.answer(|asked| *asked == asked::Asked::Image("b".into()), reply::image(failed));
            settles(&mut play, "c", "Another");
        } else {
            play.answer_write(Err(failure(FailureClass::Denied)));
        }
        // What had gone out is followed up, and nothing else goes out.
        let sent = if fails { vec!["a", "b", "c"] } else { vec!["a", "b"] };
        assert_eq!(names_sent(&play), sent);
        assert_eq!((play.asked(asked::read), play.writes_out().len()), (0, 0));
        assert_eq!(play.drafts_here().len(), 1);
    }
}

#[test]
fn what_is_not_sent_can_be_left_while_it_runs_and_afterwards() {
    let mut play = reviewed("Another");
    play.press("enter");
    goes_well(&mut play, "a", "Another");
    assert_eq!(asked_for(&play).as_deref(), Some("b"));
    play.press("H a x");
    assert_eq!(play.asked(asked::read), 0, "the one that was checked is called off");
    assert!(play.plans.last().unwrap().is_left);
    assert!(play.screen().contains("skipped"), "{}", play.screen());
    assert_eq!(names_sent(&play), ["a"]);
}

#[test]
fn all_of_it_is_undone_by_one_review_each_to_what_it_was() {
    let mut play = form();
    play.fill("One name");
    play.press("ctrl-s");
    read_on(&mut play);
    play.press("enter");
    let named = |name: &str| Image {
        display_name: Some("One name".into()),
        modified: Some(second(200)),
        ..image(name)
    };
    for name in FIVE {
        play.describe(image(name));
        play.answer_write(reply::accepted());
        play.wait();
        play.answer(|asked| *asked == asked::Asked::Image(name.into()), reply::image(named(name)));
    }
    assert!(play.said().contains("5 images: verified"), "{}", play.said());
    play.sent.clear();
    play.press("H a u");
    while let Some(name) = asked_for(&play) {
        play.describe(named(&name));
    }
    assert_eq!(play.top(), "review");
    read_on(&mut play);
    play.press("enter");
    play.describe(named("a"));
    assert_eq!(play.sent, [json!({"ImageName": "a", "DisplayName": "a shown"})]);
    let undone = play.journal.iter().find(|entry| entry.image() == "a").unwrap().id();
    assert_eq!(play.journal.last().unwrap().undoes(), Some(undone));
}

#[test]
fn after_a_kill_it_is_told_and_can_be_gone_on_with() {
    let mut killed = reviewed("Another");
    killed.press("enter");
    goes_well(&mut killed, "a", "Another");
    killed.describe(image("b"));
    for drafts in [true, false] {
        if !drafts {
            killed.kept.clear();
        }
        let mut play = Play::with(&FIVE);
        play.recall_all_of(&killed);
        assert!(play.said().contains("A change to 5 images was interrupted"), "{}", play.said());
        // What was sent and not known is looked up.
        play.describe(changed("b", "Another"));
        play.press("H a c");
        while let Some(name) = asked_for(&play) {
            let found =
                if ["a", "b"].contains(&name.as_str()) { changed(&name, "Another") } else { image(&name) };
            play.describe(found);
        }
        if play.top() == "form" {
            play.press("ctrl-s");
        }
        read_on(&mut play);
        play.press("enter");
        play.describe(image("c"));
        assert_eq!(names_sent(&play), ["c"], "with its draft: {drafts}");
        assert!(play.plans.iter().any(|plan| plan.is_left), "the other is asked about no more");
    }
}

#[test]
fn a_plan_that_can_not_be_noted_is_not_sent_and_not_told_of_later() {
    let mut play = reviewed("Another");
    play.disk_state = DiskState::Full;
    play.press("enter");
    assert!(play.sent.is_empty() && play.asked(asked::read) == 0);
    assert!(play.refusal().is_some());
    play.disk_state = DiskState::Quick;
    play.journal_retries();
    assert!(play.plans.is_empty(), "{:?}", play.plans);
    read_on(&mut play);
    play.press("enter");
    assert_eq!((play.plans.len(), play.asked(asked::read)), (1, 1));
}

#[test]
fn read_only_opens_no_form_for_marked_images() {
    let mut play = Play::with(&FIVE);
    play.tell(crate::app::Msg::ReadOnly("Started with --read-only.".into()));
    play.press("* e");
    assert_eq!(play.top(), "browser");
    assert!(play.said().contains("Read-only"), "{}", play.said());
}

#[test]
fn at_every_size_it_can_be_used() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 50)] {
        let mut play = Play::begin_at(Size { width, height }, crate::domain::Mode::default(), None);
        play.locate();
        play.page(&FIVE, None);
        play.press("* e");
        read_all(&mut play);
        play.press("tab");
        play.fill("Another");
        play.press("ctrl-s");
        for _ in 0..4 {
            read_on(&mut play);
        }
        play.press("enter");
        assert_eq!(asked_for(&play).as_deref(), Some("a"), "{width}x{height} {}", play.screen());
    }
}
