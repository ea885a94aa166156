//! Which alias stands for which version, and what it takes to know.

use std::collections::{BTreeMap, BTreeSet};

use sagescope::domain::AliasMap;

use super::scripted::{Answered, Scripted, good, refused};
use super::*;

/// An image with aliases, as a good service would tell of it.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) versions: BTreeSet<u32>,
    pub(super) holders: BTreeMap<String, u32>,
}

impl Held {
    /// Versions from 1 on, and aliases that are spread over them.
    pub(super) fn of(versions: u32, aliases: u32) -> Self {
        let holders = (0..aliases).map(|it| (format!("alias-{it:03}"), 1 + it % versions.max(1)));
        Self { versions: (1..=versions).collect(), holders: holders.collect() }
    }

    pub(super) fn holding(holders: &[(&str, u32)]) -> Self {
        let holders: BTreeMap<_, _> = holders.iter().map(|(alias, it)| ((*alias).to_owned(), *it)).collect();
        Self { versions: holders.values().copied().collect(), holders }
    }

    /// A page of a hundred, and the token of the next one.
    fn page<T: Into<Value>>(list: &str, all: Vec<T>, body: &Value) -> Answered {
        let from: usize = body["NextToken"].as_str().map_or(0, |token| token.parse().unwrap());
        let more = all.len() > from + 100;
        let items: Vec<Value> = all.into_iter().skip(from).take(100).map(Into::into).collect();
        let next = if more { json!((from + 100).to_string()) } else { Value::Null };
        good(&json!({list: items, "NextToken": next}))
    }

    pub(super) fn answer(&self, operation: &str, body: &Value) -> Answered {
        let version = body["Version"].as_u64().map(|it| u32::try_from(it).unwrap());
        match operation {
            "ListImageVersions" => {
                let versions = self.versions.iter().map(|it| json!({"Version": it, "ImageArn": ARN}));
                Self::page("ImageVersions", versions.collect(), body)
            }
            "ListAliases" if version.is_some_and(|it| !self.versions.contains(&it)) => {
                refused("ResourceNotFound")
            }
            "ListAliases" => {
                let held = self.holders.iter().filter(|(_, holder)| version.is_none_or(|it| it == **holder));
                let names = held.map(|(alias, _)| alias.clone()).collect();
                Self::page("SageMakerImageVersionAliases", names, body)
            }
            "DescribeImageVersion" => match self.holders.get(body["Alias"].as_str().unwrap()) {
                Some(holder) => good(&json!({"Version": holder, "ImageArn": ARN})),
                None => refused("ResourceNotFound"),
            },
            other => panic!("nobody asks for {other}"),
        }
    }

    pub(super) fn texts(&self) -> BTreeMap<Text, u32> {
        self.holders.iter().map(|(alias, holder)| (Text::clean(alias), *holder)).collect()
    }
}

pub(super) const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/pytorch-2.4-gpu";

pub(super) fn map(reply: Reply) -> AliasMap {
    match reply.unwrap() {
        Answer::Aliases(map) => *map,
        other => panic!("no alias map: {other:?}"),
    }
}

pub(super) async fn map_of(
    service: &Scripted,
    versions: Option<&[u32]>,
    instead: Option<&[&str]>,
) -> AliasMap {
    map(service.client().perform(aliases_of_image(versions, instead)).await)
}

#[tokio::test]
async fn the_fewer_calls_are_made() {
    for (versions, count, by_version, by_alias) in [
        (40, 3, 0, 3),
        (2, 9, 2, 0),
        (7, 7, 7, 0),
        (5, 0, 0, 0),
        (1, 0, 0, 0),
        (1, 1, 1, 0),
        (3, 250, 3, 0),
        (250, 101, 0, 101),
    ] {
        let held = Held::of(versions, count);
        let known: Vec<u32> = held.versions.iter().copied().collect();
        for (given, pages) in [(Some(known.as_slice()), 0), (None, versions.div_ceil(100))] {
            let expected = held.clone();
            let script = held.clone();
            let service = Scripted::open(move |operation, body| script.answer(operation, body)).await;
            let map = map_of(&service, given, None).await;
            let row = format!("{versions} versions, {count} aliases, {given:?}");
            assert_eq!(map.holders, expected.texts(), "{row}");
            assert_eq!((map.versions, map.asked), (expected.versions, None), "{row}");
            let names = count.div_ceil(100).max(1);
            let asked = ["ListAliases", "DescribeImageVersion", "ListImageVersions"];
            let asked = asked.map(|operation| u32::try_from(service.count(operation)).unwrap());
            assert_eq!(asked, [names + by_version, by_alias, pages], "{row}");
            let knows_arn = given.is_none() || by_alias > 0;
            assert_eq!(map.image_arn.as_ref().map(Text::as_str), knows_arn.then_some(ARN), "{row}");
        }
    }
}

#[tokio::test]
async fn a_request_asks_for_what_it_says() {
    let service = Scripted::open({
        let held = Held::holding(&[("latest", 2), ("prod", 1)]);
        move |operation, body| held.answer(operation, body)
    })
    .await;
    map_of(&service, Some(&[1]), None).await;
    map_of(&service, Some(&[1, 2, 3]), None).await;
    map_of(&service, None, None).await;
    let asked = service.asked();
    for (operation, body) in [
        ("ListAliases", json!({"ImageName": IMAGE, "MaxResults": 100})),
        ("ListAliases", json!({"ImageName": IMAGE, "MaxResults": 100, "Version": 1})),
        ("DescribeImageVersion", json!({"ImageName": IMAGE, "Alias": "latest"})),
        (
            "ListImageVersions",
            json!({"ImageName": IMAGE, "MaxResults": 100, "SortBy": "VERSION", "SortOrder": "DESCENDING"}),
        ),
    ] {
        assert!(asked.contains(&(operation.to_owned(), body.clone())), "{operation} {body}: {asked:?}");
    }
}

/// It answers only where four ask at once, so that fewer would wait for ever.
#[tokio::test]
async fn four_are_asked_for_at_once_and_never_more() {
    for held in [Held::of(40, 12), Held::of(12, 40)] {
        let known: Vec<u32> = held.versions.iter().copied().collect();
        let script = held.clone();
        let is_one_of_many = |_: &str, body: &Value| body["Version"].is_number() || body["Alias"].is_string();
        let service =
            Scripted::gathering(4, is_one_of_many, move |operation, body| script.answer(operation, body))
                .await;
        let asked = tokio::time::timeout(PATIENCE, map_of(&service, Some(&known), None));
        assert_eq!(asked.await.expect("four at once").holders, held.texts());
        assert_eq!(service.most_at_once(), 4);
        assert_eq!(service.asked().len(), 1 + 12);
    }
}
