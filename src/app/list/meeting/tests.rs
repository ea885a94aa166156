//! Ends that meet, where a service changes meanwhile, and where it is otherwise than it should be.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::app::LoadStage;
use crate::domain::{FailureClass, ImageName};

/// A service, in whose order of names capital letters count for little.
#[derive(Debug, Default)]
struct Service {
    images: BTreeSet<(String, String)>,
    size: usize,
    ignores_order: bool,
}

impl Service {
    fn of(names: &BTreeSet<String>, size: usize) -> Self {
        Self { images: names.iter().map(|name| key(name)).collect(), size, ignores_order: false }
    }

    fn page(&self, end: ListEnd, after: Option<&PageToken>) -> Page<Image> {
        let end = if self.ignores_order { ListEnd::Front } else { end };
        let after = after.map(|token| key(&token.0));
        let mut wanted: Vec<_> = match end {
            ListEnd::Front => {
                self.images.iter().filter(|it| after.as_ref().is_none_or(|edge| *it > edge)).collect()
            }
            ListEnd::Back => {
                self.images.iter().rev().filter(|it| after.as_ref().is_none_or(|edge| *it < edge)).collect()
            }
        };
        let has_more = wanted.len() > self.size;
        wanted.truncate(self.size);
        let next = wanted.last().filter(|_| has_more).map(|(_, name)| PageToken(name.clone()));
        (wanted.into_iter().map(|(_, name)| Image::named(ImageName::received(name))).collect(), next)
    }
}

fn key(name: &str) -> (String, String) {
    (name.to_lowercase(), name.to_owned())
}

/// What happens while the list is read.
#[derive(Debug, Clone)]
enum Event {
    Create(String),
    Delete(usize),
    /// One of the pages that are asked for is answered.
    Answer(usize),
    /// One of them can't be had.
    Fail(usize),
}

fn name() -> impl Strategy<Value = String> {
    "[abAB]{1,4}"
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        1 => name().prop_map(Event::Create),
        1 => any::<usize>().prop_map(Event::Delete),
        4 => any::<usize>().prop_map(Event::Answer),
    ]
}

type Wanted = Vec<(ListEnd, Option<PageToken>)>;

/// Reads the list through; gives how many pages were asked for, and whether all is said to be here.
fn read(
    images: &mut Images,
    service: &mut Service,
    events: &[Event],
    throughout: &mut BTreeSet<String>,
) -> usize {
    let mut wanted: Wanted = vec![(ListEnd::Front, None)];
    let (mut asked, mut events) = (1, events.iter());
    images.begin_round(Timestamp::UNIX_EPOCH);
    while !wanted.is_empty() {
        let event = events.next().cloned().unwrap_or(Event::Answer(0));
        let (at, is_lost) = match event {
            Event::Create(name) => {
                service.images.insert(key(&name));
                continue;
            }
            Event::Delete(which) => {
                let gone = service.images.iter().nth(which % service.images.len().max(1)).cloned();
                if let Some(gone) = gone {
                    service.images.remove(&gone);
                    throughout.remove(&gone.1);
                }
                continue;
            }
            Event::Answer(which) => (which % wanted.len(), false),
            Event::Fail(which) => (which % wanted.len(), true),
        };
        let (end, after) = wanted.remove(at);
        let page = if is_lost { Err(throttled()) } else { Ok(service.page(end, after.as_ref())) };
        match images.take_page(end, page, Timestamp::UNIX_EPOCH) {
            Taken::GoesOn(more) => {
                asked += more.len();
                wanted.extend(more);
            }
            Taken::Ended => return asked,
        }
    }
    panic!("it waits for nothing: {images:?}")
}

fn throttled() -> Failure {
    Failure::new(FailureClass::Throttled, "Rate exceeded")
}

fn names(images: &Images) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for image in images.rows().iter() {
        *names.entry(image.name_str().to_owned()).or_default() += 1;
    }
    names
}

fn some(count: usize) -> BTreeSet<String> {
    (0..count).map(|number| format!("image-{number:03}")).collect()
}

proptest! {
    #[test]
    fn no_image_that_was_there_all_the_time_is_missed_and_none_comes_twice(
        before in prop::collection::btree_set(name(), 0..40),
        old in prop::collection::btree_set(name(), 0..10),
        size in 1..5_usize,
        events in prop::collection::vec(event(), 0..60),
    ) {
        let mut images = Images::default();
        // What an earlier round brought and is not there any more goes.
        let mut earlier = Service::of(&old, size);
        read(&mut images, &mut earlier, &[], &mut BTreeSet::new());
        let mut service = Service::of(&before, size);
        let mut throughout = before.clone();
        let created: BTreeSet<_> = events.iter().filter_map(|event| match event {
            Event::Create(name) => Some(name.clone()),
            _ => None,
        }).collect();
        read(&mut images, &mut service, &events, &mut throughout);
        prop_assert_eq!(&images.load.stage, &LoadStage::Idle);
        let listed = names(&images);
        prop_assert!(listed.values().all(|times| *times == 1), "{:?}", listed);
        for name in &throughout {
            prop_assert!(listed.contains_key(name), "{name} of {listed:?}");
        }
        for name in listed.keys() {
            prop_assert!(before.contains(name) || created.contains(name), "{name}");
        }
    }

    #[test]
    fn a_service_that_knows_one_order_is_read_from_one_end(
        count in 0..60_usize,
        size in 1..5_usize,
        answered in prop::collection::vec(any::<usize>(), 0..40),
    ) {
        let events: Vec<_> = answered.into_iter().map(Event::Answer).collect();
        let mut service = Service { ignores_order: true, ..Service::of(&some(count), size) };
        let mut images = Images::default();
        read(&mut images, &mut service, &events, &mut BTreeSet::new());
        prop_assert_eq!(&images.load.stage, &LoadStage::Idle);
        prop_assert_eq!(images.len(), count);
    }

    #[test]
    fn where_one_end_is_lost_the_other_brings_all(
        count in 1..60_usize,
        size in 1..5_usize,
        answered in prop::collection::vec(any::<usize>(), 1..20),
        lost in any::<usize>(),
    ) {
        let all = some(count);
        let mut events: Vec<_> = answered.into_iter().map(Event::Answer).collect();
        events.push(Event::Fail(lost));
        let (mut images, mut service) = (Images::default(), Service::of(&all, size));
        read(&mut images, &mut service, &events, &mut BTreeSet::new());
        prop_assert_eq!(&images.load.stage, &LoadStage::Idle);
        prop_assert_eq!(images.len(), count);
    }
}

#[test]
fn a_list_of_one_page_is_one_request_and_a_long_one_hardly_more_than_it_has_pages() {
    let both: Vec<_> = (0..100).map(|_| Event::Answer(0)).collect();
    for (count, asked) in [(0, 1), (3, 1), (4, 3), (30, 12), (31, 12)] {
        let (mut images, mut service) = (Images::default(), Service::of(&some(count), 3));
        assert_eq!(read(&mut images, &mut service, &both, &mut BTreeSet::new()), asked, "{count}");
        assert_eq!(images.len(), count);
    }
}

#[test]
fn what_is_told_to_have_come_is_what_is_there() {
    let (mut images, service) = (Images::default(), Service::of(&some(7), 2));
    images.begin_round(Timestamp::UNIX_EPOCH);
    let mut after: BTreeMap<bool, Option<PageToken>> = BTreeMap::new();
    for end in [ListEnd::Front, ListEnd::Back, ListEnd::Front] {
        let token = after.remove(&(end == ListEnd::Back)).flatten();
        let page = service.page(end, token.as_ref());
        after.insert(end == ListEnd::Back, page.1.clone());
        images.take_page(end, Ok(page), Timestamp::UNIX_EPOCH);
        assert_eq!(images.load.stage, LoadStage::Loading { got: images.len() });
    }
}

#[test]
fn where_both_are_lost_it_has_failed_with_what_it_has() {
    let (mut images, service) = (Images::default(), Service::of(&some(9), 2));
    images.begin_round(Timestamp::UNIX_EPOCH);
    images.take_page(ListEnd::Front, Ok(service.page(ListEnd::Front, None)), Timestamp::UNIX_EPOCH);
    let first = images.take_page(ListEnd::Back, Err(throttled()), Timestamp::UNIX_EPOCH);
    assert_eq!((first, images.load.is_loading()), (Taken::GoesOn(Vec::new()), true));
    let second = images.take_page(ListEnd::Front, Err(throttled()), Timestamp::UNIX_EPOCH);
    assert_eq!(second, Taken::Ended);
    assert_eq!(images.load.stage, LoadStage::Failed { failure: throttled(), got: 2 });
}

#[test]
fn a_token_is_its_ends_own() {
    let page = |name: &str| Ok((vec![Image::named(ImageName::received(name))], Some(PageToken("1".into()))));
    let mut images = Images::default();
    images.begin_round(Timestamp::UNIX_EPOCH);
    images.take_page(ListEnd::Front, page("a"), Timestamp::UNIX_EPOCH);
    images.take_page(ListEnd::Back, page("z"), Timestamp::UNIX_EPOCH);
    assert!(images.load.is_loading());
    // Each leads in a circle, and nothing is left that could.
    images.take_page(ListEnd::Back, page("y"), Timestamp::UNIX_EPOCH);
    assert!(images.load.is_loading());
    images.take_page(ListEnd::Front, page("b"), Timestamp::UNIX_EPOCH);
    assert!(matches!(images.load.stage, LoadStage::Failed { got: 2, .. }), "{:?}", images.load.stage);
}

#[test]
fn a_list_without_an_end_breaks_off_and_says_so() {
    let mut images = Images::default();
    images.begin_round(Timestamp::UNIX_EPOCH);
    let mut pages = 0;
    while images.load.is_loading() {
        pages += 1;
        let image = Image::named(ImageName::received(&format!("i-{}", pages % 7)));
        let page = (vec![image], Some(PageToken(format!("{pages}"))));
        images.take_page(ListEnd::Front, Ok(page), Timestamp::UNIX_EPOCH);
        images.take_page(
            ListEnd::Back,
            Err(Failure::new(FailureClass::Invalid, "no")),
            Timestamp::UNIX_EPOCH,
        );
    }
    let LoadStage::Failed { failure, got } = &images.load.stage else { panic!("{:?}", images.load.stage) };
    assert_eq!((pages, *got, images.len()), (10_000, 7, 7));
    assert_eq!(
        failure.message.to_string(),
        "the service returned 10000 pages and went on, so the images are incomplete"
    );
}
