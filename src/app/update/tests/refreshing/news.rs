//! Of what is read again by itself nothing that is news is lost, and nothing old comes back.

use jiff::Timestamp;

use crate::app::play::{Play, asked, failure, image, reply, second};
use crate::app::{Msg, Request, Size, Timer};
use crate::domain::{FailureClass, Image, ImageStatus, Mode};
use crate::service::Read;

use super::{changed_at, listed};

impl Play {
    /// From when on the changes are asked for that are awaited.
    fn asked_since(&self) -> Option<Timestamp> {
        self.calls.iter().find_map(|(_, request)| match request {
            Request::Read(Read::Changed { since, .. }) => Some(*since),
            _ => None,
        })
    }

    /// The token of the page of the whole list that is awaited.
    fn asked_page(&self) -> Option<&str> {
        self.calls.iter().find_map(|(_, request)| match request {
            Request::Read(Read::List { after, .. }) => after.as_ref().map(|token| token.0.as_str()),
            _ => None,
        })
    }

    /// A page of the list comes.
    fn page_comes(&mut self, images: &[Image], next: Option<&str>) {
        self.answer(asked::list, reply::page(listed(images), next));
    }

    /// The whole list is due to be read by itself.
    fn whole_is_due(&mut self) {
        self.app.place_for_tests().refreshing.want_whole();
        self.refreshes();
    }
}

#[test]
fn a_change_is_asked_for_though_another_image_was_read_since() {
    // The list was read at second 100; `b` is changed at 110, `a` at 200.
    for by_itself in [true, false] {
        let mut play = Play::with(&["a", "b"]);
        play.refreshes();
        play.changes_come(&[changed_at("b", 95)]);
        play.later(100);
        if by_itself {
            play.refreshes_image();
        } else {
            play.press("j k");
            play.rest();
        }
        play.describe(changed_at("a", 200));
        play.later(20);
        play.refreshes();
        let since = play.asked_since().expect("changes are asked for");
        assert!(since <= second(110), "{since}");
        play.changes_come(&[changed_at("a", 200), changed_at("b", 110)]);
        assert_eq!(play.listed("b").modified, Some(second(110)));
        // From then on it is as narrow as ever.
        for _ in 0..2 {
            play.later(30);
            play.refreshes();
            play.changes_come(&[changed_at("a", 200)]);
        }
        play.refreshes();
        assert_eq!(play.asked_since(), Some(second(140)));
    }
}

#[test]
fn what_changes_behind_a_long_reading_of_the_whole_list_is_asked_for_afterwards() {
    // At second 100 the reading begins; `a` is changed at 120, after its page came.
    for by_itself in [true, false] {
        let mut play = Play::with(&["a", "b"]);
        if by_itself {
            play.whole_is_due();
        } else {
            play.press("r");
        }
        play.page_comes(&[image("a")], Some("more"));
        play.later(300);
        play.page_comes(&[changed_at("b", 390)], None);
        play.later(30);
        play.refreshes();
        let since = play.asked_since().expect("changes are asked for");
        assert!(since <= second(120), "{since}");
    }
}

#[test]
fn what_is_newer_than_what_somebody_read_is_taken_in() {
    let mut play = Play::with(&["a", "b"]);
    play.whole_is_due();
    play.page_comes(&[image("a")], Some("more"));
    play.press("j");
    play.rest();
    play.describe(changed_at("b", 20));
    // `n` is not in the list yet.
    play.page_comes(&[changed_at("b", 30), image("n")], None);
    assert_eq!(play.listed("b").modified, Some(second(30)));
    assert_eq!(play.names(), ["a", "b", "n"]);
}

#[test]
fn a_new_image_that_was_read_already_comes_into_the_list() {
    // Somebody has opened it by its name, before there was one.
    let mut play = Play::begin_at(Size { width: 120, height: 40 }, Mode::default(), Some("n"));
    play.locate();
    play.page(&["a", "b"], None);
    play.describe_fails(FailureClass::NotFound);
    play.whole_is_due();
    play.refreshes_image();
    play.describe(image("n"));
    play.page_comes(&[image("a"), image("b"), image("n")], None);
    assert_eq!(play.names(), ["a", "b", "n"]);
}

#[test]
fn paging_goes_on_to_the_image_that_is_changing() {
    let mut play = Play::begin();
    play.locate();
    let updating = Image { status: Some(ImageStatus::Updating), modified: Some(second(-500)), ..image("x") };
    play.page_comes(&[changed_at("a", 0), updating], None);
    play.refreshes();
    play.answer(asked::changed, reply::page(listed(&[changed_at("a", 0)]), Some("more")));
    assert_eq!(play.asked(asked::changed), 1, "all of the first page is known, and `x` was not on it");
    let settled = Image { modified: Some(second(-500)), ..image("x") };
    play.changes_come(&[settled]);
    assert_eq!(play.listed("x").status, Some(ImageStatus::Created));
    assert_eq!(play.asked(asked::changed), 0);
}

#[test]
fn a_whole_list_that_breaks_off_goes_on_where_it_did() {
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Focus(true));
    play.whole_is_due();
    play.page_comes(&[image("a")], Some("second"));
    for _ in 0..3 {
        assert_eq!(play.asked_page(), Some("second"));
        play.answer(asked::list, Err(failure(FailureClass::Throttled)));
        assert_eq!(play.asked(asked::any), 0);
        play.refreshes();
    }
    play.page_comes(&[image("b")], Some("third"));
    assert_eq!(play.asked_page(), Some("third"));
    play.page_comes(&[], None);
    assert_eq!(play.names(), ["a", "b"], "what is gone is found");
    play.refreshes();
    assert_eq!(play.asked(asked::changed), 1);
}

#[test]
fn a_whole_list_begins_anew_where_it_can_not_go_on() {
    // The token is not good any more.
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Focus(true));
    play.whole_is_due();
    play.page_comes(&[image("a")], Some("second"));
    play.answer(asked::list, Err(failure(FailureClass::TimedOut)));
    play.refreshes();
    play.answer(asked::list, Err(failure(FailureClass::Invalid)));
    play.refreshes();
    assert_eq!((play.asked(asked::list), play.asked_page()), (1, None));
    play.page_comes(&[image("a"), image("c")], None);
    assert_eq!(play.names(), ["a", "c"]);

    // The service leads in a circle.
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Focus(true));
    play.whole_is_due();
    play.page_comes(&[image("a")], Some("second"));
    play.page_comes(&[image("b")], Some("second"));
    play.refreshes();
    assert_eq!((play.asked(asked::list), play.asked_page()), (1, None));

    // Somebody has the list read.
    let mut play = Play::with(&["a", "b", "c"]);
    play.whole_is_due();
    play.page_comes(&[image("a")], Some("second"));
    play.answer(asked::list, Err(failure(FailureClass::TimedOut)));
    play.press("r");
    play.page_comes(&[image("a"), image("b")], None);
    play.refreshes();
    assert_eq!((play.asked(asked::changed), play.asked(asked::list)), (1, 0));
}

#[test]
fn a_long_list_is_not_read_on_while_nobody_is_there() {
    let mut play = Play::with(&["a", "b", "c"]);
    play.tell(Msg::Focus(true));
    for is_whole in [true, false] {
        let is_page = if is_whole { asked::list } else { asked::changed };
        if is_whole {
            play.whole_is_due();
        } else {
            play.refreshes();
        }
        play.tell(Msg::Focus(false));
        play.answer(is_page, reply::page(listed(&[changed_at("a", 50)]), Some("second")));
        play.refreshes();
        assert_eq!(play.asked(is_page), 0, "{is_whole}");
        play.tell(Msg::Focus(true));
        assert_eq!(play.seconds(&Timer::Refresh), Some(0));
        play.refreshes();
        assert_eq!((play.asked(is_page), play.asked_page()), (1, is_whole.then_some("second")));
        play.answer(is_page, reply::page(listed(&[changed_at("a", 60), image("b"), image("c")]), None));
        assert_eq!(play.listed("a").modified, Some(second(60)));
    }
}

#[test]
fn a_list_that_was_under_way_does_not_undo_what_was_read_of_the_image_meanwhile() {
    let mut play = Play::with(&["a", "b"]);
    let updating = Image { status: Some(ImageStatus::Updating), modified: Some(second(9)), ..image("a") };
    play.refreshes_image();
    play.describe(updating.clone());
    play.refreshes();
    play.refreshes_image();
    play.describe(Image { status: Some(ImageStatus::Created), ..updating.clone() });
    play.changes_come(&[updating]);
    assert_eq!(play.listed("a").status, Some(ImageStatus::Created));
}

#[test]
fn what_the_frame_of_the_detail_says_stays_while_a_change_is_marked() {
    let mut play = Play::with(&["a", "b"]);
    play.refreshes();
    play.changes_come(&[changed_at("a", 9), image("n")]);
    play.describe(changed_at("a", 9));
    play.press("r");
    play.page(&["a", "b", "n"], None);
    assert!(play.screen().contains("─ • changed just now, refreshing… ─"), "{}", play.screen());
    play.describe_fails(FailureClass::Unreachable);
    assert!(play.screen().contains("─ • changed just now, ! old, read "), "{}", play.screen());
    play.press("j j");
    assert!(play.screen().contains("─ • new just now ─"), "{}", play.screen());
}
