//! Whatever is kept comes back as it was.

use proptest::collection::btree_map;
use proptest::option;
use proptest::prelude::*;
use sagescope::domain::ImageStatus;
use sagescope::edit::{EntryId, Verdict};

use super::*;

fn text() -> impl Strategy<Value = Text> {
    "\\PC{0,30}|[\\x00-\\xff]{0,10}".prop_map(|raw| Text::clean(&raw))
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    (Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond())
        .prop_map(|nanosecond| Timestamp::from_nanosecond(nanosecond).unwrap())
}

fn place_key() -> impl Strategy<Value = PlaceKey> {
    (text(), text()).prop_map(|(account, region)| PlaceKey { account, region })
}

fn image() -> impl Strategy<Value = Image> {
    let texts = (text(), option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let rest = (option::of(text()), option::of(text()), option::of(timestamp()), option::of(timestamp()));
    (texts, rest).prop_map(
        |((name, arn, display_name, description, failure_reason), (role, status, created, modified))| Image {
            name: ImageName::received(name.as_str()),
            arn,
            display_name,
            description,
            role: role.map(|role| RoleArn::received(role.as_str())),
            status: status.map(|status| ImageStatus::from_word(status.as_str())),
            failure_reason,
            created,
            modified,
        },
    )
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let field = prop::sample::select(FIELDS.iter().map(|field| field.key.clone()).collect::<Vec<_>>());
    let typed = btree_map(field, text().prop_map(String::from), 0..4);
    (place_key(), text(), option::of(image()), typed, timestamp()).prop_map(
        |(place, image, base, typed, kept_at)| Draft {
            stashed: std::collections::BTreeMap::new(),
            place,
            subject: Subject::Image(ImageName::received(image.as_str())),
            base: base.map(Snapshot::Image),
            wanted: Wanted { typed, presets: [].into() },
            kept_at,
        },
    )
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        Just(Verdict::Verified),
        option::of(text()).prop_map(Verdict::Failed),
        Just(Verdict::Differs),
        Just(Verdict::NotApplied),
        text().prop_map(Verdict::Refused),
        Just(Verdict::Gone),
    ]
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let id = || text().prop_map(|id| EntryId(id.into()));
    let head = (id(), timestamp(), option::of(text()), place_key(), text());
    let rest = (image(), image(), option::of(id()), option::of(verdict()));
    (head, rest).prop_map(|((id, at, profile, place, image), (before, after, undoes, verdict))| {
        // The name is what the line goes by.
        let named = |it| Snapshot::Image(Image { name: ImageName::received(image.as_str()), ..it });
        Entry {
            id,
            at,
            profile,
            place,
            before: named(before),
            after: named(after),
            undoes,
            part_of: None,
            verdict,
        }
    })
}

/// Each case waits for the disk: fewer of them, unless more are asked for.
fn few() -> ProptestConfig {
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    if is_asked { ProptestConfig::default() } else { ProptestConfig::with_cases(48) }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_draft_comes_back_as_it_was(kept in any_draft()) {
        let home = Home::new();
        home.start().keep(&kept).unwrap();
        let recalled = home.start().recall(&kept.place);
        prop_assert_eq!(recalled.drafts, vec![kept]);
        prop_assert_eq!(recalled.troubles, vec![]);
    }

    #[test]
    fn a_write_comes_back_as_it_was(noted in any_entry()) {
        let home = Home::new();
        home.start().note(&step(&noted)).unwrap();
        let recalled = home.start().recall(&noted.place);
        prop_assert_eq!(recalled.entries, vec![noted]);
        prop_assert_eq!(recalled.troubles, vec![]);
    }
}
