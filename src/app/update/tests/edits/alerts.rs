//! A change that settles while the terminal is out of focus is told, once.

use crate::app::play::{Play, failure, image, reply, second};
use crate::app::{Msg, Timer};
use crate::domain::{FailureClass, Image, ImageStatus};

/// The description of `a` was changed and sent; it is checked, and about to go out.
fn sent() -> Play {
    let mut play = Play::with(&["a", "b"]);
    send(&mut play, "a");
    play
}

fn send(play: &mut Play, name: &str) {
    play.open_form(image(name));
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s");
    play.press("enter");
}

fn changed(name: &str) -> Image {
    let modified = Some(second(200));
    Image { description: Some("Another".into()), modified, ..image(name) }
}

/// The step goes all the way, and is read back as that.
fn settles(play: &mut Play, name: &str, found: Image) {
    play.describe(image(name));
    play.answer_write(reply::accepted());
    play.wait();
    play.describe(found);
}

/// What was told by now: the timer has run out.
fn told(play: &mut Play) -> Vec<String> {
    if play.timers.contains(&Timer::Alert) {
        play.tell(Msg::Timer(Timer::Alert));
    }
    std::mem::take(&mut play.alerted)
}

#[test]
fn what_settles_out_of_focus_is_told_by_what_became_of_it() {
    let failed = Image {
        status: Some(ImageStatus::UpdateFailed),
        failure_reason: Some("The role could not be assumed.".into()),
        ..changed("a")
    };
    let other = Image { description: Some("Theirs".into()), ..changed("a") };
    for (found, words) in [
        (changed("a"), "a: updated and verified"),
        (failed, "a: update failed"),
        (other, "a: differs from what you sent"),
    ] {
        let mut play = sent();
        play.tell(Msg::Focus(false));
        settles(&mut play, "a", found);
        assert_eq!(told(&mut play), [words]);
        assert_eq!(told(&mut play), [""; 0], "once");
    }
}

#[test]
fn what_was_not_sent_is_told_as_well() {
    let mut play = sent();
    play.tell(Msg::Focus(false));
    play.describe(Image { description: Some("Theirs".into()), modified: Some(second(150)), ..image("a") });
    assert_eq!(told(&mut play), ["a: not sent, someone else changed it"]);

    let mut play = sent();
    play.tell(Msg::Focus(false));
    play.describe(image("a"));
    play.answer_write(Err(failure(FailureClass::Denied)));
    let told = told(&mut play);
    assert!(told.len() == 1 && told[0].starts_with("a: rejected, "), "{told:?}");
}

#[test]
fn a_lost_answer_is_told_and_so_is_what_came_of_it() {
    let mut play = sent();
    play.tell(Msg::Focus(false));
    play.describe(image("a"));
    play.answer_write(Err(failure(FailureClass::TimedOut)));
    assert_eq!(told(&mut play), ["a: outcome unknown, checking"]);
    play.wait();
    play.describe(changed("a"));
    assert_eq!(told(&mut play), ["a: updated and verified"]);
}

#[test]
fn nothing_is_told_to_whoever_looks() {
    let away: fn(&mut Play) = |play| play.tell(Msg::Focus(false));
    let here: fn(&mut Play) = |play| play.tell(Msg::Focus(true));
    let types: fn(&mut Play) = |play| play.press("j");
    for (before, after) in [
        (vec![], vec![]),
        (vec![here], vec![]),
        (vec![away, here], vec![]),
        // The word of the focus may have been lost: whoever types is there.
        (vec![away, types], vec![]),
        // They were away when it settled, and came back before it was told.
        (vec![away], vec![here]),
        (vec![away], vec![here, away]),
    ] {
        let mut play = sent();
        play.describe(image("a"));
        play.answer_write(reply::accepted());
        for step in before {
            step(&mut play);
        }
        play.wait();
        play.describe(changed("a"));
        for step in after {
            step(&mut play);
        }
        assert_eq!(told(&mut play), [""; 0]);
    }
}

#[test]
fn several_that_settle_at_once_are_told_in_one() {
    let mut play = sent();
    play.describe(image("a"));
    play.answer_write(reply::accepted());
    play.press("j");
    send(&mut play, "b");
    play.describe(image("b"));
    play.answer_write(reply::accepted());
    play.tell(Msg::Focus(false));
    play.wait();
    play.describe(changed("a"));
    play.wait();
    play.describe(changed("b"));
    assert_eq!(told(&mut play), ["2 changes: all updated and verified"]);
}

#[test]
fn a_plan_of_several_images_is_told_at_its_end() {
    let mut play = Play::with(&["a", "b"]);
    play.press("* e");
    for name in ["a", "b"] {
        play.describe(image(name));
    }
    play.press("tab");
    play.fill("Another");
    play.press("ctrl-s pgdn pgdn pgdn enter");
    play.tell(Msg::Focus(false));
    settles(&mut play, "a", changed("a"));
    assert_eq!(told(&mut play), [""; 0], "it goes on");
    settles(&mut play, "b", changed("b"));
    assert_eq!(told(&mut play), ["2 images: updated and verified"]);
}
