//! Which alias stands for which version, where something comes in between: what moved or vanished
//! meanwhile, what is denied, what fails, and what is odd.

use std::collections::BTreeMap;

use super::aliases::{ARN, Held, map, map_of};
use super::scripted::{Scripted, good, refused};
use super::*;

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
    assert!(map.knows("gone"));
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
            assert!(map.knows("latest"));
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
        assert!(map.knows("nobody") && !map.knows("other"));
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
