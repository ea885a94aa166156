//! What was read of several images, as one.

use crate::domain::{Image, ImageName, ImageStatus, Text};
use crate::edit::{Snapshot, Subject, Variety};

use super::{OF_TEAM, image, key, second, several, three};

#[test]
fn a_field_holds_what_all_of_them_hold() {
    let same = several(["a", "b"].map(|name| Image { display_name: Some("Same".into()), ..image(name) }));
    let absent = several(["a", "b"].map(|name| Image { display_name: None, ..image(name) }));
    for (of, field, value, variety) in [
        (&same, "display-name", Some("Same"), Variety::Same),
        (&absent, "display-name", None, Variety::Same),
        // Being absent is a value too.
        (&three(), "display-name", None, Variety::Differs(3)),
        (&three(), "description", None, Variety::Differs(2)),
        (&three(), "role", Some(OF_TEAM), Variety::Same),
        (&three(), "colour", None, Variety::Same),
        (&image("a").into(), "display-name", Some("a shown"), Variety::Same),
        (&several([image("a")]), "display-name", Some("a shown"), Variety::Same),
        (&several([]), "display-name", None, Variety::Same),
    ] {
        assert_eq!((of.value(&key(field)), of.variety(&key(field))), (value, variety), "{of:?} {field}");
    }
}

#[test]
fn what_differs_is_told_with_the_image_that_it_is_of() {
    let told = |before: &Snapshot, now: &Snapshot| {
        let differences = before.differences(now).into_iter();
        let told = differences.map(|it| {
            let image = it.image.as_ref().map_or("it", |image| image.as_str()).to_owned();
            format!("{image}: {}", it.words())
        });
        told.collect::<Vec<_>>()
    };
    let theirs =
        |name| Image { display_name: Some("Theirs".into()), modified: Some(second(1)), ..image(name) };
    let pair = several([image("a"), image("b")]);
    let touched = several([image("a"), Image { modified: Some(second(1)), ..image("b") }]);
    for (before, now, says) in [
        (&pair, &pair, vec![]),
        (&pair, &touched, vec![]),
        (&pair, &several([image("a"), theirs("b")]), vec!["b: Display name is ‘Theirs’, not ‘b shown’"]),
        (
            &pair,
            &several([theirs("a"), Image { description: None, ..theirs("b") }]),
            vec![
                "a: Display name is ‘Theirs’, not ‘a shown’",
                "b: Display name is ‘Theirs’, not ‘b shown’",
                "b: Description is nothing, not ‘An image for the vision team’",
            ],
        ),
        // What is in one of them only tells nothing.
        (&pair, &several([theirs("a"), image("c")]), vec!["a: Display name is ‘Theirs’, not ‘a shown’"]),
        (&image("a").into(), &theirs("a").into(), vec!["it: Display name is ‘Theirs’, not ‘a shown’"]),
    ] {
        assert_eq!(told(before, now), says, "{now:?}");
    }
}

#[test]
fn any_of_them_that_was_modified_makes_what_was_read_old() {
    // The newest of them says nothing of the others.
    let newest = Image { modified: Some(second(9)), ..image("a") };
    let before = several([newest.clone(), image("b")]);
    for (now, is_older) in [
        (several([newest.clone(), image("b")]), false),
        (several([Image { modified: Some(second(10)), ..image("a") }, image("b")]), true),
        (several([newest.clone(), Image { modified: Some(second(5)), ..image("b") }]), true),
        (several([newest.clone(), Image { description: None, ..image("b") }]), true),
        (several([newest, image("b"), Image { modified: Some(second(99)), ..image("c") }]), false),
    ] {
        assert_eq!(before.is_older_than(&now), is_older, "{now:?}");
    }
    let one: Snapshot = image("a").into();
    assert!(!one.is_older_than(&one));
    assert!(one.is_older_than(&Image { modified: Some(second(1)), ..image("a") }.into()));
    assert!(one.is_older_than(&Image { description: None, ..image("a") }.into()));
}

#[test]
fn another_of_the_same_name_is_told_by_its_arn() {
    let other = "arn:aws:sagemaker:us-east-1:999999999999:image/b";
    let elsewhere = Image { arn: Some(other.into()), ..image("b") };
    let unnamed = Image { arn: None, ..image("b") };
    let pair = several([image("a"), image("b")]);
    for (base, now, arn) in [
        (&pair, &pair, None),
        (&pair, &several([image("a"), elsewhere.clone()]), Some(other)),
        (&several([image("a"), unnamed.clone()]), &several([image("a"), elsewhere.clone()]), None),
        (&pair, &several([image("a"), unnamed.clone()]), None),
        (&several([image("a")]), &several([elsewhere.clone()]), None),
        (&image("b").into(), &elsewhere.clone().into(), Some(other)),
        (&image("b").into(), &unnamed.into(), None),
        // Of one and of several: there is nothing to compare.
        (&pair, &elsewhere.into(), None),
    ] {
        assert_eq!(now.another_than(base).map(Text::as_str), arn, "{now:?}");
    }
}

#[test]
fn one_that_is_being_changed_is_enough() {
    let of = |name, word| Image { status: Some(ImageStatus::from_word(word)), ..image(name) };
    for (a, b, changing) in [
        ("CREATED", "CREATED", None),
        ("CREATED", "UPDATING", Some("UPDATING")),
        ("DELETING", "UPDATING", Some("DELETING")),
        ("UPDATE_FAILED", "CREATED", None),
        ("REPAIRING", "CREATED", Some("REPAIRING")),
    ] {
        let both = several([of("a", a), of("b", b)]);
        assert_eq!(both.changing().map(ImageStatus::word), changing, "{a} {b}");
    }
    assert_eq!(several([Image { status: None, ..image("a") }]).changing(), None);
}

#[test]
fn several_consist_of_parts_and_are_set_at_once() {
    let mut three = three();
    let names: Vec<_> = three.parts().iter().map(|part| part.subject().to_string()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    assert_eq!(three.subject().parts(), three.parts().iter().map(Snapshot::subject).collect::<Vec<_>>());
    assert_eq!(three.subject().to_string(), "3 images");
    assert_eq!(three.identity(), image("a").arn.as_ref());
    assert_eq!(three.modified(), Some(second(0)));
    three.set(&key("display-name"), Some("Mine"));
    assert!(three.parts().iter().all(|part| part.value(&key("display-name")) == Some("Mine")));
    three.set(&key("display-name"), None);
    assert!(three.parts().iter().all(|part| part.value(&key("display-name")).is_none()));
}

#[test]
fn one_image_is_a_subject_of_its_own() {
    let of = |names: &[&str]| Subject::of_images(names.iter().map(|name| image(name).name).collect());
    assert_eq!(of(&[]), None);
    assert_eq!(of(&["a"]), Some(Subject::Image(image("a").name)));
    let two = of(&["b", "a", "b"]).unwrap();
    assert_eq!(two.to_string(), "2 images");
    assert!(two.touches(&image("a").name) && !two.touches(&image("c").name));
    assert_eq!(two.images().map(ImageName::as_str).collect::<Vec<_>>(), ["a", "b"]);
}
