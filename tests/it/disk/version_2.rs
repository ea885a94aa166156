//! What version 2 wrote is read for ever too: drafts of several images, plans and their steps.

use std::fs;

use sagescope::edit::Verdict;

use super::versions::{VERSIONS, are_written_again, drafts_kept_again, fixtures, is_told_and_stays, left_by};
use super::*;

const SESSION: &str = "01a2192c8f4e723da36ea459741bc43c";

fn id(number: u32) -> EntryId {
    EntryId(format!("{SESSION}-{number}"))
}

/// What was read is kept again: with every word, and still as version 2 has it.
#[test]
fn drafts_of_version_2_are_read_and_written_with_every_word() {
    let drafts = drafts_kept_again("v2");
    let [undo, unread, several] = &drafts[..] else { panic!("{drafts:?}") };

    let images = |names: &[&str]| Subject::Images(names.iter().map(|it| name(it)).collect());
    assert_eq!(several.subject, images(&["geospatial", "never-read", "pytorch-2.4-gpu"]));
    assert_eq!(several.wanted.typed[&DESCRIPTION], "  typed for all, right or wrong ");
    assert_eq!(several.wanted.typed[&ROLE], "arn:aws:iam::12");
    assert_eq!(several.stashed[&ROLE], ["the first words behind", "the second"]);
    let of_one = &several.wanted.presets[&subject("geospatial")];
    assert_eq!((&of_one[&DISPLAY_NAME], &of_one[&DESCRIPTION]), (&Some("Geospatial 1.0".into()), &None));
    assert_eq!(several.wanted.presets[&subject("pytorch-2.4-gpu")], [(DISPLAY_NAME, None)].into());
    let Some(Snapshot::Images(base)) = &several.base else { panic!("{several:?}") };
    let names: Vec<_> = base.keys().map(ImageName::as_str).collect();
    assert_eq!(names, ["geospatial", "pytorch-2.4-gpu"]);
    assert_eq!(base[&name("geospatial")].description, Some("GDAL, rasterio and \"friends\" – größer".into()));
    assert_eq!(base[&name("geospatial")].failure_reason, Some("The role can't be assumed.".into()));

    assert_eq!((&unread.subject, &unread.base), (&images(&["a", "b"]), &None));
    assert_eq!(unread.wanted.typed[&DISPLAY_NAME], "typed before they were read");

    assert_eq!(undo.subject, subject("geospatial"));
    assert_eq!(undo.wanted.typed, [].into());
    assert_eq!(undo.wanted.presets[&subject("geospatial")][&DISPLAY_NAME], Some("of old".into()));
}

#[test]
fn lines_of_version_2_are_read_and_written_with_every_word() {
    let home = left_by("v2");
    let program = home.start();
    let PlaceRecords { entries, plans, troubles, .. } = program.recall(&place());
    assert_eq!(troubles, []);

    // Newest first: one whose steps are not noted, an undo that was begun with, one that was left.
    let ids: Vec<_> = plans.iter().map(|plan| plan.id.clone()).collect();
    assert_eq!(ids, [id(7), id(5), id(1)]);
    let left = &plans[2];
    assert_eq!(
        left.subjects().collect::<Vec<_>>(),
        ["geospatial", "jupyter", "pytorch-2.4-gpu"].map(subject)
    );
    assert!(left.is_left && !plans[1].is_left);
    assert_eq!((&left.profile, &left.undoes), (&Some("research".into()), &None));
    assert_eq!((&plans[1].profile, &plans[1].undoes), (&None, &Some(id(1))));
    let (before, after) = &left.steps[2];
    assert_eq!(before.value(&DISPLAY_NAME), Some("pytorch-2.4-gpu, as it was"));
    assert_eq!((after.value(&DISPLAY_NAME), after.value(&DESCRIPTION)), (None, Some("words")));

    let parts: Vec<_> = entries
        .iter()
        .map(|entry| (entry.id.clone(), entry.part_of.as_ref().map(|part| (part.plan.clone(), part.step))))
        .collect();
    let right = [(6, Some((5, 0))), (4, None), (3, Some((1, 1))), (2, Some((1, 0)))]
        .map(|(number, part): (_, Option<_>)| (id(number), part.map(|(plan, step)| (id(plan), step))));
    assert_eq!(parts, right);
    assert_eq!(entries[0].undoes, Some(id(2)));
    let verdicts: Vec<_> = entries.iter().map(|entry| entry.verdict.clone()).collect();
    let failed = Verdict::Failed(Some("The role can't be assumed.".into()));
    let refused = Verdict::Refused("1 validation error detected".into());
    assert_eq!(verdicts, [None, Some(failed), Some(refused), Some(Verdict::Verified)]);

    let records: Vec<_> = steps(&entries).into_iter().chain(plans.into_iter().map(Record::Plan)).collect();
    are_written_again(&home, &program, &records);
}

#[test]
fn of_no_other_version_is_a_draft_of_several_lost() {
    let folder = fixtures("v2").join("drafts/123456789012/us-east-1");
    let file = below(&folder).into_iter().find(|file| file.starts_with("3+")).unwrap();
    for (version, is_newer) in VERSIONS {
        let home = left_by("v2");
        let path = home.drafts().join(&file);
        let raw = fs::read_to_string(&path).unwrap().replace("\"version\":2,", version);
        fs::write(&path, &raw).unwrap();
        let recalled = home.start().recall(&place());
        assert_eq!(recalled.drafts.len(), 2, "{version}");
        let said = recalled.troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        is_told_and_stays(&path, &raw, is_newer, &said);
    }
}

#[test]
fn plans_and_their_steps_of_other_versions_are_passed_over_and_counted() {
    let home = left_by("v2");
    let whole = fs::read_to_string(home.journal()).unwrap();
    let lines: Vec<_> = whole.lines().collect();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("{\"version\":2,")) {
        for (version, is_newer) in VERSIONS {
            let other = line.replace("\"version\":2,", version);
            let text = [&lines[..at], &[other.as_str()], &lines[at..]].concat().join("\n") + "\n";
            fs::write(home.journal(), &text).unwrap();
            let recalled = home.start().recall(&place());
            assert_eq!((recalled.entries.len(), recalled.plans.len()), (4, 3));
            let said = recalled.troubles.iter().map(ToString::to_string).collect::<String>();
            let words = if is_newer { "from a newer sagescope" } else { "damaged" };
            assert!(said.contains(&format!("line {} is {words}", at + 1)), "{version}: {said}");
            assert_eq!(fs::read_to_string(home.journal()).unwrap(), text);
        }
    }
}
