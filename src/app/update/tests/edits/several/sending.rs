//! The writes to several images: one after another, as long as all goes well.

use crate::app::play::{asked, failure, image, reply, second};
use crate::domain::{FailureClass, Image, ImageStatus};

use super::{asked_for, changed, goes_well, names_sent, read_on, reviewed, settles};

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
