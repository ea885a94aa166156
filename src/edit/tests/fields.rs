//! Setting a field, whatever it is of: that one changes, and no other.

use crate::domain::ImageVersion;
use crate::edit::{Change, Changes, Field, FieldKey, Half, NO, Shape, Snapshot, Subject, YES};

use super::{OF_OTHERS, aliases, image, key, name, tags, tags_of, three, version, words};

/// Something of every kind, with fields that hold something and some that do not.
fn each() -> [Snapshot; 8] {
    [
        image("a").into(),
        three(),
        version().into(),
        ImageVersion { horovod: Some(true), processor: Some("GPU".into()), ..version() }.into(),
        ImageVersion::numbered(name(), 7).into(),
        aliases(&[("latest", 3), ("old", 1)]),
        tags(&[("owner", "ana"), ("team", "vision")]).into(),
        tags_of(&[("a", &[("owner", "ana")]), ("b", &[("owner", "ben")])]),
    ]
}

/// What a field of that shape can hold.
fn values(field: &Field) -> Vec<&'static str> {
    let is_of_role = matches!(field.shape, Shape::Line { least: 20, .. });
    match field.shape.options() {
        Some(options) => options.to_vec(),
        None if is_of_role => vec![OF_OTHERS],
        None => vec!["2", "5"],
    }
}

#[test]
fn setting_a_field_changes_it_and_no_other() {
    for snapshot in each() {
        let fields = snapshot.fields();
        assert!(!fields.is_empty(), "{snapshot:?}");
        let held = |of: &Snapshot, key: &FieldKey| of.value(key).map(str::to_owned);
        for field in &fields {
            let wanted = values(field).into_iter().map(Some).chain([None]);
            for value in wanted {
                let mut now = snapshot.clone();
                now.set(&field.key, value);
                assert_eq!(now.value(&field.key), value, "{:?} of {}", field.key, snapshot.subject());
                assert_eq!(now.subject(), snapshot.subject());
                for other in fields.iter().filter(|other| other.key != field.key) {
                    let (before, now) = (held(&snapshot, &other.key), held(&now, &other.key));
                    assert_eq!(now, before, "{:?} after {:?}", other.key, field.key);
                }
                // And back, as where a step is undone.
                for (part, now) in snapshot.parts().iter().zip(now.parts()) {
                    let changes = part.changes_to(&now);
                    assert!(changes.all().all(|(key, _)| *key == field.key), "{}", words(&changes));
                    assert_eq!(part.after(&changes), now);
                    assert_eq!(&now.after(&now.changes_to(part)), part);
                }
            }
        }
    }
}

#[test]
fn what_is_no_field_of_it_can_not_be_set() {
    for snapshot in each() {
        let mut now = snapshot.clone();
        now.set(&key("colour"), Some("red"));
        now.set(&FieldKey::added(0, Half::Name), Some("red"));
        assert_eq!(now, snapshot);
        assert_eq!(snapshot.value(&key("colour")), None, "{snapshot:?}");
    }
}

#[test]
fn each_field_says_what_an_empty_text_means() {
    for (of, key, is_empty_a_value, can_clear) in [
        (Subject::Image(name()), key("display-name"), false, true),
        (Subject::Image(name()), key("role"), false, false),
        (Subject::Version(name(), 7), FieldKey::named("release-notes"), false, false),
        (Subject::Aliases(name()), FieldKey::entry("latest"), false, true),
        (Subject::Tags(name()), FieldKey::entry("team"), true, true),
    ] {
        let field = of.fields().field(&key).unwrap();
        assert_eq!((field.is_empty_a_value(), field.can_clear()), (is_empty_a_value, can_clear), "{key:?}");
    }
}

#[test]
fn each_shape_says_what_can_be_chosen_and_whether_it_can_be_empty() {
    const CHOICE: Shape = Shape::Choice(&["CPU", "GPU"]);
    for (shape, options, needs_text) in [
        (Shape::Line { least: 0, most: 256 }, None, false),
        (Shape::Line { least: 1, most: 128 }, None, true),
        (Shape::Line { least: 20, most: 2048 }, None, true),
        (CHOICE, Some(["CPU", "GPU"].as_slice()), true),
        (Shape::Flag, Some([YES, NO].as_slice()), true),
        (Shape::Words { most: 2 }, None, false),
    ] {
        assert_eq!((shape.options(), shape.needs_text()), (options, needs_text), "{shape:?}");
    }
}

#[test]
fn an_entry_is_called_by_its_name_and_one_that_is_added_by_what_is_asked_for() {
    for (of, name_label, value_label) in
        [(Subject::Tags(name()), "Key", "Value"), (Subject::Aliases(name()), "Alias", "Version")]
    {
        for (key, label, is_added) in [
            (FieldKey::entry("team"), "team", false),
            (FieldKey::entry("added-name:1"), "added-name:1", false),
            (FieldKey::added(1, Half::Name), name_label, true),
            (FieldKey::added(1, Half::Value), value_label, true),
        ] {
            let field = of.fields().field(&key).unwrap();
            assert_eq!((field.label.as_ref(), key.is_added()), (label, is_added), "{key:?} of {of}");
        }
    }
    assert!(!key("display-name").is_added());
}

#[test]
fn of_two_changes_the_later_one_counts() {
    let set = |value: &str| Change::Set(value.to_owned());
    let (name, description, role) = (|| key("display-name"), || key("description"), || key("role"));
    let mut first = Changes::from([(name(), set("First")), (description(), set("Kept"))]);
    first.merge(&Changes::from([(name(), Change::Clear), (role(), set(OF_OTHERS))]));
    assert_eq!(words(&first), format!("description=Kept, display-name cleared, role={OF_OTHERS}"));
    first.merge(&Changes::from([(name(), set("Last"))]));
    assert_eq!(words(&first), format!("description=Kept, display-name=Last, role={OF_OTHERS}"));
    first.merge(&Changes::default());
    assert_eq!(first.all().count(), 3);
}

#[test]
fn what_a_field_holds_afterwards_is_what_it_is_given_or_what_it_held() {
    let set = || Change::Set("Mine".to_owned());
    for (change, before, after) in [
        (Change::Keep, Some("Held"), Some("Held")),
        (Change::Keep, None, None),
        (set(), Some("Held"), Some("Mine")),
        (set(), None, Some("Mine")),
        (Change::Clear, Some("Held"), None),
        (Change::Clear, None, None),
    ] {
        let changes = Changes::from([(key("display-name"), change.clone())]);
        assert_eq!(changes.expected(&key("display-name"), before), after, "{change:?} {before:?}");
        // Of another field it says nothing.
        assert_eq!(changes.expected(&key("description"), before), before, "{change:?} {before:?}");
    }
}
