//! What is kept of each kind.

use std::fs;

use crate::disk::*;

use super::{draft_of_tags, draft_of_version, files, one_of_each, sorted};

#[test]
fn each_kind_has_a_draft_of_its_own_beside_that_of_its_image() {
    let home = Home::new();
    let program = home.start();
    let others = [
        draft("geospatial", 1, "words"),
        draft_of_several(&["geospatial", "jupyter"], 1, "words"),
        draft_of_version(70, 1, "words"),
    ];
    let kept = sorted(one_of_each(1, "words").into_iter().chain(others));
    for draft in &kept {
        program.keep(draft).unwrap();
    }
    let names = files(&home);
    assert_eq!(names.len(), kept.len(), "{names:?}");
    for file in ["geospatial", "geospatial+aliases", "geospatial+tags", "geospatial+v7", "geospatial+v70"] {
        assert!(names.iter().any(|it| it == file), "{file} {names:?}");
    }
    assert!(names.iter().any(|it| it.ends_with("+tags") && it.starts_with("2+")), "{names:?}");
    assert_eq!(found(&program), kept);
    drop(program);
    // After a kill, by the next program; each is forgotten by itself.
    let program = home.start();
    assert_eq!(found(&program), kept);
    for at in 0..kept.len() {
        program.forget(&place(), &kept[at].subject).unwrap();
        assert_eq!(found(&program), kept[at + 1..]);
    }
    assert_eq!(files(&home), [""; 0]);
}

#[test]
fn the_newest_that_programs_left_comes_first_and_living_ones_keep_theirs() {
    let home = Home::new();
    let programs = [home.start(), home.start()];
    for (second, program) in [2, 1].into_iter().zip(&programs) {
        for it in &one_of_each(second, &format!("words {second}")) {
            program.keep(it).unwrap();
        }
    }
    let other = home.start();
    assert_eq!(found(&other), []);
    drop(programs);
    for second in [2, 1] {
        let left = sorted(one_of_each(second, &format!("words {second}")));
        assert_eq!(found(&other), left);
        for it in &left {
            other.forget(&place(), &it.subject).unwrap();
        }
    }
    assert_eq!(found(&other), []);
}

#[test]
fn what_an_older_sagescope_can_hold_is_written_for_it() {
    let home = Home::new();
    let program = home.start();
    let unread = Draft { base: None, ..draft_of_tags(1, "words") };
    for (draft, right) in [
        (draft("geospatial", 1, "words"), 1),
        (draft_of_several(&["geospatial", "jupyter"], 1, "words"), 2),
        (unread, 3),
    ]
    .into_iter()
    .chain(one_of_each(1, "words").map(|draft| (draft, 3)))
    {
        program.keep(&draft).unwrap();
        let text = fs::read_to_string(only_file(&home.drafts())).unwrap();
        assert!(text.starts_with(&format!("{{\"version\":{right},\"place\":")), "{text}");
        program.forget(&place(), &draft.subject).unwrap();
    }
}
