//! What is done about writes to several images that were not all sent, or should not have been.

use serde_json::json;

use crate::app::play::{DiskState, Play, asked, image, reply, second};
use crate::domain::Image;

use super::{FIVE, asked_for, changed, form, goes_well, names_sent, read_on, reviewed};

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
