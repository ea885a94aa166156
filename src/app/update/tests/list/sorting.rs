//! The order of the list.

use crate::app::play::{Play, asked, image, reply, second};
use crate::app::update::tests::places::OURS;
use crate::app::{Msg, Timer};
use crate::domain::{Column, Image, PlaceKey, Sort, Sorts};

fn place(region: &str) -> PlaceKey {
    PlaceKey { account: OURS.into(), region: region.into() }
}

fn by(column: Column) -> Sort {
    Sort { column, reversed: false }
}

/// Three images, of which each column makes another order.
fn three() -> Vec<Image> {
    vec![
        Image {
            display_name: Some("Zeta".into()),
            created: Some(second(3)),
            modified: Some(second(1)),
            ..image("a")
        },
        Image {
            display_name: Some("Beta".into()),
            created: Some(second(1)),
            modified: Some(second(3)),
            ..image("b")
        },
        Image {
            display_name: Some("Eta".into()),
            created: Some(second(2)),
            modified: Some(second(2)),
            ..image("c")
        },
    ]
}

#[test]
fn the_list_is_sorted_by_any_column_and_the_other_way_round() {
    let mut play = Play::begin();
    play.answer(asked::list, reply::page(three(), None));
    assert_eq!(play.names(), ["a", "b", "c"]);
    for (key, names, head) in [
        ("s", ["b", "c", "a"], "DISPLAY NAME↑"),
        ("S", ["a", "c", "b"], "DISPLAY NAME↓"),
        ("s", ["a", "b", "c"], "STATUS↑"),
        ("s", ["b", "c", "a"], "MODIFIED↓"),
        // Nothing is known of who uses them.
        ("s", ["a", "c", "b"], "CREATED↓"),
        // All have the same one: their names decide.
        ("s", ["a", "b", "c"], "DESCRIPTION↑"),
        ("s", ["a", "b", "c"], "NAME↑"),
        ("S", ["c", "b", "a"], "NAME↓"),
    ] {
        play.press(key);
        assert_eq!(play.names(), names, "{head}");
        assert!(play.screen().contains(head), "{head}: {}", play.screen());
    }
}

#[test]
fn what_was_chosen_is_kept_for_the_place_and_is_there_the_next_time() {
    let mut play = Play::with(&["a", "b"]);
    play.press("s S");
    let wanted = Sort { reversed: true, ..by(Column::DisplayName) };
    assert_eq!(play.sorts.0, [(place("us-east-1"), wanted)]);

    let mut next = Play::begin();
    let mut sorts = Sorts::default();
    sorts.choose(place("eu-west-1"), by(Column::Status));
    sorts.choose(place("us-east-1"), wanted);
    next.tell(Msg::Sorts(sorts.clone()));
    assert_eq!(next.app.browser().list.sort(), Sort::default());
    next.resolve("research", "us-east-1", OURS);
    assert_eq!(next.app.browser().list.sort(), wanted);
    assert_eq!(next.sorts, Sorts::default(), "nothing was chosen");

    // What the person chose before it was known whose account it is counts.
    let mut hasty = Play::begin();
    hasty.tell(Msg::Sorts(sorts));
    hasty.answer(asked::list, reply::page(three(), None));
    hasty.press("s s");
    hasty.resolve("research", "us-east-1", OURS);
    assert_eq!(hasty.app.browser().list.sort(), by(Column::Status));
    assert_eq!(hasty.sorts.0, [(place("us-east-1"), by(Column::Status))]);
}

#[test]
fn of_many_images_no_key_waits_for_another_order() {
    let made = |number: u32| Image {
        display_name: Some(format!("{:05}", number * 7919 % 10_000).into()),
        ..image(&format!("i-{number:05}"))
    };
    let mut images: Vec<_> = (0..10_000).map(made).collect();
    let mut play = Play::begin();
    play.answer(asked::list, reply::page(images.clone(), None));
    play.press("j j s");
    assert!(play.screen().contains("sorting…"), "{}", play.screen());
    assert_eq!(play.names()[..2], ["i-00000", "i-00001"], "they stand as before");
    play.press("j");
    assert_eq!(play.selected(), "i-00003");
    // One comes meanwhile, and one has another name.
    images.push(Image { display_name: Some("00000-a".into()), ..image("new") });
    images[7].display_name = Some("00000-b".into());
    play.press("r");
    play.answer(asked::list, reply::page(images, None));
    let mut rounds = 0;
    while play.screen().contains("sorting…") {
        play.tell(Msg::Timer(Timer::Sift));
        rounds += 1;
        assert!(rounds < 30);
    }
    assert!(rounds > 2, "{rounds}");
    assert_eq!(play.selected(), "i-00003", "the cursor stays with its image");
    play.press("g");
    assert_eq!(play.names()[..4], ["i-00000", "new", "i-00007", "i-07679"]);
}
