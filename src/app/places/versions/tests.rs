//! The versions of an image, page by page.

use super::*;

fn image(name: &str) -> ImageName {
    ImageName::received(name)
}

fn numbered(numbers: impl IntoIterator<Item = u32>) -> Vec<ImageVersion> {
    numbers.into_iter().map(|number| ImageVersion::numbered(image("a"), number)).collect()
}

fn numbers(versions: &Versions) -> Vec<u32> {
    versions.rows().iter().map(|row| row.number).collect()
}

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap()
}

#[test]
fn pages_make_a_list_that_begins_with_the_newest_whatever_their_order() {
    let mut versions = Versions::default();
    versions.begin(second(0));
    let next = PageToken("2".into());
    assert_eq!(versions.take_page(Ok((numbered([3, 7, 5]), Some(next.clone()))), second(1)), Some(next));
    assert_eq!((numbers(&versions), versions.count()), (vec![7, 5, 3], None));
    assert_eq!(versions.take_page(Ok((numbered([4, 5, 1]), None)), second(2)), None);
    assert_eq!((numbers(&versions), versions.count()), (vec![7, 5, 4, 3, 1], Some(5)));
    assert_eq!((versions.row_of(5), versions.row_of(6), versions.row_of(0)), (Ok(1), Err(1), Err(5)));
}

#[test]
fn a_version_that_a_whole_round_does_not_bring_goes_with_what_was_said_of_it() {
    let mut versions = Versions::default();
    versions.begin(second(0));
    versions.take_page(Ok((numbered([2, 1]), None)), second(1));
    for number in [1, 2] {
        versions.described_mut(number).resolve(Ok(numbered([number]).remove(0)), second(2));
    }
    versions.begin(second(3));
    assert_eq!(numbers(&versions), [2, 1], "the old ones stay while others come");
    versions.take_page(Ok((numbered([2]), None)), second(4));
    assert_eq!(numbers(&versions), [2]);
    assert_eq!((versions.described(1), versions.described(2).is_some()), (None, true));
}

#[test]
fn a_page_token_that_comes_twice_ends_the_round_and_leaves_the_rows() {
    let mut versions = Versions::default();
    versions.begin(second(0));
    let page = |number| Ok((numbered([number]), Some(PageToken("again".into()))));
    assert!(versions.take_page(page(2), second(1)).is_some());
    assert!(versions.take_page(page(1), second(2)).is_none());
    assert!(matches!(versions.load.stage, LoadStage::Failed { got: 1, .. }));
    assert_eq!(numbers(&versions), [2]);
    assert!(versions.want_reading(second(3)));
}

#[test]
fn of_many_that_were_described_those_stay_that_were_read_last() {
    let mut versions = Versions::default();
    for number in 0..600 {
        versions.described_mut(number).read_at = Some(second(i64::from(number)));
    }
    assert_eq!((versions.described.len(), versions.described(99)), (DESCRIBED_KEPT, None));
}
