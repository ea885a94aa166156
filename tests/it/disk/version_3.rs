//! What version 3 wrote is read for ever too: drafts and writes of versions, aliases and tags, plans of
//! several calls of one subject.

use std::collections::BTreeSet;
use std::fs;

use sagescope::edit::kind::version::{RELEASE_NOTES, VENDOR_GUIDANCE};
use sagescope::edit::{AliasMoves, FieldKey, Half, PlanPart, Verdict};

use super::kinds::{aliases, tags, version};
use super::versions::{VERSIONS, are_written_again, drafts_kept_again, fixtures, is_told_and_stays, left_by};
use super::*;

const SESSION: &str = "01a21a0c7be87c51a1d0f4f3d0f6c2aa";

fn id(number: u32) -> EntryId {
    EntryId(format!("{SESSION}-{number}"))
}

/// What was read is kept again: with every word, and still as version 3 has it.
#[test]
fn drafts_of_version_3_are_read_and_written_with_every_word() {
    let drafts = drafts_kept_again("v3");
    let [unread, of_version, moved, listed, of_tags, of_several] = &drafts[..] else { panic!("{drafts:?}") };
    let (geospatial, entry) = (|| name("geospatial"), FieldKey::entry);

    assert_eq!((&unread.subject, &unread.base), (&Subject::Version(geospatial(), 0), &None));
    assert_eq!(unread.wanted.typed[&RELEASE_NOTES], "typed before it was read");

    assert_eq!(of_version.subject, Subject::Version(geospatial(), 7));
    assert_eq!(of_version.base, Some(version("geospatial", 7).into()));
    assert_eq!(of_version.wanted.typed[&RELEASE_NOTES], "  typed, right or wrong ");
    assert_eq!(of_version.wanted.typed[&VENDOR_GUIDANCE], "ARCH");
    assert_eq!(of_version.stashed[&RELEASE_NOTES], ["the first words behind", "the second"]);

    assert_eq!(moved.subject, Subject::Aliases(geospatial()));
    assert_eq!(moved.base, Some(aliases("geospatial").into()));
    assert_eq!(moved.wanted.typed[&entry("latest")], "7");
    assert_eq!(moved.wanted.typed[&FieldKey::added(1, Half::Name)], "stable");
    assert_eq!(moved.wanted.typed[&FieldKey::added(1, Half::Value)], "");
    assert_eq!(moved.wanted.removed, [entry("old")].into());
    assert_eq!(moved.wanted.moves, AliasMoves::InTwo);

    assert_eq!(listed.subject, Subject::Aliases(name("jupyter")));
    let Some(Snapshot::Aliases(base)) = &listed.base else { panic!("{listed:?}") };
    assert_eq!((&base.map().asked, base.map().holders.len()), (&None, 0));
    assert_eq!((listed.wanted.moves, &listed.wanted.removed), (AliasMoves::AtOnce, &BTreeSet::new()));

    assert_eq!(of_tags.subject, Subject::Tags(geospatial()));
    assert_eq!(of_tags.base, Some(tags("geospatial").into()));
    assert_eq!(of_tags.wanted.typed[&entry("team")], "");
    assert_eq!(of_tags.wanted.typed[&FieldKey::added(2, Half::Name)], "Kosten Stelle");
    assert_eq!(of_tags.wanted.removed, [entry("Größe"), entry("empty")].into());
    assert_eq!(of_tags.stashed[&entry("team")], ["speech"]);

    let all = ["geospatial", "jupyter", "never-read"].map(name).into();
    assert_eq!(of_several.subject, Subject::TagsOf(all));
    let Some(Snapshot::TagsOf(base)) = &of_several.base else { panic!("{of_several:?}") };
    assert_eq!(*base, ["geospatial", "jupyter"].map(|it| (name(it), tags(it))).into());
    assert_eq!(of_several.wanted.removed, [entry("team")].into());
    let preset = &of_several.wanted.presets[&Subject::Tags(name("jupyter"))];
    assert_eq!(*preset, [(entry("was"), Some("here".into())), (entry("gone"), None)].into());
}

#[test]
fn lines_of_version_3_are_read_and_written_with_every_word() {
    let home = left_by("v3");
    let program = home.start();
    let PlaceRecords { entries, plans, troubles, .. } = program.recall(&place());
    assert_eq!(troubles, []);

    // Newest first. Of the first, one of two calls is verified; of the next, the second is out; the third is
    // an undo, of which nothing was sent; the last was left.
    let of = |raw| Subject::Tags(name(raw));
    let ids: Vec<_> = plans.iter().map(|plan| (plan.id.clone(), plan.is_left)).collect();
    assert_eq!(ids, [(id(15), true), (id(14), false), (id(11), false), (id(9), false)]);
    let [left, undo, tagged, moved] = &plans[..] else { panic!("{plans:?}") };
    assert_eq!(moved.subjects().collect::<Vec<_>>(), [(); 2].map(|()| Subject::Aliases(name("geospatial"))));
    let latest = FieldKey::entry("latest");
    assert_eq!((moved.steps[0].0.value(&latest), moved.steps[0].1.value(&latest)), (Some("6"), None));
    assert_eq!((moved.steps[1].0.value(&latest), moved.steps[1].1.value(&latest)), (None, Some("7")));
    assert_eq!(tagged.subjects().collect::<Vec<_>>(), [of("geospatial"), of("geospatial")]);
    assert_eq!((&undo.undoes, undo.steps.len()), (&Some(id(11)), 2));
    let subjects = ["geospatial", "geospatial", "jupyter", "jupyter"].map(of);
    assert_eq!(left.subjects().collect::<Vec<_>>(), subjects);

    let parts: Vec<_> =
        entries.iter().filter_map(|entry| Some((&entry.id, entry.part_of.as_ref()?))).collect();
    let part = |plan, step| PlanPart { plan: id(plan), step };
    let right = [(id(13), part(11, 1)), (id(12), part(11, 0)), (id(10), part(9, 0))];
    assert_eq!(parts, right.iter().map(|(id, part)| (id, part)).collect::<Vec<_>>());

    let mut single: Vec<_> = entries.iter().filter(|entry| entry.part_of.is_none()).collect();
    single.reverse();
    let verdicts: Vec<_> = single.iter().map(|entry| entry.verdict.clone()).collect();
    let right = [
        Some(Verdict::Verified),
        Some(Verdict::Failed(Some("It could not be pulled.".into()))),
        Some(Verdict::Failed(None)),
        Some(Verdict::Differs),
        Some(Verdict::NotApplied),
        Some(Verdict::Refused("1 validation error detected".into())),
        Some(Verdict::Gone),
        Some(Verdict::Unknowable),
        None,
    ];
    assert_eq!(verdicts, right);
    assert_eq!((&single[2].undoes, &single[2].profile), (&Some(id(0)), &None));
    assert_eq!(single[0].before, version("geospatial", 7).into());
    assert_eq!(single[0].after.value(&RELEASE_NOTES), Some("Changed"));
    assert_eq!(single[3].before, aliases("geospatial").into());
    assert_eq!(single[5].before, tags("geospatial").into());
    assert_eq!(single[5].after.value(&FieldKey::entry("team")), Some(""));

    let records: Vec<_> = steps(&entries).into_iter().chain(plans.into_iter().map(Record::Plan)).collect();
    are_written_again(&home, &program, &records);
}

#[test]
fn of_no_other_version_is_a_draft_lost() {
    let folder = fixtures("v3").join("drafts/123456789012/us-east-1");
    for file in below(&folder) {
        for (version, is_newer) in
            VERSIONS.into_iter().chain([("\"version\":1,", false), ("\"version\":2,", false)])
        {
            let home = left_by("v3");
            let path = home.drafts().join(&file);
            let raw = fs::read_to_string(&path).unwrap().replace("\"version\":3,", version);
            fs::write(&path, &raw).unwrap();
            let recalled = home.start().recall(&place());
            assert_eq!(recalled.drafts.len(), below(&folder).len() - 1, "{version}");
            let said = recalled.troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            is_told_and_stays(&path, &raw, is_newer, &said);
        }
    }
}

#[test]
fn lines_of_other_versions_are_passed_over_and_counted() {
    let home = left_by("v3");
    let whole = fs::read_to_string(home.journal()).unwrap();
    let lines: Vec<_> = whole.lines().collect();
    assert!(lines.iter().all(|line| line.starts_with("{\"version\":3,")));
    let before = home.start().recall(&place());
    for (at, line) in lines.iter().enumerate() {
        for (version, is_newer) in
            VERSIONS.into_iter().chain([("\"version\":1,", false), ("\"version\":2,", false)])
        {
            let other = line.replace("\"version\":3,", version);
            let text = [&lines[..at], &[other.as_str()], &lines[at..]].concat().join("\n") + "\n";
            fs::write(home.journal(), &text).unwrap();
            let recalled = home.start().recall(&place());
            assert_eq!((&recalled.entries, &recalled.plans), (&before.entries, &before.plans));
            let said = recalled.troubles.iter().map(ToString::to_string).collect::<String>();
            let words = if is_newer { "from a newer sagescope" } else { "damaged" };
            assert!(said.contains(&format!("line {} is {words}", at + 1)), "{version}: {said}");
            assert_eq!(fs::read_to_string(home.journal()).unwrap(), text);
        }
    }
}
