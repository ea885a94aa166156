//! What is edited, in the words that a person reads of it.

use std::collections::BTreeSet;

use crate::domain::ImageName;
use crate::edit::Subject;

fn image(name: &str) -> ImageName {
    ImageName::parse(name).unwrap()
}

fn images(names: &[&str]) -> BTreeSet<ImageName> {
    names.iter().map(|name| image(name)).collect()
}

/// One of every kind.
fn each() -> [Subject; 6] {
    [
        Subject::Image(image("a")),
        Subject::Images(images(&["a", "b", "c"])),
        Subject::Version(image("a"), 7),
        Subject::Aliases(image("a")),
        Subject::Tags(image("a")),
        Subject::TagsOf(images(&["a", "b", "c"])),
    ]
}

#[test]
fn each_begins_a_sentence_in_good_english() {
    let begins = [
        ("The image is", "it", false),
        ("The images are", "them", true),
        ("The version is", "it", false),
        ("The aliases are", "them", false),
        ("The tags are", "them", false),
        ("The tags are", "them", true),
    ];
    for (subject, (begin, word, is_several)) in each().into_iter().zip(begins) {
        assert_eq!(subject.the_noun_is(), begin, "{subject}");
        assert_eq!(subject.agree("it", "them"), word, "{subject}");
        assert_eq!(subject.is_several(), is_several, "{subject}");
    }
}

#[test]
fn what_of_it_is_changed_is_counted_in_images_or_in_requests() {
    for (subject, one, three, part) in [
        ("a", "1 image", "3 images", "2 of 5 images changed"),
        ("3 images", "1 image", "3 images", "2 of 5 images changed"),
        ("version 7 of a", "1 request", "3 requests", "version 7 of a: 2 of 5 requests done"),
        ("aliases of a", "1 request", "3 requests", "aliases of a: 2 of 5 requests done"),
        ("tags of a", "1 request", "3 requests", "tags of a: 2 of 5 requests done"),
        (
            "tags of 3 images",
            "the tags of 1 image",
            "the tags of 3 images",
            "the tags of 2 of 5 images changed",
        ),
    ] {
        let of = each().into_iter().find(|each| each.to_string() == subject).unwrap();
        assert_eq!([of.counted(1), of.counted(3), of.changed_of(2, 5)], [one, three, part], "{subject}");
    }
}

#[test]
fn an_image_that_takes_two_requests_counts_once_among_several() {
    let steps = |names: &[&str]| names.iter().map(|name| Subject::Tags(image(name))).collect::<Vec<_>>();
    for (of, names, amount) in [
        (Subject::TagsOf(images(&["a", "b", "c"])), vec!["a", "a", "b"], 2),
        (Subject::TagsOf(images(&["a", "b", "c"])), vec!["a", "b", "c"], 3),
        (Subject::TagsOf(images(&["a", "b", "c"])), vec![], 0),
        // Of one image each request counts.
        (Subject::Tags(image("a")), vec!["a", "a"], 2),
        (Subject::Tags(image("a")), vec!["a"], 1),
        (Subject::Tags(image("a")), vec![], 0),
    ] {
        assert_eq!(of.amount(steps(&names)), amount, "{of}: {names:?}");
    }
}

#[test]
fn the_tags_of_one_image_are_a_subject_of_its_own() {
    for (names, subject) in [
        (vec![], None),
        (vec!["a"], Some(Subject::Tags(image("a")))),
        (vec!["b", "a", "b"], Some(Subject::TagsOf(images(&["a", "b"])))),
    ] {
        assert_eq!(Subject::of_tags(images(&names)), subject, "{names:?}");
    }
}

#[test]
fn steps_make_one_form_only_where_one_form_can_edit_them_all() {
    let (image_of, tags) = (|name| Subject::Image(image(name)), |name| Subject::Tags(image(name)));
    let both = || images(&["a", "b"]);
    for (steps, one) in [
        (vec![], None),
        (vec![image_of("a")], Some(image_of("a"))),
        // As where an alias is taken away first, then added.
        (
            vec![Subject::Aliases(image("a")), Subject::Aliases(image("a"))],
            Some(Subject::Aliases(image("a"))),
        ),
        (vec![Subject::Version(image("a"), 7)], Some(Subject::Version(image("a"), 7))),
        (vec![image_of("b"), image_of("a")], Some(Subject::Images(both()))),
        (vec![tags("a"), tags("a"), tags("b")], Some(Subject::TagsOf(both()))),
        (vec![image_of("a"), tags("a")], None),
        (vec![image_of("a"), image_of("b"), tags("b")], None),
        (vec![Subject::Version(image("a"), 7), Subject::Version(image("a"), 8)], None),
        (vec![Subject::Aliases(image("a")), Subject::Aliases(image("b"))], None),
        (vec![image_of("a"), Subject::Images(both())], None),
    ] {
        assert_eq!(Subject::of_all(steps.clone()), one, "{steps:?}");
    }
}
