//! Two programs at once, and programs that ended badly.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Barrier;
use std::thread;

use super::*;

#[test]
fn the_draft_of_a_living_program_is_left_to_it() {
    let home = Home::new();
    let (one, other) = (home.start(), home.start());
    one.keep(&draft("subject", 1, "words")).unwrap();
    assert_eq!(found(&other), []);
    other.forget(&place(), &name("subject")).unwrap();
    assert_eq!(found(&one), [draft("subject", 1, "words")]);
    drop(one);
    assert_eq!(found(&other), [draft("subject", 1, "words")]);
}

#[test]
fn two_programs_with_the_same_image_keep_both_drafts() {
    let home = Home::new();
    let (one, other) = (home.start(), home.start());
    one.keep(&draft("subject", 1, "of one")).unwrap();
    other.keep(&draft("subject", 2, "of the other")).unwrap();
    assert_eq!(found(&one), [draft("subject", 1, "of one")]);
    assert_eq!(found(&other), [draft("subject", 2, "of the other")]);
    other.forget(&place(), &name("subject")).unwrap();
    assert_eq!(found(&one), [draft("subject", 1, "of one")]);
}

#[test]
fn of_several_left_behind_the_newest_comes_first_and_the_others_after_it() {
    let home = Home::new();
    let programs = [home.start(), home.start(), home.start()];
    for (second, program) in [2, 3, 1].into_iter().zip(&programs) {
        program.keep(&draft("subject", second, &format!("words {second}"))).unwrap();
    }
    drop(programs);
    let program = home.start();
    for second in [3, 2, 1] {
        for _ in 0..2 {
            assert_eq!(found(&program), [draft("subject", second, &format!("words {second}"))]);
        }
        program.forget(&place(), &name("subject")).unwrap();
    }
    assert_eq!(found(&program), []);
}

#[test]
fn what_was_adopted_lives_on_when_its_new_program_ends_too() {
    let home = Home::new();
    home.start().keep(&draft("subject", 1, "words")).unwrap();
    for _ in 0..3 {
        assert_eq!(found(&home.start()), [draft("subject", 1, "words")]);
        only_file(&home.drafts());
    }
}

#[test]
fn of_programs_that_adopt_at_once_each_draft_goes_to_one() {
    let home = Home::new();
    let left: BTreeSet<_> = (0..12).map(|number| format!("image-{}", number % 6)).collect();
    let gone = [home.start(), home.start()];
    for (number, program) in gone.iter().enumerate() {
        for image in &left {
            program.keep(&draft(image, 0, &format!("words {number}"))).unwrap();
        }
    }
    drop(gone);
    let heirs: Vec<_> = (0..4).map(|_| home.start()).collect();
    let together = Barrier::new(heirs.len());
    let found: Vec<Vec<Draft>> = thread::scope(|scope| {
        let recall = |heir| {
            together.wait();
            found(heir)
        };
        let each: Vec<_> = heirs.iter().map(|heir| scope.spawn(move || recall(heir))).collect();
        each.into_iter().map(|heir| heir.join().unwrap()).collect()
    });
    let found: Vec<_> = found.iter().flatten().collect();
    let different: BTreeSet<_> =
        found.iter().map(|draft| (&draft.image, &draft.typed[&Field::Description])).collect();
    assert_eq!((found.len(), different.len()), (12, 12));
    assert_eq!(below(&home.drafts()).len(), 12);
}

#[test]
fn programs_that_start_and_end_at_once_never_take_from_the_living() {
    let home = Home::new();
    thread::scope(|scope| {
        for number in 0..4 {
            let home = &home;
            scope.spawn(move || {
                let image = format!("image-{number}");
                for second in 0..15 {
                    let program = home.start();
                    let kept = draft(&image, second, "words");
                    program.keep(&kept).unwrap();
                    let _ = home.start().recall(&place());
                    assert_eq!(found(&program).iter().find(|draft| draft.image == kept.image), Some(&kept));
                    program.forget(&place(), &name(&image)).unwrap();
                }
            });
        }
    });
    assert_eq!(below(&home.state().join("sessions")), [] as [&str; 0]);
}

#[test]
fn locks_and_half_written_files_left_behind_are_cleared_away() {
    let home = Home::new();
    let living = home.start();
    living.keep(&draft("subject", 1, "words")).unwrap();
    let sessions = home.state().join("sessions");
    let lock = only_file(&sessions);
    for name in ["0dead.lock", ".half.tmp", "notes.txt"] {
        fs::write(sessions.join(name), "").unwrap();
    }
    let half = home.drafts().join(".0dead~x.tmp");
    fs::write(&half, "{").unwrap();
    let next = home.start();
    assert!(lock.exists() && sessions.join("notes.txt").exists());
    assert_eq!(below(&sessions).len(), 3);
    assert_eq!(found(&next), []);
    assert!(!half.exists());
}
