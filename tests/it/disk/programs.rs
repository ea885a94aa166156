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
    other.forget(&place(), &subject("subject")).unwrap();
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
    other.forget(&place(), &subject("subject")).unwrap();
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
        program.forget(&place(), &subject("subject")).unwrap();
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
        found.iter().map(|draft| (&draft.subject, &draft.wanted.typed[&DESCRIPTION])).collect();
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
                    assert_eq!(
                        found(&program).iter().find(|draft| draft.subject == kept.subject),
                        Some(&kept)
                    );
                    program.forget(&place(), &subject(&image)).unwrap();
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

#[test]
fn what_was_left_is_not_touched_by_what_is_typed_before_it_is_loaded() {
    let home = Home::new();
    let old = draft("subject", 1, "left before");
    home.start().keep(&old).unwrap();
    let program = home.start();
    let mut search = program.search(&place());
    // Typed before the search comes to the image, and thrown away again after it.
    program.keep(&draft("subject", 2, "typed now")).unwrap();
    while program.step(&mut search) {}
    assert_eq!(search.end().drafts, std::slice::from_ref(&old));
    assert_eq!(below(&home.drafts()).len(), 2);
    program.forget(&place(), &subject("subject")).unwrap();
    only_file(&home.drafts());
    // It is in a form now, and with it in what is kept.
    program.mark_loaded(&place(), &[subject("subject")]);
    let both = draft("subject", 3, "both");
    program.keep(&both).unwrap();
    only_file(&home.drafts());
    assert_eq!(found(&program), [both]);
}

#[test]
fn a_program_that_ends_before_it_loaded_what_was_left_leaves_both() {
    let home = Home::new();
    home.start().keep(&draft("subject", 1, "left before")).unwrap();
    let program = home.start();
    let mut search = program.search(&place());
    while program.step(&mut search) {}
    program.keep(&draft("subject", 2, "typed now")).unwrap();
    drop(program);
    let next = home.start();
    for words in ["typed now", "left before"] {
        assert_eq!(found(&next)[0].wanted.typed[&DESCRIPTION], words);
        next.forget(&place(), &subject("subject")).unwrap();
    }
    assert_eq!(found(&next), []);
}

#[test]
fn two_searches_at_once_find_each_draft_once() {
    let home = Home::new();
    let gone = [home.start(), home.start()];
    gone[0].keep(&draft("subject", 1, "older")).unwrap();
    gone[1].keep(&draft("subject", 2, "newer")).unwrap();
    drop(gone);
    let program = home.start();
    let mut searches = [program.search(&place()), program.search(&place())];
    while searches.iter_mut().any(|search| program.step(search)) {}
    let drafts: Vec<_> = searches.into_iter().flat_map(|search| search.end().drafts).collect();
    assert_eq!(drafts, [draft("subject", 2, "newer")]);
    assert_eq!(below(&home.drafts()).len(), 2);
}

#[test]
fn words_behind_a_field_are_cleaned_too() {
    let home = Home::new();
    let mut kept = draft("subject", 1, "words");
    kept.stashed.insert(DESCRIPTION, vec!["be\u{1b}[31mhind".into()]);
    home.start().keep(&kept).unwrap();
    assert_eq!(found(&home.start())[0].stashed[&DESCRIPTION], ["be\u{fffd}hind"]);
}
