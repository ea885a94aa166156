//! Domains of Studio in the embedded service, and what is in them: listed and described.

use std::time::Duration;

use sagescope::emulator::{
    CatalogueDomain, CatalogueSpace, CatalogueUserProfile, Emulator, InStudio, StudioDetails,
};
use serde_json::{Value, json};

use super::wire::{domain_one, ok, pages, refused, service_of_versions};

const LISTS: [(&str, &str); 4] = [
    ("ListDomains", "Domains"),
    ("ListUserProfiles", "UserProfiles"),
    ("ListSpaces", "Spaces"),
    ("ListApps", "Apps"),
];

/// A member of all that is listed on a page.
fn told(page: &Value, answered: &str, member: &str) -> Vec<String> {
    let listed = page[answered].as_array().unwrap();
    listed.iter().map(|it| it[member].as_str().unwrap_or_default().to_owned()).collect()
}

/// Three domains with a user profile and a space each, in the order of their creation; changed in the reverse order.
async fn service_of_three() -> Emulator {
    let emulator = service_of_versions().await;
    assert!(emulator.remove_from_studio(InStudio::Domain("d-one")));
    for (age, id) in [(3, "d-c"), (2, "d-a"), (1, "d-b")] {
        let details = || StudioDetails {
            created_ago: Duration::from_secs(1000 * age),
            modified_ago: Some(Duration::from_secs(100 * (4 - age))),
            ..StudioDetails::default()
        };
        let mut domain = CatalogueDomain { details: details(), ..CatalogueDomain::named(id, "x") };
        domain.profiles.push(CatalogueUserProfile { name: format!("person-{age}"), details: details() });
        domain.spaces.push(CatalogueSpace { name: format!("space-{age}"), details: details() });
        emulator.add_domain(domain);
    }
    emulator
}

#[tokio::test]
async fn they_are_listed_in_every_order_one_page_at_a_time() {
    let emulator = service_of_three().await;
    for (query, order) in [
        (json!({}), ["d-c", "d-a", "d-b"]),
        (json!({ "SortBy": "CreationTime", "SortOrder": "Descending" }), ["d-b", "d-a", "d-c"]),
        (json!({ "SortBy": "LastModifiedTime" }), ["d-b", "d-a", "d-c"]),
        (json!({ "SortBy": "LastModifiedTime", "SortOrder": "Descending" }), ["d-c", "d-a", "d-b"]),
    ] {
        for (operation, answered) in &LISTS[1..3] {
            let mut query = query.clone();
            assert_eq!(told(&ok(&emulator, operation, query.clone()).await, answered, "DomainId"), order);
            query["MaxResults"] = json!(1);
            let pages = pages(&emulator, operation, query).await;
            let pages: Vec<_> = pages.iter().map(|page| told(page, answered, "DomainId").concat()).collect();
            assert_eq!(pages, order, "{operation}");
        }
    }
    let page = ok(&emulator, "ListDomains", json!({})).await;
    assert_eq!(told(&page, "Domains", "DomainId"), ["d-c", "d-a", "d-b"]);
}

#[tokio::test]
async fn a_list_is_narrowed_to_what_is_asked_for() {
    let emulator = service_of_three().await;
    emulator.add_domain(domain_one());
    let one = json!({ "DomainIdEquals": "d-one" });
    for (operation, query, answered, count) in [
        ("ListUserProfiles", one.clone(), "UserProfiles", 1),
        ("ListUserProfiles", json!({ "UserProfileNameContains": "person" }), "UserProfiles", 3),
        (
            "ListUserProfiles",
            json!({ "UserProfileNameContains": "2", "DomainIdEquals": "d-a" }),
            "UserProfiles",
            1,
        ),
        (
            "ListUserProfiles",
            json!({ "UserProfileNameContains": "2", "DomainIdEquals": "d-b" }),
            "UserProfiles",
            0,
        ),
        ("ListUserProfiles", json!({ "DomainIdEquals": "d-none" }), "UserProfiles", 0),
        ("ListSpaces", one.clone(), "Spaces", 1),
        ("ListSpaces", json!({ "SpaceNameContains": "pace" }), "Spaces", 3),
        ("ListApps", one, "Apps", 2),
        ("ListApps", json!({ "UserProfileNameEquals": "mira" }), "Apps", 1),
        ("ListApps", json!({ "SpaceNameEquals": "lab" }), "Apps", 1),
        ("ListApps", json!({ "SpaceNameEquals": "la" }), "Apps", 0),
        ("ListApps", json!({ "DomainIdEquals": "d-a", "SpaceNameEquals": "lab" }), "Apps", 0),
    ] {
        let page = ok(&emulator, operation, query.clone()).await;
        assert_eq!(page[answered].as_array().unwrap().len(), count, "{operation} {query}");
    }
    let both = json!({ "UserProfileNameEquals": "mira", "SpaceNameEquals": "lab" });
    assert_eq!(refused(&emulator, "ListApps", both).await.0, "ValidationException");
}

#[tokio::test]
async fn a_token_serves_its_own_query_only() {
    let emulator = service_of_three().await;
    for (operation, _) in LISTS {
        let told = refused(&emulator, operation, json!({ "NextToken": "made up" })).await;
        assert_eq!(told, ("ValidationException".to_owned(), "Invalid NextToken.".to_owned()));
    }
    let first = ok(&emulator, "ListSpaces", json!({ "MaxResults": 1 })).await;
    for (operation, query) in [
        ("ListUserProfiles", json!({})),
        ("ListDomains", json!({})),
        ("ListSpaces", json!({ "SortOrder": "Descending" })),
        ("ListSpaces", json!({ "SortBy": "LastModifiedTime" })),
        ("ListSpaces", json!({ "DomainIdEquals": "d-a" })),
    ] {
        let mut query = query;
        query["NextToken"] = first["NextToken"].clone();
        assert_eq!(refused(&emulator, operation, query).await.1, "Invalid NextToken.");
    }
    // What comes and goes between pages disturbs no others.
    assert!(emulator.remove_from_studio(InStudio::Space("d-c", "space-3")));
    let page = ok(&emulator, "ListSpaces", json!({ "NextToken": first["NextToken"] })).await;
    assert_eq!(told(&page, "Spaces", "SpaceName"), ["space-2", "space-1"]);
}

#[tokio::test]
async fn a_list_tells_what_the_model_has_for_it() {
    let emulator = service_of_versions().await;
    let members = async |operation: &str, answered: &str| {
        let page = ok(&emulator, operation, json!({ "MaxResults": 1 })).await;
        let mut members: Vec<_> = page[answered][0].as_object().unwrap().keys().cloned().collect();
        members.sort();
        members.join(" ")
    };
    let common = "CreationTime DomainId LastModifiedTime";
    let domain = "CreationTime DomainArn DomainId DomainName LastModifiedTime Status";
    assert_eq!(members("ListDomains", "Domains").await, domain);
    assert_eq!(members("ListUserProfiles", "UserProfiles").await, format!("{common} Status UserProfileName"));
    let space = "OwnershipSettingsSummary SpaceName SpaceSettingsSummary SpaceSharingSettingsSummary Status";
    assert_eq!(members("ListSpaces", "Spaces").await, format!("{common} {space}"));
    let app = "AppName AppType CreationTime DomainId ResourceSpec SpaceName Status";
    assert_eq!(members("ListApps", "Apps").await, app);
    let page = ok(&emulator, "ListSpaces", json!({})).await;
    assert_eq!(page["Spaces"][0]["SpaceSettingsSummary"], json!({ "AppType": "JupyterLab" }));
}

#[tokio::test]
async fn an_app_is_described_by_its_owner() {
    let emulator = service_of_versions().await;
    let body = |owner: &str, name: &str| json!({ "DomainId": "d-one", owner: name, "AppType": "JupyterLab", "AppName": "default" });
    for (owner, name) in [("UserProfileName", "mira"), ("SpaceName", "lab")] {
        let app = ok(&emulator, "DescribeApp", body(owner, name)).await;
        let arn = format!("arn:aws:sagemaker:us-east-1:123456789012:app/d-one/{name}/JupyterLab/default");
        assert_eq!((&app["AppArn"], &app[owner]), (&json!(arn), &json!(name)));
        assert!(app.get("LastModifiedTime").is_none(), "an app is never changed");
    }
    for (owner, name) in [("UserProfileName", "lab"), ("SpaceName", "mira")] {
        let (code, words) = refused(&emulator, "DescribeApp", body(owner, name)).await;
        let expected = format!("App [d-one/{name}/JupyterLab/default] does not exist.");
        assert_eq!((code.as_str(), words), ("ResourceNotFound", expected));
    }
}

#[tokio::test]
async fn what_is_taken_away_leaves_the_apps_of_others_of_the_same_name() {
    for (taken, left) in [
        (InStudio::UserProfile("d-one", "lab"), ["mira", "lab"]),
        (InStudio::UserProfile("d-one", "mira"), ["", "lab"]),
        (InStudio::Space("d-one", "lab"), ["mira", ""]),
        (InStudio::Space("d-one", "mira"), ["mira", "lab"]),
    ] {
        let emulator = service_of_versions().await;
        let mut domain = domain_one();
        domain.profiles.push(CatalogueUserProfile { name: "lab".into(), ..Default::default() });
        domain.spaces.push(CatalogueSpace { name: "mira".into(), ..Default::default() });
        emulator.add_domain(domain);
        assert!(emulator.remove_from_studio(taken));
        let page = ok(&emulator, "ListApps", json!({})).await;
        let owners = [told(&page, "Apps", "UserProfileName"), told(&page, "Apps", "SpaceName")];
        assert_eq!(owners.map(|owners| owners.concat()), left, "{taken:?}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let emulator = service_of_versions().await;
    for (operation, body, words) in [
        ("DescribeDomain", json!({ "DomainId": "d-none" }), "Domain [d-none] does not exist."),
        (
            "DescribeUserProfile",
            json!({ "DomainId": "d-one", "UserProfileName": "lab" }),
            "UserProfile [d-one/lab] does not exist.",
        ),
        (
            "DescribeSpace",
            json!({ "DomainId": "d-one", "SpaceName": "mira" }),
            "Space [d-one/mira] does not exist.",
        ),
        (
            "DescribeAppImageConfig",
            json!({ "AppImageConfigName": "none" }),
            "AppImageConfig [none] does not exist.",
        ),
    ] {
        assert_eq!(
            refused(&emulator, operation, body).await,
            ("ResourceNotFound".to_owned(), words.to_owned())
        );
    }
}

#[tokio::test]
async fn tests_change_what_studio_has() {
    let emulator = service_of_versions().await;
    let domain = InStudio::Domain("d-one");
    let status = async || ok(&emulator, "ListDomains", json!({})).await["Domains"][0]["Status"].clone();
    let before = emulator.describe_in_studio(domain).unwrap();
    assert_eq!(status().await, "InService");
    assert!(emulator.set_studio_status(domain, "Delete_Failed", Some("It is in use")));
    let after = ok(&emulator, "DescribeDomain", json!({ "DomainId": "d-one" })).await;
    assert_eq!((status().await, &after["FailureReason"]), (json!("Delete_Failed"), &json!("It is in use")));
    assert!(after["LastModifiedTime"].as_f64() > before["LastModifiedTime"].as_f64());
    assert!(emulator.set_in_studio(domain, "DefaultUserSettings", json!({ "DefaultLandingUri": "x" })));
    assert!(emulator.impose_in_studio(domain, "Status", json!("Dozing")));
    assert_eq!(status().await, "Dozing");
    let described = emulator.describe_in_studio(domain).unwrap();
    assert_eq!(described["DefaultUserSettings"]["DefaultLandingUri"], "x");
    // One that is added is in place of the old one with all that was in it.
    emulator.add_domain(CatalogueDomain { profiles: Vec::new(), ..domain_one() });
    assert_eq!(ok(&emulator, "ListUserProfiles", json!({})).await["UserProfiles"], json!([]));
    assert_eq!(status().await, "InService");
    // What is in a domain goes with it; app image configs are in none.
    assert!(emulator.remove_from_studio(domain) && !emulator.remove_from_studio(domain));
    for (operation, answered) in LISTS {
        assert_eq!(ok(&emulator, operation, json!({})).await[answered], json!([]), "{operation}");
    }
    ok(&emulator, "DescribeAppImageConfig", json!({ "AppImageConfigName": "kernel" })).await;
    assert!(
        !emulator.set_studio_status(domain, "InService", None)
            && emulator.describe_in_studio(domain).is_none()
    );
}
