//! What holds over any order of answers and failures.

use proptest::prelude::*;

use crate::domain::FailureClass;
use crate::scan::{Event, Question};

use super::account::{Account, Run, failure};

/// What becomes of one question.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Answered,
    Failed(FailureClass),
    Late,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        12 => Just(Fate::Answered),
        1 => Just(Fate::Failed(FailureClass::Denied)),
        1 => Just(Fate::Failed(FailureClass::NotFound)),
        1 => Just(Fate::Failed(FailureClass::Invalid)),
        2 => Just(Fate::Failed(FailureClass::Throttled)),
        1 => Just(Fate::Failed(FailureClass::TimedOut)),
        2 => Just(Fate::Late),
    ]
}

fn account() -> impl Strategy<Value = Account> {
    (0..4usize, 0..12usize, 0..12usize, 0..12usize, 1..5usize)
        .prop_map(|(domains, profiles, spaces, apps, page)| Account { domains, profiles, spaces, apps, page })
}

/// So often a question is asked at most, of which all but one time because the service throttled: the last time
/// when all the rest is done.
const ATTEMPTS: usize = 5;

proptest! {
    #[test]
    fn it_ends_asks_each_thing_once_and_never_more_than_four_at_once(
        account in account(),
        fates in prop::collection::vec((fate(), any::<prop::sample::Index>()), 0..200),
        stop_after in prop::option::of(0..60usize),
    ) {
        let mut run = Run::begin(account);
        let (mut throttled, mut step): (Vec<Question>, usize) = (Vec::new(), 0);
        let mut fates = fates.into_iter();
        while run.scan.end().is_none() {
            step += 1;
            prop_assert!(step < 2_000, "it does not end");
            if stop_after == Some(step) {
                run.tell(Event::Stopped);
                break;
            }
            let (fate, at) = fates.next().map_or((Fate::Answered, 0), |(fate, at)| {
                (fate, if run.out.is_empty() { 0 } else { at.index(run.out.len()) })
            });
            if run.out.is_empty() {
                prop_assert!(run.rests > 0, "it waits for nothing");
                run.rest();
                continue;
            }
            match fate {
                Fate::Answered => run.answer(at, None),
                Fate::Failed(class) => {
                    if class == FailureClass::Throttled {
                        throttled.push(run.out[at].clone());
                    }
                    run.answer(at, Some(Err(failure(class))));
                }
                Fate::Late if run.rests > 0 => run.rest(),
                Fate::Late => {}
            }
            prop_assert!(run.out.len() <= 4);
        }
        prop_assert!(run.most <= 4);
        for question in &run.asked {
            let asked = run.asked.iter().filter(|other| *other == question).count();
            let excused = throttled.iter().filter(|other| *other == question).count();
            prop_assert!(asked <= 1 + excused && asked <= ATTEMPTS, "{question:?} was asked {asked} times");
        }
        // It says that it is whole only where it has seen everything that is there still.
        let progress = run.scan.progress();
        prop_assert!(progress.done <= progress.all);
        if run.scan.is_whole() {
            prop_assert!(progress.is_counted && progress.done == progress.all);
            prop_assert!(run.scan.troubles().all(|trouble| !trouble.hides_uses()));
        }
    }
}
