//! The aliases of an image in the embedded service: which name stands for which version.

use std::collections::BTreeMap;

use sagescope::emulator::{CatalogueVersion, Emulator};
use serde_json::{Value, json};

use super::wire::{ok, pages, refused, service_of_versions};

/// The image's aliases, as `latest 3, prod 2`.
fn mapping(emulator: &Emulator) -> String {
    let words: Vec<String> =
        emulator.aliases("one").iter().map(|(alias, number)| format!("{alias} {number}")).collect();
    words.join(", ")
}

/// The aliases that a query finds, with the image's name put in.
async fn listed(emulator: &Emulator, mut query: Value) -> Value {
    query["ImageName"] = json!("one");
    ok(emulator, "ListAliases", query).await["SageMakerImageVersionAliases"].clone()
}

/// Adds and deletes aliases of version 2.
fn update(added: &[&str], deleted: &[&str]) -> Value {
    json!({ "ImageName": "one", "Version": 2, "AliasesToAdd": added, "AliasesToDelete": deleted })
}

#[tokio::test]
async fn they_are_listed_in_order_without_their_versions() {
    let emulator = service_of_versions().await;
    assert_eq!(listed(&emulator, json!({})).await, json!(["latest", "prod", "stable"]));
    assert_eq!(listed(&emulator, json!({ "Version": 2 })).await, json!(["prod", "stable"]));
    assert_eq!(listed(&emulator, json!({ "Version": 1 })).await, json!([]));
    assert_eq!(listed(&emulator, json!({ "Alias": "prod" })).await, json!(["prod", "stable"]));
}

#[tokio::test]
async fn they_come_in_pages() {
    let emulator = service_of_versions().await;
    for number in 0..22 {
        assert!(emulator.set_alias("one", &format!("a{number:02}"), 1));
    }
    let pages = pages(&emulator, "ListAliases", json!({ "ImageName": "one" })).await;
    let pages = pages.iter().map(|page| page["SageMakerImageVersionAliases"].as_array().unwrap());
    let sizes: Vec<usize> = pages.clone().map(Vec::len).collect();
    let all = pages.flatten().map(|alias| alias.as_str().unwrap());
    assert_eq!(sizes, [10, 10, 5]);
    assert!(all.eq(emulator.aliases("one").keys()));
    let first = ok(&emulator, "ListAliases", json!({ "ImageName": "one", "Version": 1 })).await;
    let other = json!({ "ImageName": "one", "NextToken": first["NextToken"] });
    let told = refused(&emulator, "ListAliases", other).await;
    assert_eq!(told, ("ValidationException".to_owned(), "Invalid NextToken.".to_owned()));
}

#[tokio::test]
async fn one_version_holds_an_alias_at_a_time() {
    let emulator = service_of_versions().await;
    for (added, deleted, after) in [
        (vec!["beta"], vec![], "beta 2, latest 3, prod 2, stable 2"),
        (vec!["beta"], vec![], "beta 2, latest 3, prod 2, stable 2"),
        (vec!["latest"], vec![], "beta 2, latest 2, prod 2, stable 2"),
        (vec![], vec!["beta", "latest"], "prod 2, stable 2"),
        (vec!["a", "b"], vec!["prod"], "a 2, b 2, stable 2"),
        (vec![], vec![], "a 2, b 2, stable 2"),
    ] {
        ok(&emulator, "UpdateImageVersion", update(&added, &deleted)).await;
        assert_eq!(mapping(&emulator), after);
    }
    let described = ok(&emulator, "DescribeImageVersion", json!({ "ImageName": "one", "Alias": "a" })).await;
    assert_eq!(described["Version"], 2);
}

#[tokio::test]
async fn an_alias_can_name_the_version_that_loses_it() {
    let emulator = service_of_versions().await;
    let body =
        json!({ "ImageName": "one", "Alias": "prod", "AliasesToDelete": ["prod"], "AliasesToAdd": ["old"] });
    ok(&emulator, "UpdateImageVersion", body).await;
    assert_eq!(mapping(&emulator), "latest 3, old 2, stable 2");
}

#[tokio::test]
async fn what_it_does_not_hold_is_not_taken_from_it() {
    let emulator = service_of_versions().await;
    for alias in ["latest", "nobody"] {
        let told = refused(&emulator, "UpdateImageVersion", update(&["new"], &["prod", alias])).await;
        let words = format!("Alias {alias} of ImageVersion 2 with ImageName one does not exist.");
        assert_eq!(told, ("ResourceNotFound".to_owned(), words));
    }
    let told = refused(&emulator, "UpdateImageVersion", update(&["prod"], &["prod"])).await;
    let words = "Alias prod cannot be both added and deleted in the same request.";
    assert_eq!(told, ("ValidationException".to_owned(), words.to_owned()));
    assert_eq!(mapping(&emulator), "latest 3, prod 2, stable 2", "nothing was done by halves");
}

#[tokio::test]
async fn it_can_refuse_to_move_them() {
    let emulator = service_of_versions().await;
    emulator.inject("UpdateImageVersion=refuse-movex4".parse().unwrap());
    let told = refused(&emulator, "UpdateImageVersion", update(&["beta", "latest"], &["prod"])).await;
    let words = "Alias latest is already in use by ImageVersion 3 with ImageName one.";
    assert_eq!(told, ("ResourceInUse".to_owned(), words.to_owned()));
    assert_eq!(mapping(&emulator), "latest 3, prod 2, stable 2", "nothing was done by halves");
    // What is no move is done: away from the holder first, then to the other.
    let away = json!({ "ImageName": "one", "Version": 3, "AliasesToDelete": ["latest"] });
    ok(&emulator, "UpdateImageVersion", away).await;
    ok(&emulator, "UpdateImageVersion", update(&["latest"], &[])).await;
    ok(&emulator, "UpdateImageVersion", update(&["latest"], &[])).await;
    assert_eq!(mapping(&emulator), "latest 2, prod 2, stable 2");
    ok(
        &emulator,
        "UpdateImageVersion",
        json!({ "ImageName": "one", "Version": 3, "AliasesToAdd": ["latest"] }),
    )
    .await;
    assert_eq!(mapping(&emulator), "latest 3, prod 2, stable 2", "the fault is spent");
}

#[tokio::test]
async fn a_change_of_aliases_moves_the_time_of_the_version_that_was_named() {
    let emulator = service_of_versions().await;
    let times = || {
        [1, 2, 3].map(|number| emulator.describe_version("one", number).unwrap()["LastModifiedTime"].clone())
    };
    let before = times();
    ok(&emulator, "UpdateImageVersion", update(&["latest"], &[])).await;
    let after = times();
    assert_eq!((&after[0], &after[2]), (&before[0], &before[2]));
    assert!(after[1].as_f64() > before[1].as_f64());
}

#[tokio::test]
async fn somebody_else_moves_them_and_takes_them_away() {
    let emulator = service_of_versions().await;
    assert!(emulator.set_alias("one", "prod", 3) && emulator.set_alias("one", "1 of a kind", 1));
    assert_eq!(mapping(&emulator), "1 of a kind 1, latest 3, prod 3, stable 2");
    assert!(emulator.remove_alias("one", "stable") && !emulator.remove_alias("one", "stable"));
    assert!(!emulator.set_alias("one", "x", 9) && !emulator.set_alias("none", "x", 1));
    assert!(emulator.remove_version("one", 3));
    assert_eq!(mapping(&emulator), "1 of a kind 1");
    let four = CatalogueVersion { aliases: vec!["1 of a kind".to_owned()], ..CatalogueVersion::numbered(4) };
    assert!(emulator.add_version("one", four));
    assert_eq!(mapping(&emulator), "1 of a kind 4");
    assert_eq!(emulator.aliases("none"), BTreeMap::new());
}
