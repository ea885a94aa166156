//! What a scan asks, finds, and makes of what goes wrong.

use std::cell::Cell;
use std::time::Duration;

use crate::domain::{
    FailureClass, ImageReference, SettingsOf, StudioApp, StudioDomain, StudioStatus, UserProfile,
};
use crate::domain::{Holder, HolderKind};
use crate::scan::{End, Event, Progress, Question, UserKey};
use crate::service::{Answer, PageToken, Reply};

use super::account::{Account, IMAGE, Run, custom, domain, failure, name};

fn all_well(_: &Question) -> Option<Reply> {
    None
}

fn is_page(kind: HolderKind) -> impl Fn(&Question) -> bool {
    move |question| matches!(question, Question::Page(of, _) if *of == kind)
}

fn is_description(kind: HolderKind) -> impl Fn(&Question) -> bool {
    move |question| matches!(question, Question::Describe(holder) if holder.kind() == kind)
}

#[test]
fn the_lists_come_first_and_four_are_out_at_once() {
    let mut run = Run::begin(Account::SMALL);
    let operations = |run: &Run| run.out.iter().map(Question::operation).collect::<Vec<_>>();
    assert_eq!(operations(&run), ["ListDomains", "ListUserProfiles", "ListSpaces", "ListApps"]);
    // A list of one page leaves its lane to what has to be described.
    run.answer(0, None);
    assert_eq!(operations(&run), ["ListUserProfiles", "ListSpaces", "ListApps", "DescribeDomain"]);
    run.answer(0, None);
    assert_eq!(operations(&run), ["ListSpaces", "ListApps", "DescribeDomain", "ListUserProfiles"]);
    assert_eq!(run.scan.progress(), Progress { done: 0, all: 4, is_counted: false });
    run.finish(all_well);
    assert_eq!((run.asked.len(), run.most), (Account::SMALL.calls(), 4));
    let all = 2 + 5 + 3 + 4;
    assert_eq!(run.scan.progress(), Progress { done: all, all, is_counted: true });
    assert!(run.scan.is_whole());
}

#[test]
fn users_are_found_in_order_and_each_counts_once() {
    let mut run = Run::begin(Account::SMALL);
    run.finish(all_well);
    assert_eq!(run.count(), Account::SMALL.users());
    assert_eq!(run.scan.found().count(&name("other")), 0);
    let keys: Vec<_> = run.scan.found().users_of(&name(IMAGE)).iter().map(|user| user.key.clone()).collect();
    let account = Account::SMALL;
    let of_domain = |at: usize| {
        let mut keys = vec![
            UserKey::Defaults(domain(at), SettingsOf::Users),
            UserKey::Defaults(domain(at), SettingsOf::Spaces),
        ];
        keys.extend((at..5).step_by(2).map(|at| UserKey::UserProfile(account.profile(at))));
        keys.extend((at..3).step_by(2).map(|at| UserKey::Space(account.space(at))));
        keys.extend((at..4).step_by(2).map(|at| UserKey::App(account.app(at).key)));
        keys
    };
    assert_eq!(keys, [of_domain(0), of_domain(1)].concat());
    // The defaults for users name it twice: one user all the same.
    assert_eq!(run.scan.found().users_of(&name(IMAGE))[0].uses.len(), 2);
    let failed = run.scan.found().users_of(&name(IMAGE)).into_iter();
    let reasons = failed.filter(|user| user.failure_reason.is_some()).count();
    assert_eq!(reasons, 2, "the apps that failed say why");
}

#[test]
fn only_images_of_this_account_and_region_are_kept_and_case_counts_in_names_alone() {
    let mut run = Run::begin(Account { domains: 1, profiles: 1, spaces: 0, apps: 3, page: 9 });
    let arn = |arn: &str| ImageReference::by_arn(Some(arn), None, None);
    let references = [
        arn("arn:aws:sagemaker:us-east-1:123456789012:image/BASE"),
        arn("arn:aws:sagemaker:us-east-1:081325390199:image/base"),
        arn("arn:aws:sagemaker:eu-west-1:123456789012:image/base"),
    ];
    run.finish(|question| {
        Some(Ok(match question {
            Question::Page(HolderKind::App, _) => {
                let apps = references.iter().enumerate();
                let apps = apps
                    .map(|(at, reference)| StudioApp {
                        reference: reference.clone(),
                        ..Account::SMALL.app(at * 3 + 1)
                    })
                    .collect();
                Answer::Apps { apps, next: None }
            }
            Question::Describe(Holder::UserProfile(key)) => Answer::UserProfile(Box::new(UserProfile {
                uses: Some(vec![
                    custom("Base", None, SettingsOf::Itself),
                    custom("lab", None, SettingsOf::Itself),
                ]),
                ..UserProfile::of(key.clone())
            })),
            Question::Describe(Holder::Domain(id)) => Answer::Domain(Box::new(StudioDomain::of(id.clone()))),
            _ => return None,
        }))
    });
    let count = |image: &str| run.scan.found().count(&name(image));
    // The app's ARN may mean either; the name in the profile means one.
    assert_eq!((count("base"), count("Base"), count("BASE"), count("lab")), (1, 2, 1, 1));
    for image in ["base", "Base", "lab"] {
        assert_eq!(run.scan.found().users_of(&name(image)).len(), count(image), "{image}");
    }
}

#[test]
fn apps_that_are_no_more_use_nothing_and_only_failed_ones_of_ours_are_described() {
    let mut run = Run::begin(Account { domains: 0, profiles: 0, spaces: 0, apps: 3, page: 9 });
    run.finish(|question| {
        let app = |at, status| StudioApp {
            status: Some(StudioStatus::from_word(status)),
            ..Account::SMALL.app(at)
        };
        let elsewhere = StudioApp {
            reference: ImageReference::by_arn(Some("arn:aws:sagemaker:us-east-1:1:image/base"), None, None),
            ..app(2, "Failed")
        };
        let apps = vec![app(0, "Deleted"), app(1, "InService"), elsewhere];
        is_page(HolderKind::App)(question).then_some(Ok(Answer::Apps { apps, next: None }))
    });
    assert_eq!(run.count(), 1);
    assert!(!run.asked.iter().any(is_description(HolderKind::App)), "{:?}", run.asked);
}

#[test]
fn a_failure_dims_its_part_and_the_rest_goes_on() {
    for kind in HolderKind::ALL {
        for class in [FailureClass::Denied, FailureClass::TimedOut, FailureClass::Service] {
            let mut run = Run::begin(Account::SMALL);
            run.finish(|question| is_page(kind)(question).then(|| Err(failure(class))));
            let troubles: Vec<_> = run.scan.troubles().collect();
            assert_eq!((troubles.len(), troubles[0].operation), (1, kind.listing()), "{kind:?}");
            assert_eq!((troubles[0].lacking, troubles[0].failure.class), (None, class));
            assert_eq!(run.scan.end(), Some(&End::Done));
            assert!(!run.scan.is_whole(), "{kind:?}");
            assert_eq!(run.scan.tally(kind).listed, 0);
            assert!(run.count() > 0, "the rest was found");

            let mut run = Run::begin(Account::SMALL);
            run.finish(|question| is_description(kind)(question).then(|| Err(failure(class))));
            let troubles: Vec<_> = run.scan.troubles().collect();
            assert_eq!((troubles.len(), troubles[0].operation), (1, kind.describing()), "{kind:?}");
            let lacking = match kind {
                HolderKind::UserProfile => 5,
                HolderKind::Space => 3,
                HolderKind::Domain | HolderKind::App => 2,
            };
            assert_eq!(troubles[0].lacking, Some(lacking));
            // Why an app failed is good to know; that it uses the image is known without.
            assert_eq!(run.scan.is_whole(), kind == HolderKind::App, "{kind:?}");
            let progress = run.scan.progress();
            assert_eq!(progress.done, progress.all);
        }
    }
}

#[test]
fn what_vanished_meanwhile_is_passed_over_and_counted() {
    for kind in HolderKind::ALL {
        let mut run = Run::begin(Account::SMALL);
        run.finish(|question| is_description(kind)(question).then(|| Err(failure(FailureClass::NotFound))));
        assert_eq!(run.scan.troubles().count(), 0, "{kind:?}");
        assert!(run.scan.is_whole());
        let tally = run.scan.tally(kind);
        assert!(tally.vanished > 0 && tally.read + tally.vanished == tally.listed, "{kind:?} {tally:?}");
        let users = run.scan.found().users_of(&name(IMAGE)).len();
        assert_eq!(users, run.count());
        assert!(users < Account::SMALL.users(), "{kind:?}");
    }
}

#[test]
fn a_token_that_is_refused_or_comes_again_ends_its_list_with_a_word() {
    for (reply, says) in [
        (Err(failure(FailureClass::Invalid)), "said the service"),
        (
            Ok(Answer::UserProfiles { profiles: Vec::new(), next: Some(PageToken("2".into())) }),
            "same page token",
        ),
    ] {
        let reply: Reply = reply;
        let mut run = Run::begin(Account::SMALL);
        run.finish(|question| match question {
            Question::Page(HolderKind::UserProfile, Some(_)) => Some(reply.clone()),
            Question::Page(..) | Question::Describe(_) => None,
        });
        let trouble = run.scan.troubles().next().unwrap();
        assert!(trouble.failure.message.as_str().contains(says), "{trouble:?}");
        let tally = run.scan.tally(HolderKind::UserProfile);
        assert_eq!((tally.listed, tally.read, tally.is_counted), (2, 2, false), "the first page counts");
        assert!(!run.scan.is_whole());
    }
}

#[test]
fn where_the_service_throttles_less_is_asked_at_once_and_slowly_more_again() {
    let mut run = Run::begin(Account { profiles: 60, page: 100, ..Account::SMALL });
    while !run.scan.progress().is_counted {
        run.answer(0, None);
    }
    assert_eq!(run.out.len(), 4);
    for _ in 0..3 {
        run.answer(0, Some(Err(failure(FailureClass::Throttled))));
        assert!(run.scan.is_throttled());
    }
    assert_eq!((run.rests, run.out.len()), (1, 1), "three at once are one word, and nothing goes out");
    run.answer(0, None);
    assert_eq!(run.out.len(), 0);
    run.rest();
    let mut widths = vec![run.out.len()];
    while run.scan.end().is_none() {
        run.answer(0, None);
        if run.scan.end().is_none() && widths.last() != Some(&run.out.len()) && run.out.len() > 1 {
            widths.push(run.out.len());
        }
    }
    assert_eq!(widths[..3], [2, 3, 4]);
    assert!(run.scan.is_whole(), "what was throttled was asked again: {:?}", run.scan.troubles().next());
    assert_eq!(run.count(), run.account.users());
}

#[test]
fn a_service_that_throttles_for_ever_is_left_alone_at_last() {
    let mut run = Run::begin(Account::SMALL);
    run.finish(|question| {
        is_description(HolderKind::Space)(question).then(|| Err(failure(FailureClass::Throttled)))
    });
    let trouble = run.scan.troubles().next().unwrap();
    assert_eq!((trouble.lacking, trouble.failure.class), (Some(3), FailureClass::Throttled));
    assert!(!run.scan.is_whole());
    // Of very many, not each is asked for until it is given up.
    let mut run = Run::begin(Account { spaces: 400, page: 100, ..Account::SMALL });
    run.finish(|question| {
        is_description(HolderKind::Space)(question).then(|| Err(failure(FailureClass::Throttled)))
    });
    assert_eq!(run.scan.troubles().next().unwrap().lacking, Some(400));
    assert!(run.rested < Duration::from_secs(90), "{:?} of rest", run.rested);
    let spaces = run.asked.iter().filter(|question| is_description(HolderKind::Space)(question)).count();
    assert!(spaces < 40, "{spaces}");
    assert_eq!(run.scan.progress().done, run.scan.progress().all);
}

#[test]
fn it_is_stopped_by_the_person_or_where_asking_on_makes_no_sense() {
    let mut run = Run::begin(Account::SMALL);
    run.answer(0, None);
    run.answer(3, None);
    let found = run.count();
    run.tell(Event::Stopped);
    assert_eq!(run.scan.end(), Some(&End::Stopped));
    assert!(found > 0 && !run.scan.is_whole());
    let asked = run.asked.len();
    // What was out comes all the same, and late.
    while !run.out.is_empty() {
        run.answer(0, None);
    }
    assert_eq!((run.asked.len(), run.count()), (asked, found));

    let mut run = Run::begin(Account::SMALL);
    run.answer(0, Some(Err(failure(FailureClass::Expired))));
    assert!(matches!(run.scan.end(), Some(End::Halted(failure)) if failure.class == FailureClass::Expired));
    assert_eq!(run.asked.len(), 4);
}

#[test]
fn an_answer_to_another_question_is_no_answer() {
    let mut run = Run::begin(Account::SMALL);
    run.finish(|question| {
        let stray = StudioDomain::of(domain(77));
        is_description(HolderKind::Domain)(question).then(|| Ok(Answer::Domain(Box::new(stray))))
    });
    assert_eq!(run.scan.troubles().next().map(|trouble| trouble.lacking), Some(Some(2)));
    assert!(run.scan.found().domain(&domain(77)).is_none());
}

#[test]
fn what_a_burst_of_throttling_left_out_is_asked_once_more_at_the_end() {
    let account = Account { domains: 10, profiles: 30, spaces: 30, apps: 30, page: 7 };
    for kind in HolderKind::ALL {
        for (is_list, times) in [(false, 8), (true, 4)] {
            let mut run = Run::begin(account);
            let left = Cell::new(times);
            run.finish(|question| {
                let is_it = if is_list { is_page(kind)(question) } else { is_description(kind)(question) };
                let is_refused = is_it && left.get() > 0;
                left.set(left.get() - i32::from(is_refused));
                is_refused.then(|| Err(failure(FailureClass::Throttled)))
            });
            let trouble = run.scan.troubles().next();
            assert!(run.scan.is_whole() && trouble.is_none(), "{kind:?} {is_list}: {trouble:?}");
            assert_eq!(run.count(), account.users());
            let progress = run.scan.progress();
            assert_eq!((progress.done, progress.is_counted), (progress.all, true));
        }
    }
}
