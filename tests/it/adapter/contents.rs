//! What is read of the versions, aliases and tags that the embedded service has, which takes nothing that
//! the real one would not.

use std::collections::{BTreeMap, BTreeSet};

use sagescope::domain::{AliasMap, TagSet};

use super::*;

fn version(number: u32, aliases: &[&str]) -> CatalogueVersion {
    let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    CatalogueVersion { aliases, ..CatalogueVersion::numbered(number) }
}

async fn service_of(versions: Vec<CatalogueVersion>) -> Emulator {
    service(vec![CatalogueImage { versions, ..CatalogueImage::named(IMAGE) }]).await
}

fn aliases_in(reply: Reply) -> AliasMap {
    match reply.unwrap() {
        Answer::Aliases(map) => *map,
        other => panic!("no alias map: {other:?}"),
    }
}

fn holders(map: &AliasMap) -> BTreeMap<String, u32> {
    map.holders.iter().map(|(alias, number)| (alias.to_string(), *number)).collect()
}

#[tokio::test]
async fn all_versions_are_listed_from_the_newest_on() {
    let service = service_of((0..250).map(|number| version(number, &[])).collect()).await;
    let client = client(&service);
    let (mut numbers, mut sizes, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let reply = client.perform(Request::Read(Read::Versions { image: name(), after })).await;
        let Ok(Answer::Versions { versions, next }) = reply else { panic!("{reply:?}") };
        sizes.push(versions.len());
        numbers.extend(versions.iter().map(|version| version.number));
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [100, 100, 50]);
    assert!(numbers.into_iter().eq((0..250).rev()));
}

#[tokio::test]
async fn a_version_has_what_the_service_has() {
    let service = service_of(vec![CatalogueVersion {
        processor: Some("GPU".into()),
        horovod: Some(false),
        release_notes: Some("Slow at first".into()),
        ..CatalogueVersion::numbered(7)
    }])
    .await;
    assert!(service.impose(IMAGE, 7, "VendorGuidance", json!("BELOVED")));
    assert!(service.impose(IMAGE, 7, "Surprise", json!({"a": 1})));
    let reply = client(&service).perform(Request::Read(Read::Version(name(), 7))).await;
    let Ok(Answer::Version(version)) = reply else { panic!("{reply:?}") };
    let told = service.describe_version(IMAGE, 7).unwrap();
    for (text, member) in [
        (&version.arn, "ImageVersionArn"),
        (&version.image_arn, "ImageArn"),
        (&version.base_image, "BaseImage"),
        (&version.container_image, "ContainerImage"),
        (&version.vendor_guidance, "VendorGuidance"),
        (&version.processor, "Processor"),
        (&version.release_notes, "ReleaseNotes"),
        (&version.job_type, "JobType"),
    ] {
        assert_eq!(text.as_ref().map(Text::as_str), told[member].as_str(), "{member}");
    }
    assert_eq!((version.number, version.horovod), (7, Some(false)));
    assert_eq!(version.status, Some(ImageStatus::Created));
    assert!(version.created.is_some() && version.modified.is_some());
}

/// One request each, and no more than it takes.
#[tokio::test]
async fn aliases_are_learnt_in_as_few_calls_as_it_takes() {
    let many: Vec<_> = (1..=40).map(|number| version(number, &[])).collect();
    let few_aliases = [(3, "oldest"), (40, "latest"), (38, "prod"), (38, "stable")];
    let three = || vec![version(1, &["a", "b", "c"]), version(2, &[]), version(5, &["d", "e", "f", "g"])];
    for (versions, set, by_version, by_alias) in [(many, &few_aliases[..], 0, 4), (three(), &[], 3, 0)] {
        let known: Vec<u32> = versions.iter().map(|version| version.number).collect();
        for (given, pages) in [(Some(known.as_slice()), 0), (None, 1)] {
            let service = service_of(versions.clone()).await;
            for (number, alias) in set {
                assert!(service.set_alias(IMAGE, alias, *number));
            }
            let map = aliases_in(client(&service).perform(aliases_of_image(given, None)).await);
            assert_eq!(holders(&map), service.aliases(IMAGE));
            assert!(map.versions.iter().eq(&known));
            let asked = ["ListAliases", "DescribeImageVersion", "ListImageVersions", "DescribeImage"];
            let asked = asked.map(|operation| arrived(&service, operation).len());
            assert_eq!(asked, [1 + by_version, by_alias, pages, 0], "{given:?}");
        }
    }
}

#[tokio::test]
async fn a_denied_list_of_aliases_leaves_those_that_are_asked_for_by_name() {
    let service = service_with_image().await;
    service.inject("ListAliases=denied".parse().unwrap());
    let client = client(&service);
    let map = aliases_in(client.perform(aliases_of_image(Some(&[1, 2]), Some(&["latest", "nobody"]))).await);
    assert_eq!(holders(&map), [("latest".to_owned(), 2)].into());
    assert!(map.knows("nobody") && !map.knows("stable"));
    let map = aliases_in(client.perform(aliases_of_image(None, Some(&["nobody"]))).await);
    assert_eq!((map.holders.len(), map.asked), (0, Some(["nobody".into()].into())));
    assert_eq!(map.versions, [1, 2].into());
    let failure = client.perform(aliases_of_image(Some(&[1, 2]), None)).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::Denied);
}

#[tokio::test]
async fn what_vanished_is_not_found() {
    let service = service(vec![CatalogueImage::named("another")]).await;
    let client = client(&service);
    let by_name = aliases_of_image(Some(&[1]), Some(&["latest"]));
    for request in [
        Request::Read(Read::Versions { image: name(), after: None }),
        Request::Read(Read::Version(name(), 1)),
        aliases_of_image(Some(&[1]), None),
        aliases_of_image(None, Some(&["latest"])),
        by_name.clone(),
        Request::Read(Read::Tags { image: name(), arn: None }),
    ] {
        let failure = client.perform(request.clone()).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::NotFound, "{request:?}");
    }
    service.inject("ListAliases=denied".parse().unwrap());
    let failure = client.perform(by_name).await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NotFound, "nobody holds what is of no image");
}

#[tokio::test]
async fn tags_are_listed_to_the_end() {
    let service = service_of(vec![]).await;
    for number in 0..230 {
        assert!(service.set_tag(IMAGE, &format!("aws:key-{number}"), "x"));
    }
    assert!(service.set_tag(IMAGE, "team", "vision"));
    for (arn, described) in [(Some(arn()), 0), (None, 1)] {
        let reply = client(&service).perform(Request::Read(Read::Tags { image: name(), arn })).await;
        let Ok(Answer::Tags(set)) = reply else { panic!("{reply:?}") };
        let TagSet { tags, unclean, .. } = &*set;
        let told: BTreeMap<String, String> =
            tags.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        assert_eq!((told, unclean), (service.tags(IMAGE), &BTreeSet::new()));
        assert_eq!(set.arn, super::arn());
        assert_eq!(arrived(&service, "DescribeImage").len(), described);
    }
    let pages: Vec<_> = arrived(&service, "ListTags").into_iter().map(|page| page.body).collect();
    assert!(pages.len() > 2 && pages[1]["NextToken"].is_string(), "it takes several pages");
}
