//! The embedded service's validation of what is asked of Studio.

use serde_json::{Value, json};

use super::{
    validation::{broken, check, null},
    wire::{ask, service_of_versions},
};

const ID_PATTERN: &str = "Member must satisfy regular expression pattern: ^d-(-*[a-z0-9]){1,61}";
const PATTERN: &str = "Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}";
const TOO_LONG: &str = "Member must have length less than or equal to 63";
const APP_TYPES: &str = "Member must satisfy enum value set: [JupyterServer, KernelGateway, DetailedProfiler, TensorBoard, CodeEditor, JupyterLab, \
     RStudioServerPro, RSessionGateway, Canvas]";

#[tokio::test]
async fn every_operation_wants_to_know_what_it_is_about() {
    for (operation, members) in [
        ("DescribeDomain", &["domainId"] as &[_]),
        ("DescribeUserProfile", &["domainId", "userProfileName"]),
        ("DescribeSpace", &["domainId", "spaceName"]),
        ("DescribeApp", &["appName", "appType", "domainId"]),
        ("DescribeAppImageConfig", &["appImageConfigName"]),
    ] {
        let rules: Vec<String> = members.iter().map(|member| null(member)).collect();
        check(operation, json!({}), &rules).await;
    }
}

#[tokio::test]
async fn ids_and_names() {
    let long = "a".repeat(64);
    for id in ["", "one", "d-", "D-one", "d-One", "d-a_b", "d-a-"] {
        check("DescribeDomain", json!({ "DomainId": id }), &[broken(id, "domainId", ID_PATTERN)]).await;
        for operation in ["ListUserProfiles", "ListSpaces", "ListApps"] {
            let rule = broken(id, "domainIdEquals", ID_PATTERN);
            check(operation, json!({ "DomainIdEquals": id }), &[rule]).await;
        }
    }
    for name in ["", "-a", "a-", "a.b", "a_b", "é", &long] {
        let rules = |member: &str| {
            let length = (name == long).then(|| broken(name, member, TOO_LONG));
            length.into_iter().chain([broken(name, member, PATTERN)]).collect::<Vec<_>>()
        };
        let body = json!({ "DomainId": "d-a", "UserProfileName": name });
        check("DescribeUserProfile", body, &rules("userProfileName")).await;
        check("DescribeSpace", json!({ "DomainId": "d-a", "SpaceName": name }), &rules("spaceName")).await;
        let body = json!({ "AppImageConfigName": name });
        check("DescribeAppImageConfig", body, &rules("appImageConfigName")).await;
        for (operation, sent, member) in [
            ("ListUserProfiles", "UserProfileNameContains", "userProfileNameContains"),
            ("ListSpaces", "SpaceNameContains", "spaceNameContains"),
            ("ListApps", "UserProfileNameEquals", "userProfileNameEquals"),
            ("ListApps", "SpaceNameEquals", "spaceNameEquals"),
        ] {
            check(operation, json!({ sent: name }), &rules(member)).await;
        }
    }
    let body = json!({
        "DomainId": "x", "SpaceName": "a_b", "UserProfileName": "c d", "AppType": "Jupyter", "AppName": "e.f",
    });
    let rules = [
        broken("e.f", "appName", PATTERN),
        broken("Jupyter", "appType", APP_TYPES),
        broken("x", "domainId", ID_PATTERN),
        broken("a_b", "spaceName", PATTERN),
        broken("c d", "userProfileName", PATTERN),
    ];
    check("DescribeApp", body, &rules).await;
}

#[tokio::test]
async fn pages_and_orders() {
    let long = "t".repeat(8193);
    let size = |size: i64, end: &str| {
        broken(&size.to_string(), "maxResults", &format!("Member must have value {end}"))
    };
    for operation in ["ListDomains", "ListUserProfiles", "ListSpaces", "ListApps"] {
        check(operation, json!({ "MaxResults": 0 }), &[size(0, "greater than or equal to 1")]).await;
        check(operation, json!({ "MaxResults": 101 }), &[size(101, "less than or equal to 100")]).await;
        let rule = broken(&long, "nextToken", "Member must have length less than or equal to 8192");
        check(operation, json!({ "NextToken": long }), &[rule]).await;
    }
    for (operation, words) in [
        ("ListUserProfiles", "CreationTime, LastModifiedTime"),
        ("ListSpaces", "CreationTime, LastModifiedTime"),
        ("ListApps", "CreationTime"),
    ] {
        let rules = [
            broken("CREATION_TIME", "sortBy", &format!("Member must satisfy enum value set: [{words}]")),
            broken("ASCENDING", "sortOrder", "Member must satisfy enum value set: [Ascending, Descending]"),
        ];
        check(operation, json!({ "SortBy": "CREATION_TIME", "SortOrder": "ASCENDING" }), &rules).await;
    }
}

#[tokio::test]
async fn an_app_belongs_to_one_of_two() {
    let emulator = service_of_versions().await;
    let mut body = json!({ "DomainId": "d-one", "AppType": "JupyterLab", "AppName": "default" });
    let told = ask(&emulator, "DescribeApp", &body).await.refusal();
    let words = "Either UserProfileName or SpaceName must be specified.";
    assert_eq!(told, (400, "ValidationException".to_owned(), words.to_owned()));
    body["SpaceName"] = json!("lab");
    body["UserProfileName"] = json!("mira");
    let told = ask(&emulator, "DescribeApp", &body).await.refusal();
    let words = "UserProfileName and SpaceName cannot both be specified.";
    assert_eq!(told, (400, "ValidationException".to_owned(), words.to_owned()));
}

#[tokio::test]
async fn wrong_types_and_unknown_members_are_not_read() {
    let emulator = service_of_versions().await;
    for (operation, body, words) in [
        ("ListDomains", json!({ "SortBy": "CreationTime" }), "Unknown member: SortBy"),
        ("ListDomains", json!({ "DomainIdEquals": "d-a" }), "Unknown member: DomainIdEquals"),
        ("ListApps", json!({ "SpaceNameContains": "a" }), "Unknown member: SpaceNameContains"),
        ("ListSpaces", json!({ "MaxResults": "5" }), "STRING_VALUE can not be converted to an Integer"),
        ("DescribeDomain", json!({ "DomainId": 1 }), "NUMBER_VALUE can not be converted to a String"),
        ("DescribeDomain", json!({ "DomainName": "a" }), "Unknown member: DomainName"),
        ("DescribeSpace", json!({ "UserProfileName": "a" }), "Unknown member: UserProfileName"),
        ("DescribeApp", json!({ "AppArn": "a" }), "Unknown member: AppArn"),
        ("DescribeAppImageConfig", json!([]), "Start of structure expected."),
    ] as [(&str, Value, &str); 9]
    {
        let told = ask(&emulator, operation, &body).await.refusal();
        assert_eq!(told, (400, "SerializationException".to_owned(), words.to_owned()), "{operation} {body}");
    }
}
