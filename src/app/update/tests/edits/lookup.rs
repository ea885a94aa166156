//! What became of writes that earlier sessions sent.

use crate::app::play;
use crate::app::play::{Asked, Entry, Play, asked, outcome_of_earlier, reply, second};
use crate::domain::{FailureClass, Image, ImageStatus, Text};
use crate::edit::Verdict;

const HOUR: i64 = 3600;

/// An image as it was a day ago.
fn image(of: &str) -> Image {
    Image { modified: Some(second(-24 * HOUR)), ..play::image(of) }
}

/// A write of an earlier session that gave `of` a description, sent at that second.
fn entry(id: &str, of: &str, at: i64, description: &str) -> Entry {
    let before = image(of);
    play::entry(id, at, &before, &described(&before, description, at))
}

/// The image, given a description at that second.
fn described(image: &Image, description: &str, at: i64) -> Image {
    Image { description: Some(description.into()), modified: Some(second(at)), ..image.clone() }
}

fn recall(play: &mut Play, entries: Vec<Entry>) {
    let key = play.key_or_unknown();
    play.recall_journal(key, entries, &[]);
}

#[test]
fn many_are_looked_up_four_at_a_time_and_told_once() {
    let mut play = Play::with(&[]);
    let names: Vec<_> = (0..1000).map(|number| format!("image-{number}")).collect();
    let entries = names.iter().map(|of| entry(of, of, -HOUR, "Sent")).collect();
    recall(&mut play, entries);
    assert!(
        play.said().starts_with("1000 changes from earlier sessions: outcome unknown"),
        "{}",
        play.said()
    );
    let mut looked_up = 0;
    while let Some((ticket, Asked::Image(of))) = play.out().first().cloned() {
        assert!(play.asked(asked::read) <= 4);
        play.calls.remove(0);
        let as_sent = described(&image(&of), "Sent", -HOUR + 5);
        let found = if looked_up == 7 { image(&of) } else { as_sent };
        play.reply(ticket, reply::image(found));
        looked_up += 1;
    }
    assert_eq!(looked_up, 1000);
    let said = "Checked 1000 changes from earlier sessions: 999 verified, 1 not. Press H a to see them.";
    assert_eq!(play.said(), said);
    assert_eq!(play.unsettled(), 0);
    assert_eq!(play.history_len(), 1000);
    // Each outcome is in the journal.
    assert_eq!(play.journal.iter().filter(|entry| entry.verdict() == Some(&Verdict::NotApplied)).count(), 1);
}

#[test]
fn while_the_service_says_no_one_is_asked_at_a_time_and_ever_more_rarely() {
    let mut play = Play::with(&[]);
    let entries =
        (0..20).map(|number| entry(&format!("s-{number}"), &format!("i{number}"), -HOUR, "x")).collect();
    recall(&mut play, entries);
    assert_eq!(play.asked(asked::read), 4);
    for _ in 0..4 {
        play.describe_fails(FailureClass::Throttled);
    }
    for _ in 0..30 {
        // Nothing is asked before the rest is over, and then one.
        assert_eq!(play.asked(asked::read), 0);
        assert_eq!(play.lookups_to_come(), 1);
        play.looks_up();
        assert_eq!(play.asked(asked::read), 1);
        play.describe_fails(FailureClass::Throttled);
    }
    // Every one of them comes to its turn.
    play.looks_up();
    while let Some((ticket, Asked::Image(of))) = play.out().first().cloned() {
        play.calls.remove(0);
        let found = described(&image(&of), "x", -HOUR + 5);
        play.reply(ticket, reply::image(found));
    }
    assert_eq!(play.unsettled(), 0);
}

#[test]
fn what_a_later_write_began_from_tells_without_a_request() {
    let base = image("a");
    let sent = |id, at, before: &Image, description: &str| {
        play::entry(id, at, before, &described(before, description, at))
    };
    let first = described(&base, "First", -9 * HOUR);
    let elses = described(&base, "Someone else's", -5 * HOUR);
    let another = Image { arn: Some(Text::clean("arn:aws:sagemaker:us-east-1:1:image/a")), ..elses.clone() };
    let entries = vec![
        sent("verified", -9 * HOUR, &base, "First"),
        sent("not applied", -8 * HOUR, &first, "Second"),
        sent("overtaken", -7 * HOUR, &first, "Third"),
        sent("other image", -5 * HOUR + 9, &elses, "Fourth"),
        sent("newest", -HOUR, &another, "Fifth").ended(Verdict::NotApplied),
    ];
    let mut play = Play::with(&[]);
    recall(&mut play, entries);
    assert_eq!(play.asked(asked::read), 0);
    let found = ["verified", "not applied", "overtaken", "other image"].map(|id| play.history_verdict(id));
    let right = [Verdict::Verified, Verdict::NotApplied, Verdict::Unknowable, Verdict::Unknowable];
    assert_eq!(found, right.map(Some));
    assert_eq!(play.journal.len(), 4);
    assert_eq!(play.said(), "");
}

#[test]
fn an_image_that_others_changed_since_tells_nothing_of_the_write() {
    let base = image("a");
    let at = -9 * HOUR;
    let failed = |at| Image { status: Some(ImageStatus::UpdateFailed), ..described(&base, "Before", at) };
    for (found, right) in [
        // Its last change came soon after the write: by the write, or in its way.
        (described(&base, "Another's", at + 60), Verdict::Differs),
        (failed(at + 60), Verdict::Failed(None)),
        // It came much later.
        (described(&base, "Another's", at + 2 * HOUR), Verdict::Unknowable),
        (failed(at + 2 * HOUR), Verdict::Unknowable),
        // Whenever it came: it holds what was sent, or has not been changed at all.
        (described(&base, "Sent", at + 2 * HOUR), Verdict::Verified),
        (base.clone(), Verdict::NotApplied),
    ] {
        let mut play = Play::with(&[]);
        recall(&mut play, vec![entry("s-1", "a", at, "Sent")]);
        play.describe(found.clone());
        assert_eq!(play.history_verdict("s-1"), Some(right.clone()), "{found:?}");
        assert!(play.writes_out().is_empty());
        let is_told = play
            .said()
            .contains("outcome of an earlier change unknown; someone else changed the image since");
        assert_eq!(is_told, right == Verdict::Unknowable, "{}", play.said());
    }
}

#[test]
fn a_write_that_may_still_be_on_its_way_is_given_time() {
    // Sent a minute ago: the program was killed just then.
    let mut play = Play::with(&[]);
    recall(&mut play, vec![entry("s-1", "a", 40, "Sent")]);
    for _ in 0..3 {
        play.describe(image("a"));
        assert_eq!(play.history_verdict("s-1"), None);
        play.wait();
        assert_eq!(play.asked(asked::read), 1);
    }
    play.describe(described(&image("a"), "Sent", 45));
    assert_eq!(play.history_verdict("s-1"), Some(Verdict::Verified));
}

#[test]
fn another_image_of_the_name_is_asked_about_once() {
    let mut play = Play::with(&[]);
    recall(&mut play, vec![entry("s-1", "a", -HOUR, "Sent")]);
    play.describe(Image { arn: Some(Text::clean("arn:aws:sagemaker:us-east-1:1:image/a")), ..image("a") });
    assert_eq!(play.history_verdict("s-1"), Some(Verdict::Unknowable));
    assert!(play.said().contains("this name now belongs to another image"), "{}", play.said());
}

#[test]
fn quitting_does_not_ask_about_what_is_looked_up_the_next_time_too() {
    let mut play = Play::with(&[]);
    recall(&mut play, vec![entry("s-1", "a", -HOUR, "Sent")]);
    assert_eq!(play.asked(asked::read), 1);
    play.press("q");
    assert!(play.quit);
}

#[test]
fn the_draft_of_an_image_that_others_changed_meets_what_they_made_of_it() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.press("tab");
    play.fill("Mine");
    play.press("esc");
    recall(&mut play, vec![entry("s-1", "a", -9 * HOUR, "Sent")]);
    play.describe(described(&image("a"), "Another's", 2 * HOUR));
    assert_eq!(play.form_of("a").clashes().len(), 1);
}

#[test]
fn only_the_fields_that_were_sent_count() {
    let sent = entry("s-1", "a", -HOUR, "Sent");
    let found = Image { display_name: Some("Another's".into()), ..described(&image("a"), "Sent", -HOUR + 5) };
    assert_eq!(outcome_of_earlier(&sent, second(0), &found), Some("differs"));
}
