//! Whatever is kept comes back as it was.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use sagescope::domain::ImageStatus;
use sagescope::edit::{EntryId, FieldKey, PlanEntry, PlanPart, Verdict};

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

fn called(name: &Text, image: Image) -> Image {
    Image { name: ImageName::received(name.as_str()), ..image }
}

/// What the fields of a form hold, or some of them.
fn fields<T: Strategy>(value: T) -> impl Strategy<Value = BTreeMap<FieldKey, T::Value>>
where
    T::Value: std::fmt::Debug,
{
    let key = prop::sample::select(FIELDS.iter().map(|field| field.key.clone()).collect::<Vec<_>>());
    btree_map(key, value, 0..4)
}

fn words() -> impl Strategy<Value = String> {
    text().prop_map(String::from)
}

/// A draft of one image: as version 1 has it, where there are no presets.
fn draft_of_one() -> impl Strategy<Value = Draft> {
    let rest = (fields(words()), fields(vec(words(), 1..3)), option::of(fields(option::of(words()))));
    (place_key(), text(), option::of(image()), timestamp(), rest).prop_map(
        |(place, name, base, kept_at, (typed, stashed, preset))| {
            let subject = Subject::Image(ImageName::received(name.as_str()));
            let presets = preset.into_iter().map(|preset| (subject.clone(), preset)).collect();
            let base = base.map(|base| Snapshot::Image(called(&name, base)));
            Draft {
                place,
                subject,
                base,
                wanted: Wanted { typed, presets, ..Wanted::default() },
                stashed,
                kept_at,
            }
        },
    )
}

/// A draft of several images, of which some were read.
fn draft_of_several() -> impl Strategy<Value = Draft> {
    let preset = option::of(fields(option::of(words())));
    let images = btree_map(text(), (option::of(image()), preset), 2..6);
    (place_key(), images, any::<bool>(), timestamp(), fields(words()), fields(vec(words(), 1..3))).prop_map(
        |(place, images, is_read, kept_at, typed, stashed)| {
            let name = |name: &Text| ImageName::received(name.as_str());
            let subject = Subject::Images(images.keys().map(name).collect());
            let read =
                images.iter().filter_map(|(it, (image, _))| Some((name(it), called(it, image.clone()?))));
            let base = is_read.then(|| Snapshot::Images(read.collect()));
            let preset = images.iter().filter_map(|(it, (_, preset))| Some((it, preset.clone()?)));
            let presets = preset.map(|(it, preset)| (Subject::Image(name(it)), preset)).collect();
            Draft {
                place,
                subject,
                base,
                wanted: Wanted { typed, presets, ..Wanted::default() },
                stashed,
                kept_at,
            }
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
        Just(Verdict::Unknowable),
    ]
}

fn id() -> impl Strategy<Value = EntryId> {
    text().prop_map(|id| EntryId(id.into()))
}

/// A step: as version 1 has it, where it is part of no plan.
fn any_entry() -> impl Strategy<Value = Entry> {
    let part = (id(), any::<usize>()).prop_map(|(plan, step)| PlanPart { plan, step });
    let head = (id(), timestamp(), option::of(text()), place_key(), text());
    let rest = (image(), image(), option::of(id()), option::of(verdict()), option::of(part));
    (head, rest).prop_map(|((id, at, profile, place, name), (before, after, undoes, verdict, part_of))| {
        // The name is what the line goes by.
        let (before, after) = (called(&name, before).into(), called(&name, after).into());
        Entry { id, at, profile, place, before, after, undoes, part_of, verdict }
    })
}

fn any_plan() -> impl Strategy<Value = PlanEntry> {
    let steps = btree_map(text(), (image(), image()), 1..8);
    let head = (id(), timestamp(), option::of(text()), place_key());
    (head, steps, option::of(id()), any::<bool>()).prop_map(
        |((id, at, profile, place), steps, undoes, is_left)| {
            let step = |(name, (before, after)): (Text, (Image, Image))| {
                (called(&name, before).into(), called(&name, after).into())
            };
            let steps = steps.into_iter().map(step).collect();
            PlanEntry { id, at, profile, place, steps, undoes, is_left }
        },
    )
}

/// Each case waits for the disk: fewer of them, unless more are asked for.
fn few() -> ProptestConfig {
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    if is_asked { ProptestConfig::default() } else { ProptestConfig::with_cases(48) }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_draft_comes_back_as_it_was(kept in prop_oneof![draft_of_one(), draft_of_several()]) {
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

    #[test]
    fn a_plan_comes_back_as_it_was(noted in any_plan()) {
        let home = Home::new();
        home.start().note(&Record::Plan(noted.clone())).unwrap();
        let recalled = home.start().recall(&noted.place);
        prop_assert_eq!(recalled.plans, vec![noted]);
        prop_assert_eq!((recalled.entries, recalled.troubles), (vec![], vec![]));
    }
}
