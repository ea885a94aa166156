//! What was read, asked by the form: what is mixed, locked, known, and wrong.

use crate::domain::{AliasMap, Image, TagSet};
use crate::edit::{FieldKey, Snapshot, Subject};

use super::{aliases, asked_aliases, image, key, name, several, tags, tags_of, three, version};

/// Tags of several images: `team` is the same in all, `owner` differs, `stage` is in one of them only.
fn tagged() -> Snapshot {
    tags_of(&[
        ("a", &[("owner", "ana"), ("stage", "prod"), ("team", "vision")]),
        ("b", &[("owner", "ben"), ("team", "vision")]),
        ("c", &[("owner", "ana"), ("team", "vision")]),
    ])
}

#[test]
fn a_field_is_mixed_where_not_all_of_several_hold_the_same() {
    let same = several(["a", "b"].map(|name| Image { display_name: Some("Same".into()), ..image(name) }));
    let absent = several(["a", "b"].map(|name| Image { display_name: None, ..image(name) }));
    let entry = FieldKey::entry;
    for (of, field, differs, value, holders) in [
        (same, key("display-name"), false, Some("Same"), 2),
        (absent, key("display-name"), false, None, 0),
        (three(), key("display-name"), true, None, 2),
        // Two hold the same, and the third nothing.
        (three(), key("description"), true, None, 2),
        (tagged(), entry("team"), false, Some("vision"), 3),
        (tagged(), entry("owner"), true, None, 3),
        (tagged(), entry("stage"), true, None, 1),
        (tagged(), entry("colour"), false, None, 0),
        (several([]), key("display-name"), false, None, 0),
        (image("a").into(), key("display-name"), false, Some("a shown"), 1),
        (version().into(), FieldKey::named("release-notes"), false, None, 0),
        (aliases(&[("latest", 3)]), entry("latest"), false, Some("3"), 1),
        (tags(&[("team", "")]).into(), entry("team"), false, Some(""), 1),
    ] {
        assert_eq!(of.differs(&field), differs, "{field:?} of {}", of.subject());
        assert_eq!(of.value(&field), value, "{field:?} of {}", of.subject());
        assert_eq!(of.holders(&field), holders, "{field:?} of {}", of.subject());
    }
}

#[test]
fn what_can_not_be_edited_in_one_of_several_can_be_edited_in_none() {
    let unclean = |held, key: &str| TagSet { unclean: [key.into()].into(), ..tags(held) };
    let held = [("aws:stack", "s"), ("odd", "x"), ("team", "vision")];
    let both = |odd: TagSet| {
        let other = TagSet { image: image("b").name, ..tags(&[("odd", "y"), ("owner", "ben")]) };
        Snapshot::TagsOf([(odd.image.clone(), odd), (other.image.clone(), other)].into())
    };
    for (of, locked, editable) in [
        (tags(&held).into(), vec!["aws:stack"], vec!["odd", "team"]),
        (unclean(&held, "odd").into(), vec!["aws:stack", "odd"], vec!["team"]),
        (both(tags(&held)), vec!["aws:stack"], vec!["odd", "owner", "team"]),
        (both(unclean(&held, "odd")), vec!["aws:stack", "odd"], vec!["owner", "team"]),
        (aliases(&[("latest", 3)]), vec![], vec!["latest"]),
        (tags(&[("team", "vision")]).into(), vec![], vec!["team"]),
    ] {
        assert_eq!(of.locked().into_iter().collect::<Vec<_>>(), locked, "{of:?}");
        assert_eq!(of.keys().iter().filter_map(FieldKey::entry_name).collect::<Vec<_>>(), editable, "{of:?}");
        let labels: Vec<_> = of.fields().iter().map(|field| field.label.to_string()).collect();
        assert_eq!(labels, editable, "the form has a row for each");
        assert!(locked.iter().all(|name| of.field(&FieldKey::entry(name)).is_none()), "{of:?}");
    }
    for of in [image("a").into(), three(), version().into()] {
        assert!(of.locked().is_empty(), "{of:?}");
    }
}

#[test]
fn only_aliases_that_were_asked_for_one_by_one_are_known_in_part() {
    let partial = asked_aliases(&[("latest", 3)], &["latest", "prod"]);
    let listed = aliases(&[("latest", 3)]);
    for (of, is_partial, alias, is_known) in [
        (&partial, true, "latest", true),
        // Nobody holds it, and that is known.
        (&partial, true, "prod", true),
        (&partial, true, "old", false),
        (&listed, false, "latest", true),
        (&listed, false, "old", true),
        (&tags(&[]).into(), false, "old", true),
        (&image("a").into(), false, "old", true),
        (&version().into(), false, "old", true),
        (&tagged(), false, "old", true),
        (&three(), false, "old", true),
    ] {
        assert_eq!(of.is_partial(), is_partial, "{}", of.subject());
        assert_eq!(of.knows(&FieldKey::entry(alias)), is_known, "{alias} of {}", of.subject());
    }
    assert!(!listed.knows(&key("display-name")), "that is no alias");
}

#[test]
fn an_alias_can_be_given_only_to_a_version_that_exists() {
    let gaps = AliasMap { versions: [1, 2, 5].into(), ..AliasMap::none(name()) };
    let unknown = AliasMap::none(name());
    for (of, value, says) in [
        (gaps.clone().into(), "2", None),
        (gaps.clone().into(), "5", None),
        (gaps.clone().into(), "3", Some("there is no version 3; the newest is 5")),
        (gaps.clone().into(), "6", Some("there is no version 6; the newest is 5")),
        // What is no number is told by the field.
        (gaps.into(), "latest", None),
        // Which versions there are is not known.
        (unknown.into(), "3", None),
        (tags(&[]).into(), "3", None),
        (tagged(), "3", None),
        (version().into(), "3", None),
        (image("a").into(), "3", None),
    ] {
        let of: Snapshot = of;
        let said = of.problem(value).map(|problem| problem.0);
        assert_eq!(said.as_deref(), says, "{value} of {}", of.subject());
    }
}

#[test]
fn the_fullest_of_several_counts_against_the_limit() {
    for (of, counted) in [
        (tags(&[("aws:stack", "s"), ("a", "x"), ("b", "x")]).into(), 2),
        (tagged(), 3),
        (tags_of(&[]), 0),
        // There is no limit of aliases.
        (aliases(&[("latest", 3), ("old", 1)]), 0),
        (image("a").into(), 0),
    ] {
        assert_eq!(of.counted(), counted, "{of:?}");
    }
}

#[test]
fn parts_put_together_are_what_they_were_taken_from() {
    for whole in [three(), tagged()] {
        assert_eq!(Snapshot::of_parts(&whole.subject(), whole.parts()), Some(whole));
    }
    let mixed = || [three().parts(), tagged().parts(), vec![version().into()]].concat();
    assert_eq!(Snapshot::of_parts(&three().subject(), mixed()), Some(three()), "others are passed over");
    assert_eq!(Snapshot::of_parts(&tagged().subject(), mixed()), Some(tagged()));
    assert_eq!(Snapshot::of_parts(&Subject::Image(name()), three().parts()), None);
    assert_eq!(Snapshot::of_parts(&Subject::Tags(name()), tagged().parts()), None);
}

#[test]
fn a_part_that_was_read_again_stands_in_the_place_of_the_old_one() {
    let theirs = |name| Image { display_name: Some("Theirs".into()), ..image(name) };
    let pair = several([image("a"), image("b")]);
    let of_b = TagSet { image: image("b").name, ..tags(&[("owner", "eve")]) };
    let expected = tags_of(&[
        ("a", &[("owner", "ana"), ("stage", "prod"), ("team", "vision")]),
        ("b", &[("owner", "eve")]),
        ("c", &[("owner", "ana"), ("team", "vision")]),
    ]);
    for (before, now, after) in [
        (pair.clone(), theirs("b").into(), several([image("a"), theirs("b")])),
        (pair, theirs("c").into(), several([image("a"), image("b"), theirs("c")])),
        (tagged(), of_b.into(), expected),
        // What has no parts is what was read.
        (image("a").into(), theirs("a").into(), theirs("a").into()),
        (aliases(&[("latest", 3)]), aliases(&[("latest", 5)]), aliases(&[("latest", 5)])),
    ] {
        assert_eq!(before.with_part(now), after);
    }
}
