//! Whatever is kept comes back as it was.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use sagescope::domain::{AliasMap, ImageStatus, ImageVersion, TagSet};
use sagescope::edit::{AliasMoves, EntryId, FieldKey, Fields, Half, PlanEntry, PlanPart, Verdict};

use super::*;

fn text() -> impl Strategy<Value = Text> {
    "\\PC{0,30}|[\\x00-\\xff]{0,10}".prop_map(|raw| Text::clean(&raw))
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    // Times enter the program to the nearest microsecond.
    (Timestamp::MIN.as_microsecond()..=Timestamp::MAX.as_microsecond())
        .prop_map(|microsecond| Timestamp::from_microsecond(microsecond).unwrap())
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

fn version() -> BoxedStrategy<ImageVersion> {
    let texts = || (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let rest = (option::of(any::<bool>()), option::of(timestamp()), option::of(timestamp()));
    (texts(), texts(), texts(), rest)
        .prop_map(|(a, b, c, (horovod, created, modified))| ImageVersion {
            arn: a.0,
            image_arn: a.1,
            status: a.2.map(|status| ImageStatus::from_word(status.as_str())),
            failure_reason: a.3,
            base_image: b.0,
            container_image: b.1,
            vendor_guidance: b.2,
            job_type: b.3,
            ml_framework: c.0,
            programming_lang: c.1,
            processor: c.2,
            release_notes: c.3,
            horovod,
            created,
            modified,
            ..ImageVersion::numbered(name(""), 0)
        })
        .boxed()
}

fn alias_map() -> BoxedStrategy<AliasMap> {
    let rest = (option::of(btree_set(text(), 0..4)), btree_set(any::<u32>(), 0..4));
    (option::of(text()), btree_map(text(), any::<u32>(), 0..4), rest)
        .prop_map(|(image_arn, holders, (asked, versions))| AliasMap {
            image_arn,
            holders,
            asked,
            versions,
            ..AliasMap::none(name(""))
        })
        .boxed()
}

fn tag_set() -> BoxedStrategy<TagSet> {
    (text(), btree_map(text(), text(), 0..4), btree_set(text(), 0..2))
        .prop_map(|(arn, tags, unclean)| TagSet { tags, unclean, ..TagSet::none(name(""), arn) })
        .boxed()
}

/// What was read of one subject of a later kind: twice the same subject.
fn two_of_a_kind() -> BoxedStrategy<(Snapshot, Snapshot)> {
    let both_versions = (text(), any::<u32>(), version(), version()).prop_map(|(of, number, a, b)| {
        let of = |it| ImageVersion { image: ImageName::received(of.as_str()), number, ..it };
        (of(a).into(), of(b).into())
    });
    let both_aliases = (text(), alias_map(), alias_map()).prop_map(|(of, a, b)| {
        let of = |it| AliasMap { image: ImageName::received(of.as_str()), ..it };
        (of(a).into(), of(b).into())
    });
    let both_tags = (text(), tag_set(), tag_set()).prop_map(|(of, a, b)| {
        let of = |it| TagSet { image: ImageName::received(of.as_str()), ..it };
        (of(a).into(), of(b).into())
    });
    prop_oneof![both_versions, both_aliases, both_tags].boxed()
}

/// What was read of the tags of several.
fn several_tags() -> BoxedStrategy<Snapshot> {
    btree_map(text(), tag_set(), 2..5)
        .prop_map(|all| {
            let of = |(of, it): (Text, _)| {
                let name = ImageName::received(of.as_str());
                (name.clone(), TagSet { image: name, ..it })
            };
            Snapshot::TagsOf(all.into_iter().map(of).collect())
        })
        .boxed()
}

fn entry_key() -> impl Strategy<Value = FieldKey> {
    text().prop_map(|name| FieldKey::entry(name.as_str()))
}

/// A field of a subject whose fields come and go, or of a version.
fn keys(of: &Subject) -> BoxedStrategy<FieldKey> {
    match of.fields() {
        Fields::Table(fields) => {
            let keys: Vec<_> = fields.iter().map(|field| field.key.clone()).collect();
            prop::sample::select(keys).boxed()
        }
        Fields::Entries(_) => {
            let half = prop::sample::select(vec![Half::Name, Half::Value]);
            let added = (any::<u32>(), half).prop_map(|(row, half)| FieldKey::added(row, half));
            prop_oneof![entry_key(), added].boxed()
        }
    }
}

/// A draft of a version, of aliases, or of tags.
fn draft_of_a_later_kind() -> BoxedStrategy<Draft> {
    let base = prop_oneof![two_of_a_kind().prop_map(|(base, _)| base), several_tags()];
    base.prop_flat_map(|base| {
        let subject = base.subject();
        let has_entries = !matches!(subject, Subject::Version(..));
        let presets = subject.is_several();
        let key = || keys(&subject);
        let preset = btree_map(key(), option::of(words()), 0..3);
        let typed = (btree_map(key(), words(), 0..4), btree_map(key(), vec(words(), 1..3), 0..3));
        let removed = btree_set(entry_key(), 0..3);
        let rest = (any::<bool>(), any::<bool>(), place_key(), timestamp());
        (typed, removed, preset, rest).prop_map(
            move |((typed, stashed), removed, preset, (in_two, is_read, place, kept_at))| {
                let of_first = subject.parts().into_iter().next().filter(|_| presets);
                let wanted = Wanted {
                    typed,
                    removed: if has_entries { removed } else { [].into() },
                    presets: of_first.map(|of| (of, preset)).into_iter().collect(),
                    moves: if in_two { AliasMoves::InTwo } else { AliasMoves::AtOnce },
                };
                let base = Some(base.clone()).filter(|_| is_read);
                Draft { place, subject: subject.clone(), base, wanted, stashed, kept_at }
            },
        )
    })
    .boxed()
}

/// A step, or a plan of several of one subject and of others.
fn entry_of_a_later_kind() -> BoxedStrategy<Entry> {
    (any_entry().boxed(), two_of_a_kind())
        .prop_map(|(entry, (before, after))| Entry { before, after, ..entry })
        .boxed()
}

fn plan_of_later_kinds() -> BoxedStrategy<PlanEntry> {
    (any_plan().boxed(), vec(two_of_a_kind(), 1..4))
        .prop_map(|(plan, mut steps)| {
            steps.sort_by_key(|(before, _)| before.subject());
            let twice = steps.clone().into_iter().zip(steps).flat_map(|(a, b)| [a, b]);
            PlanEntry { steps: twice.collect(), ..plan }
        })
        .boxed()
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
    fn a_draft_comes_back_as_it_was(kept in prop_oneof![draft_of_one().boxed(), draft_of_several().boxed(), draft_of_a_later_kind()]) {
        let home = Home::new();
        home.start().keep(&kept).unwrap();
        let recalled = home.start().recall(&kept.place);
        prop_assert_eq!(recalled.drafts, vec![kept]);
        prop_assert_eq!(recalled.troubles, vec![]);
    }

    #[test]
    fn a_write_comes_back_as_it_was(noted in prop_oneof![any_entry().boxed(), entry_of_a_later_kind()]) {
        let home = Home::new();
        home.start().note(&step(&noted)).unwrap();
        let recalled = home.start().recall(&noted.place);
        prop_assert_eq!(recalled.entries, vec![noted]);
        prop_assert_eq!(recalled.troubles, vec![]);
    }

    #[test]
    fn a_plan_comes_back_as_it_was(noted in prop_oneof![any_plan().boxed(), plan_of_later_kinds()]) {
        let home = Home::new();
        home.start().note(&Record::Plan(noted.clone())).unwrap();
        let recalled = home.start().recall(&noted.place);
        prop_assert_eq!(recalled.plans, vec![noted]);
        prop_assert_eq!((recalled.entries, recalled.troubles), (vec![], vec![]));
    }
}
