//! Drafts and lines of the journal that other versions left.

use std::fs;

use sagescope::edit::Verdict;

use crate::disk::*;

use super::{
    VERSIONS, are_written_again, drafts_kept_again, elsewhere, fixtures, is_told_and_stays, left_by,
};

/// What was read is kept again: with every word, and still as version 1 has it.
#[test]
fn drafts_of_version_1_are_read_and_written_with_every_word() {
    let drafts = drafts_kept_again("v1");
    let [typed, unread] = &drafts[..] else { panic!("{drafts:?}") };
    assert_eq!(typed.subject, subject("geospatial"));
    assert_eq!(typed.wanted.typed[&DISPLAY_NAME], "Geospatial 1.1");
    assert_eq!(typed.wanted.typed[&DESCRIPTION], "  typed, right or wrong ");
    assert_eq!(typed.wanted.typed[&ROLE], "arn:aws:iam::12");
    assert_eq!(typed.stashed[&DISPLAY_NAME], ["the first words behind", "the second"]);
    assert_eq!(typed.stashed[&ROLE], ["arn:aws:iam::99"]);
    let Some(Snapshot::Image(base)) = &typed.base else { panic!("{typed:?}") };
    assert_eq!(base.description, Some("GDAL, rasterio and \"friends\" – größer".into()));
    assert_eq!(base.failure_reason, Some("The role can't be assumed.".into()));
    assert_eq!(unread.subject, subject("never-read"));
    assert_eq!(unread.base, None);
    assert_eq!(unread.wanted.typed[&DESCRIPTION], "typed before the image was read");
}

#[test]
fn lines_of_version_1_are_read_and_written_with_every_word() {
    let home = left_by("v1");
    let program = home.start();
    let recalled = program.recall(&place());
    assert_eq!(recalled.troubles, []);
    let mut entries = recalled.entries;
    entries.reverse();
    let reason: Text = "The role can't be assumed.".into();
    let verdicts: Vec<_> = entries.iter().map(|entry| entry.verdict.clone()).collect();
    assert_eq!(
        verdicts,
        [
            None,
            Some(Verdict::Verified),
            Some(Verdict::Failed(Some(reason))),
            Some(Verdict::Failed(None)),
            Some(Verdict::Differs),
            Some(Verdict::NotApplied),
            Some(Verdict::Refused("1 validation error detected".into())),
            Some(Verdict::Gone),
            Some(Verdict::Unknowable),
        ]
    );
    assert_eq!(entries[1].undoes.as_ref(), Some(&entries[0].id));
    assert_eq!(entries[0].profile, Some("research".into()));
    assert_eq!(entries[8].after.value(&DESCRIPTION), Some("words 8"));
    let there = program.recall(&elsewhere());
    assert_eq!((there.entries.len(), there.troubles), (1, Vec::new()));
    entries.extend(there.entries);
    are_written_again(&home, &program, &steps(&entries));
}

#[test]
fn of_no_other_version_is_a_draft_lost() {
    let fixtures = fixtures("v1").join("drafts/123456789012/us-east-1");
    let file = below(&fixtures).into_iter().find(|file| file.starts_with("geospatial~")).unwrap();
    for (version, is_newer) in VERSIONS {
        let home = left_by("v1");
        let path = home.drafts().join(&file);
        let raw = fs::read_to_string(&path).unwrap().replace("\"version\":1,", version);
        fs::write(&path, &raw).unwrap();
        let program = home.start();
        let recalled = program.recall(&place());
        assert_eq!(recalled.drafts.len(), 1, "{version}");
        let said = recalled.troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        // What is typed now does not touch it.
        program.keep(&draft("geospatial", 1, "typed now")).unwrap();
        program.forget(&place(), &subject("geospatial")).unwrap();
        is_told_and_stays(&path, &raw, is_newer, &said);
    }
}

#[test]
fn lines_of_other_versions_are_passed_over_and_counted() {
    let home = left_by("v1");
    let whole = fs::read_to_string(home.journal()).unwrap();
    let first = whole.lines().next().unwrap();
    let others = VERSIONS.map(|(version, _)| first.replace("\"version\":1,", version) + "\n").concat();
    fs::write(home.journal(), others.clone() + &whole).unwrap();
    let program = home.start();
    let said = trouble(&program);
    assert!(said.contains("7 lines are damaged, the first is line 3"), "{said}");
    assert!(said.contains("2 lines are from a newer sagescope, the first is line 1"), "{said}");
    let entries = program.recall(&place()).entries;
    assert_eq!(entries.len(), 9);
    program.note_all(&steps(&entries)).unwrap();
    assert!(fs::read_to_string(home.journal()).unwrap().starts_with(&(others + &whole)));
}
