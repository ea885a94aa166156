//! Which alias stands for which version: what it takes to know, and what comes in between.

use std::collections::{BTreeMap, BTreeSet};

use sagescope::domain::AliasMap;

use super::scripted::{Answered, Scripted, good, refused};
use super::*;

/// An image with aliases, as a good service would tell of it.
#[derive(Clone)]
struct Held {
    versions: BTreeSet<u32>,
    holders: BTreeMap<String, u32>,
}

impl Held {
    /// Versions from 1 on, and aliases that are spread over them.
    fn of(versions: u32, aliases: u32) -> Self {
        let holders = (0..aliases).map(|it| (format!("alias-{it:03}"), 1 + it % versions.max(1)));
        Self { versions: (1..=versions).collect(), holders: holders.collect() }
    }

    fn holding(holders: &[(&str, u32)]) -> Self {
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

    fn answer(&self, operation: &str, body: &Value) -> Answered {
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

    fn texts(&self) -> BTreeMap<Text, u32> {
        self.holders.iter().map(|(alias, holder)| (Text::clean(alias), *holder)).collect()
    }
}

const ARN: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/pytorch-2.4-gpu";

fn map(reply: Reply) -> AliasMap {
    match reply.unwrap() {
        Answer::Aliases(map) => *map,
        other => panic!("no alias map: {other:?}"),
    }
}

async fn map_of(service: &Scripted, versions: Option<&[u32]>, instead: Option<&[&str]>) -> AliasMap {
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

#[tokio::test]
async fn what_moved_meanwhile_is_asked_for_by_itself() {
    let service = Scripted::open(|operation, body| match (operation, body["Version"].as_u64()) {
        ("ListAliases", None) => {
            good(&json!({"SageMakerImageVersionAliases": ["gone", "moved", "new", "still"]}))
        }
        ("ListAliases", Some(1)) => good(&json!({"SageMakerImageVersionAliases": ["moved", "still"]})),
        ("ListAliases", Some(2)) => good(&json!({"SageMakerImageVersionAliases": ["moved", "since"]})),
        ("ListAliases", Some(3)) => refused("ResourceNotFound"),
        ("DescribeImageVersion", None) => match body["Alias"].as_str().unwrap() {
            "moved" => good(&json!({"Version": 2})),
            "new" => good(&json!({"Version": 7})),
            "gone" => refused("ResourceNotFound"),
            other => panic!("{other} is known already"),
        },
        other => panic!("{other:?}"),
    })
    .await;
    let map = map_of(&service, Some(&[1, 2, 3]), None).await;
    let holders = [("moved", 2), ("new", 7), ("since", 2), ("still", 1)];
    assert_eq!(map.holders, Held::holding(&holders).texts());
    // The third has vanished, the seventh is new.
    assert_eq!(map.versions, [1, 2, 7].into());
}

#[tokio::test]
async fn an_alias_that_vanished_meanwhile_is_passed_over() {
    let service = Scripted::open(|operation, body| match (operation, body["Alias"].as_str()) {
        ("ListAliases", None) => good(&json!({"SageMakerImageVersionAliases": ["gone", "still"]})),
        ("DescribeImageVersion", Some("still")) => good(&json!({"Version": 0})),
        ("DescribeImageVersion", Some("gone")) => refused("ResourceNotFoundException"),
        other => panic!("{other:?}"),
    })
    .await;
    let map = map_of(&service, Some(&[0, 1, 2]), None).await;
    assert_eq!(map.holders, Held::holding(&[("still", 0)]).texts());
    assert!(map.knows(&"gone".into()));
}

/// The service says of an alias that it is not found, whether nobody holds it or the image has vanished.
#[tokio::test]
async fn an_alias_that_nobody_holds_is_told_from_an_image_that_vanished() {
    let names = json!({"SageMakerImageVersionAliases": ["latest", "prod"]});
    for listed in [good(&names), refused("AccessDeniedException")] {
        let is_denied = listed.0 != 200;
        for (described, class) in [
            (good(&json!({"ImageName": IMAGE, "ImageArn": ARN})), None),
            (refused("AccessDeniedException"), None),
            (refused("ResourceNotFound"), Some(FailureClass::NotFound)),
            (refused("ExpiredTokenException"), Some(FailureClass::Expired)),
        ] {
            let (listed, answer) = (listed.clone(), described.clone());
            let service = Scripted::open(move |operation, _| match operation {
                "ListAliases" => listed.clone(),
                "DescribeImageVersion" => refused("ResourceNotFound"),
                "DescribeImage" => answer.clone(),
                other => panic!("nobody asks for {other}"),
            })
            .await;
            let reply =
                service.client().perform(aliases_of_image(Some(&[1, 2, 3]), Some(&["latest", "prod"]))).await;
            assert_eq!(service.count("DescribeImageVersion"), 2);
            assert_eq!(service.count("DescribeImage"), 1, "{described:?}");
            if let Some(class) = class {
                assert_eq!(reply.unwrap_err().class, class, "{described:?}");
                continue;
            }
            let map = map(reply);
            assert_eq!((map.holders.len(), map.asked.is_some()), (0, is_denied));
            assert!(map.knows(&"latest".into()));
        }
    }
}

/// A service that denies `operation`, of one version or of the image.
async fn denying(held: Held, denied: &'static [(&'static str, bool)]) -> Scripted {
    Scripted::open(move |operation, body| {
        let is_denied = denied.contains(&(operation, body["Version"].is_number()));
        if is_denied { refused("AccessDeniedException") } else { held.answer(operation, body) }
    })
    .await
}

#[tokio::test]
async fn where_nobody_may_list_aliases_those_that_are_named_are_asked_for() {
    let held = Held::holding(&[("latest", 3), ("prod", 1)]);
    let denied = &[("ListAliases", false)];
    let named = ["latest", "nobody", "prod"];
    for versions in [Some(&[1, 3][..]), None] {
        let service = denying(held.clone(), denied).await;
        let map = map_of(&service, versions, Some(&named)).await;
        assert_eq!(map.holders, held.texts());
        assert_eq!(map.asked, Some(named.map(Text::from).into()));
        assert!(map.knows(&"nobody".into()) && !map.knows(&"other".into()));
        assert_eq!(map.versions, [1, 3].into());
        assert_eq!((service.count("ListAliases"), service.count("DescribeImageVersion")), (1, 3));

        let service = denying(held.clone(), denied).await;
        let failure = service.client().perform(aliases_of_image(versions, None)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Denied);
        assert_eq!(service.count("DescribeImageVersion"), 0);
    }
    // Where they may be listed, the names mean nothing.
    let service = denying(held.clone(), &[]).await;
    let map = map_of(&service, Some(&[1, 3]), Some(&["nobody"])).await;
    assert_eq!((map.holders, map.asked), (held.texts(), None));
}

#[tokio::test]
async fn where_one_way_is_denied_the_other_is_gone() {
    let (few, many) = (Held::of(9, 3), Held::of(3, 9));
    for (held, denied, given) in [
        // To describe a version is a permission of its own.
        (few.clone(), &[("DescribeImageVersion", false)][..], true),
        (few.clone(), &[("DescribeImageVersion", false)], false),
        // So is to list the aliases of a version.
        (many.clone(), &[("ListAliases", true)], true),
        (many.clone(), &[("ListAliases", true)], false),
        (few.clone(), &[("ListImageVersions", false)], false),
        (many.clone(), &[("ListImageVersions", false)], false),
    ] {
        let known: Vec<u32> = held.versions.iter().copied().collect();
        let service = denying(held.clone(), denied).await;
        let map = map_of(&service, given.then_some(known.as_slice()), None).await;
        assert_eq!(map.holders, held.texts(), "{denied:?}");
        assert_eq!(map.asked, None);
    }
    for denied in [
        &[("DescribeImageVersion", false), ("ListAliases", true)][..],
        &[("DescribeImageVersion", false), ("ListImageVersions", false)],
    ] {
        let service = denying(few.clone(), denied).await;
        let failure = service.client().perform(aliases_of_image(None, None)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Denied, "{denied:?}");
    }
}

#[tokio::test]
async fn a_failure_in_the_middle_is_told_and_ends_it() {
    for (code, class) in [
        ("ThrottlingException", FailureClass::Throttled),
        ("ExpiredTokenException", FailureClass::Expired),
        ("ValidationException", FailureClass::Invalid),
    ] {
        for held in [Held::of(40, 20), Held::of(20, 40)] {
            let known: Vec<u32> = held.versions.iter().copied().collect();
            let service = Scripted::open(move |operation, body| {
                let is_fifth = body["Version"] == 5 || body["Alias"] == "alias-005";
                if is_fifth { refused(code) } else { held.answer(operation, body) }
            })
            .await;
            let failure = service.client().perform(aliases_of_image(Some(&known), None)).await.unwrap_err();
            assert_eq!(failure.class, class);
            assert!(failure.message.as_str().contains("because the test says so"), "{failure:?}");
        }
    }
}

#[tokio::test]
async fn odd_aliases_are_told_cleaned_and_never_asked_for() {
    let long = "x".repeat(1 << 20);
    for odd in ["a\u{1b}[31mb", "two\nlines", "\u{202e}", "-_.é", " ", &long, &"y".repeat(129)] {
        // By alias would be fewer calls.
        let held = Held { versions: (1..=9).collect(), ..Held::holding(&[(odd, 4), ("good", 5)]) };
        let known: Vec<u32> = held.versions.iter().copied().collect();
        let script = held.clone();
        let service = Scripted::open(move |operation, body| script.answer(operation, body)).await;
        let map = map_of(&service, Some(&known), None).await;
        assert_eq!(map.holders, held.texts(), "{:?}", odd.chars().take(9).collect::<String>());
        assert_eq!(service.count("DescribeImageVersion"), 0);
        // Its versions are not known: what can be asked for is.
        let script = held.clone();
        let denying = Scripted::open(move |operation, body| match operation {
            "ListImageVersions" => refused("AccessDeniedException"),
            _ => script.answer(operation, body),
        });
        let map = map_of(&denying.await, None, None).await;
        assert_eq!(map.holders, Held::holding(&[("good", 5)]).texts());
    }
    let nameless = Scripted::open(|_, _| good(&json!({"SageMakerImageVersionAliases": ["", ""]}))).await;
    assert_eq!(map_of(&nameless, Some(&[1, 2, 3]), None).await.holders, BTreeMap::new());
}

#[tokio::test]
async fn a_holder_that_is_no_version_is_unreadable() {
    for holder in [json!({"Version": -1, "ImageArn": ARN}), json!({"ImageVersionArn": "arn"}), json!({})] {
        let service = Scripted::open(move |operation, _| match operation {
            "ListAliases" => good(&json!({"SageMakerImageVersionAliases": ["latest"]})),
            _ => good(&holder),
        })
        .await;
        let failure = service.client().perform(aliases_of_image(Some(&[1, 2, 3]), None)).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::Unreadable);
    }
}

#[tokio::test]
async fn aliases_that_never_end_are_not_followed() {
    for circle in [&["a"][..], &["a", "b"], &["a", "b", "c"]] {
        for list in ["ListAliases", "ListImageVersions"] {
            let service = Scripted::open(move |operation, body| {
                let at = circle.iter().position(|token| body["NextToken"] == **token);
                let next = circle[at.map_or(0, |at| (at + 1) % circle.len())];
                let next = (operation == list).then_some(next);
                good(&json!({"SageMakerImageVersionAliases": [], "ImageVersions": [], "NextToken": next}))
            })
            .await;
            let failure = service.client().perform(aliases_of_image(None, None)).await.unwrap_err();
            assert_eq!(failure.class, FailureClass::Unreadable);
            assert!(failure.message.as_str().starts_with(list), "{failure:?}");
            assert_eq!(service.count(list), circle.len() + 1);
        }
    }
}
